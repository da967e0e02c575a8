"""Honorifics before persons: *Mr. Blake*, «г-н Блейк»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from random import Random

from tools.starter.marks import CASES, WITHHELD, Mark, Marked, Row, plain

_MASTER = ("г-н", "г-на", "г-ну", "г-на", "г-ном", "г-не")
_MISTRESS = ("г-жа", "г-жи", "г-же", "г-жу", "г-жой", "г-же")
_DOCTOR = ("доктор", "доктора", "доктору", "доктора", "доктором", "докторе")

_WAYS: Mapping[str, Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "ru": {
        "m": (("Mr.", _MASTER), ("Dr.", _DOCTOR)),
        "f": (("Ms.", _MISTRESS), ("Mrs.", _MISTRESS), ("Dr.", _DOCTOR)),
    },
    "ur": {
        "m": (("Mr.", ("مسٹر",)), ("Dr.", ("ڈاکٹر",))),
        "f": (("Ms.", ("محترمہ",)), ("Mrs.", ("مسز",)), ("Dr.", ("ڈاکٹر",))),
    },
}
"""By language and gender; Russian forms in the order of `marks.CASES`."""

_VOCALIZED = re.compile(r"\b(?:[вкс]о|об)\s$", re.IGNORECASE)


def with_honorific(row: Row, language: str, random: Random) -> Row:
    """Return a row with an honorific and the surname alone for its first person, where no title stands.

    A row without such a person comes back as it is, and so does one where a Russian preposition took the form
    that the name wants («об Обаме»).
    """
    at = next((i for i, p in enumerate(row.english) if isinstance(p, Mark) and p.letters == "P"), None)
    if at is None:
        return row
    person = row.english[at]
    assert isinstance(person, Mark)
    there = next(i for i, p in enumerate(row.target) if isinstance(p, Mark) and p.number == person.number)
    rendering = row.target[there]
    assert isinstance(rendering, Mark)
    ways = _WAYS[language].get(rendering.letters[-1], ())
    if not ways or person.text == WITHHELD or _titled(row.english, at) or _titled(row.target, there):
        return row
    if _VOCALIZED.search(str(row.target[there - 1])):
        return row
    honorific, forms = random.choice(ways)
    form = forms[list(CASES).index(rendering.letters[0])] if language == "ru" else forms[0]
    if not re.search(r"\w", plain(row.target[:there])):
        form = form[0].upper() + form[1:]
    return replace(
        row,
        english=_called(row.english, at, honorific),
        target=_called(row.target, there, form),
    )


def _titled(pieces: Marked, at: int) -> bool:
    """Return whether another term stands right before one."""
    return at > 1 and pieces[at - 1] == " "


def _called(pieces: Marked, at: int, honorific: str) -> Marked:
    before, name = pieces[at - 1], pieces[at]
    assert isinstance(name, Mark)
    surname = name._replace(text=name.text.rpartition(" ")[2])
    return (*pieces[: at - 1], f"{before}{honorific} ", surname, *pieces[at + 1 :])
