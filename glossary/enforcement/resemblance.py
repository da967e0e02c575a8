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
_LONG = regex.compile(r"\p{L}{4,}")
_PAUSE = regex.compile(r"[,;:.!?()«»“”،۔؛؟—–]")
_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION})
_ALIKE = 0.6  # consonants of one name in two transliterations share more than this
_SHORTER = 0.7  # consonants that the shorter of two has for every one of the longer
_SURNAME_ALIKE, _FAINTLY_ALIKE = 0.5, 0.3
_ALIKE_ALONE = 0.75  # a word by itself, in a script without capitals
_PART = 0.9  # what the likeness of a part of a name counts
_HALF, _MOST = 0.44, 0.7  # of a rendering
_SHORTEST_STEM, _STEM_SHARE, _LONGEST_ENDING = 3, 0.75, 4


class Word(NamedTuple):
    """A word of the plain text of a draft: where it stands, and the text itself."""

    place: Place
    text: str


class _Share(NamedTuple):
    """How much of a rendering a run has, in letters or words, and how many words of it in their own place."""

    size: float
    in_place: int


_NOTHING = _Share(0.0, 0)


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
    there = words(draft)
    sizes = {len(wanted), *(() if kind is Kind.ORGANIZATION else (max(1, len(wanted) - 1), 1))}
    best: tuple[float, Place] | None = None
    for size in sorted(sizes) if kind in _NAMES else ():
        for run in _runs(draft, there, size):
            if any(lexicon.rules.ends_open(run[edge].text) for edge in (0, -1)):
                continue
            if kind is Kind.PERSON and not _may_be_surname(wanted[-1], run[-1].text):
                continue
            sound = _sounding_like(name if size > 1 else wanted[-1], draft.text_at(_span(run)))
            weighted = sound * (1.0 if size == len(wanted) else _PART)
            alone = size == 1 and not _has_case(run[0].text)
            if sound >= (_ALIKE_ALONE if alone else _ALIKE) and (best is None or weighted > best[0]):
                best = weighted, _span(run)
    if best is not None:
        yield _with_first_names(best[1], there, wanted) if kind is Kind.PERSON else best[1]


def _may_be_surname(name: str, word: str) -> bool:
    """Return whether a word may be a surname in other letters; one of a single consonant may be any."""
    return len(romanization.consonants(name)) < 2 or romanization.likeness(name, word) >= _SURNAME_ALIKE


def _with_first_names(place: Place, there: Sequence[Word], wanted: Sequence[str]) -> Place:
    """Return a place with the words before it that sound like words of the name, too."""
    parts = [part for word in wanted[:-1] for part in word.split("-")]
    for word in reversed([w for w in there if w.place.piece == place.piece and w.place.end < place.start]):
        if not any(_sounding_like(part, word.text) >= _ALIKE for part in parts):
            break
        place = place._replace(start=word.place.start)
    return place


def may_render(text: str, match: Match) -> bool:
    """Return whether words may render a term at all: persons and places have capitals where the script has.

    Where it has not, a person's name sounds at least a little like itself.
    """
    kind, name = match.entry.term.kind, match.entry.term.text
    if kind not in (Kind.PERSON, Kind.PLACE):
        return True
    if _has_case(text):
        return text != text.lower()
    return kind is Kind.PLACE or romanization.likeness(name, text) >= _FAINTLY_ALIKE


def overlapping(draft: Draft, match: Match, outside: str, lexicon: Lexicon) -> Iterator[Place]:
    """Yield where half of the words of a rendering stand, endings aside, as in a literal translation.

    `outside` is the source without its terms: where that has a word of the term, too, as in *the Supreme
    Court and the High Court*, nobody knows whose words stand there, but for a run that has most of them.
    """
    rendering = match.entry.rendering
    elsewhere = set(WORD.findall(match.entry.term.text.lower())) & set(_LONG.findall(outside.lower()))
    least = _MOST if elsewhere else _HALF
    there = words(draft)
    folded = [_folded(word.text, lexicon) for word in there]
    best: tuple[_Share, Place] | None = None
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
                surname = any(len(wanted) - 1 in known[word] for word in run)
                fits = surname or match.entry.term.kind is not Kind.PERSON
                if fits and share.size >= least and (best is None or share > best[0]):
                    best = share, _span(run)
    if best is not None:
        yield best[1]


def _sounding_like(name: str, words: str) -> float:
    """Return how alike a name and words of a draft sound; not at all where those can be no name.

    Names have capitals where the script has them. Where it has not, those of another length are common words.
    """
    if _has_case(words):
        return romanization.likeness(name, words) if words != words.lower() else 0.0
    readings = [reading for reading in romanization.readings(words) if _as_long(name, reading)]
    return max((romanization.likeness(name, reading) for reading in readings), default=0.0)


def _has_case(text: str) -> bool:
    return text.lower() != text.upper()


def _as_long(name: str, words: str) -> bool:
    shorter, longer = sorted(len(romanization.consonants(text)) for text in (name, words))
    return shorter >= _SHORTER * longer


def _shared(
    run: Sequence[Word], wanted: Sequence[str], cognates: Mapping[Word, frozenset[int]], lexicon: Lexicon
) -> _Share:
    """Return the share of a rendering that a run has; none where the run has too much.

    `cognates` are the numbers of the words of the rendering that each word may be. What is none of them may
    stand in the place of one; a preposition or the like may only stand between words of the rendering.
    """
    known = frozenset().union(*(cognates[word] for word in run))
    if not known:
        return _NOTHING
    strange = [word.text for word in run if not cognates[word]]
    if not (cognates[run[0]] and cognates[run[-1]]) and any(map(lexicon.rules.ends_open, strange)):
        return _NOTHING
    last = len(wanted) - 1
    for word, edge in ((run[0], 0), (run[-1], last)):
        # As many words may be in another order: غیر ملکی دفتر for دفتر خارجہ.
        free = [e for e in ((0, last) if len(run) == len(wanted) else (edge,)) if e not in known]
        if not cognates[word] and _capitals(word.text) not in [_capitals(wanted[e]) for e in free]:
            return _NOTHING
    letters = sum(len(wanted[n]) for n in known) / sum(map(len, wanted))
    words = len(known) / len(wanted) if len(wanted) > 2 else 0.0  # one of two may be any minister
    return _Share(max(letters, words), sum(n in cognates[word] for n, word in enumerate(run)))


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
        if whole and not _PAUSE.search(draft.text_at(_span(run))):
            yield run


def _span(run: Sequence[Word]) -> Place:
    return Place(run[0].place.piece, run[0].place.start, run[-1].place.end)
