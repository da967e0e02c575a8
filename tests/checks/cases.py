"""Cases of rules in JSON: the terms of a case as entries."""

from __future__ import annotations

from typing import Any

from glossary.model import Entry, Form, Rendering, Term


def entry(fact: dict[str, Any]) -> Entry:
    """Return the entry that a case describes."""
    term = Term(
        fact.get("kind", "concept"),
        fact["term"],
        tuple(fact.get("alias", ())),
        translate=fact.get("translate", True),
    )
    morph = tuple(sorted(fact.get("morph", {}).items()))
    forms = tuple(Form(tuple(sorted(f.items())), text) for text, f in fact.get("forms", {}).items())
    rendering = Rendering(
        fact["rendering"], tuple(fact.get("admitted", ())), tuple(fact.get("forbidden", ())), forms, morph
    )
    return Entry(term, rendering)
