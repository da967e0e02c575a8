"""`dragoman glossary export`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from glossary import catalog, exchange
from glossary.documents import files
from glossary.model import Entry, State

from ..options import glossary_folders, glossary_option, kinds_option, languages_option, no_builtin_option

_STDOUT = Path("-")
_STATES = [state.value for state in State if state is not State.OBSOLETE]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(list(exchange.FORMATS)), help="The format. Default: by the suffix."
)
@languages_option
@kinds_option
@click.option(
    "--state", "states", multiple=True, type=click.Choice(_STATES), help="Only this state; may repeat."
)
@click.option("--force", is_flag=True, help="Replace an existing file that differs.")
@glossary_option
@no_builtin_option
def export(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path,
    name: str | None,
    languages: tuple[str, ...],
    kinds: tuple[str, ...],
    states: tuple[str, ...],
    force: bool,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> None:
    """Write terms to FILE in another format; - is standard output.

    The suffix says which: .csv, .tsv, .tbx (version 2), .tmx, .po (as Weblate's glossary has it) or .json.
    What the format cannot hold is left out, and one line on stderr says so.
    """
    form = exchange.format_of(None if file == _STDOUT else file, name)
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    codes = tuple(dict.fromkeys(languages)) or catalog.languages(folders)
    if form.bilingual and len(codes) != 1:
        raise click.UsageError(f"{form.title} holds one language: name it with --to ({', '.join(codes)}).")
    entries = {code: _chosen(catalog.load_glossary(folders, code).entries, kinds, states) for code in codes}
    written = form.write(exchange.concepts_of(entries), codes)
    if file == _STDOUT:
        sys.stdout.buffer.write(written.text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        files.write_file(file, written.text, bom=form.bom, force=force)
    if written.left_out:
        left_out = f"{written.left_out.total()} facts left out"
        click.echo(f"{form.title} holds no {', '.join(written.left_out)}: {left_out}", err=True)


def _chosen(entries: Sequence[Entry], kinds: Sequence[str], states: Sequence[str]) -> list[Entry]:
    return [
        entry
        for entry in entries
        if (not kinds or entry.term.kind in kinds) and (not states or entry.state in states)
    ]
