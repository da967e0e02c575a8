"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import catalog

glossary_option = click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A glossary folder, laid out like locales/, over the built-in one; may repeat, the last one wins.",
)

no_builtin_option = click.option("--no-builtin", is_flag=True, help="Leave the built-in glossary out.")

encoding_option = click.option(
    "--encoding", default="utf-8", show_default=True, metavar="NAME", help="The encoding of the articles."
)


def glossary_folders(glossaries: tuple[Path, ...], *, no_builtin: bool) -> tuple[Path, ...]:
    """Return the glossary folders, the weakest first; raises UsageError where there is none."""
    folders = glossaries if no_builtin else (catalog.builtin_folder(), *glossaries)
    if not folders:
        raise click.UsageError("--no-builtin leaves no glossary: name one with --glossary DIR.")
    return folders
