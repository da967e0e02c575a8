"""Rules over many translations: one thing is called by one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from glossary.checks.passage import View
from glossary.enforcement.draft import Slot
from glossary.enforcement.lexicon import lower
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
                    term=match.entry.term.text,
                    source=(match.start, match.end),
                    target=view.slots[slot.occurrence],
                )


def _citation(view: View, slot: Slot) -> str:
    """Return which rendering the words of a slot are a form of, in its citation form."""
    lexicon, entry = view.judge.lexicon, view.matches[slot.occurrence].entry
    skeleton, _ = lexicon.rules.skeleton(slot.text)
    return next(v.rendering for v in lexicon.approved(entry) if v.folded == lower(skeleton))
