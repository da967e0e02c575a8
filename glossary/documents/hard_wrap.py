"""Finds the lines that a mail program, a terminal or a wire feed broke at a fixed width.

Three things tell such a break from one that an author made, and all are asked for: the first word of the
next line would not have fitted into the width that explains most breaks of the text; the breaks fall inside
sentences; and no mark of a list, a table, a dateline or an indented paragraph stands there. In doubt a line
stays a line of its own: a list that is joined is lost, a paragraph that is not joined can still be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.datelines.forms import forms

_WIDTHS = range(50, 121)  # columns that text is wrapped at; verse and addresses are mostly narrower
_TAB = 8
_ENOUGH = 4  # breaks inside sentences that one width explains: from here on the text is surely wrapped
_MOST = 0.6  # of the breaks inside sentences; some programs even out the lines, and people edit them

_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_TABULAR = re.compile(r"\S(?:\t+| {3,}| *\| *)\S")
_MARKS = {
    "dash": re.compile(r"[-–—] *\S"),
    "bullet": re.compile(r"[*•·▪◦‣●○■□>#+]\s*\S"),
    "number": re.compile(r"\(?\d{1,3}[.)]\s"),
    "letter": re.compile(r"\(?[A-Za-z][.)]\s|\(?[ivx]{2,5}[.)]\s"),
}
_PROSE = re.compile(r"[,;]$|\w\w[.!?][\"'”’»)]* [A-Z]|" + _STOP.pattern)  # in no headline
# Words that hardly any heading, list item or sentence ends with: what follows goes on with the same sentence.
_OPEN = (
    "an the of and or nor to in on at by for from with into between than that which whose its their his her "
    "our as is are was were be been has have had will would"
)
_TITLES = "Mr. Mrs. Ms. Dr. Prof. Gen. Lt. Col. Maj. Capt. Sgt. Sen. Rep. Gov. St. Prime Foreign"
_OPEN_WORDS = frozenset(f"a {_OPEN} {_OPEN.title()} {_TITLES}".split())
_INITIAL = re.compile(r"[A-Z]\.$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it stands on a screen; `indent` and `edge` are the columns where its text begins and ends."""

    text: str
    indent: int
    edge: int

    @classmethod
    def of(cls, raw: str) -> _Line:
        shown = raw.rstrip().expandtabs(_TAB)
        return cls(raw.strip(), len(shown) - len(shown.lstrip()), len(shown))

    @property
    def ends_sentence(self) -> bool:
        return _STOP.search(self.text) is not None and not self.is_open

    @property
    def is_open(self) -> bool:
        last = self.text.rsplit(None, 1)[-1].lstrip("\"'“‘(")
        return last in _OPEN_WORDS or _INITIAL.fullmatch(last) is not None


@dataclass(frozen=True, slots=True)
class _Break:
    """The break between two lines of a block.

    A wrap to any width from `edge` to `limit` would have put it there. A sentence ends before it where it is
    `closed`, and clearly goes on over it where it is `inside`; where it is `authored`, something new begins.
    """

    edge: int
    limit: int
    closed: bool
    inside: bool
    authored: bool

    def fits(self, width: int) -> bool:
        return self.edge <= width <= self.limit and not self.authored


@dataclass(frozen=True, slots=True)
class _Fill:
    """The columns a text is filled to, 0 if to none, and how many breaks inside sentences they explain."""

    width: int = 0
    support: int = 0

    @property
    def is_sure(self) -> bool:
        return self.support >= _ENOUGH

    def wraps(self, each: _Break) -> bool:
        """Tell whether a break may be a wrap; if the text is surely filled, also on a line edited later."""
        edited = self.is_sure and each.inside and each.edge >= _MOST * self.width
        return each.fits(self.width) or edited


def paragraphs(lines: Sequence[str]) -> Iterator[range]:
    """Yield the numbers of the lines that make up each paragraph, in order; blank lines are left out."""
    spans = list(_blocks(lines))
    blocks = [[_Line.of(lines[number]) for number in span] for span in spans]
    breaks = [_breaks(block) for block in blocks]
    common = _fill([each for block in breaks for each in block])
    for number, (span, block) in enumerate(zip(spans, blocks, strict=True)):
        own = _fill(breaks[number])
        fill = own if own.is_sure else common
        lead = _heading(block, breaks[number]) if number == 0 else 0
        for part in _parts(block, breaks[number], fill, lead):
            yield range(span.start + part.start, span.start + part.stop)


