"""What an import would do to a glossary, entry by entry.

A fact of the file replaces the glossary's; where the file is silent, the glossary's stays. A rendering is
never replaced unless the caller prefers the file's: two that differ are a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Literal, NamedTuple

from glossary.exchange.concepts import Concept, Place, Reading, facts_of, retold
from glossary.model import Entry, Kind, Rendering, State, Term

Prefer = Literal["theirs", "ours"]
"""Whose rendering stands in a conflict: that of the file (theirs) or that of the glossary (ours)."""

_TERM = {"match": "match_case", "alias": "aliases", "translate": "translate", "note": "notes"}
_RENDERING = {
    "morph": "morph",
    "form": "forms",
    "admitted": "admitted",
    "forbidden": "forbidden",
    "source": "sources",
}
_NO_TERM = Term("", "")
_NO_RENDERING = Rendering("")


class Outcome(StrEnum):
    """What becomes of an entry of the file."""

    ADDED = "added"
    CHANGED = "changed"
    CONFLICT = "conflict"
    UNCHANGED = "unchanged"


class Change(NamedTuple):
    """An entry of the file beside that of the glossary, and the entry that the import would make of the two.

    `ours` is None where the glossary has none. In a conflict nothing is made: `merged` is the file's entry.
    """

    language: str
    outcome: Outcome
    ours: Entry | None
    merged: Entry


class Difference(NamedTuple):
    """One fact before and after, as a catalog spells it; empty where there is none."""

    name: str
    before: str
    after: str


def compare(
    reading: Reading,
    glossary: Mapping[str, Iterable[Entry]],
    *,
    languages: Sequence[str] = (),
    kind: Kind | None = None,
    prefer: Prefer | None = None,
) -> list[Change]:
    """Return what would become of each entry of a file, in its order.

    `glossary` are the entries of each language; a code of the file that differs from one of these by its
    region alone means it (`ru-RU`). `languages` are those to take, all if empty. `kind` is that of new terms
    from a format without kinds. What the file says of a term holds for the languages that it leaves out, too.
    Raises DocumentError for two entries of the same term, for a term whose kind nobody says, and for a fact
    that no catalog can hold.
    """
    ours = {code: {entry.identity: entry for entry in entries} for code, entries in glossary.items()}
    contexts: dict[str, list[str]] = {}
    for context, text in dict.fromkeys(identity for of_language in ours.values() for identity in of_language):
        contexts.setdefault(text, []).append(context)
    concepts = [_with_kind(concept, contexts, kind) for concept in reading.concepts]
    told = _told(concepts, ours)
    changes: list[Change] = []
    for concept in concepts:
        identity = concept.term.context, concept.term.text
        own = [(_fitting(code, ours), code, entry) for code, entry in concept.entries.items()]
        others = [code for code in ours if identity in ours[code] and (code, identity) not in told]
        for language, code, entry in [*own, *((other, other, _silent(concept)) for other in others)]:
            change = _change(
                language, ours.get(language, {}).get(identity), entry, _said_of(code, reading.says), prefer
            )
            asked = not languages or language in languages
            if asked and (language not in others or change.outcome is Outcome.CHANGED):
                changes.append(change)
    return changes


def differences(change: Change) -> Iterator[Difference]:
    """Yield the facts in which the merged entry differs from the glossary's, all of a new one."""
    before = _spelled(change.ours) if change.ours else {}
    after = _spelled(change.merged)
    for name in dict.fromkeys([*after, *before]):
        if before.get(name, "") != after.get(name, ""):
            yield Difference(name, before.get(name, ""), after.get(name, ""))


