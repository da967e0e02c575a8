import json
from pathlib import Path
from typing import Any

import pytest
from cases import entry

from glossary.checks.passage import Judge, Line, Passage, literal
from glossary.checks.rules import PASSAGE_RULES, RULES
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher

DATA = Path(__file__).parents[1] / "data" / "checks"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem} {case['why']}")
    for path in sorted(DATA.glob("C*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_cases(rule: str, case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("xfail"):
        request.applymarker(pytest.mark.xfail(strict=True))
    language = case["language"]
    each = case.get("policy", "each") == "each"
    judge = Judge(language, Matcher(map(entry, case.get("terms", ()))), Lexicon(language), each)
    source, target = (
        Line(Path("a.txt"), 1, case["source"]),
        Line(Path(f"a.{language}.txt"), 1, case["target"], literal(0)),
    )

    found = list(PASSAGE_RULES[rule](judge.look(Passage(source, target))))

    assert [_words(f) for f in found] == case["found"]
    assert {f.severity for f in found} <= {RULES[rule].severity}
    if "fixed" in case:
        text = case["target"]
        for fix in sorted((f.fix for f in found if f.fix), key=lambda fix: -fix.start):
            text = text[: fix.start] + fix.text + text[fix.end :]
        assert text == case["fixed"]


def _words(finding: Any) -> str:  # noqa: ANN401 - only its excerpts matter here
    """The words of the translation that a finding is about, else those of the source."""
    target, source = finding.target, finding.source
    if target.end > target.start:
        return str(target.text[target.start : target.end])
    return str(source.text[source.start : source.end])


def test_every_rule_has_an_id_a_name_and_a_documentation() -> None:
    assert list(RULES) == sorted(RULES)
    for rule in RULES.values():
        assert len(rule.documentation) > 40
        assert "_" not in rule.name


def test_every_rule_of_a_passage_has_cases() -> None:
    assert {path.stem for path in DATA.glob("C*.json")} == set(PASSAGE_RULES)
