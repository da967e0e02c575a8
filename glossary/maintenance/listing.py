"""Terms as a terminologist lists them: one row a term, with its entry in each language."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from glossary.catalog import builtin_folder, catalogs, load_glossary, read_catalog
from glossary.catalog.reading import collector_paused
from glossary.exchange.interchange import rendering_object
from glossary.maintenance.names import Identity
from glossary.model import Entry, Kind, State, Term

MISSING = "missing"
"""What stands for the state where a language has no entry of a term that another has."""


@dataclass(frozen=True, slots=True)
class Row:
    """A term with its entries in force, by language."""

    entries: Mapping[str, Entry]

    @property
    def term(self) -> Term:
        """The term as the first of its languages has it."""
        return next(iter(self.entries.values())).term


@collector_paused()
def rows(folders: Sequence[Path], languages: Sequence[str], *, obsolete: bool = False) -> list[Row]:
    """The terms of the layered folders, the strongest folder's first; `obsolete` adds those retired.

    A retired entry is listed where nothing of its identity is in force. Raises CatalogError.
    """
    table: dict[Identity, dict[str, Entry]] = {}
    for language in languages:
        for entry in load_glossary(folders, language).entries:
            table.setdefault(entry.identity, {})[language] = entry
        for entry in _retired(folders, language) if obsolete else ():
            table.setdefault(entry.identity, {}).setdefault(language, entry)
    return [Row(entries) for entries in table.values()]


def selected(rows: Iterable[Row], kinds: Container[Kind], states: Container[State]) -> Iterator[Row]:
    """The rows of these kinds, with an entry in one of these states."""
    return (
        row
        for row in rows
        if row.term.kind in kinds and any(entry.state in states for entry in row.entries.values())
    )


def state(row: Row, languages: Sequence[str]) -> str:
    """The state in all the languages, or each that differs: `approved`, or `ru approved, ur fuzzy`."""
    return _agreed({code: row.entries[code].state if code in row.entries else MISSING for code in languages})


def origin(row: Row) -> str:
    """The folder of the entries, or that of each language where they differ."""
    return _agreed({code: folder_name(folder_of(entry)) for code, entry in row.entries.items()})


def folder_of(entry: Entry) -> Path:
    """The glossary folder that an entry was read from."""
    assert entry.path is not None
    return entry.path.parents[2]


@cache
def folder_name(folder: Path) -> str:
    """The folder as it is shown: as it was named, or `built-in`."""
    return "built-in" if folder == builtin_folder() else str(folder)


def to_csv(rows: Iterable[Row], languages: Sequence[str]) -> str:
    """The rows as comma-separated values, under the names that `dragoman glossary import` reads.

    `ru.origin` is told to people alone. Several aliases are separated by ` | `.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    columns = [code + fact for code in languages for fact in ("", ".state", ".origin")]
    writer.writerow(["context", "term", "alias", *columns])
    for row in rows:
        cells = [cell for code in languages for cell in _cells(row.entries.get(code))]
        term = row.term
        writer.writerow([term.context, term.text, " | ".join(term.aliases), *cells])
    return file.getvalue()


def to_json(rows: Iterable[Row]) -> str:
    """The rows as a JSON document with every fact of every entry, its origin and its place."""
    terms = [
        {**_term(row.term), "languages": {code: _entry(entry) for code, entry in row.entries.items()}}
        for row in rows
    ]
    return json.dumps({"version": 1, "terms": terms}, ensure_ascii=False, indent=2) + "\n"


def _retired(folders: Sequence[Path], language: str) -> Iterator[Entry]:
    for folder in reversed(folders):
        for path in catalogs(folder).get(language, ()):
            yield from (entry for entry in read_catalog(path).entries if entry.state is State.OBSOLETE)


def _agreed(values: Mapping[str, str]) -> str:
    distinct = set(values.values())
    return distinct.pop() if len(distinct) == 1 else ", ".join(f"{code} {v}" for code, v in values.items())


def _cells(entry: Entry | None) -> tuple[str, str, str]:
    if entry is None:
        return "", "", ""
    return entry.rendering.text, entry.state, folder_name(folder_of(entry))


def _term(term: Term) -> dict[str, Any]:
    return {
        "kind": term.kind,
        "qualifier": term.qualifier,
        "term": term.text,
        "aliases": term.aliases,
        "match_case": term.match_case,
        "translate": term.translate,
        "notes": term.notes,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        **rendering_object(entry),
        "origin": folder_name(folder_of(entry)),
        "path": str(entry.path),
        "line": entry.line,
    }
