"""Certain remedies, put into a translation only where they make nothing else wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.checks.passage import Judge, Passage
from glossary.checks.rules import PASSAGE_RULES
from glossary.model import Finding


def fixed(judge: Judge, passage: Passage) -> Passage:
    """Return the passage with every remedy that some rule is sure of and that no rule objects to.

    A remedy counts only where it leaves fewer findings and not more of any rule, so that fixing ends, and
    fixing what is fixed changes nothing.
    """
    found = _findings(judge, passage)
    for finding in found:
        if finding.fix is None:
            continue
        tried = _with_fix(passage, finding)
        left = _findings(judge, tried)
        before, after = Counter(f.rule for f in found), Counter(f.rule for f in left)
        if after.total() < before.total() and after <= before:
            return fixed(judge, tried)
    return passage


def applied(text: str, passages: Iterable[tuple[Passage, Passage]]) -> str:
    """Return a file's text with the lines of fixed passages, given as (before, after), in their places."""
    changed = [(a.target, b.target) for a, b in passages if a.target.text != b.target.text]
    for old, new in sorted(changed, key=lambda pair: pair[0].offset or 0, reverse=True):
        assert old.offset is not None  # else there was nothing to fix
        text = text[: old.offset] + new.text + text[old.offset + len(old.text) :]
    return text


def _findings(judge: Judge, passage: Passage) -> Sequence[Finding]:
    view = judge.look(passage)
    return [finding for check in PASSAGE_RULES.values() for finding in check(view)]


def _with_fix(passage: Passage, finding: Finding) -> Passage:
    line, fix = passage.target, finding.fix
    assert fix is not None
    assert line.offset is not None
    start, end = fix.start - line.offset, fix.end - line.offset
    return replace(passage, target=replace(line, text=line.text[:start] + fix.text + line.text[end:]))
