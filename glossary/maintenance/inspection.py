"""Everything that is known of one term: its entries in every layer, its forms, and where articles have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from glossary.catalog import catalogs, read_catalog
from glossary.catalog.keys import KEYS, key_lines
from glossary.catalog.reading import collector_paused
from glossary.documents import format_of
from glossary.documents.files import STDIN, Source
from glossary.documents.segment import Segment
from glossary.maintenance.names import Identity, named
from glossary.matcher import Matcher
from glossary.model import Entry, State, Term
from glossary.text import en, target_language

_CONTEXT = 40  # code points on either side of an occurrence


@dataclass(frozen=True, slots=True)
class Inspected:
    """A term, and its entries in each language, the one in force first and those it overrides after it."""

    identity: Identity
    layers: Mapping[str, tuple[Entry, ...]]

    @property
    def term(self) -> Term:
        """The term as the first of its languages has it."""
        return next(iter(self.layers.values()))[0].term


class Occurrence(NamedTuple):
    """A place in an article where a term stands, with the words around it on one line; `line` is 1-based."""

    path: str
    line: int
    before: str
    text: str
    after: str


@collector_paused()
def inspect(folders: Sequence[Path], name: str) -> tuple[Inspected, list[Entry]]:
    """The term that `name` means, and the entries of all terms, the strongest layer first.

    Raises GlossaryError where no term or several have the name, and CatalogError.
    """
    everything = [
        (language, entry)
        for folder in reversed(folders)
        for language, paths in catalogs(folder).items()
        for path in paths
        for entry in read_catalog(path).entries
    ]
    active = [entry for _, entry in everything if entry.state is not State.OBSOLETE]
    identity = named(name, active, (entry for _, entry in everything))
    layers: dict[str, list[Entry]] = {}
    for language, entry in everything:
        if entry.identity == identity:
            layers.setdefault(language, []).append(entry)
    ordered = {
        code: tuple(sorted(layers[code], key=lambda entry: entry.state is State.OBSOLETE))
        for code in sorted(layers)
    }
    return Inspected(identity, ordered), active


def facts(entry: Entry, marker: str) -> list[str]:
    """The facts of the term (`#.`) or of the rendering (`#`), a line each, as the catalog writes them."""
    lines = [line for key, lines in key_lines(entry).items() if KEYS[key].marker == marker for line in lines]
    return [line.removeprefix(f"{marker} ") for line in lines]


def paradigm(entry: Entry, language: str) -> dict[str, dict[str, list[str]]]:
    """The forms of the rendering by UD case and number, variants side by side; none where it is empty."""
    table: dict[str, dict[str, list[str]]] = {}
    if entry.rendering.text:
        for form in target_language(language).paradigm(entry.rendering, entry.term.kind):
            features = dict(form.features)
            cell = table.setdefault(features["Case"], {}).setdefault(features["Number"], [])
            cell += [form.text] if form.text not in cell else []
    return table


def occurrences(articles: Sequence[Source], term: Identity, entries: Iterable[Entry]) -> Iterator[Occurrence]:
    """Where the articles have the term: not within a longer term of the glossary, as in a translation."""
    matcher = Matcher(_distinct(entries, _words(articles)))
    for article in articles:
        for segment in format_of(article.path).parse(article.text):
            for match in matcher.find(segment.text):
                if match.entry.identity == term:
                    yield occurrence(article, segment, match.start, segment.text[match.start : match.end])


def occurrence(article: Source, segment: Segment, start: int, text: str) -> Occurrence:
    """The place of `text`, which begins at `start` of a segment of the article and may go on behind it."""
    return Occurrence(
        str(article.path or STDIN),
        article.text.count("\n", 0, segment.source_offset(start)) + 1,
        _shortened(segment.text[:start][::-1])[::-1],
        text,
        _shortened(segment.text[start + len(text) :]),
    )


def _distinct(entries: Iterable[Entry], words: Collection[str]) -> Iterator[Entry]:
    """The first entry of each identity, of those that begin with one of the words: no other can match."""
    seen: set[Identity] = set()
    for entry in entries:
        texts = (entry.term.text, *entry.term.aliases)
        if entry.identity not in seen and any(_first(text) in words for text in texts):
            yield entry
        seen.add(entry.identity)


def _words(articles: Iterable[Source]) -> frozenset[str]:
    found = (en.TOKEN.finditer(article.text) for article in articles)
    return frozenset(en.normalized(match[0]).casefold() for matches in found for match in matches)


def _first(text: str) -> str:
    match = en.TOKEN.search(text)
    return en.normalized(match[0]).casefold() if match else ""


def _shortened(text: str) -> str:
    """The beginning of a text, cut between words, with an ellipsis where more follows."""
    if len(text) <= _CONTEXT:
        return text
    return text[: _CONTEXT + 1].rpartition(" ")[0] + "…"
