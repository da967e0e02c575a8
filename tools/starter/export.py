"""Make an Argos package of trained weights.

    python -m tools.starter.export WORK --version 0.3

Writes WORK/translate-en_<language>.argosmodel: CTranslate2 in int8, SentencePiece, metadata and README, in
20 MB at most.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.starter import package
from tools.starter.checkpoints import load_weights
from tools.starter.work import Work


def main(arguments: list[str] | None = None) -> None:
    """Write the package and print where, and how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--weights", type=Path, help="other weights than WORK/best.pt, as checkpoint.pt")
    options = parser.parse_args(arguments)
    work = Work(options.work)
    recipe = work.recipe()
    weights, shape = load_weights(options.weights or work.best)
    path = work.path / f"{package.name(recipe.language)}.argosmodel"
    arrays = {name: value.numpy() for name, value in weights.items()}
    package.write(path, arrays, shape, work.tokenizer, options.version, recipe)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
