"""What a report needs to know of a rule, and the shape that every report's writer has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from glossary.model import Finding, Severity


class Rule(Protocol):
    """A rule of any check: its stable ID, its name, its severity by default, and its documentation.

    The first line of the documentation says what the rule reports.
    """

    @property
    def id(self) -> str: ...  # noqa: D102 - the class says it

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def severity(self) -> Severity: ...  # noqa: D102

    @property
    def documentation(self) -> str: ...  # noqa: D102


Texts = Mapping[Path, str]
"""The files that were checked, by the paths that findings have, and their texts, which `Fix` counts in."""


class Writer(Protocol):
    """What the module of a report format offers as `write`."""

    def __call__(self, findings: Sequence[Finding], rules: Sequence[Rule], texts: Texts) -> str:
        """Return the report on findings, in their order; it ends with a line end, or is empty."""
        ...
