"""Names that the glossary lacks: where they stand in a source, and which word of the translation is each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import regex

from glossary import recognition
from glossary.checks.passage import View
from glossary.enforcement.lexicon import lower
from glossary.model import Kind
from glossary.text import TargetLanguage, en_names, generic, letters, romanization

Span = tuple[int, int]

_KINDS = (Kind.PERSON, Kind.PLACE)
_SHORTEST = 4  # letters of a name's word that can be told from others by its sound
_CONSONANTS = 3
_LIKE = 0.75  # from this on a word is the name, by the mean of sound and letters

_NAME = regex.compile(r"\p{Lu}\p{L}+")
_WITHIN = regex.compile(r"[\p{L}\d,] $")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\u200c'’]*")


class Place(NamedTuple):
    """A word of a name that the glossary lacks: the whole name, the word, and its place in the source."""

    view: View
    name: str
    word: str
    span: Span

    @property
    def within_sentence(self) -> bool:
        """Whether a word stands before it, so that its capital is its own."""
        return bool(_WITHIN.search(self.view.passage.source.text, 0, self.span[0]))

    def words(self, span: Span) -> str:
        """Return the part of the translation in a span."""
        return self.view.passage.target.text[slice(*span)]


def unlisted(view: View) -> Iterator[Place]:
    """Yield the words of persons and places in the source that no term covers, everyday words left out."""
    source = view.passage.source.text
    for start, end, kind in recognition.candidates(source, view.matches):
        if kind not in _KINDS:
            continue
        for found in _NAME.finditer(source, start, end):
            word = found.group()
            if len(word) >= _SHORTEST and not word.isupper() and not en_names.is_common(word.lower()):
                yield Place(view, source[start:end], word, found.span())


def spellings(places: Sequence[Place]) -> dict[str, list[tuple[Place, Span]]]:
    """Return where the translations have a word of a name, by its spellings; what is in doubt is left out.

    A spelling is the first of the words that may be forms of one name.
    """
    found: dict[str, list[tuple[Place, Span]]] = {}
    known: dict[str, str] = {}
    for place in places:
        words = _free_words(place.view)
        word = next((word for word in words if word in known), None) or _located(place, words)
        if word:
            nearest = _nearest(word, known, place.view.judge.lexicon.rules)
            spelling = known.setdefault(word, known.get(nearest, word))
            found.setdefault(spelling, []).append((place, words[word]))
    return found


def _nearest(word: str, known: Iterable[str], rules: TargetLanguage) -> str:
    """Return the known word that is likeliest a form of the same name, an empty string where none is."""
    same = (other for other in known if rules.one_name(other, word))
    return max(same, key=lambda other: generic.shared_start(other, word), default="")


def _free_words(view: View) -> dict[str, Span]:
    """Return the words of a translation that may be names and render no term, with the last place of each."""
    taken, skeleton = view.slots.values(), view.judge.lexicon.rules.skeleton
    return {
        lower(skeleton(found.group())[0]): found.span()
        for found in _WORD.finditer(view.passage.target.text)
        if _may_be_name(found.group()) and all(found.end() <= a or b <= found.start() for a, b in taken)
    }


def _may_be_name(word: str) -> bool:
    """Return whether a word has a capital, if its script has any, and no letter of another script."""
    return word[0].upper() == word[0] and not any(letters.look_alikes(word))


def _located(place: Place, words: Iterable[str]) -> str | None:
    """Return the word that the word of a name is like in sound and letters; None where none or others are."""
    if len(romanization.consonants(place.word)) < _CONSONANTS:
        return None
    rules = place.view.judge.lexicon.rules
    proposal = lower(rules.skeleton(rules.transliterated(place.word))[0])
    alike = {word: likeness for word in words if (likeness := _likeness(place.word, proposal, word)) >= _LIKE}
    best = max(alike, key=lambda word: alike[word], default=None)
    return best if best and all(rules.one_name(best, word) for word in alike) else None


def _likeness(name: str, proposal: str, word: str) -> float:
    """Return how much a word may be a name, from 0 to 1, by its sound and by the name's transliteration."""
    spelling = SequenceMatcher(None, proposal, word, autojunk=False).ratio()
    return (spelling + romanization.likeness(name, word)) / 2 if spelling > 2 * _LIKE - 1 else 0.0
