from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from cli.main import cli
from glossary.model import Entry, Rendering, State, Term

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run() -> Run:
    """`dragoman glossary` in the working directory: exit code, standard output and standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        result = CliRunner().invoke(cli, ["glossary", *map(str, arguments)], catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    return call


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a project of its own, with nothing in it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def header(language: str) -> str:
    fields = f"Language: {language}\\n", "Content-Type: text/plain; charset=UTF-8\\n"
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{field}"' for field in fields), ""])


def block(context: str, text: str, rendering: str, *comments: str) -> str:
    lines = [*comments, f'msgctxt "{context}"', f'msgid "{text}"', f'msgstr "{rendering}"', ""]
    return "\n".join(lines)


def write(path: Path, *blocks: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    language = path.parent.parent.name if path.suffix == ".po" else ""
    path.write_text("\n".join([header(language), *blocks]), encoding="utf-8")
    return path


SHARIF = (
    "person",
    "Shehbaz Sharif",
    "# kept: as it is",
    "# forbidden: Шебаз Шариф",
    "# morph: Animacy=Anim Gender=Masc",
    "#. alias: Shahbaz Sharif",
    "#: wire/1.txt:3",
)
DAWN = "organization/newspaper", "Dawn"
MINISTER = "title", "foreign minister"


@pytest.fixture
def project(empty: Path) -> Path:
    """A project that has a glossary of its own over a desk's, without the built-in one."""
    (empty / "dragoman.toml").write_text('glossary = ["desk", "terms"]\nbuiltin = false\n', encoding="utf-8")
    write(
        empty / "desk/ru/LC_MESSAGES/glossary.po",
        block(*MINISTER, "министр иностранных дел", "# admitted: глава МИД"),
        block(*DAWN, "«Доун»"),
    )
    write(
        empty / "desk/ur/LC_MESSAGES/glossary.po",
        block(*MINISTER, "وزیر خارجہ", "# forbidden: غیر ملکی وزیر"),
        block(*DAWN, "ڈان"),
    )
    neutral = [comment for comment in SHARIF[2:] if comment.startswith("#.")]
    write(
        empty / "terms/ru/LC_MESSAGES/glossary.po",
        block(*SHARIF[:2], "Шахбаз Шариф", *SHARIF[2:]),
        block(*DAWN, "«Дон»", "#, fuzzy"),
        block("work", "Dawn", "", "#. match: nocase"),
        '#~ msgctxt "place"\n#~ msgid "Leningrad"\n#~ msgstr "Ленинград"\n',
    )
    write(
        empty / "terms/ur/LC_MESSAGES/glossary.po",
        block(*SHARIF[:2], "شہباز شریف", *neutral),
        block(*DAWN, "ڈان"),
        block("work", "Dawn", "", "#. match: nocase"),
    )
    write(
        empty / "terms/glossary.pot",
        block(*SHARIF[:2], "", *neutral),
        block(*DAWN, ""),
        block("work", "Dawn", "", "#. match: nocase"),
    )
    return empty / "terms"


@pytest.fixture
def proposals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proposals that can be told from renderings: `ru?Kim`; a title gets none."""

    def proposed(term: Term, language: str) -> Entry:
        entry = Entry(term, Rendering(f"{language}?{term.text}"), State.FUZZY)
        untranslated = replace(entry, rendering=Rendering(""), state=State.UNTRANSLATED)
        return untranslated if term.context == "title" else entry

    module = ModuleType("glossary.proposal")
    vars(module)["proposed"] = proposed
    monkeypatch.setitem(sys.modules, "glossary.proposal", module)


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder, to the byte."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in files}


def edited(before: dict[str, str], path: str, *replacements: tuple[str, str]) -> dict[str, str]:
    """The files with texts replaced that stand in one of them exactly once."""
    text = before[path]
    for old, new in replacements:
        assert text.count(old) == 1, (path, old)
        text = text.replace(old, new)
    return before | {path: text}
