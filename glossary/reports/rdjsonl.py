"""Reviewdog's diagnostic format as JSON lines (`rdjsonl`), with suggestions for what can be fixed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from glossary.model import Finding, Severity
from glossary.reports.places import Position, Regions, columns, relative
from glossary.reports.rule import Rule, Texts

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return a line for each finding; columns are bytes of UTF-8, as the format has them, ends exclusive."""
    regions = Regions(texts)
    return "".join(
        json.dumps(_diagnostic(finding, regions, texts), ensure_ascii=False) + "\n" for finding in findings
    )


def _diagnostic(finding: Finding, regions: Regions, texts: Texts) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": relative(finding.path), "range": _range(finding)},
        "severity": _SEVERITIES[finding.severity],
        "source": {"name": "dragoman"},
        "code": {"value": finding.rule},
    }
    region = regions.of(finding.path, finding.fix) if finding.fix else None
    if finding.fix and region:
        text = texts[finding.path]
        start = _position(text, finding.fix.start, region.start)
        end = _position(text, finding.fix.end, region.end)
        diagnostic["suggestions"] = [{"range": {"start": start, "end": end}, "text": finding.fix.text}]
    return diagnostic


def _range(finding: Finding) -> dict[str, Any]:
    part = columns(finding)
    if part is None or finding.target is None:
        return {"start": {"line": finding.line}}
    start, end = (_bytes(finding.target.text[: column - 1]) + 1 for column in part)
    return {"start": {"line": finding.line, "column": start}, "end": {"line": finding.line, "column": end}}


def _position(text: str, offset: int, place: Position) -> dict[str, int]:
    before = text[offset - place.column + 1 : offset]
    return {"line": place.line, "column": _bytes(before) + 1}


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
