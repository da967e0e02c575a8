"""Names of the world in three languages, and persons made of them by chance: so that a model learns to spell.

`names.en-ru-ur.tsv` has a kind (`m` and `f` first names, `s` surnames, `g` towns and regions that the
glossary lacks and whose Russian gender one can tell by the ending), English, Russian, Urdu.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from glossary.model import Entry, Kind, Rendering, Term

NAMES = Path(__file__).with_name("names.en-ru-ur.tsv")
_GENDERS = {"m": "Masc", "f": "Fem"}
_SLAVIC = ("ов", "ев", "ин", "ын", "ий", "ый", "ой")
"""Endings of Russian surnames: women bear them in another form, and foreign surnames decline otherwise."""


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


def persons(language: str, random: Random, number: int, known: Collection[str] = ()) -> Iterator[Entry]:
    """Yield persons nobody knows: for each gender `number` with two names, half as many by surname alone.

    `known` are names that are none of theirs.
    """
    names = load()
    for kind, gender in _GENDERS.items():
        first, last = ([name for name in names if name.kind == k] for k in (kind, "s"))
        foreign = [name for name in last if not name.ru.endswith(_SLAVIC)]
        of_them = last if kind == "m" else foreign
        couples = [(random.choice(first), random.choice(of_them)) for _ in range(number)]
        alone = [(random.choice(foreign),) for _ in range(number // 2)]
        for parts in (*couples, *alone):
            english, rendering = (" ".join(getattr(p, side) for p in parts) for side in ("english", language))
            if english not in known:
                # A surname alone has other forms for women, so that theirs is another term.
                term = Term(f"{Kind.PERSON.value}/{gender}", english)
                yield Entry(term, Rendering(rendering, morph=(("Gender", gender),)))


def places(language: str) -> Iterator[Entry]:
    """Yield the places."""
    for name in load():
        if name.kind == "g":
            gender = "Fem" if name.ru.endswith(("а", "я")) else "Masc"
            morph = (("Gender", gender),) if language == "ru" else ()
            yield Entry(Term(Kind.PLACE, name.english), Rendering(getattr(name, language), morph=morph))
