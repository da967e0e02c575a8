"""Adjectives and verbs beside a noun that has taken another's place: новый комитет, новая комиссия."""

from __future__ import annotations

import re

from glossary.model import Features
from glossary.text.ru.dictionary import Reading, analyses
from glossary.text.ru.endings import respelled

_MARKS = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_CLASSES = {"Masc": "masc", "Fem": "femn", "Neut": "neut", "Plur": "plur"}
_ATTRIBUTES = frozenset({"ADJF", "PRTF"})
_PREDICATES = frozenset({"VERB", "PRTS", "ADJS"})
_NOMINALS = _ATTRIBUTES | {"NOUN", "NPRO"}
_BEFORE = re.compile(r"([А-ЯЁа-яё-]+) $")
_AFTER = re.compile(r" ([а-яё-]+)")
_WORDS = re.compile(r"[А-ЯЁа-яё-]+")
_PREDICATE_BEFORE = re.compile(r"([А-ЯЁа-яё-]+) (?:[А-ЯЁа-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие) )*$")
_PREDICATE_AFTER = re.compile(r"^ ([а-яё-]+)")
_CLAUSE_END = re.compile(r"[,;:—–.()]")
_BETWEEN = frozenset(
    "не уже еще ещё также тоже вновь снова ранее впервые официально сегодня вчера накануне".split()
)
"""Words that may stand between a subject and its verb."""

Traits = frozenset[tuple[str, str]]
"""Cases and agreement classes (`masc`, `femn`, `neut`, `plur`) that a phrase may have."""


def agreed(before: str, after: str, replaced: str, features: Features, gender: str) -> tuple[str, str]:
    """Return the text before and after a noun that has taken the place of `replaced`, agreeing with it.

    `features` and `gender` (`Masc`, `Fem`, `Neut`, or empty where nobody knows) are the new noun's. What
    changes are adjectives and verbs beside it that agreed with what was replaced.
    """
    known = dict(features)
    gender = "Plur" if known.get("Number") == "Plur" else gender
    if not gender:
        return before, after
    old = _traits(replaced)
    mark, new = _MARKS[known["Case"]], _CLASSES[gender]
    before = _attributes(before, old, mark, new)
    coordinated = before.endswith(" и ") or after.startswith(" и ")
    if mark != "nomn" or coordinated or _has_subject(_clause(after), old):
        return before, after
    return _predicates_before(before, old, new), _predicates_after(after, old, new)


def is_subject(before: str, after: str, replaced: str) -> bool:
    """Return whether a verb beside `replaced` agrees with it and with no other possible subject."""
    old = _traits(replaced)
    subjects = {trait for case, trait in old if case == "nomn"}
    verbs = _PREDICATE_BEFORE.findall(before), _PREDICATE_AFTER.findall(after)
    past = (analyses(word)[0].tag for words in verbs for word in words if _is_past(word))
    agreeing = subjects & {_class(tag) for tag in past}
    if not agreeing or _CLAUSE_END.search(before):
        return False
    return not any(_subjects(before, trait) or _subjects(_clause(after), trait) for trait in agreeing)


def is_object(after: str, replaced: str) -> bool:
    """Return whether a past verb after `replaced` has its subject behind: комитет создал президент."""
    old = _traits(replaced)
    verb = _PREDICATE_AFTER.findall(after)
    accusative = any(case == "accs" for case, _ in old)
    return accusative and any(map(_is_past, verb)) and _has_subject(_clause(after), old)


def has_singular_verb(after: str) -> bool:
    """Return whether the clause goes on with a finite verb of a single subject."""
    tags = (analyses(word)[0].tag for word in _WORDS.findall(_clause(after)))
    return any(tag.POS in _PREDICATES and tag.number != "plur" for tag in tags)


def _is_past(word: str) -> bool:
    tag = analyses(word)[0].tag
    return tag.POS in _PREDICATES and not tag.person


def _clause(after: str) -> str:
    return _CLAUSE_END.split(after, maxsplit=1)[0]


