"""Where texts stand in their files: the file's own lines, and texts that are spread over some of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from glossary.checks.passage import Line, literal
from glossary.documents.lines import Lines
from glossary.documents.segment import Segment
from glossary.model import Excerpt, Fix

_END = re.compile(r"\r\n|\r|\n")


class FileLines:
    """The lines of a file as editors count them, to show where in them something stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self._texts = _END.split(text)
        self._lines = Lines(text)

    def number(self, offset: int) -> int:
        """Return the 1-based number of the line that holds an offset."""
        return self._lines.number(offset)

    def line(self, number: int) -> Excerpt:
        """Return a line without any part of it that matters."""
        return Excerpt(self.path, number, self._texts[number - 1])

    def excerpt(self, start: int, end: int) -> Excerpt:
        """Return the line of offset `start`, with the part up to `end`, or up to its own end."""
        line = self.line(self.number(start))
        column = self._lines.column(start) - 1
        return replace(line, start=column, end=min(column + end - start, len(line.text)))


def lines_of(file: FileLines) -> list[Line]:
    """Return the lines of a text, as documents count them: a form feed, too, ends one."""
    texts = file.text.splitlines()
    starts = accumulate(map(len, file.text.splitlines(keepends=True)), initial=0)
    return [_line(file, text, start) for text, start in zip(texts, starts, strict=False)]


def _line(file: FileLines, text: str, offset: int) -> Line:
    def shown(start: int, end: int) -> Excerpt:
        return file.excerpt(offset + start, offset + end)

    return Line(file.path, file.number(offset), text, literal(offset), shown)


def paragraph(file: FileLines, segment: Segment) -> Line:
    """Return a segment of a text, which may be spread over hard-wrapped lines of it."""

    def span(start: int, end: int) -> tuple[int, int]:
        first = segment.source_offset(start)
        return first, segment.source_offset(end - 1) + 1 if start < end else first

    def remedy(start: int, end: int, text: str) -> Fix | None:
        first, last = span(start, end)
        as_it_is = file.text[first:last] == segment.text[start:end]
        return Fix(first, last, text) if as_it_is else None

    def shown(start: int, end: int) -> Excerpt:
        return file.excerpt(*span(start, end))

    return Line(file.path, file.number(segment.start), segment.text, remedy, shown)


def merged(lines: Sequence[Line]) -> Line:
    """Return lines as one, joined by blanks; what reaches over such a blank has no remedy."""
    if len(lines) == 1:
        return lines[0]
    starts = list(accumulate((len(line.text) + 1 for line in lines[:-1]), initial=0))

    def at(start: int) -> tuple[Line, int]:
        index = bisect_right(starts, start) - 1
        return lines[index], starts[index]

    def remedy(start: int, end: int, text: str) -> Fix | None:
        line, first = at(start)
        return line.remedy(start - first, end - first, text) if end - first <= len(line.text) else None

    def shown(start: int, end: int) -> Excerpt:
        line, first = at(start)
        return line.excerpt(start - first, min(end - first, len(line.text)))

    return Line(lines[0].path, lines[0].number, " ".join(line.text for line in lines), remedy, shown)
