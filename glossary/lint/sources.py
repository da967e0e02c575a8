"""Catalogs as the linter reads them: a broken one is read as far as it goes, and its errors are kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import polib

from glossary.catalog import catalogs
from glossary.catalog.grammar import Block, blocks
from glossary.catalog.keys import MalformedValueError, read_facts
from glossary.catalog.reading import entry_of, language_of, read_catalog
from glossary.errors import CatalogError
from glossary.model import Entry, State

_MOST_SYNTAX_ERRORS = 20  # where msgfmt gives up, too


class Problem(NamedTuple):
    """What a rule found in a catalog: the 1-based line, what is wrong, and the term it is about."""

    source: Source
    line: int
    message: str
    term: str = ""


class Defined(NamedTuple):
    """A place where a catalog defines an identity (`msgctxt`, `msgid`), the header's (None, "") included."""

    identity: tuple[str | None, str]
    line: int
    obsolete: bool


@dataclass(frozen=True)
class Source:
    """One catalog or template (`.pot`), as far as it can be read; `text` is empty where it cannot at all.

    `definitions` are all that stand in it, `entries` those that can be understood; what kept the others from
    being so is in `syntax_errors`, `value_errors` (of known keys) and `identity_errors`.
    """

    path: Path
    language: str
    text: str
    definitions: tuple[Defined, ...]
    entries: tuple[Entry, ...]
    syntax_errors: tuple[CatalogError, ...] = ()
    value_errors: tuple[CatalogError, ...] = ()
    identity_errors: tuple[CatalogError, ...] = ()

    @property
    def is_template(self) -> bool:
        """Whether it is a template, without renderings."""
        return self.path.suffix == ".pot"

    @cached_property
    def live(self) -> tuple[Entry, ...]:
        """The entries that are in use: all but the obsolete ones."""
        return tuple(entry for entry in self.entries if entry.state is not State.OBSOLETE)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    @cached_property
    def header(self) -> Block | None:
        """The first entry, if it is a header."""
        try:
            first = next(blocks(self.text, self.path), None)
        except CatalogError:
            return None
        return first if first and first.identity == (None, "") else None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line_at(self, offset: int) -> int:
        """The 1-based line of an offset into the text."""
        return bisect_right(self._line_starts, offset)

    def problem(self, entry: Entry, message: str, key: str = "", value: str = "") -> Problem:
        """A problem of an entry: at the comment line of `key` with `value` in it, or else at its `msgid`."""
        line = entry.line or 1
        return Problem(self, self._line_of(line, key, value) if key else line, message, entry.term.text)

    def _line_of(self, line: int, key: str, value: str) -> int:
        for number in range(line - 1, 0, -1):
            text = self.lines[number - 1].strip()
            if text.startswith(("msgstr", '"', "#~ msgstr")):
                break
            if any(value in _parts(known) for known in read_facts(text).get(key, ())):
                return number
        return line


@dataclass(frozen=True)
class Scope:
    """What is linted together: the catalogs and templates of a glossary folder, and its limit.

    `most_unfinished` is how many fuzzy and untranslated entries a catalog may have, None for any number.
    """

    sources: tuple[Source, ...]
    most_unfinished: int | None = None

    @property
    def catalogs(self) -> Iterator[Source]:
        """The sources with renderings."""
        return (source for source in self.sources if not source.is_template)

    @cached_property
    def by_language(self) -> dict[str, tuple[Source, ...]]:
        """The sources of each language, which are one glossary; the templates under an empty code."""
        languages: dict[str, tuple[Source, ...]] = {}
        for source in self.sources:
            code = "" if source.is_template else source.language
            languages[code] = (*languages.get(code, ()), source)
        return languages


def read_scopes(targets: Sequence[Path], most_unfinished: int | None = None) -> list[Scope]:
    """The folders among the targets, and the files, those of one folder together.

    Raises CatalogError where a target does not exist, is a folder without a catalog, or cannot be opened.
    """
    groups: dict[Path, list[Path]] = {}
    for target in targets:
        files = _files(target) if target.is_dir() else [target]
        for file in files:
            group = groups.setdefault(_folder_of(file), [])
            group += [] if file in group else [file]
    return [Scope(tuple(map(read_source, files)), most_unfinished) for files in groups.values()]


