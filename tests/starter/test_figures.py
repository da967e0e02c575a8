"""Sentences with numbers, drawn by chance."""

from random import Random

import pytest

from glossary.text import numbers
from tools.starter import figures


@pytest.mark.parametrize("language", ["ru", "ur"])
def test_every_number_is_in_the_translation(language: str) -> None:
    for pair in figures.pairs(language, Random(7), 600):
        assert list(numbers.lost(*pair)) == [], pair


@pytest.mark.parametrize("language", ["ru", "ur"])
def test_the_same_seed_draws_the_same(language: str) -> None:
    first, second = (list(figures.pairs(language, Random(7), 50)) for _ in range(2))

    assert first == second
    assert len(set(first)) > 40


def test_millions_are_crores_and_lakhs_in_urdu() -> None:
    drawn = {pair.source: pair.target for pair in figures.pairs("ur", Random(1), 4000)}

    assert any("کروڑ" in text and "لاکھ" in text for text in drawn.values())
    assert not any("ملین" in text for text in drawn.values())


def test_years_of_age_agree_in_russian() -> None:
    drawn = {pair.source: pair.target for pair in figures.pairs("ru", Random(1), 4000)}

    assert drawn["She is 21."] == "Ей 21 год."
    assert drawn["She is 34."] == "Ей 34 года."
    assert drawn["She is 18."] == "Ей 18 лет."
