"""`dragoman glossary approve`."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.maintenance import editing
from glossary.maintenance.folder import read_folder, save_changes

from ..changes import print_changes
from ..options import glossary_option, languages_option, own_folder


@click.command()
@click.argument("terms", metavar="TERM...", nargs=-1, required=True)
@languages_option
@glossary_option
def approve(terms: tuple[str, ...], languages: tuple[str, ...], glossaries: tuple[Path, ...]) -> None:
    """Approve the proposed renderings of each TERM in your own glossary: from now on they are enforced."""
    before = read_folder(own_folder(glossaries))
    after = editing.approved(before, terms, languages)
    save_changes(before, after)
    if not print_changes(before, after):
        click.echo("They are approved already.", err=True)
