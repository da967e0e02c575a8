"""Rules for renderings: how they fit their own alternatives, and the words of the term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from glossary.enforcement.lexicon import Lexicon
from glossary.lint.sources import Problem, Scope, target_texts
from glossary.model import Entry, Form
from glossary.text import target_language

_LAST_OF_RUSSIAN = frozenset("аеиоуыюяйьмхв")
"""What a Russian ending ends in: матери, отцом, министрах, президентов."""

_LONGEST_ENDING = 4  # -ями and what it replaces
_FINAL = {**{c: c for c in ".…!?:;,"}, "۔": ".", "؟": "?", "؛": ";", "،": ","}
# A full stop belongs to an abbreviation: U.S., Inc., St. Louis Inc.
_ABBREVIATED = re.compile(r"(?:\b\w{1,4}|\.\w+)\.$")
_ASCII_DIGIT = re.compile("[0-9]")
_OTHER_DIGIT = re.compile("[٠-٩۰-۹०-९]")


def forbids_itself(scope: Scope) -> Iterator[Problem]:
    """A forbidden rendering is also an approved one: the `msgstr`, an admitted one, or a form of them.

    It would forbid what it should protect, and is therefore never enforced. Compared as translations are:
    in Russian ё is е, in Urdu blanks do not count.
    """
    for source in scope.catalogs:
        lexicon, compared = Lexicon(source.language), _comparison(source.language)
        for entry in source.live:
            for forbidden in entry.rendering.forbidden:
                if approved := _approved(entry, compared(forbidden), lexicon, compared):
                    message = f"the forbidden “{forbidden}” is {approved}"
                    yield source.problem(entry, message, "forbidden", forbidden)


def _approved(entry: Entry, forbidden: str, lexicon: Lexicon, compared: Callable[[str], str]) -> str:
    """What the forbidden rendering is, in words, if anything approved."""
    rendering = entry.rendering
    forms: Iterable[Form] = ()
    if any(_may_be_form(forbidden, compared(text)) for text in rendering.admitted):
        forms = (variant.form for variant in lexicon.approved(entry))
    elif any(_may_be_form(forbidden, compared(text)) for text in (rendering.text, *_by_hand(entry))):
        forms = lexicon.forms(entry)
    for form in forms:
        if compared(form.text) == forbidden:
            features = " ".join(f"{name}={value}" for name, value in form.features)
            return f"the approved form “{form.text}” ({features})"
    return ""


def _by_hand(entry: Entry) -> Iterator[str]:
    return (form.text for form in entry.rendering.forms)


def _comparison(language: str) -> Callable[[str], str]:
    """How to make a text what translations are compared by; fast, since names share their words."""
    skeleton = target_language(language).skeleton
    word = lru_cache(maxsize=1 << 16)(lambda text: skeleton(text)[0])
    blank = skeleton(" ")[0]
    return lambda text: blank.join(map(word, text.split()))


def _may_be_form(text: str, lemma: str) -> bool:
    """Whether `text` could be a form of `lemma`: far cheaper than making the forms."""
    words, lemmas = text.split(" "), lemma.split(" ")
    return len(words) == len(lemmas) and all(map(_may_be_word_form, words, lemmas))


def _may_be_word_form(word: str, lemma: str) -> bool:
    if word == lemma:
        return True
    pairs = enumerate(zip(word, lemma, strict=False))
    stem = next((i for i, (a, b) in pairs if a != b), min(len(word), len(lemma)))
    ending = word[stem:]
    if not stem or len(lemma) - stem > 3 or len(ending) > _LONGEST_ENDING:
        return False
    return not ending or ending[-1] in _LAST_OF_RUSSIAN or not "а" <= ending[-1] <= "я"


def admits_itself(scope: Scope) -> Iterator[Problem]:
    """An admitted rendering is the preferred one, or another admitted one, as translations are compared.

    It adds nothing: in Russian ё is е anyway, in Urdu blanks do not count.
    """
    for source in scope.catalogs:
        comparison = _comparison(source.language)
        for entry in source.live:
            if not entry.rendering.admitted:
                continue
            seen = {comparison(entry.rendering.text): entry.rendering.text}
            for admitted in entry.rendering.admitted:
                compared = comparison(admitted)
                if compared in seen:
                    message = f"the admitted “{admitted}” is the same as “{seen[compared]}”"
                    yield source.problem(entry, message, "admitted", admitted)
                seen.setdefault(compared, admitted)


def edges(scope: Scope) -> Iterator[Problem]:
    """Blanks, ellipses or final marks at the edges of the rendering are not those of the term.

    Marks of other scripts count as the Latin ones (`؟` as `?`), three full stops as an ellipsis, and the
    full stop of an abbreviation (`U.S.`, `Inc.`) as none.
    """
    for source in scope.catalogs:
        for entry in source.live:
            term, text = entry.term.text, entry.rendering.text
            if not text or not (_has_edge(term) or _has_edge(text)):
                continue
            for side, of_term, of_text in zip(("begins", "ends"), _edges(term), _edges(text), strict=True):
                if of_term != of_text:
                    yield source.problem(
                        entry,
                        f"the term {side} with {_quoted(of_term)}, the rendering with {_quoted(of_text)}",
                    )


def _has_edge(text: str) -> bool:
    return text[0].isspace() or text[0] in _FINAL or text[-1].isspace() or text[-1] in _FINAL


def _edges(text: str) -> tuple[str, str]:
    """The blanks or ellipsis before the text, and those, or the final marks, behind it."""
    text = text.strip("\n").replace("...", "…")  # line ends are gettext's own rule
    body = text.strip()
    before = text[: len(text) - len(text.lstrip())] + ("…" if body.startswith("…") else "")
    bare = body.rstrip("".join(_FINAL))
    marks = "" if _ABBREVIATED.search(body) else body[len(bare) :]
    return before, "".join(_FINAL[mark] for mark in marks) + text[len(text.rstrip()) :]


def _quoted(edge: str) -> str:
    return f"“{edge}”" if edge else "none"


def mixed_digits(scope: Scope) -> Iterator[Problem]:
    """One rendering has digits of two kinds: `۱۹۷۱` and `1971`."""
    for source in scope.catalogs:
        for entry in source.live:
            for key, text in target_texts(entry):
                if _OTHER_DIGIT.search(text) and _ASCII_DIGIT.search(text):
                    yield source.problem(entry, f"“{text}” has digits of two kinds", key, text)
