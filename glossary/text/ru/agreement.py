"""Which words of a Russian phrase change with its case: the head noun and its agreeing adjectives."""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.model import Kind
from glossary.text.ru.dictionary import Reading, depends, gender, is_function_word, knows, readings
from glossary.text.ru.tables import COMPARATIVES

Chain = list[tuple[int, Reading | None]]
"""Indices of words with their readings, the head last; None for a name that no dictionary knows."""

PERSONAL = ("Name", "Surn", "Patr")
NAMES = (*PERSONAL, "Geox", "Orgn", "Trad")
_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁё][А-Яа-яЁё'’-]*(?:(?<=[а-яё]{3})-\d+)?")
"""A word, its number included: «Формула-1»; not the short names of types: Ил-76."""

_SUFFIXED = re.compile(r"(.+?)-(?:(?:на|под)-.+|\d+)")
"""Names with a part behind them that never changes: Ростов-на-Дону, «Формула-1»."""

_POSSESSIVE = re.compile(r"(?:[ое]в|[иы]н)[аоы]?$")
_BLEND = re.compile(r"[А-ЯЁ][а-яё]+[А-ЯЁ][А-Яа-яЁё]*")
"""Acronyms and blends that begin like a word and decline like one: «АвтоВАЗ», «БраМос»."""


class Traits(NamedTuple):
    """What is known about a rendering before its words are looked at."""

    kind: Kind
    gender: str | None
    """Of a name, in pymorphy3's letters (`masc`, `femn`, `neut`)."""
    plural: bool
    animate: bool | None
    quoted: bool = False


def marked(reading: Reading, marks: tuple[str, ...]) -> bool:
    """Whether the reading has one of the grammemes."""
    return any(mark in reading.tag for mark in marks)


def chain(words: list[str], traits: Traits) -> Chain:
    """The words that change: agreeing adjectives, then the head; empty where none does."""
    if not _is_foreign_compound(words):
        return _agreeing(words, 0, None, traits)
    last = len(words) - 1
    return [] if traits.quoted else _agreeing(words, last, None, traits) or [(last, None)]


def tail(word: str) -> str:
    """The part that declines as the whole: a word the dictionary knows, else what follows the last hyphen."""
    suffixed = _SUFFIXED.fullmatch(word)
    if suffixed:
        return suffixed[1]
    return word if knows(word) else word.rpartition("-")[2] or word


def is_unknown_name(word: str) -> bool:
    """Whether the word has a capital and no nominative in the dictionary."""
    known = knows(tail(word)) and readings(tail(word))
    return word[0].isupper() and not known


def _agreeing(words: list[str], index: int, before: Reading | None, traits: Traits) -> Chain:
    """The chain from `index` on; each adjective is tried as an attribute first, as the head last."""
    if index == len(words) or not _changes(words[index]):
        return []
    word = words[index]
    adjectives = _adjectives(word, before)
    for reading in adjectives:
        rest = _after_attribute(words, index, reading, traits)
        if rest:
            return [(index, reading), *rest]
    nouns = [r for r in _nouns(word, traits) if _agrees(r, before) and not _miscounts(r, before, traits)]
    heads = [r for r in adjectives if not marked(r, ("Poss",))]
    numbered = before is None or ("plur" in before.tag) == traits.plural
    found = [*nouns, *heads, *([None] if numbered and _is_unknown(word, traits) else [])]
    return [*_postposed(words, index, found[0]), (index, found[0])] if found else []


def _after_attribute(words: list[str], index: int, reading: Reading, traits: Traits) -> Chain:
    """The chain after an adjective, which may be one of two: Экономический и Социальный Совет."""
    if words[index + 1 : index + 2] != ["и"]:
        return _agreeing(words, index + 1, reading, traits)
    rest = _agreeing(words, index + 2, reading, traits)
    second = len(rest) > 1 and rest[0][0] == index + 2 and _is_adjective(rest[0][1], words[index + 2])
    return rest if second else []


def _postposed(words: list[str], index: int, head: Reading | None) -> Chain:
    """An adjective right after its noun: Республика Сербская, патриарх Московский."""
    following = words[index + 1 : index + 2]
    if head is None or head.tag.POS != "NOUN" or not following or not knows(following[0]):
        return []
    return [(index + 1, reading) for reading in _adjectives(following[0], head)[:1]]


def _changes(word: str) -> bool:
    """Whether the word is Russian, and neither an acronym (ООН, ВКонтакте, G20) nor a preposition."""
    if word.islower() and is_function_word(word):
        return False
    first_part, _, _ = word.partition("-")
    acronym = sum(map(str.isupper, first_part)) > 1 and not _BLEND.fullmatch(word)
    return bool(_RUSSIAN_WORD.fullmatch(word)) and not acronym


def _adjectives(word: str, before: Reading | None) -> list[Reading]:
    """The readings as an adjective that agrees with the word before, comparatives last."""
    found = [r for r in readings(word) if _is_adjective(r, word) and _agrees(r, before)]
    return sorted(found, key=lambda reading: reading.normal_form in COMPARATIVES)


def _is_adjective(reading: Reading | None, word: str) -> bool:
    """Whether the word is an adjective in full; a guess about an unknown name counts only if it is long."""
    if reading is None or reading.tag.POS not in ("ADJF", "PRTF") or "Fixd" in reading.tag:
        return False
    if "Poss" in reading.tag and not _POSSESSIVE.search(word):
        return False
    return len(word) > 6 or not is_unknown_name(word)


def _is_unknown(word: str, traits: Traits) -> bool:
    """Whether the word is a name, or a title or event (аятолла, умра), that no dictionary knows as such."""
    if traits.kind in (Kind.TITLE, Kind.EVENT) and not knows(tail(word)) and not readings(tail(word)):
        return True
    return is_unknown_name(word) or (
        traits.kind is Kind.PLACE and word[0].isupper() and bool(readings(tail(word), "NOUN"))
    )


def _agrees(reading: Reading, before: Reading | None) -> bool:
    if before is None or before.tag.number == reading.tag.number == "plur":
        return True
    return before.tag.number == reading.tag.number and gender(reading) in (gender(before), None)


def _miscounts(reading: Reading, before: Reading | None, traits: Traits) -> bool:
    """Whether a plural is read into a name that has a gender, so is singular: «Сони»."""
    return before is None and traits.gender is not None and "plur" in reading.tag


def _nouns(word: str, traits: Traits) -> list[Reading]:
    """The noun readings in the number and, for a name, the gender of the rendering; best first."""
    if traits.plural:
        return sorted(readings(tail(word), "NOUN", "plur"), key=lambda reading: _rank(reading, word, traits))
    if is_unknown_name(word):
        return []
    nouns = _nouns_of_place(word) if traits.kind is Kind.PLACE else readings(tail(word), "NOUN")
    fitting = [r for r in nouns if gender(r) in (traits.gender, None) or "plur" in r.tag]
    return sorted((traits.gender and fitting) or nouns, key=lambda reading: _rank(reading, word, traits))


def _nouns_of_place(word: str) -> list[Reading]:
    """The noun readings but for surnames and abbreviations: Бадин (Бадином), Гор."""
    return [r for r in readings(tail(word), "NOUN") if not marked(r, ("Surn", "Abbr"))]


def _rank(reading: Reading, word: str, traits: Traits) -> tuple[bool, ...]:
    """What makes a reading unlikely, the weightiest first; equals stay in the order of their probability."""
    return (
        "plur" in reading.tag,
        marked(reading, PERSONAL),
        traits.kind is Kind.PLACE and word[0].isupper() and "Geox" not in reading.tag,
        traits.kind is Kind.TITLE and "anim" not in reading.tag,
    )


def _is_foreign_compound(words: list[str]) -> bool:
    """Whether a name that is no common noun stands before a name it does not govern: Азад Кашмир."""
    if len(words) < 2 or not words[0][:1].isupper() or not all(map(_changes, words[:2])):
        return False
    part = tail(words[0])
    first = readings(part)
    if any(_is_adjective(r, words[0]) for r in readings(words[0])) or (
        knows(part) and any(not marked(r, NAMES) for r in first)
    ):
        return False
    named = words[1][0].isupper() or readings(words[1], "NOUN") or not knows(words[1])
    return bool(named) and not depends(words[1])
