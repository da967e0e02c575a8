"""Command groups that import a subcommand only when it is asked for, which keeps `--help` quick."""

from __future__ import annotations

import importlib
import keyword
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """A group whose subcommands stand in a table: name and one-line help.

    The command NAME is the object `NAME` of the module `NAME` in `package`; a dash is an underscore there,
    and names that Python keeps for itself end in one (`import_`).
    """

    # click's own arguments are passed on as they come.
    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        table: Mapping[str, str],
        package: str,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **options)
        self._table = table
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the subcommands in the order of the table."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand of that name, or None where the table has none."""
        if cmd_name not in self._table:
            return None
        name = cmd_name.replace("-", "_")
        name += "_" if keyword.iskeyword(name) else ""
        command = getattr(importlib.import_module(f".{name}", self._package), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of subcommands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._table.items()))
