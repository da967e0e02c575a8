"""Training, with PyTorch: that it learns, goes on where it stopped, and warm-starts."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glossary import packages
from glossary.errors import PackageError
from starter.samples import SHAPE, work_folder
from tools.starter.epochs import PARTS, Batch, ahead
from tools.starter.pieces import Pieces
from tools.starter.repetition import Loop
from tools.starter.shape import Shape
from tools.starter.work import Work

torch = pytest.importorskip("torch")
pytest.importorskip("scipy")
checkpoints = import_module("tools.starter.checkpoints")
Fellow = import_module("tools.starter.fellow").Fellow

SMALL = "--width 16 --inner 24 --encoder 1 --decoder 1 --heads 2 --tokens 600 --workers 0 --warmup 5".split()


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    return work_folder(tmp_path_factory.mktemp("work"))


def command(name: str) -> Callable[[list[str]], None]:
    main: Callable[[list[str]], None] = import_module(f"tools.starter.{name}").main
    return main


def trained(work: Work, *arguments: str) -> dict[str, Any]:
    command("train")([str(work.path), *SMALL, "--check", "5", *arguments])
    state: dict[str, Any] = torch.load(work.checkpoint, weights_only=True)
    return state


def test_a_resumed_run_is_the_run_that_never_stopped(work: Work, tmp_path: Path) -> None:
    repeated = range(6, 40)  # more than are taken at a time
    loops = [([5, 2], [1, *[piece] * (2 + piece % 3), 2], [2]) for piece in repeated]
    torch.save(trained(work, "--steps", "1") | {"loops": loops}, tmp_path / "other.pt")
    against = ["--loops", str(tmp_path / "other.pt")]
    straight = trained(work, "--steps", "15", "--rate", "0.01", *against)
    # The rate falls towards the last step, so the first half must know where that is.
    trained(work, "--steps", "15", "--rate", "0.01", "--minutes", "0", *against)
    resumed = trained(work, "--steps", "15", "--rate", "0.01", "--resume")
    assert resumed["step"] == straight["step"] == 15
    for name, value in straight["weights"].items():
        assert torch.equal(value, resumed["weights"][name]), name
        assert torch.equal(straight["average"][name], resumed["average"][name]), name


def test_a_run_goes_on_from_the_mean_with_another(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    states: list[dict[str, Any]] = []
    save = checkpoints.save

    def saved(content: dict[str, Any], path: Path) -> None:
        states.append(deepcopy(content))
        save(content, path)

    monkeypatch.setattr(checkpoints, "save", saved)
    trained(work, "--steps", "10", "--rate", "0.01")
    fifth, tenth = (state["weights"] for state in states if "weights" in state)
    met = trained(
        work, "--steps", "10", "--rate", "0.01", "--beside", str(work.path)
    )  # with itself, at its fifth
    for name, value in met["weights"].items():
        assert torch.allclose(value, (fifth[name] + tenth[name]) / 2, atol=1e-6), name


def test_another_run_is_met_when_it_has_come_further(work: Work, tmp_path: Path) -> None:
    state = trained(work, "--steps", "1")
    other = Work(Path(shutil.copytree(work.path, tmp_path / "other")))
    fellow = Fellow(other, work)
    shape = Shape.of(state["weights"], state["heads"])
    assert fellow.weights(shape) is None
    checkpoints.save(state, other.checkpoint)
    met = fellow.weights(shape)
    assert met is not None
    assert torch.equal(met["bias"], state["weights"]["bias"])
    assert fellow.weights(shape) is None
    checkpoints.save(state, other.checkpoint)
    with pytest.raises(PackageError, match="another shape"):
        fellow.weights(SHAPE)
    other.tokenizer.write_bytes(b"another")
    with pytest.raises(PackageError, match="another tokenizer"):
        Fellow(other, work)


def test_the_held_out_loss_falls(work: Work, capsys: pytest.CaptureFixture[str]) -> None:
    trained(work, "--steps", "20", "--rate", "0.01")
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("step")]
    losses = [float(line.split("held out ")[1].split()[0]) for line in lines]
    assert losses[-1] < losses[0]


def test_a_package_is_made_and_trained_on(work: Work, capsys: pytest.CaptureFixture[str]) -> None:
    trained(work, "--steps", "10", "--rate", "0.01")
    command("export")([str(work.path), "--version", "0.3"])
    path = work.path / "translate-en_ru.argosmodel"
    assert packages.verify(path) == []
    capsys.readouterr()
    found = []
    for start in (work.best, path):
        trained(work, "--steps", "1", "--rate", "1e-9", "--warm", str(start))
        found.append(float(capsys.readouterr().out.split("held out ")[1].split()[0]))
    assert found[1] == pytest.approx(found[0], abs=0.02)


def test_a_warm_start_with_fewer_layers_gets_more(work: Work, capsys: pytest.CaptureFixture[str]) -> None:
    trained(work, "--steps", "10", "--rate", "0.01")
    warm = ["--warm", str(work.best), "--steps", "1", "--rate", "1e-9"]
    capsys.readouterr()
    as_it_was, deeper = trained(work, *warm), trained(work, *warm, "--encoder", "3", "--decoder", "2")
    added = deeper["weights"].keys() - as_it_was["weights"].keys()
    assert {name[:5] for name in added} == {"enc.1", "enc.2", "dec.1"}
    found = [float(part.split()[0]) for part in capsys.readouterr().out.split("held out ")[1:]]
    assert found[1] == pytest.approx(found[0], abs=0.002)


def test_of_a_checkpoint_the_averaged_weights_are_taken(work: Work) -> None:
    from tools.starter.checkpoints import load_weights  # noqa: PLC0415 - needs PyTorch

    state = trained(work, "--steps", "5", "--rate", "0.01")
    weights, shape = load_weights(work.checkpoint)
    assert shape.width == 16
    assert all(torch.equal(weights[name], value) for name, value in state["average"].items())
    assert any(not torch.equal(weights[name], value) for name, value in state["weights"].items())


def test_the_mean_of_runs_is_exported(work: Work, tmp_path: Path) -> None:
    from tools.starter.checkpoints import mean, save_weights  # noqa: PLC0415 - needs PyTorch
    from tools.starter.shape import Shape  # noqa: PLC0415 - with it

    def saved(name: str, shape: Shape, value: float) -> Path:
        weights = {name: torch.full(size, value) for name, size in shape.parameters()}
        save_weights(weights, shape, tmp_path / name)
        return tmp_path / name

    shape = Shape(vocabulary=40, width=16, inner=24, heads=2, encoder=1, decoder=1)
    runs = [saved(f"{value}.pt", shape, float(value)) for value in (1, 2, 6)]
    weights, found = mean(runs)
    assert found == shape
    assert all(torch.all(value == 3.0) for value in weights.values())
    wider = saved("wider.pt", Shape(vocabulary=40, width=32, inner=24, heads=2, encoder=1, decoder=1), 1.0)
    with pytest.raises(PackageError, match="shape"):
        mean([*runs, wider])


def test_what_the_network_scores_ctranslate2_scores_too(work: Work, tmp_path: Path) -> None:
    from glossary.engine import ArgosEngine  # noqa: PLC0415 - needs the extra
    from tools.starter.checkpoints import load_weights  # noqa: PLC0415 - needs PyTorch
    from tools.starter.network import Transformer  # noqa: PLC0415 - needs PyTorch

    trained(work, "--steps", "10", "--rate", "0.01")
    command("export")([str(work.path), "--version", "0.3"])
    path = work.path / "translate-en_ru.argosmodel"
    from tools.starter.pieces import BEGIN, END, Pieces  # noqa: PLC0415 - with them

    source, target = Pieces(work.tokenizer).encode(["He met her.", "Он встретил её."])
    model = Transformer(*reversed(load_weights(path)))
    ours = torch.tensor([[*source, END]])
    states, _ = model(ours, torch.ones_like(ours, dtype=torch.bool), torch.tensor([[BEGIN, *target]]))
    scores = model.logits(states)[0].log_softmax(-1)
    mean = scores[range(len(target) + 1), [*target, END]].mean().item()
    engine = ArgosEngine(packages.read(path), threads=1)
    assert engine.score([("He met her.", "Он встретил её.")])[0] == pytest.approx(mean, abs=0.05)


def test_loops_are_found_and_the_model_is_trained_against_them(
    work: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tools.starter.checkpoints import load_weights  # noqa: PLC0415 - needs PyTorch
    from tools.starter.network import Transformer  # noqa: PLC0415 - needs PyTorch
    from tools.starter.training import unlikelihood  # noqa: PLC0415 - needs PyTorch

    state = trained(work, "--steps", "20", "--rate", "0.01")
    vocabulary = Pieces(work.tokenizer).vocabulary
    word = next(number for number, piece in enumerate(vocabulary) if piece.isalpha() and len(piece) > 4)
    for weights in (state["weights"], state["average"]):
        weights["bias"][word] += 9  # so that nothing else is likely
    torch.save(state, work.checkpoint)
    sentence = "He said that the talks in Moscow had been long, useful and frank."
    with gzip.open(tmp_path / "en-ru.tsv.gz", "wt", encoding="utf-8") as corpus:
        corpus.write(f"{sentence}\tОн сказал.\ttatoeba\tCC BY\n")
    capsys.readouterr()
    command("loops")([str(work.path), "--corpora", str(tmp_path)])
    assert capsys.readouterr().out.endswith("1 of 1 sentences loop\n")
    found = torch.load(work.checkpoint, weights_only=True)
    loops = [Loop(*loop) for loop in found["loops"]]
    assert [{loop.target[at] for at in loop.again} for loop in loops] == [{word}]

    def likely(state: dict[str, Any]) -> float:
        torch.save(state, work.checkpoint)
        trained(work, "--steps", "80", "--rate", "0.01", "--resume")  # one in four is against them
        model = Transformer(*reversed(load_weights(work.checkpoint)))
        return float(unlikelihood(model, loops, torch.device("cpu")))

    assert likely(found) < 0.7 * likely(found | {"loops": []})


def test_a_model_that_begins_anew_takes_the_loops_of_another(work: Work, tmp_path: Path) -> None:
    loops = [([5, 2], [1, 6, 6, 6, 2], [2, 3])]
    other = tmp_path / "other.pt"
    torch.save(trained(work, "--steps", "1") | {"loops": loops}, other)
    assert trained(work, "--steps", "5", "--loops", str(other))["loops"] == loops


@pytest.mark.parametrize("pieces", [None, 40], ids=["no loops", "another tokenizer"])
def test_loops_that_cannot_be_taken_are_named(work: Work, tmp_path: Path, pieces: int | None) -> None:
    other = tmp_path / "other.pt"
    found = {"loops": [], "average": {"emb.weight": torch.zeros(pieces, 16)}} if pieces else {"net": {}}
    torch.save(found, other)
    with pytest.raises(PackageError) as raised:
        trained(work, "--steps", "1", "--loops", str(other))
    assert raised.value.path == other
    with pytest.raises(SystemExit):
        trained(work, "--resume", "--loops", str(other))


def test_workers_draw_what_this_process_draws(work: Work) -> None:
    parts = [next(ahead(work, PARTS + 1, 600, workers)) for workers in (0, 1)]
    ours, theirs = (batches for _, batches in parts)
    assert len(ours) == len(theirs) > 1
    for one, other in zip(ours, theirs, strict=True):
        for name in Batch._fields:
            assert np.array_equal(getattr(one, name), getattr(other, name)), name
