"""Glossaries in other formats: read, compared with the catalogs, and written.

A format is one `Format` of one module, entered in `FORMATS`. Between all of them and the catalogs there is
one value, a list of concepts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from glossary.errors import DocumentError
from glossary.exchange.columns import CSV, TSV
from glossary.exchange.concepts import Concept, Format, Reading, Writing, concepts_of
from glossary.exchange.deepl import DEEPL
from glossary.exchange.interchange import JSON
from glossary.exchange.merging import Change, Difference, Outcome, Prefer, compare, differences
from glossary.exchange.tbx import TBX2, TBX3
from glossary.exchange.tmx import TMX
from glossary.exchange.weblate import WEBLATE

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Change",
    "Concept",
    "Difference",
    "Format",
    "Outcome",
    "Prefer",
    "Reading",
    "Writing",
    "compare",
    "concepts_of",
    "differences",
    "format_of",
]

FORMATS: Mapping[str, Format] = {
    "csv": CSV,
    "tsv": TSV,
    "deepl": DEEPL,
    "tbx2": TBX2,
    "tbx3": TBX3,
    "tmx": TMX,
    "weblate": WEBLATE,
    "json": JSON,
}
"""The exchange formats by the name that `--format` takes."""

SUFFIXES: Mapping[str, str] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tbx": "tbx2",
    ".tmx": "tmx",
    ".po": "weblate",
    ".json": "json",
}
"""The name of the format of each file name suffix, in lower case; either version of TBX reads the other."""


def format_of(path: Path | None, name: str | None = None) -> Format:
    """Return the format of that name, else that of the file's suffix; `path` is None for standard input.

    Raises DocumentError where neither says.
    """
    chosen = name or SUFFIXES.get(path.suffix.lower() if path else "", "")
    if chosen not in FORMATS:
        remedy = f"name it with --format: {', '.join(FORMATS)}"
        raise DocumentError("the format is not known by the file's suffix", path=path, remedy=remedy)
    return FORMATS[chosen]
