"""`dragoman glossary list`."""

from __future__ import annotations

from pathlib import Path

import click

from ..listing import chosen, listing_options, print_rows


@click.command()
@listing_options
def list(
    kinds: tuple[str, ...],
    languages: tuple[str, ...],
    states: tuple[str, ...],
    output: str | None,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> None:
    """List terms with their state, the folder they come from, and their renderings.

    An entry of a later folder overrides the same one of an earlier folder.
    """
    rows, codes = chosen(kinds, languages, states, glossaries, no_builtin)
    print_rows(rows, codes, output)
