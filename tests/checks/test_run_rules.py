import json
from pathlib import Path
from typing import Any

import pytest
from cases import entry

from glossary.checks.passage import Judge, Line, Passage
from glossary.checks.rules import RULES, RUN_RULES
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher

DATA = Path(__file__).parents[1] / "data" / "checks" / "runs"
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
    judge = Judge(language, Matcher(map(entry, case.get("terms", ()))), Lexicon(language))
    views = [
        judge.look(Passage(Line(Path("a.txt"), n, source), Line(Path(f"a.{language}.txt"), n, target)))
        for n, (source, target) in enumerate(case["passages"], start=1)
    ]

    found = list(RUN_RULES[rule](views))

    excerpts = [finding.target for finding in found if finding.target]
    assert [[e.line, e.text[e.start : e.end]] for e in excerpts] == case["found"]
    assert {(f.rule, f.severity) for f in found} <= {(rule, RULES[rule].severity)}


def test_every_rule_of_a_run_has_cases() -> None:
    assert {path.stem for path in DATA.glob("C*.json")} == set(RUN_RULES)
