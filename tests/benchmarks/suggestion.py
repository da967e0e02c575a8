"""How many of the terms in articles `dragoman glossary suggest` finds without a glossary, how precisely.

    DRAGOMAN_EVAL=DIR python tests/benchmarks/suggestion.py

DIR/wire/*.json are articles whose sentences list their terms (`en` as it stands, `kind`). An occurrence is
found where a candidate has the same first and last character, possessive endings aside; in the rows of a
kind, that has to agree, too. The row `distinct` counts terms as a reader of suggestions sees them, once each.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from glossary.recognition import candidates

Spans = dict[tuple[int, int], str]


class Counts(NamedTuple):
    """What was wanted, what was given, and what of it agreed."""

    wanted: int
    given: int
    right: int

    def row(self, name: str) -> str:
        """Return precision, recall and F1 as a line."""
        precision, recall = self.right / (self.given or 1), self.right / (self.wanted or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        return f"{name:14} {self.wanted:7} {self.given:7} {precision:10.3f} {recall:7.3f} {f1:6.3f}"


def main() -> None:
    """Print the table."""
    folder = os.environ.get("DRAGOMAN_EVAL")
    paths = sorted(Path(folder).glob("wire/[0-9]*.json")) if folder else []
    if not paths:
        print("DRAGOMAN_EVAL names no folder with wire/*.json: nothing to measure")
        return
    articles = [_article(json.loads(path.read_text(encoding="utf-8"))) for path in paths]
    candidates(articles[0][0])  # reads the tables
    began = time.perf_counter()
    found: list[Spans] = [{(a, b): str(kind) for a, b, kind in candidates(text)} for text, _ in articles]
    seconds = time.perf_counter() - began
    pairs = [(gold, given) for (_, gold), given in zip(articles, found, strict=True)]

    print(f"{'':14} {'wanted':>7} {'given':>7} {'precision':>10} {'recall':>7} {'F1':>6}")
    kinds = Counter(kind for gold, _ in pairs for kind in gold.values())
    for kind, _ in kinds.most_common():
        print(_counts([(_of(gold, kind), _of(given, kind)) for gold, given in pairs]).row(kind))
    print(_counts([(gold, dict.fromkeys(given, "")) for gold, given in pairs], kinds=False).row("any kind"))
    texts = [text for text, _ in articles]
    wanted, given = (_distinct(texts, [pair[side] for pair in pairs]) for side in (0, 1))
    print(Counts(len(wanted), len(given), len(wanted & given)).row("distinct"))
    words = sum(len(text.split()) for text in texts)
    print(f"{seconds / words * 1e6:.1f} µs a word, {words} words")


def _article(article: dict[str, list[dict[str, object]]]) -> tuple[str, Spans]:
    """Return the sentences of an article as its lines, and its terms."""
    text, gold = "", {}
    for sentence in article["sentences"]:
        line, at = str(sentence["en"]), 0
        terms = sentence["terms"]
        assert isinstance(terms, list)
        for term in terms:
            name = re.sub("['’]s$", "", term["en"])
            at = line.index(name, at) + len(name)
            gold[len(text) + at - len(name), len(text) + at] = str(term["kind"])
        text += line + "\n"
    return text, gold


def _of(spans: Spans, kind: str) -> Spans:
    return {span: own for span, own in spans.items() if own == kind}


def _counts(pairs: list[tuple[Spans, Spans]], *, kinds: bool = True) -> Counts:
    right = sum(len(gold.items() & given.items() if kinds else gold.keys() & given) for gold, given in pairs)
    return Counts(sum(len(gold) for gold, _ in pairs), sum(len(given) for _, given in pairs), right)


def _distinct(texts: list[str], found: list[Spans]) -> set[str]:
    return {text[a:b].casefold() for text, spans in zip(texts, found, strict=True) for a, b in spans}


if __name__ == "__main__":
    main()
