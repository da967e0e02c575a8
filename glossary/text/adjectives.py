"""Adjectives made of a name, which may stand for it: «лахорская палата» for the Lahore Chamber."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SHORTEST = 4  # letters that a stem has, so that it is this name's
_RU_ENDING = "(?:ск|цк|альн|енн)(?:ий|ый|ой|ая|ое|ие|ые|ого|ому|им|ым|ом|ую|их|ых|ими|ыми|ей|ою|о(?=[-‑]))"
_RU_LINKS = "(?:и?й|ь|[аеиоя]н|[ое]в|[иу]ан|ен|ист)?"
_RU_SHORTENED = "(?:ов|ь|уз)"  # Москва: московский; Польша: польский; Франция: французский


def standing_for(noun: str, text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the spans in a text of adjectives made of a noun of one word; none in other languages."""
    pattern = _pattern(noun, language) if noun.isalpha() else None
    for found in pattern.finditer(_compared(text)) if pattern else ():
        yield found.span()


@lru_cache(maxsize=4096)
def _pattern(noun: str, language: str) -> re.Pattern[str] | None:
    make = {"ru": _russian, "ur": _urdu}.get(language)
    words = make(_compared(noun)) if make else ""
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE) if words else None


def _compared(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е")


def _russian(noun: str) -> str:
    stem = noun[:-1] if noun[-1] in "аяоеуыиьй" else noun
    shortened = stem[:-1]
    words = [rf"{stem}{_RU_LINKS}{_RU_ENDING}"] if len(stem) >= _SHORTEST else []
    if stem != noun and len(shortened) >= _SHORTEST:
        words.append(rf"{shortened}{_RU_SHORTENED}{_RU_ENDING}")
    if len(noun) >= _SHORTEST:
        words.append(rf"{noun}{_RU_LINKS}{_RU_ENDING}")
    return "|".join(words)


def _urdu(noun: str) -> str:
    stem = noun[:-1] if noun[-1] in "اہ" else noun
    return f"{stem}(?:ی|وی|ائی)" if len(noun) >= _SHORTEST else ""
