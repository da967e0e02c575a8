"""Numbers in figures, and whether a translation has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from glossary.text import numerals

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٪٫٬", "01234567890123456789%.,") | {ord("،"): ","}
_CURRENCY = r"[$€£₹¥]|Rs\.?|PKR|INR|USD|EUR|GBP"
_NUMBER = re.compile(
    r"(?:(?<![^\W_])|(?<=Rs)|(?<=PKR|INR|USD|EUR|GBP))(?<!\d[.,])"
    r"(\d{1,3}(?:[.,\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![^\W\d_]*\d)"
)
_IN_CURRENCY = re.compile(rf"(?:{_CURRENCY})\s?$")
_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_RANGE = re.compile(
    r"\s*(?:to|and|or|до|и|или|سے(?: (?:بڑھ|بڑھا|گھٹ|گھٹا|کم ہو|کم کر) کر)?|اور|تا|یا|[-–—])"
    rf"\s*(?:{_CURRENCY})?\s?(?=\d)"
)
"""What stands between a number and its fellow, with which it may share a word of scale."""

_RANGE_FROM_WORDS = re.compile(r"[^\W\d_]\s+(?:до|или|سے|تا|یا)\s*$")
_CLOCK = re.compile(r"(?<![\d.,$€£])(\d{1,2})\.([0-5]\d)(?!\d|[.,]\d|\s*%|\s+per\s?cent)")
_MILITARY_TIME = re.compile(r"(?<!\d)([01]\d|2[0-3])([0-5]\d)(?= ?(?:GMT|UTC|BST|hours|hrs)\b)")
_TIME = re.compile(
    r"(?:\s?(?:to|and|or|[-–])\s?\d{1,2})?(?::[0-5]\d)?\s?(?:[ap]\.?m\b|o['’]clock)|:[0-5]\d", re.IGNORECASE
)
_AT = re.compile(r"\b(?:at|by|until|till) $", re.IGNORECASE)
_HALF_PAST = re.compile(r"ساڑھے (\d{1,2}) بجے")
_MINUTES_PAST = re.compile(r"(\d{1,2}) بج کر (\d{1,2}) منٹ")
_DECADE = re.compile(r"['’]?s\b")
_ROUND_OF = re.compile(r"\b(?:last|round of|sweet) $", re.IGNORECASE)
_WORDS_UP_TO = 100  # small numbers are often written in words
_ABOUT = 0.1  # share by which a converted measure may be off: they are rounded
_ALIKE = 10  # how many times larger a number may be that stands in the place of another, or shares its scale


class _Number(NamedTuple):
    """A number in figures: their span, where its words of scale end, and its values, the likeliest first."""

    start: int
    stop: int
    end: int
    values: tuple[float, ...]


def lost(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each number of an English source that is not in its translation.

    Separators, digits of another script and scales do not matter: 200,000 is 200 тыс. and دو لاکھ. Feet may
    be metres, the 1930s 30-е. Numbers up to a hundred may be in words, and so may round ones, from a thousand
    on if the translation has a word for thousands or more; they are missed where it has another one of their
    size.
    """
    if not _NUMBER.search(source):
        return
    target = _HALF_PAST.sub(r"\1:30", target.translate(_DIGITS))
    target = _MINUTES_PAST.sub(lambda time: f"{time[1]}:{time[2]:0>2}", target)
    target = numerals.urdu_in_figures(target)
    source = _CLOCK.sub(lambda time: _with_colon(time, target), source)
    has_metres = numerals.METRES.search(target) is not None
    there = _numbers(target, has_metres)
    left = list(there)
    missing = _numbers(source, has_metres)
    for is_it in (_same, partial(_is_otherwise, source)):
        missing = [number for number in missing if not _take(left, number, is_it)]
    has_thousands = bool(missing) and numerals.THOUSANDS.search(_without(there, target)) is not None
    for number in missing:
        has_another = any(_alike(number.values[0], other.values[0]) for other in left)
        if has_another or not _is_in_words(source, number, target, has_thousands):
            yield number.start, number.stop


def _with_colon(time: re.Match[str], target: str) -> str:
    """Return an English time of day with a colon where the translation has it so."""
    hours = int(time[1]), (int(time[1]) + 12) % 24
    return f"{time[1]}:{time[2]}" if any(f"{hour}:{time[2]}" in target for hour in hours) else time[0]


def _take(left: list[_Number], number: _Number, is_it: Callable[[_Number, float], bool]) -> bool:
    """Take the first fitting number from those that are left, and return whether there was one."""
    found = next((other for other in left if any(is_it(number, value) for value in other.values)), None)
    if found is not None:
        left.remove(found)
    return found is not None


def _numbers(text: str, has_metres: bool) -> list[_Number]:
    """Return the numbers in a text; parts of falling scale are one: ایک کروڑ 20 لاکھ, 1 млн 200 тыс."""
    numbers: list[_Number] = []
    room = 0.0  # what may still be added to the number before
    for found in _NUMBER.finditer(text):
        number = _number(found, has_metres)
        plain, value = _plain(found[1]), number.values[0]
        is_part = bool(numbers) and text[numbers[-1].end : number.start].strip(" .") == ""
        if is_part and plain < value < room:
            before = numbers.pop()
            number = _Number(before.start, before.stop, number.end, (before.values[0] + value,))
        numbers.append(number)
        room = value / plain if plain else 0.0
    return numbers


