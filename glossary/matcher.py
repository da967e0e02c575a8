"""Finds terms in a source text: longest first, leftmost, never overlapping, on token boundaries.

An office in the plural that has owners beyond the one in the term is found apart from them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from glossary.model import OWNERS, Entry, Kind, Match, Rendering, Term
from glossary.text import en

LONGEST_ACRONYM = 4
"""How many letters a name in capitals has that may be an acronym of something else."""

_EXACT_KINDS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.WORK, Kind.EVENT})


class _Variant(NamedTuple):
    """One way to write a term."""

    rank: int  # headwords before aliases
    order: int  # then as they were loaded
    entry: Entry
    surface: str | None  # what must stand there, or None where letter case is free
    plural: bool


def copied(span: tuple[int, int], text: str, rendering: str | None = None) -> Match:
    """Return a match for what is no term: it comes through as it is, or in a fixed rendering."""
    fixed = Rendering(text if rendering is None else rendering, morph=(("Indecl", "Yes"),))
    # No catalog can have this context, so that no entry is taken for it.
    return Match(*span, Entry(Term("work/\0", text, translate=False), fixed), copied=True)


def apart(matches: Iterable[Match]) -> list[Match]:
    """Return the matches in order of position, without those that overlap one given before them."""
    kept: list[Match] = []
    for match in matches:
        at = bisect_left(kept, match.start, key=lambda other: other.start)
        free_before = at == 0 or kept[at - 1].end <= match.start
        free_after = at == len(kept) or match.end <= kept[at].start
        if free_before and free_after:
            kept.insert(at, match)
    return kept


def matches_case(entry: Entry) -> bool:
    """Return whether letter case decides: as the catalog says, else by kind and headword."""
    term = entry.term
    if term.match_case is not None:
        return term.match_case
    return term.kind in _EXACT_KINDS and term.text != term.text.lower()


def _has_further_owner(text: str, found: list[Match], i: int) -> bool:
    """Return whether match number `i` goes on: *and Iran*, *, Iran and China*, but not *and Iran's army*."""
    at = found[i].end
    for other in found[i + 1 :]:
        link = en.FURTHER.match(text, at)
        owns = other.entry.term.kind in OWNERS and not en.GOES_ON.match(text, other.end)
        if link is None or link.end() != other.start or not owns:
            return False
        if link[1] != ",":
            return True
        at = other.end
    return False


class _Tokens:
    """The tokens of a text as columns: offsets, surface (normalized, letter case kept) and folded surface."""

    def __init__(self, text: str) -> None:
        self.start: list[int] = []
        self.end: list[int] = []
        self.surface: list[str] = []
        self.folded: list[str] = []
        known: dict[str, tuple[str, str]] = {}
        for found in en.TOKEN.finditer(text):
            raw = found.group()
            if raw not in known:
                surface = en.normalized(raw)
                known[raw] = surface, surface.casefold()
            surface, folded = known[raw]
            start, end = found.span()
            self.start.append(start)
            self.end.append(end)
            self.surface.append(surface)
            self.folded.append(folded)

    def __len__(self) -> int:
        return len(self.start)

    def glued(self, i: int) -> bool:
        """Return whether nothing separates token `i` from the next one."""
        return 0 <= i < len(self.start) - 1 and self.end[i] == self.start[i + 1]

    def is_word(self, i: int) -> bool:
        """Return whether token `i` is a word or a number, not a sign."""
        return self.surface[i][0].isalnum()

    def keys(self, column: list[str]) -> list[str]:
        """Return the keys of all prefixes; a key has a blank wherever white space stood."""
        keys = [column[0]]
        for i in range(1, len(column)):
            keys.append(keys[-1] + ("" if self.glued(i - 1) else " ") + column[i])
        return keys


def _in_plural(tokens: _Tokens) -> list[str]:
    head = en.head_index(tokens.folded)
    return [en.plural(word) if i == head else word for i, word in enumerate(tokens.folded)]


def _variants(order: int, entry: Entry) -> Iterator[tuple[list[str], _Variant]]:
    """Yield the keys of a term's prefixes, the last of them the whole, with what stands there."""
    exact = matches_case(entry)
    for rank, text in enumerate((entry.term.text, *entry.term.aliases)):
        tokens = _Tokens(text)
        if not tokens:
            continue
        surface = tokens.keys(tokens.surface)[-1] if exact else None
        yield tokens.keys(tokens.folded), _Variant(min(rank, 1), order, entry, surface, plural=False)
        if not exact and tokens.folded[-1].isalpha():
            yield tokens.keys(_in_plural(tokens)), _Variant(min(rank, 1), order, entry, None, plural=True)


