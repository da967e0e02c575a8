"""The table of rules: ID, name, severity, and the generator whose docstring documents it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from glossary.checks import consistency, figures, forms, letters, structure, terms
from glossary.checks.passage import View
from glossary.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its stable ID; `severity` is the one it has where configuration says nothing."""

    id: str
    severity: Severity
    check: Callable[..., Any]

    @property
    def name(self) -> str:
        """What the rule reports, in words joined by dashes."""
        return self.check.__name__.replace("_", "-")

    @property
    def documentation(self) -> str:
        """The rule's documentation."""
        return cleandoc(self.check.__doc__ or "")


PASSAGE_RULES: dict[str, Callable[[View], Iterator[Finding]]] = {
    "C001": terms.missing_term,
    "C002": terms.forbidden_rendering,
    "C003": terms.untranslatable_altered,
    "C004": forms.impossible_form,
    "C007": letters.not_canonical,
    "C008": letters.invisible,
    "C009": letters.look_alike,
    "C010": figures.number_changed,
    "C011": figures.address_lost,
    "C012": figures.quotation_lost,
    "C013": structure.left_untranslated,
    "C017": figures.date_changed,
}
"""Rules that look at one passage."""

RUN_RULES: dict[str, Callable[[Sequence[View]], Iterator[Finding]]] = {
    "C005": consistency.admitted_variants,
    "C006": consistency.unlisted_name_varies,
}
"""Rules that look at all passages of a language together."""

_ALL: dict[str, Callable[..., Any]] = {
    **PASSAGE_RULES,
    **RUN_RULES,
    "C014": structure.missing_paragraph,
    "C015": structure.surplus_paragraph,
    "C016": structure.doubled_paragraphs,
}
_ERRORS = ("C001", "C002")

RULES = {
    id: Rule(id, Severity.ERROR if id in _ERRORS else Severity.WARNING, check)
    for id, check in sorted(_ALL.items())
}
"""Every rule by its ID."""
