"""Translations of a sentence that were tried, and which of two keeps more of what must come through."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.enforcement.draft import Draft, Sentence
from glossary.text import numbers


@dataclass(frozen=True, slots=True)
class Attempt:
    """A draft of a sentence, and how its terms travelled.

    `carried` are the occurrences that were carriers, `spans` says where each occurrence stands in
    `draft.source`, `hopeless` are those that no step could place.
    """

    sentence: Sentence
    carried: tuple[int, ...]
    spans: dict[int, tuple[int, int]]
    draft: Draft
    hopeless: frozenset[int] = frozenset()

    def missing(self) -> list[int]:
        """Return the occurrences that have no slot and may still get one."""
        done = self.draft.placed() | self.hopeless
        return [i for i in range(len(self.sentence.matches)) if i not in done]

    def lost(self) -> set[int]:
        """Return the occurrences whose carriers did not come back."""
        return set(self.carried) - self.draft.placed()

    def doubled(self) -> bool:
        """Return whether a carrier came back more than once."""
        return self.draft.standing_once() < len(self.draft.placed())


def kept(sentence: Sentence, draft: Draft) -> tuple[int, int]:
    """Return how well a draft keeps what must come through: terms that stand once, then numbers."""
    return draft.standing_once(), -numbers_lost(sentence, draft)


def numbers_lost(sentence: Sentence, draft: Draft) -> int:
    """Return how many numbers of the sentence its draft seems to have otherwise."""
    return sum(1 for _ in numbers.lost(sentence.text, draft.text()))


def loses(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Return whether a draft keeps less than another, or lacks a term that that has."""
    return kept(sentence, draft) < kept(sentence, other) or not draft.placed() >= other.placed()
