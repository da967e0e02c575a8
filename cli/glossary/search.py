"""`dragoman glossary search`."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.maintenance.search import Query

from ..listing import chosen, listing_options, print_rows


@click.command()
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@listing_options
def search(
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    languages: tuple[str, ...],
    states: tuple[str, ...],
    output: str | None,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> None:
    """Find terms by the words of TEXT, in the term, its aliases or its renderings, in any script.

    Words may be cut short at the end, letter case is free, and spellings that a language treats as equal are
    equal: е and ё, ی and ي, with a blank or joined. Exact hits come first.
    """
    rows, codes = chosen(kinds, languages, states, glossaries, no_builtin)
    query = Query(words, codes)
    ranked = [(rank, row) for row in rows if (rank := query.rank(row.entries))]
    print_rows([row for _, row in sorted(ranked, key=lambda pair: pair[0])], codes, output)
