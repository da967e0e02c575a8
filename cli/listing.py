"""The options and the output that `dragoman glossary list` and `search` share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from glossary import catalog
from glossary.maintenance import listing
from glossary.maintenance.listing import Row
from glossary.model import Kind, State
from glossary.reports.display import is_right_to_left

from .options import glossary_folders, glossary_option, kinds_option, languages_option, no_builtin_option
from .table import table

_Command = TypeVar("_Command", bound=Callable[..., None])


def listing_options(command: _Command) -> _Command:
    """Return the command with the options that choose rows and their format."""
    options = (
        kinds_option,
        languages_option,
        click.option(
            "--state",
            "states",
            multiple=True,
            type=click.Choice([str(state) for state in State]),
            help="Only terms in this state in a language; may repeat. Default: all but obsolete.",
        ),
        click.option("--json", "output", flag_value="json", help="Print JSON, with every fact."),
        click.option("--csv", "output", flag_value="csv", help="Print comma-separated values."),
        glossary_option,
        no_builtin_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def chosen(
    kinds: Sequence[str],
    languages: Sequence[str],
    states: Sequence[str],
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> tuple[list[Row], tuple[str, ...]]:
    """Return the rows that the options choose, and the languages."""
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    codes = tuple(dict.fromkeys(languages)) or catalog.languages(folders)
    wanted = [State(name) for name in states] or [state for state in State if state is not State.OBSOLETE]
    rows = listing.rows(folders, codes, obsolete=State.OBSOLETE in wanted)
    return list(listing.selected(rows, [Kind(name) for name in kinds] or [*Kind], wanted)), codes


def print_rows(rows: Sequence[Row], languages: Sequence[str], output: str | None) -> None:
    """Print the rows in the format `output`: `json`, `csv`, or a table where it is None."""
    if output == "json":
        click.echo(listing.to_json(rows), nl=False)
    elif output == "csv":
        click.echo(listing.to_csv(rows, languages), nl=False)
    elif rows:
        click.echo("\n".join(table(_cells(rows, languages))))
    else:
        click.echo("No such terms.", err=True)


def _cells(rows: Sequence[Row], languages: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a header and a line for each row; languages that run from right to left come last."""
    texts = {code: [_rendering(row, code) for row in rows] for code in languages}
    codes = sorted(languages, key=lambda code: any(map(is_right_to_left, texts[code])))
    heads = zip(rows, *(texts[code] for code in codes), strict=True)
    return [
        ("term", "kind", "state", "origin", *codes),
        *(
            (row.term.text, row.term.context, listing.state(row, languages), listing.origin(row), *renderings)
            for row, *renderings in heads
        ),
    ]


def _rendering(row: Row, language: str) -> str:
    return row.entries[language].rendering.text if language in row.entries else ""
