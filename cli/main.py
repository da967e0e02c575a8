"""The `dragoman` command, its table of subcommands, and the one place where errors become messages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from glossary import __version__
from glossary.errors import GlossaryError

from .failure import Failure
from .lazy import LazyGroup

COMMANDS = {
    "translate": "Translate articles, with every name rendered as the glossary approves it.",
    "check": "Check translations: terminology, and what else should have come through.",
    "glossary": "Search, edit, check, exchange and grow the glossary.",
    "models": "List, install, verify and remove the Argos packages that translate.",
}
"""Name of each subcommand and its one-line help; the module of the same name holds it."""


class Dragoman(LazyGroup):
    """The top-level group."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the subcommand; an article in its place gets a hint."""
        if args and args[0] not in COMMANDS and Path(args[0]).is_file():
            ctx.fail(f"There is no command {args[0]!r}; did you mean: dragoman translate {args[0]}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a subcommand; an error the library explains becomes one line on stderr and exit code 2."""
        try:
            return super().invoke(ctx)
        except GlossaryError as error:
            raise Failure(error) from error


@click.group(
    cls=Dragoman,
    table=COMMANDS,
    package=__package__,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
