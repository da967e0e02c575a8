"""Runs of capitalised words that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.recognition.words import Word
from glossary.text import en_names as table

_GENERIC = table.TITLE_HEADS | table.TITLE_MODIFIERS | table.ORGANIZATION_HEADS | table.PLACE_HEADS


def runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The spans of words in capitals that belong together, what only their place made capital left out."""
    at = 0
    while at < len(words):
        if not _begins(words[at]):
            at += 1
            continue
        end = _run_end(words, at)
        first = _name_begin(words, at, end)
        if first < end:
            yield first, end
        at = end


def _begins(word: Word) -> bool:
    return word.capital and word.known is None and not _is_barrier(word)


def _is_barrier(word: Word) -> bool:
    """Whether no name goes through this word: days, months, addresses, single letters, *COVID*."""
    return (
        word.lower in table.MONTHS_AND_DAYS
        or word.lower in table.NO_NAMES
        or any(sign in word.text for sign in "@#/")
        or (len(word.text) == 1 and word.text not in "XVI")
    )


def _run_end(words: Sequence[Word], first: int) -> int:
    end = first + 1
    while end < len(words):
        step = _step(words, first, end)
        if not step:
            break
        end += step
    return end


def _step(words: Sequence[Word], first: int, at: int) -> int:
    """How many words from `at` on still belong to the run: 0, 1, or more where a connector goes before."""
    word, before = words[at], words[at - 1]
    if not word.attached or word.known:
        return 0
    if before.possessive:  # Prosecutor General's Office, but not Pakistan's Bank
        return int(word.capital and before.common and word.lower in table.ORGANIZATION_HEADS)
    if word.capital:
        return int(_goes_on(words, at))
    if word.lower in table.PARTICLES and not before.common:
        return _over(words, at, table.PARTICLES)
    if word.lower in table.CONNECTORS and _takes_complement(words, first, at):
        return _over(words, at, table.CONNECTORS)
    return 0


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether the capitalised word at `at` belongs to the name before it."""
    word, before = words[at], words[at - 1]
    if _is_barrier(word):
        return False
    if word.opens and before.opens and word.lower not in _GENERIC:  # in a headline, everyday words part names
        return not word.common and (not before.common or before.lower in _GENERIC)
    return word.lower not in table.FUNCTION_WORDS


def _over(words: Sequence[Word], at: int, small: frozenset[str]) -> int:
    """The number of words over one to three small ones to the next capital, or 0."""
    for step in range(1, 4):
        if at + step >= len(words) or not words[at + step].attached or words[at + step].known:
            return 0
        if words[at + step].capital:
            return 0 if _is_barrier(words[at + step]) else step + 1
        if words[at + step].lower not in small:
            return 0
    return 0


def _takes_complement(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether *of*, *for*, *on* or *and* at `at` goes on with the name before it.

    What takes a complement is generic: a ministry, a council, a chief. *And* joins two everyday words, as in
    *Loss and Damage Fund*, and never two proper names.
    """
    word, before = words[at], words[at - 1]
    nearest = next((w for w in words[at + 1 : at + 4] if w.capital), None)
    if nearest is None:
        return False
    if word.lower == "&":
        return True
    if word.lower == "and":
        everyday = before.common and nearest.common and words[at + 1] is nearest
        return everyday and not _is_title(nearest) and nearest.lower not in table.ORGANIZATION_HEADS
    if not before.common or (before.opens and first == at - 1 and before.lower not in _GENERIC):
        return False
    if table.is_title_head(before.lower) and before.lower not in table.ORGANIZATION_HEADS:
        return word.lower in ("of", "for") and nearest.common
    return word.lower == "of" or (word.lower in ("for", "on", "to", "in") and nearest.common)


def _is_title(word: Word) -> bool:
    return table.is_title_head(word.lower) or word.lower in ("prime", "deputy", "vice", "foreign", "chief")


def _name_begin(words: Sequence[Word], first: int, end: int) -> int:
    """Where the name in a run begins: behind function words, sentence openers and nationalities."""
    while first < end and _stays_outside(words, first, end):
        first += 1
    return first


def _stays_outside(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the first word of what is left of a run is no part of the name."""
    word = words[at]
    following = words[at + 1] if at + 1 < end else None
    if not word.capital:
        return word.lower not in ("al", "el")
    if word.lower in table.NATIONALITIES or _is_compound_nationality(word):
        return not (following and following.capital and _is_own_name(words, at + 1, end))
    if word.lower in table.FUNCTION_WORDS and not word.acronym:
        return True
    return word.opens and _only_opens(word, following)


def _is_compound_nationality(word: Word) -> bool:
    """Whether a word such as *Russian-Turkish* or *US-China* says whose a thing is."""
    parts = word.lower.split("-")
    return len(parts) > 1 and any(part in table.NATIONALITIES or part in table.COUNTRIES for part in parts)


def _is_own_name(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a nationality before the word belongs to a name: *Russian Railways*, no *Foreign Minister*."""
    word = words[at]
    if word.lower in table.STATE_BODIES or _is_title(word):
        return False
    if word.lower in table.TITLE_MODIFIERS:
        return at + 1 < end and not any(table.is_title_head(other.lower) for other in words[at + 1 : end])
    return word.common or word.lower in table.NATIONALITIES


def _only_opens(word: Word, following: Word | None) -> bool:
    """Whether the first word of a sentence is an everyday one and no part of the name behind it."""
    if not word.common or word.acronym:
        return False
    if following is None or not following.capital:
        return not (following and following.lower in ("of", "for") and word.lower in _GENERIC)
    if word.lower in table.NAME_OPENERS or _is_title(word) or word.lower in table.TITLE_MODIFIERS:
        return False
    return not following.common or word.lower.endswith("ing")
