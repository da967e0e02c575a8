"""Rules for a language that has no module of its own, and the folding steps that all modules share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from typing import NamedTuple

import regex

from glossary.model import Features, Form, Kind, Rendering


class Demand(NamedTuple):
    """What a word asks of the noun after it: one of the UD cases, a number; empty where it asks nothing."""

    cases: frozenset[str]
    number: str


NO_DEMAND = Demand(frozenset(), "")

Traced = list[tuple[str, int]]
"""Characters, each with the offset of the original character it came from."""

CARRIERS_HAVE_CASE = False

CITATION: Features = (("Case", "Nom"), ("Number", "Sing"))

PUNCTUATION: Mapping[str, str] = {
    **dict.fromkeys("«»„“”‟", '"'),
    **dict.fromkeys("’‘‚‛ʼ", "'"),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("–―", "—"),
    # Soft hyphen and the marks that have no width: they guide the layout and are no part of a word.
    **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", ""),
}

_FREE_HYPHEN = re.compile(r"(?<=\s)[-–](?!\S)|(?<!-)--(?!-)")
_COMMA_BEFORE_BRACKET = re.compile(r",(?=\s*\()")

WHITE_SPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""Every character that `str.isspace` takes for white space."""

ONE_BY_ONE: Mapping[str, str] = {**PUNCTUATION, **dict.fromkeys(WHITE_SPACE, " ")}
_LEFT_OUT = "".join(char for char, new in PUNCTUATION.items() if not new)
NOT_ALONE = rf"[\p{{M}}\u1100-\u11ff{_LEFT_OUT}]|[{WHITE_SPACE}]{{2}}"
"""What cannot be folded one by one: marks and jamo, which NFC composes, what is left out, and two blanks."""


def one_by_one(table: Mapping[str, str], not_alone: str) -> Callable[[str], tuple[str, list[int]] | None]:
    """A quick way to the skeleton of ordinary text: by one table, from characters to characters or nothing.

    It gives None for text that the pattern finds something in, or that is not in NFC.
    """
    changes, pattern = str.maketrans(dict(table)), regex.compile(not_alone)

    def fold(text: str) -> tuple[str, list[int]] | None:
        if pattern.search(text) or not unicodedata.is_normalized("NFC", text):
            return None
        plain = text.translate(changes)
        if len(plain) == len(text):
            return plain, list(range(len(text)))
        return plain, [offset for offset, char in enumerate(text) if table.get(char) != ""]

    return fold


_quick_skeleton = one_by_one(ONE_BY_ONE, NOT_ALONE)


def ends_open(before: str) -> bool:
    """Return False: nothing is known of the words of the language."""
    del before
    return False


def begins_open(after: str) -> bool:
    """Return False: nothing is known of the words of the language."""
    del after
    return False