def _subjects(text: str, trait: str) -> list[str]:
    """Return the nouns and pronouns that may be nominatives of a class; none that a preposition governs."""
    words = _WORDS.findall(text)
    nouns = [
        word
        for previous, word in zip(["", *words], words, strict=False)
        if analyses(word)[0].tag.POS in ("NOUN", "NPRO")
        if not previous or analyses(previous)[0].tag.POS != "PREP"
    ]
    return [
        word for word in nouns if ("nomn", trait) in {(r.tag.case, _class(r.tag)) for r in analyses(word)}
    ]


def _has_subject(text: str, old: Traits) -> bool:
    """Return whether a noun of the text is a nominative, and nothing else, that agrees like the old words."""
    nouns = [word for case, trait in old if case == "nomn" for word in _subjects(text, trait)]
    return any({reading.tag.case for reading in analyses(noun)} == {"nomn"} for noun in nouns)


def _traits(phrase: str) -> Traits:
    """Return the cases of the nominal words of a phrase, each with its class; none where it has no noun."""
    found = [reading.tag for word in _WORDS.findall(phrase) for reading in analyses(word)]
    if not any(tag.POS == "NOUN" for tag in found):
        return frozenset()
    return frozenset((str(tag.case), _class(tag)) for tag in found if tag.POS in _NOMINALS)


def _class(tag: Reading) -> str:
    return "plur" if tag.number == "plur" else str(tag.gender)


def _attributes(before: str, old: Traits, mark: str, new: str) -> str:
    """Return the text with the adjectives at its end in the class `new`."""
    found = _BEFORE.search(before)
    changed = found and _attribute(found[1], old, mark, new)
    if not found or not changed:
        return before
    return _attributes(before[: found.start()], old, mark, new) + changed + " "


def _attribute(word: str, old: Traits, mark: str, new: str) -> str | None:
    """Return the form of an adjective that agrees with a new noun; None where it agreed with no old one."""
    own = [r for r in analyses(word) if r.tag.POS in _ATTRIBUTES and r.tag.case == mark]
    if any(_class(r.tag) == new for r in own):
        return word
    for reading in own:
        if (mark, _class(reading.tag)) in old:
            wanted = {mark, "plur"} if new == "plur" else {mark, "sing", new}
            inanimate = {"inan"} if mark == "accs" and new in ("masc", "plur") else set()
            made = reading.inflect(wanted | inanimate)
            return made and respelled(str(made.word), word)
    return None


def _predicates_before(before: str, old: Traits, new: str) -> str:
    """Return the text with the verbs at its end, as in «был создан», in the class `new`."""
    found = _BEFORE.search(before)
    changed = found and _predicate(found[1], old, new)
    if not found or not changed:
        return before
    return _predicates_before(before[: found.start()], old, new) + changed + " "


def _predicates_after(after: str, old: Traits, new: str) -> str:
    """Return the text with the verbs at its beginning in the class `new`."""
    found = _AFTER.match(after)
    changed = found and (found[1] if found[1] in _BETWEEN else _predicate(found[1], old, new))
    if not found or not changed:
        return after
    return f" {changed}" + _predicates_after(after[found.end() :], old, new)


def _predicate(word: str, old: Traits, new: str) -> str | None:
    """Return the form of a verb or short adjective that agrees with a new subject; None for other words."""
    reading = analyses(word)[0]
    tag = reading.tag
    if tag.POS not in _PREDICATES or tag.person not in (None, "3per"):
        return None
    if tag.person:  # present and future tell number alone
        was, becomes = {_number(trait) for case, trait in old if case == "nomn"}, {_number(new)}
        agreed_before = tag.number in was
    else:
        becomes = {"plur"} if new == "plur" else {"sing", new}
        agreed_before = ("nomn", _class(tag)) in old
    made = reading.inflect(becomes) if agreed_before else None
    return made and respelled(str(made.word), word)


def _number(trait: str) -> str:
    return "plur" if trait == "plur" else "sing"
