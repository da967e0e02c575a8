"""Words of a query in the texts of an entry, as each language compares them, letter case aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from unicodedata import normalize

from glossary.model import Entry
from glossary.text import en, target_language

Fold = Callable[[str], str]

_BETWEEN = "\0"  # no text has it, and no language folds it


def folding(language: str) -> Fold:
    """What folds a text as it is compared: its skeleton in `language` (`en`: the source), casefolded."""
    if language == "en":
        return lambda text: en.normalized(text).casefold()
    skeleton = target_language(language).skeleton
    return lambda text: skeleton(text)[0].casefold()


class Rank(IntEnum):
    """How well a text has the words of a query, the best first."""

    EXACT = 1
    WORDS = 2


class Query:
    """Words to search for. An entry has them where one of its texts has all, each at the start of a word.

    Urdu is compared without blanks, so that a word may stand anywhere in a text there.
    """

    def __init__(self, words: Iterable[str], languages: Iterable[str]) -> None:
        self._folds = {language: folding(language) for language in ("en", *languages)}
        joined = normalize("NFC", " ".join(words))
        self._patterns = {code: _patterns(joined, fold) for code, fold in self._folds.items()}
        self._whole = {code: fold(joined) for code, fold in self._folds.items()}

    def rank(self, entries: Mapping[str, Entry]) -> Rank | None:
        """How well the term has the words, by the entries of its languages; None where it lacks one."""
        best: Rank | None = None
        for code, texts in self._texts(entries):
            if _found(self._patterns[code], texts):
                apart = texts.split(_BETWEEN)
                if self._whole[code] in apart:
                    return Rank.EXACT
                if best or any(_found(self._patterns[code], text) for text in apart):
                    best = Rank.WORDS
        return best

    def _texts(self, entries: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
        """The texts of a term by language, folded all at once, which is quicker than one by one."""
        terms = (entry.term for entry in entries.values())
        source = dict.fromkeys(text for term in terms for text in (term.text, *term.aliases))
        yield "en", self._folds["en"](_BETWEEN.join(source))
        for code, entry in entries.items():
            rendering = entry.rendering
            forms = (form.text for form in rendering.forms)
            texts = (rendering.text, *rendering.admitted, *rendering.forbidden, *forms)
            yield code, self._folds[code](_BETWEEN.join(texts))


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def _patterns(words: str, fold: Fold) -> list[re.Pattern[str]]:
    start = r"(?<!\w)" if fold("a b") != fold("ab") else ""
    folded = [fold(word) for word in words.split()]
    return [re.compile(start + re.escape(word)) for word in folded if word] or [re.compile(r"(?!)")]
