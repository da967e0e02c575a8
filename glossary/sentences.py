"""Sentences of an English paragraph, as spans that no term straddles and no model is too small for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

Span = tuple[int, int]

_STRONG = re.compile(r"[;:—–](?=\s)\s+")
_WEAK = re.compile(r",(?=\s)\s+")
_BLANK = re.compile(r"\s+")


def split(text: str, terms: Sequence[Span], length: Callable[[int, int], int], most: int) -> Iterator[Span]:
    """Yield the spans of the sentences of `text`, without the white space between them.

    None of `terms` is cut. A sentence for which `length(start, end)` is more than `most` is split at a
    clause boundary, failing that at a blank, failing that anywhere else. A tab ends a sentence, as a cell.
    """
    for start, end in _sentences(text, terms):
        yield from _fitting(text, start, end, terms, length, most)


def _sentences(text: str, terms: Sequence[Span]) -> Iterator[Span]:
    from sentencex import segment  # noqa: PLC0415 - slow to load

    start = at = 0
    for cell in re.split(r"(\t+)", text):
        for piece in segment("en", cell) if cell.strip() else [cell]:
            at += len(piece)
            if not any(a < at < b for a, b in terms):
                yield from _stripped(text, start, at)
                start = at
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _fitting(
    text: str, start: int, end: int, terms: Sequence[Span], length: Callable[[int, int], int], most: int
) -> Iterator[Span]:
    # A character is at most four tokens, so that short sentences need not be counted.
    if 4 * (end - start) <= most or length(start, end) <= most:
        yield start, end
        return
    cut = _middle_cut(text, start, end, terms)
    if cut is None:
        yield start, end
        return
    for a, b in ((start, cut), (cut, end)):
        for span in _stripped(text, a, b):
            yield from _fitting(text, *span, terms, length, most)


def _middle_cut(text: str, start: int, end: int, terms: Sequence[Span]) -> int | None:
    """Return the best place to cut, nearest to the middle of those of the best kind; None for no place."""
    middle = (start + end) // 2
    for boundary in (_STRONG, _WEAK, _BLANK):
        cuts = [m.end() for m in boundary.finditer(text, start, end)]
        free = [c for c in cuts if start < c < end and not any(a < c < b for a, b in terms)]
        if free:
            best = min(free, key=lambda c: abs(c - middle))
            # A comma at the very edge would leave a stump; a blank near the middle is better then.
            if boundary is _BLANK or min(best - start, end - best) * 5 >= end - start:
                return best
    inside = next(((a, b) for a, b in terms if a < middle < b), (middle, middle))
    return next((cut for cut in inside if start < cut < end), None)
