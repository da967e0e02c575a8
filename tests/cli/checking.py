"""How the tests of `dragoman check` run it, in the folder that the fixture `desk` makes."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cli.main import cli

GLOSSARY = ("--glossary", "terms", "--no-builtin")


def check(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["check", *GLOSSARY, *map(str, arguments)])


def found(*arguments: object) -> list[dict[str, Any]]:
    """The findings of a run as JSON."""
    result = check(*arguments, "--output", "json")
    assert result.exit_code in (0, 1), result.stderr
    findings: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return findings


def rules(*arguments: object) -> list[tuple[str, int]]:
    """Rule and line of each finding of a run."""
    return [(finding["rule"], finding["line"]) for finding in found(*arguments)]


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def read(name: str) -> str:
    return Path(name).read_bytes().decode("utf-8")
