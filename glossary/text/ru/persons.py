"""Declension of personal names: Russian by pytrovich, known given names by pymorphy3, the rest by ending."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from glossary.text.ru.dictionary import noun_cases, readings
from glossary.text.ru.endings import VOWELS, Cases, adjective, decline, respelled, same
from glossary.text.ru.tables import EAST_ASIAN_SURNAMES, FIXED_NAME_PARTS, FRENCH_FINALS, NAME_PARTICLES

if TYPE_CHECKING:
    from pytrovich.maker import PetrovichDeclinationMaker

_PATRONYMIC = re.compile(r"(?:[ое]вич|ич|[ое]вна|ична|инична)$")
_SLAVIC = re.compile(r"(?:[оеё]в|ин|цын|[оеё]ва|ина|цына|ец)$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FEMININE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|ская|цкая|ая)$")

_FOREIGN_IN = re.compile(r"(?:[влрд]вин|уин|остин|клин|флин|пплин|астин|ардин|берлин)$")
"""Surnames that only look Russian: Остином, Франклином, not -ым."""


def cases(name: str, gender: str | None) -> Cases:
    """The six cases of a personal name; `gender` is a UD value (`Masc`, `Fem`) or None to be guessed."""
    feminine = (gender or guess_gender(name)) == "Fem"
    words = name.split(" ")
    columns = [_word(words, index, feminine=feminine) for index in range(len(words))]
    return Cases(*(" ".join(forms) for forms in zip(*columns, strict=True)))


def guess_gender(name: str) -> str:
    """`Fem` or `Masc`, by the patronymic, the dictionary's given names, or the endings."""
    words = _WORD.findall(name)
    for word in words:
        if _PATRONYMIC.search(word) and len(words) > 2:
            return "Fem" if word.endswith("на") else "Masc"
    for word in words:
        named = readings(word.split("-")[0], "Name", "sing")
        if named:
            return "Fem" if "femn" in named[0].tag else "Masc"
    if not words:
        return "Masc"
    feminine = words[0][-1] in "ая" if len(words) > 1 else _FEMININE_SURNAME.search(words[0])
    return "Fem" if feminine else "Masc"


def _word(words: list[str], index: int, *, feminine: bool) -> Cases:
    word, last = words[index], index == len(words) - 1
    if not _WORD.fullmatch(word) or _is_fixed(words, index):
        return same(word)
    if word[0].islower():
        return _lower_case(word, feminine=feminine)
    if len(words) > 2 and not last and _PATRONYMIC.search(word):
        return _petrovich(word, "MIDDLENAME", feminine=feminine)
    if _is_east_asian(words):
        return decline(word, feminine=feminine, animate=True)
    surname = last if len(words) > 1 else not readings(word, "Name", "sing")
    return _by_parts(word, _surname if surname else _given, feminine=feminine)


def _is_east_asian(words: list[str]) -> bool:
    """Whether the family name stands first and the last word is no Slavic surname (Ян Липавский)."""
    leading = 1 < len(words) <= 3 and words[0] in EAST_ASIAN_SURNAMES
    return leading and not adjective(words[-1], feminine=False)


def _is_fixed(words: list[str], index: int) -> bool:
    """Whether the word never changes: a particle, a numeral (III), or an inner part of an East Asian name."""
    word, last = words[index], index == len(words) - 1
    if word in FRENCH_FINALS:
        return True
    particle = word in NAME_PARTICLES and not (index == 0 and word == "Бен")  # Бен Уоллес
    numeral = len(word) > 1 and word.isupper()
    return (particle or numeral or _is_east_asian(words)) and not last


def _lower_case(word: str, *, feminine: bool) -> Cases:
    """A word before a name (папа Франциск), an Arabic article with its name (аль-Асад), or a particle."""
    article, hyphen, name = word.partition("-")
    if hyphen and name[:1].isupper():
        return Cases(*(article + hyphen + form for form in _surname(name, feminine)))
    gender = "femn" if feminine else "masc"
    nouns = readings(word, "NOUN", "anim", "sing", gender)
    made = nouns and len(word) > 3 and noun_cases(nouns[0], "sing", animate=True, model=word)
    return made or same(word)


def _by_parts(word: str, decline_part: Callable[[str, bool], Cases], *, feminine: bool) -> Cases:
    """A name whose hyphenated parts decline each by itself, but for first parts that never change."""
    *heads, tail = word.split("-")
    columns = [_first_part(head, decline_part, feminine) for head in heads] + [decline_part(tail, feminine)]
    return Cases(*("-".join(forms) for forms in zip(*columns, strict=True)))


def _first_part(part: str, decline_part: Callable[[str, bool], Cases], feminine: bool) -> Cases:
    if part in FIXED_NAME_PARTS | NAME_PARTICLES or part[:1].islower():
        return same(part)
    return decline_part(part, feminine)


def _given(word: str, feminine: bool) -> Cases:
    gender = "femn" if feminine else "masc"
    for reading in readings(word, "Name", "sing", gender):
        made = noun_cases(reading, "sing", animate=True, model=word)
        if made:
            return made
    return decline(word, feminine=feminine, animate=True)


def _surname(word: str, feminine: bool) -> Cases:
    lower = word.lower()
    if lower.endswith(("их", "ых")) and len(lower) > 4:  # Толстых
        return same(word)
    shaped = adjective(word, feminine=feminine)
    if shaped:
        return shaped
    if lower.endswith(("ин", "ина")) and readings(word, "Name", "sing"):  # Рикки Мартин, Шейх Хасина
        return _given(word, feminine)
    if _SLAVIC.search(lower) and (lower[-1] in VOWELS) == feminine and not _FOREIGN_IN.search(lower):
        return _petrovich(word, "LASTNAME", feminine=feminine)
    return decline(word, feminine=feminine, animate=True)


@cache
def _maker() -> PetrovichDeclinationMaker:
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415  # reads its rules from a file

    return PetrovichDeclinationMaker()


def _petrovich(word: str, part: str, *, feminine: bool) -> Cases:
    from pytrovich.enums import Case, Gender, NamePart  # noqa: PLC0415

    gender = Gender.FEMALE if feminine else Gender.MALE
    order = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    made = [_maker().make(NamePart[part], gender, case, word) for case in order]
    return Cases(word, *(respelled(form, word) for form in made))
