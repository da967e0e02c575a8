"""Which files are translations of which: `X.ru.txt` of `X.en.txt` or `X.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from glossary.documents import FORMATS
from glossary.documents.files import target_path
from glossary.documents.folders import files_in
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
                raise _unpaired(path, languages)
            pairs += found
    return list(dict.fromkeys(pairs))


def _in_folder(folder: Path, languages: Sequence[str]) -> Iterator[Pair]:
    for path in files_in(folder):
        if path.suffix.lower() in _SUFFIXES:
            yield from _of_target(path, languages)


def _of_target(path: Path, languages: Sequence[str]) -> Iterator[Pair]:
    code = path.stem.rpartition(".")[2]
    if code in languages and (source := next(filter(Path.is_file, _sources(path)), None)):
        yield Pair(source, path, code)


def _sources(target: Path) -> Iterator[Path]:
    """Yield the names that the source of a translation may have, the clearest first."""
    stem, dot, _ = target.stem.rpartition(".")
    if dot:
        yield target.with_name(f"{stem}.en{target.suffix}")
        yield target.with_name(f"{stem}{target.suffix}")


def _of_source(path: Path, languages: Sequence[str]) -> Iterator[Pair]:
    for code in languages:
        target = target_path(path, code)
        if target != path and target.is_file():
            yield Pair(path, target, code)


def _unpaired(path: Path, languages: Sequence[str]) -> DocumentError:
    """Return the error for a named file that is neither a source nor a translation of one."""
    code, sources = path.stem.rpartition(".")[2], list(_sources(path))
    if code in languages:
        names = " or ".join(source.name for source in sources)
        return DocumentError("its source is not beside it", path=path, remedy=f"that is called {names}")
    if any(source.is_file() for source in sources):
        remedy = f"it has: {', '.join(languages)}"
        return DocumentError(f"the glossary has no language {code!r}", path=path, remedy=remedy)
    names = " or ".join(target_path(path, code).name for code in languages)
    return DocumentError("there is no translation of this beside it", path=path, remedy=f"name it {names}")
