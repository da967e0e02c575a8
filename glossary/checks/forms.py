"""The rule about the right rendering in a form that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from glossary.checks.passage import View
from glossary.enforcement.lexicon import Variant, feature
from glossary.model import Finding, Kind, Match, Severity

_ENDINGS = {
    "ru": "а|у|е|ом|ы|и|ой|ою|ей|ов|ам|ами|ах|я|ю|ем",
    "ur": "وں|ؤں|یں",
}  # of nouns; an indeclinable one never has any
_COMMON = (Kind.TITLE, Kind.CONCEPT)
_OPTIONAL = re.compile("(?:[ое]в|[иы]н)о$")  # «в Косово» and «в Косове» are both right
_VOWELS = "аеиоуыэюя"
_STEM = 3  # letters before a vowel that an ending may have replaced


class Inflected(NamedTuple):
    """Code points `start` to `end` of a translation, which are to be the indeclinable words `right`."""

    start: int
    end: int
    right: str


def impossible_form(view: View) -> Iterator[Finding]:
    """The right rendering stands in a form that cannot be right: a plural for one, or an ending too many.

    A plural is reported where every form that the words may be is one, the source has one of it, and it is no
    plural itself; a name that takes no ending where it has one, «в НАТОе», which the fix takes away. Only for
    languages whose forms are known.
    """
    yield from _plurals(view)
    for i, (start, end, right) in inflected(view).items():
        if not _OPTIONAL.search(right):
            yield view.finding(
                "C004",
                Severity.WARNING,
                f"“{view.passage.target.text[start:end]}” has an ending, but {right} takes none",
                match=view.matches[i],
                target=(start, end),
                fix=right,
            )


def inflected(view: View) -> dict[int, Inflected]:
    """Return the occurrences of names that take no ending and stand in the translation with one."""
    taken = list(view.slots.values())
    found: dict[int, Inflected] = {}
    for i in range(len(view.matches)):
        place = None if i in view.slots else _inflected(view, view.matches[i], taken)
        if place:
            taken.append((place.start, place.end))
            found[i] = place
    return found


def _inflected(view: View, match: Match, taken: list[tuple[int, int]]) -> Inflected | None:
    """Return the first free place where a rendering without other forms has an ending."""
    for right in _indeclinable(view, match):
        pattern = _with_ending(right, view.judge.language)
        for found in pattern.finditer(view.passage.target.text) if pattern else ():
            if found.group() != right and all(found.end() <= a or b <= found.start() for a, b in taken):
                return Inflected(*found.span(), right)
    return None


def _indeclinable(view: View, match: Match) -> list[str]:
    """Return the approved renderings that have one form, as the glossary writes them.

    None for common nouns, of which one form may be all that is known.
    """
    if match.entry.term.kind in _COMMON:
        return []
    forms: dict[str, set[str]] = {}
    for variant in view.judge.lexicon.approved(match.entry):
        forms.setdefault(variant.rendering, set()).add(variant.form.text)
    return [rendering for rendering, texts in forms.items() if texts == {rendering}]


@lru_cache(maxsize=4096)
def _with_ending(words: str, language: str) -> re.Pattern[str] | None:
    """Return what finds words with an ending behind them, or in the place of their last vowel."""
    if language not in _ENDINGS or not words[-1:].isalpha() or words.isascii():
        return None
    stem = re.escape(words[:-1])
    replaced = words[-1] in _VOWELS and len(words) > _STEM
    begin = rf"{stem}{words[-1]}?" if replaced else re.escape(words)
    return re.compile(rf"(?<![\w-]){begin}(?:{_ENDINGS[language]})(?![\w-])")


def _plurals(view: View) -> Iterator[Finding]:
    for slot in view.claimed.slots():
        match = view.matches[slot.occurrence]
        variants = _variants(view, match, slot.text)
        if match.plural or not all(feature(v.form.features, "Number") == "Plur" for v in variants):
            continue
        if any(_is_plural(view, match, v.rendering) for v in variants):
            continue
        yield view.finding(
            "C004",
            Severity.WARNING,
            f"“{slot.text}” is a plural, but the source has one “{match.entry.term.text}”",
            match=match,
            target=view.slots[slot.occurrence],
        )


def _variants(view: View, match: Match, words: str) -> list[Variant]:
    """Return the approved forms that words in the target may be."""
    lexicon = view.judge.lexicon
    return lexicon.readings(words, lexicon.approved(match.entry))


def _is_plural(view: View, match: Match, rendering: str) -> bool:
    """Return whether the citation form of a rendering is a plural itself."""
    own = (v.form for v in view.judge.lexicon.approved(match.entry) if v.rendering == rendering)
    return feature(next(own).features, "Number") == "Plur"
