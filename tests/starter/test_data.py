"""What the models are trained on: the wire corpus, its rules, and nothing of the evaluation sets."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
import regex

from tools.starter import corpora, evaluation, prepare
from tools.starter.marks import Row, marks
from tools.starter.work import Work

LANGUAGES = list(corpora.LANGUAGES)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def wire(language: str) -> list[Row]:
    return corpora.own("wire", language)


@pytest.fixture(scope="module")
def everyday(language: str) -> list[Row]:
    return corpora.own("everyday", language)


@pytest.fixture
def sets() -> Path:
    folder = evaluation.folder()
    if folder is None:
        pytest.skip("DRAGOMAN_EVAL names no folder with evaluation sets")
    return folder


def shared(rows: list[Row], sets: Path, language: str) -> list[str]:
    taken = evaluation.fingerprints(sets, language)
    texts = [text for row in rows for text in row.plain()]
    return [text for text in texts if evaluation.fingerprint(text) in taken]


def test_own_corpora_have_no_evaluation_sentence(
    wire: list[Row], everyday: list[Row], sets: Path, language: str
) -> None:
    assert shared([*wire, *everyday], sets, language) == []


def test_general_corpora_have_no_evaluation_sentence(sets: Path, language: str) -> None:
    folder = os.environ.get("DRAGOMAN_CORPORA")
    if not folder:
        pytest.skip("DRAGOMAN_CORPORA names no folder with general corpora")
    assert shared(corpora.general(Path(folder), language, seed=7), sets, language) == []


def test_an_evaluation_sentence_is_found_whatever_its_signs(sets: Path, language: str) -> None:
    sentence = next(s for s in evaluation.wire(sets, language) if len(s.source.split()) > 9)
    disguised = Row("x", "y", (f"“{sentence.source.upper()}” ",), ("",))
    assert shared([disguised], sets, language) == [disguised.plain().source]


@pytest.fixture
def small_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evaluation sets of one sentence each."""
    folder = tmp_path / "eval"
    (folder / "wire").mkdir(parents=True)
    sentence = {
        "en": "He spoke about trade and energy.",
        "ru": "Он говорил о торговле и энергетике.",
        "terms": [],
    }
    article = json.dumps({"sentences": [sentence]})
    files = {
        "wire/1.json": article,
        "ntrex.dev.en-ru.tsv": "The sea was calm all day.\tМоре весь день было спокойным.\n",
        "tico19.dev.en-ru.jsonl": '{"en": "Wash your hands quite often.", "ru": "Мойте руки чаще."}\n',
        "marked.dev.tsv": "[1P:Li] met [2P:Wang] in Rome today.\t[1nm:Ли] встретил сегодня [2am:Вана].\t\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_EVAL", str(folder))


@pytest.mark.usefixtures("small_sets")
@pytest.mark.parametrize(
    ("english", "target"),
    [
        ("He spoke about TRADE and energy", "Он сказал иначе."),
        ("Something else.", "«Море весь день было спокойным»."),
        ("Wash your hands quite often!", "Мойте."),
        ("Li met Wang in Rome today.", "Ли и Ван."),
    ],
)
def test_rows_that_share_a_sentence_with_the_evaluation_sets_are_left_out(english: str, target: str) -> None:
    row, other = (Row("x", "MIT", (e,), (t,)) for e, t in ((english, target), ("A new row.", "Новый ряд.")))
    assert prepare.foreign_to_evaluation([row, other], "ru") == [other]


def test_every_source_of_the_general_corpora_is_named(tmp_path: Path) -> None:
    for language, source in (("ru", "tatoeba"), ("ur", "microsoft-docs")):
        with gzip.open(tmp_path / f"en-{language}.tsv.gz", "wt", encoding="utf-8") as corpus:
            corpus.write(f"He works here.\tОн здесь работает.\t{source}\tCC BY\n")
    prepare.main([str(tmp_path), "--to", "ru", "--rows", "2", "--corpora", str(tmp_path)])
    assert Work(tmp_path).recipe().sources == {
        **dict.fromkeys(("tatoeba", "microsoft-docs"), "CC BY"),
        **dict.fromkeys(("wire", "everyday", "glossary", "names"), "MIT"),
    }


def test_every_wire_row_is_sound(wire: list[Row]) -> None:
    assert len(wire) > 28_000
    assert [row for row in wire if not corpora.is_sound(row)] == []


def test_every_everyday_row_is_sound_and_there_once(everyday: list[Row]) -> None:
    assert len(everyday) > 95_000
    assert [row for row in everyday if not corpora.is_sound(row)] == []
    assert len({row.plain().source for row in everyday}) == len(everyday)


def test_everyday_rows_are_in_the_letters_of_their_language(everyday: list[Row], language: str) -> None:
    own, others = ("Cyrillic", "Arabic") if language == "ru" else ("Arabic", "Cyrillic")
    for row in everyday:
        assert regex.search(rf"\p{{{own}}}", row.plain().target)
        assert not regex.search(rf"\p{{{others}}}|[يكىه]", row.plain().target)


def test_rows_that_lack_urdu_serve_russian_alone() -> None:
    russian, urdu = ({row.english for row in corpora.own("everyday", language)} for language in ("ru", "ur"))
    assert urdu < russian


def test_a_withheld_name_is_withheld_on_both_sides(wire: list[Row]) -> None:
    for row in wire:
        ours, theirs = marks(row.english), marks(row.target)
        assert {n for n in ours if ours[n].text == "*"} == {n for n in theirs if theirs[n].text == "*"}


def test_one_wire_row_in_a_hundred_is_held_out(wire: list[Row]) -> None:
    held_out = [row for row in wire if corpora.is_held_out(row)]
    assert 200 < len(held_out) < 400
    assert any(marks(row.english) for row in held_out)


def test_rows_come_back_from_the_disk(wire: list[Row], tmp_path: Path) -> None:
    corpora.save(wire[:500], tmp_path / "rows.tsv")
    assert corpora.load(tmp_path / "rows.tsv") == wire[:500]
