"""Word alignment by IBM model 1 with a prior for the diagonal (after Dyer et al. 2013).

Words are what stands between blanks, in small letters, cut to a stem; a carrier is its number. Words that are
equal on both sides (carriers, numbers, Latin names) are sure to translate each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tools.starter.marks import Pair

_STEM = 6  # letters of an English stem; Russian and Urdu inflect more, and get one less
_TENSION = 5.0  # how strongly the diagonal is preferred
_NULL = 0.08  # probability that a word translates none
_THRESHOLD = 0.25  # posterior below which a word is left alone
_FLOOR = 1e-6  # probability of words never seen together
_CARRIER = re.compile(r"⟦(\d)⟧")
_SIGNS = re.compile(r"[^\w%$€£]")

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int64]


def stems(text: str, letters: int) -> list[str]:
    """Return what the words of a text are compared by."""
    return [_stem(word, letters) for word in text.split()]


def _stem(word: str, letters: int) -> str:
    carrier = _CARRIER.search(word)
    return f"⟦{carrier[1]}" if carrier else _SIGNS.sub("", word.lower())[:letters] or word


@dataclass(frozen=True)
class WordTable:
    """The probability of a target stem given a source stem; `keys` are target × size + source, sorted."""

    numbers: dict[str, int]
    keys: Integers
    chances: Floats

    def align(self, pair: Pair) -> list[int]:
        """Return for each word of the target the index of the source word that it translates, or -1."""
        source, target = stems(pair.source, _STEM), stems(pair.target, _STEM - 1)
        if not source or not target:
            return [-1] * len(target)
        odds = self._chances(source, target) * _prior(len(source), len(target))
        odds /= odds.sum(axis=1, keepdims=True)
        best = odds.argmax(axis=1)
        sure = np.take_along_axis(odds, best[:, None], axis=1)[:, 0] > _THRESHOLD
        return [int(b) - 1 if s else -1 for b, s in zip(best, sure, strict=True)]

    def _chances(self, source: Sequence[str], target: Sequence[str]) -> Floats:
        rows = np.array([self.numbers.get(word, -1) for word in target])
        columns = np.array([0, *(self.numbers.get(word, -1) for word in source)])
        wanted = rows[:, None] * len(self.numbers) + columns[None, :]
        places = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        known = (self.keys[places] == wanted) & (rows[:, None] >= 0) & (columns[None, :] >= 0)
        chances = np.where(known, self.chances[places], np.float32(_FLOOR))
        for j, word in enumerate(target):
            for i, other in enumerate(source, start=1):
                if word == other:
                    chances[j, i] = 1.0
        return chances.astype(np.float32)

    def save(self, path: Path) -> None:
        """Write the table."""
        np.savez_compressed(path, words=np.array(list(self.numbers)), keys=self.keys, chances=self.chances)

    @classmethod
    def load(cls, path: Path) -> WordTable:
        """Return a table that was written."""
        with np.load(path) as stored:
            numbers = {str(word): i for i, word in enumerate(stored["words"])}
            return cls(numbers, stored["keys"], stored["chances"])


def learn(pairs: Iterable[Pair], iterations: int = 5) -> WordTable:
    """Return the table that expectation maximization finds; 40,000 pairs take half a minute on one core."""
    numbers = {"": 0}  # the empty word, which target words without a source translate
    blocks: list[Integers] = []
    priors: list[Floats] = []
    for pair in dict.fromkeys(pairs):
        source = [numbers.setdefault(word, len(numbers)) for word in stems(pair.source, _STEM)]
        target = [numbers.setdefault(word, len(numbers)) for word in stems(pair.target, _STEM - 1)]
        if source and target:
            # Keys need the final size, so both halves are kept until it is known.
            blocks.append(np.stack(np.broadcast_arrays(np.array(target)[:, None], np.array([[0, *source]]))))
            priors.append(_prior(len(source), len(target)))
    size = len(numbers)
    cells = np.concatenate([(block[0] * size + block[1]).ravel() for block in blocks])
    prior = np.concatenate([p.ravel() for p in priors])
    widths = np.concatenate([np.full(p.shape[0], p.shape[1]) for p in priors])
    words = np.repeat(np.arange(len(widths)), widths)
    keys, index = np.unique(cells, return_inverse=True)
    sources = keys % size
    chances = np.ones(len(keys))
    for _ in range(iterations):
        share = chances[index] * prior
        share /= np.bincount(words, share)[words]
        counts = np.bincount(index, share, len(keys)) + 1e-4
        chances = counts / np.bincount(sources, counts, size)[sources]
    return WordTable(numbers, keys, chances.astype(np.float32))


@lru_cache(maxsize=4096)
def _prior(source: int, target: int) -> Floats:
    """Return the prior of each target word's source, the empty word first."""
    across = np.arange(0.5, source)[None, :] / source
    down = np.arange(0.5, target)[:, None] / target
    near = np.exp(-_TENSION * np.abs(across - down))
    near *= (1 - _NULL) / near.sum(axis=1, keepdims=True)
    return np.concatenate([np.full((target, 1), _NULL), near], axis=1).astype(np.float32)
