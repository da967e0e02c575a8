"""Where in a text an offset is: lines and columns as editors, compilers and code hosts count them."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"\r\n|\r|\n")  # not the further ends of `str.splitlines`: no editor counts a form feed


class Lines:
    """The lines of a text, for looking up many offsets in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _END.finditer(text))]

    def number(self, offset: int) -> int:
        """Return the 1-based number of the line that holds `offset`; a line end belongs to its line."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Return the 1-based column of `offset` in its line, in code points."""
        return offset - self._starts[self.number(offset) - 1] + 1
