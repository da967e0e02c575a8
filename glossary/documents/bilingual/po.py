"""gettext PO: every `msgstr` beside its `msgid`.

Fuzzy entries are checked, as translate-toolkit's `pofilter` does by default: somebody proposes their text.
Obsolete and untranslated entries and the header are not. `msgstr[0]` translates `msgid`, the further plural
forms `msgid_plural`; a single form translates `msgid_plural`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import polib

from glossary.documents.bilingual.unit import Piece, Unit, assembled, paired, suppressed
from glossary.documents.lines import Lines
from glossary.errors import DocumentError

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_LINE = re.compile(
    rf"""
    [ \t]*
    (?: (?P<comment>\#.*)
      | (?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?
        (?P<strings>{_STRING}(?:[ \t]*{_STRING})*)?
    )
    [ \t\r]*(?:\n|\Z)
    """,
    re.VERBOSE,
)
_ONE_STRING = re.compile(_STRING)
_SPELLED = re.compile(r"[^\\]+|\\.")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_REMEDY = "check it with msgfmt: an entry is comments, then msgid and msgstr, every string closed on its line"


@dataclass(slots=True)
class _Entry:
    """An entry while it is read: comment lines, and the pieces of each field by its keyword."""

    comments: list[str] = field(default_factory=list)
    fields: dict[str, list[Piece]] = field(default_factory=dict)

    @property
    def forms(self) -> list[str]:
        return [keyword for keyword in self.fields if keyword.startswith("msgstr")]


def parse(text: str) -> tuple[Unit, ...]:
    """Return the translated entries of a PO file. Raises DocumentError with the line that is not gettext."""
    lines = Lines(text)
    language = None
    units: list[Unit] = []
    for entry in _entries(text, lines):
        if "msgctxt" not in entry.fields and not entry.fields["msgid"]:
            header, _ = assembled(entry.fields.get("msgstr", ()))
            found = _LANGUAGE.search(header)
            language = found[1] if found else None
        else:
            units += _units(entry, lines, language)
    return tuple(units)


def _entries(text: str, lines: Lines) -> Iterator[_Entry]:
    entry, keyword, position = _Entry(), "", 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            raise _error(f"not gettext syntax: {text[position:].splitlines()[0].strip()}", lines, position)
        begins = line["comment"] or (line["keyword"] in ("msgctxt", "msgid") and entry.forms)
        if begins and entry.fields:
            yield _complete(entry, lines, position)
            entry = _Entry()
        if line["comment"]:
            _comment(entry, line["comment"])
        elif line["strings"]:
            keyword = line["keyword"] or (keyword if entry.fields else "")
            _add(entry, keyword, line, lines)
        elif line["keyword"]:
            raise _error(f"no string follows {line['keyword']}", lines, position)
        position = line.end()
    if entry.fields:
        yield _complete(entry, lines, len(text))


def _complete(entry: _Entry, lines: Lines, end: int) -> _Entry:
    """Return an entry that ends before offset `end`; raises DocumentError where it lacks something."""
    plural = any(keyword.endswith("]") for keyword in entry.forms)
    needed = ("msgid", "msgid_plural") if plural else ("msgid",)
    missing = [keyword for keyword in needed if keyword not in entry.fields]
    if missing or not entry.forms:
        raise _error(f"the entry before this line has no {(*missing, 'msgstr')[0]}", lines, end)
    return entry


def _comment(entry: _Entry, comment: str) -> None:
    if comment.startswith("#~"):
        entry.comments.clear()  # they belong to the obsolete entry
    elif comment[:2] not in ("#,", "#:", "#|", "#="):
        entry.comments.append(comment)


def _add(entry: _Entry, keyword: str, line: re.Match[str], lines: Lines) -> None:
    if not keyword:
        raise _error("a string without msgid or msgstr", lines, line.start())
    if line["keyword"] and keyword in entry.fields:
        raise _error(f"a second {keyword} in one entry", lines, line.start())
    pieces = entry.fields.setdefault(keyword, [])
    for string in _ONE_STRING.finditer(line.string, line.start("strings"), line.end("strings")):
        pieces += _pieces(line.string, string.start() + 1, string.end() - 1, lines)


def _pieces(text: str, start: int, end: int, lines: Lines) -> Iterator[Piece]:
    for spelled in _SPELLED.finditer(text, start, end):
        characters = spelled[0]
        if not characters.startswith("\\"):
            yield Piece(characters, spelled.start())
        elif characters[1] in _ESCAPES:
            yield Piece(_ESCAPES[characters[1]], spelled.start(), literal=False)
        else:
            raise _error(f"the escape {characters} is unknown", lines, spelled.start())


def _units(entry: _Entry, lines: Lines, language: str | None) -> Iterator[Unit]:
    ignored = suppressed("\n".join(entry.comments))
    for keyword in entry.forms:
        singular = keyword == "msgstr" or (keyword == "msgstr[0]" and len(entry.forms) > 1)
        source = entry.fields["msgid" if singular else "msgid_plural"]
        yield from paired(source, entry.fields[keyword], lines, polib.escape, language, ignored)


def _error(message: str, lines: Lines, offset: int) -> DocumentError:
    return DocumentError(message, line=lines.number(offset), remedy=_REMEDY)
