"""Letters that are not what they look like: other code points, other scripts, and characters nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

_URDU = {
    "ك": "ک",
    "ي": "ی",
    "ى": "ی",
    "ه": "ہ",
    "ة": "ۃ",
    "\u06cc\u0654": "ئ",
    "\u0648\u0654": "ؤ",
    "\u06c1\u0654": "ۂ",
    **{chr(0x660 + n): chr(0x6F0 + n) for n in range(10)},
}
_NOT_CANONICAL = {"ur": regex.compile("|".join(sorted(_URDU, key=len, reverse=True)))}

_LATIN = "ABCEHKMOPTXaceopxyiSsJj"
_CYRILLIC = "АВСЕНКМОРТХасеорхуіЅѕЈј"
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
_MIXED = regex.compile(r"(?=\p{L}*\p{Latin})(?=\p{L}*\p{Cyrillic})\p{L}+")

_INVISIBLE = regex.compile(r"[\p{Cf}\u034f\u115f\u1160\u3164]")
_ZWNJ, _ZWJ = "\u200c", "\u200d"


def not_canonical(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and the right letter where another code point stands for a letter of the language."""
    pattern = _NOT_CANONICAL.get(language)
    for found in pattern.finditer(text) if pattern else ():
        yield found.start(), found.end(), _URDU[found.group()]


def look_alikes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and the right letter for Latin letters in Cyrillic words, and the reverse.

    A word belongs to the script that most of its letters are of; one that is evenly mixed is left alone.
    """
    for word in _MIXED.finditer(text):
        letters = word.group()
        cyrillic = sum(_is_cyrillic(c) for c in letters)
        if 2 * cyrillic == len(letters):
            continue
        table = _TO_CYRILLIC if 2 * cyrillic > len(letters) else _TO_LATIN
        for i, letter in enumerate(letters, start=word.start()):
            if letter in table:
                yield i, i + 1, table[letter]


def invisible(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of characters that nobody sees, but for those that belong there.

    In Urdu the zero-width non-joiner belongs between letters; the joiner belongs in emoji.
    """
    for found in _INVISIBLE.finditer(text):
        at = found.start()
        around = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        joins_letters = all(c.isalpha() for c in around) and all(around)
        if found.group() == _ZWNJ and language == "ur" and joins_letters:
            continue
        if found.group() == _ZWJ and all(around) and not joins_letters:
            continue
        yield at, at + 1


def named(character: str) -> str:
    """Return how to call a character: itself where it is seen, its code point and its name."""
    codes = " ".join(f"U+{ord(c):04X}" for c in character)
    name = unicodedata.name(character, "") if len(character) == 1 else ""
    seen = "" if _INVISIBLE.search(character) else f"“{character}” "
    return f"{seen}{codes}{f' {name}' if name else ''}"


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"
