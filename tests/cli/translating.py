"""How the tests of `dragoman translate` run it, on the article that the fixture `article` writes."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cli.main import cli

ARTICLE = "President Vladimir Putin arrived in Beijing.\n\nHe met Xi Jinping.\n"


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["translate", *map(str, arguments)], input=stdin)


def catalog(folder: Path, language: str, *entries: str) -> Path:
    path = folder / language / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    return folder


def po(context: str, term: str, rendering: str, comment: str = "") -> str:
    return f'{comment}msgctxt "{context}"\nmsgid "{term}"\nmsgstr "{rendering}"'


def occurrences(path: Path) -> list[dict[str, Any]]:
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["version"] == 1
    found: list[dict[str, Any]] = report["occurrences"]
    return found
