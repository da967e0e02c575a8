"""The training texts: the project's own corpora beside this file, and general ones in a caller's folder.

A general corpus is `en-<language>.tsv.gz`: English, target, source, licence, tab-separated, UTF-8.
"""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.starter.marks import Row, marks, read, write

OWN = ("wire", "everyday")
"""The project's own corpora, `<name>.en-ru-ur.tsv.gz`: English, Russian, Urdu, which may be empty."""

LANGUAGES = {"ru": "Russian", "ur": "Urdu"}

DESCRIPTIONS = {
    "wire": "the project's own newswire, invented",
    "everyday": "the project's own sentences for the words of everyday news, invented",
    "glossary": "the project's curated glossary",
    "names": "the project's own list of names and places",
    "aosp": "strings of the Android Open Source Project",
    "courses": "prose of Microsoft's open courses for beginners, machine-translated",
    "indic": "Urdu Wikipedia sentences of the Indic Parallel Corpora",
    "indic-dictionary": "word pairs of the Indic Parallel Corpora",
    "microsoft-docs": "English of Microsoft product documentation",
    "mlqe-pe": "post-edited sentences of MLQE-PE",
    "tatoeba": "everyday sentences of Tatoeba",
}
MOST = {"microsoft-docs": 0, "courses": 6000, "indic-dictionary": 12000, "aosp": 1000}
"""Rows of a source at most: documentation was measured to teach next to nothing about news."""

_ONE_IN = 97  # wire rows that are held out


def own(name: str, language: str) -> list[Row]:
    """Return the rows of one of the project's own corpora that have the language, the marked ones first."""
    column = list(LANGUAGES).index(language) + 1
    with gzip.open(Path(__file__).with_name(f"{name}.en-ru-ur.tsv.gz"), "rt", encoding="utf-8") as lines:
        cells = (line.rstrip("\n").split("\t") for line in lines)
        return [Row(name, "MIT", read(c[0]), read(c[column])) for c in cells if c[column]]


def general(folder: Path, language: str, seed: int) -> list[Row]:
    """Return distinct rows of the general corpora, a random part of each source that has a bound."""
    by_source: dict[str, dict[Row, None]] = {}
    with gzip.open(folder / f"en-{language}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, target, source, licence = line.rstrip("\n").split("\t")
            by_source.setdefault(source, {})[Row(source, licence, (english,), (target,))] = None
    rows: list[Row] = []
    for source, distinct in sorted(by_source.items()):
        most = min(MOST.get(source, len(distinct)), len(distinct))
        rows += random.Random(f"{seed}:{source}").sample(list(distinct), most)
    return rows


def english(folder: Path) -> list[Row]:
    """Return the distinct English sentences of the general corpora of all languages, with no translation."""
    found: dict[Row, None] = {}
    for path in sorted(folder.glob("en-*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text, _, source, licence = line.rstrip("\n").split("\t")
                found[Row(source, licence, (text,), ("",))] = None
    return list(found)


def is_held_out(row: Row) -> bool:
    """Return whether a wire row is kept from training, to watch the loss on; always the same ones."""
    return row.origin == "wire" and zlib.crc32(row.plain().source.encode("utf-8")) % _ONE_IN == 0


def save(rows: Iterable[Row], path: Path) -> None:
    """Write prepared rows: source, licence, English and target with marks."""
    lines = (
        "\t".join((row.origin, row.licence, write(row.english), write(row.target))) + "\n" for row in rows
    )
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def load(path: Path) -> list[Row]:
    """Return prepared rows."""
    return list(_rows(path))


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            origin, licence, english, target = line.rstrip("\n").split("\t")
            yield Row(origin, licence, read(english), read(target))


def is_sound(row: Row) -> bool:
    """Return whether both sides have the same marks and nothing in the way of a tab-separated file."""
    texts = (*row.plain(), row.origin, row.licence)
    return set(marks(row.english)) == set(marks(row.target)) and not any(
        set("\t\r\n") & set(t) for t in texts
    )
