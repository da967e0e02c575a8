"""Bilingual files: each format gives the translations in a file, with their sources and their places.

A format is one module with `parse`, entered in `FORMATS`. None judges a translation.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from glossary.documents.bilingual import jsonl, po, tmx, tsv, xliff
from glossary.documents.bilingual.unit import Unit
from glossary.documents.files import Source
from glossary.errors import DocumentError


class Format(Protocol):
    """What the module of a format offers."""

    def parse(self, text: str) -> tuple[Unit, ...]:
        """Return the translations in a file's text, in its order; what is untranslated is left out."""
        ...


FORMATS: Mapping[str, Format] = {
    ".jsonl": jsonl,
    ".po": po,
    ".tmx": tmx,
    ".tsv": tsv,
    ".xlf": xliff,
    ".xliff": xliff,
}
"""The format of each file name suffix, in lower case."""


def is_bilingual(path: Path) -> bool:
    """Tell whether a file holds sources and translations together, by its suffix."""
    return path.suffix.lower() in FORMATS


def units(file: Source) -> tuple[Unit, ...]:
    """Return the translations in a file whose suffix is in `FORMATS`.

    Raises DocumentError with its path and the line of what does not belong to the format.
    """
    path = file.path or Path()
    try:
        return FORMATS[path.suffix.lower()].parse(file.text)
    except DocumentError as error:
        error.path = path
        raise
