"""JUnit XML, which most build servers show as the outcome of tests."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from glossary.model import Finding, Severity
from glossary.reports.findings import to_text
from glossary.reports.markup import document
from glossary.reports.places import relative
from glossary.reports.rule import Rule, Texts


def write(findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
    """Return a test case for each finding, and a passed one for each file without any.

    An error is a failure. A warning or a note is a passed test with output, since it does not fail the check.
    """
    found_in = {finding.path for finding in findings}
    clean = [path for path in texts if path not in found_in]
    counts = {
        "tests": str(len(findings) + len(clean)),
        "failures": str(sum(finding.severity is Severity.ERROR for finding in findings)),
        "errors": "0",
        "skipped": "0",
    }
    root = Element("testsuites", {"name": "dragoman", **counts})
    suite = SubElement(root, "testsuite", {"name": "dragoman", **counts})
    for finding in findings:
        _case(suite, finding)
    for path in clean:
        SubElement(suite, "testcase", {"classname": relative(path), "name": "no findings"})
    return document(root)


def _case(suite: Element, finding: Finding) -> None:
    path = relative(finding.path)
    name = f"{finding.rule} in line {finding.line}: {finding.message}"
    case = SubElement(suite, "testcase", {"classname": path, "name": name, "file": path})
    if finding.severity is Severity.ERROR:
        outcome = SubElement(case, "failure", {"message": finding.message, "type": finding.rule})
    else:
        outcome = SubElement(case, "system-out")
    outcome.text = to_text([finding]).rstrip("\n")
