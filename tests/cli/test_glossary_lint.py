import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from glossary.lint import RULES

HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: desk\n"
"PO-Revision-Date: 2025-11-01 12:00+0000\n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""
WRONG = """
# forbidden: Иран
msgctxt "place"
msgid "Iran"
msgstr "Иран"

#, fuzzy
msgctxt "person"
msgid "Putin"
msgstr "Путин"
"""
RIGHT = '\nmsgctxt "place"\nmsgid "Iran"\nmsgstr "Иран"\n'
FUZZY = RIGHT.replace("msgctxt", "#, fuzzy\nmsgctxt", 1)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", "lint", *arguments])


def catalog(folder: str, entries: str) -> None:
    path = Path(folder, "ru", "LC_MESSAGES", "glossary.po")
    path.parent.mkdir(parents=True)
    path.write_text(HEADER + entries, encoding="utf-8")


def test_findings_as_text() -> None:
    catalog("own", WRONG)
    result = run("own")

    assert result.stdout == (
        "own/ru/LC_MESSAGES/glossary.po:12: error G025"
        " the forbidden “Иран” is the approved form “Иран” (Case=Nom Number=Sing) [Iran]\n"
        "own/ru/LC_MESSAGES/glossary.po:19: note G016 waits for approval [Putin]\n"
        "own/ru/LC_MESSAGES/glossary.po:19: warning G020"
        " has no Gender (write `# morph: Gender=Masc` or `Fem`) [Putin]\n"
    )
    assert result.stderr == "1 error, 1 warning, 1 note\n"
    assert result.exit_code == 1


def test_findings_as_json() -> None:
    catalog("own", FUZZY)
    result = run("own/ru/LC_MESSAGES/glossary.po", "--format", "json")

    assert json.loads(result.stdout) == {
        "version": 1,
        "findings": [
            {
                "rule": "G016",
                "severity": "note",
                "message": "waits for approval",
                "path": "own/ru/LC_MESSAGES/glossary.po",
                "line": 14,
                "term": "Iran",
            }
        ],
    }
    assert result.exit_code == 0


def test_a_clean_glossary() -> None:
    catalog("own", RIGHT)
    result = run("own", "--fail-on", "note")

    assert (result.stdout, result.stderr) == ("", "0 errors, 0 warnings, 0 notes\n")
    assert result.exit_code == 0


@pytest.mark.parametrize(("level", "code"), [("note", 1), ("warning", 0), ("error", 0)])
def test_what_counts_as_failure(level: str, code: int) -> None:
    catalog("own", FUZZY)
    assert run("own", "--fail-on", level).exit_code == code


@pytest.mark.parametrize(("most", "code"), [("0", 1), ("1", 0)])
def test_how_many_may_be_fuzzy(most: str, code: int) -> None:
    catalog("own", FUZZY)
    result = run("own", "--max-fuzzy", most)

    assert result.exit_code == code
    assert ("error G017 too many are fuzzy or untranslated: 1, where 0 may be" in result.stdout) == bool(code)


def test_without_a_target_the_folders_of_the_glossary() -> None:
    catalog("own", WRONG)
    alone, over = run("--no-builtin", "--glossary", "own"), run("--glossary", "own")

    assert alone.stdout == run("own").stdout
    assert alone.stdout in over.stdout


def test_control_characters_of_a_catalog_do_not_reach_the_terminal() -> None:
    catalog("own", RIGHT.replace("Иран", "Ир\u202eан\x1b[31m"))
    assert "Ир\\u202eан\\x1b[31m" in run("own").stdout


@pytest.mark.parametrize("target", ["nowhere", "."])
def test_a_target_without_a_catalog(target: str) -> None:
    result = run(target)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {target}: ")


def test_a_rule_is_explained() -> None:
    result = run("--explain", "g016")

    assert result.stdout == (
        "G016 fuzzy (note)\n"
        "An entry is proposed (`fuzzy`) and waits for approval; until then it is not enforced.\n"
    )
    assert result.exit_code == 0
    assert "there is no rule G999; the rules are: G001, G002, " in run("--explain", "G999").stderr


def test_every_rule_explains_itself() -> None:
    heads = re.findall(r"^(G\d+) [a-z-]+ \((?:error|warning|note)\)$", run("--explain", "all").stdout, re.M)
    assert heads == [rule.id for rule in RULES]
