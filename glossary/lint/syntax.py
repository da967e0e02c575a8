"""Rules for what gettext or this library cannot read, or reads otherwise than it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from unicodedata import is_normalized, normalize

from glossary.catalog.keys import KEYS
from glossary.lint.sources import Problem, Scope, Source

HEADER_FIELDS = (
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
"""The fields whose absence `msgfmt --check` reports."""

_INITIAL = {"PACKAGE VERSION", "YEAR-MO-DA HO:MI+ZONE", "FULL NAME <EMAIL@ADDRESS>", "LANGUAGE <LL@li.org>"}
_ESCAPE = re.compile(r"\\(?:[\\\"abfnrtv]|[0-7]|x[0-9A-Fa-f]|(?P<wrong>.))")
_FORMAT = re.compile(r"^[ \t]*#[,=](?:.*,)?[ \t]*(?!no-)([a-z-]+-format)[ \t\r]*(?:,|$)", re.MULTILINE)
_PREVIOUS = re.compile(r"(?:^[ \t]*#~?\|.*\n?)+", re.MULTILINE)
_STRINGS = r'[ \t]*"(?:[^"\\\n]|\\.)*"[ \t\r]*\n?(?:[ \t]*#~?\|[ \t]*"(?:[^"\\\n]|\\.)*"[ \t\r]*\n?)*'
_WELL_FORMED = re.compile(
    "".join(
        rf"(?:[ \t]*#~?\|[ \t]*{keyword}{_STRINGS}){times}"
        for keyword, times in (("msgctxt", "?"), ("msgid", ""), ("msgid_plural", "?"))
    )
)
_MESSAGE = re.compile(r"(?:[ \t\r]*\n)*[ \t]*(?P<mark>#~)?[ \t]*msg")
_KEY_LIKE = re.compile(r"^[ \t]*(#\.|#)([ \t]*)([A-Za-z]+)([ \t]*):", re.MULTILINE)
_EXACT = frozenset((key.marker, name) for name, key in KEYS.items())
# Words that free comments of the other kind begin with as well.
_ANYWHERE = frozenset({"note", "source"})


def unreadable(scope: Scope) -> Iterator[Problem]:
    """The file is no gettext catalog here, so that neither this library nor `msgfmt` reads it.

    Syntax, a charset that the file is not in, a byte order mark, plural entries. Reading goes on at the next
    blank line, and ends after 20 such places.
    """
    for source in scope.sources:
        for error in source.syntax_errors:
            remedy = f" ({error.remedy})" if error.remedy else ""
            yield Problem(source, error.line or 1, error.message + remedy)
        if source.text.startswith("\ufeff"):
            yield Problem(
                source, 1, "the file begins with a byte order mark, at which msgfmt stops (delete it)"
            )


def malformed_value(scope: Scope) -> Iterator[Problem]:
    """A comment gives a known key a value that it cannot have: `# form: Путина`, `#. match: maybe`.

    The entry cannot be used until the line is right or gone.
    """
    for source in scope.sources:
        for error in source.value_errors:
            yield Problem(source, error.line or 1, f"{error.message} ({error.remedy})")


def unknown_kind(scope: Scope) -> Iterator[Problem]:
    """The `msgctxt` is missing or begins with no known kind, or the `msgid` is empty.

    The kind (person, organization, title, place, event, work, concept) decides how a term is found and how
    its rendering inflects. Homonyms get a qualifier: `organization/newspaper`.
    """
    for source in scope.sources:
        for error in source.identity_errors:
            yield Problem(source, error.line or 1, f"{error.message} ({error.remedy})")


def no_header(scope: Scope) -> Iterator[Problem]:
    """The catalog does not begin with a header, which `msgfmt --check` insists on.

    The header is the entry with an empty `msgid`; it names the charset and the language.
    """
    for source in scope.sources:
        if source.text and source.header is None:
            yield Problem(source, 1, "the catalog does not begin with a header, the entry of an empty msgid")


def header_field(scope: Scope) -> Iterator[Problem]:
    """A header field is missing or still has its initial value, no charset is named, or another language.

    `msgfmt --check` warns of it too. Templates are exempt.
    """
    for source in scope.catalogs:
        header = source.header
        if header is None:
            continue
        lines = (line.partition(":") for line in header.string.split("\n"))
        fields = {name: value.strip() for name, _, value in lines}
        for message in _wrong_fields(fields, source.language):
            yield Problem(source, header.line, message)


def _wrong_fields(fields: dict[str, str], language: str) -> Iterator[str]:
    for name in HEADER_FIELDS:
        if name not in fields:
            yield f"the header lacks {name}"
        elif fields[name] in _INITIAL:
            yield f"the header's {name} has its initial value"
    charset = fields.get("Content-Type", "charset=").partition("charset=")[2]
    if charset in ("", "CHARSET"):
        yield "the header names no charset (Content-Type: text/plain; charset=UTF-8)"
    if language and fields.get("Language", language) != language:
        yield f"the header's Language is “{fields['Language']}”, the folder's “{language}”"


def line_break(scope: Scope) -> Iterator[Problem]:
    r"""A term or a rendering has a line break (`\n`) in it, as no article has.

    Translation refuses such a rendering, and `msgfmt --check` a pair of which only one begins or ends so.
    """
    for source in scope.sources:
        for entry in source.live:
            if "\n" in entry.term.text or "\n" in entry.rendering.text:
                where = "rendering" if "\n" in entry.rendering.text else "term"
                yield source.problem(entry, f"the {where} has a line break")


def escape(scope: Scope) -> Iterator[Problem]:
    r"""A backslash stands before a character that it means nothing with; `msgfmt` refuses that.

    Gettext knows `\n`, `\t`, `\"`, `\\` and the other escapes of C. A backslash itself is written `\\`.
    """
    for source in scope.sources:
        for found in _ESCAPE.finditer(source.text):
            if found["wrong"] and _is_string(source, found.start()):
                message = rf"\{found['wrong']} is no escape sequence (a backslash is written \\)"
                yield Problem(source, source.line_at(found.start()), message)


def previous_message(scope: Scope) -> Iterator[Problem]:
    """The previous `msgid` of an entry (`#|` lines) is broken, or does not stand right before its `msgctxt`.

    `msgmerge` writes these lines, below all other comments; `msgfmt` refuses the file if they are broken.
    """
    for source in scope.sources:
        if "#|" not in source.text and "#~|" not in source.text:
            continue
        for found in _PREVIOUS.finditer(source.text):
            message = _MESSAGE.match(source.text, found.end())
            marks = {line.lstrip().startswith("#~") for line in found[0].split("\n") if line.strip()}
            if not _WELL_FORMED.fullmatch(found[0]):
                wrong = "are not gettext syntax"
            elif not message:
                wrong = "do not stand right before msgctxt or msgid"
            elif marks != {message["mark"] is not None}:
                wrong = "are obsolete (`#~|`) where the entry is not, or the reverse"
            else:
                continue
            yield Problem(source, source.line_at(found.start()), f"the `#|` lines {wrong}")


def format_flag(scope: Scope) -> Iterator[Problem]:
    """A flag such as `c-format` makes `msgfmt --check` look for format directives, which no term has."""
    for source in scope.sources:
        for found in _FORMAT.finditer(source.text):
            message = f"the flag {found[1]} has no place in a glossary (delete it)"
            yield Problem(source, source.line_at(found.start(1)), message)


def mistyped_key(scope: Scope) -> Iterator[Problem]:
    """A comment looks like a fact but is none: `# admited:`, `# Admitted:`, `#admitted:`, `# alias:`.

    Facts about every language stand in extracted comments (`#. alias:`), facts about one language in
    translator comments (`# admitted:`). Any other comment is kept, and means nothing.
    """
    for source in scope.sources:
        for found in _KEY_LIKE.finditer(source.text):
            marker, gap, word, trailing = found.groups()
            if (marker, word) in _EXACT and not trailing and (gap or marker == "#."):
                continue
            meant = get_close_matches(word.lower(), KEYS, n=1, cutoff=0.75)
            if not meant or (word == meant[0] and word in _ANYWHERE):
                continue
            right = f"{KEYS[meant[0]].marker} {meant[0]}:"
            yield Problem(
                source,
                source.line_at(found.start(1)),
                f"“{found[0].strip()}” is no fact; “{right}” would be",
            )


def not_composed(scope: Scope) -> Iterator[Problem]:
    """Text is not in Unicode normalization form C, in which programs compare and search it."""
    for source in scope.sources:
        if is_normalized("NFC", source.text):
            continue
        for number, line in enumerate(source.lines, 1):
            if not is_normalized("NFC", line):
                at = next(i for i, char in enumerate(normalize("NFC", line)) if line[i : i + 1] != char)
                yield Problem(source, number, f"not in NFC from “{line[max(0, at - 8) : at + 2].strip()}” on")


def _is_string(source: Source, offset: int) -> bool:
    """Whether the line at the offset is one of strings and not a comment."""
    start = source.text.rfind("\n", 0, offset) + 1
    line = source.text[start : start + 80].lstrip()
    return not line.startswith("#") or line.startswith(("#~", "#|"))
