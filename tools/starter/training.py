"""One training step, the held-out loss, and how fast to learn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor

from tools.starter.cross_entropy import cross_entropy
from tools.starter.epochs import Batch, Booleans, Floats, Integers, padded
from tools.starter.network import Noise, Transformer, Weights
from tools.starter.repetition import Loop
from tools.starter.shape import Shape

_SMOOTHING = 0.1
_LEAST_RATE = 0.05  # of the highest, at the end
_SLOWEST_AVERAGE = 0.9995
_EVERY = 4  # steps, one of them against loops
_LOOPS = 16  # of such a step
_CPU_FACTS = Path("/proc/cpuinfo")


class Plan(NamedTuple):
    """How fast to learn: the highest rate, the steps that lead up to it, and the step it has fallen at."""

    rate: float
    warmup: int
    steps: int

    def at(self, step: int) -> float:
        """Return the learning rate of a step, from 1 on: a ramp, then half a cosine."""
        done = min(1.0, max(0.0, (step - self.warmup) / max(1, self.steps - self.warmup)))
        fall = _LEAST_RATE + (1 - _LEAST_RATE) * (1 + math.cos(math.pi * done)) / 2
        return self.rate * min(1.0, step / max(1, self.warmup)) * fall


class Progress(NamedTuple):
    """How far a run has come: parts of epochs and batches done, least held-out loss, and checks since."""

    part: int = 0
    batch: int = 0
    best: float = float("inf")
    waited: int = 0


def device() -> torch.device:
    """Return the accelerator, or the CPU where there is none."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half_precision(on: torch.device) -> AbstractContextManager[object]:
    """Return what makes matrix products in bf16 where the hardware is quick at it; fp32 elsewhere.

    Products were measured to be five times quicker in bf16 on a CPU with AVX512-BF16, and ten times slower
    on one without instructions for it.
    """
    context: AbstractContextManager[object] = torch.autocast(
        on.type, torch.bfloat16, enabled=on.type != "cpu" or _cpu_has_bf16()
    )
    return context


@cache
def _cpu_has_bf16() -> bool:
    facts = _CPU_FACTS.read_text(encoding="utf-8") if _CPU_FACTS.exists() else ""
    return any(f"{extension}_bf16" in facts for extension in ("amx", "avx512"))


def moved(array: Integers | Booleans | Floats, device: torch.device) -> Tensor:
    """Return an array as a tensor on a device, which may still be at work on what came before."""
    return torch.from_numpy(array).to(device, non_blocking=True)


def losses(
    model: Transformer, batch: Batch, device: torch.device, smoothing: float = _SMOOTHING
) -> tuple[Tensor, Tensor]:
    """Return the mean loss per target token, and how far the guided heads are from the alignment."""
    source, mask = moved(batch.source, device), moved(batch.source_mask, device)
    target, places = moved(batch.target, device), moved(batch.places, device)
    with half_precision(device):
        states, looks = model(source, mask, target[:, :-1])
        logits = model.logits(states.flatten(0, 1)[places])
    wanted = target[:, 1:].flatten()[places].long()
    words = cross_entropy(logits, wanted, smoothing)
    guide = tuple(moved(indices, device) for indices in batch.guide)
    weights = moved(batch.guide_weights, device)
    total = sum((-(look[guide] * weights).sum() for look in looks), torch.zeros((), device=device))
    return words, total / len(looks) / weights.sum()


def unlikelihood(model: Transformer, loops: Sequence[Loop], device: torch.device) -> Tensor:
    """Return how likely repetitions are to a model: the mean of -log(1 - p) (Welleck et al. 2020)."""
    source, source_mask = (moved(array, device) for array in padded([loop.source for loop in loops]))
    target = moved(padded([loop.target for loop in loops])[0], device).long()
    rows, places = zip(*((row, at) for row, loop in enumerate(loops) for at in loop.again), strict=True)
    repeated = target[list(rows), list(places)]
    with half_precision(device):
        states, _ = model(source, source_mask, target[:, :-1])
        logits = model.logits(states[list(rows), [at - 1 for at in places]])
    logits = logits.float()
    others = logits.scatter(1, repeated[:, None], float("-inf"))
    return (logits.logsumexp(-1) - others.logsumexp(-1)).mean()


