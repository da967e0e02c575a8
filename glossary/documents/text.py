"""Plain text: each line that is not blank is a segment, and so is each paragraph of hard-wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from glossary.documents.hard_wrap import paragraphs
from glossary.documents.segment import Segment, Written, replace

_HYPHENATED = re.compile(r"\w-$")
_SUSPENDED = ("and ", "or ", "to ")  # "short- and long-term": here the space after the hyphen is meant


def parse(text: str) -> tuple[Segment, ...]:
    """Return the segments of a text: a paragraph's lines without the blanks around them, joined by one space.

    No space follows a hyphen at a line's end, as in "long-" and "term". Lines end as `str.splitlines` has it:
    a form feed, too, stands between segments and never in one.
    """
    lines = text.splitlines(keepends=True)
    starts = list(accumulate(map(len, lines), initial=0))
    return tuple(_segment(lines, starts, paragraph) for paragraph in paragraphs(lines))


def write(text: str, segments: Sequence[Segment], translations: Sequence[str]) -> Written:
    """Return `text` with translations in the place of the segments that `parse` found in it.

    Blank lines, blanks at either end of a line, and line ends, also a missing last one, are copied as they
    are. So are the translations: the caller brings them to NFC, since what comes from the original must stay.
    """
    return replace(text, segments, translations)


def _segment(lines: Sequence[str], starts: Sequence[int], paragraph: range) -> Segment:
    joined = ""
    runs: list[tuple[int, int]] = []
    for number in paragraph:
        content = lines[number].strip()
        if joined and not (_HYPHENATED.search(joined) and not content.startswith(_SUSPENDED)):
            joined += " "
        indentation = len(lines[number]) - len(lines[number].lstrip())
        runs.append((len(joined), starts[number] + indentation))
        joined += content
    return Segment(joined, tuple(runs))
