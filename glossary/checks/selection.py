"""Which findings count, and how much: what the table `check` of the configuration says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from typing import Any

from glossary.checks.rules import RULES
from glossary.config import Configuration, ConfigurationError
from glossary.model import Finding, Severity

OFF = "off"
POLICIES = ("each", "once")
_KEYS = {
    "policy": '"each" or "once"',
    "severity": '{ C010 = "note", C012 = "off" }',
    "ignore": '[{ rule = "C001", term = "Dawn", path = "sport/*" }]',
}


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings that do not count: of a rule, about a term, in files that match a pattern; any, where empty."""

    rule: str = ""
    term: str = ""
    path: str = ""

    def covers(self, finding: Finding) -> bool:
        """Return whether a finding is one of these."""
        return (
            self.rule in ("", finding.rule)
            and self.term.casefold() in ("", finding.term.casefold())
            and (not self.path or fnmatch(finding.path.as_posix(), self.path))
        )


@dataclass(frozen=True, slots=True)
class Selection:
    """The policy for missing terms, severities that differ from the rules' own, and what to ignore."""

    policy: str = "each"
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    ignore: tuple[Ignored, ...] = ()

    def select(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that count, with the severity that is configured."""
        for finding in findings:
            severity = self.severity.get(finding.rule, finding.severity)
            if severity and not any(ignored.covers(finding) for ignored in self.ignore):
                yield replace(finding, severity=severity)


def selection(configuration: Configuration) -> Selection:
    """Return what a configuration says; raises ConfigurationError for what it cannot say."""
    table = configuration.check
    for key in table:
        if key not in _KEYS:
            raise _wrong(configuration, f"unknown key `check.{key}`", f"the keys are: {', '.join(_KEYS)}")
    policy = table.get("policy", "each")
    if policy not in POLICIES:
        raise _wrong(configuration, "`check.policy` is no policy", f"write {_KEYS['policy']}")
    return Selection(
        policy,
        _severities(configuration, table.get("severity", {})),
        _ignored(configuration, table.get("ignore", [])),
    )


def _severities(configuration: Configuration, table: Any) -> dict[str, Severity | None]:  # noqa: ANN401
    words = [*Severity, OFF]
    if not isinstance(table, dict) or not all(k in RULES and v in words for k, v in table.items()):
        remedy = f"write rules and severities ({', '.join(words)}) as in `severity = {_KEYS['severity']}`"
        raise _wrong(configuration, "`check.severity` does not name rules and severities", remedy)
    return {rule: None if word == OFF else Severity(word) for rule, word in table.items()}


def _ignored(configuration: Configuration, rows: Any) -> tuple[Ignored, ...]:  # noqa: ANN401
    keys = {"rule", "term", "path"}
    good = isinstance(rows, list) and all(
        isinstance(row, dict) and row and row.keys() <= keys and all(isinstance(v, str) for v in row.values())
        for row in rows
    )
    if not good:
        remedy = f"write it as in `ignore = {_KEYS['ignore']}`"
        raise _wrong(configuration, "`check.ignore` is no list of rules, terms and paths", remedy)
    return tuple(Ignored(**row) for row in rows)


def _wrong(configuration: Configuration, message: str, remedy: str) -> ConfigurationError:
    return ConfigurationError(message, path=configuration.path, remedy=remedy)
