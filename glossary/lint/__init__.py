"""Findings about the glossary itself: rules with stable IDs over the catalogs of glossary folders.

A rule is a generator with its documentation as docstring; `rules.RULES` is the table of them. Catalogs that
cannot be read are read as far as they can, and what is wrong with them is a finding too.
"""

from glossary.lint.rules import RULES, Rule, lint

__all__ = ["RULES", "Rule", "lint"]
