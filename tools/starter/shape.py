"""The size of a model, and what its weights are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

POSITIONS = 512
"""Tokens that a side can have at most."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a Transformer: pieces, width, inner width, attention heads, layers of either side."""

    vocabulary: int
    width: int = 256
    inner: int = 1024
    heads: int = 4
    encoder: int = 6
    decoder: int = 3

    @classmethod
    def of(cls, weights: Mapping[str, Any], heads: int) -> Shape:
        """Return the shape that weights have; the number of heads cannot be seen in them."""
        vocabulary, width = weights["emb.weight"].shape
        layers = {side: _layers(weights, side) for side in ("enc", "dec")}
        return cls(
            vocabulary, width, weights["enc.0.ff.a.weight"].shape[0], heads, layers["enc"], layers["dec"]
        )

    def parameters(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield the name and shape of every weight.

        `n1`, `n2`, `n3` are the layer norms before self-attention `sa`, cross-attention `ca` and the inner
        layers `ff`; `en` and `dn` those that end either side; `emb` serves source, target and output.
        """
        yield "emb.weight", (self.vocabulary, self.width)
        yield "bias", (self.vocabulary,)
        for side, count in (("enc", self.encoder), ("dec", self.decoder)):
            yield from self._norm(f"{side[0]}n")
            for layer in range(count):
                yield from self._layer(f"{side}.{layer}", crossed=side == "dec")

    def _layer(self, name: str, *, crossed: bool) -> Iterator[tuple[str, tuple[int, ...]]]:
        for norm, attention in (("n1", "sa"), ("n2", "ca"))[: 1 + crossed]:
            yield from self._norm(f"{name}.{norm}")
            for part in "qkvo":
                yield from _linear(f"{name}.{attention}.{part}", self.width, self.width)
        yield from self._norm(f"{name}.n3")
        yield from _linear(f"{name}.ff.a", self.inner, self.width)
        yield from _linear(f"{name}.ff.b", self.width, self.inner)

    def _norm(self, name: str) -> Iterator[tuple[str, tuple[int, ...]]]:
        yield f"{name}.weight", (self.width,)
        yield f"{name}.bias", (self.width,)


def _linear(name: str, outputs: int, inputs: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (outputs, inputs)
    yield f"{name}.bias", (outputs,)


def _layers(weights: Mapping[str, Any], side: str) -> int:
    found = (re.match(rf"{side}\.(\d+)\.", name) for name in weights)
    return 1 + max(int(match[1]) for match in found if match)
