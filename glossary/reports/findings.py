"""Findings of any check, one a line for people and as JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from glossary.model import Excerpt, Finding, Severity
from glossary.reports.display import visible

VERSION = 1


def to_text(findings: Iterable[Finding]) -> str:
    """One line for each finding: `path:line: error G012 what is wrong [term]`."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def to_json(findings: Iterable[Finding]) -> str:
    """The findings as JSON: `{"version": 1, "findings": [{"rule": "G012", "severity": "error", …}, …]}`.

    `line` is 1-based; `term` is null where a finding is about none. Where a finding has them, these follow:
    `target` and `source`, each a line of a file with `start` and `end` of the part that matters; `fix`, whose
    `start` to `end` of the file's text are to become `text`; `entry`, where in the glossary the term stands.
    Offsets are 0-based code points, ends exclusive; a part is empty where the line as a whole is meant.
    """
    objects = [_object(finding) for finding in findings]
    return json.dumps({"version": VERSION, "findings": objects}, ensure_ascii=False, indent=1) + "\n"


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are: `2 errors, 1 warning, 0 notes`."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in reversed(Severity))


def at_least(findings: Iterable[Finding], severity: Severity) -> bool:
    """Whether any finding is as bad as `severity`, or worse."""
    order = list(Severity)
    return any(order.index(finding.severity) >= order.index(severity) for finding in findings)


def _object(finding: Finding) -> dict[str, Any]:
    entry = finding.entry
    place = {"path": str(entry.path), "line": entry.line} if entry and entry.path else None
    further = {
        "target": _excerpt(finding.target),
        "source": _excerpt(finding.source),
        "fix": asdict(finding.fix) if finding.fix else None,
        "entry": place,
    }
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": str(finding.path),
        "line": finding.line,
        "term": finding.term or None,
    } | {name: value for name, value in further.items() if value}


def _excerpt(excerpt: Excerpt | None) -> dict[str, Any] | None:
    return asdict(excerpt) | {"path": str(excerpt.path)} if excerpt else None


def _line(finding: Finding) -> str:
    term = f" [{visible(finding.term)}]" if finding.term else ""
    place = f"{finding.path}:{finding.line}"
    return f"{place}: {finding.severity} {finding.rule} {visible(finding.message)}{term}"
