"""Where findings are, as reports write it: paths from the working folder, lines, columns and regions."""

from __future__ import annotations

from os.path import normpath
from pathlib import Path
from typing import NamedTuple

from glossary.catalog import builtin_folder
from glossary.documents.lines import Lines
from glossary.model import Entry, Finding, Fix
from glossary.reports.rule import Texts


class Position(NamedTuple):
    """A place in a file: 1-based line, and 1-based column in code points."""

    line: int
    column: int


class Region(NamedTuple):
    """The part of a file that a fix replaces; `end` is after its last character."""

    start: Position
    end: Position


def relative(path: Path) -> str:
    """Return a path from the working folder, with slashes; from the root where it leads elsewhere."""
    folder = Path.cwd()
    absolute = Path(normpath(folder / path))  # links stay: a code host knows the path, not what it leads to
    return (absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute).as_posix()


def columns(finding: Finding) -> tuple[int, int] | None:
    """Return the 1-based columns of a finding's part of its line, the end exclusive, in code points.

    None where it is about the line as a whole.
    """
    part = finding.target
    if part is None or part.start == part.end or (part.path, part.line) != (finding.path, finding.line):
        return None
    return part.start + 1, part.end + 1


def own_place(entry: Entry) -> str | None:
    """Return where a glossary entry stands, as `path:line`; None for the built-in glossary."""
    if entry.path is None or entry.path.is_relative_to(builtin_folder()):
        return None
    return f"{entry.path}:{entry.line}"


class Regions:
    """Finds the regions of fixes; the lines of a file are counted once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._lines: dict[Path, Lines] = {}

    def of(self, path: Path, fix: Fix) -> Region | None:
        """Return what a fix replaces in the file at `path`, None where its text is not at hand."""
        if path not in self._texts:
            return None
        if path not in self._lines:
            self._lines[path] = Lines(self._texts[path])
        lines = self._lines[path]
        start, end = (Position(lines.number(at), lines.column(at)) for at in (fix.start, fix.end))
        return Region(start, end)
