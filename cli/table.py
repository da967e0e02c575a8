"""Columns of text that stay in line, right-to-left text among them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from glossary.reports.display import is_right_to_left, visible, width

_WIDEST = 40
"""A longer cell pushes its own row to the right and leaves the others alone."""


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines, with two blanks between the columns."""
    shown = [[visible(cell) for cell in row] for row in rows]
    taken = [[width(cell) for cell in row] for row in shown]
    widths = [min(max(column), _WIDEST) for column in zip(*taken, strict=True)]
    for row, own in zip(shown, taken, strict=True):
        cells = zip(row, own, widths, strict=True)
        yield "  ".join([isolated(cell) + " " * (room - used) for cell, used, room in cells]).rstrip()


def isolated(text: str) -> str:
    """Return the text so that it leaves the order of what stands around it alone on a terminal.

    In a pipe or a file it stays as it is, but for control characters: whoever reads it there wants no marks.
    """
    shown = visible(text)
    return f"\u2068{shown}\u2069" if is_right_to_left(shown) and sys.stdout.isatty() else shown
