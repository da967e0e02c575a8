"""What the rules look at: a stretch of source text with its translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from glossary.enforcement import assignment
from glossary.enforcement.draft import Draft, Outcome, Slot
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher
from glossary.model import Excerpt, Finding, Fix, Match, Severity

Remedy = Callable[[int, int, str], Fix | None]
"""What changes code points start to end of a line to a text, in its file; None where that cannot be."""


def _irremediable(start: int, end: int, text: str) -> None:
    del start, end, text


@dataclass(frozen=True)
class Line:
    """A line of a file, or what stands for one: its 1-based number, its text, and how it is changed there.

    `shown` gives the file's own line for code points start to end of `text`; None where `text` is that line.
    """

    path: Path
    number: int
    text: str
    remedy: Remedy = field(default=_irremediable, compare=False)
    shown: Callable[[int, int], Excerpt] | None = field(default=None, compare=False)

    def excerpt(self, start: int = 0, end: int = 0) -> Excerpt:
        """Return the line of the file, and where code points start to end of `text` are in it."""
        if self.shown:
            return self.shown(start, end)
        return Excerpt(self.path, self.number, self.text, start, end)


def literal(offset: int) -> Remedy:
    """Return the remedy for a line that stands in its file as it is, from `offset` on."""
    return lambda start, end, text: Fix(offset + start, offset + end, text)


@dataclass(frozen=True)
class Passage:
    """A line of a translation and what it translates; `certain` is false where the alignment is a guess."""

    source: Line
    target: Line
    certain: bool = True
    ignored: frozenset[str] = field(default_factory=frozenset)


def doubt(certain: bool) -> str:
    """Return what a message adds where the alignment is a guess, which may be wrong."""
    return "" if certain else " (the paragraph counts differ: aligned by length, numbers and names)"


@dataclass(frozen=True)
class Judge:
    """The glossary of one language, ready to judge passages."""

    language: str
    matcher: Matcher
    lexicon: Lexicon
    each: bool = True

    def look(self, passage: Passage) -> View:
        """Return the passage as the rules see it."""
        return View(passage, self)


@dataclass(frozen=True)
class View:
    """A passage, and what is found in it, computed when a rule first asks."""

    passage: Passage
    judge: Judge

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """The terms of the source, in order."""
        return tuple(self.judge.matcher.find(self.passage.source.text))

    @cached_property
    def claimed(self) -> Draft:
        """The target with a slot for each occurrence that it renders, as many as possible."""
        draft = Draft(self.passage.source.text, (self.passage.target.text,))
        return assignment.claim(draft, self.matches, Outcome.OK, self.judge.lexicon)

    @cached_property
    def slots(self) -> dict[int, tuple[int, int]]:
        """Where each placed occurrence stands in the target."""
        spans, at = {}, 0
        for piece in self.claimed.pieces:
            text = piece.text if isinstance(piece, Slot) else piece
            if isinstance(piece, Slot):
                spans[piece.occurrence] = at, at + len(text)
            at += len(text)
        return spans

    def missing(self) -> Iterator[int]:
        """Yield the occurrences that the target does not render, or all but one of each term by policy."""
        placed = {self.matches[i].entry.identity for i in self.slots}
        for i, match in enumerate(self.matches):
            if i not in self.slots and (self.judge.each or match.entry.identity not in placed):
                yield i

    def finding(  # noqa: PLR0913 - keywords, most of them left out
        self,
        rule: str,
        severity: Severity,
        message: str,
        *,
        term: str = "",
        match: Match | None = None,
        source: tuple[int, int] = (0, 0),
        target: tuple[int, int] = (0, 0),
        fix: str | None = None,
    ) -> Finding:
        """Return a finding about spans of the two lines; `fix` is what the target span is to become.

        `match` says which term it is about, and gives the span of the source.
        """
        a, b = self.passage.source, self.passage.target
        if match:
            term, source = match.entry.term.text, (match.start, match.end)
        return Finding(
            rule,
            severity,
            message + doubt(self.passage.certain),
            b.path,
            b.excerpt(*target).line,
            term,
            target=b.excerpt(*target),
            source=a.excerpt(*source),
            fix=None if fix is None else b.remedy(*target, fix),
            sentence=b.text,
            entry=match.entry if match else None,
        )
