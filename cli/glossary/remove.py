"""`dragoman glossary remove`."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.maintenance import editing
from glossary.maintenance.folder import read_folder, save_changes

from ..changes import print_changes
from ..options import glossary_option, own_folder


@click.command()
@click.argument("terms", metavar="TERM...", nargs=-1, required=True)
@click.option("--obsolete", is_flag=True, help="Keep them as obsolete entries, which can be revived.")
@glossary_option
def remove(terms: tuple[str, ...], obsolete: bool, glossaries: tuple[Path, ...]) -> None:
    """Remove each TERM from your own glossary, in every language and from the template."""
    before = read_folder(own_folder(glossaries))
    after = editing.retired(before, terms) if obsolete else editing.removed(before, terms)
    save_changes(before, after)
    print_changes(before, after)
