"""A source text and its translation as they stand together in one file, and the way back into that file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from glossary.documents.lines import Lines
from glossary.model import Fix

ALL = "*"
"""Stands in `Unit.ignored` for every rule."""

_IGNORE = re.compile(r"\bdragoman:[ \t]*ignore\b(?P<rules>(?:[ \t,]+[A-Z]+[0-9]+\b)*)")
_RULE = re.compile(r"[A-Z]+[0-9]+")


class Piece(NamedTuple):
    """Characters of a string, and the offset in the file that they come from.

    A piece that is not literal is written there with an escape, an entity or a tag.
    """

    text: str
    offset: int
    literal: bool = True


class Run(NamedTuple):
    """Code points `start` to `end` of a target that stand in the file literally, from `offset` on."""

    start: int
    end: int
    offset: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A source text and its translation, neither of them blank.

    `line` and `source_line` are the 1-based lines where the two begin. `language` is that of the target as
    the file has it (`ru`, `ur-PK`, `ru_RU`), None where it does not say. `ignored` are the rules that a
    comment beside the unit suppresses, `ALL` for every one. `escape` writes text as the file writes the
    target, and gives None for what cannot stand there.
    """

    source: str
    target: str
    line: int
    source_line: int
    runs: tuple[Run, ...]
    escape: Callable[[str], str | None] = field(compare=False, repr=False)
    language: str | None = None
    ignored: frozenset[str] = frozenset()

    def target_offset(self, index: int) -> int | None:
        """Return the offset in the file's text of `target[index]`, None where it does not stand literally.

        Both are code points. The end of the target has the offset after its last character.
        """
        runs = [
            run for run in self.runs if run.start <= index < run.end or run.end == index == len(self.target)
        ]
        return runs[0].offset + index - runs[0].start if runs else None

    def fix(self, start: int, end: int, text: str) -> Fix | None:
        """Return the change to the file by which `target[start:end]` becomes `text` and all else stays.

        None where these characters do not stand in the file literally and in one piece, or `text` cannot.
        """
        escaped = self.escape(text)
        run = next((run for run in self.runs if run.start <= start and end <= run.end), None)
        if run is None or escaped is None:
            return None
        return Fix(run.offset + start - run.start, run.offset + end - run.start, escaped)


def assembled(pieces: Iterable[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Return the string that pieces make up, and its runs, each as long as it can be."""
    runs: list[Run] = []
    text = ""
    for piece in pieces:
        end = len(text) + len(piece.text)
        if piece.literal and runs and _continues(runs[-1], len(text), piece.offset):
            runs[-1] = runs[-1]._replace(end=end)
        elif piece.literal and piece.text:
            runs.append(Run(len(text), end, piece.offset))
        text += piece.text
    return text, tuple(runs)


def paired(
    source: Sequence[Piece],
    target: Sequence[Piece],
    lines: Lines,
    escape: Callable[[str], str | None],
    language: str | None,
    ignored: frozenset[str],
) -> Iterator[Unit]:
    """Yield the unit that two strings of a file make up, or nothing where either is blank."""
    source_text, _ = assembled(source)
    text, runs = assembled(target)
    if source_text.strip() and text.strip():
        line, source_line = lines.number(target[0].offset), lines.number(source[0].offset)
        yield Unit(source_text, text, line, source_line, runs, escape, language, ignored)


def suppressed(comment: str) -> frozenset[str]:
    """Return the rules that `dragoman: ignore C001 C002` in a comment names, `ALL` where it names none."""
    found = [frozenset(_RULE.findall(mark["rules"])) or {ALL} for mark in _IGNORE.finditer(comment)]
    return frozenset().union(*found)


def _continues(run: Run, start: int, offset: int) -> bool:
    return run.end == start and run.offset + run.end - run.start == offset
