"""A translation in the making: plain text, and the places where terms stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from glossary.model import Features, Match

_SHORT = 8  # letters in capitals that may be an acronym or two: GDP, OK


class Outcome(StrEnum):
    """How an occurrence came to its approved rendering, or that it did not."""

    OK = "ok"
    CARRIED = "carried"
    NBEST = "nbest"
    SPLICED = "spliced"
    REDECODED = "redecoded"
    SURROGATE = "surrogate"
    PROPOSED = "proposed"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A source sentence and the terms in it, in order of position.

    `frame` is the text before, between and after them in the translation, where it needs no engine.
    """

    text: str
    matches: tuple[Match, ...] = ()
    frame: tuple[str, ...] | None = None

    @property
    def shouted(self) -> bool:
        """Whether all of it is in capitals, as in a headline, and it is more than names and acronyms."""
        plain = "".join(text for text in self.between() if text.isupper())
        return self.text.isupper() and len(plain) > _SHORT

    def between(self) -> Iterator[str]:
        """Yield the text before, between and after the terms."""
        at = 0
        for match in self.matches:
            yield self.text[at : match.start]
            at = match.end
        yield self.text[at:]

    def with_stand_ins(self, stand_ins: Mapping[int, str]) -> tuple[str, dict[int, tuple[int, int]]]:
        """Return the sentence with other text for some occurrences, and where each occurrence is in it.

        What is left of a headline in capitals is in small letters, which models know better.
        """
        text, at, spans = "", 0, {}
        for index, match in enumerate(self.matches):
            text += self._plain(at, match.start)
            start, at = len(text), match.end
            words = match.entry.term.text if self.shouted else self.surface(index)
            text += stand_ins.get(index, words)
            spans[index] = start, len(text)
        return text + self._plain(at, len(self.text)), spans

    def _plain(self, start: int, end: int) -> str:
        text = self.text[start:end]
        if not self.shouted:
            return text
        return text.lower() if start else text[:1] + text[1:].lower()

    def surface(self, index: int) -> str:
        """Return the words of occurrence number `index`."""
        return self.text[self.matches[index].start : self.matches[index].end]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a draft that holds an approved rendering of occurrence number `occurrence`.

    `symbol` is what the engine knows it by, where it travelled as a carrier. `margin` is by how much its
    form beat the next best one, in log-probability per token. `replaced` are the words that stood there.
    """

    occurrence: int
    text: str
    features: Features
    outcome: Outcome
    symbol: str = ""
    margin: float | None = None
    replaced: str = ""


class Place(NamedTuple):
    """Code points `start` to `end` of the plain piece number `piece` of a draft."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation as a sequence of plain strings and slots.

    `source` is the sentence as the engine was given it, carriers included.
    """

    source: str
    pieces: tuple[str | Slot, ...]

    def engine_text(self) -> str:
        """Return the draft as the engine would write it: carriers as symbols, other terms as words."""
        return "".join(p if isinstance(p, str) else p.symbol or p.text for p in self.pieces)

    def text(self) -> str:
        """Return the words of the draft, terms included."""
        return self.before(len(self.pieces))

    def before(self, piece: int) -> str:
        """Return the words before a piece, terms included."""
        return "".join(p if isinstance(p, str) else p.text for p in self.pieces[:piece])

    def after(self, piece: int) -> str:
        """Return the words after a piece, terms included."""
        return "".join(p if isinstance(p, str) else p.text for p in self.pieces[piece + 1 :])

    def slots(self) -> Iterator[Slot]:
        """Yield the slots in order of position."""
        return (p for p in self.pieces if isinstance(p, Slot))

    def placed(self) -> frozenset[int]:
        """Return the numbers of the occurrences that have a slot."""
        return frozenset(slot.occurrence for slot in self.slots())

    def standing_once(self) -> int:
        """Return how many occurrences stand in the draft exactly once."""
        numbers = [slot.occurrence for slot in self.slots()]
        return sum(numbers.count(n) == 1 for n in set(numbers))

    def plain(self) -> Iterator[tuple[int, str]]:
        """Yield number and text of the plain pieces."""
        return ((i, p) for i, p in enumerate(self.pieces) if isinstance(p, str))

    def text_at(self, place: Place) -> str:
        """Return the words in a place."""
        text = self.pieces[place.piece]
        assert isinstance(text, str)
        return text[place.start : place.end]

    def put(self, place: Place, slot: Slot) -> Draft:
        """Return the draft with `slot` in place of some plain text."""
        text = self.pieces[place.piece]
        assert isinstance(text, str)
        parts = (text[: place.start], slot, text[place.end :])
        return replace(self, pieces=(*self.pieces[: place.piece], *parts, *self.pieces[place.piece + 1 :]))

    def place_at(self, start: int, end: int) -> Place | None:
        """Return the place at code points `start` to `end` of `engine_text()`; None where a slot is in it."""
        at = 0
        for i, piece in enumerate(self.pieces):
            length = len(piece) if isinstance(piece, str) else len(piece.symbol or piece.text)
            if isinstance(piece, str) and at <= start and end <= at + length:
                return Place(i, start - at, end - at)
            at += length
        return None
