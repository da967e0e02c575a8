"""`dragoman glossary set`."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.maintenance import editing
from glossary.maintenance.assignments import assignment
from glossary.maintenance.folder import entries_below, read_folder, save_changes
from glossary.maintenance.inspection import inspect
from glossary.maintenance.names import qualified

from ..description import described
from ..options import glossary_folders, glossary_option, no_builtin_option, own_folder


@click.command()
@click.argument("term")
@click.argument("assignments", metavar="KEY=VALUE...", nargs=-1, required=True)
@click.option("--to", "language", metavar="LANG", help="The language whose rendering changes.")
@glossary_option
@no_builtin_option
def set(
    term: str,
    assignments: tuple[str, ...],
    language: str | None,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> None:
    """Change facts of TERM in your own glossary, and show what comes out.

    \b
    Of a rendering, with --to LANG:
      rendering=TEXT                    approved by that; empty: untranslated
      admitted= forbidden=              "A | B"
      form=                             "Case=Gen Number=Plur = TEXT"
      morph=                            "Gender=Fem Animacy=Anim"
      source=
    Of the term, in every language:
      alias=                            "A | B"
      match=case  match=nocase  translate=no  translate=yes  note=

    KEY=VALUE sets, KEY+=VALUE adds, KEY-=VALUE takes away; an empty VALUE clears. A term that only the
    built-in glossary has is copied to yours first, and overridden there.
    """
    changes = [assignment(text) for text in assignments]
    own, folders = own_folder(glossaries), glossary_folders(glossaries, no_builtin=no_builtin)
    before = read_folder(own)
    after, identity = editing.changed(before, entries_below(folders, before), term, language, changes)
    save_changes(before, after)
    click.echo("\n".join(described(inspect(folders, qualified(identity))[0])))
