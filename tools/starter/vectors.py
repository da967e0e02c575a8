"""Bilingual start vectors: pieces that translate each other, or keep the same company, begin close together.

Positive pointwise mutual information of aligned pieces and of neighbours, as one symmetric matrix, and its
leading eigenvectors (after Levy and Goldberg 2014).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import eigsh

from tools.starter.alignment import WordTable
from tools.starter.marks import Pair
from tools.starter.pieces import Pieces

_WINDOW = 3  # pieces on either side that are company
_ALIGNED = 2.0  # weight of a translation against that of company
_RARE = 3.0  # pairs seen less often count less

_Counts = Counter[tuple[int, int]]


def start_vectors(
    pairs: Sequence[Pair], pieces: Pieces, table: WordTable, width: int, seed: int
) -> NDArray[np.float32]:
    """Return a vector of length 1 for each piece; pieces that were never seen get a random one."""
    aligned: _Counts = Counter()
    company: _Counts = Counter()
    sources, targets = (pieces.encode(side) for side in zip(*pairs, strict=True))
    for pair, source, target in zip(pairs, sources, targets, strict=True):
        _count_aligned(aligned, pieces, source, target, table.align(pair))
        for side in (source, target):
            for step in range(1, _WINDOW + 1):
                company.update(zip(side[:-step], side[step:], strict=True))
    size = len(pieces.vocabulary)
    matrix = _ALIGNED * _information(aligned, size) + _information(company, size) + sparse.identity(size)
    random = np.random.default_rng(seed)
    width_found = min(width, size - 1)
    values, vectors = eigsh(matrix.astype(np.float64), k=width_found, v0=random.normal(size=size))
    found = np.zeros((size, width))
    found[:, :width_found] = vectors * np.sqrt(np.abs(values))
    alone = np.asarray(abs(matrix).sum(axis=1)).ravel() <= 1.0
    found[alone] = random.normal(size=(int(alone.sum()), width))
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(lengths, 1e-9), dtype=np.float32)


def _count_aligned(
    counts: _Counts, pieces: Pieces, source: list[int], target: list[int], words: list[int]
) -> None:
    """Count the pieces of aligned words, each word pair with the weight 1, in thousandths."""
    from_words, to_words = pieces.by_word(source), pieces.by_word(target)
    for word, positions in to_words.items():
        ours = from_words.get(words[word], []) if word < len(words) and words[word] >= 0 else []
        weight = 1000 // max(1, round(len(ours) * len(positions) ** 0.5))
        for j in positions:
            for i in ours:
                counts[source[i], target[j]] += weight


def _information(counts: _Counts, size: int) -> sparse.csr_matrix:
    """Return the positive pointwise mutual information of a symmetric table of counts."""
    rows, columns = np.array(list(counts)).T
    values = np.array(list(counts.values()), dtype=np.float64)
    table = sparse.coo_matrix((values, (rows, columns)), shape=(size, size))
    table = (table + table.T).tocoo()
    sums = np.asarray(table.sum(axis=1)).ravel()
    information = np.log(table.data * table.sum() / (sums[table.row] * sums[table.col]))
    seen = np.minimum(1.0, table.data / (_RARE * max(1.0, float(values.min()))))
    kept = information > 0
    shape = (size, size)
    return sparse.coo_matrix(
        ((information * seen)[kept], (table.row[kept], table.col[kept])), shape=shape
    ).tocsr()
