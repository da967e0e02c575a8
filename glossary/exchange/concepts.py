"""The one value between every exchange format and the catalogs, and what the module of a format offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from glossary.catalog.keys import (
    KEYS,
    Facts,
    MalformedValueError,
    key_lines,
    read_facts,
    rendering_of,
    term_of,
)
from glossary.documents.files import STDIN, Source
from glossary.errors import DocumentError
from glossary.model import Entry, Kind, State, Term

SOURCE_LANGUAGE = "en"

LISTS = frozenset({"alias", "admitted", "forbidden"})
"""The facts whose value is itself a list, joined by ` | `; `note`, `source` and `form` may repeat instead."""

PLURALS = {
    "context": "kinds",
    "match": "match rules",
    "alias": "aliases",
    "translate": "translate marks",
    "note": "notes",
    "morph": "morph",
    "form": "forms",
    "admitted": "admitted renderings",
    "forbidden": "forbidden renderings",
    "source": "sources",
    "state": "states",
}
"""How messages name the facts."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A term with its entry in each target language that has one.

    A term whose language-neutral half differs between two catalogs makes two concepts. `context` is empty
    where a format has no kinds. Entries that were read have the path and the line they were read from.
    """

    term: Term
    entries: Mapping[str, Entry]


class Reading(NamedTuple):
    """What a file holds.

    `says` are the facts of which it speaks always (`alias`, `ru.form`), so that an empty one means that there
    is none; silence about any other fact means nothing. `left_out` counts what a glossary has no place for.
    """

    concepts: list[Concept]
    says: frozenset[str]
    left_out: Counter[str]


class Writing(NamedTuple):
    """The text of a file, and how many facts of which name it cannot hold."""

    text: str
    left_out: Counter[str]


@dataclass(frozen=True, slots=True)
class Format:
    """An exchange format: how it is read and written.

    `read` takes the language of a format that holds one and does not name it (empty: not known). `bom` asks
    for a UTF-8 signature in files.
    """

    title: str
    read: Callable[[Source, str], Reading]
    write: Callable[[Sequence[Concept], Sequence[str]], Writing]
    bilingual: bool = False
    bom: bool = False


class Place(NamedTuple):
    """Where something was read: a file, None for standard input, and its 1-based line, if it is known."""

    path: Path | None
    line: int | None

    def error(self, message: str, remedy: str | None = None) -> DocumentError:
        """Return the error of what is wrong here."""
        return DocumentError(message, path=self.path or STDIN, line=self.line, remedy=remedy)


def concepts_of(entries: Mapping[str, Iterable[Entry]]) -> list[Concept]:
    """Return the concepts of the entries of each language, in the order in which terms first come."""
    grouped: dict[Term, dict[str, Entry]] = {}
    for language, of_language in entries.items():
        for entry in of_language:
            grouped.setdefault(entry.term, {})[language] = entry
    return [Concept(term, by_language) for term, by_language in grouped.items()]


def facts_of(entry: Entry) -> Facts:
    """Return the facts of an entry spelled as in a catalog, both halves, in the catalogs' order.

    Raises DocumentError for one that no catalog can hold.
    """
    try:
        lines = key_lines(entry)
    except MalformedValueError as error:
        raise _malformed(error, Place(entry.path, entry.line)) from error
    return read_facts("\n".join(line for of_key in lines.values() for line in of_key))


def term_facts(term: Term) -> Facts:
    """Return the facts of the language-neutral half, spelled as in a catalog."""
    blank = rendering_of("", {})
    return facts_of(Entry(term, blank))


def term_from(context: str, text: str, facts: Facts, place: Place) -> Term:
    """Return the term of these facts; a context that begins with no kind is none.

    Raises DocumentError for a fact that no catalog can hold and for an empty text.
    """
    if not text.strip():
        raise place.error("the term is empty", "write the English term")
    known = context if context.partition("/")[0] in frozenset(Kind) else ""
    try:
        return term_of(normalize("NFC", known), normalize("NFC", text), facts)
    except MalformedValueError as error:
        raise _malformed(error, place) from error


def entry_from(term: Term, text: str, facts: Facts, said: State | None, place: Place) -> Entry:
    """Return the entry of a rendering and its facts; `said` is the state that the file gives it, if any.

    What no file calls approved is a proposal, fuzzy. Raises DocumentError as `term_from` does.
    """
    try:
        rendering = rendering_of(normalize("NFC", text), facts)
    except MalformedValueError as error:
        raise _malformed(error, place) from error
    return Entry(term, rendering, _state(text, said), place.path, place.line)


def retold(concept: Concept, term: Term) -> Concept:
    """Return the concept with another language-neutral half."""
    return Concept(term, {code: replace(entry, term=term) for code, entry in concept.entries.items()})


def is_source(language: str) -> bool:
    """Tell whether a language code is that of the terms: `en`, `en-GB`, `EN_us`."""
    return language.lower().replace("_", "-").partition("-")[0] == SOURCE_LANGUAGE


def counted(facts: Facts) -> Counter[str]:
    """Return how many values there are of each fact."""
    return Counter({key: sum(map(len, _values(key, lines))) for key, lines in facts.items()})


def _values(key: str, lines: list[str]) -> Iterable[list[str]]:
    return (line.split("|") if key in LISTS else [line] for line in lines)


def _state(text: str, said: State | None) -> State:
    if not text:
        return said if said in (State.FUZZY, State.OBSOLETE) else State.UNTRANSLATED
    return said if said in (State.APPROVED, State.OBSOLETE) else State.FUZZY


def _malformed(error: MalformedValueError, place: Place) -> DocumentError:
    remedy = f"a value of {error.key} looks like this: {KEYS[error.key].example.replace('`', '')}"
    return place.error(f"malformed {error.key}: {' '.join(error.value.splitlines())}", remedy)
