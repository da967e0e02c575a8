"""Which findings count, and how much: what the table `check` of the configuration says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from glossary.checks.rules import RULES
from glossary.config import Configuration, ConfigurationError
from glossary.model import Finding, Severity

OFF = "off"
POLICIES = ("each", "once")
_SEVERITIES = (*map(str, Severity), OFF)
_KEYS = {
    "policy": '"each" or "once"',
    "severity": '{ C010 = "note", C012 = "off" }',
    "ignore": '[{ rule = "C001", term = "Dawn", path = "sport/*" }]',
}


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings that do not count: of a rule, about a term, in files whose path matches; any, where empty."""

    rule: str = ""
    term: str = ""
    path: str = ""

    def covers(self, finding: Finding, path: str) -> bool:
        """Return whether a finding in the file at `path` is one of these."""
        return (
            self.rule in ("", finding.rule)
            and self.term.casefold() in ("", finding.term.casefold())
            and (not self.path or fnmatchcase(path, self.path))
        )


@dataclass(frozen=True, slots=True)
class Selection:
    """The policy for missing terms, severities that differ from the rules' own, and what to ignore.

    Paths to ignore are relative to `folder`, the one with the configuration.
    """

    policy: str = "each"
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    ignore: tuple[Ignored, ...] = ()
    folder: Path = Path()

    def select(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that count, with the severity that is configured."""
        for finding in findings:
            severity = self.severity.get(finding.rule, finding.severity)
            if severity and not self._ignored(finding):
                yield replace(finding, severity=severity)

    def _ignored(self, finding: Finding) -> bool:
        if not self.ignore:
            return False
        path = Path(os.path.relpath(finding.path, self.folder)).as_posix()
        return any(ignored.covers(finding, path) for ignored in self.ignore)


def selection(configuration: Configuration) -> Selection:
    """Return what a configuration says; raises ConfigurationError for what it cannot say."""
    table = configuration.check
    try:
        _known(table, _KEYS, "key", "check.")
        return Selection(
            _policy(table.get("policy", "each")),
            _severities(table.get("severity", {})),
            _ignored(table.get("ignore", [])),
            configuration.path.parent if configuration.path else Path(),
        )
    except ConfigurationError as error:
        error.path = configuration.path
        raise


def _policy(policy: object) -> str:
    if policy not in POLICIES:
        raise ConfigurationError("`check.policy` is no policy", remedy=f"write {_KEYS['policy']}")
    return str(policy)


def _severities(table: Any) -> dict[str, Severity | None]:  # noqa: ANN401 - whatever TOML holds
    if not isinstance(table, dict):
        remedy = f"write it as in `severity = {_KEYS['severity']}`"
        raise ConfigurationError("`check.severity` is no table", remedy=remedy)
    _known(table, RULES, "rule", "check.severity.")
    for rule, word in table.items():
        if word not in _SEVERITIES:
            message = f"`check.severity.{rule}` is no severity"
            raise ConfigurationError(message, remedy=f"write one of: {', '.join(_SEVERITIES)}")
    return {rule: None if word == OFF else Severity(word) for rule, word in table.items()}


def _ignored(rows: Any) -> tuple[Ignored, ...]:  # noqa: ANN401 - whatever TOML holds
    keys = set(Ignored.__slots__)
    good = isinstance(rows, list) and all(
        isinstance(row, dict) and row and row.keys() <= keys and all(isinstance(v, str) for v in row.values())
        for row in rows
    )
    if not good:
        remedy = f"write it as in `ignore = {_KEYS['ignore']}`"
        raise ConfigurationError("`check.ignore` is no list of rules, terms and paths", remedy=remedy)
    _known([row["rule"] for row in rows if "rule" in row], RULES, "rule", "check.ignore: ")
    return tuple(Ignored(**row) for row in rows)


def _known(names: Iterable[str], known: Iterable[str], what: str, where: str) -> None:
    """Raise ConfigurationError for the first name that is not known."""
    for name in names:
        if name not in known:
            message = f"unknown {what} `{where}{name}`"
            raise ConfigurationError(message, remedy=f"the {what}s are: {', '.join(known)}")
