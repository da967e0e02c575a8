import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from engines import Scripted
from packages.argos import forget_argos

from cli.main import cli

pytestmark = pytest.mark.model

ARTICLE = "President Vladimir Putin arrived in Beijing.\n\nHe met Xi Jinping.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Argos folders without a package, so that the starters translate."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "argos" / name))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    forget_argos()
    yield tmp_path
    forget_argos()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


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


def test_every_language_of_the_glossary_beside_the_article(article: Path) -> None:
    result = run(article)

    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    russian = article.with_name("news.ru.txt").read_text(encoding="utf-8")
    urdu = article.with_name("news.ur.txt").read_text(encoding="utf-8")
    assert "Путин" in russian
    assert "پوٹن" in urdu
    assert russian.count("\n") == urdu.count("\n") == ARTICLE.count("\n")
    real = "`dragoman models install en-ru` for real work"
    assert f"en-ru: starter model, for trying out; {real}" in result.stderr
    assert "ru: 2 sentences, 4 term occurrences (" in result.stderr


def test_english_suffix_and_output_folder(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "out").mkdir()

    assert run(tmp_path / "a.en.txt", "--to", "ru", "-o", tmp_path / "out").exit_code == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a.ru.txt"]


def test_standard_input_to_standard_output() -> None:
    result = run("-", "--to", "ru", stdin=ARTICLE.encode())

    assert result.exit_code == 0
    assert "Путин" in result.stdout
    assert result.stdout.count("\n") == 3
    assert "ru: 2 sentences" in result.stderr


def test_standard_input_takes_one_language() -> None:
    result = run("-", stdin=b"x")

    assert result.exit_code == 2
    assert "exactly one --to" in result.stderr


def test_the_report_has_one_object_for_each_occurrence_and_language(article: Path) -> None:
    report = article.with_name("r.json")
    run(article, "--report", report)

    found = occurrences(report)
    assert len(found) == 8
    assert report.read_text(encoding="utf-8").count('"outcome"') == 8
    texts = {lang: article.with_name(f"news.{lang}.txt").read_text(encoding="utf-8") for lang in ("ru", "ur")}
    for o in found:
        assert ARTICLE[o["source_start"] : o["source_end"]].casefold() == o["term"].casefold()
        if o["outcome"] != "unplaced":
            assert texts[o["language"]][o["target_start"] : o["target_end"]] == o["form"]
    assert {o["kind"] for o in found} == {"title", "person", "place"}


def test_a_glossary_over_the_built_in_one(article: Path, tmp_path: Path) -> None:
    own = catalog(tmp_path / "own", "ru", po("person", "Xi Jinping", "товарищ Си"))

    run(article, "--to", "ru", "--glossary", own)

    text = article.with_name("news.ru.txt").read_text(encoding="utf-8")
    assert "Си" in text
    assert "Цзиньпин" not in text


def test_a_third_language_needs_a_catalog_and_a_package(article: Path, tmp_path: Path, home: Path) -> None:
    own = catalog(
        tmp_path / "own",
        "bg",
        po("person", "Vladimir Putin", "Владимир Путин", "# form: Case=Acc = Владимир Путина\n"),
        po("place", "Beijing", "Пекин"),
    )
    starter = next((Path(__file__).parents[2] / "glossary" / "starters").glob("*en_ru*"))
    zipfile.ZipFile(starter).extractall(home / "argos" / "packages")
    folder = home / "argos" / "packages" / "translate-en_ru"
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8")) | {"to_code": "bg"}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")

    result = run(article, "--to", "bg", "--glossary", own, "--no-builtin", "--report", tmp_path / "r.json")

    assert result.exit_code == 0, result.stderr
    assert "starter" not in result.stderr
    assert [o["outcome"] for o in occurrences(tmp_path / "r.json")] == ["carried", "carried"]


