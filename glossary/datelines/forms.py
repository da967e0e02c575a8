"""What has the form of a dateline, before any glossary is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from glossary.matcher import LONGEST_ACRONYM
from glossary.text import dates, en

Span = tuple[int, int]

BETWEEN = r"(?: ?[/,] ?| [—–-] |(?i: and ))"
"""What parts the names in brackets."""

_CAPITALS = r"\p{Lu}[\p{Lu}.'’-]+"
_PLACE = rf"(?P<place>{_CAPITALS}(?: {_CAPITALS}){{0,5}})"
_COUNTRY = r"(?P<place>\p{Lu}[\w.'’-]*(?: \p{Lu}[\w.'’-]*){0,2})"
_WORD = r"(?:[\p{Lu}\d][\w.&'’-]*|dpa|(?i:and)|for|of|the)"
_INSIDE = rf"(?P<inside>{_WORD}(?:(?: ?[/,] ?| [—–-] | ){_WORD})*+)"
_BRACKETS = rf"\({_INSIDE}\)|/(?P<inside>{_WORD}(?: {_WORD})*+)/"
_FORM = regex.compile(
    rf"^(?:(?:\w+:? )?{en.ISO_DATE.pattern} )?"  # a feed's stamp is no part of it
    rf"(?P<line>{_PLACE}(?: ?/ ?{_PLACE}){{0,5}}"  # WASHINGTON/MOSCOW
    rf"(?:,? (?:{_BRACKETS})|,? (?:{dates.CALENDAR.pattern})(?:\.(?= [(/]))?|, {_COUNTRY}){{0,3}}"
    r"(?:\.?(?: ?(?P<stop>[—–]|--)| (?P<stop>-)|(?P<stop>:))"
    r"|(?<=/)(?P<stop>\.)|(?<=\d)\.|(?<=\))\.?))(?!\S)"  # TASS writes /TASS/.
    r"(?P<new> *$| +[“\"‘'«(\[]?[\p{Lu}\d\p{Sc}])?",
    regex.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Form:
    """What has the form of a dateline: its text, and where that begins; spans are code points of the text.

    `places` are those in capitals and the countries after them, `brackets` what stands in brackets or between
    slashes, `days` the dates and days of the week. `stop` is the sign at the end, empty where there is none
    or a mere full stop. `new` is true where a sentence may begin after it.
    """

    start: int
    text: str
    places: tuple[Span, ...]
    brackets: tuple[Span, ...]
    days: tuple[Span, ...]
    stop: str
    new: bool

    @property
    def end(self) -> int:
        """Where the text ends."""
        return self.start + len(self.text)

    def is_signed(self) -> bool:
        """Return whether a date stands in brackets beside an agency: *(UrduPoint - 2nd Sep, 2025)*."""
        return any(a < start and end <= b for a, b in self.brackets for start, end in self.days)

    def needs_no_agency(self) -> bool:
        """Return whether a place is enough before such a stop; an acronym is none: *US: …*."""
        if self.stop in ("", "-") or (self.stop == ":" and not self.new):
            return False
        return not any(may_be_acronym(self.text[start:end]) for start, end in self.places)


def opening(text: str) -> Form | None:
    """Return the form of a dateline that a paragraph begins with, whatever ends it."""
    found = _FORM.match(text)
    return found and _form(found)


def forms(text: str) -> Iterator[Form]:
    """Yield what stands at the beginning of a line and is likely a dateline, whatever glossary there is."""
    for form in map(_form, _FORM.finditer(text)):
        ended = form.stop and (form.days or form.brackets or form.needs_no_agency())
        if ended or (form.new and form.is_signed()):
            yield form


def may_be_acronym(name: str) -> bool:
    """Return whether a name in capitals is so short that it may be an acronym."""
    return sum(map(str.isalpha, name)) <= LONGEST_ACRONYM


def _form(found: regex.Match[str]) -> Form:
    start, text = found.start("line"), found["line"]

    def spans(group: str) -> tuple[Span, ...]:
        return tuple((a - start, b - start) for a, b in found.spans(group))

    days = tuple(day.span() for day in dates.CALENDAR.finditer(text))
    stop, new = found["stop"] or "", found["new"] is not None
    return Form(start, text, spans("place"), spans("inside"), days, stop, new)
