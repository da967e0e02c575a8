"""The wire evaluation set: articles with gold terms, read from the folder that DRAGOMAN_EVAL names."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from glossary.model import Entry, Rendering, Term

Json = dict[str, Any]


def folder() -> Path:
    """Return the evaluation folder; exits with 0 and the reason where there is none."""
    name = os.environ.get("DRAGOMAN_EVAL")
    if not name:
        print("skipped: DRAGOMAN_EVAL names no folder with evaluation sets")
        sys.exit(0)
    return Path(name)


def articles() -> list[tuple[str, list[Json]]]:
    """Return each article's number and its sentences."""
    paths = sorted((folder() / "wire").glob("[0-9]*.json"))
    return [(p.stem, json.loads(p.read_text(encoding="utf-8"))["sentences"]) for p in paths]


def glossary(language: str) -> list[Entry]:
    """Return the gold glossary; common-noun bodies (ministries, embassies) are free in letter case."""
    terms = json.loads((folder() / "wire" / "glossary.json").read_text(encoding="utf-8"))
    return [_entry(term, language) for term in terms]


def _entry(term: Json, language: str) -> Entry:
    text = term["lemma_en"]
    common = term["kind"] == "organization" and text.endswith(("Ministry", "Embassy"))
    return Entry(
        Term(term["kind"], text, tuple(term.get("aliases", ())), match_case=False if common else None),
        Rendering(
            term[f"{language}_base"],
            admitted=tuple(term[f"{language}_alternatives"]),
            forbidden=tuple(term[f"{language}_wrong"]),
        ),
    )
