"""The Transformer, as functions of its weights: pre-norm, tied embeddings, sinusoids for positions.

Weights are a flat dictionary with the names of `shape.Shape.parameters`, so that averaging, saving, reading
back and exporting are loops over names.
"""

from __future__ import annotations

import math
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.nn.attention import SDPBackend, sdpa_kernel

from tools.starter.pieces import UNKNOWN
from tools.starter.positions import sinusoids
from tools.starter.shape import POSITIONS, Shape

Weights = dict[str, Tensor]


def fresh(shape: Shape, seed: int) -> Weights:
    """Return start weights: Glorot's for matrices, unit variance over the width for embeddings."""
    generator = torch.Generator().manual_seed(seed)
    weights: Weights = {}
    for name, size in shape.parameters():
        if name == "emb.weight":
            weights[name] = torch.randn(size, generator=generator) * shape.width**-0.5
        elif len(size) == 2:
            bound = math.sqrt(6 / sum(size))
            weights[name] = (torch.rand(size, generator=generator) * 2 - 1) * bound
        else:
            is_gain = name.endswith(".weight")  # of a layer norm
            weights[name] = torch.ones(size) if is_gain else torch.zeros(size)
    return weights


@dataclass(frozen=True, slots=True)
class Noise:
    """What keeps a model from learning by heart: dropout, and words replaced by the unknown one."""

    dropout: float = 0.0
    words: float = 0.0


class Transformer:
    """A forward pass over given weights; `noise` is applied while training alone."""

    def __init__(self, shape: Shape, weights: Weights, noise: Noise | None = None) -> None:
        self._shape = shape
        self._weights = weights
        self._noise = noise or Noise()
        self._positions = _positions(shape.width, weights["bias"].device)

    def __call__(self, source: Tensor, source_mask: Tensor, target: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Return the states before the output, and each decoder layer's log-attention of head 0.

        `source` and `target` are numbers of pieces, [batch, length]; the mask is true where a piece stands.
        """
        mask = source_mask[:, None, None, :]
        x = self._embedded(source)
        for layer in range(self._shape.encoder):
            name = f"enc.{layer}"
            y = self._norm(x, f"{name}.n1")
            x = x + self._dropped(self._attention(y, y, f"{name}.sa", mask))
            x = x + self._dropped(self._inner(self._norm(x, f"{name}.n3"), name))
        memory = self._norm(x, "en")
        x = self._embedded(target)
        looks = []
        for layer in range(self._shape.decoder):
            name = f"dec.{layer}"
            y = self._norm(x, f"{name}.n1")
            x = x + self._dropped(self._attention(y, y, f"{name}.sa", None))
            y = self._norm(x, f"{name}.n2")
            looks.append(self._look(y, memory, f"{name}.ca", source_mask))
            x = x + self._dropped(self._attention(y, memory, f"{name}.ca", mask))
            x = x + self._dropped(self._inner(self._norm(x, f"{name}.n3"), name))
        return self._norm(x, "dn"), looks

    def logits(self, states: Tensor) -> Tensor:
        """Return the score of every piece for each state."""
        return F.linear(states, self._weights["emb.weight"], self._weights["bias"])

    def _embedded(self, pieces: Tensor) -> Tensor:
        if self._noise.words:
            lost = torch.rand(pieces.shape, device=pieces.device) < self._noise.words
            pieces = pieces.masked_fill(lost, UNKNOWN)
        vectors = F.embedding(pieces, self._weights["emb.weight"]) * math.sqrt(self._shape.width)
        vectors = vectors + self._positions[: pieces.shape[1]]
        # The states that go from layer to layer are in half precision, too: with states in fp32 a step
        # took an eighth longer, and held-out loss was the same to the fourth digit.
        if torch.is_autocast_enabled(pieces.device.type):
            vectors = vectors.to(torch.get_autocast_dtype(pieces.device.type))
        return self._dropped(vectors)

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, x: Tensor, name: str) -> Tensor:
        size = (self._shape.width,)
        return F.layer_norm(x, size, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _inner(self, x: Tensor, name: str) -> Tensor:
        return self._linear(F.relu(self._linear(x, f"{name}.ff.a")), f"{name}.ff.b")

    def _dropped(self, x: Tensor) -> Tensor:
        if not self._noise.dropout:
            return x
        return (
            dropped(x, self._noise.dropout) if x.device.type == "cpu" else F.dropout(x, self._noise.dropout)
        )

    def _heads(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        return x.view(batch, length, self._shape.heads, width // self._shape.heads).transpose(1, 2)

    def _attention(self, x: Tensor, memory: Tensor, name: str, mask: Tensor | None) -> Tensor:
        """Return what each position of `x` finds in `memory`; without a mask, in what stands before it."""
        query, key, value = (
            self._heads(self._linear(y, f"{name}.{part}"))
            for y, part in ((x, "q"), (memory, "k"), (memory, "v"))
        )
        with _quickest_attention(x.device):
            found = F.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=mask is None)
        return self._linear(found.transpose(1, 2).reshape(x.shape), f"{name}.o")

    def _look(self, x: Tensor, memory: Tensor, name: str, source_mask: Tensor) -> Tensor:
        """Return head 0's log-attention, [batch, target, source]; the guided one."""
        size = self._shape.width // self._shape.heads
        query, key = (
            F.linear(
                y, self._weights[f"{name}.{part}.weight"][:size], self._weights[f"{name}.{part}.bias"][:size]
            )
            for y, part in ((x, "q"), (memory, "k"))
        )
        scores = (query @ key.transpose(1, 2)).float() / math.sqrt(size)
        return scores.masked_fill(~source_mask[:, None, :], -1e9).log_softmax(-1)


def _quickest_attention(on: torch.device) -> AbstractContextManager[object]:
    """Return what chooses the kernel: plain products on a CPU, where flash attention is slow backwards.

    On a GPU it is any but cuDNN's, which makes a plan for every shape that it has not seen, while here
    hardly two batches have the same.
    """
    accelerated = [SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH]
    kernel: AbstractContextManager[object] = sdpa_kernel(
        [SDPBackend.MATH] if on.type == "cpu" else accelerated
    )
    return kernel


def dropped(x: Tensor, share: float) -> Tensor:
    """Return what `F.dropout` does, more than twice as quickly on a CPU; `share` is rounded to 256ths.

    Each random number serves for eight values.
    """
    numbers = torch.empty((x.numel() + 7) // 8, dtype=torch.int64)
    lots = numbers.random_(torch.iinfo(torch.int64).min, None).view(torch.uint8)[: x.numel()].view(x.shape)
    least = round(share * 256)
    return x.masked_fill(lots < least, 0) * (256 / (256 - least))


@cache
def _positions(width: int, on: torch.device) -> Tensor:
    return torch.from_numpy(sinusoids(POSITIONS, width)).to(on)
