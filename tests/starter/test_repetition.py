"""Where translations loop, in pieces."""

from __future__ import annotations

import pytest

from tools.starter.repetition import repetitions


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("▁в ▁марте ▁в ▁марте ▁года", [2, 3]),
        ("▁поиска ▁поиска ▁поиска", [2]),
        ("▁بار ▁بار", []),  # again and again
        ("▁q ue que que", [3]),
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
