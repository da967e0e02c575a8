"""Declension by ending alone: for names and words that no dictionary knows."""

from __future__ import annotations

import re
from typing import NamedTuple


class Cases(NamedTuple):
    """The six cases of one number, in the order of Universal Dependencies' usual tables."""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    loc: str


VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщц"
_NEVER_Y = "гкхжшчщ"
"""After these letters Russian spelling has и, never ы."""

_MASCULINE_ADJECTIVE = re.compile(r".*[аеёиоуыэюя].*(?:[сц]кий|[нжчшщх]ий|ый|ой)")
"""With a vowel before the ending: Толстой, not Цой."""

_SHORT_ADJECTIVE = re.compile(r".+(?:[бвгджзклмнпрт]ск|[еи]цк)а")
"""With a consonant before -ска: Шекеринска, not Дерипаска."""


def same(word: str) -> Cases:
    """The paradigm of a word that never changes."""
    return Cases(word, word, word, word, word, word)


def decline(word: str, *, feminine: bool, animate: bool) -> Cases:
    """The singular of a noun or name by its last letters; unchanged where the ending takes no cases.

    Source: the rules for foreign names in Rosenthal's handbook and the 1980 Academy grammar.
    """
    last = word[-1:].lower()
    if last in ("а", "я"):
        return _first(word)
    if feminine:
        return _third(word) if last == "ь" and not animate else same(word)
    if last == "ъ":  # Коммерсантъ
        made = _hard(word[:-1], animate=animate)
        return made._replace(nom=word, acc=made.acc if animate else word)
    if last in ("ь", "й"):
        return _soft(word, animate=animate)
    if last.isalpha() and last not in VOWELS and last >= "а":
        return _hard(word, animate=animate)
    return same(word)


def _first(word: str) -> Cases:
    stem, before = word[:-1], word[-2:-1].lower()
    if not set(stem.lower()) & set(VOWELS):  # Ма
        return same(word)
    if word[-1] in "Аа" and before in VOWELS:  # Никарагуа, Моруа, Гарсиа
        return same(word)
    if word[-1] in "Яя":
        dative = "и" if before == "и" else "е"
        return Cases(word, stem + "и", stem + dative, stem + "ю", stem + "ей", stem + dative)
    genitive = "и" if before in _NEVER_Y else "ы"
    instrumental = "ей" if before in _HUSHING else "ой"
    return Cases(word, stem + genitive, stem + "е", stem + "у", stem + instrumental, stem + "е")


def _hard(word: str, *, animate: bool) -> Cases:
    instrumental = "ем" if word[-1].lower() in _HUSHING else "ом"
    accusative = word + "а" if animate else word
    return Cases(word, word + "а", word + "у", accusative, word + instrumental, word + "е")


def _soft(word: str, *, animate: bool) -> Cases:
    stem = word[:-1]
    locative = "и" if word[-2:].lower() == "ий" else "е"
    accusative = stem + "я" if animate else word
    return Cases(word, stem + "я", stem + "ю", accusative, stem + "ем", stem + locative)


def _third(word: str) -> Cases:
    stem = word[:-1]
    return Cases(word, stem + "и", stem + "и", word, stem + "ью", stem + "и")


def neuter(word: str) -> Cases:
    """The singular of a neuter in -о (Сараево, Сараева)."""
    stem = word[:-1]
    return Cases(word, stem + "а", stem + "у", word, stem + "ом", stem + "е")


def adjective(word: str, *, feminine: bool) -> Cases | None:
    """The singular of a surname shaped like an adjective (-ский, -ой, -ая), or None where it is not one."""
    lower, stem = word.lower(), word[:-2]
    if feminine:
        return _feminine_adjective(word) if lower.endswith(("ая", "яя")) and len(word) > 4 else None
    if not _MASCULINE_ADJECTIVE.fullmatch(lower):
        return None
    soft = lower.endswith(("ний", "жий", "чий", "ший", "щий"))
    o, y = ("е", "и") if soft else ("о", "и" if stem[-1:].lower() in _NEVER_Y else "ы")
    genitive = stem + o + "го"
    return Cases(word, genitive, stem + o + "му", genitive, stem + y + "м", stem + o + "м")


def polish(word: str) -> Cases | None:
    """The singular of a West or South Slavic woman's surname in -ска (Шекеринской), or None for another."""
    return _feminine_adjective(word + "я")._replace(nom=word) if _SHORT_ADJECTIVE.fullmatch(word) else None


def _feminine_adjective(word: str) -> Cases:
    stem, soft = word[:-2], word.endswith("яя")
    oblique = stem + ("ей" if soft or stem[-1:].lower() in _HUSHING else "ой")
    return Cases(word, oblique, oblique, stem + ("юю" if soft else "ую"), oblique, oblique)


def recased(word: str, model: str) -> str:
    """`word` with the letter case of `model`, letter by letter; an all-caps model makes all caps."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    parts, models = word.split("-"), model.split("-")
    if len(parts) > 1 and len(parts) == len(models):
        return "-".join(map(recased, parts, models))
    head = "".join(new.upper() if old.isupper() else new for new, old in zip(word, model, strict=False))
    return head + word[len(head) :]


def respelled(word: str, model: str) -> str:
    """`word` in the letter case of `model`, and without ё where newswire spelling shows none in `model`."""
    plain = word if "ё" in model.lower() else word.replace("ё", "е")
    return recased(plain, model)
