"""Title and name side by side, which inflect together: министру обороны Казахстана Жумагулову."""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.enforcement.draft import Draft, Place, Sentence, Slot
from glossary.enforcement.lexicon import Lexicon, feature
from glossary.model import OWNERS, Kind

_PARTNERS = {Kind.PERSON: (Kind.TITLE, -1), Kind.TITLE: (Kind.PERSON, 1)}
_OF = re.compile(r" (?:of (?:the )?)?\s*")


class Partner(NamedTuple):
    """A slot that another one inflects with, and its number among the pieces of the draft."""

    piece: int
    slot: Slot


def partner(
    draft: Draft, sentence: Sentence, kind: Kind, piece: int, sides: tuple[str, str]
) -> Partner | None:
    """Return the title right before a name, or the name right after a title; None where there is none.

    `piece` is the number of the plain piece beside the one that looks for its partner, or that it has yet to
    be put in; `sides` is what that piece has before and after it.
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
            return Partner(piece + step, slot)
        if found not in OWNERS or feature(slot.features, "Case") != "Gen":
            return None
        piece += 2 * step
        between = str(_piece(draft, piece))
    return None


def are_one(sentence: Sentence, title: int, name: int) -> bool:
    """Return whether a title belongs to a name in the source, as in *President of Iran Masoud Pezeshkian*.

    Both are numbers of occurrences.
    """
    office, person = sentence.matches[title], sentence.matches[name]
    between = sentence.text[office.end : person.start]
    for match in sentence.matches:
        if office.end <= match.start and match.end <= person.start:
            between = between.replace(sentence.text[match.start : match.end], "", 1)
    return office.end < person.start and _OF.fullmatch(between) is not None


def gap(draft: Draft, sentence: Sentence, occurrence: int, lexicon: Lexicon) -> Place | None:
    """Return where a dropped title stands before its name, or a dropped name after its title.

    None where there is no such partner, or where the words there may be another rendering.
    """
    kind = sentence.matches[occurrence].entry.term.kind
    for piece, slot in enumerate(draft.pieces):
        if not isinstance(slot, Slot):
            continue
        dropped_title = kind is Kind.TITLE and _belong(sentence, occurrence, slot.occurrence)
        if dropped_title and lexicon.rules.ends_open(draft.before(piece)):
            end = len(str(_piece(draft, piece - 1)))
            return Place(piece - 1, end, end)
        dropped_name = kind is Kind.PERSON and _belong(sentence, slot.occurrence, occurrence)
        if dropped_name and lexicon.rules.begins_open(draft.after(piece)):
            return Place(piece + 1, 0, 0)
    return None


def _belong(sentence: Sentence, title: int, name: int) -> bool:
    kinds = [sentence.matches[n].entry.term.kind for n in (title, name)]
    return kinds == [Kind.TITLE, Kind.PERSON] and are_one(sentence, title, name)


def _piece(draft: Draft, number: int) -> str | Slot:
    return draft.pieces[number] if 0 <= number < len(draft.pieces) else ""
