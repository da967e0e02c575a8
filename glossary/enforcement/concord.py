"""Carriers side by side, put into the cases that they must share or ask of each other.

A model gives each carrier a case of its own. Where the source says that a name has a title, that an office
belongs to a country, or that two terms stand in a row, the one that came back before decides for the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from glossary.enforcement import apposition
from glossary.enforcement.draft import Draft, Outcome, Sentence, Slot
from glossary.enforcement.lexicon import Lexicon, feature
from glossary.model import OWNERS, Kind, Match
from glossary.text import en

_BROUGHT_BACK = (Outcome.CARRIED, Outcome.PROPOSED, Outcome.NBEST)
_OWNING = re.compile(r"(?:['’]s?)? ")  # Pakistan's Prime Minister, Sindh Chief Minister
_ROW = re.compile(r",? and |, ")
_ROWS = (" и ", ", ")


def settled(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> Draft:
    """Return the draft with carriers in the cases that those before them ask for.

    An owner that came back before its office goes behind it. In a language whose carriers bring no case
    the draft stays as it is.
    """
    if not lexicon.rules.CARRIERS_HAVE_CASE:
        return draft
    draft = _with_owners_behind(sentence, draft, lexicon)
    for asked in (_as_owner, _in_a_row, _with_title):
        for i, slot in _carriers(draft):
            case = asked(sentence, draft, i, lexicon)
            if case and case != feature(slot.features, "Case"):
                draft = _put(draft, i, _in_case(slot, case, sentence, lexicon))
    return draft


_Asked = Callable[[Sentence, Draft, int, Lexicon], str]
"""What a rule says of the carrier that is piece number so-and-so: its case, or nothing."""


def _as_owner(sentence: Sentence, draft: Draft, piece: int, lexicon: Lexicon) -> str:
    del lexicon
    title = _before(draft, piece, ("", " "))
    owned = title and _owns(sentence, _match(sentence, draft.pieces[piece]), _match(sentence, title))
    return "Gen" if owned else ""


def _in_a_row(sentence: Sentence, draft: Draft, piece: int, lexicon: Lexicon) -> str:
    first = _before(draft, piece, _ROWS)
    if first is None:
        return ""
    if not _are_in_a_row(sentence, _match(sentence, first), _match(sentence, draft.pieces[piece])):
        return ""
    case = feature(first.features, "Case")
    shared = lexicon.rules.apposed_cases(draft.before(piece - 2), frozenset({case}), draft.after(piece))
    return case if shared else ""


def _are_in_a_row(sentence: Sentence, one: Match, other: Match) -> bool:
    """Return whether the source has terms of a kind in a row: Moscow and Kabul, but not Beijing, China."""
    if not _links(sentence, one, other):
        return False
    if one.entry.term.kind is not Kind.PLACE or sentence.text[one.end : other.start] != ", ":
        return True
    before = (match for match in sentence.matches if match.end <= one.start)
    after = (match for match in sentence.matches if other.end <= match.start)
    return any(_links(sentence, m, one) for m in before) or any(_links(sentence, other, m) for m in after)


def _links(sentence: Sentence, one: Match, other: Match) -> bool:
    between = _ROW.fullmatch(sentence.text, one.end, other.start)
    return between is not None and one.entry.term.kind is other.entry.term.kind


def _with_title(sentence: Sentence, draft: Draft, piece: int, lexicon: Lexicon) -> str:
    del lexicon
    name = draft.pieces[piece]
    between = draft.pieces[piece - 1] if piece else ""
    if _match(sentence, name).entry.term.kind is not Kind.PERSON:
        return ""
    title = apposition.partner(draft, sentence, Kind.PERSON, piece - 1, (str(between), ""))
    one = (
        title
        and isinstance(name, Slot)
        and apposition.are_one(sentence, title.slot.occurrence, name.occurrence)
    )
    return feature(title.slot.features, "Case") if title and one else ""


def _with_owners_behind(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> Draft:
    """Return the draft with an owner behind its office, unless a preposition has hold of it."""
    for i, title in _carriers(draft):
        owner = _before(draft, i, ("", " "))
        if owner is None or lexicon.rules.ruled_cases(draft.before(i - 2)):
            continue
        if _owns(sentence, _match(sentence, owner), _match(sentence, title)):
            draft = replace(draft, pieces=(*draft.pieces[: i - 2], title, " ", owner, *draft.pieces[i + 1 :]))
    return draft


def _owns(sentence: Sentence, owner: Match, title: Match) -> bool:
    """Return whether an office belongs to a place or body in the source."""
    if title.entry.term.kind is not Kind.TITLE or owner.entry.term.kind not in OWNERS:
        return False
    if owner.end <= title.start:
        return _OWNING.fullmatch(sentence.text, owner.end, title.start) is not None
    return en.OF.fullmatch(sentence.text, title.end, owner.start) is not None


def _carriers(draft: Draft) -> Iterator[tuple[int, Slot]]:
    """Yield what a model brought back: carriers, and terms that a lower hypothesis has in words."""
    for i, piece in enumerate(draft.pieces):
        if isinstance(piece, Slot) and piece.outcome in _BROUGHT_BACK:
            yield i, piece


def _before(draft: Draft, piece: int, links: tuple[str, ...]) -> Slot | None:
    """Return the slot before a piece where nothing but one of the links is between."""
    if piece < 2 or draft.pieces[piece - 1] not in links:
        return None
    slot = draft.pieces[piece - 2]
    return slot if isinstance(slot, Slot) else None


def _match(sentence: Sentence, slot: str | Slot) -> Match:
    assert isinstance(slot, Slot)
    return sentence.matches[slot.occurrence]


def _in_case(slot: Slot, case: str, sentence: Sentence, lexicon: Lexicon) -> Slot:
    match = _match(sentence, slot)
    form = lexicon.form(match.entry, case, plural=match.plural)
    replaced = slot.replaced if form.text == slot.text else slot.text
    return replace(slot, text=form.text, features=form.features, replaced=replaced)


def _put(draft: Draft, piece: int, slot: Slot) -> Draft:
    return replace(draft, pieces=(*draft.pieces[:piece], slot, *draft.pieces[piece + 1 :]))
