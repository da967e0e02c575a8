"""Variants of rows and pairs: datelines, other numbers, headlines, quotation marks and abbreviations."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tools.starter.marks import Mark, Marked, Pair, Row, marks

_MONTHS = (
    ("Jan", "января", "جنوری"),
    ("Feb", "февраля", "فروری"),
    ("March", "марта", "مارچ"),
    ("April", "апреля", "اپریل"),
    ("May", "мая", "مئی"),
    ("June", "июня", "جون"),
    ("July", "июля", "جولائی"),
    ("Aug", "августа", "اگست"),
    ("Sept", "сентября", "ستمبر"),
    ("Oct", "октября", "اکتوبر"),
    ("Nov", "ноября", "نومبر"),
    ("Dec", "декабря", "دسمبر"),
)
_INSIDE = r"(?=,|;|:|-|['’]s\b| [a-z\d])"  # a full stop before these ends no sentence
_PERCENT = r"(?<=\d) ?(?:percent\b|per cent\b|%)"
_NOT_OF_THE_COUNTRY = "football|and|as|at|born|but|for|from|had|has|in|is|of|on|or|to|was|who|whose|with"
_AMERICAN = rf"\bAmerican (?=[a-z])(?!(?:{_NOT_OF_THE_COUNTRY})\b)"
_PAPERS = (
    (
        (r"\bUS\b(?![$.])", "U.S."),
        (r"\bUN\b(?!\.)", "U.N."),
        (rf"\bthe United States{_INSIDE}", "the U.S."),
        (rf"\bthe United Nations{_INSIDE}", "the U.N."),
        (rf"(?<=\b[Aa])n {_AMERICAN}", " U.S. "),
        (_AMERICAN, "U.S. "),
        (_PERCENT, " percent"),
        (r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:r?uary|ust|ember|ober)(?= \d)", r"\1."),
    ),
    (
        (rf"\bU\.S\.{_INSIDE}", "US"),
        (rf"\bU\.N\.{_INSIDE}", "UN"),
        (r"\bthe United States\b", "the US"),
        (r"\bthe United Nations\b", "the UN"),
        (r"\bthe European Union\b", "the EU"),
        (rf"(?<=\b[Aa])n {_AMERICAN}", " US "),
        (_AMERICAN, "US "),
        (r"\b(Mr|Mrs|Ms|Dr)\.", r"\1"),
        (_PERCENT, " per cent"),
        (rf"(?<=\d) ?([ap])\.m\.{_INSIDE}", r"\1m"),
    ),
    ((_PERCENT, "%"),),
)
"""How papers write what others write otherwise."""

_OTHERWISE = 0.5  # share of pairs with other quotation marks and abbreviations
SMALL = frozenset("a an and as at but by for from in into is of on or over the to with".split())
"""Words that have no capital in a title."""

_LEAP_YEAR = 2024
_DATELINE = re.compile(r"[A-Z]{3,}[^a-z]{0,20}, ")
_FIGURE = re.compile(
    r"(?<![\d.,:/–-])(?<!\d[ \xa0])(?:\d{1,3}(?:[,\xa0 ]\d{3})+|\d{1,3}[.,]\d{1,2}|\d{2,6})"
    r"(?![\d]|[.,:/–-]\d|[ \xa0]\d{3}\b)(?!-?[A-Za-z])"
)
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_QUOTES = ("“{}”", '"{}"', "‘{}’", "«{}»", "„{}“", "''{}''")
_FIRST = re.compile(r"^[^\w⟦]*\w")
_SYMBOL = re.compile(r"(⟦[^⟦⟧]*⟧)")
_WHOLE = re.compile(r"[.!?۔؟][\"”»]?$")
_END = re.compile(r"(?<!\b[A-Z])[.۔]$")


def with_dateline(row: Row, place: Row, language: str, random: Random) -> Row:
    """Return a row with a dateline before it; `place` is a place as a row of its own, with one mark."""
    number = len(marks(row.english)) + 1
    if number > 9 or row.withheld or _DATELINE.match(row.plain().source):
        return row
    (english,), (target,) = (marks(side).values() for side in (place.english, place.target))
    number_of_month, month = random.choice(list(enumerate(_MONTHS, start=1)))
    day = random.randint(1, monthrange(_LEAP_YEAR, number_of_month)[1])
    city = english._replace(number=number, text=english.text.upper())
    theirs = target._replace(number=number, text=target.text.upper())
    end, date = {
        "ru": (". ", f"{day} {month[1]}"),
        "ur": (": ", f"{day} {month[2]}"),
    }[language]
    comma = "، " if language == "ur" else ", "
    date_en = f"{month[0]} {day}"
    mark = random.choice((": ", " — ", " - ", " (APP) — "))
    if mark.startswith(" (APP)"):
        end = " (АПП). " if language == "ru" else " (اے پی پی): "
    return replace(
        row,
        english=_numbered(("", city, f", {date_en}{mark}"), row.english),
        target=_numbered(("", theirs, f"{comma}{date}{end}"), row.target),
    )


def _numbered(head: Marked, tail: Marked) -> Marked:
    last, first = head[-1], tail[0]
    return (*head[:-1], f"{last}{first}", *tail[1:])


def with_country(row: Row, owner: Row, language: str) -> Row:
    """Return a row with a place behind its first title before a name: *President of Iran Masoud Pezeshkian*.

    `owner` is the place as a row of its own, with one mark. A row without title and name side by side in both
    languages, or with a withheld name, comes back as it is.
    """
    number = len(marks(row.english)) + 1
    english, target = (_title_and_name(side) for side in (row.english, row.target))
    ours, theirs = (marks(side) for side in (row.english, row.target))
    if number > 9 or row.withheld or english is None or target is None:
        return row
    title, name = (row.english[at] for at in (english, english + 2))
    found = row.target[target], row.target[target + 2]
    assert isinstance(title, Mark)
    assert isinstance(name, Mark)
    if found != (theirs[title.number], theirs[name.number]) or " of " in ours[title.number].text:
        return row
    (place,), (rendering,) = (marks(side).values() for side in (owner.english, owner.target))
    place, rendering = place._replace(number=number), rendering._replace(number=number)
    if language == "ur":
        link = " کی " if theirs[title.number].letters == "f" else " کے "
        changed = (*row.target[:target], rendering, link, *row.target[target:])
    else:
        changed = (*row.target[: target + 1], " ", rendering, *row.target[target + 1 :])
    return replace(
        row,
        english=(*row.english[: english + 1], " of ", place, *row.english[english + 1 :]),
        target=changed,
    )


def _title_and_name(pieces: Marked) -> int | None:
    """Return where a title stands right before a name; in a target text, where any two marks do so."""
    for at in range(len(pieces) - 2):
        title, between, name = pieces[at : at + 3]
        if isinstance(title, Mark) and isinstance(name, Mark) and between == " ":
            if title.letters[-1:].isupper() and (title.letters, name.letters) != ("T", "P"):
                continue
            return at
    return None


def with_other_numbers(row: Row, random: Random) -> Row:
    """Return a row with other numbers, of as many digits, where a number stands once on either side.

    The last digit stays, and so does a one before it: Russian nouns agree with them. Years become years.
    Thousands may be apart (*40,000*, «40 000») or a word («40 тысяч»), and a decimal point may be a comma.
    """
    sides = [[p for p in side if isinstance(p, str)] for side in (row.english, row.target)]
    english, target = ([f[0] for piece in side for f in _FIGURE.finditer(piece)] for side in sides)
    news: list[dict[str, str]] = [{}, {}]
    for figure in dict.fromkeys(english):
        ways = [way for way in dict.fromkeys(target) if _digits(way) == _digits(figure)]
        thousands, text = figure.removesuffix(",000"), " ".join(sides[1])
        if thousands != figure and re.search(rf"(?<!\d){thousands} (?:тыс|ہزار)", text):
            new = _other(thousands, random)
            changes = (f"{new},000", {thousands: new})
        elif len(ways) == 1:
            new = _other(_digits(figure), random)
            changes = (_written(new, figure), {ways[0]: _written(new, ways[0])})
        else:
            continue
        if english.count(figure) == 1 and all(target.count(way) == 1 for way in changes[1]):
            news[0][figure] = changes[0]
            news[1] |= changes[1]
    return replace(row, english=_renumbered(row.english, news[0]), target=_renumbered(row.target, news[1]))


def _renumbered(pieces: Marked, new: dict[str, str]) -> Marked:
    def change(piece: str | Mark) -> str | Mark:
        if isinstance(piece, Mark):
            return piece
        return _FIGURE.sub(lambda found: new.get(found[0], found[0]), piece)

    return tuple(map(change, pieces))


def _digits(figure: str) -> str:
    return re.sub(r"\D", "", figure)


def _written(digits: str, like: str) -> str:
    """Return digits with the separators that another figure has."""
    left = iter(digits)
    return re.sub(r"\d", lambda _: next(left), like)


def _other(number: str, random: Random) -> str:
    if len(number) == 4 and "15" <= number[:2] <= "20":
        return f"{random.randint(150, 202)}{number[-1]}"
    if len(number) == 1:
        return number
    tens = "1" if number[-2] == "1" else random.choice("23456789")
    if len(number) == 2:
        return tens + number[-1]
    front = str(random.randint(10 ** (len(number) - 3), 10 ** (len(number) - 2) - 1))
    return front + (number[-2] if number[-2] in "01" else tens) + number[-1]


def joined(rows: Sequence[Row], random: Random, most: int) -> list[Pair]:
    """Return up to `most` pairs of two rows each, of those that are whole sentences and have no marks.

    The rows are of a corpus that names people in marks alone, so that no name gets beside something bad.
    """
    whole = [row.plain() for row in rows if not marks(row.english)]
    whole = [pair for pair in whole if all(_WHOLE.search(side) for side in pair)]
    chosen = [random.sample(whole, 2) for _ in range(min(most, len(whole) // 2))]
    return [Pair(*map(" ".join, zip(*two, strict=True))) for two in chosen]


def shouted(pair: Pair) -> Pair:
    """Return the pair as a headline: the English in capitals, but for carriers; no full stops."""
    parts = _SYMBOL.split(pair.source)
    source = "".join(part if _SYMBOL.fullmatch(part) else part.upper() for part in parts)
    return without_full_stop(Pair(source, pair.target))


def titled(pair: Pair) -> Pair:
    """Return the pair as a headline: a Capital in Each English Word but the small ones; no full stops."""
    words = pair.source.split(" ")
    source = " ".join(
        w if i and w in SMALL else _FIRST.sub(lambda f: f[0].upper(), w) for i, w in enumerate(words)
    )
    return without_full_stop(Pair(source, pair.target))


def without_full_stop(pair: Pair) -> Pair:
    """Return the pair without the full stops that end it, as a headline or a caption."""
    return Pair(_END.sub("", pair.source), _END.sub("", pair.target))


def requoted(pair: Pair, random: Random) -> Pair:
    """Return the pair with English quotation marks of another kind; the translation keeps its own."""
    style: str = random.choice(_QUOTES)
    return pair._replace(source=_QUOTED.sub(lambda found: style.format(found[1]), pair.source))


def respelled(pair: Pair, random: Random) -> Pair:
    """Return the pair with English abbreviations as another paper has them: *US* for *U.S.*, *5%*."""
    source = pair.source
    for pattern, other in random.choice(_PAPERS):
        source = re.sub(pattern, other, source)
    return pair._replace(source=source)


def changed(pair: Pair, random: Random) -> Pair:
    """Return the pair, sometimes as a headline, without full stop, or with other marks and abbreviations."""
    if random.random() < _OTHERWISE:
        pair = respelled(requoted(pair, random), random)
    (way,) = random.choices(list(_ENDS), list(_ENDS.values()))
    return way(pair)


def _as_it_is(pair: Pair) -> Pair:
    return pair


_ENDS = {shouted: 0.03, titled: 0.04, without_full_stop: 0.04, _as_it_is: 0.89}
"""How a sentence may look, and how often."""
