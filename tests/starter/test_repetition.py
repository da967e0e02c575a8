"""Where translations loop, in pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.starter import repetition
from tools.starter.repetition import Loop, repetitions


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("▁в ▁марте ▁в ▁марте ▁года", [2, 3]),
        ("▁поиска ▁поиска ▁поиска", [1, 2]),
        ("▁far ▁far", [1]),
        ("▁лет ня я я я", [4]),  # a letter may be doubled
        ("▁Че ч ня", []),
        ("▁от ▁от ▁дома", []),  # too short to be sure of
        ("▁3 0 0 0 0", []),
        ("- - - -", []),
        ("▁мир ▁и ▁мир", []),
        ("▁ка ▁ра ▁ва ▁ка ▁ра ▁ва ▁ка", [3, 4, 5, 6]),
        ("", []),
    ],
)
def test_what_repeats_the_run_before_it_is_seen(text: str, again: list[int]) -> None:
    assert repetitions(text.split()) == again


def test_loops_come_back_from_the_disk(tmp_path: Path) -> None:
    loops = [Loop([5, 2], [1, 7, 7], [2]), Loop([6, 2], [1, 8, 9, 8, 9], [3, 4])]
    repetition.save(loops, tmp_path / "loops.json")
    assert repetition.load(tmp_path / "loops.json") == loops


def test_without_a_search_there_are_no_loops(tmp_path: Path) -> None:
    assert repetition.load(tmp_path / "loops.json") == []
