"""Rules about what must come through unchanged: numbers, addresses, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.passage import View
from glossary.model import Finding, Severity
from glossary.text import en

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
_WORDS_UP_TO = 100  # small numbers are often written in words
_QUOTED = re.compile(r"[“«„\"][^“”«»„\"]{12,}[”»“\"]")


def number_changed(view: View) -> Iterator[Finding]:
    """A number of the source is not in the translation.

    Separators, digits of another script and scales do not matter: 200,000 is 200 тыс. and دو لاکھ. Numbers up
    to a hundred may be in words and are only missed where the translation has another number in their place.
    """
    source, target = view.passage.source.text, view.passage.target.text
    left = [_value(found) for found in _NUMBER.finditer(target.translate(_DIGITS))]
    lost = []
    for found in _NUMBER.finditer(source):
        value = _value(found)
        same = next((number for number in left if _same(value, number)), None)
        if same is None:
            lost.append((found, value))
        else:
            left.remove(same)
    for found, value in lost:
        if left or (value > _WORDS_UP_TO and not _round(value)):
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
    """The source quotes somebody in quotation marks and the translation has none."""
    quoted = _QUOTED.search(view.passage.source.text)
    if quoted and not re.search(r"[“”«»„\"‘’]", view.passage.target.text):
        yield view.finding("C012", Severity.WARNING, "the translation quotes nobody", source=quoted.span())


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


def _round(value: float) -> bool:
    """Return whether a number is one that words express: two hundred, five thousand."""
    return value >= 100 and value % 100 == 0 and len(str(int(value)).strip("0")) <= 2
