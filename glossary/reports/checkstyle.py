"""Checkstyle XML, which build servers and review tools read."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from glossary.model import Finding, Severity
from glossary.reports.markup import document
from glossary.reports.places import columns, relative
from glossary.reports.rule import Rule, Texts

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return the findings by file; a file without any is listed as empty. Columns are code points."""
    root = Element("checkstyle", {"version": "4.3"})  # the format that its readers know
    paths = dict.fromkeys([*texts, *(finding.path for finding in findings)])
    files = {path: SubElement(root, "file", {"name": relative(path)}) for path in paths}
    for finding in findings:
        attributes = {"line": str(finding.line)}
        if part := columns(finding):
            attributes["column"] = str(part[0])
        attributes["severity"] = _SEVERITIES[finding.severity]
        attributes["message"] = finding.message
        attributes["source"] = f"dragoman.{finding.rule}"
        SubElement(files[finding.path], "error", attributes)
    return document(root)
