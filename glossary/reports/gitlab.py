"""GitLab's Code Quality report: a JSON array, a part of what Code Climate specifies."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from glossary.model import Finding, Severity
from glossary.reports.fingerprint import fingerprint
from glossary.reports.places import relative
from glossary.reports.rule import Rule, Texts

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return findings with fingerprints that are unique: GitLab shows one of those that share theirs."""
    seen: Counter[tuple[str, str]] = Counter()
    issues = []
    for finding in findings:
        path = relative(finding.path)
        key = path, fingerprint(finding)
        seen[key] += 1
        issues.append(
            {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": _hash(*key, str(seen[key])),
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": path, "lines": {"begin": finding.line}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()
