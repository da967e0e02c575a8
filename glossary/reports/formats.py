"""The report formats by the names that `--output FORMAT=FILE` takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from glossary.model import Finding
from glossary.reports import checkstyle, excerpts, github, gitlab, junit, rdjsonl, sarif
from glossary.reports.findings import to_json
from glossary.reports.rule import Rule, Texts, Writer


def _json(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    return to_json(findings)


FORMATS: Mapping[str, Writer] = {
    "text": excerpts.write,
    "json": _json,
    "sarif": sarif.write,
    "github": github.write,
    "junit": junit.write,
    "checkstyle": checkstyle.write,
    "gitlab": gitlab.write,
    "rdjsonl": rdjsonl.write,
}
"""The writer of each format."""
