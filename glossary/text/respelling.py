"""What all transliterations from Latin script share: names by table, letters by rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*['’ʼ`]?")
_COLUMNS = {"ru": 1, "ur": 2}


class Rules:
    """Respelling of a word in lower case by a table of letter groups.

    A key that begins with `^` holds at the beginning of a word, one that ends in `$` at its end. Of several
    that fit the longest is taken, anchors counted; a letter without a rule stays as it is.
    """

    def __init__(self, *tables: Mapping[str, str]) -> None:
        self._table = {key: value for table in tables for key, value in table.items()}
        self._longest = max(map(len, self._table))

    def __call__(self, word: str) -> str:
        """Return the respelled word."""
        return "".join(self._pieces(f"^{word}$"))

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        while at < len(text):
            lengths = range(min(self._longest, len(text) - at), 0, -1)
            length = next((n for n in lengths if text[at : at + n] in self._table), 0)
            if length:
                yield self._table[text[at : at + length]]
            elif text[at] not in "^$":
                yield text[at]
            at += length or 1


@cache
def elements(language: str) -> Mapping[str, str]:
    """The usual renderings of names and their parts in a language, by their English spelling in lower case.

    They are those that several bearers share in newswire and a glossary written for this project, and a few
    common ones added by hand.
    """
    column = _COLUMNS[language]
    lines = Path(__file__).with_name("name_elements.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {row[0]: row[column] for row in rows if row[column]}


def plain(word: str) -> str:
    """A word in lower case, its apostrophes straight, without those accents that change no sound."""
    lower = unicodedata.normalize("NFC", word).lower().translate({ord(sign): "'" for sign in "’ʼ`‘"})
    return "".join(_without_accent(char) for char in lower)


def _without_accent(char: str) -> str:
    if char in "çşğıöüäñčšžćłńśźżéèęąåøæßőű":
        return char
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))


def by_words(name: str, render: Callable[[str], str]) -> str:
    """The name with each of its words rendered, all between them left as it is, in NFC."""
    return unicodedata.normalize("NFC", _WORD.sub(lambda found: render(found.group()), name))


def words(name: str) -> list[str]:
    """The words of a name, plain."""
    return [plain(found) for found in _WORD.findall(name)]
