"""JSON lines: an object a line, with `source` and `target`, or with the codes of languages (`en`, `ru`).

`ignore` has the rules that are not to be applied: a list of them, or a string as in a table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import JSONDecoder
from typing import Any, NamedTuple

from glossary.documents.bilingual.record import IGNORE, Cell, rules, source_name, target_names, units
from glossary.documents.bilingual.unit import Piece, Unit
from glossary.documents.lines import Lines
from glossary.errors import DocumentError

_LINE = re.compile(r"[^\r\n]+")
_BLANKS = re.compile(r"[ \t]*")
# Escapes in a row are one piece: two of them may be the surrogates of one character.
_SPELLED = re.compile(r"[^\\]+|(?:\\u[\da-fA-F]{4}|\\.)+")
_LONE = re.compile("[\ud800-\udfff]")
_DECODER = JSONDecoder()


class _Value(NamedTuple):
    """A value of an object, and where it stands in its line."""

    value: Any  # whatever JSON has
    start: int
    end: int


def parse(text: str) -> tuple[Unit, ...]:
    """Return the translated lines of a file of JSON objects.

    Raises DocumentError with the line of what is no object, or has no source or target.
    """
    lines = Lines(text)
    found: list[Unit] = []
    for line in _LINE.finditer(text):
        if not line[0].isspace():
            found += _units(line, lines)
    return tuple(found)


def _units(line: re.Match[str], lines: Lines) -> Iterator[Unit]:
    number = lines.number(line.start())
    values = _values(line[0], number)
    cells = {
        name: Cell(tuple(_pieces(line, value)), _escaped)
        for name, value in values.items()
        if isinstance(value.value, str)
    }
    if source_name(cells) is None or not target_names(values):
        raise DocumentError(
            "an object without source or target",
            line=number,
            remedy='write {"source": "…", "target": "…"}, or the codes of languages: {"en": "…", "ru": "…"}',
        )
    return units(cells, lines, _ignored(values))


def _values(line: str, number: int) -> dict[str, _Value]:
    """Return the values of the object that a line is, by their names."""
    try:
        if not isinstance(json.loads(line), dict):
            raise DocumentError("not a JSON object", line=number, remedy="write one object a line, in braces")
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        remedy = "write one object a line, with no line break in it"
        raise DocumentError(f"not JSON: {reason}", line=number, remedy=remedy) from error
    if _LONE.search(json.dumps(json.loads(line), ensure_ascii=False)):
        remedy = "write the character itself, or both halves of it"
        raise DocumentError("half a surrogate pair, which is no character", line=number, remedy=remedy)
    return dict(_pairs(line))


def _pairs(line: str) -> Iterator[tuple[str, _Value]]:
    """Yield the names and values of a line that is known to be an object."""
    position = _after(line, line.index("{") + 1)
    while line[position] != "}":
        name, position = _DECODER.raw_decode(line, position)
        start = _after(line, _after(line, position) + 1)  # past the colon
        value, end = _DECODER.raw_decode(line, start)
        yield name, _Value(value, start, end)
        position = _after(line, end)
        if line[position] == ",":
            position = _after(line, position + 1)


def _after(line: str, position: int) -> int:
    """Return where the blanks from `position` on end."""
    blanks = _BLANKS.match(line, position)
    return blanks.end() if blanks else position


def _pieces(line: re.Match[str], value: _Value) -> Iterator[Piece]:
    for spelled in _SPELLED.finditer(line[0], value.start + 1, value.end - 1):
        escape = spelled[0].startswith("\\")
        characters = json.loads(f'"{spelled[0]}"') if escape else spelled[0]
        yield Piece(characters, line.start() + spelled.start(), literal=not escape)


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _ignored(values: dict[str, _Value]) -> frozenset[str]:
    if IGNORE not in values:
        return frozenset()
    value = values[IGNORE].value
    return rules(" ".join(map(str, value)) if isinstance(value, list) else str(value))
