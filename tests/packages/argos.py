"""A machine's Argos folders, packages to put there, and a web server that offers them."""

from __future__ import annotations

import hashlib
import io
import json
import random
import sys
import zipfile
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

WEIGHTS = random.Random(1).randbytes(2_000_000)  # does not shrink, as weights do not


def contents(
    source: str = "en", target: str = "ru", version: str = "1.9", **more: object
) -> dict[str, bytes]:
    metadata = {"from_code": source, "to_code": target, "package_version": version, **more}
    return {
        "metadata.json": json.dumps(metadata).encode(),
        "model/model.bin": WEIGHTS[:5000],
        "model/shared_vocabulary.txt": b"a\nb\n",
        "sentencepiece.model": b"tokens",
        "stanza/en/tokenize/x.pt": b"weights",
    }


def zipped(files: dict[str, bytes], folder: str = "translate-en_ru") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(f"{folder}/{name}", data)
    return buffer.getvalue()


def without(name: str) -> dict[str, bytes]:
    return {key: data for key, data in contents().items() if key != name}


@dataclass
class Home:
    """A machine's Argos folders."""

    root: Path

    @property
    def packages(self) -> Path:
        return self.root / "data" / "argos-translate" / "packages"

    @property
    def downloads(self) -> Path:
        return self.root / "cache" / "argos-translate" / "downloads"

    def lay(self, folder: str, files: dict[str, bytes]) -> Path:
        """Put a package there as another Argos program would."""
        for name, data in files.items():
            path = self.packages / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self.packages / folder

    def file(self, data: bytes, name: str = "some.argosmodel") -> Path:
        path = self.root / name
        path.write_bytes(data)
        return path

    def snapshot(self) -> dict[str, bytes]:
        """Everything in and beside the packages folder."""
        top = self.packages.parent
        return {
            str(path.relative_to(top)): path.read_bytes() if path.is_file() else b""
            for path in top.rglob("*")
        }


def forget_argos() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "argostranslate"]:
        del sys.modules[name]


@dataclass
class Site:
    """A web server of files, with the failures that are asked of it."""

    port: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    cut: list[int] = field(default_factory=list)  # after so many bytes, one for each coming answer
    ranges: bool = True
    etag: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def offers(self, *entries: dict[str, Any]) -> None:
        self.files["index.json"] = json.dumps(entries).encode()

    def entry(
        self, data: bytes, name: str = "p.argosmodel", version: str = "1.9", **more: object
    ) -> dict[str, Any]:
        """Serve a package and return its entry for the index."""
        self.files[name] = data
        codes = {"from_code": "en", "to_code": "ru", "package_version": version}
        return {**codes, "links": ["ipfs://Qm1", self.url(name)], **more}

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path.lstrip("/")
        wanted = request.headers["Range"]
        self.asked.append((path, wanted))
        if path in self.redirects:
            request.send_response(302)
            request.send_header("Location", self.redirects[path])
            request.end_headers()
        elif path not in self.files:
            request.send_error(404)
        else:
            self._send(request, self.files[path], wanted)

    def _send(self, request: BaseHTTPRequestHandler, data: bytes, wanted: str | None) -> None:
        etag = f'"{hashlib.sha256(data).hexdigest()}"'
        start = 0
        if wanted and self.ranges and request.headers["If-Range"] in (etag, None):
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= len(data):
            request.send_error(416)
            return
        request.send_response(206 if start else 200)
        if start:
            request.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        if self.etag:
            request.send_header("ETag", etag)
        request.send_header("Content-Length", str(len(data) - start))
        request.end_headers()
        body = data[start:]
        if not request.path.endswith("index.json") and self.cut:
            body = body[: self.cut.pop(0)]
        self.sent.append(len(body))
        request.wfile.write(body)


def interrupt(done: int, total: int | None) -> None:
    raise KeyboardInterrupt