def read_source(path: Path) -> Source:
    """The catalog at `path`, read as far as it goes. Raises CatalogError where it cannot be opened."""
    if not path.is_file():
        raise CatalogError(
            "there is no such catalog", path=path, remedy="name a .po file or a glossary folder"
        )
    try:
        catalog = read_catalog(path)
    except CatalogError as error:
        return _salvaged(path, error)
    definitions = [Defined(e.identity, e.line or 1, e.state is State.OBSOLETE) for e in catalog.entries]
    return Source(path, catalog.language, catalog.text, tuple(definitions), catalog.entries)


def english_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The term's headword and aliases, each with the key of its line (of the headword an empty string)."""
    yield "", entry.term.text
    for alias in entry.term.aliases:
        yield "alias", alias


def target_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The approved renderings and forms, each with the key of its line (of the `msgstr` an empty string)."""
    rendering = entry.rendering
    if rendering.text:
        yield "", rendering.text
    for admitted in rendering.admitted:
        yield "admitted", admitted
    for form in rendering.forms:
        yield "form", form.text


def _parts(value: str) -> list[str]:
    """The value of a comment line, its items, and its features, one by one."""
    return [value, *re.split(r"\s*\|\s*| = ", value), *value.split()]


def _files(folder: Path) -> list[Path]:
    return [*sorted(folder.glob("*.pot")), *(path for paths in catalogs(folder).values() for path in paths)]


def _folder_of(file: Path) -> Path:
    parent = file.absolute().parent
    return parent.parents[1] if parent.name == "LC_MESSAGES" else parent


def _salvaged(path: Path, error: CatalogError) -> Source:
    """The part of a broken catalog that makes sense; `error` is what it breaks at first."""
    try:
        text = path.read_bytes().decode(polib.detect_encoding(str(path)))
    except OSError:
        raise error from None
    except UnicodeError:
        return Source(path, language_of(path, ""), "", (), (), (error,))
    found, syntax_errors = _salvaged_blocks(text, path)
    entries: list[Entry] = []
    value_errors: list[CatalogError] = []
    identity_errors: list[CatalogError] = []
    for block in found:
        try:
            entries += [] if block.identity == (None, "") else [entry_of(block, path)]
        except CatalogError as wrong:
            is_value = isinstance(wrong.__cause__, MalformedValueError)
            (value_errors if is_value else identity_errors).append(wrong)
    header = next((block.string for block in found if block.identity == (None, "")), "")
    explained = syntax_errors or value_errors or identity_errors or _has_duplicates(found)
    return Source(
        path,
        language_of(path, header),
        text,
        tuple(Defined(block.identity, block.line, block.obsolete) for block in found),
        tuple(entries),
        tuple(syntax_errors) if explained else (error,),
        tuple(value_errors),
        tuple(identity_errors),
    )


def _salvaged_blocks(text: str, path: Path) -> tuple[list[Block], list[CatalogError]]:
    """The entries before, between and after those that are no gettext, and an error for each of these."""
    found: list[Block] = []
    errors: list[CatalogError] = []
    while len(errors) < _MOST_SYNTAX_ERRORS:
        try:
            for block in blocks(text, path):  # one by one, since those before the error count
                found.append(block)
        except CatalogError as error:
            errors.append(error)
            text = _without_start(text, error.line or 1)
        else:
            break
    return found, errors


def _without_start(text: str, line: int) -> str:
    """The text with all its lines empty up to the end of the paragraph that `line` (1-based) is in."""
    lines = text.split("\n")
    rest = next((i for i in range(line, len(lines)) if not lines[i].strip()), len(lines))
    return "\n" * rest + "\n".join(lines[rest:])


def _has_duplicates(found: Iterable[Block]) -> bool:
    identities = [block.identity for block in found]
    return len(set(identities)) < len(identities)
