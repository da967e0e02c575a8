"""Rules for characters that are not what they look like; `glossary.text.letters` knows which they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.lint.sources import Problem, Scope, english_texts, target_texts
from glossary.text import letters

# Cheap tests that spare most texts the dear ones.
_TWO_SCRIPTS = re.compile("[A-Za-zÀ-ɏ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ɏ]")
_LONE_LATIN = re.compile(r"(?<![\w.'’-])[acoy](?![\w.'’-])")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_NO_BREAK = "\u00a0\u2007\u202f"


def not_canonical(scope: Scope) -> Iterator[Problem]:
    """A rendering has a letter or digit of another language's alphabet: Arabic `ك ي ى ه ة ٣` in Urdu.

    Urdu writes `ک ی ی ہ ۃ ۳`, and the hamza composed (`ئ`). They look alike and are not found by each other.
    Forbidden renderings are exempt.
    """
    for source in scope.catalogs:
        for entry in source.live:
            for key, text in target_texts(entry):
                for start, end, right in letters.not_canonical(text, source.language):
                    message = f"“{text}” has {letters.named(text[start:end])} for {letters.named(right)}"
                    yield source.problem(entry, message, key, text)
                    break


def look_alike(scope: Scope) -> Iterator[Problem]:
    """A word mixes Latin and Cyrillic letters that look alike: `Mосква` with a Latin M.

    A Latin `a`, `c`, `o` or `y` that stands alone among Cyrillic words is such a letter as well. Forbidden
    renderings are exempt.
    """
    for source in scope.sources:
        for entry in source.live:
            for key, text in (*english_texts(entry), *target_texts(entry)):
                if wrong := _look_alike(text):
                    yield source.problem(entry, f"“{text}” has {wrong}", key, text)


def _look_alike(text: str) -> str:
    if _TWO_SCRIPTS.search(text):
        for start, end, right in letters.look_alikes(text):
            return f"{letters.named(text[start:end])} for {letters.named(right)}"
    if not text.isascii() and (lone := _LONE_LATIN.search(text)) and _CYRILLIC.search(text):
        return f"{letters.named(lone[0])} as a word"
    return ""


def invisible(scope: Scope) -> Iterator[Problem]:
    """A character that nobody sees: zero-width, bidi control, soft hyphen, or a no-break blank at an edge.

    Two words that look the same are not the same with it. In Urdu the zero-width non-joiner belongs between
    letters. Notes and forbidden renderings are exempt.
    """
    for source in scope.sources:
        for entry in source.live:
            for key, text in (*english_texts(entry), *target_texts(entry)):
                if text.isprintable():
                    continue
                unseen = [text[start:end] for start, end in letters.invisible(text, source.language)]
                unseen += [char for char in (text[0], text[-1]) if char in _NO_BREAK]
                for char in dict.fromkeys(unseen):
                    yield source.problem(
                        entry, f"“{text}” has the invisible {letters.named(char)}", key, text
                    )
