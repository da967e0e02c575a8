"""Months and days of the week: named in English, and by the words that stand for them in a translation.

A day of a month or of the week is rendered by rule, the words of a translation are only recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

MONTHS = ("January February March April May June July August September October November December").split()
"""The months, in order."""

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
"""The days of the week, in order."""

_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FULL = {**dict(zip(_SHORT, MONTHS, strict=True)), "Sept": "September"}
_AMBIGUOUS = ("March", "May", *_SHORT)  # words and names as well: months only beside what tells
_ENGLISH = re.compile(
    rf"(?P<before>\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?"
    rf"\b(?P<name>{'|'.join([*MONTHS, 'Sept', *_SHORT, *DAYS])})\b"
    r"(?P<after>\.? \d{1,4}\b(?![.,]\d))?"
)
_TELLS = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id)[ -]$")
_NIGHT = re.compile(r"s? (?:night|evening)")  # «в ночь на субботу» is Friday night
_MONTH = rf"(?P<month>(?i:{'|'.join([*MONTHS, 'Sept', *_SHORT])}))\b"
_DAY = r"\b(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?\b"
CALENDAR = regex.compile(
    rf"(?:{_DAY}(?: of)? {_MONTH}\.?|{_MONTH}\.? {_DAY})(?![-–]\d)(?:,? (?P<year>\d{{4}})\b)?"
    rf"|\b(?P<weekday>(?i:{'|'.join(DAYS)}))\b"
)
"""A day of a month, with or without its year, or of the week: *September 2*, *2nd Sep, 2025*, *Friday*."""

_NUMERIC = re.compile(r"(?<![\d.])\d{1,2}[./-]0?(1[0-2]|[1-9])(?!\d)")

_DAYS_OF = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split(),
}  # the months as they stand after the number of a day
_WEEKDAYS = {
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье".split(),
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار".split(),
}
_YEARS = {"ru": " {} года", "ur": " {}ء"}
_WORDS = {
    "ru": (
        r"январ\w+ феврал\w+ март(?:а|е|у|ом|овск\w+)? апрел\w+ ма(?:й|я|ю|е|ем|йск\w+) июн\w+ июл\w+ "
        r"август(?:а|е|у|ом|овск\w+)? сентябр\w+ октябр\w+ ноябр\w+ декабр\w+ "
        r"понедельник\w* вторник\w* сред(?:а|ы|е|у|ой) четверг\w* пятни[цч]\w+ суббот\w+ воскресн?[еы]\w+"
    ).split(),
    "ur": [
        *_DAYS_OF["ur"],
        *"(?:پیر|سوموار|دوشنبہ) منگل بدھ جمعرات جمع(?:ہ|ے|ۃ) (?:ہفتہ|ہفتے|سنیچر) اتوار".split(),
    ],
}  # as many as months and days together
_NAMED = {
    language: {
        name: re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
        for name, words in zip([*MONTHS, *DAYS], patterns, strict=True)
    }
    for language, patterns in _WORDS.items()
}


class Named(NamedTuple):
    """A month or day of the week at code points `start` to `end` of an English text.

    `dated` tells of a day or a year beside a month.
    """

    start: int
    end: int
    name: str
    dated: bool = False


def english(text: str) -> Iterator[Named]:
    """Yield the months and days of the week in an English text, but for nights, which belong to two days."""
    for found in _ENGLISH.finditer(text):
        name, (start, end) = found["name"], found.span("name")
        dated = bool(found["before"] or found["after"])
        doubtful = name in _AMBIGUOUS and not dated and not _TELLS.search(text, 0, start)
        if not doubtful and not (name in DAYS and _NIGHT.match(text, end)):
            yield Named(start, end, _FULL.get(name, name), dated and name not in DAYS)


def rendered(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and rendering of each day of a month or the week in an English text.

    There are none in a language whose words are not known.
    """
    for found in CALENDAR.finditer(text) if is_known(language) else ():
        if weekday := found["weekday"]:
            yield *found.span(), _WEEKDAYS[language][DAYS.index(weekday.title())]
            continue
        name = found["month"].title()
        month = _DAYS_OF[language][MONTHS.index(_FULL.get(name, name))]
        year = _YEARS[language].format(found["year"]) if found["year"] else ""
        yield *found.span(), f"{int(found['day'])} {month}{year}"


def translated(text: str, language: str) -> dict[str, str]:
    """Return the months and days that a translation names, each with its first word there.

    Months may be numbers, as in 09.05; only they are seen in a language whose words are not known.
    """
    patterns = _NAMED.get(language, {})
    words = {name: found.group() for name, pattern in patterns.items() if (found := pattern.search(text))}
    numeric = {MONTHS[int(found[1]) - 1]: found.group() for found in _NUMERIC.finditer(text)}
    return numeric | words


def is_known(language: str) -> bool:
    """Return whether the words of a language are known."""
    return language in _NAMED
