"""Checks whole translations: pairs of texts to passages, passages to findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from glossary import alignment
from glossary.checks import structure
from glossary.checks.passage import Line, Passage, View, literal
from glossary.checks.rules import PASSAGE_RULES, RUN_RULES
from glossary.documents import Format
from glossary.documents.segment import Segment
from glossary.model import Finding
from glossary.text import romanization

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"\b[A-Z][A-Za-z]{3,}")


def findings(views: Sequence[View]) -> Iterator[Finding]:
    """Yield what the rules say of the passages of one language: one by one, then all together."""
    for view in views:
        for rule, check in PASSAGE_RULES.items():
            if not view.passage.ignored & {rule, "*"}:
                yield from check(view)
    for rule, check_all in RUN_RULES.items():
        yield from check_all([view for view in views if not view.passage.ignored & {rule, "*"}])


def pair_up(
    source: tuple[Path, str], target: tuple[Path, str], form: Format
) -> tuple[list[Passage], list[Finding]]:
    """Return the passages of a text and its translation, and what is missing, too many or doubled.

    Line belongs to line where both have as many, else paragraph to paragraph, else the likeliest alignment is
    taken, and its passages are not certain.
    """
    lines = _lines(*source), _lines(*target)
    if len(lines[0]) == len(lines[1]):
        passages, lost = _by_position(*lines)
    else:
        paragraphs = _paragraphs(*source, form), _paragraphs(*target, form)
        if len(paragraphs[0]) == len(paragraphs[1]):
            passages, lost = _by_position(*paragraphs)
        else:
            passages, lost = _by_guess(*paragraphs)
    return passages, [*lost, *structure.doubled_paragraphs(passages)]


def _lines(path: Path, text: str) -> list[Line]:
    lines, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        lines.append(Line(path, number, line.rstrip("\r\n"), literal(at)))
        at += len(line)
    return lines


def _paragraphs(path: Path, text: str, form: Format) -> list[Line]:
    return [_paragraph(path, text, segment) for segment in form.parse(text)]


def _paragraph(path: Path, text: str, segment: Segment) -> Line:
    number = text.count("\n", 0, segment.start) + 1
    if text[segment.start : segment.end] == segment.text:
        return Line(path, number, segment.text, literal(segment.start))
    return Line(path, number, segment.text)


def _by_position(source: Sequence[Line], target: Sequence[Line]) -> tuple[list[Passage], list[Finding]]:
    passages, lost = [], []
    for a, b in zip(source, target, strict=True):
        if a.text.strip() and not b.text.strip():
            lost.append(structure.missing_paragraph(a, b))
        elif b.text.strip() and not a.text.strip():
            lost.append(structure.surplus_paragraph(b))
        elif a.text.strip():
            passages.append(Passage(a, b))
    return passages, lost


def _by_guess(source: Sequence[Line], target: Sequence[Line]) -> tuple[list[Passage], list[Finding]]:
    passages: list[Passage] = []
    lost: list[Finding] = []
    near = target[0] if target else Line(source[0].path, 1, "")
    for bead in alignment.align([a.text for a in source], [b.text for b in target], _anchors):
        if not bead.target:
            lost += (structure.missing_paragraph(source[i], near) for i in bead.source)
        elif not bead.source:
            lost += (structure.surplus_paragraph(target[j]) for j in bead.target)
        else:
            near = target[bead.target[-1]]
            a, b = _merged([source[i] for i in bead.source]), _merged([target[j] for j in bead.target])
            passages.append(Passage(a, b, certain=False))
    return passages, lost


def _merged(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    return Line(lines[0].path, lines[0].number, " ".join(line.text for line in lines))


def _anchors(source: str, target: str) -> int:
    """Return how many numbers and names of the source stand in the target, names by their sound."""
    numbers = set(_NUMBER.findall(source)) & set(_NUMBER.findall(target))
    words = {romanization.consonants(word) for word in target.split()}
    names = {romanization.consonants(name) for name in _NAME.findall(source)}
    return len(numbers) + len({name for name in names if len(name) > 2} & words)
