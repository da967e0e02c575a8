"""What the models are trained on: the wire corpus, its rules, and nothing of the evaluation sets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import regex

from tools.starter import corpora, evaluation
from tools.starter.marks import Row, marks

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


def test_every_wire_row_is_sound(wire: list[Row]) -> None:
    assert len(wire) > 28_000
    assert [row for row in wire if not corpora.is_sound(row)] == []


def test_every_everyday_row_is_sound_and_there_once(everyday: list[Row]) -> None:
    assert len(everyday) > 20_000
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
