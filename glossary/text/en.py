"""English, the source language: tokens, folding, plurals, and words that capitals make ambiguous."""

from __future__ import annotations

import re
import unicodedata

TOKEN = re.compile(
    r"https?://\S*\w|www\.\S*\w|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+"  # addresses and handles stay whole
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # a word; its accents may stand apart
    r"|\S"
)
"""An address, a word, or one sign. White space only separates."""

ADDRESS = re.compile(r"https?://\S*\w/?|www\.\S*\w/?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""A URL or an e-mail address, which no translation may change."""

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
)

READ_AS_WORDS = frozenset({"am", "are", "as", "at", "be", "do", "id", "in", "is", "it", "or", "us", "who"})
"""Words that an acronym turns into where everything is in capitals, as in a headline."""

_PARTICIPLES = frozenset({"born", "bound", "built", "designate", "elect", "held", "led", "made", "run"})

_IRREGULAR = {"person": "people", "child": "children", "chief": "chiefs", "crisis": "crises"}
_PREPOSITIONS = frozenset({"at", "for", "in", "of", "on", "to", "with"})
_POSTPOSED = frozenset({"designate", "elect", "general"})
_RANKS = frozenset({"brigadier", "colonel", "lieutenant", "major"})


def normalized(token: str) -> str:
    """Return a token in NFC, with straight quotes and one kind of hyphen; letter case is kept."""
    return unicodedata.normalize("NFC", token).translate(_SIGNS)


def takes_name(second: str) -> bool:
    """Return whether a name before a hyphen and the word `second` stays a name: *Gulf-based*, *China-led*.

    In other compounds (*US-China*, *Iran-Israel*) the target language has an adjective.
    """
    return second in _PARTICIPLES or second.endswith("ed")


def plural(noun: str) -> str:
    """Return the plural of a lower-case English noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun != "human":
        return noun[:-2] + "en"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def head_index(words: list[str]) -> int:
    """Return which of the lower-case tokens of a noun phrase takes the plural ending.

    *foreign minister* → 1, *head of state* → 0, *secretary-general* → 0, *major general* → 1.
    """
    for i, word in enumerate(words):
        ends_head = word in _PREPOSITIONS or (word in _POSTPOSED and words[0] not in _RANKS)
        if i and ends_head:
            return next(j for j in range(i - 1, -1, -1) if words[j].isalpha() or j == 0)
    return len(words) - 1
