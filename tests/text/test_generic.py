from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Form, Kind, Rendering
from glossary.text import generic


@given(st.text())
def test_skeleton_is_the_same_for_composed_text(text: str) -> None:
    assert generic.skeleton(text)[0] == generic.skeleton(normalize("NFC", text))[0]


@given(st.text())
def test_a_mark_further_on_changes_no_skeleton(text: str) -> None:
    tail = ".x\u0327"  # a mark takes the longer way through the whole text
    skeleton, offsets = generic.skeleton(text)
    assert generic.skeleton(text + tail) == (
        skeleton + tail,
        [*offsets, *range(len(text), len(text) + len(tail))],
    )


@given(st.text())
def test_skeleton_offsets_never_fall_and_stay_inside(text: str) -> None:
    skeleton, offsets = generic.skeleton(text)
    assert len(skeleton) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


def test_skeleton_folds_quotes_hyphens_and_blanks_only() -> None:
    assert generic.skeleton("„Köln“ –\u00a0\nX‑ray")[0] == '"Köln" — X-ray'


def test_forms_written_by_hand_follow_the_citation_form() -> None:
    by_hand = (Form((("Case", "Gen"),), "Berlins"), Form((("Number", "Plur"),), "Berline"))
    made = generic.paradigm(Rendering("Berlin", forms=by_hand), Kind.PLACE)
    assert [form.text for form in made] == ["Berlin", "Berlins", "Berline"]
    assert made[2].features == (("Case", "Nom"), ("Number", "Plur"))


def test_one_name_but_for_the_last_letters() -> None:
    assert generic.one_name("berlin", "berlins")
    assert not generic.one_name("warschau", "warszawa")


def test_a_hyphen_that_stands_free_is_a_dash() -> None:
    assert generic.punctuated(", (") == " ("
    assert generic.punctuated(") - ") == generic.punctuated(") -- ") == generic.punctuated(") – ") == ") — "
    assert generic.punctuated("- \0") == "- \0"  # a bullet
    assert generic.punctuated("\0 -\0") == "\0 -\0"
    assert generic.punctuated(" 2024–2025 -----") == " 2024–2025 -----"
