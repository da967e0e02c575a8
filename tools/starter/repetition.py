"""Translations that loop, and where they repeat themselves, so that a model can be trained against them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_LONGEST = 16  # pieces of what is repeated
_FEW = 3  # letters; fewer may well stand twice in a row
_START = "▁"  # what the first piece of a word begins with


class Loop(NamedTuple):
    """A translation that loops: source with its end, target with its beginning, and where it loops.

    `again` are the positions of target pieces that repeat what stands right before them.
    """

    source: list[int]
    target: list[int]
    again: list[int]


def repetitions(pieces: Sequence[str]) -> list[int]:
    """Return the positions of pieces that repeat the run of pieces right before them.

    A whole word, or less than three letters, may stand twice in a row, as Urdu words do; from the third time
    on it counts. Figures and marks may be repeated.
    """
    again: set[int] = set()
    for size in range(1, _LONGEST + 1):
        for start in range(size, len(pieces) - size + 1):
            run = pieces[start : start + size]
            text = "".join(run)
            letters = sum(map(str.isalpha, text))
            is_word = text.startswith(_START) and text.count(_START) == 1
            times = 2 if is_word or letters < _FEW else 1
            if letters and all(
                pieces[start - size * back : start - size * (back - 1)] == run for back in range(1, times + 1)
            ):
                again.update(range(start, start + size))
    return sorted(again)
