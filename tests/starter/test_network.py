"""The parts of training that stand in for PyTorch's own, and models that grow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from starter.samples import SHAPE, weights

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("rows", [1, 300])  # more than are done at a time
@pytest.mark.parametrize(("kind", "near"), [("float32", 1e-7), ("bfloat16", 0.02)])
def test_the_loss_and_its_gradient_are_those_of_pytorch(
    rows: int, smoothing: float, kind: str, near: float
) -> None:
    from tools.starter.cross_entropy import cross_entropy  # noqa: PLC0415 - needs PyTorch

    torch.manual_seed(1)
    values, wanted = torch.randn(rows, 50, dtype=getattr(torch, kind)) * 4, torch.randint(50, (rows,))
    ours, theirs = (values.clone().requires_grad_() for _ in "ab")
    loss = cross_entropy(ours, wanted, smoothing)
    expected = torch.nn.functional.cross_entropy(theirs.float(), wanted, label_smoothing=smoothing)
    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    for value in (loss, expected):
        (value * 3).backward()
    assert torch.allclose(ours.grad, theirs.grad, atol=near)


@pytest.mark.parametrize("kind", ["float32", "bfloat16"])
def test_dropout_keeps_the_mean_and_drops_its_share(kind: str) -> None:
    from tools.starter.network import dropped  # noqa: PLC0415 - needs PyTorch

    torch.manual_seed(1)
    ones = torch.ones(300, 333, dtype=getattr(torch, kind))
    once = dropped(ones, 0.1)
    assert once.dtype == ones.dtype
    assert (once == 0).float().mean().item() == pytest.approx(26 / 256, abs=0.005)
    assert once.float().mean().item() == pytest.approx(1, abs=0.01)
    assert len(once.unique()) == 2
    assert not torch.equal(once, dropped(ones, 0.1))


@pytest.mark.parametrize(("encoder", "decoder"), [(2, 1), (3, 2), (5, 3), (1, 1)])
def test_a_deeper_model_says_what_the_shallower_one_said(encoder: int, decoder: int) -> None:
    from tools.starter.growth import deepened  # noqa: PLC0415 - needs PyTorch
    from tools.starter.network import Transformer  # noqa: PLC0415 - needs PyTorch

    old = {name: torch.from_numpy(value) for name, value in weights().items()}
    new, shape = deepened(old, SHAPE, encoder, decoder)
    assert shape == replace(SHAPE, encoder=max(encoder, SHAPE.encoder), decoder=max(decoder, SHAPE.decoder))
    assert {name: tuple(value.shape) for name, value in new.items()} == dict(shape.parameters())
    assert len({value.data_ptr() for value in new.values()}) == len(new)  # each is trained by itself
    copies = [name for name in new if not any(torch.equal(new[name], value) for value in old.values())]
    assert all(not new[name].any() for name in copies)  # what is no copy adds nothing
    source, target = (torch.from_numpy(np.arange(2, 2 + n)[None]) for n in (9, 7))
    before, after = (
        Transformer(s, w)(source, torch.ones_like(source, dtype=torch.bool), target)[0]
        for s, w in ((SHAPE, old), (shape, new))
    )
    assert torch.allclose(before, after, atol=1e-6)
