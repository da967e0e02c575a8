"""Declension of personal names: Russian by pytrovich, known given names by pymorphy3, the rest by ending."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from glossary.text.ru.dictionary import knows, noun_cases, readings
from glossary.text.ru.endings import VOWELS, Cases, adjective, decline, polish, respelled, same
from glossary.text.ru.tables import (
    EAST_ASIAN_SURNAMES,
    FIXED_NAME_PARTS,
    FRENCH_FINALS,
    GIVEN_ELSEWHERE,
    MENS_NAMES,
    NAME_PARTICLES,
    RUSSIAN_GIVEN_NAMES,
    WOMENS_NAMES,
)

if TYPE_CHECKING:
    from pytrovich.maker import PetrovichDeclinationMaker

_PATRONYMIC = re.compile(r"(?:[ое]вич|ич|[ое]вна|ична|инична)$")
_SLAVIC = re.compile(r"(?:[оеё]в|ин|цын|[оеё]ва|ина|цына|ец)$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FEMININE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|ская|цкая|ая)$")

_RUSSIAN_OR_NOT = re.compile(r"(?:ина?|ой|[иы]х)$")
"""Endings of surnames that decline in another way, or not at all, where the name is Russian."""

_FOREIGN = re.compile(r"(?:[влрд]вин|уин|^остин|клин|флин|пплин|астин|ардин|берлин|[жшчщ]ой)$")
"""Surnames that look Russian and are not, where no given name tells: Остином, Франклином, not -ым."""

_SHORT_IN = re.compile(r"[^аеёиоуыэюя]+ин")
_TATAR = ("уллин", "уллина")
_DOUBLE = re.compile(r"(?:[оеё]ва?|ина?|[сц]к(?:ий|ая|а)|ой|ич|[уюая]к)$")
"""Endings of Slavic surnames, which change as first parts too: Косиняка-Камыша, but Диас-Канеля."""

_NOBLE = frozenset("да де ди дю фон".split())
_GENERATION = re.compile(r"(.+?)(-| [–—] )((?:млад|стар)ш(?:ий|ая))")
_ARTICLE = re.compile(r"[а-яё]+-[А-ЯЁ]")
_SYLLABLE = r"(?:[кптчцд][хжз]|[бвгджзклмнпрстфхцчш])?(?:[аэоу]й|[аэеёоуюыия]{1,2}(?:нг|нь?|[кмпр]|ль)?)"
_EAST_ASIAN = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?")
"""One or two syllables of Chinese or Korean in Russian letters; no such name has the уай of Гуайдо."""


def cases(name: str, gender: str | None) -> Cases:
    """The six cases of a personal name; `gender` is a UD value (`Masc`, `Fem`) or None to be guessed."""
    feminine = (gender or guess_gender(name)) == "Fem"
    generation = _GENERATION.fullmatch(name)
    if generation:  # Буша-младшего
        younger = adjective(generation[3], feminine=feminine) or same(generation[3])
        return _joined(generation[2], [_cases(generation[1], feminine=feminine), younger])
    return _cases(name, feminine=feminine)


def _cases(name: str, *, feminine: bool) -> Cases:
    words = name.split(" ")
    return _joined(" ", [_word(words, index, feminine=feminine) for index in range(len(words))])


def _joined(joint: str, columns: list[Cases]) -> Cases:
    return Cases(*(joint.join(forms) for forms in zip(*columns, strict=True)))


def guess_gender(name: str) -> str:
    """`Fem` or `Masc`, by the patronymic, known given names, those of the dictionary, or the endings."""
    words = _WORD.findall(name)
    for word in words:
        if _PATRONYMIC.search(word) and len(words) > 2:
            return "Fem" if word.endswith("на") else "Masc"
    for gender, names in (("Fem", WOMENS_NAMES), ("Masc", MENS_NAMES)):
        if len(words) > 1 and words[0] in names:
            return gender
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
        return same(word) if word[-1] in VOWELS else decline(word, feminine=feminine, animate=True)
    if last and _is_surname(words):
        surname = partial(_surname, feminine=feminine, foreign=_is_foreign(words))
        return _by_parts(word, surname, lambda part: bool(_DOUBLE.search(part)))
    return _by_parts(word, partial(_given, feminine=feminine), lambda part: part not in FIXED_NAME_PARTS)


def _is_surname(words: list[str]) -> bool:
    """Whether the last word is a surname: it follows a given name, or is itself none (король Карл)."""
    if any(word[:1].isupper() or word.lower() in _NOBLE for word in words[:-1]):
        return True
    own = words[-1].rpartition("-")[2]
    return not (knows(own) and readings(own, "Name", "sing"))


def _is_foreign(words: list[str]) -> bool:
    """Whether a surname that may be Russian is not, as the given names before it tell, or its own shape."""
    surname = words[-1].lower()
    given = [word for word in words[:-1] if _WORD.fullmatch(word) and word[0].isupper()]
    if given:
        russian = any(word in RUSSIAN_GIVEN_NAMES or _PATRONYMIC.search(word) for word in given)
        return bool(_SHORT_IN.fullmatch(surname)) if russian else not surname.endswith(_TATAR)
    return bool(_FOREIGN.search(surname) or _SHORT_IN.fullmatch(surname))


def _is_east_asian(words: list[str]) -> bool:
    """Whether the family name stands first; names like Ян and Ким are one only before fitting syllables."""
    if not 1 < len(words) <= 3 or words[0] not in EAST_ASIAN_SURNAMES or adjective(words[-1], feminine=False):
        return False
    return words[0] not in GIVEN_ELSEWHERE or all(_EAST_ASIAN.fullmatch(word.lower()) for word in words[1:])


def _is_fixed(words: list[str], index: int) -> bool:
    """Whether the word never changes: a particle, a numeral (III), or an inner part of an Eastern name."""
    word, last = words[index], index == len(words) - 1
    if word in FRENCH_FINALS:
        return True
    particle = word in NAME_PARTICLES and not (index == 0 and word == "Бен")  # Бен Уоллес
    numeral = len(word) > 1 and word.isupper()
    return (particle or numeral or _is_east_asian(words) or _has_epithet(words[index + 1 :])) and not last


def _has_epithet(following: list[str]) -> bool:
    """Whether an Arabic epithet belongs to the given name, before the surname: Сейф аль-Ислама Каддафи."""
    return len(following) > 1 and bool(_ARTICLE.match(following[0])) and following[1][:1].isupper()


def _lower_case(word: str, *, feminine: bool) -> Cases:
    """A word before a name (папа Франциск), an Arabic article with its name (аль-Асад), or a particle."""
    article, hyphen, name = word.partition("-")
    if hyphen and name[:1].isupper():
        return Cases(*(article + hyphen + form for form in _surname(name, feminine=feminine, foreign=True)))
    gender = "femn" if feminine else "masc"
    nouns = readings(word, "NOUN", "anim", "sing", gender)
    made = nouns and len(word) > 3 and noun_cases(nouns[0], "sing", animate=True, model=word)
    return made or same(word)


def _by_parts(word: str, decline_part: Callable[[str], Cases], changes: Callable[[str], bool]) -> Cases:
    """A name whose hyphenated parts decline each by itself, but for first parts that do not change.

    Parts before an article or a title in lower case never do: Зия-уль-Хака, Захир-шаха.
    """
    *heads, tail = word.split("-")
    compound = any(part[:1].islower() for part in (*heads, tail))
    fixed = [compound or part in NAME_PARTICLES or not changes(part) for part in heads]
    columns = [same(part) if stays else decline_part(part) for part, stays in zip(heads, fixed, strict=True)]
    return _joined("-", [*columns, decline_part(tail)])


def _is_inflected(word: str) -> bool:
    """Whether the dictionary has the word as a man's surname that declines: Рериха."""
    return knows(word) and any("Fixd" not in reading.tag for reading in readings(word, "Surn", "masc"))


def _given(word: str, *, feminine: bool) -> Cases:
    gender = "femn" if feminine else "masc"
    for reading in readings(word, "Name", "sing", gender):
        made = noun_cases(reading, "sing", animate=True, model=word)
        if made:
            return made
    return decline(word, feminine=feminine, animate=True)


def _surname(word: str, *, feminine: bool, foreign: bool) -> Cases:
    lower = word.lower()
    if _RUSSIAN_OR_NOT.search(lower) and (foreign or (knows(word) and readings(word, "Name", "sing"))):
        return _given(word, feminine=feminine)  # Корбин, Попшой, Рикки Мартин, Шейх Хасина
    if lower.endswith(("их", "ых")) and len(lower) > 4 and not _is_inflected(word):  # Толстых
        return same(word)
    shaped = adjective(word, feminine=feminine) or (polish(word) if feminine else None)
    if shaped:
        return shaped
    if _SLAVIC.search(lower) and (lower[-1] in VOWELS) == feminine:
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