def _change(
    language: str, ours: Entry | None, theirs: Entry, says: frozenset[str], prefer: Prefer | None
) -> Change:
    if ours is None:
        retired = theirs.state is State.OBSOLETE
        return Change(language, Outcome.UNCHANGED if retired else Outcome.ADDED, None, theirs)
    if not ours.term.translate and theirs.rendering.text == theirs.term.text:
        theirs = replace(theirs, rendering=replace(theirs.rendering, text=""), state=State.UNTRANSLATED)
    conflict = (
        bool(ours.rendering.text and theirs.rendering.text) and ours.rendering.text != theirs.rendering.text
    )
    if conflict and prefer is None:
        return Change(language, Outcome.CONFLICT, ours, theirs)
    term = _overlaid_term(ours.term, theirs.term, says)
    if conflict and prefer == "ours":
        merged = replace(ours, term=term, path=theirs.path, line=theirs.line)
    else:
        rendering = _overlaid_rendering(ours.rendering, theirs.rendering, says)
        state = _merged_state(ours, theirs, rendering, says)
        merged = Entry(term, rendering, state, theirs.path, theirs.line)
    return Change(language, Outcome.UNCHANGED if merged == ours else Outcome.CHANGED, ours, merged)


@cache
def _said_of(code: str, says: frozenset[str]) -> frozenset[str]:
    return frozenset(name.removeprefix(f"{code}.") for name in says)


def _overlaid_term(ours: Term, theirs: Term, says: frozenset[str]) -> Term:
    said = {
        name: getattr(theirs, name)
        for key, name in _TERM.items()
        if key in says or getattr(theirs, name) != getattr(_NO_TERM, name)
    }
    return replace(ours, **said)


def _overlaid_rendering(ours: Rendering, theirs: Rendering, says: frozenset[str]) -> Rendering:
    said = {
        name: getattr(theirs, name)
        for key, name in _RENDERING.items()
        if key in says or getattr(theirs, name) != getattr(_NO_RENDERING, name)
    }
    return replace(ours, text=theirs.text or ours.text, **said)


def _merged_state(ours: Entry, theirs: Entry, rendering: Rendering, says: frozenset[str]) -> State:
    """Return the state of the file where it speaks of it, or brings a rendering; else the glossary's."""
    if theirs.state in (State.APPROVED, State.OBSOLETE) or rendering.text != ours.rendering.text:
        return theirs.state
    return theirs.state if "state" in says and theirs.rendering.text else ours.state


def _with_kind(concept: Concept, contexts: Mapping[str, list[str]], kind: Kind | None) -> Concept:
    """Return the concept with the kind that the glossary has the term under, or `kind`, where it has none."""
    term = concept.term
    if term.context:
        return concept
    known = contexts.get(term.text, [])
    fitting = [context for context in known if kind in (None, context.partition("/")[0])]
    if concept.entries and (len(fitting) > 1 or not (fitting or kind)):
        entry = next(iter(concept.entries.values()))
        listed = (
            f"the glossary has it as {', '.join(fitting)}" if fitting else "the glossary does not have it"
        )
        raise Place(entry.path, entry.line).error(
            f'the file does not say what kind "{term.text}" is, and {listed}',
            "name it with --kind, or in the file",
        )
    return retold(concept, replace(term, context=fitting[0] if fitting else str(kind or "")))


def _told(concepts: Iterable[Concept], known: Iterable[str]) -> dict[tuple[str, tuple[str, str]], Entry]:
    """Return the entries of a file by language and identity. Raises DocumentError for two of the same."""
    told: dict[tuple[str, tuple[str, str]], Entry] = {}
    for concept in concepts:
        for code, entry in concept.entries.items():
            facts_of(entry)
            first = told.setdefault((_fitting(code, known), entry.identity), entry)
            if first is not entry:
                context, text = entry.identity
                raise Place(entry.path, entry.line).error(
                    f'{context} "{text}" is here a second time'
                    + (f", after line {first.line}" if first.line else ""),
                    "keep one, or tell homonyms apart: kind/qualifier",
                )
    return told


def _silent(concept: Concept) -> Entry:
    """Return an entry that says nothing but what holds for every language."""
    places = [Place(entry.path, entry.line) for entry in concept.entries.values()] or [Place(None, None)]
    return Entry(concept.term, _NO_RENDERING, State.UNTRANSLATED, *places[0])


def _fitting(code: str, known: Iterable[str]) -> str:
    plain = code.replace("-", "_")
    primary = plain.partition("_")[0].lower()
    return next((name for name in (code, plain, primary) if name in known), code)


def _spelled(entry: Entry) -> dict[str, str]:
    facts = {key: " | ".join(values) for key, values in facts_of(entry).items()}
    return {"rendering": entry.rendering.text, "state": entry.state.value, **facts}
