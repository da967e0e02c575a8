"""PO as Weblate's glossary has it: what catalogs say in comments, made explicit as entries and flags.

An admitted or forbidden rendering is an entry of its own, of the same `msgid`, since Weblate knows one string
an entry. Its `msgctxt` tells it from the term's (`person/forbidden 1`), and a forbidden one has the flag
`forbidden`. `terminology` asks Weblate to keep the term in every language, `read-only` goes with
`translate: no`. All other facts stay in comments, so that the file is a catalog too.

Flags are read whatever the `msgctxt`; entries without a known kind, or with no `msgctxt`, have none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from glossary.catalog.grammar import Block, blocks
from glossary.catalog.keys import Facts, read_facts
from glossary.catalog.reading import is_fuzzy
from glossary.catalog.writing import format_entry, new_catalog
from glossary.documents.files import STDIN, Source
from glossary.errors import DocumentError
from glossary.exchange.concepts import Concept, Format, Place, Reading, Writing, entry_from, term_from
from glossary.model import Entry, Rendering, State, Term

_ROLE = re.compile(r"(?P<context>.*)/(?P<role>admitted|forbidden) \d+", re.DOTALL)
_FLAGS = re.compile(r"^[ \t]*#[,=](.*)", re.MULTILINE)
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_KEPT = "terminology"
_UNTRANSLATED = "read-only"
_FORBIDDEN = "forbidden"


class _Message(NamedTuple):
    """An entry of the file: whose rendering it is, and which of its renderings."""

    block: Block
    context: str
    role: str
    flags: frozenset[str]

    @property
    def identity(self) -> tuple[str, str]:
        return self.context, self.block.identity[1]


def _read(source: Source, language: str) -> Reading:
    """Return the terms of the file. Raises DocumentError or CatalogError with the line of what is wrong."""
    path = source.path or Path(STDIN)
    found = list(blocks(source.text, path))
    headers = [block for block in found if block.identity == (None, "")]
    named = [match[1] for block in headers if (match := _LANGUAGE.search(block.string))]
    code = language or next(iter(named), "")
    if not code:
        raise DocumentError("the file does not name its language", path=path, remedy="name it with --to")
    messages = [_message(block) for block in found if block not in headers]
    others = _by_term(messages)
    concepts = [
        _concept(message, others.pop(message.identity, {}), code, source)
        for message in messages
        if not message.role
    ]
    for orphans in others.values():
        message = next(iter(orphans.values()))[0]
        raise Place(path, message.block.line).error(
            f'a rendering of "{message.identity[1]}" without the entry of the term',
            f'add the entry with msgctxt "{message.context}"',
        )
    return Reading(concepts, frozenset({f"{code}.state"}), Counter())


def _message(block: Block) -> _Message:
    context = block.identity[0] or ""
    flags = frozenset(flag.strip() for line in _FLAGS.findall(block.comments) for flag in line.split(","))
    own = _ROLE.fullmatch(context)
    if own:
        return _Message(block, own["context"], _FORBIDDEN if _FORBIDDEN in flags else own["role"], flags)
    if _FORBIDDEN in flags:
        return _Message(block, context, _FORBIDDEN, flags)
    return _Message(block, context, "", flags)


def _by_term(messages: Sequence[_Message]) -> dict[tuple[str, str], dict[str, list[_Message]]]:
    """Return the admitted and forbidden renderings of each term, by role.

    One that was flagged by hand has any `msgctxt`: it goes to the term of its kind, or to the only one.
    """
    terms = {message.identity for message in messages if not message.role}
    grouped: dict[tuple[str, str], dict[str, list[_Message]]] = {}
    for message in messages:
        if message.role:
            grouped.setdefault(_owner(message, terms), {}).setdefault(message.role, []).append(message)
    return grouped


def _owner(message: _Message, terms: set[tuple[str, str]]) -> tuple[str, str]:
    context, text = message.identity
    if message.identity in terms:
        return message.identity
    same = [term for term in terms if term[1] == text]
    close = [term for term in same if term[0].partition("/")[0] == context.partition("/")[0]]
    return next((found[0] for found in (close, same) if len(found) == 1), message.identity)


def _concept(message: _Message, others: dict[str, list[_Message]], language: str, source: Source) -> Concept:
    block = message.block
    place = Place(source.path, block.line)
    facts: Facts = read_facts(block.comments)
    if _UNTRANSLATED in message.flags:
        facts["translate"] = ["no"]
    for role, of_role in others.items():
        texts = [other.block.string for other in of_role if other.block.string and not other.block.obsolete]
        if texts:
            facts[role] = [*facts.get(role, []), " | ".join(texts)]
    term = term_from(message.context, block.identity[1], facts, place)
    entry = entry_from(term, block.string, facts, _state(block), place)
    return Concept(term, {language: entry})


def _state(block: Block) -> State:
    if block.obsolete:
        return State.OBSOLETE
    return State.FUZZY if is_fuzzy(block.comments) else State.APPROVED


def _write(concepts: Sequence[Concept], languages: Sequence[str]) -> Writing:
    """Return the entries of the language as a catalog that Weblate takes for its glossary."""
    header = new_catalog(Path(STDIN), languages[0]).text
    entries = [entry for concept in concepts for entry in concept.entries.values()]
    return Writing("\n".join([header, *(text for entry in entries for text in _texts(entry))]), Counter())


def _texts(entry: Entry) -> Iterator[str]:
    rendering = entry.rendering
    flags = [_KEPT] if entry.term.translate else [_UNTRANSLATED, _KEPT]
    yield _flagged(replace(entry, rendering=replace(rendering, admitted=(), forbidden=())), flags)
    for role, texts in (("admitted", rendering.admitted), ("forbidden", rendering.forbidden)):
        for number, text in enumerate(texts, 1):
            term = Term(f"{entry.term.context}/{role} {number}", entry.term.text)
            yield _flagged(Entry(term, Rendering(text)), [_FORBIDDEN] if role == "forbidden" else [])


def _flagged(entry: Entry, flags: list[str]) -> str:
    """Return the block of an entry, its flags on one line behind the comments."""
    settled = State.APPROVED if entry.rendering.text else State.UNTRANSLATED
    fuzzy = ["fuzzy"] if entry.state is State.FUZZY else []
    text = format_entry(replace(entry, state=settled) if fuzzy else entry)
    start = re.search(r"^(?:#~ )?msgctxt ", text, re.MULTILINE)
    assert start is not None
    line = f"#, {', '.join([*fuzzy, *flags])}\n" if fuzzy or flags else ""
    return text[: start.start()] + line + text[start.start() :]


WEBLATE = Format("Weblate PO", _read, _write, bilingual=True)
