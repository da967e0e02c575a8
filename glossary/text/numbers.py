"""Numbers in figures, and whether a translation has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٪٫٬", "01234567890123456789%.,") | {ord("،"): ","}
_NUMBER = re.compile(
    r"(?<![^\W_])(\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?)(?![^\W\d_]*\d)[\s-]*([^\W\d_]*)"
)
_SCALE_WORDS = {
    100: "hundred سو",
    1e3: "thousand тыс тысяч тысяча тысячи тысячу тысяче тысячей тысячам тысячами тысячах"
    " ہزار ہزارویں ہزارواں",
    1e5: "lakh lakhs лакх лакха лакхов لاکھ",
    1e6: "million m mln mn млн ملین",
    1e7: "crore crores крор крора кроров کروڑ",
    1e9: "billion bn млрд ارب بلین",
    1e11: "کھرب",
    1e12: "trillion tn трлн ٹریلین",
}
_SCALES = {word: scale for scale, words in _SCALE_WORDS.items() for word in words.split()}
_SCALES |= {
    stem + ending: scale
    for stem, scale in (("миллион", 1e6), ("миллиард", 1e9), ("триллион", 1e12))
    for ending in ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
}
_SCALES |= {
    f"{stem}н{ending}": scale  # 25-тысячная толпа
    for stem, scale in (("тысяч", 1e3), ("миллион", 1e6), ("миллиард", 1e9), ("триллион", 1e12))
    for ending in "ый ого ому ым ом ая ой ую ое ые ых ыми".split()
}
_THOUSANDS = re.compile(
    r"тысяч|тыс\.|милли(?:он|ард)|триллион|мл[нр]|трлн|(?<!\w)(?:ہزار|لاکھ|کروڑ|ارب|کھرب|[مب]لین|ٹریلین)"
)
"""What numbers from a thousand on have in them, where they are in words."""

_UNIT_WORDS = {word: str(n) for n, word in enumerate("ایک دو تین چار پانچ چھ سات آٹھ نو".split(), start=1)}
_UNIT_WORDS |= {f"ساڑھے {word}": f"{digit}.5" for word, digit in _UNIT_WORDS.items()}
_UNIT_WORDS |= {"ڈیڑھ": "1.5", "ڈھائی": "2.5"}
_UNITS = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_UNIT_WORDS, key=len, reverse=True))})"
    r"(?= (?:سو|ہزار|لاکھ|کروڑ|ارب|کھرب)(?!\w))"
)
_RANGE = re.compile(
    r"\s*(?:to|and|or|до|и|или|سے(?: بڑھ کر| کم ہو کر)?|یا|[-–—])\s*[$€£]?(?=\d)"
)  # between a number and its fellow
_METRIC = {
    "mile": 1.609,
    "mph": 1.609,
    "yard": 0.914,
    "foot": 0.305,
    "feet": 0.305,
    "ft": 0.305,
    "inch": 2.54,
    "pound": 0.454,
    "lb": 0.454,
    "ounce": 28.35,
    "acre": 0.405,
    "gallon": 3.785,
}
"""What English measures are in kilometres, metres, centimetres, kilograms, grams, hectares or litres."""

_MEASURE = re.compile(
    rf"(?:\s*(?:to|and|or|[-–])\s*[\d.,]+)?[\s-]*(?:(?:thousand|million|billion) )?"
    rf"({'|'.join(_METRIC)}|degree)(?:e?s)?\b(?![\s-]*(?:celsius|c\b|angle|turn))",
    re.IGNORECASE,
)
_ABOUT = 0.1  # share by which a converted measure may be off: they are rounded
_SMALLER_UNITS = (1, 10, 100, 1000)  # millimetres for centimetres, grams for kilograms
_CLOCK = re.compile(r"(?<![\d.,$€£])(\d{1,2})\.([0-5]\d)(?!\d|[.,]\d|\s*%|\s+per\s?cent)")
_HALF_PAST = re.compile(r"ساڑھے (\d{1,2}) بجے")
_MINUTES_PAST = re.compile(r"(\d{1,2}) بج کر (\d{1,2}) منٹ")
_DECADE = re.compile(r"['’]?s\b")
_WORDS_UP_TO = 100  # small numbers are often written in words
_ALIKE = 10  # how many times larger a number may be that stands in the place of another, or shares its scale


def lost(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each number of an English source that is not in its translation.

    Separators, digits of another script and scales do not matter: 200,000 is 200 тыс. and دو لاکھ. Feet may
    be metres, the 1930s 30-е. Numbers up to a hundred and round ones may be in words (from a thousand on, if
    the translation has such a word) and are only missed where it has another one of their size.
    """
    target = _HALF_PAST.sub(r"\1:30", target.translate(_DIGITS))
    target = _MINUTES_PAST.sub(lambda time: f"{time[1]}:{time[2]:0>2}", target)
    source = _CLOCK.sub(lambda time: _with_colon(time, target), source)
    target = _UNITS.sub(lambda found: _UNIT_WORDS[found[1]], target)
    left = _values(target)
    missing = [(found, _value(found)) for found in _NUMBER.finditer(source)]
    missing = [(found, value) for found, value in missing if not _take(left, partial(_same, value))]
    missing = [pair for pair in missing if not _take(left, partial(_is_otherwise, *pair))]
    thousands = _THOUSANDS.search(_NUMBER.sub(" ", target)) is not None
    for found, value in missing:
        needs_thousands = value >= 1000 and not _DECADE.match(source, found.end(1))
        in_words = value <= _WORDS_UP_TO or (_round(value) and (thousands or not needs_thousands))
        if not in_words or any(_alike(value, number) for number in left):
            yield found.span(1)


