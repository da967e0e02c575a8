"""Where in a draft a term's wrong rendering stands, by votes; or the gap where it was dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from glossary.enforcement.assignment import longest
from glossary.enforcement.draft import Draft, Place
from glossary.enforcement.lexicon import Lexicon
from glossary.engine import Alignment
from glossary.matcher import matches_case
from glossary.model import Kind, Match
from glossary.text import romanization

MOST_PLACES = 3

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[-‐‑'’\u200c][\p{L}\p{M}\p{N}]+)*")
_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION})
_PAUSE = regex.compile(r"[,;:.!?()«»“”،۔؛؟—–]")
_OPENING, _CLOSING = '«„“"', '»“”"'
_HALF = 0.45
_SHORTEST_STEM = 5
_ALIKE = 0.6  # consonants of one name in two transliterations share more than this

Words = list[tuple[int, int, int]]
"""Piece, start and end of each word of the plain text of a draft."""


def places(
    draft: Draft,
    match: Match,
    source_span: tuple[int, int] | None,
    alignment: Alignment | None,
    bare: str,
    lexicon: Lexicon,
) -> list[Place]:
    """Return up to three places that may hold a wrong rendering of an occurrence, likeliest first.

    `source_span` is where the term stands in `draft.source`, `bare` the engine's translation of the term
    alone. Forbidden renderings and words left in English are certain; of what is not, sound weighs most.
    """
    certain = [*forbidden(draft, match, lexicon), *_left_in_english(draft, match)]
    if certain:
        return [_with_quotes(draft, place, match) for place in certain[:MOST_PLACES]]
    votes: Counter[Place] = Counter()
    words = _words(draft)
    if match.entry.term.kind in _NAMES:
        for place in _alike(draft, words, match.entry.term.text):
            votes[place] += 3
    for place in _overlapping(draft, words, match, lexicon):
        votes[place] += 2
    for place in _quoted(draft, bare):
        votes[place] += 2
    if alignment is not None and source_span is not None:
        for place in _attending(draft, words, source_span, alignment):
            votes[place] += 2
    return [_with_quotes(draft, place, match) for place, _ in votes.most_common(MOST_PLACES)]


def forbidden(draft: Draft, match: Match, lexicon: Lexicon) -> Iterator[Place]:
    """Yield where the plain text has a forbidden rendering of an occurrence.

    Where an approved one stands already, others may be those of a common word: *Dawn* writes of the dawn.
    """
    found = [
        Place(i, *span)
        for i, text in draft.plain()
        for span in longest([(f.start, f.end) for f in lexicon.forbidden_in(text, match.entry)])
    ]
    placed = found and any(lexicon.readings(s.text, lexicon.approved(match.entry)) for s in draft.slots())
    yield from found[: len(found) - _common_words(draft.source, match)] if placed else found


def _common_words(source: str, match: Match) -> int:
    """Return how often a source has the words of a term in small letters, where those are no term."""
    common = match.entry.term.text.lower()
    if not matches_case(match.entry) or common == match.entry.term.text:
        return 0
    return len(regex.findall(rf"(?<!\w){regex.escape(common)}(?!\w)", source))


def _left_in_english(draft: Draft, match: Match) -> Iterator[Place]:
    """Yield where the plain text has the term as the source has it."""
    term = match.entry.term
    texts = "|".join(map(regex.escape, (term.text, *term.aliases)))
    pattern = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}@._-])(?:{texts})(?![\p{{L}}\p{{N}}@_-]|\.\p{{L}})", regex.I
    )
    for i, text in draft.plain():
        for found in pattern.finditer(text):
            yield Place(i, found.start(), found.end())


def _with_quotes(draft: Draft, place: Place, match: Match) -> Place:
    """Return the place with the quotation marks around it, where the rendering brings its own."""
    text = draft.pieces[place.piece]
    assert isinstance(text, str)
    around = text[place.start - 1 : place.start], text[place.end : place.end + 1]
    quoted = match.entry.rendering.text[:1] in _OPENING and around[0] in _OPENING and around[1] in _CLOSING
    return Place(place.piece, place.start - 1, place.end + 1) if quoted and all(around) else place


def gaps(draft: Draft, source_span: tuple[int, int] | None, alignment: Alignment | None) -> list[Place]:
    """Return up to three gaps between words, beside the translations of the words around a dropped term."""
    if alignment is None or source_span is None:
        return []
    start, end = source_span

    def distance(s: int) -> int:
        first, last = alignment.source[s]
        return max(start - last, first - end, 0)

    near = [s for s, (first, last) in enumerate(alignment.source) if last <= start or end <= first]
    found: list[Place] = []
    for s in sorted(near, key=distance)[: 2 * MOST_PLACES]:
        row = max(range(len(alignment.target)), key=lambda t: alignment.weights[t][s])
        for edge in alignment.target[row]:
            place = _gap_near(draft, edge)
            if place is not None and place not in found:
                found.append(place)
    return found[:MOST_PLACES]


def _gap_near(draft: Draft, at: int) -> Place | None:
    """Return the gap at the blank nearest to a code point of the engine's text."""
    text = draft.engine_text()
    blanks = [i for i, c in enumerate(text) if c.isspace()]
    for blank in sorted(blanks, key=lambda i: abs(i - at))[:1]:
        return draft.place_at(blank + 1, blank + 1) or draft.place_at(blank, blank)
    return None


