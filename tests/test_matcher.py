import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.matcher import Matcher, apart, copied
from glossary.model import Entry, Rendering, Term

CASES = json.loads((Path(__file__).parent / "data/matching/cases.json").read_text(encoding="utf-8"))


def entry(context: str, text: str, rendering: str = "", aliases: tuple[str, ...] = ()) -> Entry:
    return Entry(Term(context, text, aliases), Rendering(rendering or text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_cases(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("xfail"):
        request.applymarker(pytest.mark.xfail(strict=True))
    matches = Matcher(entry(*term) for term in case["terms"]).find(case["text"])

    assert [case["text"][m.start : m.end] for m in matches] == case["found"]
    if "plural" in case:
        assert [m.plural for m in matches] == case["plural"]


def test_an_alias_leads_to_its_entry() -> None:
    sco = entry("organization", "SCO", "ШОС", ("Shanghai Cooperation Organisation",))
    (match,) = Matcher([sco]).find("the Shanghai Cooperation Organisation")

    assert match.entry is sco


def test_of_homonyms_the_first_loaded_wins_and_is_called_ambiguous() -> None:
    paper, ship = entry("organization/newspaper", "Dawn", "«Дон»"), entry("work/ship", "Dawn", "«Заря»")

    (match,) = Matcher([paper, ship]).find("in Dawn today")

    assert match.entry is paper
    assert match.ambiguous


def test_homonyms_with_one_rendering_are_not_ambiguous() -> None:
    entries = entry("person", "Putin", "Путин"), entry("title", "Putin", "Путин")
    (match,) = Matcher(entries).find("Putin")

    assert not match.ambiguous


def test_a_headword_goes_before_an_alias() -> None:
    alias = entry("organization", "Senate of Pakistan", "а", ("Senate",))
    head = entry("organization", "Senate", "б")

    (match,) = Matcher([alias, head]).find("the Senate")

    assert match.entry is head


def test_match_case_overrides_the_kind() -> None:
    free = Entry(Term("place", "Turkey", match_case=False), Rendering("Турция"))
    exact = Entry(Term("title", "Speaker", match_case=True), Rendering("спикер"))

    assert len(Matcher([free]).find("turkey TURKEY Turkey")) == 3
    assert len(Matcher([exact]).find("speaker Speaker")) == 1


def test_of_overlapping_matches_the_first_given_stays() -> None:
    last, wide, first, inside = (copied(span, "") for span in [(6, 9), (1, 5), (0, 2), (2, 4)])

    assert apart([last, wide, first, inside]) == [wide, last]


@given(st.text(), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_matches_are_in_order_apart_and_inside_any_text(text: str, terms: list[str]) -> None:
    matches = Matcher(entry("concept", term) for term in terms).find(text)

    ends = [0, *(m.end for m in matches)]
    assert all(before <= m.start < m.end <= len(text) for before, m in zip(ends, matches, strict=False))


@given(
    st.lists(st.sampled_from(["Putin", "President", "met", "Xi", "in", "Moscow"]), min_size=1, max_size=20)
)
def test_offsets_point_at_the_words(words: list[str]) -> None:
    text = " ".join(words)
    matches = Matcher([entry("person", "Putin"), entry("place", "Moscow")]).find(text)

    assert [text[m.start : m.end] for m in matches] == [w for w in words if w in ("Putin", "Moscow")]
