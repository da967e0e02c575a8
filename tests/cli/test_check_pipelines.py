"""What `dragoman check` needs to run, and what is shipped for pipelines."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from checking import GLOSSARY, check
from click.testing import CliRunner

from cli.main import cli

ROOT = Path(__file__).parents[2]
MODELS = ("argostranslate", "ctranslate2", "sentencepiece", "sentencex")


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# The base install

RUN = """
import sys
from cli.main import cli
try:
    cli(["check", *sys.argv[1:]])
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "arguments", [("--help",), ("news", *GLOSSARY), ("both", "--fix", "--write", *GLOSSARY)]
)
def test_nothing_that_translates_is_imported(arguments: tuple[str, ...]) -> None:
    done = python(RUN, *arguments)
    modules = {name.partition(".")[0] for name in done.stderr.split()}

    assert done.returncode == (0 if "--help" in arguments else 1)
    assert "click" in modules
    assert modules.isdisjoint(MODELS)


@pytest.mark.usefixtures("desk")
def test_a_check_runs_where_nothing_that_translates_is_installed() -> None:
    absent = f"import sys\nsys.modules |= dict.fromkeys({MODELS!r})\n"
    done = python(absent + RUN, "news/clean.en.txt", *GLOSSARY)
    assert done.returncode == 0
    assert done.stderr.startswith("2 translations: 0 errors, 0 warnings, 0 notes\n")


@pytest.mark.parametrize("wanted", ["pymorphy3", "pytrovich", "charset_normalizer", "glossary.engine"])
def test_help_loads_only_what_it_shows(wanted: str) -> None:
    assert wanted not in python(RUN, "--help").stderr.split()


# What translate writes


@pytest.mark.model
@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("language", ["ru", "ur"])
def test_a_translation_without_unplaced_terms_passes(language: str, tmp_path: Path) -> None:
    data = ROOT / "tests" / "data"
    for article in [data / "articles" / "summit.txt", *sorted((data / "wire").glob("*.txt"))]:
        shutil.copy(article, tmp_path)
    articles = sorted(tmp_path.glob("*.txt"))
    report = tmp_path / "log.json"
    translated = CliRunner().invoke(
        cli, ["translate", *map(str, articles), "--to", language, "--report", str(report)]
    )
    assert translated.exit_code == 0, translated.stderr
    log = json.loads(report.read_text(encoding="utf-8"))["occurrences"]
    unplaced = {Path(o["article"]) for o in log if o["outcome"] == "unplaced"}
    placed = [article for article in articles if article not in unplaced]
    assert len(placed) > 2

    result = CliRunner().invoke(cli, ["check", *map(str, placed)])

    assert "0 errors" in result.stderr, result.stdout
    assert result.exit_code == 0


# What is shipped for pipelines


def shipped(name: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    yaml = pytest.importorskip("yaml")
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hooks_of_pre_commit() -> None:
    hooks = {hook["id"]: hook for hook in shipped(".pre-commit-hooks.yaml")}

    assert set(hooks) == {"dragoman-check", "dragoman-glossary-lint"}
    for hook in hooks.values():
        assert hook["language"] == "python"
        assert hook["entry"].startswith("dragoman ")
        assert CliRunner().invoke(cli, [*hook["entry"].split()[1:], "--help"]).exit_code == 0


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a.ru.txt", "dragoman-check"),
        ("news/a.b.ur.txt", "dragoman-check"),
        ("desk.po", "dragoman-check"),
        ("x/desk.xliff", "dragoman-check"),
        ("a.en.txt", None),
        ("a.txt", None),
        ("requirements.txt", None),
        ("list.tsv", None),
        ("terms/ru/LC_MESSAGES/glossary.po", "dragoman-glossary-lint"),
    ],
)
def test_the_files_of_the_hooks(path: str, wanted: str | None) -> None:
    hooks = shipped(".pre-commit-hooks.yaml")
    taken = [
        hook["id"]
        for hook in hooks
        if re.search(hook["files"], path) and not re.search(hook.get("exclude", "^$"), path)
    ]
    assert taken == ([wanted] if wanted else [])


def test_the_action_installs_what_it_comes_with() -> None:
    action = shipped("action.yml")
    steps = action["runs"]["steps"]

    assert action["runs"]["using"] == "composite"
    assert all("shell" in step for step in steps if "run" in step)
    assert steps[1]["run"].endswith('pip install --quiet "$GITHUB_ACTION_PATH"')
    assert not any("${{" in step.get("run", "") for step in steps)
    named = {name for step in steps for name in re.findall(r"inputs\.([\w-]+)", json.dumps(step))}
    assert named == set(action["inputs"])


@pytest.mark.skipif(not shutil.which("bash"), reason="the action's steps are in bash")
def test_the_action_checks_and_writes_sarif(desk: Path, tmp_path: Path) -> None:
    step = shipped("action.yml")["runs"]["steps"][-1]
    command = tmp_path / "bin" / "dragoman"
    command.parent.mkdir()
    lines = [
        f"#!{sys.executable}",
        "import sys",
        f"sys.path[:0] = [{str(ROOT)!r}]",
        "from cli.main import main",
    ]
    command.write_text("\n".join([*lines, "main()\n"]), encoding="utf-8")
    command.chmod(0o755)
    variables = {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "INPUT_PATHS": "news\nboth\n",
        "INPUT_ARGUMENTS": " ".join(GLOSSARY),
        "INPUT_SARIF": "out.sarif",
    }
    assert set(step["env"]) == {name for name in variables if name != "PATH"}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]  # as the runner calls it
    done = subprocess.run(
        shell, env=os.environ | variables, capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 1
    assert done.stdout == check("news", "both", "--output", "github").stdout
    results = json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert len(results) == done.stdout.count("\n") - 1  # the last line is the summary
