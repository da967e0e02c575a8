"""Packages come and go: downloaded, checked, unpacked aside and moved into place in one step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import PackageError
from .archive import unpack
from .download import FAILURES, Progress, discard, download, reason
from .index import Offer, offer
from .integrity import record_sums, sha256, verify
from .locate import Package, argos_settings, folders, installed, named, read


def install_named(name: str, progress: Progress | None = None) -> Package:
    """Return the package that the index has under `name`, downloaded and installed.

    One that is installed already in that version, and whole, is left as it is. Raises PackageError; a
    download that broke off, or was interrupted, goes on the next time.
    """
    chosen = offer(name)
    for package in installed():
        if (package.pair, package.version) == (chosen.pair, chosen.version) and not verify(package.path):
            return package
    with _staging() as staging:
        part = Path(argos_settings().downloads_dir) / f"{chosen.file}.part"
        part.parent.mkdir(parents=True, exist_ok=True)
        _fetch(chosen, part, progress)
        try:
            return _install(part, staging, chosen.pair)
        finally:
            discard(part)


def install_file(path: Path) -> Package:
    """Return the package in the archive at `path`, installed; raises PackageError."""
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
        with TemporaryDirectory(prefix=".staging-", dir=home.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise PackageError(
            f"cannot change the installed packages: {error.strerror or error}",
            path=error.filename,
            remedy="check permissions and free space, or set ARGOS_PACKAGES_DIR to another folder",
        ) from error


def _fetch(chosen: Offer, part: Path, progress: Progress | None) -> None:
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
    where = chosen.links[0] if chosen.links else chosen.file
    raise PackageError(
        f"cannot download {chosen.file}: {'; '.join(reasons) or 'the index gives no http link'}",
        remedy=f"fetch {where} by other means, then: dragoman models install FILE",
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
        raise PackageError(f"not a usable Argos package: {'; '.join(problems)}", path=path)
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
