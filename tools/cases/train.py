"""Learn the table of the case chooser from marked newswire, and measure it.

    pip install scikit-learn
    python tools/cases/train.py tools/starter/wire.en-ru-ur.tsv.gz HELD_OUT.tsv glossary/text/ru/cases.tsv.gz

The corpus has English, Russian and Urdu columns in which terms are marked `[1P:Vladimir Putin]`, in Russian
with case and gender (`[1im:Владимиром Путиным]`). Each mark is a hole; its case is what is learnt.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from glossary.text.ru.cases import CASES, features

MARK = re.compile(r"\[(\d)([A-Za-z]*):([^\[\]]+)\]")
LETTERS = dict(zip("ngdail", ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"), strict=True))
KINDS = {"P": "person", "T": "title", "G": "place", "O": "organization", "E": "event"}
GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "p": "Plur"}
SMALLEST = 0.05  # weights below it decide nothing and only take room
LEAST_SEEN = 2


class Hole(NamedTuple):
    """A place where a term stood: what is around it, and the case it had."""

    features: dict[str, int]
    case: str


def main(corpus: str, held_out: str, table: str) -> None:
    """Train, write the table, and print how often it is right."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        training = list(holes(lines))
    with Path(held_out).open(encoding="utf-8") as lines:
        test = list(holes(lines))
    vectorizer = DictVectorizer()
    data = vectorizer.fit_transform([hole.features for hole in training])
    seen = np.asarray((data > 0).sum(axis=0)).ravel()
    data = data[:, seen >= LEAST_SEEN]
    names = vectorizer.get_feature_names_out()[seen >= LEAST_SEEN]
    model = LogisticRegression(C=2.0, max_iter=300, random_state=1)
    model.fit(data, [CASES.index(hole.case) for hole in training])
    write(names, model.coef_, Path(table))
    right = np.mean([choose(names, model.coef_)(hole) == hole.case for hole in test])
    print(f"{len(training)} holes, {len(names)} features; right in {right:.3f} of {len(test)} held-out holes")


def holes(lines: Iterator[str]) -> Iterator[Hole]:
    """Yield the holes of marked rows."""
    for line in lines:
        english, russian, *_ = line.rstrip("\n").split("\t")
        kinds = {number: kind for number, kind, _ in MARK.findall(english)}
        for mark in MARK.finditer(russian):
            before, after = (MARK.sub(r"\3", t) for t in (russian[: mark.start()], russian[mark.end() :]))
            kind, gender = KINDS[kinds[mark[1]][0]], GENDERS[mark[2][1]]
            yield Hole(dict.fromkeys(features(before, after, kind, gender), 1), LETTERS[mark[2][0]])


def choose(names: np.ndarray, weights: np.ndarray) -> Callable[[Hole], str]:
    """Return a function that names the likeliest case of a hole."""
    rows = {name: weights[:, i] for i, name in enumerate(names)}

    def case(hole: Hole) -> str:
        return CASES[int(np.argmax(sum((rows[f] for f in hole.features if f in rows), np.zeros(len(CASES)))))]

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
