"""Adjectives and verbs beside a noun that has taken another's place: новый комитет, новая комиссия."""

from __future__ import annotations

import re

from glossary.text.ru.dictionary import Reading, analyses
from glossary.text.ru.endings import respelled

_MARKS = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_CLASSES = {"Masc": "masc", "Fem": "femn", "Neut": "neut", "Plur": "plur"}
_ATTRIBUTES = frozenset({"ADJF", "PRTF"})
_PREDICATES = frozenset({"VERB", "PRTS", "ADJS"})
_NOMINALS = _ATTRIBUTES | {"NOUN", "NPRO"}
_BEFORE = re.compile(r"([А-ЯЁа-яё-]+) $")
_AFTER = re.compile(r" ([а-яё-]+)")
_BETWEEN = frozenset(
    "не уже еще ещё также тоже вновь снова ранее впервые официально сегодня вчера накануне".split()
)
"""Words that may stand between a subject and its verb."""

Traits = frozenset[tuple[str, str]]
"""Cases and agreement classes (`masc`, `femn`, `neut`, `plur`) that a phrase may have."""


def agreed(before: str, after: str, replaced: str, case: str, gender: str) -> tuple[str, str]:
    """Return the text before and after a noun that has taken the place of `replaced`, agreeing with it.

    `case` and `gender` (`Masc`, `Fem`, `Neut`, `Plur`) are the new noun's. A word changes only if it agreed
    with what was replaced and does not with what has come: adjectives and verbs next to it.
    """
    old = frozenset(trait for word in re.findall(r"[А-ЯЁа-яё-]+", replaced) for trait in _traits(word))
    mark, new = _MARKS[case], _CLASSES[gender]
    before = _attributes(before, old, mark, new)
    coordinated = before.endswith(" и ") or after.startswith(" и ")
    if mark != "nomn" or coordinated:
        return before, after
    return _predicates_before(before, old, new), _predicates_after(after, old, new)


def _traits(word: str) -> Traits:
    """Return the cases of a nominal word, each with its class."""
    found = (reading.tag for reading in analyses(word) if reading.tag.POS in _NOMINALS)
    return frozenset((str(tag.case), _class(tag)) for tag in found)


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
