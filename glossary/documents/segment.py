"""The unit a format hands out, and the text in which translations stand in the units' places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph, heading or line: its text as it is to be translated, and its place in the original.

    `runs` maps the one to the other: from each (offset in `text`, offset in the original) to the next, the
    characters correspond one to one, but for the single space that stands for a line break with its blanks.
    All offsets are Unicode code points.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """The offset in the original where the segment begins."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """The offset in the original after the segment's last character."""
        return self.source_offset(len(self.text))

    def source_offset(self, offset: int) -> int:
        """Return the offset in the original of `text[offset]`; `len(text)` gives the segment's end.

        The space that joins two lines stands where the break between them begins.
        Raises IndexError outside 0 to `len(text)`.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside a segment of {len(self.text)} characters")
        inner, outer = self.runs[bisect_right(self.runs, offset, key=lambda run: run[0]) - 1]
        return outer + offset - inner


@dataclass(frozen=True, slots=True)
class Written:
    """A text with translations in it, and the offset in code points at which each of them begins."""

    text: str
    starts: tuple[int, ...]


def replace(text: str, segments: Sequence[Segment], translations: Sequence[str]) -> Written:
    """Return `text` with exactly the segments' spans replaced, in order; all between them is copied.

    Raises ValueError unless there is one translation for each segment.
    """
    pieces: list[str] = []
    starts: list[int] = []
    copied = length = 0
    for segment, translation in zip(segments, translations, strict=True):
        between = text[copied : segment.start]
        starts.append(length + len(between))
        pieces += between, translation
        length = starts[-1] + len(translation)
        copied = segment.end
    return Written("".join(pieces) + text[copied:], tuple(starts))
