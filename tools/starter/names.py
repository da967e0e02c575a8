"""Names of the world in three languages, and persons made of them by chance: so that a model learns to spell.

`names.en-ru-ur.tsv` has a kind (`m` and `f` first names, `s` surnames, `g` places), English, Russian, Urdu.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from glossary.model import Entry, Kind, Rendering, Term

NAMES = Path(__file__).with_name("names.en-ru-ur.tsv")
_GENDERS = {"m": "Masc", "f": "Fem"}
_OF_MEN = ("ов", "ев", "ин", "ын", "ий", "ый", "ой")
"""Endings of Russian surnames that women bear in another form."""


class Name(NamedTuple):
    """A name; `kind` is `m` or `f` for first names, `s` for a surname, `g` for a place."""

    kind: str
    english: str
    ru: str
    ur: str


def load() -> list[Name]:
    """Return all names, in the order of the file."""
    with NAMES.open(encoding="utf-8", newline="\n") as lines:
        return [Name(*line.rstrip("\n").split("\t")) for line in lines]


def persons(language: str, random: Random, number: int) -> Iterator[Entry]:
    """Yield persons nobody is: for each gender `number` with two names, and half as many by surname alone."""
    names = load()
    for kind, gender in _GENDERS.items():
        first = [name for name in names if name.kind == kind]
        last = [n for n in names if n.kind == "s" and (kind == "m" or not n.ru.endswith(_OF_MEN))]
        for i in range(number + number // 2):
            parts = [random.choice(first), random.choice(last)][i >= number :]
            english, rendering = (" ".join(getattr(p, side) for p in parts) for side in ("english", language))
            # A surname alone has other forms for women, so that it is another term.
            yield Entry(
                Term(f"{Kind.PERSON.value}/{gender}", english),
                Rendering(rendering, morph=(("Gender", gender),)),
            )


def places(language: str) -> Iterator[Entry]:
    """Yield the places."""
    for name in load():
        if name.kind == "g":
            yield Entry(Term(Kind.PLACE, name.english), Rendering(getattr(name, language)))
