"""Weights on the disk, and the three ways to begin: anew, from a checkpoint, from weights that exist."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from glossary.errors import PackageError
from tools.starter.network import Weights, fresh
from tools.starter.shape import Shape
from tools.starter.stored import read_package
from tools.starter.work import Work

_USUAL_HEADS = 4  # of weights that do not say


def save(content: object, path: Path) -> None:
    """Write a file of PyTorch, whole or not at all."""
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    os.replace(partial, path)  # noqa: PTH105 - says that it replaces


def save_weights(weights: Weights, shape: Shape, path: Path) -> None:
    """Write weights in fp16, with the number of heads."""
    net = {name: value.detach().to("cpu", torch.float16) for name, value in weights.items()}
    save({"net": net, "heads": shape.heads}, path)


def load_weights(path: Path) -> tuple[Weights, Shape]:
    """Return the weights of a `.pt` file or of a package (`.argosmodel` or a folder, int8 or not).

    Of a checkpoint they are the averaged ones.
    """
    if path.suffix != ".pt":
        stored, shape = read_package(path)
        return {name: torch.from_numpy(value) for name, value in stored.items()}, shape
    content = torch.load(path, map_location="cpu", weights_only=True)
    stored = content["average"] if "average" in content else content["net"]
    weights = {name: value.float() for name, value in stored.items()}
    return weights, Shape.of(weights, content.get("heads", _USUAL_HEADS))


def mean(paths: Sequence[Path]) -> tuple[Weights, Shape]:
    """Return the mean of weights that are a warm start apart.

    Raises PackageError for weights of different shapes.
    """
    loaded = [load_weights(path) for path in paths]
    shapes = {shape for _, shape in loaded}
    if len(shapes) > 1:
        raise PackageError(
            "these weights are not of the same shape", path=paths[-1], remedy="give runs of one model"
        )
    weights = {name: torch.stack([w[name] for w, _ in loaded]).mean(0) for name in loaded[0][0]}
    return weights, shapes.pop()


def start(work: Work, shape: Shape, seed: int) -> Weights:
    """Return weights to begin anew with: random ones, and the bilingual start vectors."""
    weights = fresh(shape, seed)
    weights["emb.weight"] = torch.from_numpy(np.load(work.vectors))
    return weights
