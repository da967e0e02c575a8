"""Epochs as arrays: pairs drawn, tokenized, aligned and padded, by other processes while a model trains."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache
from itertools import count
from random import Random
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from glossary.catalog import builtin_folder, load_glossary
from tools.starter import corpora
from tools.starter.alignment import WordTable
from tools.starter.drawing import Drawer
from tools.starter.marks import Pair
from tools.starter.pieces import BEGIN, END, Pieces
from tools.starter.work import Work

Integers: TypeAlias = NDArray[np.int32]
Booleans: TypeAlias = NDArray[np.bool_]
Floats: TypeAlias = NDArray[np.float32]
_LONGEST = 120  # pieces of a side
_SAMPLED = 0.3  # of the sources, cut by chance
PARTS = 8
"""Parts that an epoch is drawn in, so that the first batches come soon."""


class Example(NamedTuple):
    """A pair as pieces: `source` with its end, `target` with its beginning and end.

    `guide` holds for a position of the target the positions of the source that it translates.
    """

    source: list[int]
    target: list[int]
    guide: list[tuple[int, list[int]]]


def drawer(work: Work) -> Drawer:
    """Return what draws the pairs of this work folder's epochs."""
    recipe = work.recipe()
    entries = load_glossary([builtin_folder()], recipe.language).enforced
    return Drawer(corpora.load(work.rows), entries, recipe.language, recipe.seed)


def examples(
    pairs: Sequence[Pair], pieces: Pieces, table: WordTable, random: Random | None = None
) -> list[Example]:
    """Return pairs as pieces, without those that are empty, very long, or too unequal to be translations.

    With `random` the words of some sources are cut into other pieces than usual (subword regularization), so
    that a model can read words that it never saw.
    """
    sources = pieces.encode([pair.source for pair in pairs])
    if random:
        sources = [
            pieces.sampled(pair.source, random) if random.random() < _SAMPLED else usual
            for pair, usual in zip(pairs, sources, strict=True)
        ]
    targets = pieces.encode([pair.target for pair in pairs])
    return [
        Example([*source, END], [BEGIN, *target, END], guide(pieces, source, target, table.align(pair)))
        for pair, source, target in zip(pairs, sources, targets, strict=True)
        if _is_fit(len(source), len(target))
    ]


def _is_fit(source: int, target: int) -> bool:
    return min(source, target) > 0 and max(source, target) <= min(_LONGEST, 3 * min(source, target) + 5)


def guide(
    pieces: Pieces, source: Sequence[int], target: Sequence[int], words: Sequence[int]
) -> list[tuple[int, list[int]]]:
    """Return where the guided head should look while it predicts each piece; at the end, at the end."""
    ours = pieces.by_word(source)
    looks = [
        (position, ours[words[word]])
        for position, word in enumerate(pieces.words(target))
        if word < len(words) and words[word] in ours
    ]
    return [*looks, (len(target), [len(source)])]


class Batch(NamedTuple):
    """Examples as arrays, padded at the end.

    `source` and `target` are [batch, length], the mask is true where a piece stands. `places` are those of
    the states that predict a piece, counted through all examples; `guide` are indices of batch, target and
    source, `guide_weights` what each counts.
    """

    source: Integers
    source_mask: Booleans
    target: Integers
    places: Integers
    guide: tuple[Integers, Integers, Integers]
    guide_weights: Floats


def batches(examples: Sequence[Example], tokens: int, random: Random) -> list[Batch]:
    """Return batches of up to `tokens` tokens, padding included, of similar length, in random order."""
    found: list[Batch] = []
    longest = 0
    batch: list[Example] = []
    order = random.sample(list(examples), len(examples))
    for example in sorted(order, key=lambda e: (len(e.target), len(e.source))):
        longest = max(longest, len(example.source), len(example.target))
        if batch and longest * (len(batch) + 1) > tokens:
            found.append(to_batch(batch))
            batch, longest = [], max(len(example.source), len(example.target))
        batch.append(example)
    if batch:
        found.append(to_batch(batch))
    random.shuffle(found)
    return found


def to_batch(examples: Sequence[Example]) -> Batch:
    """Return examples as arrays."""
    looks = [
        (row, at, place, 1 / len(places))
        for row, example in enumerate(examples)
        for at, places in example.guide
        for place in places
    ]
    *guide, weights = (np.array(column) for column in zip(*looks, strict=True))
    rows, ats, places = (column.astype(np.int32) for column in guide)
    source, source_mask = padded([example.source for example in examples])
    target, target_mask = padded([example.target for example in examples])
    predicting = target_mask[:, 1:].ravel().nonzero()[0].astype(np.int32)
    return Batch(source, source_mask, target, predicting, (rows, ats, places), weights.astype(np.float32))


def padded(sides: Sequence[list[int]]) -> tuple[Integers, Booleans]:
    """Return pieces of unequal length as one array, and where in it a piece stands."""
    mask = np.arange(max(map(len, sides)))[None, :] < np.array([[len(side)] for side in sides])
    pieces = np.zeros(mask.shape, np.int32)
    pieces[mask] = [piece for side in sides for piece in side]
    return pieces, mask


def drawn(work: Work, number: int, tokens: int) -> list[Batch]:
    """Return the batches of a part, counted through all epochs; the same in every process and everywhere."""
    draw, pieces, table = _loaded(work)
    random = Random(f"{work.recipe().seed}:batches:{number}")
    pairs = draw.epoch(*divmod(number, PARTS), PARTS)
    return batches(examples(pairs, pieces, table, random), tokens, random)


@lru_cache(maxsize=1)
def _loaded(work: Work) -> tuple[Drawer, Pieces, WordTable]:
    return drawer(work), Pieces(work.tokenizer), WordTable.load(work.lexicon)


def ahead(work: Work, first: int, tokens: int, workers: int) -> Iterator[tuple[int, list[Batch]]]:
    """Yield parts from number `first` on, without end; `workers` processes draw as many ahead."""
    if not workers:
        yield from ((number, drawn(work, number, tokens)) for number in count(first))
    # A fork would copy threads and an accelerator's state.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    waiting: list[Future[list[Batch]]] = []
    try:
        for number in count(first):
            while len(waiting) < workers + 1:
                waiting.append(pool.submit(drawn, work, number + len(waiting), tokens))
            yield number, waiting.pop(0).result()
    finally:
        pool.shutdown(cancel_futures=True)
