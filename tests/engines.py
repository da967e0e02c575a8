"""Engines that say what a test tells them to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from glossary.engine import Alignment, Hypothesis, Pair


class Scripted:
    """Answers each sentence from a table; scores and alignments by the functions given."""

    def __init__(
        self,
        answers: dict[str, Sequence[str]],
        *,
        carriers: bool = False,
        score: Callable[[str, str], float] = lambda source, target: 0.0,
        align: Callable[[str, str], Alignment | None] = lambda source, target: None,
    ) -> None:
        self.carriers = carriers
        self.asked: list[str] = []
        self._answers = answers
        self._score = score
        self._align = align

    def length(self, sentence: str) -> int:
        return len(sentence.split())

    def translate(
        self, sentences: Sequence[str], hypotheses: int = 1, beam: int = 0
    ) -> list[list[Hypothesis]]:
        del beam
        self.asked += sentences
        return [
            [Hypothesis(text, -0.1 * rank) for rank, text in enumerate(self._answers.get(s, ()))][:hypotheses]
            for s in sentences
        ]

    def complete(self, prefixes: Sequence[Pair]) -> list[Hypothesis]:
        return [Hypothesis(start, 0.0) for _, start in prefixes]

    def score(self, pairs: Sequence[Pair]) -> list[float]:
        return [self._score(*pair) for pair in pairs]

    def align(self, pairs: Sequence[Pair]) -> list[Alignment | None]:
        return [self._align(*pair) for pair in pairs]


def prefers(*phrases: str) -> Callable[[str, str], float]:
    """A score that rises with every one of the phrases that a translation has."""
    return lambda source, target: float(sum(phrase in target for phrase in phrases))
