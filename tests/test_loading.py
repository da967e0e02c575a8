"""Loading a model: the same for translation and verification."""

import zipfile
from pathlib import Path

import pytest

from glossary import packages
from glossary.engine import ArgosEngine
from glossary.errors import EngineError
from glossary.loading import load_model, load_problems
from glossary.packages import Package

pytestmark = pytest.mark.model


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """The Russian starter, as another program would have installed it."""
    starter = next(package for package in packages.starters() if package.target == "ru")
    zipfile.ZipFile(starter.path).extractall(tmp_path)
    return packages.read(tmp_path / starter.name)


def test_a_whole_package_has_no_problems(package: Package) -> None:
    assert load_problems(package) == []


def test_a_package_of_the_first_years_has_no_problems_either(package: Package) -> None:
    (package.path / "model" / "config.json").unlink()

    assert load_problems(package) == []
    assert ArgosEngine(package).translate(["Rain."])[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("model/model.bin", b""),
        ("model/model.bin", b"no model at all"),
        ("model/config.json", b"{"),
        ("model/shared_vocabulary.json", b"[1,"),
        ("sentencepiece.model", b""),
        ("sentencepiece.model", b"garbage"),
    ],
)
def test_what_translation_refuses_verification_reports(package: Package, name: str, data: bytes) -> None:
    (package.path / name).write_bytes(data)

    with pytest.raises(
        EngineError, match=r"^the package is damaged: its (model|tokenizer) cannot be loaded \["
    ):
        ArgosEngine(package)
    (problem,) = load_problems(package)
    assert problem.startswith("the package is damaged: its ")


def test_a_damaged_archive_is_explained(tmp_path: Path) -> None:
    starter = next(package for package in packages.starters() if package.target == "ru")
    data = bytearray(starter.path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path = tmp_path / starter.path.name
    path.write_bytes(data)
    package = Package(path, starter.name, "en", "ru", starter=True)

    with pytest.raises(EngineError, match="the package is damaged") as caught:
        load_model(package)
    assert caught.value.remedy == "dragoman models install en-ru"


def test_a_device_that_is_not_there_is_no_damage(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "device", lambda: "nowhere")

    with pytest.raises(EngineError, match="cannot be loaded on 'nowhere'") as caught:
        load_model(package)
    assert "ARGOS_DEVICE_TYPE=cpu" in str(caught.value.remedy)
