"""The folder that the steps of the recipe share, one for each language."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Recipe:
    """What holds for every step: the target language, the seed, and the licence of each source of text."""

    language: str
    seed: int
    sources: dict[str, str]


@dataclass(frozen=True, slots=True)
class Work:
    """The files of a language; each step reads those of the steps before it."""

    path: Path

    @property
    def rows(self) -> Path:
        """Training rows, of `prepare`."""
        return self.path / "rows.tsv"

    @property
    def held_out(self) -> Path:
        """Wire rows that only watch the loss, of `prepare`."""
        return self.path / "heldout.tsv"

    @property
    def tokenizer(self) -> Path:
        """The SentencePiece model, of `tokenizer`."""
        return self.path / "sentencepiece.model"

    @property
    def lexicon(self) -> Path:
        """Which words translate each other, of `align`."""
        return self.path / "lexicon.npz"

    @property
    def vectors(self) -> Path:
        """The bilingual start vectors, of `align`."""
        return self.path / "vectors.npy"

    @property
    def checkpoint(self) -> Path:
        """All that training goes on from, of `train`."""
        return self.path / "checkpoint.pt"

    @property
    def best(self) -> Path:
        """The averaged weights with the least held-out loss in fp16, of `train`."""
        return self.path / "best.pt"

    def save(self, recipe: Recipe) -> None:
        """Write what holds for every step."""
        text = json.dumps(asdict(recipe), indent=2, ensure_ascii=False) + "\n"
        (self.path / "recipe.json").write_text(text, encoding="utf-8")

    def recipe(self) -> Recipe:
        """Return what `prepare` wrote; raises FileNotFoundError before that."""
        return Recipe(**json.loads((self.path / "recipe.json").read_text(encoding="utf-8")))
