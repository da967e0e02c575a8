from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from catalogs.samples import msgfmt

from glossary.catalog import new_catalog, read_catalog, save

from .conftest import Run, contents

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: glossary\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: NOW\\n"
"PO-Revision-Date: NOW\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
FILES = "terms/glossary.pot\nterms/ur/LC_MESSAGES/glossary.po\nterms/ru/LC_MESSAGES/glossary.po\n"


def undated(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d\+0000", "NOW", text)


def test_a_glossary_is_started(empty: Path, run: Run) -> None:
    assert run("init") == (0, FILES + "dragoman.toml\n", "")
    made = contents(empty / "terms")
    assert undated(made["ru/LC_MESSAGES/glossary.po"]) == HEADER
    template = HEADER.replace("Revision-Date: NOW", "Revision-Date: YEAR-MO-DA HO:MI+ZONE")
    assert undated(made["glossary.pot"]) == template.replace("Language: ru", "Language: ")
    assert (empty / "dragoman.toml").read_bytes() == b'glossary = ["terms"]\n'
    assert run("list", "--no-builtin") == (0, "", "No such terms.\n")


@msgfmt
def test_msgfmt_finds_nothing_to_say_of_a_new_catalog(tmp_path: Path) -> None:
    catalog = new_catalog(tmp_path / "a.po", "ur")
    save(catalog)
    command = ["msgfmt", "--check", "--verbose", "-o", "/dev/null", str(catalog.path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == "0 translated messages.\n"
    assert read_catalog(catalog.path).language == "ur"


def test_nothing_is_overwritten(empty: Path, run: Run) -> None:
    run("init", "--to", "ru")
    before = contents(empty)
    path = "terms/ru/LC_MESSAGES/glossary.po"
    message = f"Error: {path}: the catalog is there already (choose another folder or language)\n"
    assert run("init") == (2, "", message)
    assert contents(empty) == before
    assert run("init", "--to", "ur") == (0, "terms/ur/LC_MESSAGES/glossary.po\n", "")
    assert contents(empty).items() > before.items()


def test_a_project_that_is_configured_keeps_its_file(empty: Path, run: Run) -> None:
    (empty / "pyproject.toml").write_text("[tool.dragoman]\nbuiltin = false\n", encoding="utf-8")
    hint = 'pyproject.toml: add "a/terms" to `glossary`, so that it counts\n'
    assert run("init", "a/terms", "--to", "kk")[2] == hint
    assert contents(empty)["pyproject.toml"] == "[tool.dragoman]\nbuiltin = false\n"
    assert "dragoman.toml" not in contents(empty)


@pytest.mark.parametrize("language", ["../x", "English", ""])
def test_a_language_is_a_code(empty: Path, run: Run, language: str) -> None:
    code, _, message = run("init", "--to", language)
    assert code == 2
    assert "is no language code such as ur, ru or pt_BR" in message
    assert list(empty.iterdir()) == [empty / ".git"]
