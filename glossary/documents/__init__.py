"""Document formats: each parses a text to segments and writes translated segments back.

A format is one module with `parse` and `write`, entered in `FORMATS`. None knows how a segment is translated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from glossary.documents import text
from glossary.documents.segment import Segment, Written
from glossary.errors import DocumentError


class Format(Protocol):
    """What the module of a format offers."""

    def parse(self, text: str) -> tuple[Segment, ...]:
        """Return what is to be translated, in the order of the text and without overlaps."""
        ...

    def write(self, text: str, segments: Sequence[Segment], translations: Sequence[str]) -> Written:
        """Return `text` with each segment's span replaced by its translation, all else as it was."""
        ...


FORMATS: Mapping[str, Format] = {
    "": text,  # standard input, and the nameless files of wire feeds
    ".txt": text,
}
"""The format of each file name suffix, in lower case."""


def format_of(path: Path | None) -> Format:
    """Return the format of a file by its suffix, plain text for standard input (None).

    Raises DocumentError for a suffix that is not in `FORMATS`.
    """
    suffix = path.suffix.lower() if path else ""
    if suffix not in FORMATS:
        known = ", ".join(name for name in FORMATS if name)
        message = f"{suffix} files cannot be translated"
        raise DocumentError(message, path=path, remedy=f"save the article as plain text: {known}")
    return FORMATS[suffix]
