"""Marked text: sentences in which terms stand as `[1P:Vladimir Putin]`, and the rows made of them.

English marks have a number and the kind: `P` person, `T` title, `G` place, `O` organization, `E` event or any
other name; rows marked by the recipe add `W` work and `C` concept. Russian marks have case (`n g d a i l`)
and gender (`m f n`, `p` for plurals), Urdu ones gender alone. A withheld name is `*` in every column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from glossary.enforcement.carriers import CASES as SYMBOLS
from glossary.model import Kind

WITHHELD = "*"

KINDS = {
    Kind.PERSON: "P",
    Kind.TITLE: "T",
    Kind.PLACE: "G",
    Kind.ORGANIZATION: "O",
    Kind.EVENT: "E",
    Kind.WORK: "W",
    Kind.CONCEPT: "C",
}
CASES = dict(zip("ngdail", SYMBOLS.values(), strict=True))
"""Case letters and their Universal Dependencies values."""

GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n", "Plur": "p"}

_MARK = re.compile(r"\[(\d)([A-Z]|[ngdail]?[mfnp]):([^\[\]]+)\]")
_LOWER = {case: letter for letter, case in CASES.items()}


class Mark(NamedTuple):
    """A term in a marked text: its number in the row, its letters, and the words that stand there."""

    number: int
    letters: str
    text: str


Marked = tuple[str | Mark, ...]
"""Plain stretches and marks in turn."""


class Pair(NamedTuple):
    """A sentence and its translation as a model is to see them."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Row:
    """A marked sentence and its translation; marks of one number belong together."""

    origin: str
    licence: str
    english: Marked
    target: Marked

    @property
    def withheld(self) -> bool:
        """Whether a person's name is withheld: such a row never stands in words."""
        return any(mark.text == WITHHELD for mark in marks(self.english).values())

    def plain(self) -> Pair:
        """Return the row in words."""
        return Pair(plain(self.english), plain(self.target))


def read(text: str) -> Marked:
    """Return a marked text as stretches and marks."""
    pieces: list[str | Mark] = []
    at = 0
    for found in _MARK.finditer(text):
        pieces += [text[at : found.start()], Mark(int(found[1]), found[2], found[3])]
        at = found.end()
    return (*pieces, text[at:])


def write(pieces: Marked) -> str:
    """Return the text that `read` makes the same pieces of."""
    return rendered(pieces, lambda mark: f"[{mark.number}{mark.letters}:{mark.text}]")


def plain(pieces: Marked) -> str:
    """Return the text without marks."""
    return rendered(pieces, lambda mark: mark.text)


def rendered(pieces: Marked, words: Callable[[Mark], str]) -> str:
    """Return the text with what `words` makes of each mark."""
    return "".join(piece if isinstance(piece, str) else words(piece) for piece in pieces)


def marks(pieces: Marked) -> dict[int, Mark]:
    """Return the marks by number, in order of position."""
    return {piece.number: piece for piece in pieces if isinstance(piece, Mark)}


def letters(case: str, gender: str, language: str) -> str:
    """Return the letters of a target mark for a UD case and gender (or `Plur`)."""
    return (_LOWER[case] if language == "ru" else "") + GENDERS[gender]
