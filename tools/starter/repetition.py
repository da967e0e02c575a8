"""Loops of a model, and where they repeat themselves, so that it can be trained against them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

_LONGEST = 16  # pieces of what is repeated
_WORD = 3  # letters; fewer may well stand twice in a row


class Loop(NamedTuple):
    """A translation that loops: source with its end, target with its beginning, and where it loops.

    `again` are the positions of target pieces that repeat what stands right before them.
    """

    source: list[int]
    target: list[int]
    again: list[int]


def repetitions(pieces: Sequence[str]) -> list[int]:
    """Return the positions of pieces that repeat the run of pieces right before them.

    Of runs with less than three letters it is the third time that counts; figures and marks may be repeated.
    """
    again: set[int] = set()
    for size in range(1, _LONGEST + 1):
        for start in range(size, len(pieces) - size + 1):
            run = pieces[start : start + size]
            letters = sum(map(str.isalpha, "".join(run)))
            times = 1 if letters >= _WORD else 2
            if letters and all(
                pieces[start - size * back : start - size * (back - 1)] == run for back in range(1, times + 1)
            ):
                again.update(range(start, start + size))
    return sorted(again)


def save(loops: Iterable[Loop], path: Path) -> None:
    """Write loops, one a line, as JSON."""
    path.write_text("".join(json.dumps(loop) + "\n" for loop in loops), encoding="utf-8", newline="\n")


def load(path: Path) -> list[Loop]:
    """Return loops; none where they were not looked for."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [Loop(*json.loads(line)) for line in lines]
