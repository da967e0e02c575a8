"""What is wrong with a package on the disk: its layout, and its files since they were installed."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from glossary.errors import PackageError
from glossary.packages.archive import opened
from glossary.packages.locate import read

SUMS = "SHA256SUMS"
"""The file in an installed package with the SHA-256 of all others, as `sha256sum --check` reads it."""


def verify(path: Path) -> list[str]:
    """Return what is wrong with the package in a folder or an archive; an empty list means it is whole."""
    try:
        root = read(path).root
        if path.is_dir():
            return [*_layout(root), *_changes(path)]
        return list(_damage(path)) or list(_layout(root))
    except PackageError as error:
        return [error.message]
    except OSError as error:
        return [f"{error.filename or path}: {error.strerror or error}"]


def record_sums(folder: Path) -> None:
    """Record the SHA-256 of every file of an unpacked package in the package itself."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [f"{sha256(folder / name)}  {name}\n" for name in names if name != SUMS]
    folder.joinpath(SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _layout(root: Path | zipfile.Path) -> Iterator[str]:
    model = root.joinpath("model")
    if not _filled(model.joinpath("model.bin")):
        yield "model/model.bin is missing or empty"
    if not _vocabulary(model, "shared") and not (
        _vocabulary(model, "source") and _vocabulary(model, "target")
    ):
        yield "the vocabulary is missing: model/shared_vocabulary, or source_vocabulary and target_vocabulary"
    if not any(_filled(root.joinpath(name)) for name in ("sentencepiece.model", "bpe.model")):
        yield "the tokenizer is missing: sentencepiece.model or bpe.model"


def _vocabulary(model: Path | zipfile.Path, side: str) -> bool:
    return any(_filled(model.joinpath(f"{side}_vocabulary{suffix}")) for suffix in (".json", ".txt"))


def _filled(path: Path | zipfile.Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return bool(file.read(1))


def _changes(folder: Path) -> Iterator[str]:
    """Yield the files that are no longer what was installed; other programs record no sums."""
    sums = folder / SUMS
    if not sums.exists():
        return
    for line in sums.read_text(encoding="utf-8", errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        if not folder.joinpath(name).is_file():
            yield f"{name} has gone since it was installed"
        elif sha256(folder / name) != digest:
            yield f"{name} has changed since it was installed"


def _damage(path: Path) -> Iterator[str]:
    with opened(path) as archive:
        if name := archive.testzip():
            yield f"{name} is damaged in the archive"
