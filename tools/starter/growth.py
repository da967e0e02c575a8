"""A deeper model made of a shallower one, so that what it has learnt is not lost."""

from __future__ import annotations

import re
from dataclasses import replace

import torch

from tools.starter.network import Weights
from tools.starter.shape import Shape

_LAYER = re.compile(r"(enc|dec)\.(\d+)\.(.+)")
_OUTPUT = re.compile(r"(?:[sc]a\.o|ff\.b)\.")
"""What a layer adds to the states that pass it."""


def deepened(weights: Weights, shape: Shape, encoder: int, decoder: int) -> tuple[Weights, Shape]:
    """Return weights of at least so many layers, which compute what the given ones do.

    Each new layer is a copy of the one before it, but adds nothing until it is trained.
    """
    deeper = replace(shape, encoder=max(encoder, shape.encoder), decoder=max(decoder, shape.decoder))
    before = {"enc": shape.encoder, "dec": shape.decoder}
    layers = {"enc": deeper.encoder, "dec": deeper.decoder}

    def grown(name: str) -> torch.Tensor:
        found = _LAYER.fullmatch(name)
        if not found:
            return weights[name].clone()
        side, layer, part = found[1], int(found[2]), found[3]
        old, last = (at * before[side] // layers[side] for at in (layer, layer - 1))
        weight = weights[f"{side}.{old}.{part}"]
        return torch.zeros_like(weight) if old == last and _OUTPUT.match(part) else weight.clone()

    return {name: grown(name) for name, _ in deeper.parameters()}, deeper
