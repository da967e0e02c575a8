"""Make an Argos package of trained weights.

    python -m tools.starter.export WORK --version 0.3
    python -m tools.starter.export WORK --version 0.3 --weights A.pt B.pt      the mean of two runs

Writes WORK/translate-en_<language>.argosmodel: CTranslate2 in int8, SentencePiece, metadata and README, in
20 MB at most.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.starter import package
from tools.starter.checkpoints import mean
from tools.starter.work import Work


def main(arguments: list[str] | None = None) -> None:
    """Write the package and print where, and how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument(
        "--weights", type=Path, nargs="+", help="others than WORK/best.pt; of several, the mean"
    )
    options = parser.parse_args(arguments)
    work = Work(options.work)
    recipe = work.recipe()
    weights, shape = mean(options.weights or [work.best])
    path = work.path / f"{package.name(recipe.language)}.argosmodel"
    arrays = {name: value.numpy() for name, value in weights.items()}
    package.write(path, arrays, shape, work.tokenizer, options.version, recipe)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
