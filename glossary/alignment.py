"""Which paragraphs of a translation belong to which of its source."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_COST = {
    (1, 1): 0.0,
    (1, 0): 3.5,
    (0, 1): 3.5,
    (2, 1): 2.8,
    (1, 2): 2.8,
}  # how unlikely each is, of -log, on wire news
_SPREAD = 6.8  # variance of the target's length for each source character (Gale and Church 1993)
_RATIOS = (0.9, 1.25)  # of lengths: Urdu 0.94 to 1.02, Russian 1.04 to 1.10; beyond, a side lacks text
_BAND = 30  # paragraphs by which the likeliest alignment may stray from an even one, besides the difference
_ANCHOR = 1.5  # what a number or name that both sides share is worth


class Bead(NamedTuple):
    """Paragraph numbers of the source and of the translation that belong together; one side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]


class Paragraph(NamedTuple):
    """What alignment looks at: how many characters, and what would stand in a translation, too.

    Anchors are numbers and names, written in the same way for both sides.
    """

    length: int
    anchors: frozenset[str] = frozenset()


def align(source: Sequence[Paragraph], target: Sequence[Paragraph]) -> list[Bead]:
    """Return the likeliest alignment by length and by shared anchors, in order."""
    ratio = (sum(p.length for p in target) + 1) / (sum(p.length for p in source) + 1)
    ratio = max(_RATIOS[0], min(ratio, _RATIOS[1]))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(source) + 1):
        for j in _near(i, len(source), len(target)):
            options = [
                (best[i - di, j - dj][0] + _cost(source[i - di : i], target[j - dj : j], ratio), (di, dj))
                for di, dj in _MOVES
                if (i - di, j - dj) in best
            ]
            if options:
                best[i, j] = min(options)
    return _traced(best, len(source), len(target))


def _near(i: int, sources: int, targets: int) -> range:
    """Return how many translated paragraphs may go with `i` of the source, so that long texts are quick."""
    middle = i * targets // max(sources, 1) if i < sources else targets
    width = _BAND + abs(sources - targets)
    return range(max(0, middle - width), min(targets, middle + width) + 1)


def _cost(source: Sequence[Paragraph], target: Sequence[Paragraph], ratio: float) -> float:
    """Return how unlikely it is that these belong together, in -log of the probability."""
    cost = _COST[len(source), len(target)]
    if not source or not target:
        return cost
    a, b = (frozenset().union(*(p.anchors for p in side)) for side in (source, target))
    lengths = sum(p.length for p in source), sum(p.length for p in target)
    return cost + _misfit(*lengths, ratio) - _ANCHOR * len(a & b)


def _traced(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Bead]:
    beads = []
    while i or j:
        di, dj = best[i, j][1]
        beads.append(Bead(tuple(range(i - di, i)), tuple(range(j - dj, j))))
        i, j = i - di, j - dj
    return beads[::-1]


def _misfit(source: int, target: int, ratio: float) -> float:
    """Return how badly two lengths go together, in -log of the probability."""
    expected = source * ratio
    deviation = abs(target - expected) / math.sqrt(_SPREAD * max(expected, 1.0))
    return min(12.0, -math.log(max(math.erfc(deviation / math.sqrt(2)), 1e-12)))
