"""What would change in a file, as a patch that `patch` and `git apply` take."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from glossary.reports.places import relative


def patch(path: Path, before: str, after: str) -> str:
    """Return the unified difference of two texts of a file; empty where there is none."""
    name = relative(path)
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(_ended(lines))


def _lines(text: str) -> list[str]:
    """Return the lines of a text as patches count them: only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
