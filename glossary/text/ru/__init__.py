"""Rules for Russian as a target language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from glossary.model import Form, Kind, Rendering
from glossary.text import generic
from glossary.text.generic import is_word, punctuated
from glossary.text.ru import persons, phrases
from glossary.text.ru.cases import CASES, case_scores
from glossary.text.ru.concord import agreed
from glossary.text.ru.context import (
    CARRIERS_HAVE_CASE,
    begins_open,
    ends_open,
    governed_case,
    grammatical_gender,
    joined,
    known_gender,
    possible_cases,
)
from glossary.text.ru.endings import Cases
from glossary.text.ru.government import apposed_cases, demanded, ruled_cases
from glossary.text.ru.names import one_name
from glossary.text.ru.phrases import Phrase
from glossary.text.ru.transcription import transliterated

__all__ = [
    "CARRIERS_HAVE_CASE",
    "CASES",
    "agreed",
    "apposed_cases",
    "begins_open",
    "case_scores",
    "demanded",
    "ends_open",
    "governed_case",
    "grammatical_gender",
    "is_word",
    "joined",
    "known_gender",
    "one_name",
    "onset",
    "paradigm",
    "possible_cases",
    "punctuated",
    "ruled_cases",
    "skeleton",
    "transliterated",
]

_STRESS = "\u0300\u0301"
_PLAIN = dict(zip("ёЁѐЀѝЍ", "еЕеЕиИ", strict=True))
_STRESSED = frozenset("аеиоуыэюяАЕИОУЫЭЮЯ")

_SUPPLETIVE = frozenset(("год", "ребенок", "человек"))
"""Nouns whose other forms are of another root, as skeletons."""

_quick_skeleton = generic.one_by_one({**generic.ONE_BY_ONE, **_PLAIN}, generic.NOT_ALONE)


def skeleton(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the offset it came from (never falling).

    ё is е, stress marks and soft hyphens are gone; quotes, hyphens, dashes and blanks are one of each kind.
    """
    return _quick_skeleton(text) or _skeleton(text)


def _skeleton(text: str) -> tuple[str, list[int]]:
    folded = generic.replaced(generic.traced(text), generic.PUNCTUATION)
    return generic.untraced(generic.single_blanks(generic.composed(_unstressed(folded))))


def _unstressed(characters: generic.Traced) -> generic.Traced:
    """The characters without stress marks and with е for ё, composed or not."""
    out: generic.Traced = []
    base = " "
    for char, offset in characters:
        if not unicodedata.combining(char):
            base = unicodedata.normalize("NFD", char)[0]
            out.append((_PLAIN.get(char, char), offset))
        elif not (char in _STRESS and base in _STRESSED) and not (char == "\u0308" and base in "еЕ"):
            out.append((char, offset))
    return out


def paradigm(rendering: Rendering, kind: Kind) -> tuple[Form, ...]:
    """Every form of a rendering with Case and Number, the citation form first; forms may share features.

    Forms written by hand win, feature set by feature set; then the rules for persons or for phrases.
    """
    return generic.merged(_forms(_phrase(rendering, kind)), rendering.forms)


def _phrase(rendering: Rendering, kind: Kind) -> Phrase:
    morph = dict(rendering.morph)
    text = rendering.text
    if morph.get("Indecl") == "Yes":
        return phrases.unchanging(text, plural=morph.get("Number") == "Plur")
    if kind is Kind.PERSON:
        return Phrase((persons.cases(text, morph.get("Gender")),), ())
    return phrases.cases(text, kind, morph)


def onset(word: str) -> str:
    """Letters that every form of a word begins with, if it is a skeleton in small letters.

    A short word may lose a vowel: льва, отца.
    """
    return "" if word in _SUPPLETIVE else word[: max(1, min(3, len(word) - 3))]


def _forms(phrase: Phrase) -> Iterator[Form]:
    """The forms of each number, by case; of equal ones the first."""
    for number, variants in (("Sing", phrase.singular), ("Plur", phrase.plural)):
        for index, case in enumerate(CASES):
            for text in dict.fromkeys(variant[index] for variant in variants):
                yield Form((("Case", case), ("Number", number)), text)


assert Cases._fields == tuple(map(str.lower, CASES))  # columns and CASES go together
