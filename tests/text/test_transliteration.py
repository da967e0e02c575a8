"""Names in Russian and Urdu letters; how many come out right is measured elsewhere, these are known."""

from __future__ import annotations

import json
from pathlib import Path
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text import generic, ru, ur
from glossary.text.respelling import Rules

DATA = Path(__file__).parents[1] / "data" / "text"


def cases(name: str) -> list[list[str]]:
    rows: list[list[str]] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize(("name", "wanted"), cases("ru_transliterations"))
def test_russian(name: str, wanted: str) -> None:
    assert ru.transliterated(name) == wanted


@pytest.mark.parametrize(("name", "wanted"), cases("ur_transliterations"))
def test_urdu(name: str, wanted: str) -> None:
    assert ur.transliterated(name) == wanted


@pytest.mark.parametrize(("name", "wanted"), cases("ru_transliterations_known_failures"))
@pytest.mark.xfail(strict=True)
def test_russian_known_failures(name: str, wanted: str) -> None:
    assert ru.transliterated(name) == wanted


@pytest.mark.parametrize(("name", "wanted"), cases("ur_transliterations_known_failures"))
@pytest.mark.xfail(strict=True)
def test_urdu_known_failures(name: str, wanted: str) -> None:
    assert ur.transliterated(name) == wanted


@pytest.mark.parametrize("name", ["", "7", "Mohammed VI", "123 + 4", "Иван", "علی"])
def test_what_is_not_latin_stays(name: str) -> None:
    for language in (ru, ur):
        out = language.transliterated(name)
        assert [char for char in out if not char.isalpha()] == [char for char in name if not char.isalpha()]
    if not any("a" <= char.lower() <= "z" for char in name):
        assert ru.transliterated(name) == ur.transliterated(name) == name


def test_other_languages_keep_the_spelling() -> None:
    assert generic.transliterated("Xi Jinping") == "Xi Jinping"


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCXYZéçşğıöüñł'’- "), max_size=30))
def test_no_latin_letter_is_left_in_words(name: str) -> None:
    for language in (ru, ur):
        out = language.transliterated(name)
        assert is_normalized("NFC", out)
        assert not any("a" <= char <= "z" for char in out)


def test_rules_take_the_longest_key_and_know_the_edges_of_a_word() -> None:
    rules = Rules({"a": "1", "b": "2", "ab": "3", "^a": "4", "b$": "5"})
    assert rules("aab") == "43"
    assert rules("bab") == "23"
    assert rules("bb") == "25"
    assert rules("xa") == "x1"
