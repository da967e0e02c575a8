"""`dragoman glossary init`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from glossary.config import find_configuration
from glossary.maintenance import project

_LANGUAGE = re.compile(r"[a-z]{2,3}([_-][A-Za-z0-9]+)*(@[a-z]+)?")


@click.command()
@click.argument("folder", metavar="[DIR]", default="terms", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "languages",
    multiple=True,
    default=("ur", "ru"),
    show_default=True,
    metavar="LANG",
    help="A target language; may repeat.",
)
def init(folder: Path, languages: tuple[str, ...]) -> None:
    """Start a glossary of your own in DIR (terms), over the built-in one.

    DIR gets an empty catalog for each language and a template, and the project a dragoman.toml that names
    DIR. In a folder that has been started, further languages are added. Nothing is ever overwritten.
    """
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            raise click.BadParameter(f"{language!r} is no language code such as ur, ru or pt_BR.")
    configuration = find_configuration(Path())
    for path in project.start(folder, tuple(dict.fromkeys(languages)), configuration):
        click.echo(path)
    if configuration.path and not project.is_configured(folder, configuration):
        name = project.configured_name(folder, configuration.path)
        click.echo(f'{configuration.path}: add "{name}" to `glossary`, so that it counts', err=True)