class Matcher:
    """All terms of a glossary, ready to be found.

    The table maps every prefix of every term, token by token, to the variants that end there. A look-up
    therefore costs the same however many terms there are.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._table: dict[str, tuple[_Variant, ...]] = {}
        for order, entry in enumerate(entries):
            for (*prefixes, key), variant in _variants(order, entry):
                for prefix in prefixes:
                    self._table.setdefault(prefix, ())
                known = self._table.get(key)
                self._table[key] = (*known, variant) if known else (variant,)

    def find(self, text: str) -> list[Match]:
        """Return the matches in `text` in order of position; offsets are code points."""
        tokens = _Tokens(text)
        shouted = text.isupper() and len(tokens) > 1
        found: list[Match] = []
        i = 0
        while i < len(tokens):
            match = None
            if tokens.folded[i] in self._table:
                i, match = self._longest(tokens, i, shouted)
            if match is None:
                i += 1
            else:
                found.append(match)
        parts: list[Match] = []
        for i, match in enumerate(found):
            if match.plural and _has_further_owner(text, found, i):
                parts += self._apart(text, match)
            else:
                parts.append(match)
        return parts

    def _apart(self, text: str, match: Match) -> list[Match]:
        """Return an office and its owner as two matches, or as one where no term names the owner.

        *The foreign ministers of India and Iran* are ministers, of both, and not those of India.
        """
        for of in en.OF.finditer(text, match.start, match.end):
            owner = self.find(text[of.end() : match.end])
            if [(m.start, m.end) for m in owner] != [(0, match.end - of.end())]:
                continue
            if owner[0].entry.term.kind in OWNERS:
                office = self.find(text[match.start : of.start()])
                return [*(m.moved(match.start) for m in office), owner[0].moved(of.end())]
        return [match]

    def _longest(self, tokens: _Tokens, i: int, shouted: bool) -> tuple[int, Match | None]:
        """Return the longest match that begins at token `i`, and the token after it (`i` for none)."""
        key, surface = tokens.folded[i], tokens.surface[i]
        variants = self._table.get(key)
        best: tuple[int, Match | None] = (i, None)
        j = i
        while variants is not None:
            if variants and _bounded(tokens, i, j):
                after = tokens.folded[j + 1] if j + 1 < len(tokens) else ""
                if shouted and en.is_pronoun(key, after, first=i == 0):
                    break
                chosen = _choose(variants, surface, capitals_allowed=shouted or i == 0)
                if chosen is not None:
                    variant, ambiguous = chosen
                    match = Match(tokens.start[i], tokens.end[j], variant.entry, variant.plural, ambiguous)
                    best = (j + 1, match)
            j += 1
            if j == len(tokens):
                break
            gap = "" if tokens.glued(j - 1) else " "
            key += gap + tokens.folded[j]
            surface += gap + tokens.surface[j]
            variants = self._table.get(key)
        return best


def _choose(
    variants: tuple[_Variant, ...], surface: str, *, capitals_allowed: bool
) -> tuple[_Variant, bool] | None:
    """Return the best variant that letter case allows, and whether others compete with it.

    A name may stand in capitals; a short one only in a headline or as a dateline, since elsewhere it is an
    acronym of something else (a SWAT team is not from Swat).
    """
    capitals = surface.isupper() and (capitals_allowed or len(surface) > LONGEST_ACRONYM)
    fits = [
        v for v in variants if v.surface in (None, surface) or (capitals and v.surface.upper() == surface)
    ]
    if len(fits) < 2:
        return (fits[0], False) if fits else None
    best = min(fits, key=lambda v: (v.surface != surface, v.rank, v.order))
    return best, any(v.entry.rendering.text != best.entry.rendering.text for v in fits)


def _bounded(tokens: _Tokens, i: int, j: int) -> bool:
    """Return whether tokens `i` to `j` stand free of the words around them."""
    return _free_before(tokens, i) and _free_after(tokens, j)


def _free_before(tokens: _Tokens, i: int) -> bool:
    if not tokens.glued(i - 1):
        return True
    if tokens.is_word(i - 1):
        return not tokens.is_word(i)
    compound = tokens.surface[i - 1] in ("-", "'") and tokens.glued(i - 2) and tokens.is_word(i - 2)
    return not compound


def _free_after(tokens: _Tokens, j: int) -> bool:
    if not tokens.glued(j):
        return True
    if tokens.is_word(j + 1):
        return False
    sign = tokens.surface[j + 1]
    if sign in ("-", "'") and tokens.glued(j + 1) and tokens.is_word(j + 2):
        second = tokens.folded[j + 2]
        return second == "s" if sign == "'" else en.takes_name(second)
    return sign not in ("+", "&") or not tokens.is_word(j)
