"""What the pymorphy3 dictionary says about a word; loaded once, at the first question."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from glossary.text.ru.endings import Cases, respelled
from glossary.text.ru.tables import MISDECLINED, ZERO_GENITIVES

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer  # ships no types

Reading = Any
"""One analysis of a word by pymorphy3 (`pymorphy3.analyzer.Parse`, which carries no annotations)."""

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@cache
def _analyzer() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  # half a second and 50 MB

    return MorphAnalyzer()


def knows(word: str) -> bool:
    """Whether the word stands in the dictionary as it is, and rightly."""
    return word.lower() not in MISDECLINED and bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=4096)
def analyses(word: str) -> tuple[Reading, ...]:
    """Every reading, likeliest first."""
    return tuple(_analyzer().parse(word))


def readings(word: str, *grammemes: str) -> list[Reading]:
    """The nominative readings that have all the grammemes, likeliest first."""
    wanted = {"nomn", *grammemes}
    return [reading for reading in analyses(word) if wanted <= reading.tag.grammemes]


def gender(reading: Reading) -> str | None:
    """`masc`, `femn` or `neut`; None for nouns of common gender (глава) and for plurals."""
    own = reading.tag.gender
    return None if own is None or "ms-f" in reading.tag.grammemes else str(own)


def noun_cases(reading: Reading, number: str, *, animate: bool, model: str) -> Cases | None:
    """The six cases of a noun in a number (`sing`, `plur`), spelled like `model`; None where one lacks."""
    lexeme = reading.lexeme  # looked up once: `Parse.inflect` would do so for every case
    first = _nearest(lexeme, reading, {"nomn", number}, reading.word)
    if first is None:
        return None
    made = [first, *(_nearest(lexeme, reading, {case, number}, first) for case in _CASES[1:])]
    if None in made:
        return None
    nom, gen, dat, acc, ins, loc = (respelled(word, model) for word in made if word)
    if number in reading.tag:
        nom = model
    if reading.word in ZERO_GENITIVES:
        gen = model[:-1]
    if number == "plur" or ("masc" in reading.tag and nom[-1:] not in "ая"):
        acc = gen if animate else nom
    return Cases(nom, gen, dat, acc, ins, loc)


def _nearest(lexeme: list[Reading], reading: Reading, wanted: set[str], like: str) -> str | None:
    """The form with the grammemes wanted most like the reading in grammemes, then like `like` in its letters.

    Нидерландов, not Нидерланд; of высший высшего, not высочайшего; of люди людям, not человекам.
    """
    target = reading.tag.updated_grammemes(wanted)
    forms = [form for form in lexeme if wanted <= form.tag.grammemes]
    nearest = min(
        forms,
        key=lambda form: (len(form.tag.grammemes ^ target), -_shared(form.word, like)),
        default=None,
    )
    return nearest and str(nearest.word)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def with_second_locative(reading: Reading, cases: Cases, *, model: str) -> tuple[Cases, ...]:
    """The cases, and beside them those with the form after в and на where it differs: в Крыму, о Крыме."""
    form = reading.inflect({"loc2", "sing"})
    if not form or "loc2" not in form.tag:
        return (cases,)
    local = cases._replace(loc=respelled(form.word, model))
    return (local, cases) if "Geox" in reading.tag else (cases, local)


def depends(word: str) -> bool:
    """Whether the likeliest analysis is an oblique case, so that the word hangs on the noun before it."""
    return any(reading.tag.case in ("gent", "datv", "ablt") for reading in analyses(word)[:1])


def is_function_word(word: str) -> bool:
    """Whether the word is likelier a preposition, conjunction or particle than a noun (для, but правда)."""
    scores = [reading.score for reading in analyses(word) if reading.tag.POS in ("PREP", "CONJ", "PRCL")]
    return max(scores, default=0) > max((reading.score for reading in readings(word, "NOUN")), default=0)


def adjective_cases(reading: Reading, number: str, *, animate: bool, model: str) -> Cases:
    """The six cases of an adjective, participle or ordinal in a number, in the gender of the reading."""
    wanted = {number} if number == "plur" else {number, gender(reading) or "masc"}
    lexeme = reading.lexeme
    made = [_nearest(lexeme, reading, {case, *wanted}, reading.word) or reading.word for case in _CASES]
    nom, gen, dat, acc, ins, loc = (respelled(word, model) for word in made)
    if number in reading.tag:
        nom = model
    if number == "plur" or gender(reading) == "masc":
        acc = gen if animate else nom
    return Cases(nom, gen, dat, acc, ins, loc)


def cases_of(word: str) -> frozenset[str]:
    """The UD cases that a noun, adjective or pronoun may stand in; none for any other word."""
    found = {reading.tag.case for reading in analyses(word)}
    return frozenset(case.title() for case, mark in zip(Cases._fields, _CASES, strict=True) if mark in found)


_AGREEMENT = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}


@cache
def agreement(word: str) -> str:
    """What a finite verb agrees with: `Masc`, `Fem`, `Neut`, `Sing` or `Plur`; empty for any other word."""
    tag = analyses(word)[0].tag
    if tag.POS not in ("VERB", "PRTS") or tag.number is None:
        return ""
    if tag.number == "plur":
        return "Plur"
    return _AGREEMENT.get(str(tag.gender), "Sing")


@cache
def outlook(word: str) -> tuple[str, str, str]:
    """Lemma, part of speech and possible cases of a word, as pymorphy3 names them; for looking at context."""
    readings = _analyzer().parse(word)
    cases = sorted({str(reading.tag.case) for reading in readings if reading.tag.case})
    return str(readings[0].normal_form), str(readings[0].tag.POS), "/".join(cases)
