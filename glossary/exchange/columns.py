"""CSV and TSV with named columns, for spreadsheets.

Columns, in any order; `term` alone is required:

* `context` (`kind` or `kind/qualifier`), `term`, `match` (`case`, `nocase`), `alias`, `translate` (`no`),
  `note`
* for each language its code (`ru`), which is the rendering, and `ru.state` (`approved`, `fuzzy`,
  `untranslated`, `obsolete`), `ru.morph`, `ru.form`, `ru.admitted`, `ru.forbidden`, `ru.source`

Values are spelled as in the catalogs. Several of them are joined by ` | `; a bar within a note, a source or a
form is `\\|`, a backslash there `\\\\`. Blanks at the edges of a cell do not count. An empty rendering never
deletes one; an empty cell of another column means that there is no such fact, an empty state `fuzzy`.

CSV has a UTF-8 signature in files, without which Excel takes Cyrillic and Urdu for Windows letters, and lines
that end as RFC 4180 has them; a semicolon between cells, which Excel writes where the comma is the decimal
sign, is read as well. TSV has neither signature nor carriage returns: it is for command-line tools.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from types import SimpleNamespace
from unicodedata import normalize

from glossary.catalog.keys import TARGET_KEYS, TERM_KEYS, Facts
from glossary.documents.files import Source
from glossary.exchange.concepts import (
    LISTS,
    Concept,
    Format,
    Place,
    Reading,
    Writing,
    entry_from,
    facts_of,
    term_facts,
    term_from,
)
from glossary.model import Entry, State, Term

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_@][A-Za-z0-9]+)*")
_COLUMNS = ("context", "term", *TERM_KEYS)
_LANGUAGE_COLUMNS = ("state", *TARGET_KEYS)

Row = dict[str, str]


def _read(source: Source, _language: str, *, delimiters: str) -> Reading:
    """Return the concepts of a table. Raises DocumentError with the line of what is wrong."""
    header, rows = _table(source, delimiters)
    languages = [column for column in header if _LANGUAGE.fullmatch(column)]
    known = {*_COLUMNS, *(f"{code}.{key}" for code in languages for key in _LANGUAGE_COLUMNS), *languages}
    concepts = [_concept(row, languages, place) for place, row in rows]
    left_out = Counter({f"column {column}": len(concepts) for column in header if column not in known})
    return Reading(concepts, frozenset(header) & known, left_out)


def _table(source: Source, delimiters: str) -> tuple[list[str], list[tuple[Place, Row]]]:
    line = source.text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(normalize("NFC", source.text), newline=""),
        delimiter=max(delimiters, key=line.count),
        strict=True,
    )
    rows: list[tuple[Place, list[str]]] = []
    began = 1
    try:
        for cells in reader:
            rows.append((Place(source.path, began), [cell.strip() for cell in cells]))
            began = reader.line_num + 1
    except csv.Error as error:
        raise Place(source.path, began).error(f"not a table: {error}", "quote cells as CSV has it") from error
    header = rows[0][1] if rows else []
    _check_header(header, Place(source.path, 1))
    return header, [(place, _row(header, cells, place)) for place, cells in rows[1:] if any(cells)]


def _check_header(header: list[str], place: Place) -> None:
    if "term" not in header:
        raise place.error(
            "there is no column `term`", "name the columns in the first line: context, term, ru, …"
        )
    for column, count in Counter(header).items():
        if count > 1 and column:
            raise place.error(f"there are {count} columns `{column}`", "keep one")


def _row(header: list[str], cells: list[str], place: Place) -> Row:
    if len(cells) > len(header):
        raise place.error(
            f"{len(cells)} cells under {len(header)} columns", "quote a cell that has a separator in it"
        )
    return dict(zip(header, cells, strict=False))


def _concept(row: Row, languages: list[str], place: Place) -> Concept:
    context = row.get("context", "")
    term = term_from(context, row.get("term", ""), _facts(row, "", TERM_KEYS), place)
    if context and not term.context:
        raise place.error(
            f"the context {context} begins with no known kind", "begin it with one, such as `person`"
        )
    entries = {code: entry for code in languages if (entry := _entry(term, code, row, place))}
    return Concept(term, entries)


def _entry(term: Term, code: str, row: Row, place: Place) -> Entry | None:
    facts = _facts(row, f"{code}.", TARGET_KEYS)
    state = row.get(f"{code}.state", "")
    if state not in ("", *State):
        raise place.error(f"there is no state {state}", f"write one of: {', '.join(State)}")
    if not (row.get(code) or facts or state):
        return None
    return entry_from(term, row.get(code, ""), facts, State(state) if state else None, place)


def _facts(row: Row, prefix: str, keys: Sequence[str]) -> Facts:
    cells = {key: row.get(prefix + key, "") for key in keys}
    return {key: [cell] if key in LISTS else list(_split(cell)) for key, cell in cells.items() if cell}


def _split(cell: str) -> Iterator[str]:
    for part in re.findall(r"(?:[^\\|]|\\.?)+", cell, re.DOTALL):
        yield re.sub(r"\\([\\|])", r"\1", part.strip())


def _joined(key: str, values: list[str]) -> str:
    if key in LISTS:
        return " | ".join(values)
    return " | ".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def _write(
    concepts: Sequence[Concept], languages: Sequence[str], *, delimiter: str, line_end: str
) -> Writing:
    """Return the concepts as a table, the columns of each language included."""
    columns = [*_COLUMNS]
    for code in languages:
        columns += [code, *(f"{code}.{key}" for key in _LANGUAGE_COLUMNS)]
    lines: list[str] = []
    # The writer quotes what has a character of its line end in it, so that end is always both.
    writer = csv.DictWriter(SimpleNamespace(write=lines.append), columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(_cells(concept) for concept in concepts)
    return Writing("".join(line.removesuffix("\r\n") + line_end for line in lines), Counter())


def _cells(concept: Concept) -> Row:
    row = {"context": concept.term.context, "term": concept.term.text}
    row |= {key: _joined(key, values) for key, values in term_facts(concept.term).items()}
    for code, entry in concept.entries.items():
        facts = facts_of(entry)
        row |= {code: entry.rendering.text, f"{code}.state": entry.state.value}
        row |= {f"{code}.{key}": _joined(key, facts[key]) for key in TARGET_KEYS if key in facts}
    return row


CSV = Format(
    "CSV",
    partial(_read, delimiters=",;"),
    partial(_write, delimiter=",", line_end="\r\n"),
    bom=True,
)
TSV = Format("TSV", partial(_read, delimiters="\t"), partial(_write, delimiter="\t", line_end="\n"))
