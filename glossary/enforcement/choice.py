"""Which place and which form: every candidate as a whole draft, ranked by the engine's score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, log
from typing import NamedTuple

from glossary.enforcement import apposition
from glossary.enforcement.carriers import target_symbols
from glossary.enforcement.draft import Draft, Outcome, Place, Sentence, Slot
from glossary.enforcement.lexicon import Lexicon, feature
from glossary.model import Form, Kind, Match

_CASE_WEIGHT = 0.1
"""What the log-probability of a case in its context counts beside the engine's per token of the draft."""

_SAME_CASE = 4.0
"""What it counts, as log-probability of a case, that the replaced words can have it."""

_SAME_OBLIQUE = 8.0
"""The same where they are a forbidden rendering inflected, which nobody does by mistake."""


_SAME_CASE_BESIDE = 4.0
"""What it counts, as log-probability of a case, that the title or name beside stands in it."""

_OUT_OF_REACH = 0.4
"""How far a form may lie behind by context alone; the engine was not seen to make up for more."""


class Candidate(NamedTuple):
    """A draft with one slot more, and what the context adds to its score."""

    draft: Draft
    slot: Slot
    bonus: float


class _Hole(NamedTuple):
    """A place in a draft that an occurrence of a term is to fill."""

    draft: Draft
    place: Place
    sentence: Sentence
    occurrence: int

    @property
    def match(self) -> Match:
        """The occurrence that is to fill the place."""
        return self.sentence.matches[self.occurrence]

    def text(self) -> str:
        """Return the plain text that the place is in."""
        text = self.draft.pieces[self.place.piece]
        assert isinstance(text, str)
        return text

    def replaced(self) -> str:
        """Return the words in the place."""
        return self.text()[self.place.start : self.place.end]

    def before(self) -> str:
        """Return all that stands before the place."""
        return self.draft.before(self.place.piece) + self.text()[: self.place.start]

    def after(self) -> str:
        """Return all that stands after the place."""
        return self.text()[self.place.end :] + self.draft.after(self.place.piece)


class _Option(NamedTuple):
    """A form, what the context adds to its score, and the hole with its neighbours in agreement."""

    bonus: float
    form: Form
    hole: _Hole


def candidates(
    draft: Draft,
    sentence: Sentence,
    occurrence: int,
    places: Sequence[Place],
    number: int | None,
    lexicon: Lexicon,
) -> Iterator[Candidate]:
    """Yield a candidate for each place and each distinct form that the context does not rule out.

    `number` is the occurrence's carrier in `draft.source`, or None where it travelled as words.
    """
    outcome = Outcome.PROPOSED if sentence.matches[occurrence].proposed else Outcome.SPLICED
    for hole in (_Hole(draft, place, sentence, occurrence) for place in places):
        beside = _cases_beside(hole, lexicon)
        likely = Counter(_cases_of(hole, lexicon)) + Counter(beside)
        only = beside.keys() if not hole.replaced() else frozenset()
        options = [_option(hole, alike, likely, lexicon) for alike in _forms(hole, only, lexicon)]
        floor = max(option.bonus for option in options) - _OUT_OF_REACH
        for bonus, form, fit in (option for option in options if option.bonus >= floor):
            case = feature(form.features, "Case")
            carrier = "" if number is None else target_symbols(number, case, lexicon)
            slot = Slot(occurrence, form.text, form.features, outcome, carrier, replaced=hole.replaced())
            yield Candidate(fit.draft.put(fit.place, slot), slot, bonus)


def _option(hole: _Hole, alike: Sequence[Form], likely: Mapping[str, float], lexicon: Lexicon) -> _Option:
    """Return the likeliest of forms that look alike, as likely as all of them together."""
    fitted = [(form, _agreeing(hole, form, lexicon)) for form in alike]
    chances = [_log_chance(fit, form, likely, lexicon) for form, fit in fitted]
    form, fit = max(zip(chances, fitted, strict=True), key=lambda pair: pair[0])[1]
    return _Option(_CASE_WEIGHT * log(sum(map(exp, chances))), form, fit)


