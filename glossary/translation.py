"""The pipeline: articles to sentences, through the enforcer, and back to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import regex

from glossary import datelines, proposal, recognition, sentences
from glossary.datelines import Dateline
from glossary.documents import Format
from glossary.documents.segment import Segment
from glossary.enforcement.draft import Outcome, Sentence
from glossary.enforcement.enforcer import Enforcer
from glossary.enforcement.finish import Enforced, Placement
from glossary.engine import MAX_SOURCE_TOKENS, Engine
from glossary.matcher import Matcher, apart, copied
from glossary.model import Entry, Kind, Match, Term
from glossary.text import en, numbers

_WINDOW = 40_000  # characters that are translated together: enough to fill batches of equal length
_CHUNK = 200  # sentences after which progress is told

_SIGN_AT_END = regex.compile(f"(?:{en.SIGN.pattern})$")


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
    `lost_numbers` are the spans of numbers of the article that its translation seems to have otherwise.
    """

    text: str
    occurrences: tuple[Occurrence, ...]
    sentences: int
    kept: tuple[tuple[int, int], ...] = ()
    lost_numbers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence of a segment: its span in it, and what stands in there."""

    start: int
    end: int
    sentence: Sentence


class Translator:
    """Translates articles into one language.

    With `propose`, names that the glossary lacks are transliterated, where the engine can carry them.
    """

    def __init__(
        self, engine: Engine, entries: Iterable[Entry], language: str, *, propose: bool = True
    ) -> None:
        self._engine = engine
        self._matcher = Matcher(entries)
        self._enforcer = Enforcer(engine, language)
        self._language = language
        self._propose = propose and engine.carriers

    def translate(
        self, articles: Iterable[Article], progress: Callable[[int], None] = lambda characters: None
    ) -> Iterator[Translation]:
        """Yield the translation of each article, in order, as soon as its window is done.

        `progress` is called with the number of characters of distinct sentences translated since it was last.
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
        """Yield the sentences of a segment; a dateline is one of its own."""
        line = datelines.find(text, self._matcher)
        if line is None:
            yield from self._sentences(text, 0)
            return
        start, end = line.form.start, line.form.end
        yield from self._sentences(text[:start], 0)
        yield _Unit(start, end, self._dateline(line))
        yield from self._sentences(text[end:], end)

    def _dateline(self, line: Dateline) -> Sentence:
        """Return a dateline as a sentence, written by rule where its places are known or can be proposed."""
        text = line.form.text
        places = [recognition.Candidate(*place, Kind.PLACE) for place in line.unknown_places()]
        terms = _in_order([*line.terms, *self._proposed(text, places)])
        frame = datelines.written(line, terms, self._language)
        others = [] if frame else [copied(span, text[slice(*span)]) for span in line.agencies]
        return Sentence(text, _in_order([*terms, *others]), frame)

    def _sentences(self, text: str, offset: int) -> Iterator[_Unit]:
        """Yield the sentences of a stretch that begins at `offset` of its segment."""
        known = _with_copied(text, self._matcher.find(text))
        candidates = recognition.candidates(text, known) if self._propose else ()
        matches = _in_order([*known, *self._proposed(text, candidates)])
        spans = [(m.start, m.end) for m in matches]

        def length(start: int, end: int) -> int:
            copied = sum(min(m.end, end) - m.start for m in matches if m.copied and start <= m.start < end)
            # What is copied travels as two symbols, however long it is.
            return self._engine.length(text[start:end]) if not copied else 2 + end - start - copied

        for sentence in sentences.split(text, spans, length, MAX_SOURCE_TOKENS):
            start, end = _without_signs(text, *sentence)
            inside = tuple(m.moved(-start) for m in matches if start <= m.start and m.end <= end)
            if start < end:
                yield _Unit(offset + start, offset + end, Sentence(text[start:end], inside))

    def _proposed(self, text: str, names: Iterable[recognition.Candidate]) -> Iterator[Match]:
        """Yield those of the names, which the glossary lacks, that can be transliterated."""
        for start, end, kind in names if self._propose else ():
            entry = proposal.proposed(Term(kind.value, text[start:end]), self._language)
            if entry.rendering.text not in ("", text[start:end]):
                yield Match(start, end, entry, proposed=True)


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


def _with_copied(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches, and between them what is no term and no language: it is to be copied."""
    patterns = (en.ADDRESS, en.ISO_DATE, en.SIGN, en.FOREIGN)
    runs = (run for pattern in patterns for run in pattern.finditer(text))
    return apart([*matches, *(copied(run.span(), run.group()) for run in runs)])


def _in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda m: m.start))


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a sentence without the emoji and control characters at its ends."""
    while start < end and (run := en.SIGN.match(text, start, end)):
        start = run.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    while start < end and (run := _SIGN_AT_END.search(text, start, end)):
        end = start + len(text[start : run.start()].rstrip())
    return start, end


def _assembled(article: Article, plan: _Plan, done: dict[Sentence, Enforced]) -> Translation:
    translations, placed = [], []
    kept: list[tuple[int, int]] = []
    lost: list[tuple[int, int]] = []
    for number, (segment, units) in enumerate(zip(plan.segments, plan.units, strict=True)):
        text, at = "", 0
        for unit in units:
            enforced = done[unit.sentence]
            text += segment.text[at : unit.start]
            placed += [(number, len(text), unit, placement) for placement in enforced.placements]
            if enforced.kept:
                kept.append(_in_article(segment, unit.start, unit.end))
            lost += [
                _in_article(segment, unit.start + start, unit.start + end)
                for start, end in numbers.lost(unit.sentence.text, enforced.text)
            ]
            text, at = text + enforced.text, unit.end
        translations.append(text + segment.text[at:])
    written = article.format.write(article.text, plan.segments, translations)
    occurrences = tuple(
        _occurrence(placement, plan.segments[number], unit, written.starts[number] + base)
        for number, base, unit, placement in placed
        if not placement.match.copied and not _failed_proposal(placement)
    )
    return Translation(written.text, occurrences, sum(map(len, plan.units)), tuple(kept), tuple(lost))


def _in_article(segment: Segment, start: int, end: int) -> tuple[int, int]:
    return segment.source_offset(start), segment.source_offset(end)


def _failed_proposal(placement: Placement) -> bool:
    return placement.match.proposed and placement.outcome is Outcome.UNPLACED


def _occurrence(placement: Placement, segment: Segment, unit: _Unit, base: int) -> Occurrence:
    match = placement.match
    source = _in_article(segment, unit.start + match.start, unit.start + match.end)
    if placement.start is None or placement.end is None:
        return Occurrence(placement, source, None)
    return Occurrence(placement, source, (base + placement.start, base + placement.end))
