"""Glossary folders as one glossary of a language, a later folder over an earlier one.

A folder is laid out as gettext has it: `<language>/LC_MESSAGES/<domain>.po`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.catalog.reading import duplicate, read_catalog
from glossary.errors import CatalogError
from glossary.model import Entry, State


@dataclass(frozen=True, slots=True)
class Glossary:
    """What a newsroom agreed on for one target language.

    `entries` are all but the obsolete ones, each with its path and line. Those of the last folder come first:
    of homonyms the first wins, and a desk's own glossary is more specific than the built-in one.
    """

    language: str
    entries: tuple[Entry, ...]

    @property
    def enforced(self) -> tuple[Entry, ...]:
        """The approved entries; a term that is not to be translated counts as approved, rendered as it is."""
        settled = (entry if entry.term.translate else _kept(entry) for entry in self.entries)
        return tuple(_one_line(entry) for entry in settled if entry.state is State.APPROVED)


def load_glossary(folders: Sequence[Path], language: str) -> Glossary:
    """The glossary of `language`, layered: an entry of a later folder replaces the same one of an earlier.

    It does so in any state but obsolete, so that a fuzzy or untranslated entry turns the earlier one off.
    Raises CatalogError where a catalog is wrong, a folder has none, or none is of that language.
    """
    layers = [catalogs(folder) for folder in folders]
    if not any(language in layer for layer in layers):
        raise _no_language(language, folders, layers)
    entries: dict[tuple[str, str], Entry] = {}
    for layer in reversed(layers):
        for identity, entry in _layer(layer.get(language, ())).items():
            entries.setdefault(identity, entry)
    return Glossary(language, tuple(entries.values()))


def languages(folders: Sequence[Path]) -> tuple[str, ...]:
    """The sorted codes of the languages that have a catalog in any of the folders."""
    return tuple(sorted({code for folder in folders for code in catalogs(folder)}))


def builtin_folder() -> Path:
    """The folder of the glossary that comes with this package."""
    package = Path(__file__).parents[1]
    installed = package / "locales"  # in a checkout they lie beside the package
    return installed if installed.is_dir() else package.parent / "locales"


def catalogs(folder: Path) -> dict[str, list[Path]]:
    """The catalogs of a glossary folder by language: the domain `glossary` first, then the others sorted.

    Raises CatalogError where there is none.
    """
    found: dict[str, list[Path]] = {}
    for path in sorted(
        folder.glob("*/LC_MESSAGES/*.po"), key=lambda path: (path.name != "glossary.po", path)
    ):
        found.setdefault(path.parent.parent.name, []).append(path)
    if not found:
        raise CatalogError(
            "the glossary folder holds no catalog" if folder.is_dir() else "there is no such glossary folder",
            path=folder,
            remedy="name a folder that has <language>/LC_MESSAGES/glossary.po in it",
        )
    return found


def _layer(paths: Sequence[Path]) -> dict[tuple[str, str], Entry]:
    """The entries of one folder. Raises CatalogError where two of its domains define the same."""
    layer: dict[tuple[str, str], Entry] = {}
    for path in paths:
        for entry in read_catalog(path).entries:
            if entry.state is State.OBSOLETE:
                continue
            first = layer.setdefault(entry.identity, entry)
            if first is not entry:
                raise duplicate(entry.identity, path, entry.line, f"{first.path}:{first.line}")
    return layer


def _one_line(entry: Entry) -> Entry:
    """The entry itself. Raises CatalogError for a rendering that would add a line to a text."""
    if "\n" in entry.rendering.text:
        remedy = "a rendering stands on one line"
        raise CatalogError("the rendering has a line break", path=entry.path, line=entry.line, remedy=remedy)
    return entry


def _kept(entry: Entry) -> Entry:
    if entry.state is State.FUZZY:
        return entry
    return replace(entry, rendering=replace(entry.rendering, text=entry.term.text), state=State.APPROVED)


def _no_language(
    language: str, folders: Sequence[Path], layers: Sequence[dict[str, list[Path]]]
) -> CatalogError:
    known = sorted({code for layer in layers for code in layer})
    return CatalogError(
        f"no catalog of the language {language!r} in {', '.join(map(str, folders)) or 'no folder'}",
        remedy=f"choose one of: {', '.join(known)}" if known else "name a glossary folder",
    )
