"""Which files are to be checked: pairs by their names, and files with source and translation in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from glossary.checks.files import Checked, of_bilingual, of_pair
from glossary.documents import bilingual
from glossary.documents.folders import files_in
from glossary.documents.pairs import find_pairs
from glossary.errors import DocumentError

_TABLES = (".jsonl", ".tsv")  # may hold anything


def collect(
    paths: Sequence[Path],
    languages: Sequence[str],
    *,
    language: str | None = None,
    encoding: str = "utf-8",
    changed: Collection[Path] | None = None,
    catalogs: Collection[Path] = (),
) -> list[Checked]:
    """Return what is to be checked among files and in folders, each file and language once.

    `changed` are the resolved paths that matter, all where it is None; a pair matters where either file does.
    `catalogs` are the glossary's own, which no folder is taken to hold as translations. `language` is that of
    bilingual files that do not say. Raises DocumentError where nothing is found, or a file cannot be read.
    """

    def matters(*files: Path) -> bool:
        return changed is None or any(file.resolve() in changed for file in files)

    pairs = find_pairs((path for path in paths if not bilingual.is_bilingual(path)), languages)
    own = {path.resolve() for path in catalogs}
    both = dict.fromkeys(path for path in _bilingual(paths) if path in paths or path.resolve() not in own)
    if not pairs and not both:
        remedy = f"a translation of X.txt or X.en.txt is called X.{languages[0]}.txt, for example"
        raise DocumentError("no translations are here", path=paths[0], remedy=remedy)
    found = [of_pair(pair, encoding) for pair in pairs if matters(pair.source, pair.target)]
    for path in filter(matters, both):
        found += _units(path, languages, language, encoding, named=path in paths)
    return found


def _bilingual(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from filter(bilingual.is_bilingual, files_in(path) if path.is_dir() else [path])


def _units(
    path: Path, languages: Sequence[str], language: str | None, encoding: str, *, named: bool
) -> list[Checked]:
    try:
        return list(of_bilingual(path, languages, language, encoding))
    except DocumentError:
        if named or path.suffix.lower() not in _TABLES:
            raise
        return []  # a table in a folder that is no table of translations
