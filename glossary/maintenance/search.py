"""Words of a query in the texts of an entry, as each language compares them, letter case aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from unicodedata import normalize

import regex

from glossary.model import Entry
from glossary.text import en, target_language

Fold = Callable[[str], str]

_BETWEEN = "\0"  # no text has it, and no language folds it


def folding(language: str) -> Fold:
    """What folds a text in NFC as it is compared: its skeleton in `language` (`en`: the source), casefolded.

    Rules look at single characters but for combining marks and blanks, so that a text without marks is folded
    by a table, which is ten times as fast.
    """
    if language == "en":
        return lambda text: en.normalized(text).casefold()
    skeleton = target_language(language).skeleton
    marks = regex.compile(r"\p{M}")

    class Table(dict[int, str]):
        def __missing__(self, code: int) -> str:
            self[code] = skeleton(chr(code))[0].casefold()
            return self[code]

    table = Table()
    return lambda text: (
        skeleton(text)[0].casefold() if marks.search(text) else re.sub(" {2,}", " ", text.translate(table))
    )


class Query:
    """Words to search for. An entry has them where one of its texts has all, each at the start of a word.

    Urdu is compared without blanks, so that a word may stand anywhere in a text there.
    """

    def __init__(self, words: Iterable[str], languages: Iterable[str]) -> None:
        self._folds = {language: folding(language) for language in ("en", *languages)}
        joined = normalize("NFC", " ".join(words))
        self._patterns = {code: _patterns(joined, fold) for code, fold in self._folds.items()}
        self._whole = {code: fold(joined) for code, fold in self._folds.items()}

    def finds(self, entries: Mapping[str, Entry]) -> bool:
        """Whether the term, by the entries of its languages, has the words."""
        return any(
            _found(self._patterns[code], texts)
            and any(_found(self._patterns[code], text) for text in texts.split(_BETWEEN))
            for code, texts in self._texts(entries)
        )

    def is_exact(self, entries: Mapping[str, Entry]) -> bool:
        """Whether a text of the term is the query and nothing more."""
        return any(self._whole[code] in texts.split(_BETWEEN) for code, texts in self._texts(entries))

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
