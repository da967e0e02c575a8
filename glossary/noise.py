"""Output of a translation model that is no translation: nothing, loops, broken characters, far too much."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STUTTER = re.compile(r"([^\W\d_]{2,9}?)\1{3}|([^\W\d_])\2{4}|(\d)\3{5}")
"""Letters that a word repeats four times over, one letter or digit that goes on and on."""

_BROKEN = re.compile("[\ufffd\u2047]")
"""What bytes that make no character, and tokens the model does not know, are decoded to."""


def is_noise(source: str, output: str) -> bool:
    """Return whether a model gave up on a sentence.

    Languages differ in length by less than a factor of two; short inputs get more room. What the source
    itself repeats may be repeated.
    """
    if not output.strip():
        return bool(source.strip())
    if len(output) > 3 * len(source) + 24:
        return True
    if _BROKEN.search(output) and not _BROKEN.search(source):
        return True
    if _STUTTER.search(output) and not _STUTTER.search(source):
        return True
    return repeated(output.split()) > max(3, repeated(source.split()) + 2)


def repeated(words: Sequence[str]) -> int:
    """Return how many words the longest immediate repetition takes, the first time included.

    Runs of one to eight words are seen: *very very very* → 3, *both sides agreed both sides agreed* → 6,
    nothing repeated → 0.
    """
    folded = [word.casefold().strip(".,;:!?»«“”\"'") for word in words]
    most = 0
    for size in range(1, 9):
        run = 0
        for i in range(size, len(folded)):
            run = run + 1 if folded[i] and folded[i] == folded[i - size] else 0
            if run >= size:
                most = max(most, run + size)
    return most
