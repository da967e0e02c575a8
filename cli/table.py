"""Columns of text that stay in line, right-to-left text among them."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

import regex

_WIDEST = 40
"""A longer cell pushes its own row to the right and leaves the others alone."""

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines, with two blanks between the columns."""
    taken = [[_width(cell) for cell in row] for row in rows]
    widths = [min(max(column), _WIDEST) for column in zip(*taken, strict=True)]
    for row, own in zip(rows, taken, strict=True):
        cells = zip(row, own, widths, strict=True)
        yield "  ".join([isolated(cell) + " " * (width - used) for cell, used, width in cells]).rstrip()


def is_right_to_left(text: str) -> bool:
    """Return whether a text has letters that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def isolated(text: str) -> str:
    """Return the text so that it leaves the order of what stands around it alone on a terminal.

    In a pipe or a file it stays as it is: whoever reads it there wants no marks in it.
    """
    return f"\u2068{text}\u2069" if is_right_to_left(text) and sys.stdout.isatty() else text


def _width(text: str) -> int:
    """Return the columns that a terminal needs: none for marks and controls, two for wide letters."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 1 + (unicodedata.east_asian_width(char) in ("W", "F"))