def _words(draft: Draft) -> Words:
    return [(i, w.start(), w.end()) for i, text in draft.plain() for w in _WORD.finditer(text)]


def _alike(draft: Draft, words: Words, name: str) -> Iterator[Place]:
    """Yield the run of words that sounds most like a name, where one does."""
    wanted = _WORD.findall(name)
    best: tuple[float, Place] | None = None
    for size in {len(wanted), 1}:
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            if run[0][0] != run[-1][0]:
                continue
            place = Place(run[0][0], run[0][1], run[-1][2])
            likeness = romanization.likeness(name if size > 1 else wanted[-1], _text(draft, place))
            weighted = likeness * (1.0 if size == len(wanted) else 0.9)
            if likeness >= _ALIKE and (best is None or weighted > best[0]):
                best = (weighted, place)
    if best is not None:
        yield best[1]


def _overlapping(draft: Draft, words: Words, match: Match, lexicon: Lexicon) -> Iterator[Place]:
    """Yield where half of the words of a rendering stand, endings aside, as in a literal translation."""
    rendering = match.entry.rendering
    best: tuple[float, Place] | None = None
    for text in (rendering.text, *rendering.admitted, *rendering.forbidden):
        wanted = [_stem(word, lexicon) for word in _WORD.findall(text)]
        for first in range(len(words) - len(wanted) + 1) if len(wanted) > 1 else ():
            run = words[first : first + len(wanted)]
            place = Place(run[0][0], run[0][1], run[-1][2])
            if run[0][0] != run[-1][0] or _PAUSE.search(_text(draft, place)):
                continue
            there = [_stem(_text(draft, Place(*word)), lexicon) for word in run]
            share = sum(len(stem) for stem in set(wanted) & set(there)) / sum(map(len, wanted))
            if share >= _HALF and (best is None or share > best[0]):
                best = share, place
    if best is not None:
        yield best[1]


def _stem(word: str, lexicon: Lexicon) -> str:
    """Return a word as it is compared, without the letters that inflection and derivation change."""
    plain = lexicon.rules.skeleton(word)[0].lower()
    return plain if len(plain) < _SHORTEST_STEM else plain[: max(_SHORTEST_STEM - 1, len(plain) - 4)]


def _quoted(draft: Draft, bare: str) -> Iterator[Place]:
    """Yield where the engine's translation of the bare term stands, endings aside."""
    stems = [regex.escape(w[: max(3, len(w) - 2)]) + r"[\p{L}\p{M}]*" for w in _WORD.findall(bare)]
    if not stems:
        return
    pattern = regex.compile(r"(?<![\p{L}\p{M}])" + r"\W{1,2}".join(stems), regex.IGNORECASE)
    for i, text in draft.plain():
        for found in pattern.finditer(text):
            yield Place(i, found.start(), found.end())


def _attending(
    draft: Draft, words: Words, source_span: tuple[int, int], alignment: Alignment
) -> Iterator[Place]:
    """Yield the run of words that attends mostly to the term, or at least more than any other word."""
    start, end = source_span
    wanted = [s for s, (a, b) in enumerate(alignment.source) if start <= a and b <= end and a < b]
    if not wanted:
        return
    hits = [w for w in words if _attention(draft, w, wanted, alignment) >= 0.5]
    run: Words = []
    for word in hits:
        if run and word[0] == run[-1][0] and words.index(word) == words.index(run[-1]) + 1:
            run.append(word)
        elif not run:
            run = [word]
    if run:
        yield Place(run[0][0], run[0][1], run[-1][2])


def _attention(
    draft: Draft, word: tuple[int, int, int], wanted: Sequence[int], alignment: Alignment
) -> float:
    """Return the mean share of attention that the tokens of a word pay to source tokens `wanted`."""
    base = sum(len(p) if isinstance(p, str) else len(p.symbol or p.text) for p in draft.pieces[: word[0]])
    start, end = base + word[1], base + word[2]
    rows = [t for t, (a, b) in enumerate(alignment.target) if a < end and b > start]
    if not rows:
        return 0.0
    return sum(sum(alignment.weights[t][s] for s in wanted) for t in rows) / len(rows)


def _text(draft: Draft, place: Place) -> str:
    text = draft.pieces[place.piece]
    assert isinstance(text, str)
    return text[place.start : place.end]
