"""The configuration of a project: its glossary folders, as `dragoman.toml` or `pyproject.toml` names them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from glossary.errors import GlossaryError

FILE = "dragoman.toml"
"""The project's own file; a table `[tool.dragoman]` in pyproject.toml has the same keys."""

_EXAMPLES = {"glossary": '["terms"]', "builtin": "false", "check": '{ policy = "once" }'}


class ConfigurationError(GlossaryError):
    """A configuration file cannot be read, or says what it cannot."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a project has decided.

    `path` is the file that says so, None where there is none. `glossary` are folders over the built-in one,
    the last of them the strongest, and `builtin` is whether the built-in one counts. Paths are relative to
    the working directory. `check` is the table of that name, which `glossary.checks.selection` reads.
    """

    path: Path | None = None
    glossary: tuple[Path, ...] = ()
    builtin: bool = True
    check: Mapping[str, Any] = field(default_factory=dict)


def find_configuration(start: Path) -> Configuration:
    """The configuration of the nearest folder that has one, from `start` up to the repository's root.

    In one folder, `dragoman.toml` goes before `pyproject.toml`. Raises ConfigurationError for a file that is
    no TOML, for an unknown key, and for a value of the wrong type.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        for name in (FILE, "pyproject.toml"):
            path = folder / name
            if path.is_file() and (table := _table(path)) is not None:
                return _configuration(table, path)
        if (folder / ".git").exists():
            break
    return Configuration()


def _table(path: Path) -> dict[str, Any] | None:
    """The keys that a file gives to Dragoman, or None for a pyproject.toml without our table."""
    try:
        document = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        reason = re.sub(r" \(at .*", "", str(error))
        line = int(found[1]) if found else None
        raise ConfigurationError(f"not TOML: {reason}", path=_shown(path), line=line) from error
    if path.name == FILE:
        return document
    tools = document.get("tool")
    table = tools.get("dragoman") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigurationError(f"the file cannot be read: {reason}", path=_shown(path)) from error


def _configuration(table: dict[str, Any], path: Path) -> Configuration:
    for key in table:
        if key not in _EXAMPLES:
            near = get_close_matches(key, _EXAMPLES, n=1)
            remedy = f"did you mean `{near[0]}`?" if near else f"the keys are: {', '.join(_EXAMPLES)}"
            raise _wrong(f"unknown key `{key}`", remedy, key, path)
    folders, builtin = table.get("glossary", []), table.get("builtin", True)
    if not isinstance(folders, list) or not all(isinstance(name, str) and name for name in folders):
        raise _wrong("`glossary` is not a list of folders", _written("glossary"), "glossary", path)
    if not isinstance(builtin, bool):
        raise _wrong("`builtin` is neither true nor false", _written("builtin"), "builtin", path)
    check = table.get("check", {})
    if not isinstance(check, dict):
        raise _wrong("`check` is no table", _written("check"), "check", path)
    return Configuration(_shown(path), tuple(_shown(path.parent / name) for name in folders), builtin, check)


def _written(key: str) -> str:
    return f"write it as in `{key} = {_EXAMPLES[key]}`"


def _wrong(message: str, remedy: str, key: str, path: Path) -> ConfigurationError:
    lines = _text(path).split("\n")
    named = re.compile(rf"[ \t]*\[*[ \t]*(?:tool\.dragoman\.)?[\"']?{re.escape(key)}\b")
    line = next((number for number, text in enumerate(lines, 1) if named.match(text)), None)
    return ConfigurationError(message, path=_shown(path), line=line, remedy=remedy)


def _shown(path: Path) -> Path:
    """The path as a person at the working directory would write it; one on another drive stays absolute."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path
