"""Which lines make up a paragraph: cases in JSON, each the lines of a text and the segments it has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from glossary.documents import text

CASES = json.loads(
    (Path(__file__).parent.parent / "data/documents/hard_wrap.json").read_text(encoding="utf-8")
)


def cases(group: str) -> list[Any]:
    return [pytest.param(case["lines"], case["segments"], id=case["name"]) for case in CASES[group]]


def segments(lines: list[str], end: str = "\n") -> list[str]:
    return [segment.text for segment in text.parse(end.join([*lines, ""]))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("lines", "expected"), cases("positive"))
def test_wrapped_lines_are_joined(lines: list[str], expected: list[str], end: str) -> None:
    assert segments(lines, end) == expected


@pytest.mark.parametrize(("lines", "expected"), cases("negative"))
def test_lines_their_author_broke_stay(lines: list[str], expected: list[str]) -> None:
    assert segments(lines) == expected


@pytest.mark.parametrize(("lines", "expected"), cases("negative"))
def test_they_stay_also_under_a_wrapped_story(lines: list[str], expected: list[str]) -> None:
    story = next(case for case in CASES["positive"] if "72 columns" in case["name"])
    assert segments([*story["lines"], "", *lines]) == [*story["segments"], *expected]


@pytest.mark.xfail(strict=True, reason="in doubt lines stay, and some doubts a reader would not have")
@pytest.mark.parametrize(("lines", "expected"), cases("known_failures"))
def test_known_failures(lines: list[str], expected: list[str]) -> None:
    assert segments(lines) == expected
