"""Argos archives (`.argosmodel`: a zip of one folder), and how to unpack one that may be hostile."""

from __future__ import annotations

import os
import re
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.errors import PackageError

MAX_BYTES = 4 << 30  # the largest Argos packages unpack to about 1 GiB
MAX_RATIO = 100  # weights shrink to a half at best; deflate alone can reach 1:1032
_FOLDER = re.compile(r"\w[\w.+-]*")
_FORBIDDEN = re.compile(r"[\\:\x00-\x1f]")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what Argos uses; others raise errors of their own
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What reading a damaged archive can raise, beside the OSErrors of the disk."""


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Yield the archive at `path`; damage found then or later raises PackageError, the disk OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            if any(member.compress_type not in _METHODS for member in archive.infolist()):
                raise zipfile.BadZipFile("only stored and deflated files are read")
            yield archive
    except DAMAGE as error:
        raise PackageError(
            f"the file is damaged, or no Argos package [{error}]", path=path, remedy="fetch it again"
        ) from error


def top_folder(archive: zipfile.ZipFile) -> str:
    """Return the name of the one folder that holds everything in the archive; raises PackageError."""
    tops = {name.partition("/")[0] for name in archive.namelist()}
    if len(tops) != 1 or not _FOLDER.fullmatch(top := tops.pop()):
        raise PackageError("the archive does not hold exactly one folder", path=archive.filename)
    return top


def unpack(path: Path, folder: Path) -> Path:
    """Unpack the archive at `path` into `folder` and return the package's own folder there.

    Nothing is written where the archive is refused as a whole (PackageError). Raises OSError for the disk.
    """
    with opened(path) as archive:
        top = top_folder(archive)
        if objection := _objection(archive, path.stat().st_size):
            raise PackageError(
                f"refused to unpack: {objection}", path=path, remedy="fetch it from its publisher"
            )
        for member in archive.infolist():
            if not member.is_dir():
                _write(archive, member, folder / member.filename)
    return folder / top


def _objection(archive: zipfile.ZipFile, size: int) -> str | None:
    """Return why the archive must not be unpacked, or None.

    Declared sizes can be trusted as bounds: zipfile never reads a member beyond its own.
    """
    members = archive.infolist()
    for member in members:
        if not _inside(member.orig_filename):
            return f"{member.orig_filename!r} leads out of the package"
        if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            return f"{member.filename!r} is a link or a device"
    if len({member.filename.casefold() for member in members}) < len(members):
        return "two of its files have the same name"
    total = sum(member.file_size for member in members)
    if total > MAX_BYTES:
        return f"it would take {total / 2**30:.1f} GiB, more than {MAX_BYTES >> 30}"
    if total > MAX_RATIO * size:
        return f"it would grow {total // size} times, as only a decompression bomb does"
    return None


def _inside(name: str) -> bool:
    """Tell whether a member's name is relative and plain on every platform."""
    parts = name.removesuffix("/").split("/")
    return not _FORBIDDEN.search(name) and not any(part in ("", ".", "..") for part in parts)


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Write one member to the disk for good."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, target.open("xb") as out:
        shutil.copyfileobj(source, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())
