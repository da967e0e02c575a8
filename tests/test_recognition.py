from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.matcher import Matcher
from glossary.model import Entry, Kind, Rendering, Term
from glossary.recognition import candidates
from glossary.recognition.headwords import headword

DATA = Path(__file__).parent / "data" / "recognition"
CASES = json.loads((DATA / "cases.json").read_text(encoding="utf-8"))
KNOWN_FAILURES = json.loads((DATA / "known_failures.json").read_text(encoding="utf-8"))
PIECES = [
    "Putin",
    "said",
    " ",
    " ",
    ". ",
    "\n",
    "UN",
    "’s",
    "of",
    "President",
    "-",
    "(",
    "“",
    "the",
    "É",
    "ab",
    "7",
    "\u00a0",
]


def named(text: str) -> list[list[str]]:
    return [[text[start:end], kind.value] for start, end, kind in candidates(text)]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_and_kinds(text: str, wanted: list[list[str]]) -> None:
    assert named(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [case[1:] for case in KNOWN_FAILURES], ids=[case[0] for case in KNOWN_FAILURES]
)
@pytest.mark.xfail(strict=True)
def test_known_failures(text: str, wanted: list[list[str]]) -> None:
    assert named(text) == wanted


def test_what_matches_cover_is_known_and_tells_of_what_follows() -> None:
    text = "The road was opened by Prime Minister Hanif of Kazakhstan."
    terms = [Term("title", "Prime Minister"), Term("place", "Kazakhstan")]
    matcher = Matcher(Entry(term, Rendering(term.text)) for term in terms)

    assert named(text) == [["Prime Minister", "title"], ["Hanif", "person"], ["Kazakhstan", "place"]]
    assert [(text[a:b], kind) for a, b, kind in candidates(text, matcher.find(text))] == [
        ("Hanif", Kind.PERSON)
    ]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_candidates_are_in_order_and_neither_overlap_nor_touch_blanks(text: str) -> None:
    position = 0
    for start, end, _ in candidates(text):
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        position = end


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("foreign ministers", Kind.TITLE, "foreign minister"),
        ("ministers of state", Kind.TITLE, "minister of state"),
        ("secretaries", Kind.TITLE, "secretary"),
        ("Prime Minister", Kind.TITLE, "Prime Minister"),
        ("embassies", Kind.ORGANIZATION, "embassy"),
        ("United Nations", Kind.ORGANIZATION, "United Nations"),
        ("ISLAMABAD", Kind.PLACE, "Islamabad"),
        ("NEW DELHI", Kind.PLACE, "New Delhi"),
        ("UAE", Kind.PLACE, "UAE"),
        ("UNESCO", Kind.ORGANIZATION, "UNESCO"),
    ],
)
def test_headwords(text: str, kind: Kind, wanted: str) -> None:
    assert headword(text, kind) == wanted
