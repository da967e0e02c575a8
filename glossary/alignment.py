"""Which paragraphs of a translation belong to which of its source."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_COST = {(1, 1): 0.0, (1, 0): 4.0, (0, 1): 4.0, (2, 1): 2.3, (1, 2): 2.3}  # -log of how often each is seen
_SPREAD = 6.8  # variance of the target's length for each source character (Gale and Church 1993)
_ANCHOR = 1.5  # what a number or name that both sides share is worth


class Bead(NamedTuple):
    """Paragraph numbers of the source and of the translation that belong together; one side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def align(
    source: Sequence[str], target: Sequence[str], anchors: Callable[[str, str], int] = lambda a, b: 0
) -> list[Bead]:
    """Return the likeliest alignment by length and by shared anchors, in order.

    `anchors` counts what a source and a target paragraph surely have in common, as numbers and names.
    """
    ratio = (sum(map(len, target)) + 1) / (sum(map(len, source)) + 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            options = []
            for di, dj in _MOVES:
                if (i - di, j - dj) in best and i >= di and j >= dj:
                    a, b = " ".join(source[i - di : i]), " ".join(target[j - dj : j])
                    cost = _COST[di, dj] + _misfit(a, b, ratio)
                    cost -= _ANCHOR * anchors(a, b) if di and dj else 0.0
                    options.append((best[i - di, j - dj][0] + cost, (di, dj)))
            if options:
                best[i, j] = min(options)
    return _traced(best, len(source), len(target))


def _traced(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Bead]:
    beads = []
    while i or j:
        di, dj = best[i, j][1]
        beads.append(Bead(tuple(range(i - di, i)), tuple(range(j - dj, j))))
        i, j = i - di, j - dj
    return beads[::-1]


def _misfit(source: str, target: str, ratio: float) -> float:
    """Return how badly two lengths go together, in -log of the probability; 0 where one side is empty."""
    if not source or not target:
        return 0.0
    expected = len(source) * ratio
    deviation = abs(len(target) - expected) / math.sqrt(_SPREAD * max(expected, 1.0))
    return min(12.0, -math.log(max(math.erfc(deviation / math.sqrt(2)), 1e-12)))
