"""Rules for a language that has no module of its own, and the folding steps that all modules share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from glossary.model import Features, Form, Kind, Rendering

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


def skeleton(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the offset it came from (never falling)."""
    return untraced(single_blanks(composed(replaced(traced(text), PUNCTUATION))))


def paradigm(rendering: Rendering, kind: Kind) -> tuple[Form, ...]:
    """The citation form, then the forms written by hand."""
    del kind  # only a language with rules of its own asks for it
    return merged((Form(CITATION, rendering.text),), rendering.forms)


def is_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, mark or digit, or a joiner between letters."""
    return unicodedata.category(char)[0] in "LMN" or char in "\u00ad\u200c\u200d"


def grammatical_gender(rendering: Rendering, kind: Kind) -> str:
    """The UD gender of a rendering as its catalog says, else `Masc`."""
    del kind
    return dict(rendering.morph).get("Gender", "Masc")


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


def joined(before: str, form: str) -> str:
    """The text `before` as it is: no word changes its shape before another."""
    del form
    return before


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