def skeleton(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the offset it came from (never falling)."""
    return _quick_skeleton(text) or untraced(single_blanks(composed(replaced(traced(text), PUNCTUATION))))


def paradigm(rendering: Rendering, kind: Kind) -> tuple[Form, ...]:
    """The citation form, then the forms written by hand."""
    del kind  # only a language with rules of its own asks for it
    return merged((Form(CITATION, rendering.text),), rendering.forms)


def is_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, mark or digit, or a joiner between letters."""
    return unicodedata.category(char)[0] in "LMN" or char in "\u00ad\u200c\u200d"


def onset(word: str) -> str:
    """No letters: nothing is known of how words of this language change."""
    del word
    return ""


def grammatical_gender(rendering: Rendering, kind: Kind) -> str:
    """The UD gender of a rendering as its catalog says, else `Masc`."""
    del kind
    return dict(rendering.morph).get("Gender", "Masc")


def known_gender(rendering: Rendering, kind: Kind) -> str | None:
    """The UD gender of a rendering as its catalog says; None where it does not."""
    del kind
    return dict(rendering.morph).get("Gender")


def ruled_cases(before: str) -> frozenset[str]:
    """No cases: no word of this language is known to rule any."""
    del before
    return frozenset()


def apposed_cases(before: str, cases: frozenset[str], after: str) -> frozenset[str]:
    """No cases: title and name are not known to share any."""
    del before, cases, after
    return frozenset()


def demanded(before: str, after: str, replaced: str, text: str, *, plural: bool) -> Demand:
    """No demand: no word of this language is known to ask anything."""
    del before, after, replaced, text, plural
    return NO_DEMAND


def agreed(before: str, after: str, replaced: str, features: Features, gender: str) -> tuple[str, str]:
    """The text before and after as it is: nothing is known of what agrees."""
    del replaced, features, gender
    return before, after


def governed_case(after: str) -> str | None:
    """None: nothing is known of what follows a noun."""
    del after
    return None


def possible_cases(replaced: str) -> frozenset[str]:
    """No cases: nothing is known of the forms of this language."""
    del replaced
    return frozenset()


def case_scores(before: str, after: str, kind: Kind, gender: str) -> dict[str, float]:
    """Nothing: no model tells the cases of this language apart."""
    del before, after, kind, gender
    return {}


def transliterated(name: str) -> str:
    """The name as it is: without rules of its own a language keeps the Latin spelling."""
    return name


def one_name(one: str, other: str) -> bool:
    """Whether two skeletons in small letters may be forms of one name: all but the last three are equal."""
    return shared_start(one, other) >= max(min(len(one), len(other)) - 3, 3)


def shared_start(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def joined(before: str, form: str) -> str:
    """The text `before` as it is: no word changes its shape before another."""
    del form
    return before


def punctuated(signs: str) -> str:
    """The signs around names with a dash for a hyphen that stands free, and no comma before a bracket.

    A control character stands for each name.
    """
    return _FREE_HYPHEN.sub("—", _COMMA_BEFORE_BRACKET.sub("", signs))


def merged(made: Iterable[Form], handwritten: Iterable[Form]) -> tuple[Form, ...]:
    """The forms made by rule, those with the features of a handwritten form replaced by it."""
    made = tuple(made)
    number = dict(made[0].features).get("Number", "Sing")
    written = [Form(_complete(form.features, number), form.text) for form in handwritten]
    taken = {form.features for form in written}
    missing = [form for form in made if form.features not in taken]
    order = list(dict.fromkeys(form.features for form in (*made, *written)))
    return tuple(sorted((*written, *missing), key=lambda form: order.index(form.features)))


def _complete(features: Features, number: str) -> Features:
    """The features with Case and Number filled in: a handwritten line may leave out what is obvious."""
    return tuple(sorted({"Case": "Nom", "Number": number, **dict(features)}.items()))


def traced(text: str) -> Traced:
    """Every character with its offset."""
    return [(char, offset) for offset, char in enumerate(text)]


def untraced(characters: Traced) -> tuple[str, list[int]]:
    """The characters as a string, and their offsets."""
    return "".join(char for char, _ in characters), [offset for _, offset in characters]


def replaced(characters: Traced, table: Mapping[str, str]) -> Traced:
    """The characters replaced by table: by nothing, or by one or more that share the offset."""
    return [(new, offset) for char, offset in characters for new in table.get(char, char)]


def composed(characters: Traced) -> Traced:
    """The characters in NFC; a composed character keeps the offset of the first it was made of."""
    if unicodedata.is_normalized("NFC", "".join(char for char, _ in characters)):
        return characters
    clusters: list[Traced] = []
    for char, offset in characters:
        if clusters and _joins("".join(c for c, _ in clusters[-1]), char):
            clusters[-1].append((char, offset))
        else:
            clusters.append([(char, offset)])
    return [pair for cluster in clusters for pair in _compose(cluster)]


def _joins(before: str, char: str) -> bool:
    """Whether NFC may change or move `char` when it stands after `before`."""
    if unicodedata.combining(char):
        return True
    together = unicodedata.normalize("NFC", before + char)
    return together != unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)


def _compose(cluster: Traced) -> Traced:
    normal = unicodedata.normalize("NFC", "".join(char for char, _ in cluster))
    last = len(cluster) - 1
    return [(char, cluster[min(position, last)][1]) for position, char in enumerate(normal)]


def single_blanks(characters: Traced) -> Traced:
    """The characters with every run of white space made one blank."""
    out: Traced = []
    for char, offset in characters:
        if not char.isspace():
            out.append((char, offset))
        elif not out or out[-1][0] != " ":
            out.append((" ", offset))
    return out
