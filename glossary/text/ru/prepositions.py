"""Prepositions that change their vowel before the word that follows: в Москве, во Владивостоке."""

from __future__ import annotations

import re

_LEADING = "«„“\"'("
_CONSONANT = "бвгджзйклмнпрстфхцчшщь"
_ACRONYM = re.compile(r"[А-ЯЁ]{2,}")

_INTO = re.compile(rf"[вф][{_CONSONANT}]|льв|мно[гж]|дворц", re.IGNORECASE)
_WITH = re.compile(rf"[сзшж][{_CONSONANT}]|щ|льв|мно[гжй]|мст|вс[еёя]|втор|дворц", re.IGNORECASE)
_WITH_ACRONYMS = frozenset(("СМИ", "СПИД"))
_ABOUT_ME = re.compile(r"мне|вс[её]|что", re.IGNORECASE)


def preposition(before: str, following: str) -> str:
    """`before` in the shape that fits the word `following`; any word but в, с, о and their pairs unchanged.

    Acronyms are judged as they are read aloud, and left with the plain preposition where usage wavers.
    """
    word = following.lstrip(_LEADING)
    if not word or not ("а" <= word[0].lower() <= "я" or word[0] in "Ёё"):
        return before
    choose = _CHOICES.get(before.lower())
    if choose is None:
        return before
    chosen = choose(word)
    return chosen.capitalize() if before[:1].isupper() else chosen


def _into(word: str) -> str:
    return "во" if _INTO.match(word) and not _ACRONYM.match(word) else "в"


def _with(word: str) -> str:
    if _ACRONYM.match(word):
        return "со" if word in _WITH_ACRONYMS else "с"
    return "со" if _WITH.match(word) else "с"


def _about(word: str) -> str:
    if _ABOUT_ME.match(word):
        return "обо"
    return "об" if word[0].lower() in "аиоуэ" else "о"


_CHOICES = {
    **dict.fromkeys(("в", "во"), _into),
    **dict.fromkeys(("с", "со"), _with),
    **dict.fromkeys(("о", "об", "обо"), _about),
}
