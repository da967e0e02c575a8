"""Where in a draft a term's wrong rendering stands, by votes; or the gap where it was dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from glossary.enforcement import resemblance
from glossary.enforcement.assignment import longest
from glossary.enforcement.draft import Draft, Place
from glossary.enforcement.lexicon import Lexicon
from glossary.enforcement.resemblance import WORD, words
from glossary.engine import Alignment
from glossary.matcher import matches_case
from glossary.model import Kind, Match

MOST_PLACES, MOST_GAPS = 3, 2

_SHORTEST_ACRONYM = 3
_MOSTLY = 0.5  # of the attention that a word pays
_OPENING, _CLOSING = '«„“"', '»“”"'


def places(
    draft: Draft,
    match: Match,
    source_span: tuple[int, int] | None,
    alignment: Alignment | None,
    bare: str,
    outside: str,
    lexicon: Lexicon,
) -> list[Place]:
    """Return up to three places that may hold a wrong rendering of an occurrence, likeliest first.

    `source_span` is where the term stands in `draft.source`, `bare` the engine's translation of the term
    alone, `outside` the source without its terms. Forbidden renderings and words left in English are certain;
    of what is not, the sound of a name weighs most, and of as likely ones the longest is taken.
    """
    certain = [*forbidden(draft, match, lexicon), *_left_in_english(draft, match)]
    if certain:
        return [_with_quotes(draft, place, match) for place in certain[:MOST_PLACES]]
    votes: Counter[Place] = Counter()
    for place in resemblance.overlapping(draft, match, outside, lexicon):
        votes[place] += 2
    for place in resemblance.alike(draft, match, lexicon):
        votes[place] += 2 if match.entry.term.kind is Kind.ORGANIZATION else 3
    for place in _quoted(draft, bare):
        votes[place] += 2
    if alignment is not None and source_span is not None:
        for place in _attending(draft, source_span, alignment):
            votes[place] += 2 * resemblance.may_render(draft.text_at(place), match)
    ranked = sorted(+votes, key=lambda place: (votes[place], place.end - place.start), reverse=True)
    near = [place for place in ranked[:MOST_PLACES] if 2 * votes[place] > votes[ranked[0]]]
    return [_with_quotes(draft, place, match) for place in near]


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
    """Yield where the plain text has the term as the source has it, or its initials, which that has not."""
    term = match.entry.term
    texts = [f"(?i:{regex.escape(text)})" for text in (term.text, *term.aliases)]
    initials = "".join(word[0] for word in WORD.findall(term.text) if word[0].isupper())
    if term.kind is Kind.ORGANIZATION and len(initials) >= _SHORTEST_ACRONYM:
        texts += [initials] if initials.lower() not in draft.source.lower() else []
    pattern = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}@._-])(?:{'|'.join(texts)})(?![\p{{L}}\p{{N}}@_-]|\.\p{{L}})"
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
    """Return up to two gaps between words, beside the translations of the words around a dropped term."""
    if alignment is None or source_span is None:
        return []
    start, end = source_span

    def distance(s: int) -> int:
        first, last = alignment.source[s]
        return max(start - last, first - end, 0)

    near = [s for s, (first, last) in enumerate(alignment.source) if last <= start or end <= first]
    found: list[Place] = []
    for s in sorted(near, key=distance)[: 2 * MOST_GAPS]:
        row = max(range(len(alignment.target)), key=lambda t: alignment.weights[t][s])
        for edge in alignment.target[row]:
            place = _gap_near(draft, edge)
            if place is not None and place not in found:
                found.append(place)
    return found[:MOST_GAPS]


def _gap_near(draft: Draft, at: int) -> Place | None:
    """Return the gap at the blank nearest to a code point of the engine's text."""
    text = draft.engine_text()
    blanks = [i for i, c in enumerate(text) if c.isspace()]
    for blank in sorted(blanks, key=lambda i: abs(i - at))[:1]:
        return draft.place_at(blank + 1, blank + 1) or draft.place_at(blank, blank)
    return None


def _quoted(draft: Draft, bare: str) -> Iterator[Place]:
    """Yield where the engine's translation of the bare term stands, endings aside."""
    stems = [regex.escape(w[: max(3, len(w) - 2)]) + r"[\p{L}\p{M}]*" for w in WORD.findall(bare)]
    if not stems:
        return
    pattern = regex.compile(r"(?<![\p{L}\p{M}])" + r"\W{1,2}".join(stems), regex.IGNORECASE)
    for i, text in draft.plain():
        for found in pattern.finditer(text):
            yield Place(i, found.start(), found.end())


def _attending(draft: Draft, source_span: tuple[int, int], alignment: Alignment) -> Iterator[Place]:
    """Yield the first run of words that attend mostly to the term."""
    start, end = source_span
    wanted = [s for s, (a, b) in enumerate(alignment.source) if start <= a and b <= end and a < b]
    if not wanted:
        return
    run: list[Place] = []
    for place, _ in words(draft):
        if _attention(draft, place, wanted, alignment) >= _MOSTLY:
            if run and place.piece != run[0].piece:
                break
            run.append(place)
        elif run:
            break
    if run:
        yield Place(run[0].piece, run[0].start, run[-1].end)


def _attention(draft: Draft, word: Place, wanted: Sequence[int], alignment: Alignment) -> float:
    """Return the mean share of attention that the tokens of a word pay to source tokens `wanted`."""
    base = sum(len(p) if isinstance(p, str) else len(p.symbol or p.text) for p in draft.pieces[: word.piece])
    start, end = base + word.start, base + word.end
    rows = [t for t, (a, b) in enumerate(alignment.target) if a < end and b > start]
    if not rows:
        return 0.0
    return sum(sum(alignment.weights[t][s] for s in wanted) for t in rows) / len(rows)
