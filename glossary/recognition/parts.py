"""The titles and names that runs of words are made of, and those that are written otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.datelines.forms import forms
from glossary.model import Kind
from glossary.recognition.words import Word
from glossary.text import en_names as table


class Part(NamedTuple):
    """Words `first` to `last` (exclusive) as one name; `kind` is None where its surroundings have to tell."""

    first: int
    last: int
    kind: Kind | None


_COMPLEMENTS = frozenset({"external", "foreign", "mission", "staff", "state"})
_ALONE = table.OFFICES_IN_LOWER_CASE | {"embassy", "consulate"}


def datelines(text: str, words: Sequence[Word]) -> Iterator[Part]:
    """The place in capitals that an agency puts before its report: *ISLAMABAD, Nov 5 (Reuters) —*."""
    for form in forms(text):
        for place in form.places:
            first, last = (bisect_left(words, form.start + at, key=lambda word: word.start) for at in place)
            named = not any(word.known or word.lower in table.NO_NAMES for word in words[first:last])
            if named and form.text[slice(*place)].isupper():
                yield Part(first, last, Kind.PLACE)


def lower_case_offices(words: Sequence[Word]) -> Iterator[Part]:
    """Titles and missions in lower case: *foreign ministers*, *secretary-general*, *the embassy*."""
    for at, word in enumerate(words):
        head = table.singular(word.lower)
        mission = head in table.MISSIONS
        if (
            word.capital
            or word.known
            or not (mission or head in table.TITLE_HEADS)
            or _continues(words, at + 1, head)
        ):
            continue
        first = at
        while words[first].attached and _qualifies(words[first - 1], head):
            first -= 1
        last = _with_complement(words, at + 1)
        if first < at or last > at + 1 or head in _ALONE or (not mission and _before_name(words, last)):
            yield Part(first, last, Kind.ORGANIZATION if mission else Kind.TITLE)


def _continues(words: Sequence[Word], at: int, head: str) -> bool:
    """Whether the word at `at` is the head instead: *prosecutor general*, *chief executive*."""
    if at == len(words) or not words[at].attached or words[at].capital:
        return False
    following = table.singular(words[at].lower)
    return following == "general" or (head in table.TITLE_MODIFIERS and following in table.TITLE_HEADS)


def _qualifies(word: Word, head: str) -> bool:
    """Whether the word before a title's head, or before what qualifies it, belongs to the title."""
    if word.known or word.possessive or (word.capital and not word.opens):
        return False
    if word.lower in table.TITLE_MODIFIERS or word.lower in table.PORTFOLIOS:
        return True
    return head == "general" and table.is_title_head(word.lower)


def _before_name(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].attached and words[at].capital and not words[at].common


def _with_complement(words: Sequence[Word], at: int) -> int:
    """The end of a lower-case title after its *of staff* or *of foreign affairs*."""
    if at + 1 < len(words) and words[at].attached and words[at].lower in ("of", "for"):
        end = at + 1
        while end < len(words) and words[end].attached and not words[end].capital and _is_field(words[end]):
            end += 1
        return end if end > at + 1 else at
    return at


def _is_field(word: Word) -> bool:
    return word.lower in table.PORTFOLIOS or word.lower in _COMPLEMENTS


def parts(words: Sequence[Word], first: int, last: int) -> Iterator[Part]:
    """The titles and names that a run is made of, in order."""
    kind = _generic_kind(words, first, last)
    title = None if kind else _title_end(words, first, last)
    if title is None:
        yield Part(first, last, kind)
        return
    begin = _title_begin(words, first, title)
    if begin > first:
        yield Part(first, begin, None)
    yield Part(begin, title, Kind.TITLE)
    rest = title
    while rest < last and not words[rest].capital:
        rest += 1
    if rest < last:
        yield Part(rest, last, Kind.PERSON if rest == title else None)


def _generic_kind(words: Sequence[Word], first: int, last: int) -> Kind | None:
    """The kind that the generic word of a name tells: its last word, or the one before *of*."""
    complement = (i for i in range(first + 1, last) if words[i].lower in ("of", "for", "on"))
    head = words[next(complement, last) - 1].lower
    if last - first == 1 or (table.is_title_head(head) and head not in _BODIES_TOO):
        return None
    return next((kind for kind, heads in _HEADS if head in heads), None)


_BODIES_TOO = frozenset({"executive", "staff", "command"})
_HEADS = (
    (Kind.EVENT, table.EVENT_HEADS),
    (Kind.ORGANIZATION, table.ORGANIZATION_HEADS),
    (Kind.PLACE, table.PLACE_HEADS),
)


def _title_end(words: Sequence[Word], first: int, last: int) -> int | None:
    """The index behind the title that the run begins with, or None where it has none.

    It ends in the last head that only everyday words part from the first: *Deputy Defence Minister*,
    *Secretary General*. A second head that people carry in their names opens the name: *President Sheikh*.
    """
    end = None
    for i in range(first, last):
        if table.is_title_head(words[i].lower) and not (end and words[i].lower in table.HONORIFICS):
            end = i + 1
        elif end and not (words[i].common and words[i].capital):
            break
    if end and end < last and words[end].lower in ("of", "for"):
        end += 1
        while end < last and (words[end].common or words[end].lower in table.CONNECTORS):
            end += 1
        while not words[end - 1].capital:
            end -= 1
    return end


def _title_begin(words: Sequence[Word], first: int, end: int) -> int:
    """Where the title begins: behind the proper names before it, of which acronyms stay (*UN Envoy*)."""
    begin = first
    for i in range(first, end):
        word = words[i]
        if word.capital and not word.common and (not word.acronym or word.lower in table.COUNTRIES):
            begin = i + 1
    return begin if begin < end else first
