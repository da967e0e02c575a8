"""Prepare the training rows of a language.

    python -m tools.starter.prepare WORK --to ru --corpora FOLDER

WORK gets `rows.tsv` (source, licence, English and target with marks), `heldout.tsv` (wire rows on which the
loss is watched), and `recipe.json`. FOLDER holds general corpora, `en-ru.tsv.gz`; without it there are the
project's own corpora alone. Rows that share a sentence with the evaluation sets that DRAGOMAN_EVAL names are
left out. `recipe.json` names the sources of all text in FOLDER, since `loops` reads what is not trained on.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from glossary.catalog import builtin_folder, load_glossary
from tools.starter import corpora, evaluation
from tools.starter.marks import Row, marks
from tools.starter.matching import Marker
from tools.starter.work import Recipe, Work


def main(arguments: list[str] | None = None) -> None:
    """Write the rows and print what they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--to", required=True, choices=corpora.LANGUAGES)
    parser.add_argument("--corpora", type=Path, help="folder with general corpora")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rows", type=int, help="of each own corpus, about, for a trial run")
    options = parser.parse_args(arguments)
    rows = []
    for name in corpora.OWN:
        own = corpora.own(name, options.to)
        rows += own[:: max(1, len(own) // options.rows)] if options.rows else own
    if options.corpora:
        rows += corpora.general(options.corpora, options.to, options.seed)
    read = [*rows, *(corpora.english(options.corpora) if options.corpora else ())]
    rows = foreign_to_evaluation(filter(corpora.is_sound, rows), options.to)
    rows = marked(rows, options.to)
    training = [row for row in rows if not corpora.is_held_out(row)]
    work = Work(options.work)
    work.path.mkdir(parents=True, exist_ok=True)
    corpora.save(training, work.rows)
    corpora.save(filter(corpora.is_held_out, rows), work.held_out)
    work.save(Recipe(options.to, options.seed, sources(read)))
    for (source, licence), count in Counter((r.origin, r.licence) for r in training).items():
        of_source = [row for row in training if row.origin == source]
        print(f"{source}: {count} rows, {sum(bool(marks(r.english)) for r in of_source)} marked ({licence})")
    print(f"held out: {len(rows) - len(training)}")


def foreign_to_evaluation(rows: Iterable[Row], language: str) -> list[Row]:
    """Return the rows that share no sentence with the evaluation sets, as far as there are any."""
    rows, sets = list(rows), evaluation.folder()
    if sets is None:
        print("not compared with the evaluation sets: DRAGOMAN_EVAL names no folder")
        return rows
    taken = evaluation.fingerprints(sets, language)
    kept = [row for row in rows if taken.isdisjoint(map(evaluation.fingerprint, row.plain()))]
    print(f"left out: {len(rows) - len(kept)} rows that stand in the evaluation sets")
    return kept


def marked(rows: Iterable[Row], language: str) -> list[Row]:
    """Return the rows, those without marks matched against the curated glossary."""
    marker = Marker(load_glossary([builtin_folder()], language).enforced, language)
    return [row if marks(row.english) else marker.mark(row) for row in rows]


def sources(rows: Iterable[Row]) -> dict[str, str]:
    """Return the licence of each source, the project's glossary and names included."""
    return {row.origin: row.licence for row in rows} | {"glossary": "MIT", "names": "MIT"}


if __name__ == "__main__":
    main(sys.argv[1:])
