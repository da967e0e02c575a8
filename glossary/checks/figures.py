"""Rules about what must come through unchanged: numbers, addresses, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.passage import View
from glossary.model import Finding, Severity
from glossary.text import dates, en

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٪٫٬", "01234567890123456789%.,")
_NUMBER = re.compile(
    r"(?<![^\W_])(\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?)(?![^\W\d_]*\d)[\s-]*([^\W\d_]*)"
)
_SCALES = {
    "hundred": 100,
    **dict.fromkeys(("thousand", "тыс", "тысяч", "тысячи", "тысяча", "тысячу", "тысячам", "ہزار"), 1e3),
    **dict.fromkeys(("million", "m", "mln", "mn", "млн", "миллион", "миллиона", "миллионов", "ملین"), 1e6),
    **dict.fromkeys(("billion", "bn", "млрд", "миллиард", "миллиарда", "миллиардов", "ارب", "بلین"), 1e9),
    **dict.fromkeys(("trillion", "tn", "трлн", "триллион", "триллиона", "триллионов", "ٹریلین"), 1e12),
    "سو": 100,
    "لاکھ": 1e5,
    "کروڑ": 1e7,
    "کھرب": 1e11,
}
_UNIT_WORDS = {word: str(n) for n, word in enumerate("ایک دو تین چار پانچ چھ سات آٹھ نو".split(), start=1)}
_UNIT_WORDS |= {f"ساڑھے {word}": f"{digit}.5" for word, digit in _UNIT_WORDS.items()}
_UNIT_WORDS |= {"ڈیڑھ": "1.5", "ڈھائی": "2.5"}
_UNITS = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_UNIT_WORDS, key=len, reverse=True))})"
    r"(?= (?:سو|ہزار|لاکھ|کروڑ|ارب|کھرب)(?!\w))"
)
_WORDS_UP_TO = 100  # small numbers are often written in words
_ALIKE = 10  # how many times larger a number may be that stands in the place of another
_QUOTED = re.compile(r"[“«„\"][^“”«»„\"]{12,}[”»“\"]")
_SPEECH = re.compile(r"[“”«»„‟\"‘’‹›]|''|^\s*[—–-]\s")  # a dash at the head is direct speech, too


def number_changed(view: View) -> Iterator[Finding]:
    """A number of the source is not in the translation.

    Separators, digits of another script and scales do not matter: 200,000 is 200 тыс. and دو لاکھ. Numbers up
    to a hundred may be in words and are only missed where the translation has another one of their size.
    """
    source, target = view.passage.source.text, view.passage.target.text
    left = _values(_UNITS.sub(lambda found: _UNIT_WORDS[found[1]], target.translate(_DIGITS)))
    lost = []
    for found in _NUMBER.finditer(source):
        value = _value(found)
        same = next((number for number in left if _same(value, number)), None)
        if same is None:
            lost.append((found, value))
        else:
            left.remove(same)
    for found, value in lost:
        in_words = value <= _WORDS_UP_TO or _round(value)
        if not in_words or any(_alike(value, number) for number in left):
            yield view.finding(
                "C010",
                Severity.WARNING,
                f"the number {found[1]} is not in the translation",
                source=found.span(1),
            )


def address_lost(view: View) -> Iterator[Finding]:
    """A URL or an e-mail address of the source is not in the translation, character by character."""
    for found in en.ADDRESS.finditer(view.passage.source.text):
        if found.group() not in view.passage.target.text:
            yield view.finding(
                "C011",
                Severity.WARNING,
                f"{found.group()} is not in the translation",
                source=found.span(),
            )


def quotation_lost(view: View) -> Iterator[Finding]:
    """The source quotes somebody in quotation marks and the translation has no direct speech."""
    quoted = _QUOTED.search(view.passage.source.text)
    if quoted and not _SPEECH.search(view.passage.target.text):
        yield view.finding("C012", Severity.WARNING, "the translation quotes nobody", source=quoted.span())


def date_changed(view: View) -> Iterator[Finding]:
    """A month or day of the week of the source is not in the translation.

    Where the translation has another one, both are reported; where it has none, only a month with a day or a
    year. Nights between two days and months in figures are no matter.
    """
    language, text = view.judge.language, view.passage.target.text
    named = list(dates.english(view.passage.source.text)) if dates.is_known(language) else []
    there = dates.translated(text, language) if named else {}
    others = {name: word for name, word in there.items() if name not in {date.name for date in named}}
    for date in named:
        instead = [word for name, word in others.items() if (name in dates.DAYS) == (date.name in dates.DAYS)]
        if date.name not in there and (instead or date.dated):
            but = f", but {instead[0]}" if instead else ""
            message = f"{date.name} is not in the translation{but}"
            yield view.finding("C017", Severity.WARNING, message, source=(date.start, date.end))


def _values(text: str) -> list[float]:
    """Return the numbers in a text; parts of falling scale are one: ایک کروڑ 20 لاکھ, 1 млн 200 тыс."""
    values: list[float] = []
    end, room = -1, 0.0  # where the number before ends, and what may still be added to it
    for found in _NUMBER.finditer(text):
        value, scale = _value(found), _SCALES.get(found[2].lower(), 1)
        if scale > 1 and value < room and text[end : found.start()].strip(" .") == "":
            values[-1] += value
        else:
            values.append(value)
        end, room = found.end(), scale if scale > 1 else 0.0
    return values


def _value(found: re.Match[str]) -> float:
    """Return the number that digits, separators and a word of scale stand for.

    Thousands may be set apart in any way; a lone group of three digits after a sign counts as thousands.
    """
    plain = re.sub(r"[\u00a0\u202f ]", "", found[1])
    scale = _SCALES.get(found[2].lower(), 1)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain)) * scale
    whole, _, fraction = plain.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{fraction}" if whole else fraction) * scale


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(a, b) or (a + 12 == b and b < 24)  # 5 p.m. is 17:00


def _alike(a: float, b: float) -> bool:
    """Return whether two numbers are of one size, so that one may stand for the other by mistake."""
    return max(a, b) <= _ALIKE * min(a, b) or max(a, b) <= _WORDS_UP_TO


def _round(value: float) -> bool:
    """Return whether a number is one that words express: two hundred, five thousand."""
    return value >= 100 and value % 100 == 0 and len(str(int(value)).strip("0")) <= 2
