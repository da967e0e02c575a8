"""Epochs as numbers: pairs drawn, tokenized and aligned, by other processes while a model trains."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache
from itertools import count
from random import Random
from typing import NamedTuple

from glossary.catalog import builtin_folder, load_glossary
from tools.starter import corpora
from tools.starter.alignment import WordTable
from tools.starter.drawing import Drawer
from tools.starter.marks import Pair
from tools.starter.pieces import BEGIN, END, Pieces
from tools.starter.work import Work

_LONGEST = 120  # pieces of a side
_SAMPLED = 0.3  # of the sources, cut by chance
_CHUNK = 20_000  # examples that are sorted by length together


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
        drawn_pieces = pieces.sampled([pair.source for pair in pairs], random.getrandbits(31))
        sources = [
            other if random.random() < _SAMPLED else usual
            for usual, other in zip(sources, drawn_pieces, strict=True)
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


def batches(examples: Sequence[Example], tokens: int, random: Random) -> list[list[Example]]:
    """Return batches of up to `tokens` tokens, padding included, of equal length, in random order."""
    order = random.sample(list(examples), len(examples))
    found: list[list[Example]] = []
    for start in range(0, len(order), _CHUNK):
        longest = 0
        batch: list[Example] = []
        for example in sorted(order[start : start + _CHUNK], key=lambda e: (len(e.target), len(e.source))):
            longest = max(longest, len(example.source), len(example.target))
            if batch and longest * (len(batch) + 1) > tokens:
                found.append(batch)
                batch, longest = [], max(len(example.source), len(example.target))
            batch.append(example)
        found.append(batch)
    random.shuffle(found)
    return found


def drawn(work: Work, epoch: int, tokens: int) -> list[list[Example]]:
    """Return the batches of an epoch; the same in every process and on every machine."""
    draw, pieces, table = _loaded(work)
    random = Random(f"{work.recipe().seed}:batches:{epoch}")
    return batches(examples(draw.epoch(epoch), pieces, table, random), tokens, random)


@lru_cache(maxsize=1)
def _loaded(work: Work) -> tuple[Drawer, Pieces, WordTable]:
    return drawer(work), Pieces(work.tokenizer), WordTable.load(work.lexicon)


def ahead(work: Work, first: int, tokens: int, workers: int) -> Iterator[tuple[int, list[list[Example]]]]:
    """Yield epochs from number `first` on, without end; `workers` processes draw as many ahead."""
    if not workers:
        yield from ((epoch, drawn(work, epoch, tokens)) for epoch in count(first))
    # A fork would copy threads and an accelerator's state.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: list[Future[list[list[Example]]]] = []
        for epoch in count(first):
            while len(waiting) < workers + 1:
                waiting.append(pool.submit(drawn, work, epoch + len(waiting), tokens))
            yield epoch, waiting.pop(0).result()
