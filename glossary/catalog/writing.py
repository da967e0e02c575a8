"""Edits of a catalog that leave every line of the other entries as it is, and its safe way to the disk."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

from glossary.catalog.grammar import Block, blocks, field
from glossary.catalog.keys import KEYS, MalformedValueError, key_lines, key_of
from glossary.catalog.reading import Catalog, entry_of, is_fuzzy, parse
from glossary.errors import CatalogError
from glossary.model import Entry, State

Identity = tuple[str | None, str]
KeyLines = dict[str, list[str]]
Splice = tuple[int, int, str]

# The order in which gettext prints the comments of an entry; any other line is the translator's, and first.
_RANKS = {"#.": 1, "#:": 2, "#,": 3, "#=": 3, "#|": 4, "#~": 4}


def new_catalog(path: Path, language: str) -> Catalog:
    """A catalog of no entries, with the header that gettext wants; not yet saved, and its folder not made.

    An empty `language` is that of a template (`.pot`).
    """
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M+0000}"
    fields = {
        "Project-Id-Version": "glossary",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": now,
        "PO-Revision-Date": now if language else "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    header = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return parse("\n".join([*field("msgid", ""), *field("msgstr", header), ""]), path, "UTF-8")


def format_entry(entry: Entry) -> str:
    """The entry as a block of a catalog, its lines ended by a line feed, no line wrapped.

    Raises CatalogError for what a catalog cannot hold: a value of several lines, a `|` within an alias.
    """
    comments = [line for lines in _key_lines(entry).values() for line in lines]
    if entry.state is State.FUZZY:
        comments.append("#, fuzzy")
    return normalize("NFC", "\n".join([*comments, *_fields(entry)]) + "\n")


def with_entries(catalog: Catalog, entries: Iterable[Entry]) -> Catalog:
    """The catalog with each entry in the place of the one of its identity, or else after the last entry.

    A replaced entry keeps its unknown keys, free comments, references, flags and previous msgids, and every
    line whose fact stays the same. Raises CatalogError for what a catalog cannot hold.
    """
    wanted = {_nfc(entry.identity): entry for entry in entries}
    known = {entry.identity for entry in catalog.entries}
    added = [entry for identity, entry in wanted.items() if identity not in known]
    newline = _newline(catalog.text)
    text = catalog.text + (newline if added and catalog.text and not catalog.text.endswith("\n") else "")
    splices: list[Splice] = []
    ends: dict[bool, int] = {}
    for block in blocks(text, catalog.path):
        ends[block.obsolete] = block.match.end()
        if entry := wanted.get(block.identity):
            splices.append((*block.match.span(), _rewritten(block, entry, catalog.path, newline)))
    end = ends.get(False, ends.get(True, len(text)))  # gettext keeps the obsolete entries last
    separated = "\n".join([""] * bool(end) + [format_entry(entry) for entry in added])
    splices.append((end, end, separated.replace("\n", newline) if added else ""))
    return parse(_spliced(text, sorted(splices)), catalog.path, catalog.charset)


def without_entries(catalog: Catalog, identities: Iterable[tuple[str, str]]) -> Catalog:
    """The catalog without the entries of these (`msgctxt`, `msgid`). Raises CatalogError for one it lacks.

    Comments that a blank line sets apart from the entry stay, as the heading of what follows.
    """
    doomed = {_nfc(identity) for identity in identities}
    for context, text in doomed - {entry.identity for entry in catalog.entries}:
        raise CatalogError(f'no entry has msgctxt "{context}", msgid "{text}"', path=catalog.path)
    splices = [
        (block.match.start() + _heading_length(block.comments), block.match.end(), "")
        for block in blocks(catalog.text, catalog.path)
        if block.identity in doomed
    ]
    return parse(_spliced(catalog.text, splices), catalog.path, catalog.charset)


def save(catalog: Catalog) -> None:
    """Write the catalog to its path: whole or not at all. Raises CatalogError where that is not possible."""
    target = catalog.path.resolve()  # a link stays a link
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(catalog.text.encode(catalog.charset))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        raise CatalogError(f"the catalog cannot be written: {error.strerror}", path=catalog.path) from error
    except UnicodeEncodeError as error:
        raise CatalogError(
            f"{catalog.charset} has no {error.object[error.start]!r}",
            path=catalog.path,
            line=error.object.count("\n", 0, error.start) + 1,
            remedy="convert the catalog: msgconv --to-code=UTF-8",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _rewritten(block: Block, entry: Entry, path: Path, newline: str) -> str:
    """The text of the block with the facts of `entry`, as much as possible of it left as it is."""
    old = entry_of(block, path)
    lines = _with_keys(_lines(block.comments), _key_lines(old), _key_lines(entry), newline)
    lines = _with_fuzzy(lines, entry.state, newline)
    rest = block.fields
    retired = entry.state is State.OBSOLETE
    if block.obsolete != retired:
        lines = _with_marks(lines, retired)
        rest = "".join(line + newline for line in _fields(entry))
    elif old.rendering.text != normalize("NFC", entry.rendering.text):
        string = field("msgstr", normalize("NFC", entry.rendering.text), _mark(entry))
        rest = block.before_string + "".join(line + newline for line in string)
    return "".join(lines) + rest


def _with_keys(lines: list[str], old: KeyLines, new: KeyLines, newline: str) -> list[str]:
    """The comment lines with those of each changed key replaced, or put where gettext would print them."""
    due = {key: [line + newline for line in new[key]] for key in KEYS if old[key] != new[key]}
    changed = frozenset(due)
    result: list[str] = []
    for line in lines:
        key = key_of(line)
        result += due.pop(key, []) if key in changed else [line]
    for key, added in due.items():
        place = _place(result, _rank(KEYS[key].marker))
        result[place:place] = added
    return result


def _with_fuzzy(lines: list[str], state: State, newline: str) -> list[str]:
    """The comment lines with the flag `fuzzy` as the state asks for; an obsolete entry keeps its own."""
    fuzzy = is_fuzzy("".join(lines))
    if state is State.OBSOLETE or fuzzy == (state is State.FUZZY):
        return lines
    if fuzzy:
        return [kept for line in lines if (kept := _without_fuzzy(line, newline))]
    place = _place(lines, _rank("#:"))
    return [*lines[:place], f"#, fuzzy{newline}", *lines[place:]]


def _with_marks(lines: list[str], obsolete: bool) -> list[str]:
    """The comment lines with previous msgids marked (`#~|`) as those of an obsolete entry, or not."""
    if obsolete:
        return [re.sub(r"^[ \t]*#\|", "#~|", line) for line in lines]
    return [re.sub(r"^[ \t]*#~(?:[ \t]*#)?", "#", line) for line in lines]


def _without_fuzzy(line: str, newline: str) -> str:
    if not is_fuzzy(line):
        return line
    mark, flags = line.lstrip()[:2], line.lstrip()[2:].split(",")
    others = [flag.strip() for flag in flags if flag.strip() != "fuzzy"]
    return f"{mark} {', '.join(others)}{newline}" if others else ""


def _fields(entry: Entry) -> list[str]:
    fields = {"msgctxt": entry.term.context, "msgid": entry.term.text, "msgstr": entry.rendering.text}
    return [
        line
        for keyword, text in fields.items()
        for line in field(keyword, normalize("NFC", text), _mark(entry))
    ]


def _mark(entry: Entry) -> str:
    return "#~ " if entry.state is State.OBSOLETE else ""


def _key_lines(entry: Entry) -> KeyLines:
    settled = entry.state in (State.APPROVED, State.UNTRANSLATED)
    if settled and (entry.state is State.APPROVED) != bool(entry.rendering.text):
        raise CatalogError(
            f"an entry that is {entry.state} {'has a' if entry.rendering.text else 'lacks its'} rendering",
            path=entry.path,
            line=entry.line,
            remedy="give the state that fits the rendering",
        )
    try:
        return key_lines(entry)
    except MalformedValueError as error:
        raise CatalogError(str(error), path=entry.path, line=entry.line, remedy=error.remedy) from error


def _heading_length(comments: str) -> int:
    """How much of the comments stands apart from the entry: all before its last paragraph, facts aside."""
    heading = re.sub(r"(?:^[ \t\r]*\n)*(?:^[ \t]*#.*\n)*\Z", "", comments, count=1, flags=re.MULTILINE)
    belongs = any(key_of(line) or _rank(line) for line in _lines(heading))
    return 0 if belongs else len(heading)


def _lines(comments: str) -> list[str]:
    return re.findall(r".*\n", comments)


def _rank(line: str) -> int:
    return _RANKS.get(line.lstrip()[:2], 0)


def _place(lines: list[str], rank: int) -> int:
    """The index at which a line of this rank goes: behind all of its rank or lower."""
    return next((index for index, line in enumerate(lines) if _rank(line) > rank), len(lines))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _nfc(identity: tuple[str, str]) -> Identity:
    return normalize("NFC", identity[0]), normalize("NFC", identity[1])


def _spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with each range (start, end) replaced; the ranges are sorted and do not overlap."""
    parts: list[str] = []
    position = 0
    for start, end, replacement in splices:
        parts += [text[position:start], replacement]
        position = end
    return "".join([*parts, text[position:]])
