"""Steps 3 and 4 of enforcement: terms put where wrong renderings of them stand, or dropped ones belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from glossary.enforcement import apposition, choice, location
from glossary.enforcement.attempts import Attempt
from glossary.enforcement.choice import Candidate
from glossary.enforcement.draft import Place
from glossary.enforcement.lexicon import Lexicon
from glossary.engine import Alignment, Engine


class _Target(NamedTuple):
    """An occurrence to put, and the place of its forbidden rendering, or None where it is to be found."""

    occurrence: int
    place: Place | None


class Splicer:
    """Puts terms into drafts, every candidate of a round scored in shared batches."""

    def __init__(self, engine: Engine, lexicon: Lexicon) -> None:
        self._engine = engine
        self._lexicon = lexicon
        self._bare: dict[str, str] = {}

    def splice(self, attempts: dict[int, Attempt]) -> None:
        """Steps 3 and 4: put terms where wrong renderings of them stand, then those that were dropped."""
        self._put(attempts, dropped=False)
        for i, attempt in attempts.items():
            attempts[i] = replace(attempt, hopeless=frozenset())
        self._put(attempts, dropped=True)

    def _put(self, attempts: dict[int, Attempt], *, dropped: bool) -> None:
        """Put terms, one a round and sentence: those that something renders, or into gaps those `dropped`."""
        targets = {i: target for i, a in attempts.items() if (target := self._target(a))}
        while targets:
            self._render_bare(attempts[i].sentence.surface(t.occurrence) for i, t in targets.items())
            drafts = [attempts[i].draft for i in targets]
            alignments = self._engine.align([(d.source, d.engine_text()) for d in drafts])
            offers = {
                i: list(self._candidates(attempts[i], target, alignment, dropped=dropped))
                for (i, target), alignment in zip(targets.items(), alignments, strict=True)
            }
            rivals = [c for candidates in offers.values() if len(candidates) > 1 for c in candidates]
            scores = iter(self._engine.score([(c.draft.source, c.draft.engine_text()) for c in rivals]))
            for i, candidates in offers.items():
                ranked = [(next(scores) if len(candidates) > 1 else 0.0, c) for c in candidates]
                attempts[i] = _settle(attempts[i], targets[i].occurrence, ranked)
            targets = {i: target for i in targets if (target := self._target(attempts[i]))}

    def _target(self, attempt: Attempt) -> _Target | None:
        """Return what to put next: a missing term, else one with a forbidden rendering of it beside."""
        missing = attempt.missing()
        if missing:
            return _Target(missing[0], None)
        for index, match in enumerate(attempt.sentence.matches):
            if index not in attempt.hopeless:
                for place in location.forbidden(attempt.draft, match, self._lexicon):
                    return _Target(index, place)
        return None

    def _candidates(
        self, attempt: Attempt, target: _Target, alignment: Alignment | None, *, dropped: bool
    ) -> Iterator[Candidate]:
        index = target.occurrence
        span = attempt.spans[index]
        match = attempt.sentence.matches[index]
        number = attempt.carried.index(index) + 1 if index in attempt.carried else None
        places = [target.place] if target.place else []
        if not places:
            bare = self._bare.get(attempt.sentence.surface(index), "")
            outside = " ".join(attempt.sentence.between())
            places = location.places(attempt.draft, match, span, alignment, bare, outside, self._lexicon)
        if dropped and not places:
            beside = apposition.gap(attempt.draft, attempt.sentence, index, self._lexicon)
            places = [beside] if beside else location.gaps(attempt.draft, span, alignment)
        return choice.candidates(attempt.draft, attempt.sentence, index, places, number, self._lexicon)

    def _render_bare(self, surfaces: Iterator[str]) -> None:
        """Remember how the engine translates terms that stand alone."""
        new = [surface for surface in dict.fromkeys(surfaces) if surface not in self._bare]
        for surface, hypotheses in zip(new, self._engine.translate(new), strict=True):
            self._bare[surface] = hypotheses[0].text if hypotheses else ""


def _settle(attempt: Attempt, occurrence: int, ranked: Sequence[tuple[float, Candidate]]) -> Attempt:
    """Return the attempt with a term put in the best way, or given up."""
    if not ranked:
        return replace(attempt, hopeless=attempt.hopeless | {occurrence})
    return replace(attempt, draft=choice.best(ranked))
