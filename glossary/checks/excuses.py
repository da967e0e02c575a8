"""Occurrences of terms that a good translation need not render word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from glossary.checks.passage import View
from glossary.model import Kind, Match
from glossary.text import adjectives

_KINDS = (Kind.PLACE, Kind.ORGANIZATION, Kind.EVENT)  # whose adjectives say no more than their nouns
_STEM = 4  # letters that an English name shares with its adjective: Russia, Russian
_GOES_ON = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, [A-Z][^,.;]*,? and (?:the )?[A-Z]")


def excused(view: View) -> set[int]:
    """Return which occurrences without a rendering miss none.

    Those are places, bodies and events that an adjective stands for, and *the foreign ministers of Pakistan
    and Russia*, who are not together what the term *foreign minister of Pakistan* says.
    """
    missing = [i for i in range(len(view.matches)) if i not in view.slots]
    shared = {i for i in missing if _is_shared(view, view.matches[i])}
    return shared | set(_as_adjectives(view, [i for i in missing if i not in shared]))


def _is_shared(view: View, match: Match) -> bool:
    """Return whether a plural has a further complement behind that of the term."""
    text = view.passage.source.text
    return match.plural and " of " in text[match.start : match.end] and bool(_GOES_ON.match(text, match.end))


def _as_adjectives(view: View, missing: list[int]) -> Iterator[int]:
    """Yield the occurrences that have an adjective of their own in the translation."""
    by_entry: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in missing:
        if view.matches[i].entry.term.kind in _KINDS:
            by_entry[view.matches[i].entry.identity].append(i)
    for occurrences in by_entry.values():
        match = view.matches[occurrences[0]]
        free = len(_adjectives(view, match))
        yield from occurrences[: max(0, free - _english_adjectives(view, match)) if free else 0]


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
