"""Rules about what is there at all: text left in English, paragraphs missing or doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from glossary.checks.passage import Line, Passage, View, doubt
from glossary.model import Finding, Severity
from glossary.text import en, en_names

_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;]+[A-Za-z][A-Za-z'’-]*)+")
_LONG = 4  # words in a row that are no name
_OWN = regex.compile(r"(?!\p{Latin})\p{L}")


def left_untranslated(view: View) -> Iterator[Finding]:
    """Words of the source stand in the translation in English, and no term asks for that.

    Four words or more in a row, fewer where they are everyday words and no name, or all that there is.
    """
    target, source = view.passage.target.text, view.passage.source.text
    hidden = en.ADDRESS.sub(lambda found: " " * len(found.group()), target)
    for start, end in view.slots.values():
        hidden = hidden[:start] + "\0" * (end - start) + hidden[end:]
    english = {word.casefold() for word in _LATIN.findall(source)}
    whole = not _OWN.search(target)
    for run in _RUN.finditer(hidden):
        words = _LATIN.findall(run.group())
        copied = sum(word.casefold() in english for word in words) * 4 >= 3 * len(words)
        if copied and (len(words) >= _LONG or _is_prose(words, whole=whole)):
            yield view.finding("C013", Severity.WARNING, "this is still in English", target=run.span())


def _is_prose(words: Sequence[str], *, whole: bool) -> bool:
    """Return whether English words are no name: all are everyday ones, or one of a whole text is."""
    everyday = (word.islower() and en_names.is_common(word) for word in words)
    return any(everyday) if whole else all(everyday)


def missing_paragraph(line: Line, near: Line, *, certain: bool = True) -> Finding:
    """A paragraph of the source has no counterpart in the translation."""
    return Finding(
        "C014",
        Severity.WARNING,
        f"line {line.number} of the source is not in the translation: “{_begin(line.text)}”{doubt(certain)}",
        near.path,
        near.number,
        source=line.excerpt(),
        sentence=line.text,
    )


def surplus_paragraph(line: Line, *, certain: bool = True) -> Finding:
    """A paragraph of the translation has no counterpart in the source."""
    return Finding(
        "C015",
        Severity.WARNING,
        f"nothing in the source corresponds to “{_begin(line.text)}”{doubt(certain)}",
        line.path,
        line.number,
        target=line.excerpt(),
        sentence=line.text,
    )


def doubled_paragraphs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """A paragraph of the translation stands there twice, though the source's paragraphs differ."""
    first: dict[str, Passage] = {}
    for passage in passages:
        text = passage.target.text.strip()
        known = first.setdefault(text, passage)
        differ = known.source.text.strip() != passage.source.text.strip()
        if known is not passage and differ and len(text.split()) > 3:
            yield Finding(
                "C016",
                Severity.WARNING,
                f"this repeats line {known.target.number}",
                passage.target.path,
                passage.target.number,
                target=passage.target.excerpt(),
                source=passage.source.excerpt(),
                sentence=text,
            )


def _begin(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
