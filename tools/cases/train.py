"""Learn the table of the case chooser from marked newswire, and measure it.

    pip install scikit-learn
    python -m tools.starter.prepare WORK --to ru --corpora FOLDER
    python -m tools.cases.train WORK HELD_OUT.tsv glossary/text/ru/cases.tsv.gz

WORK holds the rows of the starter models' recipe, in which terms are marked with case and gender. Each mark
is a hole; its case is what is learnt. HELD_OUT has marked English and Russian in its first two columns.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from glossary.text.ru.cases import CASES as UD_CASES
from glossary.text.ru.cases import features
from tools.starter import corpora
from tools.starter.marks import CASES, GENDERS, KINDS, Mark, Row, marks, plain, read
from tools.starter.work import Work

_KINDS = {letter: kind.value for kind, letter in KINDS.items()}
_GENDERS = {letter: gender for gender, letter in GENDERS.items()}
SMALLEST = 0.05  # weights below it decide nothing and only take room
LEAST_SEEN = 2


class Hole(NamedTuple):
    """A place where a term stood: what is around it, and the case it had."""

    features: dict[str, int]
    case: str


def main(work: str, held_out: str, table: str) -> None:
    """Train, write the table, and print how often it is right."""
    rows = [row for path in (Work(Path(work)).rows, Work(Path(work)).held_out) for row in corpora.load(path)]
    training = list(holes(rows))
    lines = Path(held_out).read_text(encoding="utf-8").splitlines()
    test = list(holes(Row("", "", *map(read, line.split("\t")[:2])) for line in lines))
    vectorizer = DictVectorizer()
    data = vectorizer.fit_transform([hole.features for hole in training])
    seen = np.asarray((data > 0).sum(axis=0)).ravel()
    data = data[:, seen >= LEAST_SEEN]
    names = vectorizer.get_feature_names_out()[seen >= LEAST_SEEN]
    model = LogisticRegression(C=2.0, max_iter=300, random_state=1)
    model.fit(data, [UD_CASES.index(hole.case) for hole in training])
    write(names, model.coef_, Path(table))
    right = np.mean([choose(names, model.coef_)(hole) == hole.case for hole in test])
    print(f"{len(training)} holes, {len(names)} features; right in {right:.3f} of {len(test)} held-out holes")


def holes(rows: Iterable[Row]) -> Iterator[Hole]:
    """Yield the holes of marked rows."""
    for row in rows:
        kinds = {number: _KINDS[mark.letters] for number, mark in marks(row.english).items()}
        for i, mark in enumerate(row.target):
            if isinstance(mark, Mark):
                before, after = plain(row.target[:i]), plain(row.target[i + 1 :])
                around = features(before, after, kinds[mark.number], _GENDERS[mark.letters[-1]])
                yield Hole(dict.fromkeys(around, 1), CASES[mark.letters[0]])


def choose(names: np.ndarray, weights: np.ndarray) -> Callable[[Hole], str]:
    """Return a function that names the likeliest case of a hole."""
    rows = {name: weights[:, i] for i, name in enumerate(names)}

    def case(hole: Hole) -> str:
        return UD_CASES[
            int(np.argmax(sum((rows[f] for f in hole.features if f in rows), np.zeros(len(UD_CASES)))))
        ]

    return case


def write(names: np.ndarray, weights: np.ndarray, path: Path) -> None:
    """Write the table: the scale, then a feature and six whole numbers a line, small weights left out."""
    scale = float(np.abs(weights).max()) / 127
    kept = np.abs(weights).max(axis=0) >= SMALLEST
    rows = [
        "\t".join([name, *(str(round(float(w) / scale)) for w in column)])
        for name, column in zip(names[kept], weights[:, kept].T, strict=True)
    ]
    text = "\n".join([repr(scale), *sorted(rows)]) + "\n"
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(rows)} features in {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
