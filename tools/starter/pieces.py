"""Sentences as numbers of SentencePiece pieces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

BEGIN, END = 1, 2
"""Numbers of `<s>` and `</s>`; `<unk>` is 0."""

UNKNOWN = 0

_SHARPNESS = 0.4  # power to which the chance of a way to cut a text is raised (Kudo 2018)


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

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each text."""
        encoded: list[list[int]] = self._processor.encode(list(texts))
        return encoded

    def sampled(self, texts: Sequence[str], seed: int) -> list[list[int]]:
        """Return the pieces of each text, cut in a way drawn by chance: rarer words in smaller pieces."""
        from sentencepiece import set_random_generator_seed  # noqa: PLC0415

        set_random_generator_seed(seed)
        encoded: list[list[int]] = self._processor.encode(
            list(texts), enable_sampling=True, alpha=_SHARPNESS, nbest_size=-1, num_threads=1
        )
        return encoded

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
