"""SARIF 2.1.0, which code hosts and editors read (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import glossary
from glossary.model import Excerpt, Finding, Fix
from glossary.reports.fingerprint import fingerprint
from glossary.reports.places import Regions, columns, relative
from glossary.reports.rule import Rule, Texts

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_FINGERPRINT = "dragomanSentence/v1"

Object = dict[str, Any]
"""A JSON object of the standard."""


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return findings as a log of one run, with all rules that were applied.

    The first location is in the target; the source is a related one. Columns are code points, ends exclusive.
    """
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    regions = Regions(texts)
    run = {
        "tool": {
            "driver": {
                "name": "dragoman",
                "version": glossary.__version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which the check was run."}}},
        "results": [_result(finding, indexes, regions) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> Object:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.documentation.partition("\n")[0]},
        "fullDescription": {"text": rule.documentation},
        "help": {"text": rule.documentation},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, indexes: dict[str, int], regions: Regions) -> Object:
    result: Object = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.line, columns(finding))],
        "partialFingerprints": {_FINGERPRINT: fingerprint(finding)},
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if finding.source:
        result["relatedLocations"] = [_source(finding.source)]
    if finding.fix:
        result["fixes"] = [_fix(finding.path, finding.fix, regions)]
    return result


def _source(excerpt: Excerpt) -> Object:
    part = (excerpt.start + 1, excerpt.end + 1) if excerpt.start < excerpt.end else None
    return {**_location(excerpt.path, excerpt.line, part), "message": {"text": "the source"}}


def _location(path: Path, line: int, part: tuple[int, int] | None) -> Object:
    region = {"startLine": line}
    if part:
        region |= {"startColumn": part[0], "endColumn": part[1]}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: Path) -> Object:
    """Return the place of a file: relative to where the check was run, or absolute where it is elsewhere."""
    place = relative(path)
    if Path(place).is_absolute():
        return {"uri": Path(place).as_uri()}
    return {"uri": quote(place), "uriBaseId": _BASE}


def _fix(path: Path, fix: Fix, regions: Regions) -> Object:
    deleted = {"charOffset": fix.start, "charLength": fix.end - fix.start}
    if region := regions.of(path, fix):
        start, end = region
        deleted |= {"startLine": start.line, "startColumn": start.column}
        deleted |= {"endLine": end.line, "endColumn": end.column}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": fix.text}}
    return {"artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [replacement]}]}