def _number(found: re.Match[str], has_metres: bool) -> _Number:
    """Return a number with its values: by its word of scale, by that of its fellow in a range, and bare."""
    text, plain = found.string, _plain(found[1])
    scale, end = _scale(text, found.end())
    word = _WORD.match(text, found.end())
    if scale > 1:
        return _Number(*found.span(), end, (plain * scale,))
    if word and word[1].lower() in ("m", "k") and word.start(1) == found.end():
        scaled = plain * {"m": 1e6, "k": 1e3}[word[1].lower()]
        is_length = has_metres and not _IN_CURRENCY.search(text, 0, found.start())  # 10k is a run, too
        return _Number(*found.span(), word.end(), (scaled, plain) if is_length else (scaled,))
    between = _RANGE.match(text, found.end())
    fellow = _NUMBER.match(text, between.end()) if between else None
    if fellow and 0 < plain < _ALIKE * _plain(fellow[1]):
        shared = (plain * value / _plain(fellow[1]) for value in _number(fellow, has_metres).values)
        return _Number(*found.span(), found.end(), tuple(dict.fromkeys((*shared, plain))))
    return _Number(*found.span(), found.end(), (plain,))


def _scale(text: str, at: int) -> tuple[float, int]:
    """Return what the words after a number multiply it by (3 ہزار ارب), and where they end."""
    scale = 1.0
    while (word := _WORD.match(text, at)) and (factor := numerals.SCALES.get(word[1].lower())):
        scale, at = scale * factor, word.end()
    return scale, at


def _plain(digits: str) -> float:
    """Return the number that digits and separators stand for.

    Thousands may be set apart in any way; a lone group of three digits after a sign counts as thousands.
    """
    plain = re.sub(r"[\u00a0\u202f ]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    whole, _, fraction = plain.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{fraction}" if whole else fraction)


def _without(numbers: Sequence[_Number], text: str) -> str:
    """Return a text without numbers, but with scales that one in words may share: от двух до 5 тысяч."""
    for number in reversed(numbers):
        is_shared = _RANGE_FROM_WORDS.search(text, 0, number.start) is not None
        text = f"{text[: number.start]} {text[number.stop if is_shared else number.end :]}"
    return text


def _same(number: _Number, other: float) -> bool:
    return any(abs(value - other) <= 1e-9 * max(value, other) for value in number.values)


def _is_otherwise(source: str, number: _Number, other: float) -> bool:
    """Return whether another number is the same hour, decade, stage of a cup or measure."""
    value = number.values[-1]
    is_hour = _TIME.match(source, number.stop) or _AT.search(source, 0, number.start)
    return bool(
        (is_hour and (value + 12 == other < 24 or other + 12 == value < 24 or (value, other) == (12, 0)))
        or (_DECADE.match(source, number.stop) and other == value % 100)
        or (_ROUND_OF.search(source, 0, number.start) and other == value / 2)  # 1/8 финала
        or _is_converted(source, number, other)
    )


def _is_converted(source: str, number: _Number, other: float) -> bool:
    """Return whether a number is a measure in metric units, or in larger or smaller ones."""
    measure = numerals.MEASURE.match(source, number.stop)
    if measure is None or _IN_CURRENCY.search(source, 0, number.start):
        return False
    value, unit = number.values[0], measure[1].lower()
    if unit == "degree":
        celsius = abs(value - 32) / 1.8
        return abs(celsius - other) <= _ABOUT * celsius
    metric = value * numerals.METRIC[unit]
    return any(abs(metric * many - other) <= _ABOUT * metric * many for many in numerals.SUBUNITS)


def _is_in_words(source: str, number: _Number, target: str, has_thousands: bool) -> bool:
    """Return whether a translation without the figures may have the number in words."""
    if _DECADE.match(source, number.stop) and (_round(number.values[0]) or numerals.DECADES.search(target)):
        return True
    if (time := _MILITARY_TIME.match(source, number.start)) and f"{time[1]}:{time[2]}" in target:
        return True
    is_measure = numerals.MEASURE.match(source, number.stop) is not None
    is_larger_unit = is_measure and numerals.KILOMETRES_OR_TONNES.search(target) is not None
    return any(
        value <= _WORDS_UP_TO or (_round(value) and (value < 1000 or has_thousands or is_larger_unit))
        for value in number.values
    )


def _alike(a: float, b: float) -> bool:
    """Return whether one number may stand for the other by mistake: of one size, or zeros more or less."""
    if max(a, b) <= _ALIKE * min(a, b) or max(a, b) <= _WORDS_UP_TO:
        return True
    return min(a, b) > _WORDS_UP_TO and f"{a:.0f}".rstrip("0") == f"{b:.0f}".rstrip("0")


def _round(value: float) -> bool:
    """Return whether a number is one that words express: two hundred, five thousand."""
    return value >= 100 and value % 100 == 0 and len(str(int(value)).strip("0")) <= 2
