"""Language rules: what is compared, what inflects and how, one module per language.

Russian and Urdu have full rules; every other target language gets the generic ones.
"""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from glossary.model import Features, Form, Kind, Rendering
from glossary.text.generic import Demand

FULL_RULES = ("ru", "ur")


class TargetLanguage(Protocol):
    """What enforcement and checks need to know of a target language."""

    CARRIERS_HAVE_CASE: bool

    def skeleton(self, text: str) -> tuple[str, list[int]]:
        """Return `text` as it is compared, and for each of its characters the offset it came from."""

    def is_word(self, char: str) -> bool:
        """Return whether `char` belongs to a word."""

    def onset(self, word: str) -> str:
        """Return letters that every form of `word` begins with; none where nobody is sure of any."""

    def paradigm(self, rendering: Rendering, kind: Kind) -> tuple[Form, ...]:
        """Return every form of a rendering, its citation form first."""

    def grammatical_gender(self, rendering: Rendering, kind: Kind) -> str:
        """Return the UD gender of a rendering (`Masc`, `Fem`, `Neut`): as its catalog says, else a guess."""

    def known_gender(self, rendering: Rendering, kind: Kind) -> str | None:
        """Return the UD gender that catalog or dictionary is sure of, or None."""

    def ruled_cases(self, before: str) -> frozenset[str]:
        """Return the UD cases that the word at the end of `before` is sure to allow; none where none is."""

    def apposed_cases(self, before: str, cases: frozenset[str], after: str) -> frozenset[str]:
        """Return the UD cases that a name shares with the title or name before it; none where it is doubtful.

        What is before stands in one of `cases` after the text `before`, `after` follows the name.
        """

    def demanded(self, before: str, after: str, replaced: str, text: str, *, plural: bool) -> Demand:
        """Return what the words around ask of a noun, cited as `text`, that stands where `replaced` stood."""

    def agreed(
        self, before: str, after: str, replaced: str, features: Features, gender: str
    ) -> tuple[str, str]:
        """Return the text around a noun that stands where `replaced` stood, in agreement with it.

        `features` are those of its form, `gender` is empty where nobody is sure of it.
        """

    def governed_case(self, after: str) -> str | None:
        """Return the UD case that the text after a noun asks of it, or None where that decides nothing."""

    def possible_cases(self, replaced: str) -> frozenset[str]:
        """Return the UD cases that a phrase may stand in; none where none is known."""

    def case_scores(self, before: str, after: str, kind: Kind, gender: str) -> dict[str, float]:
        """Return the log-probability of each UD case between two stretches; nothing where none can tell."""

    def transliterated(self, name: str) -> str:
        """Return a name written in English in the letters of the language: a proposal, never approved."""

    def one_name(self, one: str, other: str) -> bool:
        """Return whether two words, as skeletons in small letters, may be forms of one name."""

    def joined(self, before: str, form: str) -> str:
        """Return the text `before` as it must be when `form` follows it."""

    def ends_open(self, before: str) -> bool:
        """Return whether a noun phrase begins after `before`: its last word, if any, is in none."""

    def begins_open(self, after: str) -> bool:
        """Return whether a name may end before `after`: no sign or word of its phrase begins that."""

    def punctuated(self, signs: str) -> str:
        """Return the signs around names, each a control character, as the language writes them."""


def target_language(code: str) -> TargetLanguage:
    """Return the rules of the language `code` (`ru`, `ur`, or a generic set for any other)."""
    base = code.replace("_", "-").partition("-")[0]
    module = importlib.import_module(f".{base if base in FULL_RULES else 'generic'}", __name__)
    return cast("TargetLanguage", module)
