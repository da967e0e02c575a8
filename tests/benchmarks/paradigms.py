"""How many marked Russian forms of the newswire corpus the paradigms contain.

    python tests/benchmarks/paradigms.py [CORPUS.tsv.gz]

Where some row has a nominative for the same English words and number, the paradigm made from it (with the
gender that the mark says) must contain the oblique forms that other rows have. *covered*: oblique forms
with such a nominative of as many words; *exact*: those of them that the paradigm has in that very case.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from glossary.model import Kind, Rendering
from glossary.text import target_language

CORPUS = Path(__file__).parents[2] / "tools" / "starter" / "wire.en-ru-ur.tsv.gz"
MARK = re.compile(r"\[(\d)([A-Za-z]*):([^\[\]]+)\]")
KINDS = {"P": Kind.PERSON, "T": Kind.TITLE, "G": Kind.PLACE, "O": Kind.ORGANIZATION, "E": Kind.EVENT}
CASES = dict(zip("ngdail", ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"), strict=True))
GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}


def main() -> None:
    """Print the table, and the first forms that are missing."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    nominatives: dict[tuple[str, str, bool], set[tuple[str, str]]] = defaultdict(set)
    obliques: Counter[tuple[str, str, bool, str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, russian, _ = line.split("\t")
            terms = {n: (kind[0], words) for n, kind, words in MARK.findall(english) if words != "*"}
            for number, letters, form in MARK.findall(russian):
                if number in terms and form != "*":
                    kind, words = terms[number]
                    name = words.lower() if kind == "T" else words
                    plural = letters[1] == "p"
                    if letters[0] == "n":
                        nominatives[kind, name, plural].add((form, GENDERS.get(letters[1], "")))
                    else:
                        obliques[kind, name, plural, CASES[letters[0]], form] += 1
    report(nominatives, obliques)


def report(
    nominatives: dict[tuple[str, str, bool], set[tuple[str, str]]],
    obliques: Counter[tuple[str, str, bool, str, str]],
) -> None:
    """Print coverage and share by kind."""
    rules = target_language("ru")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    missing = []
    for (kind, name, plural, case, form), _ in sorted(obliques.items()):
        known = nominatives.get((kind, name, plural), set())
        count = table[KINDS[kind].value + (", plural" if plural else "")]
        count["oblique"] += 1
        same = [n for n in known if len(n[0].split()) == len(form.split())]
        if not same:
            continue
        count["covered"] += 1
        made = {
            rules.skeleton(f.text)[0].lower()
            for text, gender in same
            for f in rules.paradigm(Rendering(text, morph=morph(gender, plural)), KINDS[kind])
            if ("Case", case) in f.features
        }
        if rules.skeleton(form)[0].lower() in made:
            count["exact"] += 1
        else:
            missing.append(f"{name}: {case} {form}, from {', '.join(sorted(text for text, _ in same))}")
    print(f"{'kind':22} {'oblique':>8} {'covered':>8} {'exact':>6} {'share':>6}")
    for kind, count in sorted(table.items()):
        share = count["exact"] / max(count["covered"], 1)
        print(f"{kind:22} {count['oblique']:8} {count['covered']:8} {count['exact']:6} {share:6.3f}")
    print(*missing[:20], sep="\n")


def morph(gender: str, plural: bool) -> tuple[tuple[str, str], ...]:
    """Return what a catalog would say of the rendering."""
    features = ([("Gender", gender)] if gender else []) + ([("Number", "Plur")] if plural else [])
    return tuple(sorted(features))


if __name__ == "__main__":
    main()
