import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from glossary.catalog import builtin_folder
from glossary.lint import RULES, Rule, lint
from glossary.model import Severity

DATA = Path(__file__).parents[1] / "data" / "lint"
CASES: dict[str, dict[str, list[dict[str, Any]]]] = {
    rule: groups
    for path in sorted(DATA.glob("*.json"))
    for rule, groups in json.loads(path.read_text(encoding="utf-8")).items()
}
LANGUAGES = ("ar", "ru", "ur")


class Reported(NamedTuple):
    catalog: str
    line: int
    message: str
    term: str = ""


def header(language: str) -> list[str]:
    fields = {
        "Project-Id-Version": "desk",
        "PO-Revision-Date": "2025-11-01 12:00+0000",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return ['msgid ""', 'msgstr ""', *(rf'"{name}: {value}\n"' for name, value in fields.items()), ""]


def write(folder: Path, case: dict[str, Any]) -> Path:
    """The glossary folder of a case; its entries begin at line 12."""
    for language in LANGUAGES:
        if language in case:
            place(folder / language / "LC_MESSAGES" / "glossary.po", [*header(language), *case[language]])
    if "whole" in case:
        place(folder / "ru" / "LC_MESSAGES" / "glossary.po", case["whole"])
    if "pot" in case:
        place(folder / "glossary.pot", [*header(""), *case["pot"]])
    return folder


def place(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def reported(folder: Path, case: dict[str, Any], rule: str) -> list[Reported]:
    found = lint([write(folder, case)], case.get("most_unfinished"))
    return [
        Reported(
            finding.path.parent.parent.name if finding.path.suffix == ".po" else "pot",
            finding.line,
            finding.message.replace(f"{folder}/", ""),
            finding.term,
        )
        for finding in found
        if finding.rule == rule
    ]


def expected(case: dict[str, Any]) -> list[Reported]:
    return [Reported(*finding) for finding in case.get("findings", [])]


def cases(*groups: str) -> list[Any]:
    known_failure = pytest.mark.xfail(strict=True, reason="beyond the rule")
    return [
        pytest.param(
            rule, case, id=f"{rule} {case['name']}", marks=known_failure if group == "known_failures" else ()
        )
        for rule, of_rule in CASES.items()
        for group in groups
        for case in of_rule.get(group, [])
    ]


@pytest.mark.parametrize(("rule", "case"), cases("positive", "negative", "known_failures"))
def test_a_rule_reports_what_it_should_and_nothing_else(
    tmp_path: Path, rule: str, case: dict[str, Any]
) -> None:
    assert sorted(reported(tmp_path, case, rule)) == sorted(expected(case))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_documented_and_has_cases_of_both_kinds(rule: Rule) -> None:
    first, _, rest = rule.documentation.partition("\n")
    assert first.endswith(".")
    assert not rest or rest.startswith("\n")
    assert all(case["findings"] for case in CASES[rule.id]["positive"])
    assert not any(case.get("findings") for case in CASES[rule.id]["negative"])
    assert CASES[rule.id]["positive"]
    assert CASES[rule.id]["negative"]


def test_ids_are_unique_and_in_order() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))
    assert set(CASES) == set(ids)


def test_the_built_in_glossary_has_no_errors() -> None:
    assert [f for f in lint([builtin_folder()], 100) if f.severity is Severity.ERROR] == []
