"""How much a glossary has, and how much of articles it covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.catalog import load_glossary
from glossary.documents.files import STDIN, Source
from glossary.maintenance.listing import Row, folder_name, folder_of
from glossary.matcher import Matcher
from glossary.model import Kind, State
from glossary.suggestion import Reading


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries of a kind a language has in each state, all of them from one glossary folder."""

    language: str
    kind: Kind
    origin: str
    states: Mapping[State, int]


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """What a glossary knows of an article in one language.

    `known` are occurrences of approved terms; `unknown` counts the names and titles of which some word is in
    none, by headword.
    """

    path: str
    language: str
    known: int
    unknown: Mapping[str, int]

    @property
    def share(self) -> float:
        """The known part of all, from 0 to 1; of nothing, all is known."""
        total = self.known + sum(self.unknown.values())
        return self.known / total if total else 1.0


def counts(rows: Iterable[Row]) -> list[Count]:
    """The entries counted, sorted by language, kind and the name of the folder that they come from."""
    found: dict[tuple[str, Kind, str], Counter[State]] = {}
    for row in rows:
        for language, entry in row.entries.items():
            key = language, entry.term.kind, folder_name(folder_of(entry))
            found.setdefault(key, Counter())[entry.state] += 1
    order = list(Kind)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], order.index(item[0][1]), item[0][2]))
    return [Count(*key, {state: states[state] for state in State}) for key, states in ordered]


def totals(counts: Iterable[Count], *facets: str) -> dict[tuple[str, ...], Counter[State]]:
    """The counts added up by some of `language`, `kind` and `origin`: their values, and entries by state."""
    found: dict[tuple[str, ...], Counter[State]] = {}
    for count in counts:
        key = tuple(str(getattr(count, facet)) for facet in facets)
        found.setdefault(key, Counter()).update(count.states)
    return found


def coverage(
    articles: Sequence[Source], folders: Sequence[Path], languages: Iterable[str]
) -> Iterator[ArticleCoverage]:
    """What the layered glossary knows of each article in each language. Raises CatalogError."""
    matchers = {code: Matcher(load_glossary(folders, code).enforced) for code in languages}
    for article in articles:
        for language, matcher in matchers.items():
            reading = Reading(article, matcher)
            unknown = Counter(term.text for term, _ in reading.unknown())
            yield ArticleCoverage(str(article.path or STDIN), language, len(reading.matches), unknown)
