"""Whether two words may be forms of one name, which no dictionary need know."""

from __future__ import annotations

import re

from glossary.text.generic import shared_start

_STEM = 3  # letters at least that forms begin with in common
_ENDING = re.compile(
    "|[аеиоуыьэюяй]|[ая](?:м|ми|х)|[ое](?:й|м|в|ю|го|му)|[иы](?:й|м|ми|х|е|ю|я|ем|ей)|ью|[ауоя]я|[ую]ю|[ое]е"
)
_DERIVED = re.compile(
    r"\w{0,3}[сц]к(?:ий|ой|ая|ое|ую|ого|ому|им|ом|ие|их|ими)"
    r"|\w{0,2}(?:ец|ц(?:а|у|ем|е|ы|ев|ам|ами|ах))|\w?[ая]нин\w{0,2}|\w?ь[ея]\w?"
)
"""Московский, Шотландец, Парижанин, Поволжье."""
_FLEETING = re.compile(r"[ео](\w) ь?\1(?:а|у|ом|ем|е|ы|и)")


def one_name(one: str, other: str) -> bool:
    """Whether two skeletons in small letters may be forms of one name, or one of them is derived from it.

    Рудин and Рудиным, Залец and Зальца, Москва and Московский; not Путин and Путен, nor Лаврова and Лавроф.
    """
    shared = shared_start(one, other)
    if shared < _STEM:
        return False
    tails = one[shared:], other[shared:]
    if any(_DERIVED.fullmatch(tail) for tail in tails):
        return True
    if _FLEETING.fullmatch(" ".join(tails)) or _FLEETING.fullmatch(" ".join(tails[::-1])):
        return True
    # What two endings have in common at their beginning may not belong to the stem: -ый, -ым.
    cuts = range(max(_STEM, shared - 2), shared + 1)
    return any(_ENDING.fullmatch(one[cut:]) and _ENDING.fullmatch(other[cut:]) for cut in cuts)
