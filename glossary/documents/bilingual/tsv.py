"""Tab-separated values: a row a line, with the source, the target and, if wanted, the rules to ignore.

A header may name the columns: `source`, `target`, `ignore`, or the codes of languages (`en`, `ru`). There is
no quoting, as the media type has it, so that a text may begin with a quotation mark; but a cell with doubled
quotation marks between two more is read as the spreadsheet meant it that wrote it.
"""

from __future__ import annotations

import re

from glossary.documents.bilingual.record import IGNORE, Cell, rules, source_name, target_names, units
from glossary.documents.bilingual.unit import Piece, Unit, assembled
from glossary.documents.lines import Lines
from glossary.errors import DocumentError

_COLUMNS = ("source", "target", IGNORE)
_ROW = re.compile(r"[^\r\n]+")
_CELL = re.compile(r"(?<![^\t\r\n])[^\t\r\n]*")  # also an empty one: after a tab or at the line's start
_QUOTED = re.compile(r'"(?=.*"".*")(?:[^"]|"")*"')
_SPELLED = re.compile(r'""|[^"]+')


def parse(text: str) -> tuple[Unit, ...]:
    """Return the translated rows of a table. Raises DocumentError with the line of a row without a tab."""
    lines = Lines(text)
    rows = [row for row in _ROW.finditer(text) if not row[0].isspace()]
    columns = _header(_cells(rows[0])) if rows else ()
    found: list[Unit] = []
    for row in rows[1:] if columns else rows:
        if "\t" not in row[0]:
            raise DocumentError(
                "a row without a tab",
                line=lines.number(row.start()),
                remedy="put a tab between source and target, and write no line break into a cell",
            )
        record = dict(zip(columns or _COLUMNS, _cells(row), strict=False))
        ignored = rules(_text(record[IGNORE])) if IGNORE in record else frozenset()
        found += units(record, lines, ignored)
    return tuple(found)


def _cells(row: re.Match[str]) -> list[Cell]:
    return [_cell(cell[0], cell.start()) for cell in _CELL.finditer(row.string, row.start(), row.end())]


def _cell(content: str, start: int) -> Cell:
    if _QUOTED.fullmatch(content):
        spelled = _SPELLED.finditer(content, 1, len(content) - 1)
        pieces = [Piece(s[0].replace('""', '"'), start + s.start(), s[0] != '""') for s in spelled]
        return Cell(tuple(pieces), _quoted)
    return Cell((Piece(content, start),), _nothing if content.startswith('"') else _literal)


def _literal(text: str) -> str | None:
    """Return text for a cell without quotation marks around it."""
    return None if re.search('[\t\r\n"]', text) else text


def _quoted(text: str) -> str | None:
    return None if re.search("[\t\r\n]", text) else text.replace('"', '""')


def _nothing(text: str) -> None:
    """Return None: what is written behind a quotation mark could make the cell read as a quoted one."""
    del text


def _header(cells: list[Cell]) -> tuple[str, ...]:
    """Return the names of the columns where the cells are such names, else nothing."""
    names = tuple(_text(cell).strip().lower() for cell in cells)
    return names if source_name(names) and target_names(names) else ()


def _text(cell: Cell) -> str:
    return assembled(cell.pieces)[0]
