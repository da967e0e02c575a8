"""Which case a hole in a Russian sentence asks for, by the words around it: a linear model as a table.

`tools.cases.train` learns it from marked newswire; no feature looks at what fills the hole.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import regex

from glossary.model import Kind
from glossary.text.ru.dictionary import agreement, outlook

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
"""The UD values of Case, in the usual order of a paradigm."""

_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]")
_PREPOSITIONS = frozenset(
    "в во на с со к ко о об обо по для от из за у при про через под над перед между до без после во против"
    " среди около ради благодаря согласно вопреки из-за из-под вместо кроме вокруг возле".split()
)
_CLAUSE_ENDS = frozenset(",;:—–«»()")
_VERBS = frozenset({"VERB", "INFN", "PRTS", "GRND", "PRTF"})
_JOINING = frozenset({"и", "или", ","})
_ALL_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_NOMINALS = frozenset({"NOUN", "ADJF", "PRTF", "NPRO"})
_NEAR, _FAR = 3, 8


def case_scores(before: str, after: str, kind: Kind, gender: str) -> dict[str, float]:
    """Return the log-probability of each UD case for a hole between two stretches of a sentence.

    `kind` is the term's (`person` …), `gender` the rendering's (`Masc`, `Fem`, `Neut`, `Plur`).
    """
    weights = _weights()
    sums = [0.0] * len(CASES)
    for feature in features(before, after, kind.value, gender):
        for i, weight in enumerate(weights.get(feature, ())):
            sums[i] += weight
    total = math.log(sum(math.exp(s) for s in sums))
    return {case: s - total for case, s in zip(CASES, sums, strict=True)}


def features(before: str, after: str, kind: str, gender: str) -> Iterator[str]:
    """Yield the features of a hole, each as text."""
    left = [word.lower() for word in _TOKEN.findall(before)][::-1]
    right = [word.lower() for word in _TOKEN.findall(after)]
    yield "bias"
    yield f"kind {kind}"
    yield f"gender {gender}"
    yield f"kind gender {kind} {gender}"
    for side, words in (("l", left), ("r", right)):
        for i in range(_NEAR):
            yield from _word(f"{side}{i}", words[i] if i < len(words) else "")
    near = [*left[:2], "", ""]
    yield f"l0l1 {near[0]} {near[1]}"
    yield f"l0r0 {near[0]} {right[0] if right else ''}"
    yield f"parts {_part(near[1])} {_part(near[0])} {kind} {_part(right[0] if right else '')}"
    preposition = _preposition(left)
    yield f"prep {preposition}"
    yield f"prep kind {preposition} {kind}"
    yield f"prep left {preposition} {_part(near[0])}"
    verb, distance = _verb(left)
    yield f"verb {verb} {preposition}"
    yield f"verb {verb} {kind}"
    yield f"verb lemma {verb}"
    yield f"verb near {min(distance, 4)} {preposition} {_part(near[0])}"
    follower, distance = _verb(right[:_FAR])
    yield f"next verb {follower}"
    yield f"next verb near {min(distance, 4)} {bool(verb)} {_part(near[0])}"
    noun = _noun(left[:_FAR])
    yield f"noun {noun} {preposition}"
    yield f"noun kind {noun} {kind}"
    yield f"l0 kind {near[0]} {kind}"
    subject = _subject(left), _subject(right[:_FAR])
    yield f"subject {subject} {bool(verb)} {bool(follower)} {preposition[:2]}"
    yield f"l0 lemma {near[0]} {_lemma(near[1])}"
    yield f"verb begins {verb[:2]} {preposition} {kind}"
    agrees = _agrees(right[:_FAR], gender), _agrees(left[:_FAR], gender)
    yield f"agrees {agrees[0]} {agrees[1]} {preposition[:2]}"
    yield f"agrees left {agrees[0]} {_part(near[0])} {preposition[:2]}"
    yield f"agrees right {agrees[1]} {_part(near[0])} {preposition[:2]}"
    yield from _coordination(left, kind)
    yield f"start {not left} {_part(right[0] if right else '')}"


def _coordination(left: Sequence[str], kind: str) -> Iterator[str]:
    """Yield features of a hole in a row (в Москве, Ташкенте и …): the cases of that, the word before it."""
    cases, length = _row(left)
    if not length:
        return
    shared = "/".join(sorted(cases))
    head = left[length] if length < len(left) else ""
    yield f"joined {left[0]} {shared}"
    yield f"joined {left[0]} {shared} {head if head in _PREPOSITIONS else _part(head)}"
    yield f"joined {left[0]} {shared} {kind}"
    yield f"joined head {head}"
    yield f"joined head {_lemma(head)} {shared}"


def _row(left: Sequence[str]) -> tuple[frozenset[str], int]:
    """Return the cases that all in the row before a hole can have, and how many words and commas it has."""
    cases, length = _ALL_CASES, 0
    while left[length : length + 1] and left[length] in _JOINING:
        own = cases & frozenset(_cases(left[length + 1]) if length + 1 < len(left) else ())
        if not own:
            break
        cases = own
        length += 2
        while length < min(_FAR, len(left)) and _is_nominal(left[length]):
            length += 1
    return cases, length


def _cases(word: str) -> Sequence[str]:
    return outlook(word)[2].split("/") if word[:1].isalpha() else ()


def _is_nominal(word: str) -> bool:
    """Return whether a word may belong to the noun phrase that ends after it."""
    return word[:1].isalpha() and word not in _PREPOSITIONS and outlook(word)[1] in _NOMINALS


def _lemma(word: str) -> str:
    return outlook(word)[0] if word[:1].isalpha() else word


def _agrees(words: Sequence[str], gender: str) -> str:
    """Return whether the nearest finite verb of the clause can have a noun of a gender as its subject."""
    for word in words:
        if word in _CLAUSE_ENDS:
            return ""
        if word[:1].isalpha() and (asked := agreement(word)):
            return str(asked in (gender, "Sing") if gender != "Plur" else asked == "Plur")
    return ""


def _noun(words: Sequence[str]) -> str:
    """Return the lemma of the nearest noun of the same clause, or an empty string."""
    for word in words:
        if word in _CLAUSE_ENDS:
            return ""
        if word[:1].isalpha() and outlook(word)[1] == "NOUN":
            return outlook(word)[0]
    return ""


def _subject(words: Sequence[str]) -> bool:
    """Return whether a noun or pronoun of the same clause can only be its subject."""
    for word in words:
        if word in _CLAUSE_ENDS:
            return False
        if word[:1].isalpha() and outlook(word)[1] in ("NOUN", "NPRO") and outlook(word)[2] == "nomn":
            return True
    return False


def _part(word: str) -> str:
    """Return part of speech and cases of a word, the sign itself for a sign."""
    if not word[:1].isalpha():
        return word
    _, part, cases = outlook(word)
    return f"{part} {cases}"


def _word(place: str, word: str) -> Iterator[str]:
    yield f"{place} {word}"
    if word[:1].isalpha():
        lemma, part, cases = outlook(word)
        yield f"{place} lemma {lemma}"
        yield f"{place} part {part}"
        yield f"{place} cases {part} {cases}"


def _preposition(left: Sequence[str]) -> str:
    """Return the nearest preposition of the same clause with its distance, or an empty string."""
    for distance, word in enumerate(left[:6]):
        if word in _CLAUSE_ENDS:
            return ""
        if word in _PREPOSITIONS:
            return f"{word} {min(distance, 2)}"
    return ""


def _verb(words: Sequence[str]) -> tuple[str, int]:
    """Return the lemma of the first verb among words and how far it is."""
    for distance, word in enumerate(words):
        if word[:1].isalpha():
            lemma, part, _ = outlook(word)
            if part in _VERBS:
                return lemma, distance
    return "", 9


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    table = resources.files("glossary.text.ru").joinpath("cases.tsv.gz").read_bytes()
    lines = gzip.decompress(table).decode("utf-8").splitlines()
    scale = float(lines[0])
    rows = (line.rsplit("\t", len(CASES)) for line in lines[1:])
    return {feature: tuple(int(n) * scale for n in numbers) for feature, *numbers in rows}