class Step(NamedTuple):
    """What a step cost: the loss per target token, the guidance loss, and the target tokens seen.

    Losses stay on the device, so that the next step can be prepared while it works.
    """

    loss: Tensor
    guide: Tensor
    tokens: int


class Trainer:
    """Weights in training, their running average, and the optimizer."""

    def __init__(
        self, shape: Shape, weights: Weights, plan: Plan, noise: Noise, guide: float, seed: int
    ) -> None:
        self.shape = shape
        self.device = device()
        self.weights = {name: w.to(self.device).requires_grad_() for name, w in weights.items()}
        self.average = {name: w.detach().clone() for name, w in self.weights.items()}
        self.step = 0
        self.plan = plan
        self._noise = noise
        self._guide = guide
        self._seed = seed
        self._optimizer = torch.optim.AdamW(
            self.weights.values(), lr=plan.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0, fused=True
        )

    def learn(self, batch: Batch, loops: Sequence[Loop] = ()) -> Step:
        """Take a step towards a batch, every fourth time also away from some neighbours among the loops.

        Loops in the order of their length need the least padding. Noise and choice depend on seed and number
        alone, so that a resumed run is the same.
        """
        self.step += 1
        torch.manual_seed(self._seed * 1_000_003 + self.step)
        model = Transformer(self.shape, self.weights, self._noise)
        words, guide = losses(model, batch, self.device)
        loss = words + self._guide * guide
        if loops and self.step % _EVERY == 0:
            first = Random(f"{self._seed}:{self.step}").randrange(0, len(loops), _LOOPS)
            loss = loss + unlikelihood(model, loops[first : first + _LOOPS], self.device)
        self._optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.weights.values(), 1.0)
        for group in self._optimizer.param_groups:
            group["lr"] = self.plan.at(self.step)
        self._optimizer.step()
        self._remember()
        return Step(words.detach(), guide.detach(), len(batch.places))

    def _remember(self) -> None:
        keep = min(_SLOWEST_AVERAGE, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for name, value in self.weights.items():
                self.average[name].lerp_(value, 1 - keep)

    def meet(self, others: Weights) -> None:
        """Go on from the mean of these weights and those of another run."""
        with torch.no_grad():
            for name, value in self.weights.items():
                value.lerp_(others[name].to(self.device), 0.5)

    def held_out(self, batches: Sequence[Batch]) -> float:
        """Return the averaged weights' loss per target token, without smoothing."""
        total, tokens = 0.0, 0
        model = Transformer(self.shape, self.average)
        with torch.no_grad():
            for batch in batches:
                total += losses(model, batch, self.device, smoothing=0.0)[0].item() * len(batch.places)
                tokens += len(batch.places)
        return total / tokens

    def state(self) -> dict[str, object]:
        """Return all that a later run goes on from."""
        return {
            "weights": {name: value.detach() for name, value in self.weights.items()},
            "average": self.average,
            "optimizer": self._optimizer.state_dict(),
            "step": self.step,
        }

    def restore(self, state: dict[str, object]) -> None:
        """Go on from a state."""
        with torch.no_grad():
            for ours, key in ((self.weights, "weights"), (self.average, "average")):
                stored = state[key]
                assert isinstance(stored, dict)
                for name, value in ours.items():
                    value.copy_(stored[name])
        optimizer, step = state["optimizer"], state["step"]
        assert isinstance(optimizer, dict)
        assert isinstance(step, int)
        self._optimizer.load_state_dict(optimizer)
        self.step = step
