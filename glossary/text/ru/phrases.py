"""Declension of titles, bodies, places and concepts: head noun and adjectives change, the rest stays."""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.model import Kind
from glossary.text.ru.agreement import NAMES, PERSONAL, Chain, Traits, chain, marked, tail
from glossary.text.ru.dictionary import (
    Reading,
    adjective_cases,
    depends,
    gender,
    knows,
    noun_cases,
    readings,
    with_second_locative,
)
from glossary.text.ru.endings import Cases, decline, neuter, same
from glossary.text.ru.tables import CHANGING_COMPOUND_PARTS, FIXED_COMPOUND_PARTS, FIXED_PLACES

Variants = tuple[Cases, ...]
"""The paradigms that are right side by side, the usual one first; none where the number is not in use."""

_WHOLLY_QUOTED = re.compile(r"([«„“\"])([^«»„“”\"]+)([»“”\"])")
_BLANKS = re.compile(r"(\s+)")
_COORDINATION = re.compile(r"(?:,| и| [–—])\s")
_OPTIONAL = re.compile(r".+(?:[ео]во|[иы]но)")
"""Slavic place names that newswire leaves alone (во Внуково) or declines (во Внукове)."""

_ORDINAL = re.compile(r"(\d+-)([йяе]) (.+)")
_ORDINAL_ENDINGS = {
    "й": Cases("й", "го", "му", "й", "м", "м"),
    "я": Cases("я", "й", "й", "ю", "й", "й"),
    "е": Cases("е", "го", "му", "е", "м", "м"),
}

_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


class Phrase(NamedTuple):
    """The paradigms of a rendering by number."""

    singular: Variants
    plural: Variants


class _Head(NamedTuple):
    """The head of a phrase, or a part of it, and what decides its forms."""

    word: str
    reading: Reading | None
    animate: bool
    traits: Traits


def unchanging(text: str, *, plural: bool) -> Phrase:
    """The paradigm of a text that never inflects."""
    return Phrase((), (same(text),)) if plural else Phrase((same(text),), ())


def cases(text: str, kind: Kind, morph: dict[str, str]) -> Phrase:
    """The paradigms of `text`; what no rule can inflect comes back unchanged in all six cases."""
    animacy = morph.get("Animacy")
    traits = Traits(
        kind,
        # A title keeps the gender of its noun, whoever holds the office.
        None if kind in (Kind.TITLE, Kind.CONCEPT) else _GENDERS.get(morph.get("Gender", "")),
        morph.get("Number") == "Plur",
        None if animacy is None else animacy == "Anim",
    )
    quoted = _WHOLLY_QUOTED.fullmatch(text)
    if not quoted:
        return _coordinated(text, traits)
    opening, inner, closing = quoted.groups()
    made = _coordinated(inner, traits._replace(quoted=True))
    return Phrase(*(tuple(_joined([same(opening), c, same(closing)]) for c in number) for number in made))


def _joined(columns: list[Cases]) -> Cases:
    return Cases(*("".join(forms) for forms in zip(*columns, strict=True)))


def _coordinated(text: str, traits: Traits) -> Phrase:
    """Both sides of Босния и Герцеговина change; in министр труда и занятости the second is governed."""
    joint = _COORDINATION.search(text)
    if (
        not joint
        or not text[joint.end() :].strip()
        or not _stands_beside(text[: joint.start()], text[joint.end() :], traits)
    ):
        return _simple(text, traits)
    if traits.kind is Kind.WORK:
        traits = traits._replace(gender=None)  # «Война и мир»
    left = _simple(text[: joint.start()], traits)
    right = _coordinated(text[joint.end() :], traits)
    whole = _both(left.singular or left.plural, joint[0], right.singular or right.plural)
    if traits.plural:
        return Phrase((), whole)
    return Phrase(whole, _both(left.plural, joint[0], right.plural) if traits.kind is Kind.TITLE else ())


def _both(left: Variants, joint: str, right: Variants) -> Variants:
    return tuple(_joined([a, same(joint), b]) for a, b in zip(left[:1], right[:1], strict=False))


def _stands_beside(before: str, after: str, traits: Traits) -> bool:
    """Whether the two parts are equals: in Инициатива пояса и пути the second goes with a genitive."""
    if traits.kind is Kind.PLACE:
        return True
    head = after.split(maxsplit=1)[0]
    if traits.kind is Kind.WORK:
        words = before.split()
        governs = [index for index, _ in chain(words, traits)][-1:] != [len(words) - 1]
        return bool(readings(head, "NOUN")) and not depends(head) and not governs
    return traits.kind is Kind.TITLE and bool(readings(head, "NOUN", "anim", "sing"))


def _ordinal(digits: str, ending: str, counted: Cases) -> Cases:
    """A number in figures that agrees with the noun behind it: 18-й поправки, 47-го президента."""
    endings = _ORDINAL_ENDINGS[ending]
    if ending == "й" and counted.acc == counted.gen:
        endings = endings._replace(acc=endings.gen)
    return _joined([same(digits), endings, same(" "), counted])


