"""Word alignment, and the guidance that is made of it."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import numpy as np
import pytest

from starter.samples import TALKS, small_tokenizer
from tools.starter import corpora
from tools.starter.alignment import WordTable, learn
from tools.starter.carried import carried
from tools.starter.epochs import batches, examples
from tools.starter.marks import Pair
from tools.starter.pieces import BEGIN, END, Pieces

PAIRS = [row.plain() for row in corpora.own("wire", "ru")[::12] if not row.withheld]


@pytest.fixture(scope="module")
def table() -> WordTable:
    return learn(PAIRS)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (Pair("The president arrived in Moscow.", "Президент прибыл в Москву."), {0: 1, 3: 4}),
        (
            Pair("On Tuesday, the minister flew to Paris.", "Министр вылетел в Париж во вторник."),
            {0: 3, 3: 6, 5: 1},
        ),
    ],
)
def test_words_that_translate_each_other_are_found(
    table: WordTable, pair: Pair, expected: dict[int, int]
) -> None:
    aligned = table.align(pair)
    assert {word: aligned[word] for word in expected} == expected


def test_carriers_and_numbers_align_with_themselves(table: WordTable) -> None:
    pair = carried(TALKS, {2, 4})
    words = pair.source.split()
    aligned = dict(zip(pair.target.split(), table.align(pair), strict=True))
    assert words[aligned["⟦1⟧⟦nom⟧"]] == "⟦Pm⟧⟦1⟧"
    assert words[aligned["⟦2⟧⟦loc⟧"]] == "⟦Gm⟧⟦2⟧,"
    assert words[aligned["23"]] == "23"


@pytest.mark.parametrize("pair", [Pair("", ""), Pair("", "ждёт кот"), Pair("quite unknown", "")])
def test_nothing_aligns_with_nothing(table: WordTable, pair: Pair) -> None:
    assert table.align(pair) == [-1] * len(pair.target.split())


def test_a_table_comes_back_from_the_disk(table: WordTable, tmp_path: Path) -> None:
    table.save(tmp_path / "lexicon.npz")
    loaded = WordTable.load(tmp_path / "lexicon.npz")
    assert loaded.numbers == table.numbers
    assert np.array_equal(loaded.keys, table.keys)
    assert [loaded.align(pair) for pair in PAIRS[:50]] == [table.align(pair) for pair in PAIRS[:50]]


def test_the_guide_leads_pieces_to_pieces(table: WordTable, tmp_path: Path) -> None:
    pieces = Pieces(small_tokenizer(tmp_path / "sentencepiece.model"))
    (example,) = examples([carried(TALKS, {2, 4})], pieces, table)
    assert example.source[-1] == END
    assert (example.target[0], example.target[-1]) == (BEGIN, END)
    source = [pieces.vocabulary[i] for i in example.source]
    target = [pieces.vocabulary[i] for i in example.target[1:]]
    looks = {at: [source[p] for p in places] for at, places in example.guide}
    assert looks[target.index("⟦loc⟧")][-3:] == ["⟦Gm⟧", "⟦2⟧", ","]
    assert looks[len(target) - 1] == ["</s>"]


def test_words_cut_by_chance_are_the_same_words(tmp_path: Path) -> None:
    pieces = Pieces(small_tokenizer(tmp_path / "sentencepiece.model"))
    text = "They met ⟦Pm⟧⟦1⟧ in the old town yesterday."

    random = Random(7)
    cut = [pieces.sampled(text, random) for _ in range(20)]

    assert cut[0] == pieces.sampled(text, Random(7))
    assert len({tuple(found) for found in cut}) > 1
    for found in cut:
        spelled = "".join(pieces.vocabulary[i] for i in found)
        spelled = re.sub(r"<0x(\w\w)>", lambda byte: chr(int(byte[1], 16)), spelled)
        assert (
            spelled.replace("▁", " ").replace(" ⟦", "⟦").strip()
            == "They met⟦Pm⟧⟦1⟧ in the old town yesterday."
        )
        assert pieces.vocabulary.index("⟦Pm⟧") in found


def test_no_examples_make_no_batches() -> None:
    assert batches([], 600, Random(1)) == []