def _agreeing(hole: _Hole, form: Form, lexicon: Lexicon) -> _Hole:
    """Return the hole in a draft in which the words beside it agree with a form.

    Words beside a person or a title agree with who it is, which no rendering tells: they stay.
    """
    draft, place = hole.draft, hole.place
    entry = hole.match.entry
    if not hole.replaced() or entry.term.kind in (Kind.PERSON, Kind.TITLE):
        return hole
    context = hole.before(), hole.after()
    gender = lexicon.known_gender(entry)
    agreeing = lexicon.rules.agreed(*context, hole.replaced(), form.features, gender)
    head = _cut(agreeing[0], draft.pieces[: place.piece])
    tail = _cut(agreeing[1], draft.pieces[place.piece + 1 :])
    if agreeing == context or not head or not tail:
        return hole
    start = len(str(head[-1]))
    pieces = (*head[:-1], f"{head[-1]}{hole.replaced()}{tail[0]}", *tail[1:])
    where = Place(len(head) - 1, start, start + len(hole.replaced()))
    return hole._replace(draft=replace(draft, pieces=pieces), place=where)


def _cut(text: str, pieces: Sequence[str | Slot]) -> list[str | Slot]:
    """Return the text cut into pieces with the same slots between; nothing where it lacks one of those."""
    cut: list[str | Slot] = []
    for slot in (piece for piece in pieces if isinstance(piece, Slot)):
        before, found, text = text.partition(slot.text)
        if not found:
            return []
        cut += [before, slot]
    return [*cut, text]


def _log_chance(hole: _Hole, form: Form, likely: Mapping[str, float], lexicon: Lexicon) -> float:
    """Return how likely the context makes the case of a form, as a logarithm."""
    case = feature(form.features, "Case")
    scores = lexicon.case_scores(hole.match.entry, hole.before(), hole.after())
    return scores.get(case, 0.0) + likely.get(case, 0.0)


def _cases_of(hole: _Hole, lexicon: Lexicon) -> dict[str, float]:
    """Return what it counts for each case that the words to be replaced can have.

    They have those of the forbidden rendering that they are, else those that they look like; no man's name
    looks alike in the nominative and the accusative but not in the genitive.
    """
    variants = lexicon.readings(hole.replaced(), lexicon.forbidden(hole.match.entry))
    known = {feature(variant.form.features, "Case") for variant in variants}
    weight = _SAME_OBLIQUE if known and "Nom" not in known else _SAME_CASE
    cases = known or lexicon.rules.possible_cases(hole.replaced())
    entry = hole.match.entry
    is_man = entry.term.kind is Kind.PERSON and lexicon.gender(entry) == "Masc"
    if is_man and "Nom" in cases and "Gen" not in cases:
        cases -= {"Acc"}
    return dict.fromkeys(cases, weight)


def _cases_beside(hole: _Hole, lexicon: Lexicon) -> dict[str, float]:
    """Return what it counts for the cases that the title or name beside, which it goes with, can have."""
    if not lexicon.rules.CARRIERS_HAVE_CASE:
        return {}
    text, (number, start, end) = hole.text(), hole.place
    kind = hole.match.entry.term.kind
    blank = "" if hole.replaced() else " "  # one comes between, where there was nothing
    sides = text[:start] or blank, text[end:] or blank
    partner = apposition.partner(hole.draft, hole.sentence, kind, number, sides)
    if partner is None:
        return {}
    entry = hole.sentence.matches[partner.slot.occurrence].entry
    readings = lexicon.readings(partner.slot.text, lexicon.approved(entry))
    return {feature(variant.form.features, "Case"): _SAME_CASE_BESIDE for variant in readings}


def _forms(hole: _Hole, only: Collection[str], lexicon: Lexicon) -> list[list[Form]]:
    """Return the forms that number and context allow, those that look alike together.

    Where `only` names cases, others come back just where there are none of those.
    """
    entry, plural = hole.match.entry, hole.match.plural
    governed = lexicon.rules.governed_case(hole.after())
    if governed is not None:
        return [[lexicon.form(entry, governed, plural=plural)]]
    context = hole.before(), hole.after(), hole.replaced()
    demand = lexicon.rules.demanded(*context, entry.rendering.text, plural=plural)
    number = demand.number or ("Plur" if plural else "Sing")
    forms = lexicon.forms(entry)
    counted = [f for f in forms if feature(f.features, "Number") in ("", number)] or list(forms)
    right = [f for f in counted if feature(f.features, "Case") in demand.cases] or counted
    right = [f for f in right if feature(f.features, "Case") in only] or right
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