def test_strict_exits_with_1_where_something_is_unplaced(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(article, "--to", "ru", "--strict").exit_code == 0
    engine = Scripted({"Rain fell on Moscow.": ["Шел дождь."]})
    monkeypatch.setattr("glossary.engine.load_engine", lambda route, threads: engine)
    article.write_text("Fine.\nRain fell on Moscow.\n", encoding="utf-8")

    result = run(article, "--to", "ru", "--strict", "--force")

    assert result.exit_code == 1
    assert f"{article}:2: “Moscow” (Москва) is not in the ru translation" in result.stderr
    assert f"{article}:1: the model cannot put this into ru; it stands in English" in result.stderr
    assert article.with_name("news.ru.txt").read_text(encoding="utf-8") == "Fine.\nШел дождь.\n"


def test_a_term_that_the_model_repeats_is_told_of(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = "Дождь над ⟦1⟧⟦ins⟧, снег в ⟦1⟧⟦loc⟧."
    engine = Scripted({"Rain fell on ⟦Gf⟧⟦1⟧.": [twice]}, carriers=True)
    monkeypatch.setattr("glossary.engine.load_engine", lambda route, threads: engine)
    article.write_text("Rain fell on Moscow.\n", encoding="utf-8")

    result = run(article, "--to", "ru", "--report", tmp_path / "r.json")

    said = f"{article}:1: “Moscow” (Москва) stands 2 times in the ru translation for once in the article"
    assert said in result.stderr
    assert [o["repeated"] for o in occurrences(tmp_path / "r.json")] == [1]


def test_line_ends_blank_lines_and_byte_order_mark_stay(article: Path) -> None:
    article.write_bytes(b"\xef\xbb\xbfMoscow\r\n\r\n  -----\r\nBeijing")

    run(article, "--to", "ru")

    assert article.with_name("news.ru.txt").read_bytes() == ("\ufeffМосква\r\n\r\n  -----\r\nПекин".encode())


COPIED = [
    "desk@example.org",
    "https://example.org/a?b=1",
    "2025-09-02",
    "dawn.com/news/123",
    "@ForeignOfficePk",
    "#COP30",
    "🇵🇰",
    "👩\u200d🚀",
    "\x1b[31m",
    "مرحبا بكم",
    "שלום",
]


@pytest.mark.parametrize("language", ["ru", "ur"])
@pytest.mark.parametrize("copied", COPIED)
def test_what_is_no_language_comes_through(article: Path, copied: str, language: str) -> None:
    text = f"The minister said {copied} on Monday.\n\nSee {copied}\n\n{copied} is here.\n"
    article.write_text(text, encoding="utf-8")

    run(article, "--to", language)

    lines = article.with_name(f"news.{language}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 5
    assert all(copied in line for line in lines[::2])


@pytest.mark.parametrize("text", ["", "\n\n", "   \n"])
def test_an_empty_article_gives_an_empty_translation(article: Path, text: str) -> None:
    article.write_text(text, encoding="utf-8")

    result = run(article, "--to", "ru")

    assert result.exit_code == 0
    assert article.with_name("news.ru.txt").read_text(encoding="utf-8") == text
    assert "ru: 0 sentences, 0 term occurrences, " in result.stderr


def test_odd_text_goes_through(article: Path) -> None:
    odd = "🙂 ????\n-----\n\x07\nمرحبا world שלום\n" + "word " * 2000 + "\n" + "x" * 3000 + "\n"
    article.write_text(odd, encoding="utf-8")

    result = run(article, "--to", "ru")

    assert result.exit_code == 0, result.stderr
    text = article.with_name("news.ru.txt").read_text(encoding="utf-8")
    assert text.count("\n") == odd.count("\n")
    assert text.splitlines()[:3] == ["🙂 ????", "-----", "\x07"]


def test_names_that_the_glossary_lacks_are_transliterated_and_listed(article: Path, tmp_path: Path) -> None:
    article.write_text("The minister met Bilal Rehmatullah in Moscow.\n", encoding="utf-8")

    result = run(article, "--to", "ru", "--report", tmp_path / "r.json")

    assert "ru: not in the glossary and transliterated: Bilal Rehmatullah\n" in result.stderr
    assert "glossary suggest --write" in result.stderr
    found = {o["term"]: o for o in occurrences(tmp_path / "r.json")}
    assert found["Bilal Rehmatullah"]["outcome"] == "proposed"
    assert found["Bilal Rehmatullah"]["form"] in article.with_name("news.ru.txt").read_text(encoding="utf-8")


def test_no_propose_leaves_them_to_the_model(article: Path, tmp_path: Path) -> None:
    article.write_text("The minister met Bilal Rehmatullah in Moscow.\n", encoding="utf-8")

    result = run(article, "--to", "ru", "--no-propose", "--report", tmp_path / "r.json")

    assert "transliterated" not in result.stderr
    assert "Bilal Rehmatullah" not in {o["term"] for o in occurrences(tmp_path / "r.json")}


def test_explain_says_what_was_put_in_place_of_what(article: Path) -> None:
    draft = article.with_name("draft.txt")
    draft.write_text(
        "Президент Владимир Путен прибыл в Пекин.\n\nОн встретил Си Цзиньпина.\n", encoding="utf-8"
    )

    result = run(article, "--to", "ru", "--draft", draft, "--explain")

    assert f"{article}:1: spliced: “Vladimir Putin” is “Владимир Путин” for “Владимир Путен”" in result.stderr
    assert article.with_name("news.ru.txt").read_text(encoding="utf-8") == (
        "Президент Владимир Путин прибыл в Пекин.\n\nОн встретил Си Цзиньпина.\n"
    )


def test_a_draft_needs_no_model_and_what_obeys_is_copied_to_the_byte(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    draft = article.with_name("draft.txt")
    text = "Президент  Владимир Путин прибыл , в Пекин\u00a0.\r\n\r\nО\u0301н встретил Си Цзиньпина.\r\n"
    draft.write_bytes(text.encode())

    result = run(article, "--to", "ru", "--draft", draft)

    assert result.exit_code == 0, result.stderr
    assert article.with_name("news.ru.txt").read_bytes() == text.encode()


def test_a_draft_takes_one_article_and_one_language(article: Path) -> None:
    assert run(article, "--draft", article).exit_code == 2


# Bad input: one clear line, exit code 2, nothing lost, nothing half-written.


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
