"""Which files are translations of which: `X.ru.txt` of `X.en.txt` or `X.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from glossary.documents import FORMATS
from glossary.documents.files import target_path
from glossary.errors import DocumentError

_SUFFIXES = tuple(suffix for suffix in FORMATS if suffix)


class Pair(NamedTuple):
    """A source file, its translation, and the language of that."""

    source: Path
    target: Path
    language: str


def find_pairs(paths: Iterable[Path], languages: Sequence[str]) -> list[Pair]:
    """Return the pairs among files and in folders, each once, in order.

    A source stands for all its translations, a translation for itself. A language without a translation is no
    matter. Raises DocumentError for a path that is not there, and for a named file that belongs to no pair.
    """
    pairs: list[Pair] = []
    for path in paths:
        if path.is_dir():
            pairs += _in_folder(path, languages)
        elif not path.exists():
            raise DocumentError("there is no such file or folder", path=path, remedy="check the path")
        else:
            found = [*_of_target(path, languages), *_of_source(path, languages)]
            if not found:
                names = " or ".join(target_path(path, code).name for code in languages)
                raise DocumentError(
                    "there is no translation of this beside it", path=path, remedy=f"name it {names}"
                )
            pairs += found
    return list(dict.fromkeys(pairs))


def _in_folder(folder: Path, languages: Sequence[str]) -> Iterator[Pair]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _SUFFIXES and path.is_file():
            yield from _of_target(path, languages)


def _of_target(path: Path, languages: Sequence[str]) -> Iterator[Pair]:
    stem, dot, code = path.stem.rpartition(".")
    if not dot or code not in languages:
        return
    for name in (f"{stem}.en{path.suffix}", f"{stem}{path.suffix}"):
        if (source := path.with_name(name)).is_file():
            yield Pair(source, path, code)
            return


def _of_source(path: Path, languages: Sequence[str]) -> Iterator[Pair]:
    for code in languages:
        target = target_path(path, code)
        if target != path and target.is_file():
            yield Pair(path, target, code)
