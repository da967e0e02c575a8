"""Packages come and go: downloaded, checked, unpacked aside and moved into place in one step."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.errors import PackageError
from glossary.packages.archive import unpack
from glossary.packages.download import FAILURES, Progress, discard, download, reason
from glossary.packages.index import Offer, offer
from glossary.packages.integrity import record_sums, sha256, verify
from glossary.packages.locate import Package, argos_settings, folders, installed, named, read

_STAGING = ".staging-"
_STALE = 24 * 60 * 60.0  # seconds


def install_named(name: str, progress: Progress | None = None) -> Package:
    """Return the package that the index has under `name`, downloaded and installed.

    One that is installed already in that version, and whole, is left as it is. Raises PackageError; a
    download that broke off, or was interrupted, goes on the next time, and a complete one stays until it is
    installed or found to be bad.
    """
    chosen = offer(name)
    for package in installed():
        if (package.pair, package.version) == (chosen.pair, chosen.version) and not verify(package.path):
            return package
    with _staging() as staging:
        file = _fetch(chosen, progress)
        try:
            package = _install(file, staging, chosen.pair)
        except PackageError:  # the file's own fault; a full disk is an OSError here
            file.unlink()
            raise
        file.unlink()
        return package


def install_file(path: Path) -> Package:
    """Return the package in the archive at `path`, installed; raises PackageError."""
    if path.is_dir():
        raise PackageError(
            "it is a folder", path=path, remedy="give the .argosmodel FILE in it, or a NAME such as en-ru"
        )
    if not path.is_file():
        raise PackageError("there is no such file", path=path)
    with _staging() as staging:
        return _install(path, staging, None)


def remove(name: str) -> Path:
    """Remove an installed package, damaged or not, and return the folder that it was in.

    Raises PackageError where none has that name or several have; starters are not installed and stay.
    """
    chosen = named(name, folders())
    if len(chosen) > 1:
        names = ", ".join(path.name for path in chosen)
        raise PackageError(f"{name!r} may be {names}", remedy="give one of these names")
    with _staging() as staging:
        chosen[0].replace(staging / "removed")
    return chosen[0]


@contextmanager
def _staging() -> Iterator[Path]:
    """Yield a folder on the disk of the packages folder, but outside it; it goes away whatever happens.

    Outside, because Argos takes every folder inside for a package and fails on one that is half there.
    An OSError in the body becomes a PackageError.
    """
    try:
        home = Path(argos_settings().package_data_dir).resolve()
        home.mkdir(parents=True, exist_ok=True)
        if home.stat().st_dev != home.parent.stat().st_dev:
            raise PackageError(
                "the packages folder is a mount point, so that nothing can be moved into it in one step",
                path=home,
                remedy="set ARGOS_PACKAGES_DIR to a folder inside it",
            )
        _clear(home.parent)
        with TemporaryDirectory(prefix=_STAGING, dir=home.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise PackageError(
            f"cannot change the installed packages: {error.strerror or error}",
            path=error.filename,
            remedy="check permissions and free space, or set ARGOS_PACKAGES_DIR to another folder",
        ) from error


def _clear(home: Path) -> None:
    """Remove the staging folders that killed processes left more than a day ago."""
    for folder in home.glob(f"{_STAGING}*"):
        with suppress(FileNotFoundError):  # another process clears too
            if time.time() - folder.stat().st_mtime > _STALE:
                shutil.rmtree(folder, ignore_errors=True)


def _fetch(chosen: Offer, progress: Progress | None) -> Path:
    """Return the downloaded file, from an earlier time or from the first link that gives the right one.

    Raises PackageError, and OSError for the disk.
    """
    file = Path(argos_settings().downloads_dir) / chosen.file
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.is_file() or _mismatch(chosen, file):
        part = file.with_name(f"{file.name}.part")
        _download(chosen, part, progress)
        part.replace(file)
        discard(part)
    return file


def _download(chosen: Offer, part: Path, progress: Progress | None) -> None:
    """Download from the first link that gives the whole and right file; raises PackageError."""
    reasons = []
    for link in chosen.links:
        try:
            download(link, part, progress)
        except FAILURES as error:
            reasons.append(f"{link}: {reason(error)}")
            continue
        if not (mismatch := _mismatch(chosen, part)):
            return
        discard(part)
        reasons.append(f"{link}: {mismatch}")
    raise PackageError(
        f"cannot download {chosen.file}: {'; '.join(reasons) or 'the index gives no http link'}",
        remedy=chosen.by_hand,
    )


def _mismatch(chosen: Offer, part: Path) -> str | None:
    """Return how a download differs from what the index says of it, or None."""
    size = part.stat().st_size
    if chosen.size is not None and size != chosen.size:
        return f"it has {size} bytes instead of {chosen.size}"
    if chosen.sha256 is not None and (digest := sha256(part)) != chosen.sha256:
        return f"its SHA-256 is {digest} instead of {chosen.sha256}"
    return None


def _install(path: Path, staging: Path, pair: tuple[str, str] | None) -> Package:
    """Unpack and check an archive in `staging` and move it into place; `pair` is what it must translate."""
    folder = unpack(path, staging / "unpacked")
    if problems := verify(folder):
        raise PackageError("; ".join(problems), path=path, remedy="fetch it from its publisher again")
    package = read(folder)
    if pair not in (None, package.pair):
        raise PackageError(f"it translates {'-'.join(package.pair)}, not {'-'.join(pair or ())}", path=path)
    record_sums(folder)
    place = Path(argos_settings().package_data_dir) / folder.name
    _swap(folder, place, staging / "replaced")
    return read(place)


def _swap(new: Path, place: Path, aside: Path) -> None:
    """Move `new` to `place`; what was there goes `aside`, and comes back where the move fails."""
    try:
        with suppress(FileNotFoundError):
            place.replace(aside)
        new.replace(place)
    except BaseException:
        if os.path.lexists(aside) and not os.path.lexists(place):
            aside.replace(place)
        raise
