"""Text as a terminal shows it: which columns it takes, which way it runs, and what it must not get to see."""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

JOINERS = "\u200c\u200d"
"""Characters that no one sees but that belong to the spelling of Urdu words, so that output keeps them."""

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")


def visible(text: str) -> str:
    """Return the text with control characters and the like as escapes, since a terminal would obey them."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in JOINERS else _escaped(char) for char in text)


def is_right_to_left(text: str) -> bool:
    """Return whether a text has letters that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def width(text: str) -> int:
    """Return the columns that a terminal needs: none for marks and controls, two for wide letters."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
