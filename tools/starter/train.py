"""Train a model.

    python -m tools.starter.train WORK                      begin anew, from the bilingual start vectors
    python -m tools.starter.train WORK --warm WEIGHTS       begin with the weights of a .pt file or a package
    python -m tools.starter.train WORK --resume             go on from WORK/checkpoint.pt

Two runs that begin with the same weights can go side by side, on a core each: with --beside, a run goes on
from the mean of its weights and the other's at every check, so that they never drift far apart. The model is
`export --weights WORK/checkpoint.pt OTHER/checkpoint.pt`. Such a run cannot be repeated to the last digit.

Once `loops` was run, the model learns not to loop, too; one that does not go on from there can take the
loops of another with the same tokenizer.

`checkpoint.pt` is all that a later run needs; `best.pt` holds the averaged weights with the least loss on the
held-out rows. Stops after --steps, after --minutes, or when --patience checks in a row were no better.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import torch

from glossary.errors import PackageError
from tools.starter import checkpoints, corpora
from tools.starter.alignment import WordTable
from tools.starter.drawing import as_it_is
from tools.starter.epochs import PARTS, Batch, ahead, batches, examples
from tools.starter.fellow import Fellow
from tools.starter.growth import deepened
from tools.starter.network import Noise
from tools.starter.pieces import Pieces
from tools.starter.repetition import Loop
from tools.starter.shape import Shape
from tools.starter.training import Plan, Progress, Step, Trainer
from tools.starter.work import Work


def main(arguments: list[str] | None = None) -> None:
    """Train, and print losses and speed."""
    options = _options(arguments)
    work = Work(options.work)
    torch.set_num_threads(options.threads)
    trainer, progress, loops = _begun(work, options)
    print(f"{sum(w.numel() for w in trainer.weights.values()) / 1e6:.1f} M parameters on {trainer.device}")
    watched = _held_out(work, options.tokens)
    fellow = Fellow(Work(options.beside), work) if options.beside else None
    began = checked = time.monotonic()
    steps: list[Step] = []
    for part, done, batch in _from(work, progress, options):
        steps.append(trainer.learn(batch, loops))
        last = trainer.step >= options.steps or time.monotonic() - began >= options.minutes * 60
        if trainer.step % options.check and not last:
            continue
        words, guide = _means(steps)
        speed = sum(step.tokens for step in steps) / (time.monotonic() - checked)
        if fellow and (weights := fellow.weights(trainer.shape)):
            trainer.meet(weights)
        loss = trainer.held_out(watched)
        better = loss < progress.best
        waited = 0 if better else progress.waited + 1
        progress = Progress(part, done, min(loss, progress.best), waited)
        print(
            f"step {trainer.step} epoch {part // PARTS} loss {words:.3f} guide {guide:.2f}"
            f" held out {loss:.3f} target tokens/s {speed:.0f}",
            flush=True,
        )
        if better:
            checkpoints.save_weights(trainer.average, trainer.shape, work.best)
        state = trainer.state() | {
            "heads": trainer.shape.heads,
            "progress": tuple(progress),
            "loops": list(map(tuple, loops)),
        }
        checkpoints.save(state, work.checkpoint)
        if last or waited >= options.patience:
            break
        steps.clear()
        checked = time.monotonic()


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--warm", type=Path, help="weights to begin with: .pt, .argosmodel or package folder")
    begin.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    parser.add_argument("--steps", type=int, default=40_000, help="the learning rate falls until then")
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--patience", type=int, default=10, help="checks without a lower held-out loss")
    parser.add_argument("--check", type=int, default=500, help="steps between checks")
    parser.add_argument("--tokens", type=int, default=1500, help="of a batch, padding included")
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--warmup", type=int, default=1000, help="steps until the highest learning rate")
    parser.add_argument("--guide", type=float, default=0.3, help="weight of the guided-alignment loss")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--word-dropout", type=float, default=0.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--beside",
        type=Path,
        metavar="WORK",
        help="of another run: at every check, go on from the mean of both",
    )
    parser.add_argument("--loops", type=Path, help="checkpoint of another model, to unlearn its loops")
    parser.add_argument("--workers", type=int, default=1, help="processes that draw pairs; 0 for none")
    anew, layers = "of a model that begins anew", "layers; a warm start with fewer gets more"
    sizes = {"width": anew, "inner": anew, "heads": anew, "encoder": layers, "decoder": layers}
    for name, use in sizes.items():
        default = Shape.__dataclass_fields__[name].default
        parser.add_argument(f"--{name}", type=int, default=default, help=use)
    options = parser.parse_args(arguments)
    if options.resume and options.loops:
        parser.error("--loops begins with other loops, --resume goes on with those of the checkpoint")
    return options


def _begun(work: Work, options: argparse.Namespace) -> tuple[Trainer, Progress, list[Loop]]:
    """Return the trainer, where the run that is resumed had come to, and the loops that were found."""
    state = torch.load(work.checkpoint, map_location="cpu", weights_only=True) if options.resume else {}
    size = len(Pieces(work.tokenizer).vocabulary)
    if options.resume:
        weights = state["weights"]
        shape = Shape.of(weights, state["heads"])
    elif options.warm:
        weights, shape = deepened(*checkpoints.load_weights(options.warm), options.encoder, options.decoder)
    else:
        shape = Shape(size, options.width, options.inner, options.heads, options.encoder, options.decoder)
        weights = checkpoints.start(work, shape, work.recipe().seed)
    if shape.vocabulary != size:
        raise PackageError(
            f"the weights are of {shape.vocabulary} pieces, the tokenizer has {size}",
            path=work.tokenizer,
            remedy="take the tokenizer of those weights: python -m tools.starter.tokenizer WORK --of PACKAGE",
        )
    plan = Plan(options.rate, options.warmup, options.steps)
    noise = Noise(options.dropout, options.word_dropout)
    trainer = Trainer(shape, weights, plan, noise, options.guide, work.recipe().seed)
    if options.resume:
        trainer.restore(state)
    if options.loops:
        loops = _loops_of(options.loops, size)
    else:
        loops = [Loop(*loop) for loop in state.get("loops", ())]
    loops.sort(key=lambda loop: (len(loop.target), len(loop.source)))
    return trainer, Progress(*state.get("progress", ())), loops


def _loops_of(path: Path, pieces: int) -> list[Loop]:
    """Return the loops in another model's checkpoint."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    remedy = "give the checkpoint.pt of a model with the same tokenizer, on which `loops` was run"
    if "loops" not in state:
        raise PackageError("no loops in it", path=path, remedy=remedy)
    if len(state["average"]["emb.weight"]) != pieces:
        raise PackageError("it is of another tokenizer", path=path, remedy=remedy)
    return [Loop(*loop) for loop in state["loops"]]


def _held_out(work: Work, tokens: int) -> list[Batch]:
    pairs = as_it_is(corpora.load(work.held_out))
    found = examples(pairs, Pieces(work.tokenizer), WordTable.load(work.lexicon))
    return batches(found, tokens, Random(0))


def _from(work: Work, progress: Progress, options: argparse.Namespace) -> Iterator[tuple[int, int, Batch]]:
    """Yield batches without end: number of the part, batches of it that are done then, and the batch."""
    for part, drawn in ahead(work, progress.part, options.tokens, options.workers):
        skipped = progress.batch if part == progress.part else 0
        for index, batch in enumerate(islice(drawn, skipped, None), start=skipped + 1):
            yield part, index, batch


def _means(steps: list[Step]) -> tuple[float, float]:
    """Return the mean losses of steps, once the device has done them."""
    words, guide = ([getattr(step, name) for step in steps] for name in ("loss", "guide"))
    return torch.stack(words).mean().item(), torch.stack(guide).mean().item()


if __name__ == "__main__":
    main(sys.argv[1:])
