"""Occurrences of terms that a good translation need not render word for word."""

from __future__ import annotations

import re
from collections import defaultdict

from glossary.checks.passage import View
from glossary.model import Kind, Match
from glossary.text import adjectives

_KINDS = (Kind.PLACE, Kind.ORGANIZATION, Kind.EVENT)  # whose adjectives say no more than their nouns
_STEM = 4  # letters that an English name shares with its adjective: Russia, Russian


def excused(view: View) -> set[int]:
    """Return which occurrences without a rendering miss none: those that have an adjective of their own.

    They are of places, bodies and events: *российский* for *of Russia*.
    """
    by_entry: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, match in enumerate(view.matches):
        if i not in view.slots and match.entry.term.kind in _KINDS:
            by_entry[match.entry.identity].append(i)
    found: set[int] = set()
    for occurrences in by_entry.values():
        match = view.matches[occurrences[0]]
        free = len(_adjectives(view, match))
        found.update(occurrences[: max(0, free - _english_adjectives(view, match)) if free else 0])
    return found


def _adjectives(view: View, match: Match) -> set[tuple[int, int]]:
    """Return the adjectives of a term in the words that render no other term."""
    rendering, text = match.entry.rendering, view.passage.target.text
    taken = view.slots.values()
    return {
        (start, end)
        for noun in (rendering.text, *rendering.admitted)
        for start, end in adjectives.standing_for(noun, text, view.judge.language)
        if all(end <= a or b <= start for a, b in taken)
    }


def _english_adjectives(view: View, match: Match) -> int:
    """Return how many words of the source may be adjectives of a term and so have a claim to one."""
    text = view.passage.source.text
    settled = [
        (m.start, m.end)
        for i, m in enumerate(view.matches)
        if i in view.slots or m.entry.identity == match.entry.identity
    ]
    alike = re.finditer(rf"\b{re.escape(text[match.start : match.end][:_STEM])}\w+", text)
    return sum(all(not a <= found.start() < b for a, b in settled) for found in alike)
