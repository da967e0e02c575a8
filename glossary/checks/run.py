"""Checks whole translations: pairs of texts to passages, passages to findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from glossary.alignment import Paragraph, align
from glossary.checks import structure
from glossary.checks.layout import FileLines, lines_of, merged, paragraph
from glossary.checks.passage import Line, Passage, View
from glossary.checks.rules import PASSAGE_RULES, RUN_RULES
from glossary.documents import Format
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

    Line belongs to line where both have as many, unless the lines of both are hard-wrapped, else paragraph to
    paragraph, else the likeliest alignment is taken, and its passages are not certain.
    """
    files = FileLines(*source), FileLines(*target)
    lines = lines_of(files[0]), lines_of(files[1])
    a, b = ([paragraph(file, segment) for segment in form.parse(file.text)] for file in files)
    wrapped = len(a) == len(b) and _is_wrapped(lines[0], a) and _is_wrapped(lines[1], b)
    if len(lines[0]) == len(lines[1]) and not wrapped:
        passages, lost = _by_position(*lines)
    elif len(a) == len(b):
        passages, lost = _by_position(a, b)
    else:
        passages, lost = _by_guess(a, b, Line(target[0], 1, ""))
    return passages, [*lost, *structure.doubled_paragraphs(passages)]


def _is_wrapped(lines: Sequence[Line], paragraphs: Sequence[Line]) -> bool:
    """Return whether the paragraphs of a text go over several lines."""
    return 2 * len(paragraphs) <= sum(bool(line.text.strip()) for line in lines)


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


def _by_guess(
    source: Sequence[Line], target: Sequence[Line], near: Line
) -> tuple[list[Passage], list[Finding]]:
    """Return the passages of the likeliest alignment; `near` is where what is missing first is reported."""
    passages: list[Passage] = []
    lost: list[Finding] = []
    near = target[0] if target else near
    for bead in align([_source(a.text) for a in source], [_target(b.text) for b in target]):
        if not bead.target:
            lost += (structure.missing_paragraph(source[i], near, certain=False) for i in bead.source)
        elif not bead.source:
            lost += (structure.surplus_paragraph(target[j], certain=False) for j in bead.target)
        else:
            near = target[bead.target[-1]]
            a, b = merged([source[i] for i in bead.source]), merged([target[j] for j in bead.target])
            passages.append(Passage(a, b, certain=False))
    return passages, lost


def _source(text: str) -> Paragraph:
    names = {romanization.consonants(name) for name in _NAME.findall(text)}
    return Paragraph(len(text), frozenset(_NUMBER.findall(text)) | {name for name in names if len(name) > 2})


def _target(text: str) -> Paragraph:
    words = {romanization.consonants(word) for word in text.split()}  # names are known by their sound
    return Paragraph(len(text), frozenset(_NUMBER.findall(text)) | words)
