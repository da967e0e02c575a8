"""Marks for rows that have none: the terms of the glossary on which both sides agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from math import exp

from glossary.enforcement.assignment import claim
from glossary.enforcement.carriers import MOST
from glossary.enforcement.draft import Draft, Outcome, Slot
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher
from glossary.model import Entry, Match
from tools.starter.marks import KINDS, Mark, Marked, Row, letters

_SURE = 0.8  # probability that a case must have among those that the form can be


class Marker:
    """Marks terms with one language's glossary."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self._language = language
        self._matcher = Matcher(entries)
        self._lexicon = Lexicon(language)

    def mark(self, row: Row) -> Row:
        """Return a row without marks with every term marked that stands on both sides in an approved form.

        Left alone are admitted renderings, whose gender is not known, and forms whose case is in doubt.
        """
        (english,), (target,) = row.english, row.target
        assert isinstance(english, str)
        assert isinstance(target, str)
        matches = [match for match in self._matcher.find(english) if not match.ambiguous]
        draft = claim(Draft(english, (target,)), matches, Outcome.OK, self._lexicon)
        found: dict[int, str] = {}
        for piece, slot in enumerate(draft.pieces):
            if isinstance(slot, Slot):
                of_slot = self._letters(matches[slot.occurrence], slot, draft, piece)
                if of_slot and len(found) < MOST:
                    found[slot.occurrence] = of_slot
        numbers = dict(zip(sorted(found), count(1)))
        return replace(
            row, english=_english(english, matches, numbers), target=_target(draft, found, numbers)
        )

    def _letters(self, match: Match, slot: Slot, draft: Draft, piece: int) -> str | None:
        entry, lexicon = match.entry, self._lexicon
        readings = [
            dict(variant.form.features)
            for variant in lexicon.readings(slot.text, lexicon.approved(entry))
            if variant.rendering == entry.rendering.text
        ]
        number = "Plur" if match.plural else "Sing"
        cases = {r["Case"] for r in readings if r.get("Number") == number or lexicon.gender(entry) == "Plur"}
        case = self._case(cases, entry, draft.before(piece), draft.after(piece))
        gender = "Plur" if match.plural else lexicon.gender(entry)
        return letters(case, gender, self._language) if case else None

    def _case(self, cases: set[str], entry: Entry, before: str, after: str) -> str | None:
        """Return which of `cases` a form stands in, or None where the text around it leaves doubt."""
        scores = self._lexicon.case_scores(entry, before, after) if len(cases) > 1 else {}
        if not scores:
            return min(cases, default=None)
        chances = {case: exp(scores[case]) for case in cases}
        best = max(chances, key=lambda case: chances[case])
        return best if chances[best] >= _SURE * sum(chances.values()) else None


def _english(text: str, matches: Sequence[Match], numbers: dict[int, int]) -> Marked:
    pieces: list[str | Mark] = []
    at = 0
    for index, number in numbers.items():
        match = matches[index]
        mark = Mark(number, KINDS[match.entry.term.kind], text[match.start : match.end])
        pieces += [text[at : match.start], mark]
        at = match.end
    return (*pieces, text[at:])


def _target(draft: Draft, found: dict[int, str], numbers: dict[int, int]) -> Marked:
    """Return the target with marks; slots that are not marked are words like any others."""
    pieces: list[str | Mark] = [""]
    for piece in draft.pieces:
        if isinstance(piece, Slot) and piece.occurrence in numbers:
            pieces += [Mark(numbers[piece.occurrence], found[piece.occurrence], piece.text), ""]
        else:
            words = piece if isinstance(piece, str) else piece.text
            pieces[-1] = f"{pieces[-1]}{words}"
    return tuple(pieces)
