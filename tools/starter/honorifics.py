"""Honorifics before persons: *Mr. Blake*, «г-н Блейк»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from random import Random

from tools.starter.marks import CASES, WITHHELD, Mark, Marked, Row, marks, plain

_CASES = tuple(CASES)
_LETTER = re.compile(r"\w")

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
"""By language and gender; Russian forms in the order of `_CASES`."""

_VOCALIZED = re.compile(r"\b(?:[вкс]о|об)\s$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:^|[,;:(\"“‘—–]|\b(?:about|after|against|and|as|at|because|before|but|by|for|from|if|met|of|on|or|said|says"
    r"|than|that|to|told|when|where|while|with))\s*$",
    re.IGNORECASE,
)
"""What stands before a name that has no office, trade or other honorific before it."""


def with_honorific(row: Row, language: str, random: Random) -> Row:
    """Return a row with an honorific before its first person that goes by one name alone.

    A row without such a person comes back as it is, and so does one where the name is withheld, where a title
    may stand before it, or where a Russian preposition took the form that the name wants («об Обаме»).
    """
    renderings = marks(row.target)
    for person in marks(row.english).values():
        rendering = renderings[person.number]
        before, theirs = (_before(*side) for side in ((row.english, person), (row.target, rendering)))
        ways = _WAYS[language].get(rendering.letters[-1], ())
        if person.letters != "P" or " " in person.text + rendering.text or person.text == WITHHELD:
            continue
        if not ways or not _BEFORE.search(before) or theirs == " " or _VOCALIZED.search(theirs):
            continue
        honorific, forms = random.choice(ways)
        form = forms[_CASES.index(rendering.letters[0])] if language == "ru" else forms[0]
        if not _LETTER.search(plain(row.target[: row.target.index(rendering)])):
            form = form[0].upper() + form[1:]
        return replace(
            row,
            english=_called(row.english, person, honorific),
            target=_called(row.target, rendering, form),
        )
    return row


def _before(pieces: Marked, mark: Mark) -> str:
    """Return the words between a mark and the one before it: a space, where that is its title."""
    return str(pieces[pieces.index(mark) - 1])


def _called(pieces: Marked, mark: Mark, honorific: str) -> Marked:
    at = pieces.index(mark)
    return (*pieces[: at - 1], f"{pieces[at - 1]}{honorific} ", *pieces[at:])
