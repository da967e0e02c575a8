"""The `dragoman` command, its table of subcommands, and the one place where errors become messages."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from glossary import __version__
from glossary.errors import GlossaryError

from .failure import Failure

COMMANDS = {
    "translate": "Translate articles, with every name rendered as the glossary approves it.",
    "models": "List, install, verify and remove the Argos packages that translate.",
}
"""Name of each subcommand and its one-line help; the module of the same name holds it."""


class Commands(click.Group):
    """A group that imports a subcommand only when it is asked for, which keeps `--help` quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the subcommands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand of that name, or None where the table has none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f".{cmd_name}", __package__), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of subcommands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a subcommand; an error the library explains becomes one line on stderr and exit code 2."""
        try:
            return super().invoke(ctx)
        except GlossaryError as error:
            raise Failure(error) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def cli() -> None:
    """Translate news offline from English, with a curated glossary enforced.

    Dragoman renders every name, organization and title the approved way and in the right grammatical form.
    """


def main() -> None:
    """Run the command and exit with its code; an interrupted one exits with 130, as shells expect."""
    try:
        code = cli.main(standalone_mode=False)
    except click.Abort:
        click.echo("Interrupted.", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    sys.exit(code)
