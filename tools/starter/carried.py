"""Rows with terms replaced by carriers, version 1 of the convention (`glossary.enforcement.carriers`)."""

from __future__ import annotations

from collections.abc import Collection

from glossary.enforcement.carriers import CASES as SYMBOLS
from glossary.enforcement.carriers import MOST
from tools.starter.marks import CASES, WITHHELD, Mark, Pair, Row, marks, rendered

_OWN_SYMBOL = "PTG"
_SYMBOL = {case: symbol for symbol, case in SYMBOLS.items()}

VOCABULARY = (
    *(f"⟦{number}⟧" for number in range(1, MOST + 1)),
    *(f"⟦{symbol}⟧" for symbol in SYMBOLS),
    *(f"⟦{kind}{gender}⟧" for kind in (*_OWN_SYMBOL, "O") for gender in "mfnp"),
)
"""Every symbol that the tokenizer is to keep whole."""


def carried(row: Row, chosen: Collection[int]) -> Pair:
    """Return the row with the marks numbered in `chosen`, and withheld names, as carriers 1, 2, …"""
    forms = marks(row.target)
    going = [m.number for m in marks(row.english).values() if m.text == WITHHELD or m.number in chosen]
    numbers = {number: f"⟦{i}⟧" for i, number in enumerate(going, start=1)}

    def source(mark: Mark) -> str:
        kind = mark.letters if mark.letters in _OWN_SYMBOL else "O"
        return f"⟦{kind}{forms[mark.number].letters[-1]}⟧" + numbers[mark.number]

    def target(mark: Mark) -> str:
        case = CASES.get(mark.letters[:-1])
        return numbers[mark.number] + (f"⟦{_SYMBOL[case]}⟧" if case else "")

    return Pair(
        rendered(row.english, lambda mark: source(mark) if mark.number in numbers else mark.text),
        rendered(row.target, lambda mark: target(mark) if mark.number in numbers else mark.text),
    )
