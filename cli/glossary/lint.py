"""`dragoman glossary lint`: mistakes in the catalogs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from glossary.lint import RULES
from glossary.lint import lint as find_mistakes
from glossary.model import Severity
from glossary.reports import findings as report

from ..explain import explain_option
from ..options import glossary_folders, glossary_option, no_builtin_option


@click.command()
@click.argument("targets", nargs=-1, metavar="[FOLDER_OR_FILE]...", type=click.Path(path_type=Path))
@glossary_option
@no_builtin_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
@click.option(
    "--max-fuzzy",
    type=click.IntRange(min=0),
    metavar="N",
    help="An error where more than N entries of a catalog are fuzzy or untranslated.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in reversed(Severity)]),
    default=Severity.ERROR.value,
    show_default=True,
    help="Exit with 1 where a finding is as bad as this.",
)
@explain_option(RULES)
def lint(
    targets: tuple[Path, ...],
    glossaries: tuple[Path, ...],
    no_builtin: bool,
    form: str,
    max_fuzzy: int | None,
    fail_on: str,
) -> None:
    """Find mistakes in glossary folders or single catalogs.

    Without one: in the folders that make up the glossary. Catalogs of a folder are compared with each other.
    """
    folders = targets or glossary_folders(glossaries, no_builtin=no_builtin)
    found = find_mistakes(folders, max_fuzzy)
    click.echo(report.to_json(found) if form == "json" else report.to_text(found), nl=False)
    click.echo(report.summary(found), err=True)
    if report.at_least(found, Severity(fail_on)):
        sys.exit(1)
