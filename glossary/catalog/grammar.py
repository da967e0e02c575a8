"""The grammar of a gettext catalog: its text cut into blocks, one an entry, with nothing lost.

polib's own parser is the judge in the tests and not the reader, for four reasons: it alone takes most of the
two seconds that 100,000 entries may take; it keeps neither the layout nor `#~|` lines, so that nothing could
be written back to the byte; it stops at `#=` lines (sticky flags of gettext from 2027 on) and at `#text`; and
it lets wrong files pass, cutting the last letter off an unclosed string and taking the first entry's comments
for the file's where there is no header. Escapes are polib's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import polib

from glossary.errors import CatalogError

_END = r"[ \t\r]*+(?:\n|\Z)"
_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
# From a line of an entry to its next: blank lines may stand between; in an obsolete entry each has `#~`.
_NEXT = rf"{_END}(?:[ \t\r]*+\n)*+[ \t]*+(?(obsolete)\#~)[ \t]*+"
_STRINGS = rf"{_STRING}(?:{_NEXT}{_STRING})*+"
# A line that is blank or a comment; `#~|` (an obsolete entry's previous msgid) and `#~ #` are comments too.
_COMMENT = r"[ \t\r]*+(?:\#(?!~(?!\||[ \t]*+\#)).*+)?"

_BLOCK = re.compile(
    rf"""
    (?P<comments>(?:{_COMMENT}\n)*+)
    [ \t]*+(?P<obsolete>\#~)?[ \t]*+
    (?:msgctxt[ \t]++(?P<context>{_STRINGS}){_NEXT})?
    msgid[ \t]++(?P<text>{_STRINGS}){_NEXT}
    msgstr[ \t]++(?P<string>{_STRINGS}){_END}
    """,
    re.VERBOSE,
)
_REST = re.compile(rf"(?:{_COMMENT}(?:\n|\Z))*+\Z", re.VERBOSE)
_LINE = re.compile(rf"[ \t]*+(?P<mark>\#~)?[ \t]*+(?:(?P<keyword>msg[a-z]+)[ \t]++)?{_STRING}[ \t\r]*+")

# The keyword of a line, by the last one before it; a line of None is a string that continues the one above.
_FOLLOWERS: dict[str | None, tuple[str | None, ...]] = {
    None: ("msgctxt", "msgid"),
    "msgctxt": ("msgid", None),
    "msgid": ("msgstr", None),
    "msgstr": (None,),
}


class Block(NamedTuple):
    """An entry as it stands in the text: from the first of its comments to the end of its `msgstr`.

    `line` is that of its `msgid`, 1-based; `identity` is (`msgctxt`, `msgid`), of the header (None, "").
    Strings come unescaped and in NFC.
    """

    match: re.Match[str]
    line: int
    identity: tuple[str | None, str]

    @property
    def comments(self) -> str:
        """The lines before `msgctxt`: comments, flags, references and blank lines, as they are."""
        return self.match["comments"]

    @property
    def obsolete(self) -> bool:
        """Whether the entry is retired (`#~`)."""
        return self.match["obsolete"] is not None

    @property
    def string(self) -> str:
        """The `msgstr`."""
        return _unquote(self.match["string"])

    @property
    def fields(self) -> str:
        """The lines from `msgctxt` to the end, as they are."""
        return self.match[0][len(self.comments) :]

    @property
    def before_string(self) -> str:
        """The lines of `fields` before `msgstr`."""
        whole = self.match.string
        return whole[self.match.end("comments") : whole.rindex("\n", 0, self.match.start("string")) + 1]


def blocks(text: str, path: Path) -> Iterator[Block]:
    """Yield the entries of a catalog's text, the header included, in their order.

    Raises CatalogError with the line at which the text stops being gettext; `path` is named in it.
    """
    position = 1 if text.startswith("\ufeff") else 0
    counted, line = 0, 1
    while match := _BLOCK.match(text, position):
        line += text.count("\n", counted, match.start("text"))
        counted, position = match.start("text"), match.end()
        context = match["context"]
        yield Block(match, line, (None if context is None else _unquote(context), _unquote(match["text"])))
    if not _REST.match(text, position):
        raise _syntax_error(text, position, path)


def field(keyword: str, text: str, mark: str = "") -> list[str]:
    """The lines of one field: a line of its own for each line of `text`, none ever wrapped."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    first, *others = lines if len(lines) == 1 else ["", *lines]
    return [f'{mark}{keyword} "{polib.escape(first)}"', *(f'{mark}"{polib.escape(line)}"' for line in others)]


def _unquote(quoted: str) -> str:
    text = quoted[1:-1] if "\n" not in quoted else "".join(s[1:-1] for s in re.findall(_STRING, quoted))
    return normalize("NFC", polib.unescape(text) if "\\" in text else text)


def _syntax_error(text: str, position: int, path: Path) -> CatalogError:
    """The error of the block at `position` that is none: its first line that does not fit."""
    lines = text[position:].split("\n")
    index = _first_misfit(lines)
    number = text.count("\n", 0, position) + index + 1
    line = lines[index].strip()
    if "msgid_plural" in line or "msgstr[" in line:
        return CatalogError(
            "plural entries have no place in a glossary",
            path=path,
            line=number,
            remedy="keep one msgid and one msgstr; the plural goes into a comment, `# form: Number=Plur = …`",
        )
    return CatalogError(
        f"not gettext syntax: {line}" if line else "the file ends within an entry",
        path=path,
        line=number,
        remedy="an entry is comments, then msgctxt, msgid and msgstr, every string closed on its line",
    )


def _first_misfit(lines: list[str]) -> int:
    keyword: str | None = None
    mark: str | None = None
    for index, line in enumerate(lines):
        if not line.strip() or (keyword is None and re.fullmatch(_COMMENT, line)):
            continue
        found = _LINE.fullmatch(line)
        if not found or found["keyword"] not in _FOLLOWERS[keyword] or (keyword and found["mark"] != mark):
            return index
        keyword, mark = found["keyword"] or keyword, found["mark"]
    return len(lines) - 1
