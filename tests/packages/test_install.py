"""Packages from files: installed whole or not at all, refused when hostile, and removed."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import tempfile
import time
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import packages
from glossary.errors import PackageError
from glossary.packages import archive, locate

from .argos import WEIGHTS, Home, contents, interrupt, without, zipped


def test_a_file_is_installed_as_it_is_with_its_checksums(home: Home) -> None:
    package = packages.install_file(home.file(zipped(contents(carriers=1), "translate-en_ru-1_9")))
    assert package == packages.find("en", "ru")[0]
    assert (package.carriers, package.version, package.starter) == (True, "1.9", False)
    for name, data in contents(carriers=1).items():
        assert (package.path / name).read_bytes() == data
    assert [path.name for path in home.packages.parent.iterdir()] == ["packages"]
    assert packages.verify(package.path) == []


@pytest.mark.skipif(
    not shutil.which("sha256sum"), reason="the tool that also reads the checksums is not here"
)
def test_sha256sum_accepts_the_checksums(home: Home) -> None:
    package = packages.install_file(home.file(zipped(contents())))
    command = ["sha256sum", "--strict", "--check", "SHA256SUMS"]
    assert (
        subprocess.run(command, cwd=package.path, check=True, capture_output=True).stdout.count(b": OK") == 5
    )


def test_changes_since_the_installation_are_found(home: Home) -> None:
    path = packages.install_file(home.file(zipped(contents()))).path
    (path / "added later").write_bytes(b"by Stanza")
    (path / "sentencepiece.model").write_bytes(b"other")
    (path / "stanza/en/tokenize/x.pt").unlink()
    assert packages.verify(path) == [
        "sentencepiece.model has changed since it was installed",
        "stanza/en/tokenize/x.pt has gone since it was installed",
    ]
    (path / "model" / "model.bin").write_bytes(b"")
    assert "model/model.bin is missing or empty" in packages.verify(path)


@pytest.mark.parametrize(
    "rename",
    [
        {"sentencepiece.model": "bpe.model"},
        {"model/shared_vocabulary.txt": "model/shared_vocabulary.json"},
        {
            "model/shared_vocabulary.txt": "model/source_vocabulary.txt",
            "extra": "model/target_vocabulary.txt",
        },
    ],
)
def test_older_and_newer_layouts_are_known(home: Home, rename: dict[str, str]) -> None:
    files = {rename.get(name, name): data for name, data in {**contents(), "extra": b"x"}.items()}
    assert packages.verify(packages.install_file(home.file(zipped(files))).path) == []


def member(name: str, mode: int = 0) -> bytes:
    """A sound package with one more member, not inside its folder unless the name says so."""
    buffer = io.BytesIO(zipped(contents()))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as out:
        warnings.simplefilter("ignore")  # zipfile warns of a name that is there twice
        info = zipfile.ZipInfo("placeholder")
        info.filename = info.orig_filename = name
        info.external_attr = mode << 16
        out.writestr(info, "/etc/passwd")
    return buffer.getvalue()


HOSTILE = {
    "parent": member("../evil"),
    "parent inside": member("translate-en_ru/../../evil"),
    "absolute": member("/evil"),
    "drive": member("translate-en_ru/C:evil"),
    "backslash": member("translate-en_ru\\..\\..\\evil"),
    "dot": member("translate-en_ru/./evil"),
    "empty part": member("translate-en_ru//evil"),
    "symlink": member("translate-en_ru/link", stat.S_IFLNK | 0o777),
    "fifo": member("translate-en_ru/pipe", stat.S_IFIFO | 0o600),
    "twice": member("translate-en_ru/sentencepiece.model"),
    "twice where case is not told apart": member("translate-en_ru/SENTENCEPIECE.model"),
    "two folders": member("other/file"),
    "file at the top": member("README.md"),
    "hidden folder": zipped(contents(), ".ssh"),
    "this folder": zipped(contents(), "."),
    "bomb": zipped({**contents(), "zeros": bytes(5_000_000)}),
    "no metadata": zipped(without("metadata.json")),
    "no model": zipped(without("model/model.bin")),
    "empty model": zipped({**contents(), "model/model.bin": b""}),
    "no tokenizer": zipped(without("sentencepiece.model")),
    "no vocabulary": zipped(without("model/shared_vocabulary.txt")),
    "no codes": zipped({**contents(), "metadata.json": b"{}"}),
    "cut short": zipped(contents())[:-30],
    "no zip": b"<html>Not found</html>",
    "empty": b"",
    "empty zip": zipped({}),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_bad_archive_is_refused_and_changes_nothing(home: Home, data: bytes) -> None:
    home.lay("translate-en_ru", contents(version="1.0"))
    packages.installed()
    before = home.snapshot()
    with pytest.raises(PackageError) as caught:
        packages.install_file(home.file(data))
    assert "cannot change the installed packages" not in caught.value.message
    assert home.snapshot() == before
    assert not list(home.root.rglob("evil"))


def test_an_archive_over_the_bound_is_refused(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 4000)
    with pytest.raises(PackageError, match="GiB"):
        packages.install_file(home.file(zipped(contents())))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 255)), min_size=1, max_size=8))
def test_any_damage_to_an_archive_is_an_explained_error(flips: list[tuple[int, int]]) -> None:
    data = bytearray(zipped({**contents(), "model/model.bin": WEIGHTS[:500]}))
    for position, value in flips:
        data[position % len(data)] = value
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.argosmodel")
        path.write_bytes(data)
        try:
            unpacked = archive.unpack(path, Path(folder, "unpacked"))
        except (PackageError, OSError):  # an OSError is explained by the installation around it
            assert packages.verify(path) is not None
        else:
            assert unpacked.parent == Path(folder, "unpacked")


def test_installing_again_replaces_the_package(home: Home) -> None:
    packages.install_file(home.file(zipped({**contents(), "old only": b"x"})))
    packages.install_file(home.file(zipped(contents(version="2.0"))))
    [package] = packages.installed()
    assert package.version == "2.0"
    assert not (package.path / "old only").exists()
    assert [path.name for path in home.packages.parent.iterdir()] == ["packages"]


@pytest.mark.parametrize("failure", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_a_swap_that_fails_brings_the_old_package_back(
    home: Home, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    packages.install_file(home.file(zipped(contents())))
    before = home.snapshot()
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.parent.name == "unpacked":
            raise failure
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((PackageError, KeyboardInterrupt)):
        packages.install_file(home.file(zipped(contents(version="2.0"))))
    assert home.snapshot() == before


def test_an_interrupted_installation_leaves_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    packages.installed()
    before = home.snapshot()
    monkeypatch.setattr(shutil, "copyfileobj", lambda *args: interrupt(0, 0))
    with pytest.raises(KeyboardInterrupt):
        packages.install_file(home.file(zipped(contents())))
    assert home.snapshot() == before


def test_what_a_killed_installation_left_goes_away_after_a_day(home: Home) -> None:
    old, new = (home.packages.parent / name for name in (".staging-old", ".staging-new"))
    for folder in (old, new):
        (folder / "unpacked").mkdir(parents=True)
    yesterday = time.time() - 25 * 60 * 60
    os.utime(old, (yesterday, yesterday))
    packages.install_file(home.file(zipped(contents())))
    assert not old.exists()
    assert new.exists()


def test_a_folder_is_no_file(home: Home) -> None:
    with pytest.raises(PackageError, match="it is a folder") as caught:
        packages.install_file(home.root)
    assert "NAME such as en-ru" in str(caught.value.remedy)


def test_a_file_that_is_not_there_is_named(home: Home) -> None:
    with pytest.raises(PackageError, match="no such file") as caught:
        packages.install_file(home.root / "x.argosmodel")
    assert caught.value.path == home.root / "x.argosmodel"


@pytest.mark.parametrize("name", ["en-ru", "translate-en_ru", "en_ru", "en-ru-1.9"])
def test_a_package_is_removed_by_any_of_its_names(home: Home, name: str) -> None:
    home.lay("translate-en_ru", contents())
    other = home.lay("translate-en_ur", contents("en", "ur"))
    assert packages.remove(name) == home.packages / "translate-en_ru"
    assert packages.folders() == [other]
    assert [path.name for path in home.packages.parent.iterdir()] == ["packages"]


def test_a_damaged_package_can_be_removed(home: Home) -> None:
    home.lay("translate-en_ru", {"model/model.bin": b"x"})
    packages.remove("en-ru")
    assert packages.folders() == []


def test_of_several_one_must_be_named(home: Home) -> None:
    home.lay("translate-en_ru-1_0", contents(version="1.0"))
    home.lay("translate-en_ru-1_9", contents())
    with pytest.raises(PackageError, match="may be translate-en_ru-1_0, translate-en_ru-1_9"):
        packages.remove("en-ru")
    packages.remove("en-ru-1.0")
    assert [each.version for each in packages.installed()] == ["1.9"]


def test_a_linked_package_loses_its_link_alone(home: Home) -> None:
    shutil.move(home.lay("x", contents()), home.root / "elsewhere")
    (home.packages / "x").symlink_to(home.root / "elsewhere")
    packages.remove("en-ru")
    assert packages.folders() == []
    assert (home.root / "elsewhere" / "metadata.json").exists()


@pytest.mark.parametrize("name", ["en-de", "../packages", "", "."])
def test_nothing_else_is_removed(home: Home, name: str) -> None:
    locate.STARTERS.mkdir()
    (locate.STARTERS / "translate-en_ur.argosmodel").write_bytes(
        zipped(contents("en", "ur"), "translate-en_ur")
    )
    home.lay("translate-en_ru", contents())
    for wanted in (name, "en-ur"):
        with pytest.raises(PackageError, match="there is no package"):
            packages.remove(wanted)
    assert len(packages.installed()) == 1
    assert packages.find("en", "ur")[0].path.exists()
