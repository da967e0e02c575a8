from hypothesis import given
from hypothesis import strategies as st

from glossary.alignment import Bead, Paragraph, align

paragraphs = st.lists(
    st.builds(Paragraph, st.integers(1, 400), st.frozensets(st.sampled_from("abcdefg"), max_size=3)),
    max_size=8,
)


@given(paragraphs, paragraphs)
def test_every_paragraph_is_in_one_bead_in_order(source: list[Paragraph], target: list[Paragraph]) -> None:
    beads = align(source, target)
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))
    assert all(bead.source or bead.target for bead in beads)


def sized(*lengths: int) -> list[Paragraph]:
    return [Paragraph(length) for length in lengths]


def test_a_paragraph_that_is_missing() -> None:
    found = align(sized(80, 300, 120), sized(84, 125))
    assert found == [Bead((0,), (0,)), Bead((1,), ()), Bead((2,), (1,))]


def test_two_paragraphs_made_one() -> None:
    assert align(sized(80, 300, 120), sized(84, 440)) == [Bead((0,), (0,)), Bead((1, 2), (1,))]


def test_one_paragraph_made_two() -> None:
    assert align(sized(400, 90), sized(200, 210, 88)) == [Bead((0,), (0, 1)), Bead((1,), (2,))]


def test_anchors_decide_where_lengths_do_not() -> None:
    source = [Paragraph(100, frozenset(name)) for name in "abc"]
    kept = [Paragraph(100, frozenset(name)) for name in "bc"]
    assert align(source, kept) == [Bead((0,), ()), Bead((1,), (0,)), Bead((2,), (1,))]
