"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import catalog
from glossary.config import FILE, find_configuration
from glossary.model import Kind

glossary_option = click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A glossary folder, laid out like locales/, over the built-in one; may repeat, the last one wins.",
)

no_builtin_option = click.option("--no-builtin", is_flag=True, help="Leave the built-in glossary out.")

languages_option = click.option(
    "--to", "languages", multiple=True, metavar="LANG", help="Only this language; may repeat."
)

kinds_option = click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([str(kind) for kind in Kind]),
    help="Only this kind; may repeat.",
)

encoding_option = click.option(
    "--encoding", default="utf-8", show_default=True, metavar="NAME", help="The encoding of the articles."
)


def glossary_folders(glossaries: tuple[Path, ...], *, no_builtin: bool) -> tuple[Path, ...]:
    """Return the glossary folders, the weakest first: the built-in one, the project's, those of --glossary.

    One that is named twice stands where it was named last. Raises UsageError where there is none, and
    ConfigurationError.
    """
    configuration = find_configuration(Path())
    builtin = configuration.builtin and not no_builtin
    named = ([catalog.builtin_folder()] if builtin else []) + [*configuration.glossary, *glossaries]
    folders = {folder.resolve(): folder for folder in reversed(named)}
    if not folders:
        raise click.UsageError(f"There is no glossary: name one with --glossary DIR, or in {FILE}.")
    return tuple(reversed(folders.values()))


def own_folder(glossaries: tuple[Path, ...]) -> Path:
    """Return the folder that an editing command changes: the last that --glossary or the project names.

    The built-in one is never changed unbidden. Raises UsageError where none is named, and ConfigurationError.
    """
    named = (*find_configuration(Path()).glossary, *glossaries)
    if not named:
        remedy = "start one with `dragoman glossary init`, or name one with --glossary DIR"
        raise click.UsageError(f"There is no glossary of your own to change: {remedy}.")
    return named[-1]
