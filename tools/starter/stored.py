"""Models of CTranslate2 as files: the binary format read, and weights to and from its names.

The format is that of `ctranslate2/specs/model_spec.py`: little-endian; a string is its length with the final
zero in two bytes, then its bytes. Quantized weights are rows of int8 with a scale each.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from glossary import packages
from glossary.errors import PackageError
from tools.starter.shape import Shape

Array: TypeAlias = NDArray[Any]
_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
_READABLE = (5, 6)  # versions of the format


@dataclass(frozen=True)
class Stored:
    """The variables of a model file; what is the same under two names is there under both, with its scale."""

    specification: str
    variables: dict[str, Array]

    def weight(self, name: str) -> NDArray[np.float32]:
        """Return a variable as numbers, rows of integers divided by their scales."""
        value = self.variables[name]
        scale = self.variables.get(f"{name}_scale")
        if scale is None:
            return value.astype(np.float32)
        return (value.astype(np.float32) / scale.reshape(-1, *[1] * (value.ndim - 1))).astype(np.float32)


def read_model(data: bytes) -> Stored:
    """Return the variables of a `model.bin`. Raises ValueError for another format or damage."""
    file = BytesIO(data)
    (version,) = _numbers(file, "<I")
    if version not in _READABLE:
        raise ValueError(f"model.bin is of version {version}, not of {' or '.join(map(str, _READABLE))}")
    specification = _string(file)
    _revision, count = _numbers(file, "<II")
    variables = dict(_variable(file) for _ in range(count))
    for _ in range(_numbers(file, "<I")[0]):
        alias, name = _string(file), _string(file)
        for suffix in ("", "_scale"):
            if name + suffix in variables:
                variables[alias + suffix] = variables[name + suffix]
    return Stored(specification, variables)


def _variable(file: BytesIO) -> tuple[str, Array]:
    name = _string(file)
    (dimensions,) = _numbers(file, "<B")
    shape = _numbers(file, f"<{dimensions}I")
    kind, size = _numbers(file, "<BI")
    if kind >= len(_TYPES):
        raise ValueError(f"{name} is of a type that is not read ({kind})")
    return name, np.frombuffer(file.read(size), _TYPES[kind]).reshape(shape)


def _numbers(file: BytesIO, layout: str) -> tuple[int, ...]:
    try:
        return struct.unpack(layout, file.read(struct.calcsize(layout)))
    except struct.error as error:
        raise ValueError("model.bin ends too early") from error


def _string(file: BytesIO) -> str:
    (length,) = _numbers(file, "<H")
    return file.read(length).rstrip(b"\0").decode("utf-8")


def read_package(path: Path) -> tuple[dict[str, NDArray[np.float32]], Shape]:
    """Return the weights of a package by their own names, and their shape.

    Raises PackageError for one whose model is another than this recipe makes.
    """
    model = packages.read(path).root / "model" / "model.bin"
    try:
        stored = read_model(model.read_bytes())
        weights = dict(_own(stored))
        shape = Shape.of(weights, int(stored.variables["encoder/num_heads"]))
    except (KeyError, ValueError) as error:
        raise PackageError(f"its model is none of this recipe [{error}]", path=path) from error
    if {name: value.shape for name, value in weights.items()} != dict(shape.parameters()):
        raise PackageError("its model has other layers than those of this recipe", path=path)
    return weights, shape


def _own(stored: Stored) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the weights of a model under their own names."""
    for theirs, ours in _names(_layers(stored, "encoder"), _layers(stored, "decoder")):
        values = np.split(stored.weight(theirs), len(ours))
        yield from zip(ours, values, strict=True)


def _layers(stored: Stored, side: str) -> int:
    found = (re.match(rf"{side}/layer_(\d+)/", name) for name in stored.variables)
    return len({match[1] for match in found if match})


def by_their_names(weights: Mapping[str, Array], shape: Shape) -> Iterator[tuple[str, Array]]:
    """Yield weights under CTranslate2's names, projections that it keeps together joined."""
    for theirs, ours in _names(shape.encoder, shape.decoder):
        yield theirs, np.concatenate([weights[name] for name in ours])


def _names(encoder: int, decoder: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield CTranslate2's name of each variable, and our names of what it is joined of."""
    yield "encoder/embeddings_0/weight", ("emb.weight",)
    yield "decoder/embeddings/weight", ("emb.weight",)
    yield "decoder/projection/weight", ("emb.weight",)
    yield "decoder/projection/bias", ("bias",)
    for side, count in (("encoder", encoder), ("decoder", decoder)):
        yield from _norm(f"{side}/layer_norm", f"{side[0]}n")
        for layer in range(count):
            yield from _layer(f"{side}/layer_{layer}", f"{side[:3]}.{layer}", crossed=side == "decoder")


def _layer(theirs: str, ours: str, *, crossed: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    attentions: list[tuple[str, str, str, tuple[str, ...]]] = [("self_attention", "n1", "sa", ("qkv", "o"))]
    if crossed:
        attentions.append(("attention", "n2", "ca", ("q", "kv", "o")))
    for attention, norm, name, joined in attentions:
        yield from _norm(f"{theirs}/{attention}/layer_norm", f"{ours}.{norm}")
        for index, parts in enumerate(joined):
            for half in ("weight", "bias"):
                yield (
                    f"{theirs}/{attention}/linear_{index}/{half}",
                    tuple(f"{ours}.{name}.{part}.{half}" for part in parts),
                )
    yield from _norm(f"{theirs}/ffn/layer_norm", f"{ours}.n3")
    for index, part in enumerate("ab"):
        for half in ("weight", "bias"):
            yield f"{theirs}/ffn/linear_{index}/{half}", (f"{ours}.ff.{part}.{half}",)


def _norm(theirs: str, ours: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield f"{theirs}/gamma", (f"{ours}.weight",)
    yield f"{theirs}/beta", (f"{ours}.bias",)
