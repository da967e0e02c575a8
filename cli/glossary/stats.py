"""`dragoman glossary stats`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossary import catalog, coverage
from glossary.coverage import ArticleCoverage, Count
from glossary.documents import files
from glossary.maintenance import listing
from glossary.model import State

from ..options import (
    encoding_option,
    glossary_folders,
    glossary_option,
    languages_option,
    no_builtin_option,
)
from ..table import table

_STATES = tuple(State)


@click.command()
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@languages_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@glossary_option
@no_builtin_option
@encoding_option
def stats(
    articles: tuple[Path, ...],
    languages: tuple[str, ...],
    as_json: bool,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
    encoding: str,
) -> None:
    """Count entries by language, kind, state and origin; with ARTICLES, also what is known of them.

    Known are occurrences of approved terms, unknown the names and titles of which some word is in none.
    """
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    codes = tuple(dict.fromkeys(languages)) or catalog.languages(folders)
    sources = [files.read(article, encoding) for article in dict.fromkeys(articles)]
    counts = coverage.counts(listing.rows(folders, codes, obsolete=True))
    covered = list(coverage.coverage(sources, folders, codes)) if sources else []
    if as_json:
        click.echo(_json(counts, covered))
    else:
        click.echo("\n".join([*_counted(counts), *(_covered(covered) if covered else ())]))


def _counted(counts: Sequence[Count]) -> Iterator[str]:
    heads = (*_STATES, "total", "approved %")
    by_kind = coverage.totals(counts, "language", "kind")
    whole = coverage.totals(counts, "language")
    rows = [
        (language, kind, *_cells(states))
        for (code,), total in whole.items()
        for (language, kind), states in [*by_kind.items(), ((code, "all"), total)]
        if language == code
    ]
    yield from table([("language", "kind", *heads), *rows])
    origins = coverage.totals(counts, "origin", "language")
    yield ""
    yield from table([("origin", "language", *heads), *((*key, *_cells(n)) for key, n in origins.items())])


def _cells(states: Counter[State]) -> list[str]:
    total = states.total()
    return [*(str(states[state]) for state in _STATES), str(total), _percent(states[State.APPROVED] / total)]


def _covered(covered: Sequence[ArticleCoverage]) -> Iterator[str]:
    rows = [
        (each.path, each.language, str(each.known), str(sum(each.unknown.values())), _percent(each.share))
        for each in covered
    ]
    yield ""
    yield from table([("article", "language", "known", "unknown", "known %"), *rows])
    for language in dict.fromkeys(each.language for each in covered):
        unknown = sum(
            (Counter(each.unknown) for each in covered if each.language == language), Counter[str]()
        )
        names = (name if count == 1 else f"{name} ({count})" for name, count in unknown.most_common())
        yield ""
        yield f"unknown in {language}: {', '.join(names) or 'nothing'}"


def _percent(share: float) -> str:
    """Return whole per cents, rounded down: 100 % means all."""
    return f"{int(share * 100)}%"


def _json(counts: Sequence[Count], covered: Sequence[ArticleCoverage]) -> str:
    document = {
        "version": 1,
        "counts": [
            {"language": each.language, "kind": each.kind, "origin": each.origin, **each.states}
            for each in counts
        ],
        "articles": [
            {
                "article": each.path,
                "language": each.language,
                "known": each.known,
                "unknown": dict(each.unknown),
                "share": round(each.share, 4),
            }
            for each in covered
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)
