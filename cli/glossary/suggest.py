"""`dragoman glossary suggest`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from glossary import catalog, suggestion
from glossary.documents import files
from glossary.maintenance import listing
from glossary.maintenance.folder import read_folder, save_changes
from glossary.suggestion import Suggestion

from ..changes import print_changes
from ..description import occurrence
from ..options import (
    encoding_option,
    glossary_folders,
    glossary_option,
    kinds_option,
    no_builtin_option,
    own_folder,
)


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path))
@kinds_option
@click.option(
    "--at-least",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Only names that stand N times or more in the articles.",
)
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=2,
    show_default=True,
    metavar="N",
    help="Show N of the places where each stands.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every place.")
@click.option("--write", is_flag=True, help="Add them to your own glossary, as fuzzy proposals.")
@glossary_option
@no_builtin_option
@encoding_option
def suggest(  # noqa: PLR0913, PLR0917 - one parameter an option
    articles: tuple[Path, ...],
    kinds: tuple[str, ...],
    at_least: int,
    context: int,
    as_json: bool,
    write: bool,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
    encoding: str,
) -> None:
    """Find names, bodies, titles and places in ARTICLES that the glossary lacks, the weightiest first.

    They are told by how English writes them, so that some will be none: look before you --write. An entry
    that is fuzzy or obsolete is known, and not suggested again.
    """
    own = own_folder(glossaries) if write else None
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    sources = [files.read(article, encoding) for article in dict.fromkeys(articles)]
    rows = listing.rows(folders, catalog.languages(folders), obsolete=True)
    known = (next(iter(row.entries.values())) for row in rows)
    found = [
        each
        for each in suggestion.suggestions(sources, known)
        if len(each.occurrences) >= at_least and (not kinds or each.term.kind in kinds)
    ]
    if own:
        before = read_folder(own)
        after = suggestion.added(before, [each.term for each in found])
        save_changes(before, after)
        print_changes(before, after)
    elif as_json:
        document = {"version": 1, "suggestions": [_object(each) for each in found]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    elif found:
        click.echo("\n".join(_lines(found, context)))
    if not found:
        click.echo("The glossary knows every name.", err=True)


def _lines(found: Sequence[Suggestion], context: int) -> list[str]:
    lines = []
    for each in found:
        count, articles = len(each.occurrences), each.articles
        spread = f", in {articles} articles" if articles > 1 else ""
        lines.append(f"{each.term.text}  ({each.term.kind}) {count}×{spread}")
        lines += [f"  {occurrence(place)}" for place in each.occurrences[:context]]
    return lines


def _object(each: Suggestion) -> dict[str, Any]:
    return {
        "term": each.term.text,
        "kind": each.term.kind,
        "count": len(each.occurrences),
        "articles": each.articles,
        "occurrences": [place._asdict() for place in each.occurrences],
    }
