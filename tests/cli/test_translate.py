import json
import sys
import zipfile
from pathlib import Path

import pytest
from engines import Scripted
from translating import ARTICLE, catalog, occurrences, po, run

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("home")]


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


def test_a_number_that_the_model_gets_wrong_is_told_of(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Scripted({"It rained for 145 days.": ["Дождь шёл 154 дня."]})
    monkeypatch.setattr("glossary.engine.load_engine", lambda route, threads: engine)
    article.write_text("Moscow\n\nIt rained for 145 days.\n", encoding="utf-8")

    result = run(article, "--to", "ru", "--report", tmp_path / "r.json")

    assert f"{article}:3: the number 145 is not in the ru translation" in result.stderr
    (lost,) = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["lost_numbers"]
    assert (lost["source_start"], lost["source_end"]) == (22, 25)


def test_a_number_that_a_draft_has_otherwise_is_told_of(tmp_path: Path) -> None:
    source, draft = tmp_path / "a.txt", tmp_path / "d.txt"
    source.write_text("Rain.\nIt rained for 145 days.\n", encoding="utf-8")
    draft.write_text("Дождь.\nДождь шёл 154 дня.\n", encoding="utf-8")

    result = run(source, "--to", "ru", "--draft", draft)

    assert f"{source}:2: the number 145 is not in the ru translation" in result.stderr


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
