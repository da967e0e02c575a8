"""The pipeline: articles to sentences, through the enforcer, and back to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from glossary import sentences
from glossary.documents import Format
from glossary.documents.segment import Segment
from glossary.enforcement.enforcer import Enforcer
from glossary.enforcement.finish import Enforced, Placement, Sentence
from glossary.engine import MAX_SOURCE_TOKENS, Engine
from glossary.matcher import Matcher
from glossary.model import Entry, Match, Rendering, Term
from glossary.text import en

_WINDOW = 40_000  # characters that are translated together: enough to fill batches of equal length
_CHUNK = 200  # sentences after which progress is told

_ADDRESS = "work/address"


@dataclass(frozen=True, slots=True)
class Article:
    """A text to translate, and the format it is in."""

    text: str
    format: Format


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in an article: its placement, and its spans in the whole texts, in code points."""

    placement: Placement
    source: tuple[int, int]
    target: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Translation:
    """A translated article.

    `kept` are the spans of sentences that no model could translate: they stand in it as they were.
    """

    text: str
    occurrences: tuple[Occurrence, ...]
    sentences: int
    kept: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence of a segment: its span in it, and what stands in there."""

    start: int
    end: int
    sentence: Sentence


class Translator:
    """Translates articles into one language."""

    def __init__(self, engine: Engine, entries: Iterable[Entry], language: str) -> None:
        self._engine = engine
        self._matcher = Matcher(entries)
        self._enforcer = Enforcer(engine, language)

    def translate(
        self, articles: Iterable[Article], progress: Callable[[int], None] = lambda characters: None
    ) -> Iterator[Translation]:
        """Yield the translation of each article, in order, as soon as its window is done.

        `progress` is called with the number of source characters that were translated since it was last.
        """
        for window in _windows(articles):
            plans = [self._plan(article) for article in window]
            wanted = dict.fromkeys(unit.sentence for plan in plans for units in plan.units for unit in units)
            done = self._enforce(sorted(wanted, key=lambda s: len(s.text)), progress)
            for article, plan in zip(window, plans, strict=True):
                yield _assembled(article, plan, done)

    def _enforce(
        self, wanted: Sequence[Sentence], progress: Callable[[int], None]
    ) -> dict[Sentence, Enforced]:
        done: dict[Sentence, Enforced] = {}
        rest = iter(wanted)
        while chunk := list(islice(rest, _CHUNK)):
            done.update(zip(chunk, self._enforcer.enforce(chunk), strict=True))
            progress(sum(len(sentence.text) for sentence in chunk))
        return done

    def _plan(self, article: Article) -> _Plan:
        segments = article.format.parse(article.text)
        return _Plan(segments, tuple(tuple(self._units(segment.text)) for segment in segments))

    def _units(self, text: str) -> Iterator[_Unit]:
        matches = sorted([*self._matcher.find(text), *_addresses(text)], key=lambda m: m.start)
        spans = [(m.start, m.end) for m in matches]
        for start, end in sentences.split(text, spans, self._engine.length, MAX_SOURCE_TOKENS):
            inside = tuple(_moved(m, -start) for m in matches if start <= m.start and m.end <= end)
            yield _Unit(start, end, Sentence(text[start:end], inside))


@dataclass(frozen=True, slots=True)
class _Plan:
    segments: tuple[Segment, ...]
    units: tuple[tuple[_Unit, ...], ...]  # of each segment


def _windows(articles: Iterable[Article]) -> Iterator[list[Article]]:
    window: list[Article] = []
    for article in articles:
        window.append(article)
        if sum(len(a.text) for a in window) >= _WINDOW:
            yield window
            window = []
    if window:
        yield window


def _addresses(text: str) -> Iterator[Match]:
    """Yield URLs and e-mail addresses as terms that are their own rendering."""
    for found in en.ADDRESS.finditer(text):
        rendering = Rendering(found.group(), morph=(("Indecl", "Yes"),))
        entry = Entry(Term(_ADDRESS, found.group(), translate=False), rendering)
        yield Match(found.start(), found.end(), entry)


def _moved(match: Match, by: int) -> Match:
    return Match(match.start + by, match.end + by, match.entry, match.plural, match.ambiguous)


def _assembled(article: Article, plan: _Plan, done: dict[Sentence, Enforced]) -> Translation:
    translations, placed = [], []
    kept: list[tuple[int, int]] = []
    for number, (segment, units) in enumerate(zip(plan.segments, plan.units, strict=True)):
        text, at = "", 0
        for unit in units:
            enforced = done[unit.sentence]
            text += segment.text[at : unit.start] or (" " if at else "")
            placed += [(number, len(text), unit, placement) for placement in enforced.placements]
            if enforced.kept:
                kept.append((segment.source_offset(unit.start), segment.source_offset(unit.end)))
            text, at = text + enforced.text, unit.end
        translations.append(text + segment.text[at:])
    written = article.format.write(article.text, plan.segments, translations)
    occurrences = tuple(
        _occurrence(placement, plan.segments[number], unit, written.starts[number] + base)
        for number, base, unit, placement in placed
        if placement.match.entry.term.context != _ADDRESS
    )
    return Translation(written.text, occurrences, sum(map(len, plan.units)), tuple(kept))


def _occurrence(placement: Placement, segment: Segment, unit: _Unit, base: int) -> Occurrence:
    match = placement.match
    source = segment.source_offset(unit.start + match.start), segment.source_offset(unit.start + match.end)
    if placement.start is None or placement.end is None:
        return Occurrence(placement, source, None)
    return Occurrence(placement, source, (base + placement.start, base + placement.end))
