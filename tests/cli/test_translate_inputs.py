"""Bad input: one clear line, exit code 2, nothing lost, nothing half-written."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from translating import ARTICLE, catalog, po, run

from cli.main import cli

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("home")]


def failed(result: Result, *words: str) -> None:
    assert result.exit_code == 2, result.output
    lines = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 1
    for word in words:
        assert word in lines[0]
    assert "Traceback" not in result.output


def test_a_missing_file(tmp_path: Path) -> None:
    failed(run(tmp_path / "no.txt", "--to", "ru"), "no.txt", "no such file")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "d.txt").mkdir()
    failed(run(tmp_path / "d.txt", "--to", "ru"), "d.txt", "folder")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x00\x01\x02binary\xff", ("binary",)),
        (ARTICLE.encode("utf-16"), ("UTF-16", "--encoding utf-16")),
        ("Президент прибыл в Москву для переговоров.".encode("cp1251"), ("1251", "--encoding cp1251")),
    ],
)
def test_other_encodings_are_named(article: Path, data: bytes, words: tuple[str, ...]) -> None:
    article.write_bytes(data)

    failed(run(article, "--to", "ru"), "news.txt", *words)
    assert list(article.parent.glob("news.*")) == [article]


def test_encoding_is_read_when_told(article: Path) -> None:
    article.write_bytes(ARTICLE.encode("utf-16"))

    assert run(article, "--to", "ru", "--encoding", "utf-16").exit_code == 0


def test_an_unknown_language(article: Path) -> None:
    failed(run(article, "--to", "xx"), "'xx'", "ru, ur")


def test_a_broken_catalog(article: Path, tmp_path: Path) -> None:
    own = catalog(tmp_path / "own", "ru", 'msgctxt "person"\nmsgid "A\nmsgstr ""')

    failed(run(article, "--to", "ru", "--glossary", own), "glossary.po:2:")


def test_a_catalog_with_duplicates(article: Path, tmp_path: Path) -> None:
    own = catalog(tmp_path / "own", "ru", po("person", "A", "а"), po("person", "A", "б"))

    failed(run(article, "--to", "ru", "--glossary", own), "glossary.po:", "A")


def test_no_glossary_left(article: Path) -> None:
    assert run(article, "--to", "ru", "--no-builtin").exit_code == 2


def test_a_missing_package(article: Path, tmp_path: Path) -> None:
    own = catalog(tmp_path / "own", "de", po("place", "Moscow", "Moskau"))

    failed(run(article, "--to", "de", "--glossary", own), "en-de", "dragoman models install en-de")


def test_a_damaged_package(article: Path, home: Path) -> None:
    folder = home / "argos" / "packages" / "translate-en_ru"
    (folder / "model").mkdir(parents=True)
    (folder / "metadata.json").write_text(
        '{"from_code": "en", "to_code": "ru", "package_version": "1.9"}', encoding="utf-8"
    )
    shutil.copy(Path(__file__), folder / "sentencepiece.model")

    failed(run(article, "--to", "ru"), "translate-en_ru", "cannot be loaded")


def test_an_existing_translation_is_not_replaced_without_force(article: Path) -> None:
    target = article.with_name("news.ru.txt")
    target.write_text("Правка редактора", encoding="utf-8")

    failed(run(article, "--to", "ru"), "news.ru.txt", "--force")
    assert target.read_text(encoding="utf-8") == "Правка редактора"
    assert run(article, "--to", "ru", "--force").exit_code == 0
    assert run(article, "--to", "ru").exit_code == 0  # the same again is no conflict


def test_two_articles_with_one_target(tmp_path: Path) -> None:
    for name in ("a.txt", "a.en.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")

    failed(run(tmp_path / "a.txt", tmp_path / "a.en.txt", "--to", "ru"), "a.ru.txt")


def test_the_output_folder_is_made(article: Path, tmp_path: Path) -> None:
    assert run(article, "--to", "ru", "-o", tmp_path / "new" / "out").exit_code == 0
    assert (tmp_path / "new" / "out" / "news.ru.txt").is_file()


@pytest.mark.parametrize("name", ["news.txt", "news.ru.txt"])
def test_a_report_never_replaces_an_article_or_a_translation(article: Path, name: str) -> None:
    result = run(article, "--to", "ru", "--force", "--report", article.with_name(name))

    failed(result, name, "report")
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_a_report_in_a_missing_folder_fails_before_any_work(article: Path, tmp_path: Path) -> None:
    failed(run(article, "--to", "ru", "--report", tmp_path / "no" / "r.json"), "no such folder")
    failed(run(article, "--to", "ru", "-o", article), "this is a file, not a folder")
    assert not article.with_name("news.ru.txt").exists()


def test_translations_among_the_articles_are_left_out(article: Path) -> None:
    run(article, "--to", "ru")

    result = run(article, article.with_name("news.ru.txt"), article, "--to", "ru")

    assert result.exit_code == 0, result.stderr
    assert "news.ru.txt: left out" in result.stderr
    assert not article.with_name("news.ru.ru.txt").exists()


def test_language_codes_in_capitals(article: Path) -> None:
    assert run(article, "--to", "RU").exit_code == 0
    assert article.with_name("news.ru.txt").is_file()


def test_a_file_in_the_place_of_a_command(article: Path) -> None:
    result = CliRunner().invoke(cli, [str(article)])

    assert result.exit_code == 2
    assert f"did you mean: dragoman translate {article}" in result.stderr


def test_a_full_disk(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    failed(run(article, "--to", "ru"), "disk is full")
    assert list(article.parent.glob("news.*")) == [article]


def test_without_the_extra_the_command_says_which_to_install(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "argostranslate", None)

    failed(run(article, "--to", "ru"), 'pip install "dragoman[translate]"')


def test_interrupted_it_keeps_finished_files_and_removes_unfinished_ones(tmp_path: Path) -> None:
    articles = []
    for n in range(40):
        articles.append(tmp_path / f"a{n}.txt")
        sentences = (f"President Vladimir Putin spoke about item {n}-{k} in Moscow." for k in range(40))
        articles[-1].write_text("\n".join(sentences), encoding="utf-8")
    main = "from cli.main import main; main()"
    command = [sys.executable, "-c", main, "translate", *map(str, articles), "--to", "ru"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2])
    for _ in range(600):
        if list(tmp_path.glob("*.ru.txt")):
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)

    assert process.returncode == 130
    assert b"Traceback" not in stderr
    done = list(tmp_path.glob("*.ru.txt"))
    assert 0 < len(done) < 40
    assert all(path.read_text(encoding="utf-8").count("\n") == 39 for path in done)
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]