def _simple(text: str, traits: Traits) -> Phrase:
    ordinal = _ORDINAL.fullmatch(text)
    if ordinal:
        behind = _simple(ordinal[3], traits).singular
        made = tuple(_ordinal(ordinal[1], ordinal[2], variant) for variant in behind)
        return Phrase(made, ()) if made else unchanging(text, plural=traits.plural)
    pieces = _BLANKS.split(text)
    words = pieces[::2]
    found = chain(words, traits)
    if not found:
        return unchanging(text, plural=traits.plural)
    _, reading = found[-1]
    if traits.plural if reading is None else "plur" in reading.tag:
        return Phrase((), _paradigms(pieces, found, "plur", traits) or (same(text),))
    singular = _paradigms(pieces, found, "sing", traits) or (same(text),)
    counted = _is_counted(reading, words, traits)
    return Phrase(singular, _paradigms(pieces, found, "plur", traits) if counted else ())


def _paradigms(pieces: list[str], found: Chain, number: str, traits: Traits) -> Variants:
    """The words put together in one number, once for each paradigm of the head."""
    last, reading = found[-1]
    head = _Head(pieces[2 * last], reading, _is_animate(reading, traits), traits)
    columns = [same(piece) for piece in pieces]
    for index, adjective in found[:-1]:
        word = pieces[2 * index]
        columns[2 * index] = adjective_cases(adjective, number, animate=head.animate, model=word)
    return tuple(
        _joined([*columns[: 2 * last], variant, *columns[2 * last + 1 :]]) for variant in _head(head, number)
    )


def _is_animate(reading: Reading | None, traits: Traits) -> bool:
    if traits.animate is not None:
        return traits.animate
    if traits.kind in (Kind.PLACE, Kind.WORK, Kind.EVENT):
        return False
    if reading is None or reading.tag.POS != "NOUN":
        return traits.kind is Kind.TITLE
    collective = traits.kind is Kind.ORGANIZATION and "sing" in reading.tag
    return "anim" in reading.tag and not collective


def _is_counted(reading: Reading | None, words: list[str], traits: Traits) -> bool:
    """Whether a plural makes sense: министры, министерства, аэропорты; not Газпромы, not Белые дома."""
    if reading is None or traits.quoted or marked(reading, (*NAMES, "Sgtm", "Abbr")):
        return False
    if traits.kind in (Kind.PLACE, Kind.WORK):
        return traits.kind is Kind.PLACE and words[0][0].islower()
    return traits.kind is not Kind.ORGANIZATION or words[0][0].islower() or len(words) > 1


def _head(head: _Head, number: str) -> Variants:
    """The paradigms of the head in a number; none where it has no such number."""
    if tail(head.word) != head.word:
        return _compound(head, number)
    if head.word.lower() in FIXED_PLACES:
        return (same(head.word),)
    if head.reading is None or _contradicts(head.reading, head.traits):
        return _by_ending(head)
    if head.reading.tag.POS != "NOUN":
        return (adjective_cases(head.reading, number, animate=head.animate, model=head.word),)
    made = noun_cases(head.reading, number, animate=head.animate, model=head.word)
    if made is None:
        return ()
    return (made,) if number == "plur" else _side_by_side(head, head.reading, made)


def _side_by_side(head: _Head, reading: Reading, made: Cases) -> Variants:
    if "Geox" in reading.tag and _OPTIONAL.fullmatch(head.word.lower()):
        return same(head.word), made
    return with_second_locative(reading, made, model=head.word)


def _by_ending(head: _Head) -> Variants:
    """The singular of a name that the dictionary lacks, or knows with another gender only."""
    optional = head.traits.kind is Kind.PLACE and _OPTIONAL.fullmatch(head.word.lower())
    if optional and head.traits.gender in ("neut", None):
        return same(head.word), neuter(head.word)
    if head.traits.plural or head.traits.gender == "neut":
        return (same(head.word),)
    return (decline(head.word, feminine=head.traits.gender == "femn", animate=head.animate),)


def _contradicts(reading: Reading, traits: Traits) -> bool:
    """Whether a name has another gender than its letters say: the newspaper «Дон» is feminine and stays.

    Or whether it never changes only behind a common noun: газеты «Коммерсантъ», but «Коммерсанта».
    """
    if {"Fixd", "Orgn"} <= reading.tag.grammemes:
        return traits.gender == "masc"
    own = gender(reading)
    return bool(traits.gender and own and own != traits.gender and not traits.plural)


def _compound(head: _Head, number: str) -> Variants:
    """A hyphenated word that the dictionary lacks: города-героя, but спецпредставителя, Джалал-Абада."""
    part = tail(head.word)
    before, _, after = head.word.rpartition(part) if head.word.endswith(part) else head.word.partition(part)
    made = _head(head._replace(word=part), number)
    first = _first_part(before.removesuffix("-"), number, head) if before else same("")
    joint = same("-" if before else "")
    return tuple(_joined([first, joint, variant, same(after)]) for variant in made)


def _first_part(word: str, number: str, head: _Head) -> Cases:
    lower = word.lower()
    if lower in FIXED_COMPOUND_PARTS or not knows(lower):
        return same(word)
    for reading in readings(lower, "NOUN", number):
        personal = "anim" in reading.tag and not marked(reading, PERSONAL)
        if (personal and head.traits.kind is not Kind.PLACE) or lower in CHANGING_COMPOUND_PARTS:
            return noun_cases(reading, number, animate=head.animate, model=word) or same(word)
    return same(word)
