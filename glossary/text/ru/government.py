"""What the words around a noun ask of it: its verb, a preposition, a numeral, a generic word."""

from __future__ import annotations

import re

from glossary.text.generic import NO_DEMAND, Demand
from glossary.text.ru.concord import has_singular_verb, is_object, is_subject
from glossary.text.ru.dictionary import outlook

_LAST = re.compile(r"(?:^|[\s(«„\"])([А-ЯЁа-яё-]+|\d+) $")

_OF_PREPOSITIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "без для до из изо от ото у ради вместо среди возле вдоль из-за из-под ввиду вследствие".split(),
        frozenset({"Gen"}),
    ),
    **dict.fromkeys("к ко благодаря согласно вопреки по".split(), frozenset({"Dat"})),
    **dict.fromkeys("про через сквозь".split(), frozenset({"Acc"})),
    **dict.fromkeys("над надо перед передо".split(), frozenset({"Ins"})),
    **dict.fromkeys("о об обо при".split(), frozenset({"Loc"})),
    **dict.fromkeys("в во на".split(), frozenset({"Acc", "Loc"})),
    **dict.fromkeys("за под".split(), frozenset({"Acc", "Ins"})),
    **dict.fromkeys("с со между".split(), frozenset({"Gen", "Ins"})),
}
"""Newswire usage; those that are adverbs as well (после, против, около) are left to the context."""

_NEVER_NOMINATIVE = _OF_PREPOSITIONS.keys() - {"за", "согласно", "благодаря", "вопреки"}
"""Prepositions that are never anything else: not as in «что за Роман Скляр»."""

_FEW = Demand(frozenset({"Gen"}), "Sing")
_MANY = Demand(frozenset({"Gen"}), "Plur")
_OF_NUMERALS: dict[str, Demand] = {
    **dict.fromkeys("два две три четыре оба обе".split(), _FEW),
    **dict.fromkeys(
        "двух трех трёх четырех четырёх обоих обеих".split(), Demand(frozenset({"Gen", "Acc", "Loc"}), "Plur")
    ),
    **dict.fromkeys("двум трем трём четырем четырём обоим обеим".split(), Demand(frozenset({"Dat"}), "Plur")),
    **dict.fromkeys("двумя тремя четырьмя обоими обеими".split(), Demand(frozenset({"Ins"}), "Plur")),
    **dict.fromkeys(
        "пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать"
        " шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок сто несколько много"
        " сколько столько большинство десятки сотни".split(),
        _MANY,
    ),
    **dict.fromkeys(
        "пяти шести семи восьми девяти десяти".split(), Demand(frozenset({"Gen", "Dat", "Loc"}), "Plur")
    ),
}

_GENERIC = frozenset(
    "агентство альянс банк газета журнал издание издательство канал клуб команда компания консорциум концерн"
    " корпорация кинотеатр музей объединение операция организация партия портал программа проект радио"
    " радиостанция сайт сервис сеть стадион судно телеканал театр телекомпания фестиваль фирма фонд холдинг"
    " центр авиакомпания госкорпорация движение".split()
)
"""Words before a name in quotation marks, which then stays in the nominative: компанией «Газпром»."""


def ruled_cases(before: str) -> frozenset[str]:
    """Return the cases that a preposition at the end of a text allows; none where nothing is certain."""
    found = _LAST.search(before)
    word = found[1].lower() if found else ""
    return _OF_PREPOSITIONS[word] if word in _NEVER_NOMINATIVE else frozenset()


def apposed_cases(before: str, cases: frozenset[str], after: str) -> frozenset[str]:
    """Return the cases of a title that the name behind it shares: встретился с министром Лавровым.

    None where the name may be the subject of a verb (с министром Лавров обсудил), or the title a predicate
    (избранный президентом Путин).
    """
    predicate = cases == {"Ins"} and not ruled_cases(before)
    return frozenset() if predicate or has_singular_verb(after) else cases


def demanded(before: str, after: str, replaced: str, text: str, *, plural: bool) -> Demand:
    """Return what the words around ask of a noun that takes the place of `replaced`.

    `text` is its citation form. `plural` says that more than one is spoken of; only then do numerals count.
    """
    if is_subject(before, after, replaced):
        return Demand(frozenset({"Nom"}), "")
    if is_object(after, replaced):
        return Demand(frozenset({"Acc"}), "")
    found = _LAST.search(before)
    return (
        _demanded_by(found[1].lower(), before[: found.start(1)], text, plural=plural) if found else NO_DEMAND
    )


def _demanded_by(word: str, before: str, text: str, *, plural: bool) -> Demand:
    if word in _OF_PREPOSITIONS:
        return Demand(_OF_PREPOSITIONS[word], "")
    if text[:1] in "«„" and outlook(word)[0] in _GENERIC:
        return Demand(frozenset({"Nom"}), "")
    if plural and word.isdigit():
        return _after_digits(
            word, _OF_PREPOSITIONS.get(before.rstrip().rpartition(" ")[2].lower(), frozenset())
        )
    return _OF_NUMERALS.get(word, NO_DEMAND) if plural else NO_DEMAND


def _after_digits(digits: str, cases: frozenset[str]) -> Demand:
    """Return what a number asks, after a preposition of some cases: 22 министра, с 22 министрами."""
    if cases:
        return Demand(cases, "Plur") if "Acc" not in cases else NO_DEMAND
    few = digits[-1] in "234" and digits[-2:-1] != "1"
    return _FEW if few else _MANY
