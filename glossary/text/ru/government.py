"""What the word right before a noun asks of it: prepositions, numerals, and generic words before quoted names."""

from __future__ import annotations

import re

from glossary.text.generic import NO_DEMAND, Demand
from glossary.text.ru.dictionary import outlook

_LAST = re.compile(r"(?:^|[\s(«„\"])([А-ЯЁа-яё-]+|\d+) $")

_OF_PREPOSITIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "без для до из изо от ото у ради вместо среди возле вдоль из-за из-под насчет ввиду вследствие".split(),
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


def demanded(before: str, text: str, *, plural: bool) -> Demand:
    """Return what the word at the end of `before` asks of a noun whose citation form is `text`.

    `plural` says that more than one is spoken of; only then do numerals count.
    """
    found = _LAST.search(before)
    if not found:
        return NO_DEMAND
    word = found[1].lower()
    if word in _OF_PREPOSITIONS:
        return Demand(_OF_PREPOSITIONS[word], "")
    if text[:1] in "«„" and outlook(word)[0] in _GENERIC:
        return Demand(frozenset({"Nom"}), "")
    if plural and word.isdigit():
        return _after_digits(word, demanded(before[: found.start(1)], text, plural=False))
    return _OF_NUMERALS.get(word, NO_DEMAND) if plural else NO_DEMAND


def _after_digits(digits: str, preposition: Demand) -> Demand:
    """Return what a number in digits asks: 22 министра, 12 министров, с 22 министрами."""
    if preposition.cases:
        return Demand(preposition.cases, "Plur") if "Acc" not in preposition.cases else NO_DEMAND
    few = digits[-1] in "234" and digits[-2:-1] != "1"
    return _FEW if few else _MANY
