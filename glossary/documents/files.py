"""Article files: read strictly, and written whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from glossary.documents.encoding import binary_format, described, guess_encoding, is_binary
from glossary.errors import DocumentError

STDIN = "<stdin>"
"""The path of errors about a text from standard input."""

_SOURCE_SUFFIX = ".en"
_SAVE = "save the article as plain text in UTF-8"
_PROBLEMS = {
    errno.ENOENT: ("there is no such file", "check the path"),
    errno.ENOTDIR: ("there is no such file", "check the path"),
    errno.EISDIR: ("this is a folder, not an article", "name the files in it"),
    errno.EEXIST: ("this is a file, not a folder", "name a folder, or one that is to be made"),
    errno.EACCES: ("you may not write here", "choose another folder"),
    errno.EPERM: ("you may not write here", "choose another folder"),
    errno.EROFS: ("the disk is read-only", "choose another folder"),
    errno.ENOSPC: ("the disk is full; this file was not written", "free some space and run again"),
    errno.EDQUOT: (
        "your share of the disk is full; this file was not written",
        "free some space and run again",
    ),
    errno.ENAMETOOLONG: ("the file name is too long", "choose a shorter one"),
}  # what an OSError says in words, and the remedy


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read: decoded, its line ends untouched, without its byte order mark.

    Offsets are code points into `text`. `bom` tells of a UTF-8 signature, which the output is to repeat; the
    mark of UTF-16 belongs to that encoding and is not repeated in UTF-8. `path` is None for standard input.
    """

    text: str
    path: Path | None = None
    encoding: str = "utf-8"
    bom: bool = False

    @property
    def content(self) -> str:
        """The text with its mark, as it stands in the file."""
        return f"\ufeff{self.text}" if self.bom else self.text


def read(path: Path, encoding: str = "utf-8") -> Source:
    """Return the text of a file.

    Raises DocumentError where there is none, it may not be read, or `decode` refuses it.
    """
    try:
        data = path.read_bytes()
    except PermissionError as error:
        remedy = "ask its owner for access, or for a copy"
        raise DocumentError("you may not read this file", path=path, remedy=remedy) from error
    except OSError as error:
        raise _explained(error, path) from error
    return decode(data, encoding, path)


def decode(data: bytes, encoding: str = "utf-8", path: Path | None = None) -> Source:
    """Return the text in `data`, decoded strictly; `path` is what messages name, None for standard input.

    Raises DocumentError for what is not text, for text in another encoding, naming the likely one and the
    option that reads it, and for an encoding that Python does not know.
    """
    place = path or STDIN
    if name := binary_format(data):
        raise DocumentError(f"this is {name}, not plain text", path=place, remedy=_SAVE)
    try:
        codec = codecs.lookup(encoding).name
        text = data.decode(codec).removeprefix("\ufeff")
    except LookupError as error:
        remedy = "choose one such as utf-8, utf-16, cp1251 or cp1252"
        raise DocumentError(f"there is no encoding {encoding!r}", path=place, remedy=remedy) from error
    except UnicodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else None
        raise _misread(data, codec, place, line) from error
    if is_binary(text) or _utf8(data) not in (None, text):
        raise _misread(data, codec, place)
    return Source(text, path, codec, data.startswith(codecs.BOM_UTF8))


def target_path(article: Path, language: str, folder: Path | None = None) -> Path:
    """Return where a translation goes: `X.ur.txt` for `X.txt` and `X.en.txt`, beside it or in `folder`."""
    stem = article.stem.removesuffix(_SOURCE_SUFFIX)
    return (folder or article.parent) / f"{stem}.{language}{article.suffix}"


def check_targets(pairs: Iterable[tuple[Path, Path]], report: Path | None = None) -> None:
    """Check, before any work is done, that translations can be written; a pair is an article and its target.

    Raises DocumentError for a target that two articles share or that is an article itself, for a folder that
    is missing or may not be written to, and for a report that would take the place of either. What only
    writing can tell is left to `write_file`: a full disk, or a file that is there already, which is fine
    where it has the same bytes.
    """
    pairs = list(pairs)
    articles = {article.resolve() for article, _ in pairs}
    taken: dict[Path, Path] = {}
    for article, target in pairs:
        _check_place(target)
        place = target.resolve()
        if place in articles:
            message = f"the translation of {article} would replace this article"
            raise DocumentError(message, path=target, remedy="rename the article, or choose another folder")
        if place in taken:
            message = f"{taken[place]} and {article} would both be written here"
            raise DocumentError(message, path=target, remedy="rename one, or translate them into two folders")
        taken[place] = article
    if report:
        _check_place(report)
        if report.resolve() in articles | taken.keys():
            message = "the report would replace an article or a translation"
            raise DocumentError(message, path=report, remedy="give it another name")


def make_folder(path: Path) -> None:
    """Make a folder for output where there is none; raises DocumentError where that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _explained(error, path) from error


def write_file(path: Path, text: str, *, bom: bool = False, force: bool = False) -> None:
    """Write a text as UTF-8, whole or not at all; a file that has these bytes already is left alone.

    Line ends and characters are written as they are: nothing is normalised here, since copied text must stay.
    Raises DocumentError where a different file is in the way and `force` is not given, or the disk refuses.
    """
    data = (codecs.BOM_UTF8 if bom else b"") + text.encode("utf-8")
    _check_place(path)
    try:
        if path.exists():
            if path.read_bytes() == data:
                return
            if not force:
                raise DocumentError(
                    "a different file is here already", path=path, remedy="--force replaces it"
                )
        _replace(path.resolve(), data)  # a link stays a link
    except OSError as error:
        raise _explained(error, path) from error


def _replace(path: Path, data: bytes) -> None:
    """Put `data` under `path` in one step; on any failure, an interrupt included, all stays as it was."""
    temporary = path.with_name(f".dragoman-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _check_place(path: Path) -> None:
    """Raise DocumentError where no file can be written under `path`, as far as looking tells."""
    folder = path.parent
    try:
        if not folder.is_dir():
            raise DocumentError("there is no such folder", path=folder, remedy="create it first")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise DocumentError("you may not write into this folder", path=folder, remedy="choose another")
        if path.exists() and not path.is_file():
            raise DocumentError(
                "this is not a file that can be replaced", path=path, remedy="choose another name"
            )
    except OSError as error:
        raise _explained(error, path) from error


def _explained(error: OSError, path: Path) -> DocumentError:
    unknown = (error.strerror or str(error), "check the disk and run again")
    message, remedy = _PROBLEMS.get(error.errno or 0, unknown)
    return DocumentError(message, path=path, remedy=remedy)


def _misread(data: bytes, codec: str, place: Path | str, line: int | None = None) -> DocumentError:
    """Return the error for bytes that are no text in `codec`; `line` is the first that cannot be decoded."""
    if _utf8(data) is not None:
        message, remedy = f"the text is UTF-8, not {codec}", "leave out --encoding"
    elif guess := guess_encoding(data):
        message = f"the text is not {codec}, but probably {described(guess)}"
        remedy = f"--encoding {guess} reads it"
    elif is_binary(data.decode("latin-1")):
        message, remedy = "this is binary data, not plain text", _SAVE
    else:
        message, remedy = f"the text is not valid {codec}", "look at it in an editor, and save it in UTF-8"
    return DocumentError(message, path=place, line=line, remedy=remedy)


def _utf8(data: bytes) -> str | None:
    """Return the text that `data` is in UTF-8, without its signature, or None."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    return None if is_binary(text) else text
