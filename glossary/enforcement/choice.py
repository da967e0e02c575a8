"""Which place and which form: every candidate as a whole draft, ranked by the engine's score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from glossary.enforcement.carriers import target_symbols
from glossary.enforcement.draft import Draft, Outcome, Place, Slot
from glossary.enforcement.lexicon import Lexicon, feature, lower
from glossary.model import Form, Match

_CASE_WEIGHT = 0.1
"""What the log-probability of a case in its context counts beside the engine's per token of the draft."""

_SAME_CASE = 3.0
"""What it counts, as log-probability of a case, that the replaced words can have it."""


class Candidate(NamedTuple):
    """A draft with one slot more, and what the context adds to its score."""

    draft: Draft
    slot: Slot
    bonus: float


def candidates(
    draft: Draft, occurrence: int, match: Match, places: Sequence[Place], number: int | None, lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield a candidate for each place and distinct form.

    `number` is the occurrence's carrier in `draft.source`, or None where it travelled as words.
    """
    for place in places:
        text = draft.pieces[place.piece]
        assert isinstance(text, str)
        replaced, after = text[place.start : place.end], text[place.end :] + draft.after(place.piece)
        before = draft.before(place.piece) + text[: place.start]
        had = _cases_of(replaced, match, lexicon)
        likely = lexicon.case_scores(match.entry, before, after)
        for form in _forms(match, after, lexicon):
            case = feature(form.features, "Case")
            carrier = "" if number is None else target_symbols(number, case, lexicon)
            outcome = Outcome.PROPOSED if match.proposed else Outcome.SPLICED
            slot = Slot(occurrence, form.text, form.features, outcome, carrier, replaced=replaced)
            bonus = _CASE_WEIGHT * (likely.get(case, 0.0) + _SAME_CASE * (case in had))
            yield Candidate(draft.put(place, slot), slot, bonus)


def _cases_of(replaced: str, match: Match, lexicon: Lexicon) -> frozenset[str]:
    """Return the cases of words to be replaced: of the forbidden rendering they are, else by their look."""
    skeleton = lower(lexicon.rules.skeleton(replaced)[0])
    variants = (v for v in lexicon.forbidden(match.entry) if v.folded == skeleton)
    known = frozenset(feature(v.form.features, "Case") for v in variants)
    return known or lexicon.rules.possible_cases(replaced)


def _forms(match: Match, after: str, lexicon: Lexicon) -> list[Form]:
    """Return the forms that number and the words after allow; of forms that look alike, the first."""
    governed = lexicon.rules.governed_case(after)
    if governed is not None:
        return [lexicon.form(match.entry, governed, plural=match.plural)]
    number = "Plur" if match.plural else "Sing"
    forms = lexicon.forms(match.entry)
    right = [f for f in forms if feature(f.features, "Number") in ("", number)] or list(forms)
    return list({form.text: form for form in reversed(right)}.values())[::-1]


def best(ranked: Sequence[tuple[float, Candidate]]) -> Draft:
    """Return the draft of the likeliest of the scored candidates, with the margin on its slot."""
    scored = sorted(
        ((score + candidate.bonus, candidate) for score, candidate in ranked),
        key=lambda pair: pair[0],
        reverse=True,
    )
    winner = scored[0][1]
    margin = round(scored[0][0] - scored[1][0], 4) if len(scored) > 1 else None
    slot = replace(winner.slot, margin=margin)
    pieces = tuple(slot if piece is winner.slot else piece for piece in winner.draft.pieces)
    return replace(winner.draft, pieces=pieces)
