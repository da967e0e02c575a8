"""What the words around a term say of its case."""

from __future__ import annotations

import re

from glossary.model import Kind, Rendering
from glossary.text.ru.dictionary import cases_of, gender, readings
from glossary.text.ru.persons import guess_gender
from glossary.text.ru.prepositions import preposition

CARRIERS_HAVE_CASE = True

_LAST_WORD = re.compile(r"([^\W\d_]+)(\s*)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_GOVERNED = {
    **dict.fromkeys(
        "без для до из из-за из-под от у около ради против среди после кроме вместо вокруг возле насчет "
        "ввиду вследствие относительно накануне посредством путем помимо".split(),
        "Gen",
    ),
    **dict.fromkeys("к ко благодаря вопреки согласно навстречу".split(), "Dat"),
    **dict.fromkeys("про через сквозь".split(), "Acc"),
    **dict.fromkeys("над надо перед передо между".split(), "Ins Gen"),
    **dict.fromkeys("при".split(), "Loc"),
    **dict.fromkeys("в во на о об обо".split(), "Acc Loc"),
    **dict.fromkeys("за под".split(), "Acc Ins"),
    **dict.fromkeys("с со".split(), "Gen Ins Acc"),
    **dict.fromkeys("по".split(), "Dat Acc Loc"),
}


def governed_case(after: str) -> str | None:
    """Return None: in Russian what follows a noun decides nothing about its case."""
    del after
    return None


def possible_cases(before: str, replaced: str) -> frozenset[str]:
    """Return the cases that a preposition right before leaves open, of those the replaced words may have.

    Where the two contradict one another, the preposition is believed; where neither says anything, no case
    is returned.
    """
    found = _LAST_WORD.search(before)
    governed = frozenset(_GOVERNED.get(found[1].lower(), "").split()) if found else frozenset()
    words = (cases_of(word) for word in _WORD.findall(replaced))
    had = next((cases for cases in words if cases), frozenset())
    return governed & had or governed or had


def joined(before: str, form: str) -> str:
    """Return the text `before` with its last preposition in the shape that goes with `form`: во Львове."""
    found = _LAST_WORD.search(before)
    if not found or not found[2]:
        return before
    return before[: found.start()] + preposition(found[1], form) + found[2]


def grammatical_gender(rendering: Rendering, kind: Kind) -> str:
    """Return the UD gender of a rendering: as its catalog says, else of the name or the head noun."""
    stated = dict(rendering.morph).get("Gender")
    if stated:
        return stated
    if kind is Kind.PERSON:
        return guess_gender(rendering.text)
    nouns = (noun for word in _WORD.findall(rendering.text) for noun in readings(word, "NOUN")[:1])
    head = next(nouns, None)
    return {"masc": "Masc", "femn": "Fem", "neut": "Neut"}.get((head and gender(head)) or "", "Masc")
