"""Words of any script as rough Latin consonants, to recognise a name that was transliterated another way."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh  i  e yu ya e".split(" "),
        strict=True,
    )
)
_URDU = {
    **dict.fromkeys("اآعأىیےيئہھهءةۃ", "a"),  # dropped in the end, but keeps consonants apart
    **dict.fromkeys("تطٹة", "t"),
    **dict.fromkeys("سصثش", "s"),
    **dict.fromkeys("زضظذژ", "z"),
    **dict.fromkeys("کكق", "k"),
    "ب": "b",
    "پ": "p",
    "ج": "j",
    "چ": "ch",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ڈ": "d",
    "ر": "r",
    "ڑ": "r",
    "غ": "g",
    "گ": "g",
    "ف": "f",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ں": "n",
    "و": "v",
}
_LETTERS = _CYRILLIC | _URDU
_ALIKE = (
    ("sch", "s"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("ts", "s"), ("dj", "j"), ("dzh", "j"), ("dh", "d"), ("bh", "b"), ("q", "k"), ("x", "ks"), ("w", "v"),
    ("c", "k"),
)  # fmt: skip


def consonants(word: str) -> str:
    """Return the consonants of a word as few Latin letters, in which sounds often confused are one."""
    text = unicodedata.normalize("NFC", word).lower()
    latin = "".join(_LETTERS.get(c, c) for c in text)
    plain = "".join(c for c in unicodedata.normalize("NFD", latin) if c.isalpha())
    for many, one in _ALIKE:
        plain = plain.replace(many, one)
    kept = "".join(c for c in plain if c not in "aeiouyh")
    return "".join(c for i, c in enumerate(kept) if i == 0 or c != kept[i - 1])


def readings(words: str) -> tuple[str, str]:
    """Return words with the Urdu و as a consonant, which it is in some, and as a vowel, as in others."""
    return words, words.replace("و", "")


def likeness(word: str, other: str) -> float:
    """Return how alike two words sound, from 0 to 1; words without consonants are like nothing."""
    a, b = consonants(word), consonants(other)
    if not a or not b:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
