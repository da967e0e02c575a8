"""Where Argos packages are, and the route that leads from one language to another."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Collection, Iterable
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from glossary.errors import PackageError
from glossary.packages.archive import opened, top_folder

STARTERS = Path(__file__).parent.parent / "starters"
SUFFIX = ".argosmodel"
CODE = re.compile(r"\w[\w-]*")
"""A language code as Argos writes it: `en`, `pt-BR`."""

_EXTRA = ("argostranslate", "ctranslate2", "sentencepiece", "sentencex", "sacremoses")
"""What the `translate` extra brings; all of it is needed somewhere on the way to a translation."""


@dataclass(frozen=True, slots=True)
class Package:
    """An Argos package on this machine.

    `path` is its folder or, for a starter, its archive; `name` is the folder's name (`translate-en_ru`).
    `carriers` tells whether the model was trained to carry terms; `target_prefix` is the token that a model
    for several target languages wants first, or an empty string.
    """

    path: Path
    name: str
    source: str
    target: str
    version: str = ""
    carriers: bool = False
    target_prefix: str = ""
    starter: bool = False

    @property
    def root(self) -> Path | zipfile.Path:
        """The folder to read `model/` and the tokenizer from; an archive is opened anew at each call."""
        return zipfile.Path(self.path, f"{self.name}/") if self.starter else self.path

    @property
    def pair(self) -> tuple[str, str]:
        """(source, target)."""
        return self.source, self.target

    @property
    def rank(self) -> tuple[bool, list[int]]:
        """What orders packages of one pair: a starter first, then by version; the last is the one to use."""
        return not self.starter, [int(number) for number in re.findall(r"\d+", self.version)]


def require_extra(modules: Iterable[str] = _EXTRA) -> None:
    """Return where the modules of the `translate` extra are there, without importing them.

    Raises PackageError that names those that are not.
    """
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise PackageError(
            f"translation needs what is not installed: {', '.join(missing)}",
            remedy='pip install "dragoman[translate]"',
        )


def argos_settings() -> ModuleType:
    """Return `argostranslate.settings`, which makes its folders when it is first imported.

    Raises PackageError without the `translate` extra and for settings that are not valid, OSError where the
    folders cannot be made. Nothing else of argostranslate is imported: its translate module costs seconds.
    """
    require_extra(["argostranslate"])
    try:
        with redirect_stdout(sys.stderr):  # it prints its complaints, and stdout is for translations
            from argostranslate import settings  # noqa: PLC0415 - optional
    except (ValueError, KeyError, AssertionError) as error:
        raise PackageError(
            f"the settings of Argos Translate are not valid [{error!r}]",
            remedy="correct the ARGOS_… variables and settings.json of argos-translate",
        ) from error
    assert isinstance(settings, ModuleType)
    return settings


def device() -> str:
    """Return where models are to run: `cpu`, or what argostranslate is set to."""
    try:
        return str(argos_settings().device)
    except OSError:
        return "cpu"


def folders() -> list[Path]:
    """Return every folder in Argos's package folders, damaged packages included.

    None where Argos cannot make its folders (a read-only home). Raises PackageError for an unreadable one.
    """
    try:
        directories = argos_settings().package_dirs
    except OSError:
        return []
    return [path for directory in directories for path in _subfolders(Path(directory))]


def _subfolders(directory: Path) -> list[Path]:
    try:
        return sorted(path for path in directory.iterdir() if path.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise PackageError(f"cannot list the packages: {error.strerror}", path=directory) from error


def starter_archives() -> list[Path]:
    """Return the archives that are shipped with Dragoman."""
    return sorted(STARTERS.glob(f"*{SUFFIX}"))


def read(path: Path) -> Package:
    """Return the package in a folder or an archive; raises PackageError where its metadata cannot be read."""
    try:
        package = _read_folder(path) if path.is_dir() else _read_archive(path)
    except KeyError as error:
        raise _damaged(f"metadata.json names no {error.args[0]}", path) from error
    except FileNotFoundError as error:
        raise _damaged("metadata.json is missing", path) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(f"metadata.json cannot be read [{error}]", path) from error
    return package


def _damaged(what: str, path: Path) -> PackageError:
    return PackageError(f"the package is damaged: {what}", path=path)


def _read_folder(path: Path) -> Package:
    return _package(path, path.name, path.joinpath("metadata.json").read_bytes(), starter=False)


def _read_archive(path: Path) -> Package:
    with opened(path) as archive:
        name = top_folder(archive)
        if f"{name}/metadata.json" not in archive.namelist():
            raise FileNotFoundError(path)
        metadata = archive.read(f"{name}/metadata.json")
    return _package(path, name, metadata, starter=True)


def _package(path: Path, name: str, metadata: bytes, *, starter: bool) -> Package:
    facts = json.loads(metadata)
    if not isinstance(facts, dict):
        raise ValueError("it holds no object")
    for key in ("from_code", "to_code"):
        if not CODE.fullmatch(str(facts[key] or "")):
            raise ValueError(f"{key} is no language code")
    return Package(
        path=path,
        name=name,
        source=str(facts["from_code"]),
        target=str(facts["to_code"]),
        version=str(facts.get("package_version", "")),
        carriers=facts.get("carriers") == 1,
        target_prefix=str(facts.get("target_prefix", "")),
        starter=starter,
    )


def _readable(paths: Iterable[Path]) -> list[Package]:
    """Return the packages among `paths` whose metadata can be read; `verify` explains the others."""
    packages = []
    for path in paths:
        try:
            packages.append(read(path))
        except PackageError:
            continue
    return packages


def installed() -> list[Package]:
    """Return the installed packages, without the damaged ones; raises PackageError without the extra."""
    return _readable(folders())


def starters() -> list[Package]:
    """Return the small packages that are shipped with Dragoman."""
    return _readable(starter_archives())


def find(source: str, target: str) -> list[Package]:
    """Return the packages to go through: one for the pair itself, else two with a language between them.

    An installed package goes before a starter, of several the highest version, and English before any other
    language between. Raises PackageError without the extra, for a damaged package on the way (a starter in
    its place would translate worse and say nothing), and where one is missing.
    """
    require_extra()
    packages = {
        package.pair: package for package in sorted(starters() + installed(), key=lambda each: each.rank)
    }
    legs = _legs(packages, source, target)
    for pair in dict.fromkeys([(source, target), *legs]):
        _refuse_damaged(*pair)
    missing = ["-".join(pair) for pair in legs if pair not in packages]
    if missing:
        raise PackageError(
            f"no package translates {source} to {target}: {' and '.join(missing)} missing",
            remedy=f"dragoman models install {' '.join(missing)}",
        )
    return [packages[pair] for pair in legs]


def _legs(pairs: Collection[tuple[str, str]], source: str, target: str) -> list[tuple[str, str]]:
    """Return the pairs to go through, whether there are packages for them or not."""
    if (source, target) in pairs:
        return [(source, target)]
    middles = [middle for start, middle in pairs if start == source and (middle, target) in pairs]
    if not middles and "en" in (source, target):
        return [(source, target)]
    middle = min(middles, key=lambda code: (code != "en", code), default="en")
    return [(source, middle), (middle, target)]


def _refuse_damaged(source: str, target: str) -> None:
    """Raise PackageError for an installed package that cannot be read and is named like one of the pair."""
    like = re.compile(rf"{re.escape(spelling(f'{source}-{target}'))}(-\d+)*")
    for path in folders():
        if like.fullmatch(spelling(path.name)):
            try:
                read(path)
            except PackageError as error:
                error.remedy = renewal(Package(path, path.name, source, target))
                raise


def renewal(package: Package) -> str:
    """Return the commands that replace a damaged package, as a remedy."""
    install = f"dragoman models install {package.source}-{package.target}"
    return install if package.starter else f"dragoman models remove {package.name}, then {install}"


def spelling(name: str) -> str:
    """Return the one spelling of a package's name: `en-ru-1-9` for `translate-en_ru-1.9`."""
    return re.sub(r"[_.]", "-", name.lower()).removeprefix("translate-")


def named(name: str, paths: Iterable[Path]) -> list[Path]:
    """Return those of the paths whose package answers to `name`: a folder's name, `en-ru` or `en-ru-1.9`.

    A damaged package answers to its folder's name alone, and a folder's exact name to no other. Raises
    PackageError where none does.
    """
    paths = list(paths)
    chosen = [path for path in paths if path.name == name]
    chosen = chosen or [path for path in paths if spelling(name) in _names(path)]
    if not chosen:
        raise PackageError(f"there is no package {name!r}", remedy="see `dragoman models list`")
    return chosen


def _names(path: Path) -> set[str]:
    names = {path.name.removesuffix(SUFFIX)}
    for package in _readable([path]):
        pair = f"{package.source}-{package.target}"
        names |= {package.name, pair, f"{pair}-{package.version}"}
    return {spelling(name) for name in names}
