"""What tables and JSON lines have in common: named cells, some of them source, target and ignore."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from glossary.documents.bilingual.unit import Piece, Unit, paired
from glossary.documents.lines import Lines

IGNORE = "ignore"
"""The name of the cell with the rules that are not to be applied: `C001 C002`, or `*` for all."""

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]+)?")
_ENGLISH = re.compile(r"en(?:[-_][A-Za-z]+)?")
_SOURCE, _TARGET = "source", "target"
_NO_LANGUAGE = "id"  # names a record far more often than it means Indonesian
_RULES = re.compile(r"(?:\*|[A-Z]+[0-9]+)(?:[ ,]+(?:\*|[A-Z]+[0-9]+))*")


class Cell(NamedTuple):
    """The text of a cell in pieces, and how text is written there."""

    pieces: tuple[Piece, ...]
    escape: Callable[[str], str | None]


def source_name(names: Iterable[str]) -> str | None:
    """Return which of the names is that of the source, `en` before `source`; None where none is."""
    names = list(names)
    english = next((name for name in names if _ENGLISH.fullmatch(name)), None)
    return english or (_SOURCE if _SOURCE in names else None)


def target_names(names: Iterable[str]) -> list[str]:
    """Return which of the names are those of targets: the codes of languages, else `target`."""
    names = list(names)
    languages = [name for name in names if _LANGUAGE.fullmatch(name) and not _ENGLISH.fullmatch(name)]
    codes = [name for name in languages if name != _NO_LANGUAGE]
    return codes or [name for name in names if name == _TARGET]


def rules(value: str) -> frozenset[str]:
    """Return the rules that a cell lists, none where it holds anything else."""
    return frozenset(re.split("[ ,]+", value.strip())) if _RULES.fullmatch(value.strip()) else frozenset()


def units(record: Mapping[str, Cell], lines: Lines, ignored: frozenset[str]) -> Iterator[Unit]:
    """Yield a unit for each target of a record that has text, if there is a source that has."""
    source = source_name(record)
    if source is None:
        return
    for name in target_names(record):
        language = None if name == _TARGET else name
        target = record[name]
        yield from paired(record[source].pieces, target.pieces, lines, target.escape, language, ignored)
