"""Argos packages: where they are, and which lead from one language to another."""

from __future__ import annotations

import shutil
import sys

import pytest

from glossary import packages
from glossary.errors import PackageError
from glossary.packages import locate

from .argos import Home, contents, without, zipped

STARTERS = locate.STARTERS


def test_the_starters_are_whole_and_can_be_read_from_their_archives(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locate, "STARTERS", STARTERS)
    for target in ("ru", "ur"):
        [package] = packages.find("en", target)
        assert (package.starter, package.carriers, package.name) == (True, True, f"translate-en_{target}")
        assert package.root.joinpath("model", "model.bin").exists()
        assert package.root.joinpath("sentencepiece.model").read_bytes()
        assert packages.verify(package.path) == []
        assert package == packages.read(package.path)


def test_an_installed_package_goes_before_a_starter_and_the_highest_version_before_others(home: Home) -> None:
    locate.STARTERS.mkdir()
    (locate.STARTERS / "translate-en_ru.argosmodel").write_bytes(zipped(contents(version="9.0")))
    assert packages.find("en", "ru")[0].starter
    home.lay("translate-en_ru-1_9", contents(version="1.9"))
    home.lay("translate-en_ru-1_10", contents(version="1.10", target_prefix=">>rus<<"))
    [package] = packages.find("en", "ru")
    assert package == packages.Package(
        path=home.packages / "translate-en_ru-1_10",
        name="translate-en_ru-1_10",
        source="en",
        target="ru",
        version="1.10",
        target_prefix=">>rus<<",
    )
    assert package.root == package.path


def test_a_pivot_goes_through_english_where_it_can(home: Home) -> None:
    for source, target in (("ur", "ar"), ("ar", "ru")):
        home.lay(f"translate-{source}_{target}", contents(source, target))
    assert [each.pair for each in packages.find("ur", "ru")] == [("ur", "ar"), ("ar", "ru")]
    for source, target in (("ur", "en"), ("en", "ru")):
        home.lay(f"translate-{source}_{target}", contents(source, target))
    assert [each.pair for each in packages.find("ur", "ru")] == [("ur", "en"), ("en", "ru")]
    home.lay("direct", contents("ur", "ru"))
    assert [each.pair for each in packages.find("ur", "ru")] == [("ur", "ru")]


def test_a_missing_package_is_named_with_its_remedy(home: Home) -> None:
    with pytest.raises(PackageError, match="en-ru missing") as caught:
        packages.find("en", "ru")
    assert caught.value.remedy == "dragoman models install en-ru"
    home.lay("translate-ur_en", contents("ur", "en"))
    with pytest.raises(PackageError, match="ur to ru: en-ru missing"):
        packages.find("ur", "ru")
    with pytest.raises(PackageError) as caught:
        packages.find("ar", "ru")
    assert caught.value.remedy == "dragoman models install ar-en en-ru"


@pytest.mark.parametrize("folder", ["translate-en_ru", "en_ru", "translate-en_ru-1_9"])
@pytest.mark.parametrize("metadata", [None, b'{"from_code": "en", "to_', b"[]", b"{}"])
def test_a_damaged_package_of_the_pair_is_not_passed_over_for_a_starter(
    home: Home, folder: str, metadata: bytes | None
) -> None:
    locate.STARTERS.mkdir()
    (locate.STARTERS / "translate-en_ru.argosmodel").write_bytes(zipped(contents()))
    home.lay("translate-ur_en", contents("ur", "en"))
    path = home.lay(folder, without("metadata.json") | ({"metadata.json": metadata} if metadata else {}))
    for source in ("en", "ur"):
        with pytest.raises(PackageError, match="the package is damaged: metadata") as caught:
            packages.find(source, "ru")
        assert caught.value.path == path
        assert caught.value.remedy == (f"dragoman models remove {folder}, then dragoman models install en-ru")
    assert packages.find("ur", "en")
    packages.remove(folder)
    assert packages.find("en", "ru")[0].starter


@pytest.mark.parametrize("folder", ["translate-en_rue", "translate-en_ru-x", "sbd-en_ru", "half"])
def test_damaged_packages_of_other_pairs_are_passed_over(home: Home, folder: str) -> None:
    home.lay("translate-en_ru-1_9", contents())
    home.lay(folder, {"metadata.json": b"{"})
    assert packages.find("en", "ru")[0].name == "translate-en_ru-1_9"


def test_the_exact_name_of_a_folder_is_its_own(home: Home) -> None:
    paths = [home.lay(name, contents()) for name in ("translate-en_ru", "translate-en_ru-1_9")]
    assert packages.named("translate-en_ru", paths) == paths[:1]
    assert packages.named("en-ru", paths) == paths


@pytest.mark.parametrize(
    ("metadata", "problem"),
    [
        (b"{", "metadata.json cannot be read"),
        (b"[]", "metadata.json cannot be read [it holds no object]"),
        (b'{"from_code": "en"}', "metadata.json names no to_code"),
        (b'{"from_code": "en", "to_code": "../ru"}', "to_code is no language code"),
        (b"\xff\xfe\xff", "metadata.json cannot be read"),
        (b"[" * 100_000, "metadata.json cannot be read"),
    ],
)
def test_a_damaged_package_is_passed_over_but_reported(home: Home, metadata: bytes, problem: str) -> None:
    path = home.lay("translate-en_ru", {**contents(), "metadata.json": metadata})
    assert packages.installed() == []
    assert packages.folders() == [path]
    [reported] = packages.verify(path)
    assert problem in reported


def test_a_home_that_cannot_be_written_has_no_packages(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home.file(b"", "a file, where a folder should be")))
    assert packages.installed() == []
    with pytest.raises(PackageError, match="cannot change the installed packages") as caught:
        packages.install_file(home.file(zipped(contents())))
    assert "ARGOS_PACKAGES_DIR" in str(caught.value.remedy)


def test_a_packages_folder_that_has_gone_is_empty(home: Home) -> None:
    assert packages.installed() == []
    shutil.rmtree(home.packages)
    assert packages.installed() == []
    packages.install_file(home.file(zipped(contents())))
    assert [each.name for each in packages.installed()] == ["translate-en_ru"]


@pytest.mark.parametrize(
    "module", ["argostranslate", "ctranslate2", "sentencepiece", "sentencex", "sacremoses"]
)
def test_what_is_missing_of_the_extra_is_named(
    home: Home, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    home.lay("translate-en_ru", contents())
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PackageError) as caught:
        packages.find("en", "ru")
    assert caught.value.message == f"translation needs what is not installed: {module}"
    assert caught.value.remedy == 'pip install "dragoman[translate]"'


@pytest.mark.filterwarnings("ignore::EncodingWarning")  # Argos opens its file without naming an encoding
def test_broken_settings_are_explained_and_leave_stdout_alone(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = home.root / "config" / "argos-translate"
    config.mkdir(parents=True)
    (config / "settings.json").write_text("{", encoding="utf-8")
    monkeypatch.setenv("ARGOS_BATCH_SIZE", "many")
    with pytest.raises(PackageError, match="settings of Argos Translate are not valid"):
        packages.installed()
    assert capsys.readouterr().out == ""


def test_the_slow_half_of_argos_is_never_imported(home: Home) -> None:
    packages.install_file(home.file(zipped(contents())))
    assert packages.remove("en-ru").name == "translate-en_ru"
    assert "argostranslate.settings" in sys.modules
    assert "argostranslate.translate" not in sys.modules
