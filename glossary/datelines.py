"""Datelines: the place, date and agency that open a report, as in *ISLAMABAD, Oct 3 (APP): …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from glossary.matcher import Matcher, apart, copied
from glossary.model import Kind, Match
from glossary.text import dates, en, en_names

_CAPITALS = r"\p{Lu}[\p{Lu}.'’-]+"
_PLACES = rf"{_CAPITALS}(?: ?[ /] ?{_CAPITALS}){{0,5}}"  # UNITED NATIONS, WASHINGTON/MOSCOW
_COUNTRY = r"\p{Lu}[\w.'’-]*(?: \p{Lu}[\w.'’-]*){0,2}"
_WORD = r"(?:[\p{Lu}\d][\w.&'’-]*|dpa|and|for|of|the)"
_AGENCY = rf"\({_WORD}(?:(?:,? | ?/ ?| [—–-] ){_WORD})*\)|/{_WORD}(?: {_WORD})*/"  # TASS writes /TASS/.

DATELINE = regex.compile(
    rf"^(?:(?:\w+:? )?{en.ISO_DATE.pattern} )?"  # a feed's stamp is no part of it
    rf"(?P<line>(?P<place>{_PLACES})"
    rf"(?:,? (?P<agency>{_AGENCY})|,? {dates.CALENDAR.pattern}(?:\.(?= [(/]))?|, {_COUNTRY}){{0,3}}"
    r"(?P<stop>\.?(?: ?[—–]| ?--| -|:)|(?<=[)/\d])\.|(?<=\))))"
    r"(?= *$| +[“\"‘'«(\[]?[\p{Lu}\d])",
    regex.MULTILINE,
)
"""What has the form of a dateline at the beginning of a line; groups `line`, and in it `place` and others."""

_CAPITAL_WORD = regex.compile(_CAPITALS)
_PIECE = regex.compile(r"\w[^/,()]*?(?= ?[/,)]| [—–-] )")
_LAST_BRACKET = regex.compile(r"\)$")
_AFTER_BRACKET = {"ru": ")."}  # where English needs no sign


def find(text: str, matcher: Matcher) -> tuple[int, int] | None:
    """Return the span of the dateline that a paragraph begins with, None where it begins otherwise.

    Its place is a place of the glossary, or any words in capitals beside an agency or a date, none of them
    an everyday word. A headline in capitals has no dateline.
    """
    found = DATELINE.match(text)
    if found is None or text.isupper():
        return None
    place = found["place"]
    dated = dates.CALENDAR.search(found["line"]) is not None
    told = dated or (found["agency"] and found["stop"])
    names = matcher.find(place)
    known = not any(_outside(place, [name for name in names if name.entry.term.kind is Kind.PLACE]))
    if not known and (not told or any(map(en_names.is_common, _outside(place, names)))):
        return None
    span: tuple[int, int] = found.span("line")
    return span


def matches(line: str, matcher: Matcher, language: str) -> list[Match]:
    """Return the terms in a dateline, its dates in words of the language, and its other agencies as they are.

    In a language whose words for months are not known they are the terms alone.
    """
    terms = matcher.find(line)
    found = DATELINE.match(line)
    if found is None or not dates.is_known(language):
        return terms
    days = [copied((start, end), line[start:end], day) for start, end, day in dates.rendered(line, language)]
    brackets = [piece for span in found.spans("agency") for piece in _PIECE.finditer(line, *span)]
    # An agency's initials may be those of a title, too: MNA.
    whole = {(term.start, term.end) for term in terms if term.entry.term.kind is not Kind.TITLE}
    agencies = [copied(piece.span(), piece.group()) for piece in brackets if piece.span() not in whole]
    places = matcher.find(found["place"])  # by itself, where a short one in capitals is no acronym
    last = [copied(end.span(), ")", _AFTER_BRACKET.get(language)) for end in _LAST_BRACKET.finditer(line)]
    return apart([*days, *agencies, *terms, *places, *last])


def _outside(text: str, names: Sequence[Match]) -> Iterator[str]:
    """Yield the words in capitals that none of the names covers, in small letters."""
    for word in _CAPITAL_WORD.finditer(text):
        if not any(name.start <= word.start() < name.end for name in names):
            yield word.group().lower()
