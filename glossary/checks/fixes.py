"""Remedies for a translation that make nothing else wrong: first those that a rule is sure of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from glossary.checks.excuses import excused
from glossary.checks.passage import Judge, Passage, literal
from glossary.checks.rules import PASSAGE_RULES
from glossary.model import Finding, Fix

_TERMS = ("C001", "C002")
_ROUNDS = 20  # a fix may make room for another one, but never so often

Select = Callable[[Iterable[Finding]], Iterable[Finding]]
"""What leaves the findings that count."""


def fixed(text: str, read: Callable[[str], Sequence[Passage]], judge: Judge, select: Select) -> str:
    """Return a file's text with every remedy that no rule objects to: of rules, then of enforcement.

    `read` gives the passages of a text; what `select` leaves out stays as it is. A remedy counts only where
    it leaves fewer findings and not more of any rule, so that fixing what is fixed changes nothing.
    """
    for _ in range(_ROUNDS):
        remedies = [fix for passage in read(text) for fix in _remedies(judge, passage, select)]
        if not remedies:
            break
        text = _applied(text, remedies)
    return text


def _remedies(judge: Judge, passage: Passage, select: Select) -> list[Fix]:
    """Return the remedies for a passage of the first rule that has any, which do not touch each other."""
    # Findings as of a file that has this line alone, so that their offsets are those of the line.
    alone = replace(passage, target=replace(passage.target, remedy=literal(0), shown=None))
    found = _findings(judge, alone)
    good = [f for f in select(found) if f.fix and _helps(judge, alone, f.fix, found)]
    fixes = [f.fix for f in good if f.fix and f.rule == good[0].rule]
    if not fixes and any(f.rule in _TERMS for f in select(found)):
        fixes = [fix for fix in _enforced(judge, alone) if _helps(judge, alone, fix, found)]
    remedies = (passage.target.remedy(fix.start, fix.end, fix.text) for fix in _apart(fixes))
    return [remedy for remedy in remedies if remedy]


def _enforced(judge: Judge, passage: Passage) -> Iterator[Fix]:
    """Yield the change that enforcement makes to a line; where a form is open, the context decides."""
    # Only fixing needs these, and checking is to start quickly.
    from glossary.enforcement.draft import Sentence  # noqa: PLC0415
    from glossary.enforcement.enforcer import Enforcer  # noqa: PLC0415
    from glossary.enforcement.no_engine import NoEngine  # noqa: PLC0415

    view = judge.look(passage)
    spared = excused(view)
    wanted = tuple(match for i, match in enumerate(view.matches) if i not in spared)
    sentence = Sentence(passage.source.text, wanted)
    old = passage.target.text
    (enforced,) = Enforcer(NoEngine(), judge.language).repair([sentence], [old])
    new = enforced.text
    start = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    if old != new:
        yield Fix(start, len(old) - end, new[start : len(new) - end])


def _shared(text: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(text), len(other)))


def _helps(judge: Judge, passage: Passage, fix: Fix, found: Sequence[Finding]) -> bool:
    line = passage.target
    tried = replace(line, text=line.text[: fix.start] + fix.text + line.text[fix.end :])
    left = Counter(f.rule for f in _findings(judge, replace(passage, target=tried)))
    before = Counter(f.rule for f in found)
    return left.total() < before.total() and left <= before


def _apart(fixes: Sequence[Fix]) -> Iterator[Fix]:
    end = 0
    for fix in sorted(fixes, key=lambda fix: fix.start):
        if fix.start >= end:
            yield fix
            end = max(fix.end, fix.start + 1)


def _applied(text: str, fixes: Sequence[Fix]) -> str:
    for fix in sorted(fixes, key=lambda fix: fix.start, reverse=True):
        text = text[: fix.start] + fix.text + text[fix.end :]
    return text


def _findings(judge: Judge, passage: Passage) -> Sequence[Finding]:
    view = judge.look(passage)
    rules = {rule: check for rule, check in PASSAGE_RULES.items() if not passage.ignored & {rule, "*"}}
    return [finding for check in rules.values() for finding in check(view)]
