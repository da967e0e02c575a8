"""Packages: what they say of themselves, and weights that come back from int8."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glossary import packages
from glossary.errors import PackageError
from starter.samples import SHAPE, small_tokenizer, weights
from tools.starter import package, stored
from tools.starter.carried import VOCABULARY
from tools.starter.pieces import Pieces
from tools.starter.shape import Shape
from tools.starter.stored import read_model, read_package
from tools.starter.work import Recipe, Work

pytest.importorskip("ctranslate2")

RECIPE = Recipe("ru", 7, {"wire": "MIT", "tatoeba": "CC BY 2.0 FR", "elsewhere": "CC0"})


def exported(folder: Path, recipe: Recipe = RECIPE) -> tuple[Path, Shape]:
    tokenizer = small_tokenizer(folder / "sentencepiece.model")
    shape = replace(SHAPE, vocabulary=len(Pieces(tokenizer).vocabulary))
    path = folder / "translate-en_ru.argosmodel"
    package.write(path, weights(shape), shape, tokenizer, "0.3", recipe)
    return path, shape


def test_weights_come_back_within_the_error_of_int8(tmp_path: Path) -> None:
    path, shape = exported(tmp_path)
    back, found = read_package(path)
    assert found == shape
    for name, value in weights(shape).items():
        rows = value.reshape(-1, value.shape[-1])
        step = np.abs(rows).max(axis=1, keepdims=True) / 127
        bound = step * 0.51 if value.ndim == 2 else 1e-6
        assert (np.abs(back[name].reshape(rows.shape) - rows) <= bound).all(), name


def test_weights_that_came_back_are_exported_to_the_same_file(tmp_path: Path) -> None:
    path, shape = exported(tmp_path)
    again = tmp_path / "again.argosmodel"
    package.write(again, read_package(path)[0], shape, tmp_path / "sentencepiece.model", "0.3", RECIPE)
    first, second = (read_package(file)[0] for file in (path, again))
    assert all(np.allclose(first[name], second[name], rtol=1e-5) for name in first)


def test_the_package_is_whole_and_carries(tmp_path: Path) -> None:
    path, _ = exported(tmp_path)
    assert packages.verify(path) == []
    found = packages.read(path)
    assert (found.pair, found.version, found.carriers) == (("en", "ru"), "0.3", True)


def test_the_package_runs(tmp_path: Path) -> None:
    from glossary.engine import ArgosEngine  # noqa: PLC0415 - needs the extra

    engine = ArgosEngine(packages.read(exported(tmp_path)[0]), threads=1)
    assert engine.score([("He met her.", "Он встретил её.")])[0] < 0


def test_the_readme_names_every_source_with_its_licence(tmp_path: Path) -> None:
    path, _ = exported(tmp_path)
    with zipfile.ZipFile(path) as archive:
        text = archive.read("translate-en_ru/README.md").decode("utf-8")
    assert (
        "* everyday sentences of Tatoeba: CC BY 2.0 FR\n* the project's own newswire, invented: MIT\n" in text
    )
    assert "* elsewhere: CC0\n" in text
    assert "⟦1⟧⟦ins⟧" in text


@pytest.mark.parametrize("language", ["ru", "ur"])
def test_the_metadata_is_what_argos_reads(language: str) -> None:
    facts = package.metadata(language, "0.3")
    assert (facts["from_code"], facts["to_code"], facts["carriers"]) == ("en", language, 1)
    assert set(facts) > {"package_version", "argos_version", "from_name", "to_name"}


def test_a_package_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = exported(tmp_path)[0].read_bytes()
    files = set(tmp_path.iterdir())
    monkeypatch.setattr(package, "MOST_BYTES", 1000)
    with pytest.raises(PackageError, match="would take"):
        exported(tmp_path)
    assert (tmp_path / "translate-en_ru.argosmodel").read_bytes() == before
    assert set(tmp_path.iterdir()) == files


def test_the_same_weights_make_the_same_file(tmp_path: Path) -> None:
    first = exported(tmp_path)[0].read_bytes()
    assert exported(tmp_path)[0].read_bytes() == first


def test_symbols_are_whole_pieces(tmp_path: Path) -> None:
    pieces = Pieces(small_tokenizer(tmp_path / "sentencepiece.model"))
    assert set(VOCABULARY) <= set(pieces.vocabulary)
    (encoded,) = pieces.encode(["⟦Pm⟧⟦1⟧, 2323"])
    text = [pieces.vocabulary[i] for i in encoded]
    assert [p for p in text if "⟦" in p] == ["⟦Pm⟧", "⟦1⟧"]
    assert text[-4:] == list("2323")


@pytest.mark.parametrize("data", [b"", b"\x07\0\0\0rest", b"\x06\0\0\0\x05\0abcd"])
def test_another_format_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"model\.bin"):
        read_model(data)


def test_a_starter_that_is_shipped_can_be_trained_on() -> None:
    (path,) = (path for path in packages.starter_archives() if "en_ru" in path.name)
    found, shape = read_package(path)
    assert {name: value.shape for name, value in found.items()} == dict(shape.parameters())


def test_a_model_of_another_making_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = exported(tmp_path)
    monkeypatch.setattr(stored, "_names", lambda *_: [("decoder/gate/weight", ("gate",))])
    with pytest.raises(PackageError, match="none of this recipe"):
        read_package(path)


def test_the_recipe_comes_back_from_the_disk(tmp_path: Path) -> None:
    Work(tmp_path).save(RECIPE)
    assert Work(tmp_path).recipe() == RECIPE
