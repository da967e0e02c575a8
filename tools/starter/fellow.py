"""A second run beside a run, for twice the cores: at every check, a run goes on from the mean of both."""

from __future__ import annotations

import torch

from glossary.errors import PackageError
from tools.starter.network import Weights
from tools.starter.shape import Shape
from tools.starter.work import Work

_REMEDY = (
    "copy the work folder of this run, give the copy another seed in its recipe.json, and begin both alike"
)


class Fellow:
    """Another run of the same model and tokenizer, known by the checkpoints in its work folder.

    Raises PackageError where the tokenizer is another.
    """

    def __init__(self, work: Work, ours: Work) -> None:
        if work.tokenizer.read_bytes() != ours.tokenizer.read_bytes():
            raise PackageError("the other run has another tokenizer", path=work.tokenizer, remedy=_REMEDY)
        self._checkpoint = work.checkpoint
        self._seen = self._changed()

    def weights(self, shape: Shape) -> Weights | None:
        """Return the weights of its checkpoint, or nothing if it has written none since the last time.

        Raises PackageError for weights of another shape.
        """
        changed = self._changed()
        if changed == self._seen:
            return None
        self._seen = changed
        state = torch.load(self._checkpoint, map_location="cpu", weights_only=True)
        if Shape.of(state["weights"], state["heads"]) != shape:
            raise PackageError("the other run is of another shape", path=self._checkpoint, remedy=_REMEDY)
        weights: Weights = state["weights"]
        return weights

    def _changed(self) -> int:
        return self._checkpoint.stat().st_mtime_ns if self._checkpoint.exists() else 0
