"""Sinusoids for the positions of a sentence, as OpenNMT and CTranslate2 have them."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def sinusoids(length: int, width: int) -> NDArray[np.float32]:
    """Return a vector for each position, from 1 on: sines in the first half, cosines in the second."""
    steps = np.exp(-math.log(10_000) / (width // 2 - 1) * np.arange(width // 2))
    angles = np.arange(1, length + 1)[:, None] * steps[None, :]
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
