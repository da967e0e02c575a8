from hypothesis import given
from hypothesis import strategies as st

from glossary.sentences import split


def parts(text: str, terms: tuple[tuple[int, int], ...] = (), most: int = 150) -> list[str]:
    """Sentences of at most so many words."""
    return [text[a:b] for a, b in split(text, terms, lambda a, b: len(text[a:b].split()), most)]


def test_sentences_without_the_blanks_between_them() -> None:
    assert parts("He left.  She stayed. ") == ["He left.", "She stayed."]


def test_abbreviations_end_no_sentence() -> None:
    assert parts("Gen. Asim Munir met U.S. officials on Jan. 5. He left.") == [
        "Gen. Asim Munir met U.S. officials on Jan. 5.",
        "He left.",
    ]


def test_no_sentence_ends_inside_a_term() -> None:
    text = "Yahoo! Japan grew. Good."

    assert parts(text, ((0, 12),)) == ["Yahoo! Japan grew.", "Good."]


def test_a_long_sentence_is_split_at_a_clause_boundary() -> None:
    text = "one two three four; five six seven eight, nine"

    assert parts(text, most=6) == ["one two three four;", "five six seven eight, nine"]


def test_a_long_sentence_without_clauses_is_split_at_a_blank_outside_terms() -> None:
    text = "a b c World Trade Organization d e f"
    start = text.index("World")

    assert parts(text, ((start, start + len("World Trade Organization")),), most=6) == [
        "a b c",
        "World Trade Organization d e f",
    ]


def test_a_word_that_never_ends_is_cut() -> None:
    assert [len(p) for p in parts_by_character("x" * 1000, 300)] == [250] * 4


def parts_by_character(text: str, most: int, terms: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[a:b] for a, b in split(text, terms, lambda a, b: b - a, most)]


def test_a_tab_ends_a_sentence() -> None:
    assert parts("Oil\t81 dollars\t\tGold") == ["Oil", "81 dollars", "Gold"]


def test_a_term_that_is_too_long_is_not_cut() -> None:
    text = "see " + "x" * 50 + " now"

    assert parts_by_character(text, 20, ((4, 54),)) == ["see", "x" * 50, "now"]


@given(st.text(max_size=300), st.integers(5, 50))
def test_nothing_but_white_space_is_lost(text: str, most: int) -> None:
    pieces = parts_by_character(text, most)

    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= most for piece in pieces)
