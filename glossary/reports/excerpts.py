"""Findings for people: each with the lines it was seen in, and a mark under the part that matters.

A line more says where in the glossary the term stands, unless that is the built-in one.

Under text that a terminal shows from right to left a caret cannot point; there the part stands in
guillemets. Such text is wrapped in isolates (FSI, PDI), so that it does not reorder what stands around it.
Characters that nobody sees are written as `<U+202E>`: they may be what the finding is about, and a terminal
might obey them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import regex

from glossary.model import Excerpt, Finding
from glossary.reports.display import JOINERS, is_right_to_left, width
from glossary.reports.findings import to_text
from glossary.reports.places import own_place
from glossary.reports.rule import Rule, Texts

_WIDTH = 96  # columns of text; with the label before it, a line fits a common terminal
_FSI, _PDI = "\u2068", "\u2069"
# From the first to the last letter from right to left, over all between them but quotes and other letters.
_RUN = regex.compile(r"[\p{bc=R}\p{bc=AL}](?:[^\p{bc=L}“”«»]*[\p{bc=R}\p{bc=AL}\p{bc=NSM}])?")


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return each finding as a line, the lines of the source and the target under it."""
    return "\n".join("".join(_block(finding)) for finding in findings)


def isolated(text: str) -> str:
    """Return a text with its parts from right to left in isolates."""
    return str(_RUN.sub(rf"{_FSI}\g<0>{_PDI}", text))


def _block(finding: Finding) -> Iterator[str]:
    yield isolated(to_text([finding]))
    excerpts = {"source": finding.source, "target": finding.target}
    labelled = {f"  {name} {excerpt.line}": excerpt for name, excerpt in excerpts.items() if excerpt}
    shown = {label: tuple(_lines(excerpt)) for label, excerpt in labelled.items()}
    if finding.entry and (place := own_place(finding.entry)):
        shown["  glossary"] = (place,)
    widest = max(map(len, shown), default=0)
    for label, (first, *others) in shown.items():
        yield f"{label:<{widest}} | {first}\n"
        yield from (f"{'':<{widest}} | {other}\n" for other in others)


def _lines(excerpt: Excerpt) -> Iterator[str]:
    """Yield what is shown of an excerpt: its line, and the carets under it, if any."""
    before, part, after = _window(excerpt)
    if is_right_to_left(before + part + after):
        marked = f"«{part}»" if part else ""
        yield f"{_FSI}{before}{marked}{after}{_PDI}"
    else:
        yield (before + part + after).rstrip()
        if part:
            yield " " * width(before) + "^" * max(width(part), 1)


def _window(excerpt: Excerpt) -> tuple[str, str, str]:
    """Return what stands before, in and after the part that matters, cut to fit a line."""
    text, start, end = excerpt.text, excerpt.start, excerpt.end
    room = max(_WIDTH - (end - start), 0)
    left = max(0, min(start - room // 2, len(text) - _WIDTH))
    while 0 < left < start and unicodedata.category(text[left])[0] == "M":
        left += 1  # a mark without its letter would sit on the ellipsis
    right = min(len(text), max(left + _WIDTH, start))
    before = ("…" if left else "") + _visible(text[left:start])
    after = _visible(text[end:right]) + ("…" if right < len(text) else "")
    return before, _visible(text[start : min(end, right)]), after


def _visible(text: str) -> str:
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() or character in JOINERS else f"<U+{ord(character):04X}>"
