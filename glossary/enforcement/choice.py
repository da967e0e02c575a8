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
        text = _text(draft, place)
        replaced, after = text[place.start : place.end], text[place.end :] + draft.after(place.piece)
        before = draft.before(place.piece) + text[: place.start]
        had = _cases_of(replaced, match, lexicon)
        for forms in _forms(match, before, after, lexicon):
            fits = [_fitted(draft, place, match, form, lexicon) for form in forms]
            bonuses = [_bonus(fit, had, match, form, lexicon) for fit, form in zip(fits, forms, strict=True)]
            bonus, (fitting, where), form = max(
                zip(bonuses, fits, forms, strict=True), key=lambda fit: fit[0]
            )
            case = feature(form.features, "Case")
            carrier = "" if number is None else target_symbols(number, case, lexicon)
            outcome = Outcome.PROPOSED if match.proposed else Outcome.SPLICED
            slot = Slot(occurrence, form.text, form.features, outcome, carrier, replaced=replaced)
            yield Candidate(fitting.put(where, slot), slot, bonus)


def _fitted(draft: Draft, place: Place, match: Match, form: Form, lexicon: Lexicon) -> tuple[Draft, Place]:
    """Return the draft with the words beside a place agreeing with a form, and where the place is then."""
    text, features = _text(draft, place), form.features
    gender = lexicon.known_gender(match.entry, feature(features, "Number"))
    before, replaced, after = text[: place.start], text[place.start : place.end], text[place.end :]
    if not gender or not replaced:
        return draft, place
    before, after = lexicon.rules.agreed(before, after, replaced, feature(features, "Case"), gender)
    pieces = list(draft.pieces)
    pieces[place.piece] = before + replaced + after
    return replace(draft, pieces=tuple(pieces)), Place(place.piece, len(before), len(before) + len(replaced))


def _text(draft: Draft, place: Place) -> str:
    text = draft.pieces[place.piece]
    assert isinstance(text, str)
    return text


def _bonus(
    fit: tuple[Draft, Place], had: frozenset[str], match: Match, form: Form, lexicon: Lexicon
) -> float:
    """Return what the context adds to the score of a form in its place, in log-probability per token."""
    draft, place = fit
    text, case = _text(draft, place), feature(form.features, "Case")
    before = draft.before(place.piece) + text[: place.start]
    likely = lexicon.case_scores(match.entry, before, text[place.end :] + draft.after(place.piece))
    return _CASE_WEIGHT * (likely.get(case, 0.0) + _SAME_CASE * (case in had))


def _cases_of(replaced: str, match: Match, lexicon: Lexicon) -> frozenset[str]:
    """Return the cases of words to be replaced: of the forbidden rendering they are, else by their look."""
    skeleton = lower(lexicon.rules.skeleton(replaced)[0])
    variants = (v for v in lexicon.forbidden(match.entry) if v.folded == skeleton)
    known = frozenset(feature(v.form.features, "Case") for v in variants)
    return known or lexicon.rules.possible_cases(replaced)


def _forms(match: Match, before: str, after: str, lexicon: Lexicon) -> list[list[Form]]:
    """Return the forms that number and the words around allow; those that look alike together."""
    governed = lexicon.rules.governed_case(after)
    if governed is not None:
        return [[lexicon.form(match.entry, governed, plural=match.plural)]]
    demand = lexicon.rules.demanded(before, match.entry.rendering.text, plural=match.plural)
    number = demand.number or ("Plur" if match.plural else "Sing")
    forms = lexicon.forms(match.entry)
    counted = [f for f in forms if feature(f.features, "Number") in ("", number)] or list(forms)
    right = [f for f in counted if feature(f.features, "Case") in demand.cases] or counted
    alike: dict[str, list[Form]] = {}
    for form in right:
        alike.setdefault(form.text, []).append(form)
    return list(alike.values())


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
