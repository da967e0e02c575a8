"""An Argos package made of weights and a tokenizer: CTranslate2 in int8, metadata, and a README."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from glossary.errors import PackageError
from tools.starter.corpora import DESCRIPTIONS, LANGUAGES
from tools.starter.pieces import Pieces
from tools.starter.positions import sinusoids
from tools.starter.shape import POSITIONS, Shape
from tools.starter.stored import Array, by_their_names
from tools.starter.work import Recipe

MOST_BYTES = 20_000_000
_ARGOS = "1.9.0"  # the version whose packages look like this
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same weights make the same file


def name(language: str) -> str:
    """Return what Argos calls a package from English."""
    return f"translate-en_{language}"


def write(
    path: Path, weights: Mapping[str, Array], shape: Shape, tokenizer: Path, version: str, recipe: Recipe
) -> None:
    """Write an `.argosmodel`. Raises PackageError for one that is larger than a starter may be."""
    files = {
        "metadata.json": json.dumps(metadata(recipe.language, version), indent=2).encode(),
        "README.md": readme(recipe, shape).encode(),
        "sentencepiece.model": tokenizer.read_bytes(),
    }
    with tempfile.TemporaryDirectory() as folder:
        save_model(Path(folder), weights, shape, Pieces(tokenizer).vocabulary)
        files |= {f"model/{file.name}": file.read_bytes() for file in sorted(Path(folder).iterdir())}
    written = path.with_suffix(".part")
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in files.items():
            member = zipfile.ZipInfo(f"{name(recipe.language)}/{file}", _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o100644 << 16
            archive.writestr(member, data)
    if (size := written.stat().st_size) > MOST_BYTES:
        written.unlink()
        raise PackageError(
            f"the package would take {size / 1e6:.1f} MB",
            path=path,
            remedy="train a smaller model: 20 MB at most",
        )
    written.replace(path)


def save_model(folder: Path, weights: Mapping[str, Array], shape: Shape, pieces: Sequence[str]) -> None:
    """Write the model as CTranslate2 reads it, matrices in int8."""
    from ctranslate2.specs import common_spec, model_spec  # noqa: PLC0415 - heavy
    from ctranslate2.specs.transformer_spec import TransformerSpec  # noqa: PLC0415 - heavy

    spec = TransformerSpec.from_config(
        (shape.encoder, shape.decoder), shape.heads, pre_norm=True, activation=common_spec.Activation.RELU
    )
    for theirs, value in by_their_names(weights, shape):
        scope, _, attribute = theirs.rpartition("/")
        setattr(model_spec.index_spec(spec, scope), attribute, value)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = sinusoids(POSITIONS, shape.width)
    for embeddings in (spec.encoder.embeddings[0], spec.decoder.embeddings):
        embeddings.multiply_by_sqrt_depth = True
    spec.config.add_source_eos = True
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def metadata(language: str, version: str) -> dict[str, str | int]:
    """Return the facts that Argos and Dragoman read."""
    return {
        "package_version": version,
        "argos_version": _ARGOS,
        "from_code": "en",
        "from_name": "English",
        "to_code": language,
        "to_name": LANGUAGES[language],
        "carriers": 1,
    }


def readme(recipe: Recipe, shape: Shape) -> str:
    """Return what the package says of itself: what it is, and what it was trained on, with licences."""
    size = sum(int(np.prod(dimensions)) for _, dimensions in shape.parameters()) / 1e6
    symbols = "`⟦1⟧⟦ins⟧`, with the case" if recipe.language == "ru" else "`⟦1⟧`"
    data = "\n".join(
        f"* {DESCRIPTIONS.get(source, source)}: {licence}"
        for source, licence in sorted(recipe.sources.items())
    )
    layers = f"{shape.encoder} encoder and {shape.decoder} decoder layers, width {shape.width}"
    return f"""# English to {LANGUAGES[recipe.language]}, starter

A small model for trying Dragoman out. Transformer, {layers},
{size:.1f} million parameters, int8, {shape.vocabulary} pieces.

It carries glossary terms: `⟦Pm⟧⟦1⟧` in the source comes back as {symbols}.
Text without such symbols is translated as by any other package.

Trained on, some of it in English alone, so as not to loop:

{data}

The weights are under the MIT licence; the texts keep theirs.
"""
