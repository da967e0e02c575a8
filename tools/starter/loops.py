"""Look for sentences on which a model in training loops, so that `train` can teach it not to.

    python -m tools.starter.loops WORK --corpora FOLDER

Translates English of the general corpora, other languages' included, whether it is trained on or not, with
the averaged weights of WORK/checkpoint.pt, one piece after the other (beam 1). The loops go into that
checkpoint, for `train --resume`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

import torch

from glossary.noise import is_noise
from tools.starter import checkpoints, corpora, package
from tools.starter.pieces import BEGIN, END, Pieces
from tools.starter.prepare import foreign_to_evaluation
from tools.starter.repetition import Loop, repetitions
from tools.starter.training import Progress
from tools.starter.work import Work

_WORDS = range(8, 60)  # of a sentence; short ones seldom loop
_LONGEST = 200  # pieces of a translation
_ENOUGH = 24  # pieces from where it begins to loop


def main(arguments: list[str] | None = None) -> None:
    """Write the loops and print how many there are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with general corpora")
    parser.add_argument("--sentences", type=int, default=60_000)
    options = parser.parse_args(arguments)
    work = Work(options.work)
    recipe = work.recipe()
    rows = [row for row in corpora.english(options.corpora) if len(row.plain().source.split()) in _WORDS]
    rows = Random(recipe.seed).sample(rows, min(options.sentences, len(rows)))
    rows = foreign_to_evaluation(rows, recipe.language)
    found = looping(work, [row.plain().source for row in rows])
    state = torch.load(work.checkpoint, map_location="cpu", weights_only=True)
    state["loops"] = [tuple(loop) for loop in found]
    part, batch, *_ = state["progress"]
    # The weights with the least held-out loss are looked for anew: those from before do loop.
    state["progress"] = tuple(Progress(part, batch))
    checkpoints.save(state, work.checkpoint)
    print(f"{len(found)} of {len(rows)} sentences loop")


def looping(work: Work, sentences: list[str]) -> list[Loop]:
    """Return the translations that loop."""
    import ctranslate2  # noqa: PLC0415 - heavy

    pieces = Pieces(work.tokenizer)
    weights, shape = checkpoints.load_weights(work.checkpoint)
    arrays = {name: value.numpy() for name, value in weights.items()}
    with tempfile.TemporaryDirectory() as folder:
        package.save_model(Path(folder), arrays, shape, pieces.vocabulary)
        model = ctranslate2.Translator(folder, inter_threads=1, intra_threads=1)
        sources = pieces.encode(sentences)
        named = [[pieces.vocabulary[piece] for piece in source] for source in sources]
        results = model.translate_batch(
            named, beam_size=1, max_batch_size=4096, batch_type="tokens", max_decoding_length=_LONGEST
        )
    numbers = {piece: number for number, piece in enumerate(pieces.vocabulary)}
    found = []
    for sentence, source, result in zip(sentences, sources, results, strict=True):
        target = result.hypotheses[0]
        numbered = [numbers[piece] for piece in target]
        again = repetitions(target)
        if again and is_noise(sentence, pieces.decode(numbered)):
            end = again[0] + _ENOUGH
            again = [at + 1 for at in again if at < end]
            found.append(Loop([*source, END], [BEGIN, *numbered[:end]], again))
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
