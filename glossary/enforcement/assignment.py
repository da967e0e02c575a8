"""Which words of a draft render which occurrence: exclusive, whole words, as many as possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.enforcement.draft import Draft, Outcome, Place, Slot
from glossary.enforcement.lexicon import Lexicon, Variant
from glossary.model import Entry, Match


def claim(draft: Draft, matches: Sequence[Match], outcome: Outcome, lexicon: Lexicon) -> Draft:
    """Return the draft with a slot wherever its plain text already renders a missing occurrence.

    The text stays as it is. Each place serves one occurrence; the longest rendering wins a place, and the
    assignment is a maximum matching.
    """
    missing = [i for i in range(len(matches)) if i not in draft.placed()]
    spots = _spots(draft, [matches[i] for i in missing], lexicon)
    wanted = [
        [s for s, (_, offers) in enumerate(spots) if matches[i].entry.identity in offers] for i in missing
    ]
    taken = maximum_matching(wanted)
    # From the end, so that the places before stay where they are.
    for s in sorted(taken, reverse=True):
        place, offers = spots[s]
        index = missing[taken[s]]
        form = offers[matches[index].entry.identity].form
        text = draft.pieces[place.piece]
        assert isinstance(text, str)
        how = Outcome.PROPOSED if matches[index].proposed else outcome
        slot = Slot(index, text[place.start : place.end], form.features, how)
        draft = draft.put(place, slot)
    return draft


_Spot = tuple[Place, dict[tuple[str, str], Variant]]
"""A place, and the entries that an approved form there renders."""


def _spots(draft: Draft, matches: Sequence[Match], lexicon: Lexicon) -> list[_Spot]:
    entries = {match.entry.identity: match.entry for match in matches}
    spots: list[_Spot] = []
    for piece, text in draft.plain():
        offers: dict[tuple[int, int], dict[tuple[str, str], Variant]] = {}
        for identity, entry in entries.items():
            taken = _spoken_for(text, entry, entries.values(), lexicon)
            for found in lexicon.approved_in(text, entry):
                if not any(start <= found.start and found.end <= end for start, end in taken):
                    offers.setdefault((found.start, found.end), {})[identity] = found.variant
        spots += [(Place(piece, *span), offers[span]) for span in longest(list(offers))]
    return spots


def _spoken_for(text: str, entry: Entry, entries: Iterable[Entry], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the forbidden renderings of other entries that stay occupied by those when they are mended.

    In the wrong معاون وزیراعظم the second word is no prime minister, but the one of نائب وزیراعظم.
    """
    return [
        (found.start, found.end)
        for other in entries
        if other is not entry and lexicon.approved_in(other.rendering.text, entry)
        for found in lexicon.forbidden_in(text, other)
    ]


def longest(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that overlap no longer one (of equals, no earlier one), in order of position."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return sorted(kept)


def maximum_matching(wanted: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return which seeker gets which place, by place, for as many seekers as possible.

    `wanted[k]` are the places that seeker `k` can take; earlier seekers take earlier places (Kuhn 1955).
    """
    taken: dict[int, int] = {}

    def seat(seeker: int, tried: set[int]) -> bool:
        for place in wanted[seeker]:
            if place not in tried:
                tried.add(place)
                if place not in taken or seat(taken[place], tried):
                    taken[place] = seeker
                    return True
        return False

    for seeker in range(len(wanted)):
        seat(seeker, set())
    return taken
