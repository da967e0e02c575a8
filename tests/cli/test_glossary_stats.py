import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli

RUSSIAN = """\
msgctxt "place"
msgid "Moscow"
msgstr "Москва"

#, fuzzy
msgctxt "place"
msgid "Termez"
msgstr "Термез"

msgctxt "title"
msgid "mayor"
msgstr ""

#~ msgctxt "title"
#~ msgid "consul"
#~ msgstr "консул"
"""
TABLE = """\
language  kind   approved  fuzzy  untranslated  obsolete  total  approved %
ru        title  0         0      1             1         2      0%
ru        place  1         1      0             0         2      50%
ru        all    1         1      1             1         4      25%

origin  language  approved  fuzzy  untranslated  obsolete  total  approved %
terms   ru        1         1      1             1         4      25%
"""
COVERED = """
article  language  known  unknown  known %
a.txt    ru        2      2        50%
b.txt    ru        0      1        0%

unknown in ru: Termez (2), Hanif Abbasi
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two articles and a glossary."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    catalog = Path("terms/ru/LC_MESSAGES/glossary.po")
    catalog.parent.mkdir(parents=True)
    catalog.write_text(RUSSIAN, encoding="utf-8")
    text = "The train from Moscow to Termez stopped. In Moscow, Hanif Abbasi slept.\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("b.txt").write_text("It rained in Termez.\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", "stats", *arguments], catch_exceptions=False)


def alone(*arguments: str) -> Result:
    return run("--no-builtin", "--glossary", "terms", *arguments)


def test_entries() -> None:
    result = alone()
    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "")


def test_all_but_one_is_not_all() -> None:
    approved = "".join(f'\nmsgctxt "place"\nmsgid "P{n}"\nmsgstr "П{n}"\n' for n in range(300))
    Path("terms/ru/LC_MESSAGES/glossary.po").write_text(RUSSIAN + approved, encoding="utf-8")
    assert "place  301       1      0             0         302    99%\n" in alone().stdout


def test_articles() -> None:
    assert alone("a.txt", "b.txt").stdout == TABLE + COVERED


def test_json() -> None:
    document = json.loads(alone("b.txt", "--json").stdout)
    none = {"approved": 0, "fuzzy": 0, "untranslated": 0, "obsolete": 0}
    assert document == {
        "version": 1,
        "counts": [
            {"language": "ru", "kind": "title", "origin": "terms", **none, "untranslated": 1, "obsolete": 1},
            {"language": "ru", "kind": "place", "origin": "terms", **none, "approved": 1, "fuzzy": 1},
        ],
        "articles": [
            {"article": "b.txt", "language": "ru", "known": 0, "unknown": {"Termez": 1}, "share": 0.0}
        ],
    }


def test_layers_and_languages() -> None:
    output = run("--glossary", "terms", "--to", "ru").stdout
    assert "\nbuilt-in  ru " in output
    assert "\nterms     ru " in output
    assert " ur " not in output
    assert "\nbuilt-in  ur " in run("--glossary", "terms").stdout


def test_an_unknown_language() -> None:
    result = alone("--to", "xx")
    assert result.exit_code == 2
    assert "xx" in result.stderr
