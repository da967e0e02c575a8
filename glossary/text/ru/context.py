"""What the words around a term say of its case."""

from __future__ import annotations

import re

from glossary.model import Kind, Rendering
from glossary.text.ru.dictionary import analyses, cases_of, gender, knows, readings
from glossary.text.ru.persons import guess_gender
from glossary.text.ru.prepositions import preposition

CARRIERS_HAVE_CASE = True

_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}

_FUNCTION_WORDS = frozenset(("PREP", "CONJ"))
_NO_ATTRIBUTES = frozenset((*_FUNCTION_WORDS, "PRCL", "VERB", "INFN", "GRND", "PRTS", "ADVB"))
"""Parts of speech, as pymorphy3 names them, that are in no noun phrase."""
_STOPS = frozenset((".", "!", "?", "…"))

_LAST_WORD = re.compile(r"([^\W\d_]+)(\s*)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def governed_case(after: str) -> str | None:
    """Return None: in Russian what follows a noun decides nothing about its case."""
    del after
    return None


def possible_cases(replaced: str) -> frozenset[str]:
    """Return the cases that all words of a phrase can have, as far as they agree; none where none is known.

    What follows the head of a phrase has a case of its own and is left out of account.
    """
    found: frozenset[str] = frozenset()
    for word in _WORD.findall(replaced):
        own = cases_of(word)
        if found and not found & own:
            break
        found = found & own if found else own
    return found


def ends_open(before: str) -> bool:
    """Return whether a noun phrase begins after `before`: nothing, or a word that is in none."""
    words = before.split()
    return not words or _is_outside_phrases(words[-1])


def begins_open(after: str) -> bool:
    """Return whether a name may end before `after`: a full stop or a word that is in no phrase begins it."""
    words = after.split()
    return not words or words[0] in _STOPS or _is_outside_phrases(words[0])


def _is_outside_phrases(word: str) -> bool:
    part = analyses(word)[0].tag.POS if word.isalpha() else None
    return part in _FUNCTION_WORDS or (word.islower() and part in _NO_ATTRIBUTES)


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
    return _GENDERS.get((head and gender(head)) or "", "Masc")


def known_gender(rendering: Rendering, kind: Kind) -> str | None:
    """Return the UD gender that the catalog or the dictionary is sure of; None where neither is."""
    stated = dict(rendering.morph).get("Gender")
    if stated or kind is Kind.PERSON:
        return stated
    words = [
        word for word in _WORD.findall(rendering.text) if analyses(word)[0].tag.POS not in ("ADJF", "PRTF")
    ]
    if not words or not knows(words[0]):
        return None
    nouns = readings(words[0], "NOUN")
    return _GENDERS.get(gender(nouns[0]) or "") if nouns else None
