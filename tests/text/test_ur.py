from __future__ import annotations

import json
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Form, Kind, Rendering
from glossary.text import ur

DATA = Path(__file__).parents[1] / "data" / "text"
SKELETONS = json.loads((DATA / "ur_skeletons.json").read_text(encoding="utf-8"))
PARADIGMS = json.loads((DATA / "ur_paradigms.json").read_text(encoding="utf-8"))
URDU = st.text(st.sampled_from("اآبیيىےئہهھۃةۂۀوؤكکء ۔،\u0654\u0653\u0650\u0651\u0670\u200c\u200f\u0640٣۳ﻻﮨ"))


def forms(text: str, kind: str, morph: str, handwritten: tuple[Form, ...] = ()) -> dict[str, list[str]]:
    pairs = sorted(tuple(pair.split("=")) for pair in morph.split())
    rendering = Rendering(text, morph=tuple((name, value) for name, value in pairs), forms=handwritten)
    out: dict[str, list[str]] = {}
    for form in ur.paradigm(rendering, Kind(kind)):
        out.setdefault(" ".join(value for _, value in form.features), []).append(form.text)
    return out


@pytest.mark.parametrize(("one", "other"), SKELETONS["equal"])
def test_skeletons_are_equal(one: str, other: str) -> None:
    assert ur.skeleton(one)[0] == ur.skeleton(other)[0]


@pytest.mark.parametrize(("one", "other"), SKELETONS["different"])
def test_skeletons_differ(one: str, other: str) -> None:
    assert ur.skeleton(one)[0] != ur.skeleton(other)[0]


def test_skeleton_tells_where_each_character_came_from() -> None:
    assert ur.skeleton("وزیرِ اعظم") == ("وزیراعظم", [0, 1, 2, 3, 6, 7, 8, 9])
    assert ur.skeleton("ﻻ") == ("لا", [0, 0])


@given(URDU | st.text())
def test_a_mark_further_on_changes_no_skeleton(text: str) -> None:
    tail = ".x\u0327"  # a mark takes the longer way through the whole text
    skeleton, offsets = ur.skeleton(text)
    assert ur.skeleton(text + tail) == (skeleton + tail, [*offsets, *range(len(text), len(text) + len(tail))])


@given(URDU)
def test_skeleton_offsets_never_fall_and_stay_inside(text: str) -> None:
    skeleton, offsets = ur.skeleton(text)
    assert len(skeleton) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(URDU)
def test_skeleton_is_its_own_skeleton(text: str) -> None:
    once = ur.skeleton(text)[0]
    assert ur.skeleton(once)[0] == once


@given(URDU)
def test_skeleton_is_the_same_for_composed_text(text: str) -> None:
    assert ur.skeleton(normalize("NFC", text))[0] == ur.skeleton(normalize("NFD", text))[0]


@pytest.mark.parametrize(("kind", "text", "morph", "expected"), PARADIGMS)
def test_paradigm(kind: str, text: str, morph: str, expected: dict[str, list[str]]) -> None:
    made = forms(text, kind, morph)
    assert {key: made.get(key) for key in expected} == expected


@pytest.mark.parametrize(("kind", "text", "morph", "_"), PARADIGMS)
def test_citation_form_comes_first(kind: str, text: str, morph: str, _: dict[str, list[str]]) -> None:
    assert next(iter(forms(text, kind, morph).values())) == [text]


@pytest.mark.parametrize("text", ["رکنیت", "وزیر برائے ریلوے", "وزیر کے مشیر"])
def test_no_izafat_plural_where_nothing_is_governed(text: str) -> None:
    assert not any(
        "وزرائے" in form or "ارکان" in form for made in forms(text, "title", "").values() for form in made
    )


def test_handwritten_forms_win() -> None:
    by_hand = (Form((("Case", "Acc"),), "ڈھاکے"),)
    assert forms("ڈھاکہ", "place", "Gender=Masc", by_hand) == {"Nom Sing": ["ڈھاکہ"], "Acc Sing": ["ڈھاکے"]}


@pytest.mark.parametrize("word", "کا کی کے کو نے سے میں پر تک".split())
def test_postpositions_make_a_noun_oblique(word: str) -> None:
    assert ur.is_oblique(word)
    assert ur.governed_case(f" {word} بعد") == "Acc"


@pytest.mark.parametrize("text", ["اور", "ہے", "، جو", "", "کمیٹی"])
def test_other_words_leave_a_noun_direct(text: str) -> None:
    assert ur.governed_case(text) == "Nom"


def test_words_hold_letters_digits_aerab_and_joiners() -> None:
    assert all(map(ur.is_word, "پے۳\u0650\u200c"))
    assert not any(map(ur.is_word, " ۔،؟"))


@pytest.mark.parametrize(("one", "other"), [("ڈھاکہ", "ڈھاکے"), ("علیخانوف", "خانوف"), ("مینگا", "مینگا")])
def test_forms_of_one_name(one: str, other: str) -> None:
    assert ur.one_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("مینگا", "منگا"), ("گالاگر", "گالاغر")])
def test_other_names(one: str, other: str) -> None:
    assert not ur.one_name(one, other)


def test_signs_in_their_urdu_shapes() -> None:
    assert ur.punctuated(", (") == " ("
    assert ur.punctuated("); ") == ")؛ "
    assert ur.punctuated(" - 3.5, ") == " — 3.5، "
    assert ur.punctuated("?") + ur.punctuated(".") == "؟۔"
