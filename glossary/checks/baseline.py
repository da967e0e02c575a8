"""A baseline: the findings that a project knows of and lives with, until their sentence changes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossary.errors import DocumentError
from glossary.model import Finding
from glossary.reports.fingerprint import fingerprint, sentence

_VERSION = 1
_REMEDY = "write it anew with --update-baseline"


@dataclass(frozen=True)
class Known:
    """A finding of a baseline, and how often it is known; `finding` is what it was about, for readers."""

    fingerprint: str
    count: int
    rule: str
    term: str
    sentence: str


@dataclass(frozen=True)
class Baseline:
    """The known findings, which count only as often as they are known."""

    known: tuple[Known, ...] = ()

    def new(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are not known, or more often than known."""
        left = Counter({known.fingerprint: known.count for known in self.known})
        kept = []
        for finding in findings:
            mark = fingerprint(finding)
            if left[mark] > 0:
                left[mark] -= 1
            else:
                kept.append(finding)
        return kept

    def stale(self, findings: Iterable[Finding]) -> list[Known]:
        """Return the known findings that are found no more, or less often."""
        found = Counter(map(fingerprint, findings))
        return [known for known in self.known if found[known.fingerprint] < known.count]


def of(findings: Iterable[Finding]) -> Baseline:
    """Return the baseline that knows all these findings."""
    counts: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    for finding in findings:
        mark = fingerprint(finding)
        counts[mark] += 1
        first.setdefault(mark, finding)
    known = (_known(mark, counts[mark], first[mark]) for mark in counts)
    return Baseline(tuple(sorted(known, key=lambda row: (row.rule, row.term, row.sentence))))


def _known(mark: str, count: int, finding: Finding) -> Known:
    return Known(mark, count, finding.rule, finding.term, sentence(finding))


def to_json(baseline: Baseline) -> str:
    """Return a baseline as JSON, sorted, a finding a line, so that it reads well in a diff."""
    rows = [json.dumps(vars(known), ensure_ascii=False) for known in baseline.known]
    return f'{{"version": {_VERSION}, "findings": [\n' + ",\n".join(rows) + "\n]}\n"


def read(path: Path) -> Baseline:
    """Return the baseline in a file; raises DocumentError where it is none."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(tuple(_from_json(row) for row in _rows(facts)))
    except OSError as error:
        raise DocumentError(
            f"the baseline cannot be read: {error.strerror}", path=path, remedy=_REMEDY
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DocumentError("this is no baseline of this version", path=path, remedy=_REMEDY) from error


def _rows(facts: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - whatever the JSON holds
    if facts["version"] != _VERSION:
        raise ValueError(facts["version"])
    rows: list[dict[str, Any]] = facts["findings"]
    return rows


def _from_json(row: dict[str, Any]) -> Known:
    return Known(row["fingerprint"], int(row["count"]), row["rule"], row["term"], row["sentence"])