def _with_colon(time: re.Match[str], target: str) -> str:
    """Return an English time of day with a colon where the translation has it so."""
    hours = int(time[1]), (int(time[1]) + 12) % 24
    return f"{time[1]}:{time[2]}" if any(f"{hour}:{time[2]}" in target for hour in hours) else time[0]


def _take(left: list[float], is_it: Callable[[float], bool]) -> bool:
    """Take the first fitting number from those that are left, and return whether there was one."""
    found = next((number for number in left if is_it(number)), None)
    if found is not None:
        left.remove(found)
    return found is not None


def _values(text: str) -> list[float]:
    """Return the numbers in a text; parts of falling scale are one: ایک کروڑ 20 لاکھ, 1 млн 200 тыс."""
    values: list[float] = []
    end, room = -1, 0.0  # where the number before ends, and what may still be added to it
    for found in _NUMBER.finditer(text):
        value, scale = _value(found), _scale(found)
        if scale > 1 and value < room and text[end : found.start()].strip(" .") == "":
            values[-1] += value
        else:
            values.append(value)
        end, room = found.end(), scale if scale > 1 else 0.0
    return values


def _value(found: re.Match[str]) -> float:
    """Return the number that digits, separators and a word of scale stand for."""
    return _plain(found[1]) * _scale(found)


def _plain(digits: str) -> float:
    """Return the number that digits and separators stand for.

    Thousands may be set apart in any way; a lone group of three digits after a sign counts as thousands.
    """
    plain = re.sub(r"[\u00a0\u202f ]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    whole, _, fraction = plain.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{fraction}" if whole else fraction)


def _scale(found: re.Match[str]) -> float:
    """Return what the word after a number multiplies it by, which may stand once: 8 to 12 billion.

    An m that stands apart is metres.
    """
    between = _RANGE.match(found.string, found.end(1))
    fellow = _NUMBER.match(found.string, between.end()) if between else None
    if fellow and _plain(found[1]) < _ALIKE * _plain(fellow[1]):
        return _scale(fellow)
    is_metres = found[2] == "m" and found.start(2) > found.end(1)
    return 1 if is_metres else _SCALES.get(found[2].lower(), 1)


def _same(a: float, b: float) -> bool:
    is_hour = (a + 12 == b and b < 24) or (a == 12 and b == 0)  # 5 p.m. is 17:00, 12 a.m. is 0:00
    return abs(a - b) <= 1e-9 * max(a, b) or is_hour


def _is_otherwise(found: re.Match[str], value: float, number: float) -> bool:
    """Return whether a number is a decade without its century or a measure, converted or not."""
    if found[2].lower() == "m" and number == _plain(found[1]):
        return True
    if _DECADE.match(found.string, found.end(1)):
        return number == value % 100
    measure = _MEASURE.match(found.string, found.end(1))
    if measure is None:
        return False
    unit = measure[1].lower()
    if unit == "degree":
        celsius = abs(value - 32) / 1.8
        return abs(celsius - number) <= _ABOUT * celsius
    metric = value * _METRIC[unit]
    return any(abs(metric * smaller - number) <= _ABOUT * metric * smaller for smaller in _SMALLER_UNITS)


def _alike(a: float, b: float) -> bool:
    """Return whether one number may stand for the other by mistake: of one size, or zeros more or less."""
    if max(a, b) <= _ALIKE * min(a, b) or max(a, b) <= _WORDS_UP_TO:
        return True
    return min(a, b) > _WORDS_UP_TO and f"{a:.0f}".rstrip("0") == f"{b:.0f}".rstrip("0")


def _round(value: float) -> bool:
    """Return whether a number is one that words express: two hundred, five thousand."""
    return value >= 100 and value % 100 == 0 and len(str(int(value)).strip("0")) <= 2
