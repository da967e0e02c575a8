"""Hard cases, one JSON file a language: drafts from elsewhere, and what they become without any engine."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.enforcement.draft import Sentence
from glossary.enforcement.enforcer import Enforcer
from glossary.enforcement.finish import Enforced
from glossary.enforcement.no_engine import NoEngine
from glossary.matcher import Matcher
from glossary.model import Entry, Features, Form, Rendering, Term

DATA = Path(__file__).parents[1] / "data" / "enforcement"


def cases() -> Iterator[Any]:
    for path in sorted(DATA.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True, reason=case["why"])] if case.get("xfail") else []
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['why']}", marks=marks)


def features(text: str) -> Features:
    return tuple(sorted((name, value) for name, _, value in (pair.partition("=") for pair in text.split())))


def entry(term: dict[str, Any]) -> Entry:
    """`morph` and the keys of `forms` are Universal Dependencies features: `Case=Gen Number=Plur`."""
    rendering = Rendering(
        term["rendering"],
        admitted=tuple(term.get("admitted", ())),
        forbidden=tuple(term.get("forbidden", ())),
        forms=tuple(Form(features(key), text) for key, text in term.get("forms", {}).items()),
        morph=features(term.get("morph", "")),
    )
    return Entry(Term(term["kind"], term["term"], tuple(term.get("aliases", ()))), rendering)


def repaired(language: str, case: dict[str, Any]) -> Enforced:
    matcher = Matcher(entry(term) for term in case["terms"])
    sentence = Sentence(case["source"], tuple(matcher.find(case["source"])))
    (enforced,) = Enforcer(NoEngine(), language).repair([sentence], [case["draft"]])
    return enforced


@pytest.mark.parametrize(("language", "case"), list(cases()))
def test_a_draft_becomes_what_is_wanted(language: str, case: dict[str, Any]) -> None:
    enforced = repaired(language, case)
    outcomes = [placement.outcome.value for placement in enforced.placements]

    assert enforced.text == case["wanted"]
    if "outcomes" in case:
        assert outcomes == case["outcomes"]
    else:
        assert "unplaced" not in outcomes
