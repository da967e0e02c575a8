"""Library errors in words, with exit code 2."""

from __future__ import annotations

import click

from glossary.errors import GlossaryError


def sentence(error: GlossaryError) -> str:
    """Return one line that says where, what is wrong, and what to do."""
    place = "" if error.path is None else f"{error.path}:"
    place += "" if error.line is None else f"{error.line}:"
    remedy = f" ({error.remedy})" if error.remedy else ""
    return f"{place} {error.message}{remedy}".strip()


class Failure(click.ClickException):
    """A library error, worded for a person."""

    exit_code = 2

    def __init__(self, error: GlossaryError) -> None:
        super().__init__(sentence(error))


def tell(error: GlossaryError) -> None:
    """Print an error that does not end the run."""
    click.echo(f"Error: {sentence(error)}", err=True)
