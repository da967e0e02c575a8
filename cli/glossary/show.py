"""`dragoman glossary show`."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.documents import files
from glossary.maintenance import inspection

from ..description import described, occurrence
from ..options import encoding_option, glossary_folders, glossary_option, no_builtin_option


@click.command()
@click.argument("term")
@click.option(
    "--in",
    "articles",
    multiple=True,
    metavar="ARTICLE",
    type=click.Path(path_type=Path),
    help="Also show where the term stands in this article; may repeat.",
)
@glossary_option
@no_builtin_option
@encoding_option
def show(
    term: str, articles: tuple[Path, ...], glossaries: tuple[Path, ...], no_builtin: bool, encoding: str
) -> None:
    """Show all that is known of TERM, in every language and layer, with its forms spelled out.

    Of homonyms, say which: `organization/newspaper:Dawn`.
    """
    sources = [files.read(article, encoding) for article in articles]
    found, entries = inspection.inspect(glossary_folders(glossaries, no_builtin=no_builtin), term)
    click.echo("\n".join(described(found)))
    if sources:
        places = [occurrence(o) for o in inspection.occurrences(sources, found.identity, entries)]
        click.echo("\n" + "\n".join(places or ["no occurrence in the articles"]))
