"""`dragoman glossary sync`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from glossary.maintenance.folder import entries_below, read_folder, save_changes
from glossary.maintenance.sync import synchronised

from ..changes import print_changes
from ..options import glossary_folders, glossary_option, no_builtin_option, own_folder


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where there is something to change.")
@click.option("--retire", is_flag=True, help="What the template lacks becomes obsolete, as with msgmerge.")
@glossary_option
@no_builtin_option
def sync(check: bool, retire: bool, glossaries: tuple[Path, ...], no_builtin: bool) -> None:
    """Bring the catalogs of your own glossary into step.

    A term of one language is offered to the others, as the built-in glossary has it or else untranslated,
    and to the template (glossary.pot). One that comes back is revived with the rendering it had. What holds
    for every language (#. lines) follows the template, or else the first language. All other lines stay as
    they are.
    """
    before = read_folder(own_folder(glossaries))
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    after = synchronised(before, entries_below(folders, before), retire=retire)
    if not check:
        save_changes(before, after)
    if not print_changes(before, after):
        click.echo("Everything is in step.", err=True)
    elif check:
        sys.exit(1)
