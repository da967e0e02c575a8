"""English, the source language: tokens, folding, plurals, and words that capitals make ambiguous."""

from __future__ import annotations

import re
import unicodedata

import regex

_ADDRESS = (
    r"https?://\S*\w/?|www\.\S*\w/?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|info|ru|pk|uk|cn|eu|io)\b(?:/\S*\w/?)?"
)
TOKEN = re.compile(
    rf"{_ADDRESS}"
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # a word; its accents may stand apart
    r"|\S",
    re.IGNORECASE,
)
"""An address or handle, a word, or one sign. White space only separates."""

ADDRESS = re.compile(_ADDRESS, re.IGNORECASE)
"""A URL, an e-mail address, a domain, a handle or a hashtag."""

SIGN = regex.compile(
    r"(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{EMod}][\ufe0f\u200d\u20e3]*)+"
    r"|\x1b\[[\d;]*\w|[\x00-\x08\x0e-\x1f\x7f-\x9f]+"
)
"""A run of emoji, or of control characters."""

ISO_DATE = re.compile(r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])")
"""A calendar date in digits (ISO 8601)."""

OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
"""What leads from an office to its owner: *president of Russia*."""

FURTHER = re.compile(r"(,?\s+(?:and|or)|,)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
"""What leads from an owner to the next one, and in its first group whether that is the last: *, and*."""

GOES_ON = re.compile(r"['’-]\w")
"""What makes a name part of a longer expression: *Iran's*, *Iran-based*."""

FOREIGN = regex.compile(r"(?!\p{Latin})\p{L}\p{M}*(?:[\p{M}\s]*(?!\p{Latin})\p{L}\p{M}*)*")
"""Words in another script than Latin."""

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("‐‑‒–—−", "-")
)

_PRONOUNS = frozenset({"am", "are", "as", "at", "be", "do", "id", "in", "is", "it", "or", "us", "who"})
_AFTER_WHO = frozenset(
    {"are", "can", "did", "do", "else", "had", "has", "is", "should", "was", "were", "will", "would"}
)

_PARTICIPLES = frozenset({"born", "bound", "built", "designate", "elect", "held", "led", "made", "run"})

_IRREGULAR = {"person": "people", "child": "children", "chief": "chiefs", "crisis": "crises"}
_PREPOSITIONS = frozenset({"at", "for", "in", "of", "on", "to", "with"})
_POSTPOSED = frozenset({"designate", "elect", "general"})
_RANKS = frozenset({"brigadier", "colonel", "lieutenant", "major"})


def normalized(token: str) -> str:
    """Return a token in NFC, with straight quotes and one kind of hyphen; letter case is kept."""
    return unicodedata.normalize("NFC", token).translate(_SIGNS)


def is_pronoun(word: str, after: str, *, first: bool) -> bool:
    """Return whether an acronym is one of the small words that capitals make it look like, as in a headline.

    Nothing begins with *us*, and after *who* as a subject there is a verb that asks.
    """
    if word not in _PRONOUNS:
        return False
    if word == "who":
        return after in _AFTER_WHO or not first
    return not (word == "us" and first)


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
