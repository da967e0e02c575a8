"""Downloads over HTTP that go on where they broke off."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import IO

from glossary.packages.archive import MAX_BYTES

Progress = Callable[[int, int | None], None]
"""Told after each block: bytes there so far, and bytes in all where the server says so."""

FAILURES = (OSError, HTTPException, ValueError)
"""What opening or reading a link can raise: urllib's errors are OSErrors, a malformed link a ValueError."""

_BLOCK = 1 << 18
_TIMEOUT = 30.0  # seconds without a byte


def open_link(link: str, headers: dict[str, str] | None = None) -> IO[bytes]:
    """Return the open response to a GET; raises one of FAILURES, for any scheme but http and https too.

    The opener has no handler for other schemes, so that a redirection cannot lead to one either.
    """
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    request = urllib.request.Request(link, headers={"User-Agent": "dragoman", **(headers or {})})
    response: IO[bytes] = opener.open(request, timeout=_TIMEOUT)
    return response


def download(link: str, part: Path, progress: Progress | None = None) -> None:
    """Leave the whole of `link` in the file `part`, which may hold its beginning from an earlier time.

    A broken connection is taken up again as long as each attempt gets further. Raises one of FAILURES; what
    has come stays in `part`, with the server's name for that version of the file beside it.
    """
    while True:
        before = _size(part)
        try:
            _attempt(link, part, progress)
            return
        except FAILURES:
            if _size(part) <= before:
                raise


def reason(error: Exception) -> str:
    """Return what a failure says, without the frame that urllib puts around it."""
    if isinstance(error, urllib.error.URLError) and not isinstance(error, urllib.error.HTTPError):
        return str(getattr(error.reason, "strerror", None) or error.reason)  # without "[Errno -2]"
    return str(error)


def discard(part: Path) -> None:
    """Delete a download and what is known of it."""
    part.unlink(missing_ok=True)
    _memo(part).unlink(missing_ok=True)


def _attempt(link: str, part: Path, progress: Progress | None) -> None:
    version = _known_version(link, part)
    done = _size(part) if version else 0
    headers = {"Range": f"bytes={done}-", "If-Range": version} if done else {}
    try:
        response = open_link(link, headers)
    except urllib.error.HTTPError as error:
        if error.code != 416 or not done:
            raise
        discard(part)  # all of it was there already, or more than all: begin again
        return _attempt(link, part, progress)
    with response:
        answer: Message = response.headers  # type: ignore[attr-defined]  # urllib's response is no plain file
        if not answer.get("Content-Range", "").startswith(f"bytes {done}-"):
            done = 0
            _begin(link, part, answer)
        length = answer.get("Content-Length", "")
        total = done + int(length) if length.isdigit() else None
        done = _receive(response, part, done, total, progress)
    if total is not None and done < total:
        raise ConnectionError(f"the connection broke after {done} of {total} bytes")
    return None


def _receive(response: IO[bytes], part: Path, done: int, total: int | None, progress: Progress | None) -> int:
    """Write the response to `part` from byte `done` on; return the size it comes to."""
    with part.open("r+b") as out:
        out.seek(done)
        while block := response.read(_BLOCK):
            if done + len(block) > MAX_BYTES:
                raise OSError(f"it is larger than {MAX_BYTES >> 30} GiB")
            done += out.write(block)
            if progress:
                progress(done, total)
    return done


def _begin(link: str, part: Path, answer: Message) -> None:
    """Empty `part` and note which version of which file it will hold, in that order in case of a crash."""
    part.write_bytes(b"")
    etag = answer.get("ETag", "")
    version = (
        answer.get("Last-Modified", "") if not etag or etag.startswith("W/") else etag
    )  # RFC 9110, 13.1.5
    _memo(part).write_text(f"{link}\n{version}", encoding="utf-8")


def _known_version(link: str, part: Path) -> str:
    """Return the ETag or date of the version that `part` is the beginning of, or an empty string."""
    try:
        noted, _, version = _memo(part).read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    return version if noted == link else ""


def _memo(part: Path) -> Path:
    return part.with_name(f"{part.name}.version")


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
