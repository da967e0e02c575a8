import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli

ARTICLE = """\
Karachi Port Opens

KARACHI, Nov 5 (APP) — Railways Minister Hanif Abbasi opened the port of Karachi on Friday.
Abbasi thanked the mayor.
"""
RUSSIAN = 'msgctxt "title"\nmsgid "mayor"\nmsgstr "мэр"\n'
SUGGESTED = """\
Karachi  (place) 2×
  a.txt:3: [KARACHI], Nov 5 (APP) — Railways Minister Hanif…
  a.txt:3: …Hanif Abbasi opened the port of [Karachi] on Friday.
Karachi Port  (place) 1×
  a.txt:1: [Karachi Port] Opens
APP  (organization) 1×
  a.txt:3: KARACHI, Nov 5 ([APP]) — Railways Minister Hanif Abbasi…
Railways Minister  (title) 1×
  a.txt:3: KARACHI, Nov 5 (APP) — [Railways Minister] Hanif Abbasi opened the port of Karachi…
Hanif Abbasi  (person) 1×
  a.txt:3: …Nov 5 (APP) — Railways Minister [Hanif Abbasi] opened the port of Karachi on Friday.
Abbasi  (person) 1×
  a.txt:4: [Abbasi] thanked the mayor.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an article and a glossary of one term."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    catalog().parent.mkdir(parents=True)
    catalog().write_text(RUSSIAN, encoding="utf-8")
    return tmp_path


def catalog() -> Path:
    return Path("terms/ru/LC_MESSAGES/glossary.po")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", "suggest", *arguments], catch_exceptions=False)


def alone(*arguments: str) -> Result:
    return run("--no-builtin", "--glossary", "terms", "a.txt", *arguments)


def test_names_with_their_places() -> None:
    result = alone()
    assert (result.exit_code, result.stdout, result.stderr) == (0, SUGGESTED, "")


def test_by_kind_and_number_without_context() -> None:
    assert (
        alone("--kind", "person", "--context", "0").stdout
        == "Hanif Abbasi  (person) 1×\nAbbasi  (person) 1×\n"
    )
    assert alone("--at-least", "2", "--context", "0").stdout == "Karachi  (place) 2×\n"


def test_two_articles() -> None:
    Path("b.txt").write_text("Snow fell in Karachi.\n", encoding="utf-8")
    assert (
        alone("b.txt", "--at-least", "3", "--context", "0").stdout == "Karachi  (place) 3×, in 2 articles\n"
    )
    assert alone("a.txt", "--at-least", "3").stdout == ""  # named twice, read once


def test_json() -> None:
    document = json.loads(alone("--json", "--kind", "organization").stdout)
    assert document == {
        "version": 1,
        "suggestions": [
            {
                "term": "APP",
                "kind": "organization",
                "count": 1,
                "articles": 1,
                "occurrences": [
                    {
                        "path": "a.txt",
                        "line": 3,
                        "before": "KARACHI, Nov 5 (",
                        "text": "APP",
                        "after": ") — Railways Minister Hanif Abbasi…",
                    }
                ],
            }
        ],
    }


def test_write_adds_fuzzy_entries_once() -> None:
    result = alone("--write", "--kind", "person")

    assert result.exit_code == 0
    assert result.stdout == (
        "terms/ru/LC_MESSAGES/glossary.po:7: new person:Hanif Abbasi\n"
        "terms/ru/LC_MESSAGES/glossary.po:12: new person:Abbasi\n"
    )
    assert catalog().read_text(encoding="utf-8") == RUSSIAN + (
        '\n#, fuzzy\nmsgctxt "person"\nmsgid "Hanif Abbasi"\nmsgstr "Ханиф Аббаси"\n'
        '\n#, fuzzy\nmsgctxt "person"\nmsgid "Abbasi"\nmsgstr "Аббаси"\n'
    )
    again = alone("--write", "--kind", "person")
    assert (again.stdout, again.stderr) == ("", "The glossary knows every name.\n")


def test_write_needs_a_glossary_of_ones_own() -> None:
    before = catalog().read_bytes()
    result = run("a.txt", "--write")
    assert result.exit_code == 2
    assert "no glossary of your own" in result.stderr
    assert catalog().read_bytes() == before


def test_the_built_in_glossary_counts() -> None:
    Path("a.txt").write_text("Vladimir Putin came.\n", encoding="utf-8")
    result = run("a.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "The glossary knows every name.\n")


def test_a_missing_article() -> None:
    result = run("no.txt")
    assert result.exit_code == 2
    assert result.stderr == "Error: no.txt: there is no such file (check the path)\n"
