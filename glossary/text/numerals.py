"""Words that belong to numbers in English, Russian and Urdu: scales, Urdu numerals, and measures."""

from __future__ import annotations

import re

_SCALE_WORDS = {
    100: "hundred سو",
    1e3: "thousand тыс тысяч тысяча тысячи тысячу тысяче тысячей тысячам тысячами тысячах ہزار",
    1e5: "lakh lakhs лакх лакха лакхов لاکھ",
    1e6: "million mln mn млн ملین",
    1e7: "crore crores крор крора кроров کروڑ",
    1e9: "billion bn млрд ارب بلین",
    1e11: "کھرب",
    1e12: "trillion tn трлн ٹریلین",
}
SCALES = {word: scale for scale, words in _SCALE_WORDS.items() for word in words.split()}
"""What a word multiplies the number before it by; in lower case."""

_STEMS = {"тысяч": 1e3, "миллион": 1e6, "миллиард": 1e9, "триллион": 1e12}
_NOUN_ENDINGS = ("", *"а у ом е ы ов ам ами ах".split())
_ADJECTIVE_ENDINGS = "ный ного ному ным ном ная ной ную ное ные ных ными".split()  # 25-тысячная толпа
SCALES |= {
    stem + ending: scale
    for stem, scale in _STEMS.items()
    for ending in (*_ADJECTIVE_ENDINGS, *(() if stem == "тысяч" else _NOUN_ENDINGS))
}
SCALES |= {f"{word}{ending}": SCALES[word] for word in ("ہزار", "لاکھ") for ending in ("ویں", "واں")}

THOUSANDS = re.compile(
    r"тысяч(?!елет)|тыс\.|милли(?:он|ард)(?!ер)|триллион|мл[нр]|трлн"
    r"|(?<!\w)(?:ہزار|لاکھ|کروڑ|ارب|کھرب|[مب]لین|ٹریلین)(?:وں|ویں|واں)?(?!\w)",
    re.IGNORECASE,
)
"""What numbers from a thousand on have in them where they are in words."""

DECADES = re.compile(
    r"нулевы|десяты|двадцаты|тридцаты|сороковы|(?:пяти|шести|семи|восьми)десяты|девяносты|دہائی|عشر",
    re.IGNORECASE,
)
"""What decades have in them where they are in words."""

_URDU = (
    "ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس"
    " بیس اکیس بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس"
    " تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس"
    " چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس"
    " پچاس اکاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ"
    " ساٹھ اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر"
    " ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی"
    " اسی اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی"
    " نوے اکانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے ننانوے"
)
_URDU_NUMERALS = {word: str(n) for n, word in enumerate(_URDU.split(), start=1)}
_FRACTIONS = {"ساڑھے": 0.5, "سوا": 0.25, "پونے": -0.25}
_URDU_NUMERALS |= {
    f"{fraction} {word}": f"{int(digits) + share:g}"
    for fraction, share in _FRACTIONS.items()
    for word, digits in _URDU_NUMERALS.items()
}
_URDU_NUMERALS |= {"ڈیڑھ": "1.5", "ڈھائی": "2.5", "سوا": "1.25", "پون": "0.75"}
_NUMERAL = "|".join(sorted(_URDU_NUMERALS, key=len, reverse=True))
_URDU_SCALE = r"(?:سو|ہزار|لاکھ|کروڑ|ارب|کھرب|[مب]لین|ٹریلین)(?!\w)"
_FRACTION_OF_FIGURES = re.compile(rf"(?<!\w)({'|'.join(_FRACTIONS)}) (\d+)(?= {_URDU_SCALE})")
_ANY_URDU_SCALE = re.compile(rf" {_URDU_SCALE}")
_TWO_NUMERALS = re.compile(rf"(?<!\w)({_NUMERAL}) ({_NUMERAL})(?= {_URDU_SCALE})")
_BEFORE_SCALE = re.compile(
    rf"(?<!\w)({_NUMERAL})(?=(?:-| (?:سے|تا|یا|اور) )(?:[\d.,]+|{_NUMERAL}) {_URDU_SCALE}| {_URDU_SCALE})"
)


def urdu_in_figures(text: str) -> str:
    """Return an Urdu text with figures for the numerals before words like ہزار: 3 سے 4 ہزار, 2-3 لاکھ."""
    if not _ANY_URDU_SCALE.search(text):
        return text
    text = _FRACTION_OF_FIGURES.sub(lambda found: f"{int(found[2]) + _FRACTIONS[found[1]]:g}", text)
    text = _TWO_NUMERALS.sub(r"\1-\2", text)
    return _BEFORE_SCALE.sub(lambda found: _URDU_NUMERALS[found[1]], text)


METRIC = {
    "mile": 1609,
    "mph": 1609,
    "kilometre": 1000,
    "kilometer": 1000,
    "metre": 1,
    "meter": 1,
    "m": 1,
    "yard": 0.914,
    "foot": 0.305,
    "feet": 0.305,
    "ft": 0.305,
    "inch": 0.0254,
    "kilogram": 1,
    "kg": 1,
    "pound": 0.454,
    "lb": 0.454,
    "ounce": 0.0284,
    "acre": 0.405,
    "gallon": 3.785,
}
"""What measures are in metres, kilograms, hectares or litres."""

SUBUNITS = (1, 10, 100, 1000, 0.001)
"""How many there are of what a translation may have instead: millimetres, grams, kilometres, tonnes."""

MEASURE = re.compile(
    rf"(?:\s*(?:to|and|or|[-–])\s*[\d.,]+)?[\s-]*(?:(?:thousand|million|billion) )?"
    rf"({'|'.join(METRIC)}|degree)(?:e?s)?\b(?![\s-]*(?:celsius|c\b|angle|turn))",
    re.IGNORECASE,
)
METRES = re.compile(r"(?<!\w)к?м(?!\w)|метр|میٹر", re.IGNORECASE)
"""What a translation has where the m of 100m or the k of 10k is a length; kilometres among them."""

KILOMETRES_OR_TONNES = re.compile(r"километр|тонн|(?<!\w)(?:км|т)(?!\w)|کلومیٹر|ٹن(?!\w)", re.IGNORECASE)
"""What a translation has that tells thousands of metres or kilograms in a larger unit."""
