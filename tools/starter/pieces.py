"""Sentences as numbers of SentencePiece pieces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import TypeAlias

BEGIN, END = 1, 2
"""Numbers of `<s>` and `</s>`; `<unk>` is 0."""

UNKNOWN = 0

_SHARPNESS = 0.4  # power to which the chance of a way to cut a word is raised
_WAYS = 8  # to cut a word
_CARRIER = "⟦"  # what one begins with, and no other word has
_REMEMBERED = 50_000  # words whose ways are known

_Ways: TypeAlias = tuple[list[list[int]], list[float]]


class Pieces:
    """A trained SentencePiece model."""

    def __init__(self, path: Path) -> None:
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 - slow to load

        self._processor = SentencePieceProcessor()
        self._processor.LoadFromSerializedProto(path.read_bytes())
        self.vocabulary: list[str] = [
            self._processor.id_to_piece(i) for i in range(self._processor.get_piece_size())
        ]
        self._starts = [piece.startswith("▁") for piece in self.vocabulary]
        self._ways = lru_cache(_REMEMBERED)(self._found_ways)

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each text."""
        encoded: list[list[int]] = self._processor.encode(list(texts))
        return encoded

    def sampled(self, text: str, random: Random) -> list[int]:
        """Return the pieces of a text, each word cut in a way drawn by chance (Kudo 2018); carriers whole.

        SentencePiece's own drawing is other in every process, whatever its seed.
        """
        pieces: list[int] = []
        for word in text.split():
            ways, weights = self._ways(word)
            pieces += ways[0] if len(ways) == 1 else random.choices(ways, weights)[0]
        return pieces

    def _found_ways(self, word: str) -> _Ways:
        """Return the likeliest ways to cut a word, and how often each is to be taken."""
        ways = self._processor.nbest_encode(word, nbest_size=1 if _CARRIER in word else _WAYS)
        scores = [sum(map(self._processor.get_score, way)) for way in ways]
        return ways, [math.exp(_SHARPNESS * (score - scores[0])) for score in scores]

    def decode(self, pieces: Sequence[int]) -> str:
        """Return the text of pieces."""
        text: str = self._processor.decode(list(pieces))
        return text

    def words(self, pieces: Sequence[int]) -> list[int]:
        """Return for each piece the number of the word, between blanks, that it belongs to."""
        numbers, word = [], -1
        for i, piece in enumerate(pieces):
            word += self._starts[piece] or i == 0
            numbers.append(word)
        return numbers

    def by_word(self, pieces: Sequence[int]) -> dict[int, list[int]]:
        """Return the positions of the pieces of each word."""
        positions: dict[int, list[int]] = {}
        for i, word in enumerate(self.words(pieces)):
            positions.setdefault(word, []).append(i)
        return positions
