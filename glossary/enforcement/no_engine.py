"""The engine that is not there, for drafts from elsewhere on a machine without models."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.engine import Alignment, Hypothesis, Pair


class NoEngine:
    """Translates nothing, aligns nothing, and prefers nothing: the context alone decides."""

    carriers = False

    def length(self, sentence: str) -> int:
        """Return 0: no sentence is too long to be looked at."""
        del sentence
        return 0

    def translate(
        self, sentences: Sequence[str], hypotheses: int = 1, beam: int = 0
    ) -> list[list[Hypothesis]]:
        """Return no translation of any sentence."""
        del hypotheses, beam
        return [[] for _ in sentences]

    def complete(self, prefixes: Sequence[Pair]) -> list[Hypothesis]:
        """Return the prefixes as they are."""
        return [Hypothesis(start, 0.0) for _, start in prefixes]

    def score(self, pairs: Sequence[Pair]) -> list[float]:
        """Return the same score for all."""
        return [0.0] * len(pairs)

    def align(self, pairs: Sequence[Pair]) -> list[Alignment | None]:
        """Return None for each pair."""
        return [None] * len(pairs)
