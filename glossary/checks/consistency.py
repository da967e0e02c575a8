"""Rules over many translations: one thing is called by one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from glossary.checks import names
from glossary.checks.passage import View
from glossary.enforcement.draft import Slot
from glossary.model import Finding, Severity


def admitted_variants(views: Sequence[View]) -> Iterator[Finding]:
    """A term is rendered in more than one accepted way in the translations checked.

    The rendering that is used most counts as the choice, of equals the preferred one; others are reported.
    """
    used: dict[tuple[str, str], list[tuple[str, View, Slot]]] = defaultdict(list)
    for view in views:
        for slot in view.claimed.slots():
            base = _citation(view, slot)
            used[view.matches[slot.occurrence].entry.identity].append((base, view, slot))
    for uses in used.values():
        counts = Counter(base for base, _, _ in uses)
        if len(counts) < 2:
            continue
        _, view, slot = uses[0]
        preferred = view.matches[slot.occurrence].entry.rendering.text
        choice = max(counts, key=lambda base: (counts[base], base == preferred))
        for base, view, slot in uses:
            if base != choice:
                match = view.matches[slot.occurrence]
                yield view.finding(
                    "C005",
                    Severity.WARNING,
                    f"“{slot.text}” for “{match.entry.term.text}”, elsewhere {choice}",
                    match=match,
                    target=view.slots[slot.occurrence],
                )


def _citation(view: View, slot: Slot) -> str:
    """Return which rendering the words of a slot are a form of, in its citation form."""
    lexicon, entry = view.judge.lexicon, view.matches[slot.occurrence].entry
    return lexicon.readings(slot.text, lexicon.approved(entry))[0].rendering


def unlisted_name_varies(views: Sequence[View]) -> Iterator[Finding]:
    """A name that the glossary lacks is spelled in more than one way in the translations checked.

    Names of persons and places are found in the source by their capitals, and in the translation by their
    sound. What stands only where sentences begin is not taken for a name. The spelling that is used most is
    the choice, of equals the first; others are reported. What may be an ending of it does not matter.
    """
    places: dict[tuple[str, str], list[names.Place]] = defaultdict(list)
    for view in views:
        for place in names.unlisted(view):
            places[place.name, place.word].append(place)
    for uses in places.values():
        certain = len(uses) > 1 and any(place.within_sentence for place in uses)
        spellings = names.spellings(uses) if certain else {}
        if len(spellings) < 2:
            continue
        choice = max(spellings.values(), key=len)
        usual = min((place.words(span) for place, span in choice), key=len)  # the citation form, most likely
        for spelled in spellings.values():
            for place, span in spelled if spelled is not choice else ():
                yield place.view.finding(
                    "C006",
                    Severity.WARNING,
                    f"“{place.words(span)}” for “{place.word}”, elsewhere {usual}",
                    term=place.name,
                    source=place.span,
                    target=span,
                )
