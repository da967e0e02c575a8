"""Workflow commands of GitHub Actions: a line that the runner turns into an annotation of the file."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.model import Finding, Severity
from glossary.reports.findings import summary
from glossary.reports.places import columns, relative
from glossary.reports.rule import Rule, Texts

MOST = 50
"""How many annotations are written: GitHub shows no more of a job."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ORDER = list(_COMMANDS)


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return a command for each finding, the worst `MOST` of them, and one that says how many there are."""
    worst = sorted(findings, key=lambda finding: _ORDER.index(finding.severity))[:MOST]
    lines = [_command(finding) for finding in worst]
    if findings:
        hidden = len(findings) - len(worst)
        shown = f"; {hidden} of them are not shown here" if hidden else ""
        lines.append(f"::notice title=dragoman::{_data(summary(findings) + shown)}")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    properties = {"file": relative(finding.path), "line": str(finding.line)}
    if part := columns(finding):
        properties["col"] = str(part[0])
    properties["title"] = finding.rule
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
