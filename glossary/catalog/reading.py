"""A catalog file as entries: decoded, parsed, and checked for what a glossary cannot have."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sys import intern

from glossary.catalog.grammar import Block, blocks
from glossary.catalog.keys import MalformedValueError, read_facts, rendering_of, term_of
from glossary.errors import CatalogError
from glossary.model import Entry, Kind, State

_CHARSET = re.compile(rb"Content-Type:[^\n]*?\bcharset=([\w.:-]+)")
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_FUZZY = re.compile(r"^[ \t]*#[,=](?:.*,)?[ \t]*fuzzy[ \t\r]*(?:,|$)", re.MULTILINE)
_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog file: its entries, and its whole text, of which every byte is kept.

    `language` is the code of its folder (`ru` in `ru/LC_MESSAGES/glossary.po`), else the header's, or empty.
    `entries` stand in the order of the file, obsolete ones included.
    """

    path: Path
    language: str
    entries: tuple[Entry, ...]
    text: str
    charset: str = "UTF-8"


def read_catalog(path: Path) -> Catalog:
    """The catalog at `path`. Raises CatalogError with the line of what is wrong and what to do about it."""
    data = _read(path)
    charset = _charset(data)
    return parse(_decode(data, charset, path), path, charset)


def parse(text: str, path: Path, charset: str) -> Catalog:
    """The catalog that `text` is. Raises CatalogError, naming `path`."""
    with collector_paused():
        return _parse(text, path, charset)


def entry_of(block: Block, path: Path) -> Entry:
    """The entry that a block holds. Raises CatalogError for a wrong `msgctxt` or a malformed value."""
    context, text = block.identity
    if context is None or context.partition("/")[0] not in _KINDS or not text:
        raise _no_identity(context, path, block.line)
    try:
        facts = read_facts(block.comments)
        term, rendering = term_of(intern(context), text, facts), rendering_of(block.string, facts)
    except MalformedValueError as error:
        raise CatalogError(str(error), path=path, line=_line_of(error, block), remedy=error.remedy) from error
    return Entry(term, rendering, _state(block, rendering.text), path, block.line)


def is_fuzzy(comments: str) -> bool:
    """Whether the comment lines have the flag `fuzzy`; `#=` lines (gettext from 2027 on) count as `#,`."""
    return "fuzzy" in comments and _FUZZY.search(comments) is not None


def language_of(path: Path, header: str) -> str:
    """The code of a catalog's language: of its folder, as gettext lays them out, else of its header."""
    folder = path.absolute().parent
    if folder.name == "LC_MESSAGES":
        return folder.parent.name
    found = _LANGUAGE.search(header)
    return found[1] if found else ""


def spelled(identity: tuple[str | None, str]) -> str:
    """An identity as the catalog spells it: `msgctxt "place", msgid "Moscow"`."""
    context, text = identity
    return f'msgid "{text}"' if context is None else f'msgctxt "{context}", msgid "{text}"'


def duplicate(identity: tuple[str | None, str], path: Path, line: int | None, first: str) -> CatalogError:
    """The error of an entry that `first` (a place) has already defined."""
    return CatalogError(
        f"{spelled(identity)} is already defined at {first}",
        path=path,
        line=line,
        remedy="delete one of the two, or tell homonyms apart: `kind/qualifier` in msgctxt",
    )


def _parse(text: str, path: Path, charset: str) -> Catalog:
    header = ""
    entries: list[Entry] = []
    seen: dict[tuple[str | None, str], int] = {}
    for block in blocks(text, path):
        identity = block.identity
        if seen.setdefault(identity, block.line) != block.line:
            raise duplicate(identity, path, block.line, f"line {seen[identity]}")
        if identity == (None, ""):
            header = block.string
        else:
            entries.append(entry_of(block, path))
    return Catalog(path, language_of(path, header), tuple(entries), text, charset)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking growing catalogs in vain: a third of the loading time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CatalogError("there is no such catalog", path=path, remedy="check the path") from error
    except IsADirectoryError as error:
        raise CatalogError("a folder is not a catalog", path=path, remedy="name a .po file in it") from error
    except OSError as error:
        raise CatalogError(f"the catalog cannot be read: {error.strerror}", path=path) from error


def _charset(data: bytes) -> str:
    found = _CHARSET.search(data)
    name = found[1].decode("ascii") if found else "UTF-8"
    return "UTF-8" if name == "CHARSET" else name  # the placeholder that a template has


def _decode(data: bytes, charset: str, path: Path) -> str:
    remedy = "write the charset that the file is in to its Content-Type header, or convert it to UTF-8"
    try:
        text = data.decode(charset)
    except LookupError as error:
        raise CatalogError(f"unknown charset {charset}", path=path, remedy=remedy) from error
    except UnicodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else None
        raise CatalogError(f"the catalog is not {charset}", path=path, line=line, remedy=remedy) from error
    if text.encode(charset) != data:  # some charsets spell a text in several ways
        raise CatalogError(f"{charset} cannot be written back to the byte", path=path, remedy=remedy)
    return text


def _no_identity(context: str | None, path: Path, line: int) -> CatalogError:
    if context is None:
        message = "the entry has no msgctxt"
    elif context.partition("/")[0] not in _KINDS:
        message = f'msgctxt "{context}" begins with no known kind'
    else:
        message = "the msgid is empty"
    remedy = f"write a msgid and a msgctxt that is, or begins with, one of: {', '.join(Kind)}"
    return CatalogError(message, path=path, line=line, remedy=remedy)


def _state(block: Block, string: str) -> State:
    if block.obsolete:
        return State.OBSOLETE
    if is_fuzzy(block.comments):
        return State.FUZZY
    return State.APPROVED if string else State.UNTRANSLATED


def _line_of(error: MalformedValueError, block: Block) -> int:
    first = block.match.string.count("\n", 0, block.match.start()) + 1
    for number, line in enumerate(block.comments.split("\n"), first):
        if error.value in read_facts(line).get(error.key, ()):
            return number
    return block.line