def _blocks(lines: Sequence[str]) -> Iterator[range]:
    """Yield each run of lines that are not blank."""
    start: int | None = None
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            start = number if start is None else start
        elif start is not None:
            yield range(start, number)
            start = None


def _breaks(block: Sequence[_Line]) -> list[_Break]:
    authored = _authored(block)
    return [_break(*pair) for pair in zip(block, block[1:], authored[1:], strict=False)]


def _break(line: _Line, after: _Line, authored: bool) -> _Break:
    gap = 2 if line.ends_sentence else 1  # typists put two spaces after a full stop
    limit = line.edge + gap + len(after.text.split(None, 1)[0]) - 1
    inside = not authored and not line.ends_sentence and (after.text[0].islower() or line.is_open)
    return _Break(line.edge, limit, line.ends_sentence, inside, authored)


def _authored(block: Sequence[_Line]) -> list[bool]:
    """Tell of each line whether a mark at its head says that it begins something new."""
    if any(_TABULAR.search(line.text) for line in block):
        return [True] * len(block)
    marks = [next((name for name, mark in _MARKS.items() if mark.match(line.text)), "") for line in block]
    listed = Counter(mark for mark in marks if mark)
    heads = [bool(mark) and (listed[mark] > 1 or number == 0) for number, mark in enumerate(marks)]
    if not any(heads):
        heads = _indented(block)
    return [head or any(forms(line.text)) for head, line in zip(heads, block, strict=True)]


def _indented(block: Sequence[_Line]) -> list[bool]:
    """Tell of each line whether its indentation begins a paragraph: first lines stand in, or all others."""
    base = min(line.indent for line in block)
    hanging = block[0].indent == base and sum(line.indent > base for line in block) * 2 > len(block)
    return [(line.indent == base) if hanging else (line.indent > base) for line in block]


def _fill(breaks: Sequence[_Break]) -> _Fill:
    """Return the width that explains most breaks inside sentences, if it explains enough of them."""
    inside = [
        each for each in breaks if each.inside and each.limit >= _WIDTHS.start and each.edge < _WIDTHS.stop
    ]

    def explained(width: int) -> tuple[int, int]:
        return sum(each.fits(width) for each in inside), sum(each.fits(width) for each in breaks)

    width = max(_WIDTHS, key=explained)
    support = explained(width)[0]
    return _Fill(width, support) if inside and support >= _MOST * len(inside) else _Fill()


def _heading(block: Sequence[_Line], breaks: Sequence[_Break]) -> int:
    """Return how many lines at the head of a text's first block may be headline, deck and byline."""
    for number, (line, each) in enumerate(zip(block, breaks, strict=False)):
        if each.inside or _PROSE.search(line.text) or any(forms(line.text)):
            return number
    return len(breaks)


def _parts(block: Sequence[_Line], breaks: Sequence[_Break], fill: _Fill, lead: int) -> Iterator[range]:
    """Yield the lines of each paragraph in a block; those above line number `lead` stay by themselves."""
    start = 0
    for stop in range(1, len(block) + 1):
        if stop < len(block) and stop > lead and fill.wraps(breaks[stop - 1]):
            continue
        if _is_paragraph(block, breaks, range(start, stop), fill):
            yield range(start, stop)
        else:
            yield from (range(number, number + 1) for number in range(start, stop))
        start = stop


def _is_paragraph(block: Sequence[_Line], breaks: Sequence[_Break], part: range, fill: _Fill) -> bool:
    """Tell whether lines that may have been wrapped read as one paragraph."""
    run = breaks[part.start : part.stop - 1]
    around = [*breaks[: part.start][-1:], *breaks[part.stop - 1 :][:1]]
    torn = any(each.inside for each in around)  # from lines that cannot have been wrapped
    if torn or sum(each.fits(fill.width) for each in run) * 2 < len(run):
        return False
    goes_on = sum(each.inside for each in run) * 2 >= len(run)
    if goes_on and fill.is_sure:
        return True
    begins = part.start == 0 or block[part.start - 1].ends_sentence
    likely = goes_on or (fill.is_sure and sum(each.closed for each in run) * 2 < len(run))
    return likely and begins and block[part.stop - 1].ends_sentence
