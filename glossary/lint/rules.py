"""The table of rules, and the linter that runs them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from glossary.catalog.reading import collector_paused
from glossary.lint import characters, coverage, forms, identity, renderings, syntax
from glossary.lint.sources import Problem, Scope, read_scopes
from glossary.model import Finding, Severity


class Rule(NamedTuple):
    """A kind of mistake: its stable ID, how bad it is, and the generator that finds it."""

    id: str
    severity: Severity
    find: Callable[[Scope], Iterator[Problem]]

    @property
    def name(self) -> str:
        """What the rule finds, in words joined by dashes."""
        return self.find.__name__.replace("_", "-")

    @property
    def documentation(self) -> str:
        """What the rule finds and why it matters; the first line says it in short."""
        return inspect.getdoc(self.find) or ""


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# IDs are stable: a rule that goes leaves its number unused.
RULES = (
    Rule("G001", _ERROR, syntax.unreadable),
    Rule("G002", _ERROR, syntax.malformed_value),
    Rule("G003", _ERROR, syntax.unknown_kind),
    Rule("G004", _ERROR, syntax.no_header),
    Rule("G005", _WARNING, syntax.header_field),
    Rule("G006", _ERROR, syntax.line_break),
    Rule("G007", _ERROR, syntax.escape),
    Rule("G008", _ERROR, syntax.previous_message),
    Rule("G009", _WARNING, syntax.format_flag),
    Rule("G010", _WARNING, syntax.mistyped_key),
    Rule("G011", _WARNING, syntax.not_composed),
    Rule("G012", _ERROR, identity.duplicate),
    Rule("G013", _ERROR, identity.conflict),
    Rule("G014", _WARNING, identity.shared_alias),
    Rule("G015", _WARNING, coverage.untranslated),
    Rule("G016", _NOTE, coverage.fuzzy),
    Rule("G017", _ERROR, coverage.too_many_unfinished),
    Rule("G018", _WARNING, coverage.missing_term),
    Rule("G019", _WARNING, coverage.differing_facts),
    Rule("G020", _WARNING, coverage.no_gender),
    Rule("G021", _ERROR, forms.unknown_feature),
    Rule("G022", _ERROR, forms.other_citation),
    Rule("G023", _WARNING, forms.other_stem),
    Rule("G024", _NOTE, forms.needless_form),
    Rule("G025", _ERROR, renderings.forbids_itself),
    Rule("G026", _NOTE, renderings.admits_itself),
    Rule("G027", _WARNING, renderings.edges),
    Rule("G028", _WARNING, renderings.mixed_digits),
    Rule("G029", _ERROR, characters.not_canonical),
    Rule("G030", _ERROR, characters.look_alike),
    Rule("G031", _ERROR, characters.invisible),
)
"""Every rule, in the order of the IDs."""


def lint(targets: Sequence[Path], most_unfinished: int | None = None) -> list[Finding]:
    """The findings about glossary folders and catalogs, by path and line.

    Files of one folder are compared with one another. `most_unfinished` is how many fuzzy and untranslated
    entries a catalog may have. Raises CatalogError where a target is not there or cannot be opened; whatever
    is wrong within a file is a finding.
    """
    with collector_paused():
        findings = {
            Finding(rule.id, rule.severity, problem.message, problem.source.path, problem.line, problem.term)
            for scope in read_scopes(targets, most_unfinished)
            for rule in RULES
            for problem in rule.find(scope)
        }
    return sorted(findings, key=lambda finding: (finding.path, finding.line, finding.rule, finding.message))
