"""What kind of name stands in a place, by its own words and by those around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from glossary.model import Kind
from glossary.recognition.parts import Part
from glossary.recognition.words import Word
from glossary.text import en_names as table

_CERTAIN = 9
_LONGEST_PERSON = 5
_QUOTING = frozenset({"added", "replied", "said", "says", "wrote"})


def settled_kinds(words: Sequence[Word], parts: Sequence[Part]) -> list[Kind]:
    """The kind of each part: its own where it is certain, else the one that all its places speak for.

    A name of one word is a person's where a full name in the text ends in it. What nothing speaks for is of
    the kind of the name beside it in a list, and else a place.
    """
    names = [_name(words, part) for part in parts]
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for part, name in zip(parts, names, strict=True):
        votes[name].update(_votes(words, part))
    surnames = {
        name.rpartition(" ")[2]
        for name, kinds in votes.items()
        if " " in name and _winner(kinds) is Kind.PERSON
    }
    kinds: list[Kind] = []
    for index, (part, name) in enumerate(zip(parts, names, strict=True)):
        kind = part.kind or (Kind.PERSON if name in surnames else _winner(votes[name]))
        if index and _abbreviates(words, part, parts[index - 1]):
            kind = kinds[-1]
        if kind is None:
            listed = index and _listed(words, parts[index - 1], part)
            kind = kinds[-1] if listed and kinds[-1] is not Kind.TITLE else Kind.PLACE
        kinds.append(kind)
    return kinds


def _name(words: Sequence[Word], part: Part) -> str:
    return " ".join(word.text for word in words[part.first : part.last])


def _winner(votes: Counter[Kind]) -> Kind | None:
    return votes.most_common(1)[0][0] if votes else None


def _listed(words: Sequence[Word], before: Part, part: Part) -> bool:
    return part.first - before.last == 1 and words[before.last].text in (",", "and", "or")


def _abbreviates(words: Sequence[Word], part: Part, full: Part) -> bool:
    """Whether the part is an acronym in brackets of the name right before it."""
    if part.first - full.last != 1 or words[full.last].text != "(" or part.last - part.first > 1:
        return False
    name = words[full.first : full.last]
    initials = ("".join(word.text[0] for word in name if word.capital or small) for small in (False, True))
    return words[part.first].lower in [letters.lower() for letters in initials]


def _votes(words: Sequence[Word], part: Part) -> dict[Kind, int]:
    if part.kind:
        return {part.kind: _CERTAIN}
    name = words[part.first : part.last]
    return dict(Counter(_by_form(name)) + Counter(_by_place(words, part)))


def _by_form(name: Sequence[Word]) -> dict[Kind, int]:
    """What the words of a name say."""
    first, last = name[0], name[-1]
    if len(name) == 1:
        return _by_word(first)
    if any(word.acronym or "&" in word.text for word in name):
        return {Kind.ORGANIZATION: 3}
    if first.lower in table.NAME_OPENERS:
        return {Kind.PLACE: 3}
    if all(word.common or word.lower in table.NATIONALITIES for word in name):
        return {Kind.ORGANIZATION: 2}
    if last.lower.endswith(table.PLACE_ENDINGS):
        return {Kind.PLACE: 2}
    return {Kind.PERSON: 2} if len(name) <= _LONGEST_PERSON and not first.common else {}


def _by_word(word: Word) -> dict[Kind, int]:
    """What the only word of a name says."""
    if word.lower in table.COUNTRIES:
        return {Kind.PLACE: _CERTAIN}
    if word.acronym or "&" in word.text:
        return {Kind.ORGANIZATION: 3}
    return {Kind.PLACE: 2} if word.lower.endswith(table.PLACE_ENDINGS) else {}


def _by_place(words: Sequence[Word], part: Part) -> dict[Kind, int]:
    """What the words before and after a name say."""
    before = words[part.first - 1] if part.first else None
    after = words[part.last] if part.last < len(words) else None
    if before and before.known is Kind.TITLE:
        return {Kind.PERSON: 4}
    if after and after.lower in table.REPORTING:
        return {Kind.ORGANIZATION: 3}
    if after and after.lower in table.SAYING and not words[part.last - 1].possessive:
        return {Kind.PERSON: 2}
    if before and before.lower in _QUOTING:
        return {Kind.PERSON: 2}
    if before and before.lower in table.WHEREABOUTS and not before.capital:
        return {Kind.PLACE: 3}
    return {}
