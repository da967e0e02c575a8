"""Words of a draft that look or sound like a term's rendering: the same name or phrase put another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

import regex

from glossary.enforcement.draft import Draft, Place
from glossary.enforcement.lexicon import Lexicon, lower
from glossary.model import Kind, Match
from glossary.text import romanization

# The Urdu غیر makes one word with the next: غیر ملکی is foreign, ملکی is not.
WORD = regex.compile(r"(?:غیر )?[\p{L}\p{M}\p{N}]+(?:[-‐‑'’\u200c][\p{L}\p{M}\p{N}]+)*")
_PAUSE = regex.compile(r"[,;:.!?()«»“”،۔؛؟—–]")
_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION})
_ALIKE = 0.6  # consonants of one name in two transliterations share more than this
_SHORTER = 0.7  # consonants that the shorter of two has for every one of the longer
_PART = 0.9  # what the likeness of a part of a name counts
_HALF = 0.45  # of the letters of a rendering
_SHORTEST_STEM, _STEM_SHARE, _LONGEST_ENDING = 3, 0.75, 4


class Word(NamedTuple):
    """A word of the plain text of a draft: where it stands, and the text itself."""

    place: Place
    text: str


def words(draft: Draft) -> list[Word]:
    """Return the words of the plain text of a draft."""
    return [
        Word(Place(i, found.start(), found.end()), found.group())
        for i, text in draft.plain()
        for found in WORD.finditer(text)
    ]


def alike(draft: Draft, match: Match, lexicon: Lexicon) -> Iterator[Place]:
    """Yield the run of words that sounds most like a name, where one does.

    Part of a name may stand for it, of a person's or a place's even its last word. No name begins or ends
    with a preposition or the like.
    """
    name, kind = match.entry.term.text, match.entry.term.kind
    wanted = WORD.findall(name)
    sizes = {len(wanted), *(() if kind is Kind.ORGANIZATION else (max(1, len(wanted) - 1), 1))}
    best: tuple[float, Place] | None = None
    for size in sorted(sizes) if kind in _NAMES else ():
        for run in _runs(draft, words(draft), size):
            if any(lexicon.rules.ends_open(run[edge].text) for edge in (0, -1)):
                continue
            sound = _sounding_like(name if size > 1 else wanted[-1], _text(draft, _span(run)))
            weighted = sound * (1.0 if size == len(wanted) else _PART)
            if sound >= _ALIKE and (best is None or weighted > best[0]):
                best = weighted, _span(run)
    if best is not None:
        yield best[1]


def overlapping(draft: Draft, match: Match, lexicon: Lexicon) -> Iterator[Place]:
    """Yield where half of the words of a rendering stand, endings aside, as in a literal translation."""
    rendering = match.entry.rendering
    there = words(draft)
    folded = [_folded(word.text, lexicon) for word in there]
    best: tuple[float, Place] | None = None
    for text in (rendering.text, *rendering.admitted, *rendering.forbidden):
        wanted = WORD.findall(text)
        if len(wanted) < 2:
            continue
        sought = [_folded(word, lexicon) for word in wanted]
        cognates = [
            frozenset(n for n, other in enumerate(sought) if _cognate(word, other)) for word in folded
        ]
        known = dict(zip(there, cognates, strict=True))
        for size in (len(wanted), len(wanted) - 1, len(wanted) + 1):
            for run in _runs(draft, there, size) if size > 1 and any(cognates) else ():
                share = _shared(run, wanted, known, lexicon)
                if share >= _HALF and (best is None or share > best[0]):
                    best = share, _span(run)
    if best is not None:
        yield best[1]


def _sounding_like(name: str, words: str) -> float:
    """Return how alike a name and words of a draft sound; not at all where those can be no name.

    Names have capitals where the script has them. Where it has not, those of another length are common words.
    """
    if words[0].islower():
        return 0.0
    if words[0].isupper():
        return romanization.likeness(name, words)
    readings = (words, words.replace("و", ""))  # a consonant or a vowel
    return max((romanization.likeness(name, r) for r in readings if _as_long(name, r)), default=0.0)


def _as_long(name: str, words: str) -> bool:
    shorter, longer = sorted(len(romanization.consonants(text)) for text in (name, words))
    return shorter >= _SHORTER * longer


def _shared(
    run: Sequence[Word], wanted: Sequence[str], cognates: Mapping[Word, frozenset[int]], lexicon: Lexicon
) -> float:
    """Return the share of a rendering, in letters or words, that a run has; 0 where the run has too much.

    `cognates` are the numbers of the words of the rendering that each word may be. What is none of them may
    stand in the place of one; a preposition or the like may only stand between words of the rendering.
    """
    known = frozenset().union(*(cognates[word] for word in run))
    if not known:
        return 0.0
    strange = [word.text for word in run if not cognates[word]]
    if not (cognates[run[0]] and cognates[run[-1]]) and any(map(lexicon.rules.ends_open, strange)):
        return 0.0
    last = len(wanted) - 1
    for word, edge in ((run[0], 0), (run[-1], last)):
        # As many words may be in another order: غیر ملکی دفتر for دفتر خارجہ.
        free = [e for e in ((0, last) if len(run) == len(wanted) else (edge,)) if e not in known]
        if not cognates[word] and _capitals(word.text) not in [_capitals(wanted[e]) for e in free]:
            return 0.0
    same = sum(len(wanted[n]) for n in known)
    return max(same / sum(map(len, wanted)), len(known) / len(wanted))


def _folded(word: str, lexicon: Lexicon) -> str:
    return lower(lexicon.rules.skeleton(word)[0])


def _cognate(word: str, other: str) -> bool:
    """Return whether two words differ in no more than their endings."""
    if word == other or word[:_SHORTEST_STEM] != other[:_SHORTEST_STEM]:
        return word == other
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    least = max(_SHORTEST_STEM, _STEM_SHARE * min(len(word), len(other)))
    ending = max(len(word), len(other)) - shared
    return shared >= least and ending <= _LONGEST_ENDING


def _capitals(word: str) -> tuple[bool, bool]:
    return word[:1].isupper(), word.isupper()


def _runs(draft: Draft, there: Sequence[Word], size: int) -> Iterator[Sequence[Word]]:
    """Yield the runs of so many words that no term or pause divides."""
    for first in range(len(there) - size + 1):
        run = there[first : first + size]
        whole = run[0].place.piece == run[-1].place.piece
        if whole and not _PAUSE.search(_text(draft, _span(run))):
            yield run


def _span(run: Sequence[Word]) -> Place:
    return Place(run[0].place.piece, run[0].place.start, run[-1].place.end)


def _text(draft: Draft, place: Place) -> str:
    text = draft.pieces[place.piece]
    assert isinstance(text, str)
    return text[place.start : place.end]
