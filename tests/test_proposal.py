from __future__ import annotations

import pytest

from glossary.model import State, Term
from glossary.proposal import proposed


@pytest.mark.parametrize(
    ("kind", "text", "language", "rendering"),
    [
        ("person", "Omar al-Bashir", "ru", "Омар аль-Башир"),
        ("person", "Omar al-Bashir", "ur", "عمر البشیر"),
        ("person", "Omar al-Bashir", "de", "Omar al-Bashir"),
        ("place", "Natanz", "ru", "Натанз"),
        ("person/astronaut", "Ali Khan", "ru", "Али Хан"),
    ],
)
def test_names_are_transliterated_and_fuzzy(kind: str, text: str, language: str, rendering: str) -> None:
    entry = proposed(Term(kind, text), language)
    assert (entry.identity, entry.rendering.text, entry.state) == ((kind, text), rendering, State.FUZZY)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("organization", "Ministry of Commerce"),
        ("title", "mayor"),
        ("place", "Red Sea"),
        ("place", "Lipetsk region"),
    ],
)
def test_what_has_a_meaning_is_left_to_a_person(kind: str, text: str) -> None:
    entry = proposed(Term(kind, text), "ru")
    assert (entry.rendering.text, entry.state) == ("", State.UNTRANSLATED)
