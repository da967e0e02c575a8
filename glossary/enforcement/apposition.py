"""Title and name side by side, which inflect together: министру обороны Казахстана Жумагулову."""

from __future__ import annotations

from glossary.enforcement.draft import Draft, Sentence, Slot
from glossary.enforcement.lexicon import feature
from glossary.model import Kind

_PARTNERS = {Kind.PERSON: (Kind.TITLE, -1), Kind.TITLE: (Kind.PERSON, 1)}
_OWNERS = (Kind.PLACE, Kind.ORGANIZATION)  # that may stand between, in the genitive


def partner(draft: Draft, sentence: Sentence, kind: Kind, piece: int, sides: tuple[str, str]) -> Slot | None:
    """Return the title right before a name, or the name right after a title; None where there is none.

    The one that looks for its partner is in the plain piece number `piece` of the draft, or has yet to be put
    there; `sides` is what the piece has before and after it.
    """
    if kind not in _PARTNERS:
        return None
    wanted, step = _PARTNERS[kind]
    between = sides[step > 0]
    while between == " ":
        slot = _piece(draft, piece + step)
        if not isinstance(slot, Slot):
            return None
        found = sentence.matches[slot.occurrence].entry.term.kind
        if found is wanted:
            return slot
        if found not in _OWNERS or feature(slot.features, "Case") != "Gen":
            return None
        piece += 2 * step
        between = str(_piece(draft, piece))
    return None


def _piece(draft: Draft, number: int) -> str | Slot:
    return draft.pieces[number] if 0 <= number < len(draft.pieces) else ""
