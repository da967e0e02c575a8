from __future__ import annotations

from pathlib import Path

import click
import pytest

from cli.options import glossary_folders, own_folder
from glossary.catalog import builtin_folder
from glossary.config import Configuration, ConfigurationError, find_configuration


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "project" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_without_a_file_only_the_builtin_glossary_counts() -> None:
    assert find_configuration(Path()) == Configuration(None, (), True)
    assert glossary_folders((), no_builtin=False) == (builtin_folder(),)


def test_the_nearest_file_above_counts_and_folders_are_relative_to_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / "dragoman.toml", 'glossary = ["desk", "terms"]\nbuiltin = false\n')
    write(project / "a/b/pyproject.toml", '[tool.ruff]\nline-length = 100\n[project]\nname = "x"\n')
    monkeypatch.chdir(project / "a" / "b")
    up = Path("..", "..")
    found = find_configuration(Path())
    assert found == Configuration(up / "dragoman.toml", (up / "desk", up / "terms"), False)


def test_a_table_in_pyproject_has_the_same_keys(project: Path) -> None:
    write(project / "pyproject.toml", '[project]\nname = "x"\n\n[tool.dragoman]\nglossary = ["t"]\n')
    assert find_configuration(Path()) == Configuration(Path("pyproject.toml"), (Path("t"),), True)
    write(project / "dragoman.toml", 'glossary = ["own"]\n')
    assert find_configuration(Path()).glossary == (Path("own"),)


def test_the_search_ends_at_the_root_of_the_repository(project: Path) -> None:
    write(project.parent / "dragoman.toml", "builtin = false\n")
    assert find_configuration(Path()) == Configuration()
    (project / ".git").rmdir()
    assert find_configuration(Path()).builtin is False


@pytest.mark.parametrize(
    ("name", "text", "line", "message", "remedy"),
    [
        (
            "dragoman.toml",
            'x = 1\nglosary = ["a"]\n',
            1,
            "unknown key `x`",
            "the keys are: glossary, builtin, check",
        ),
        ("dragoman.toml", '# a\nglosary = ["a"]\n', 2, "unknown key `glosary`", "did you mean `glossary`?"),
        ("dragoman.toml", "\n[builtins]\n", 2, "unknown key `builtins`", "did you mean `builtin`?"),
        (
            "pyproject.toml",
            '[tool.dragoman]\nglossary = "terms"\n',
            2,
            "`glossary` is not a list of folders",
            'write it as in `glossary = ["terms"]`',
        ),
        ("dragoman.toml", 'glossary = [""]\n', 1, "`glossary` is not a list of folders", None),
        ("dragoman.toml", 'builtin = "no"\n', 1, "`builtin` is neither true nor false", None),
        ("dragoman.toml", "\nglossary = [\n", None, "not TOML: Invalid value", None),
        ("dragoman.toml", "glossary = x\n", 1, "not TOML: Invalid value", None),
        ("pyproject.toml", "a = 1\na = 2\n", 2, "not TOML: Cannot overwrite a value", None),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    project: Path, name: str, text: str, line: int | None, message: str, remedy: str | None
) -> None:
    write(project / name, text)
    with pytest.raises(ConfigurationError) as caught:
        find_configuration(Path())
    assert (caught.value.path, caught.value.line, caught.value.message) == (Path(name), line, message)
    assert remedy in (None, caught.value.remedy)


def test_a_file_that_is_not_utf8_is_explained(project: Path) -> None:
    (project / "dragoman.toml").write_bytes(b"# \xff\n")
    with pytest.raises(ConfigurationError, match="the file cannot be read: it is not UTF-8"):
        find_configuration(Path())


def test_folders_are_layered_with_those_of_the_command_line_last(project: Path) -> None:
    write(project / "dragoman.toml", 'glossary = ["desk", "terms"]\n')
    desk, terms, more = Path("desk"), Path("terms"), Path("more")
    assert glossary_folders((), no_builtin=False) == (builtin_folder(), desk, terms)
    assert glossary_folders((more,), no_builtin=True) == (desk, terms, more)
    assert glossary_folders((desk,), no_builtin=True) == (terms, desk)
    assert own_folder(()) == terms
    assert own_folder((more,)) == more


def test_no_glossary_at_all_is_a_mistake() -> None:
    with pytest.raises(click.UsageError, match="There is no glossary: name one with --glossary DIR"):
        glossary_folders((), no_builtin=True)
    with pytest.raises(click.UsageError, match="There is no glossary of your own to change: start one"):
        own_folder(())
