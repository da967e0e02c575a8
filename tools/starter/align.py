"""Learn which words translate each other, and the start vectors that follow from it.

    python -m tools.starter.align WORK

The word table guides one attention head of each decoder layer; without it a small model learns for its first
three million target tokens as if it were blind to the source.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

import numpy as np

from tools.starter.alignment import learn
from tools.starter.epochs import drawer
from tools.starter.pieces import Pieces
from tools.starter.vectors import start_vectors
from tools.starter.work import Work

MOST = 80_000  # pairs: the memory that the cells of all of them take is the bound


def main(arguments: list[str] | None = None) -> None:
    """Write the word table and the start vectors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--width", type=int, default=256, help="of the model that is to be trained")
    options = parser.parse_args(arguments)
    work = Work(options.work)
    pairs = drawer(work).epoch(0)
    pairs = Random(work.recipe().seed).sample(pairs, min(MOST, len(pairs)))
    table = learn(pairs)
    table.save(work.lexicon)
    vectors = start_vectors(pairs, Pieces(work.tokenizer), table, options.width, work.recipe().seed)
    np.save(work.vectors, vectors)
    print(f"{len(pairs)} pairs, {len(table.numbers)} stems, {len(vectors)} start vectors")


if __name__ == "__main__":
    main(sys.argv[1:])
