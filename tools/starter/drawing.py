"""The pairs of an epoch, drawn anew each time: plain and carried, terms swapped, forms of writing varied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from statistics import median

from glossary.model import Entry
from tools.starter import augment, figures, names
from tools.starter.carried import carried
from tools.starter.corpora import OWN
from tools.starter.honorifics import with_honorific
from tools.starter.marks import Pair, Row, marks
from tools.starter.swapping import Swapper

_SHARES = (0.5, 0.8, 1.0)  # of a row's terms that are carried
_EVERYDAY = "everyday"
_FULLER_TIMES = 3  # the half of its rows whose translations are longer for their English
_SWAPPED = 0.5
_NUMBERS = 0.5
_COUNTRIES = 0.15
_DATELINES = 0.04
_HONORIFICS = 0.5  # of the few rows where one goes by a single name
_JOINED = 5000  # pairs of two sentences, for long inputs
_TERMS = 1600  # terms of the glossary by themselves, for short inputs
_PERSONS = 8000  # invented, of each gender; more names than that are known
_FIGURES = 2400  # short sentences with numbers


class Drawer:
    """Draws pairs from prepared rows; the same seed, epoch and part give the same pairs."""

    def __init__(self, rows: Sequence[Row], entries: Iterable[Entry], language: str, seed: int) -> None:
        self._rows = rows
        self._language = language
        self._seed = seed
        entries = list(entries)
        known = {text for entry in entries for text in (entry.term.text, *entry.term.aliases)}
        invented = names.persons(language, Random(seed), _PERSONS, known)
        self._swapper = Swapper([*entries, *names.places(language)], language, invented)
        self._usual_length = median([_length(row) for row in rows if row.origin == _EVERYDAY] or [0])

    def epoch(self, number: int, part: int = 0, parts: int = 1) -> list[Pair]:
        """Return the pairs of an epoch, or of one of its parts, in the order of the rows."""
        random = Random(f"{self._seed}:{number}:{part}")
        rows = self._rows[part::parts]

        def share(most: int) -> int:
            return min(most // parts, len(rows))

        pairs = [pair for row in rows for pair in self._pairs(row, random)]
        everyday = [row for row in rows if row.origin == _EVERYDAY]
        pairs += augment.joined(everyday, random, share(_JOINED))
        for row in self._swapper.pairs(random, share(_TERMS)):
            pairs += [row.plain(), carried(row, set(marks(row.english)))]
        pairs += figures.pairs(self._language, random, share(_FIGURES))
        return pairs

    def _pairs(self, row: Row, random: Random) -> Iterator[Pair]:
        """Yield a row in words, and a marked one with carriers, too.

        Everyday rows come thrice in words if their translation is in the longer half, in letters per letter
        of the English, since a model that learns from condensed ones leaves words out.
        """
        is_fuller = row.origin == _EVERYDAY and _length(row) > self._usual_length
        for _ in range(0 if row.withheld else _FULLER_TIMES if is_fuller else 1):
            yield augment.changed(self._varied(row, random).plain(), random)
        if marks(row.english):
            varied = self._varied(row, random)
            share = random.choice(_SHARES)
            chosen = {n for n in marks(varied.english) if random.random() < share}
            yield augment.changed(carried(varied, chosen), random)

    def _varied(self, row: Row, random: Random) -> Row:
        """Return a row of news with other terms, numbers and the like; a row of general text as it is."""
        if row.origin not in OWN:
            return row
        if random.random() < _SWAPPED:
            row = self._swapper.swap(row, random)
        if random.random() < _NUMBERS:
            row = augment.with_other_numbers(row, random)
        if random.random() < _COUNTRIES:
            row = augment.with_country(row, self._swapper.owner(random), self._language)
        if random.random() < _HONORIFICS:
            row = with_honorific(row, self._language, random)
        if random.random() < _DATELINES:
            row = augment.with_dateline(row, self._swapper.place(random), self._language, random)
        return row


def as_it_is(rows: Iterable[Row]) -> list[Pair]:
    """Return rows in words, and with all of their terms carried, to watch the loss on."""
    pairs = []
    for row in rows:
        pairs += [] if row.withheld else [row.plain()]
        pairs += [carried(row, set(marks(row.english)))] if marks(row.english) else []
    return pairs


def _length(row: Row) -> float:
    """Return how long a translation is, in letters per letter of the English."""
    pair = row.plain()
    return len(pair.target) / len(pair.source)
