"""`dragoman models`: what it prints and how it exits."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cli.main import main
from glossary.packages import locate

RUSSIAN = locate.STARTERS / "translate-en_ru.argosmodel"
Command = Callable[..., tuple[int, str, str]]


def forget_argos() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "argostranslate"]:
        del sys.modules[name]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The packages folder of an empty machine, with one starter."""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")  # the discard port: nobody answers
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv("SNAP", raising=False)
    monkeypatch.setattr(locate, "STARTERS", tmp_path / "starters")
    (tmp_path / "starters").mkdir()
    (tmp_path / "starters" / RUSSIAN.name).symlink_to(RUSSIAN)
    forget_argos()  # its settings read the environment when they are imported
    yield tmp_path / "packages"
    forget_argos()


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", "models", *map(str, arguments)])
        try:
            main()
            code = 0
        except SystemExit as leave:
            code = int(leave.code or 0)
        printed = capsys.readouterr()
        base = f"{home.parent}{os.sep}"
        return code, printed.out.replace(base, ""), printed.err.replace(base, "")

    return run


@pytest.fixture
def index(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a package index that offers en-ru, on a server that knows no ranges."""
    folder = home.parent / "web"
    folder.mkdir()
    (folder / "p.argosmodel").symlink_to(RUSSIAN)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    entry = {
        "from_code": "en",
        "to_code": "ru",
        "package_version": "0.12",
        "links": [f"{address}p.argosmodel"],
    }
    (folder / "index.json").write_text(json.dumps([entry]), encoding="utf-8")
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield address
    server.shutdown()
    server.server_close()
    thread.join()


def test_packages_are_installed_listed_and_removed(run: Command) -> None:
    assert run("install", RUSSIAN) == (
        0,
        "translate-en_ru 0.12 is installed in packages/translate-en_ru\n",
        "",
    )
    assert run("list") == (
        0,
        "pair   name             version  kind       carries terms  path\n"
        "en-ru  translate-en_ru  0.12     installed  yes            packages/translate-en_ru\n"
        "en-ru  translate-en_ru  0.12     starter    yes            starters/translate-en_ru.argosmodel\n",
        "",
    )
    assert run("remove", "en-ru") == (0, "removed packages/translate-en_ru\n", "")
    assert run("list")[1].count("\n") == 2


def test_a_damaged_package_is_listed_as_such(run: Command, home: Path) -> None:
    (home / "half").mkdir(parents=True)
    code, out, err = run("list")
    assert (code, err) == (0, "")
    header, damaged, starter = out.splitlines()
    assert re.split(" {2,}", damaged) == ["?", "half", "?", "damaged", "?", "packages/half"]
    assert header.index("path") == damaged.index("packages/half") == starter.index("starters/")
    code, out, _ = run("verify", "half")
    assert (code, out) == (1, "packages/half: the package is damaged: metadata.json is missing\n")


def test_nothing_to_list_is_said(run: Command, home: Path) -> None:
    shutil.rmtree(home.parent / "starters")
    assert run("list") == (0, "", "No packages. Install one: dragoman models install en-ru\n")


def test_whole_packages_pass(run: Command) -> None:
    assert run("verify") == (0, "starters/translate-en_ru.argosmodel: ok\n", "")


def test_a_damaged_package_fails(run: Command, home: Path) -> None:
    run("install", RUSSIAN)
    (home / "translate-en_ru" / "sentencepiece.model").unlink()
    problem = "packages/translate-en_ru: "
    assert run("verify", "en-ru", "translate-en_ru") == (
        1,
        f"{problem}the tokenizer is missing: sentencepiece.model or bpe.model\n"
        f"{problem}sentencepiece.model has gone since it was installed\n"
        "starters/translate-en_ru.argosmodel: ok\n",
        "Install a damaged package again, or remove it: dragoman models remove NAME\n",
    )


def test_a_model_that_does_not_load_fails(run: Command, home: Path) -> None:
    with zipfile.ZipFile(RUSSIAN) as archive:
        archive.extractall(home)
    (home / "translate-en_ru" / "model" / "model.bin").write_bytes(b"no model at all")
    code, out, _ = run("verify", "en-ru")
    assert code == 1
    assert "packages/translate-en_ru: the package is damaged: its model cannot be loaded [" in out


def test_verify_and_translate_agree(run: Command, home: Path) -> None:
    with zipfile.ZipFile(RUSSIAN) as archive:
        archive.extractall(home)
    (home / "translate-en_ru" / "model" / "config.json").unlink()
    assert run("verify", "translate-en_ru") == (0, "packages/translate-en_ru: ok\n", "")
    (home / "translate-en_ru" / "sentencepiece.model").write_bytes(b"garbage")
    code, out, _ = run("verify", "translate-en_ru")
    assert code == 1
    assert out.startswith("packages/translate-en_ru: the package is damaged: its tokenizer cannot be ")


def test_a_name_is_downloaded_without_a_word_where_nobody_watches(run: Command, index: str) -> None:
    assert run("install", "en-ru") == (
        0,
        "translate-en_ru 0.12 is installed in packages/translate-en_ru\n",
        "",
    )


def test_a_terminal_sees_the_download_grow(run: Command, index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run("install", "en-ru")[0] == 0
    size = RUSSIAN.stat().st_size
    assert "en-ru  [" in terminal.getvalue()
    assert f"{size}/{size}" in terminal.getvalue()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["install", "en-ru"], "Error: http://127.0.0.1:9/index.json: cannot reach the package index: "),
        (["install", "gone.argosmodel"], "Error: gone.argosmodel: there is no such file\n"),
        (["install", "./gone"], "Error: gone: there is no such file\n"),
        (["install", __file__], f"Error: {__file__}: the file is damaged, or no Argos package ["),
        (["install", "./"], "Error: .: it is a folder (give the .argosmodel FILE in it, or a NAME such as "),
        (["install", "en", "ru"], "Error: A package is named by its pair of languages: did you mean en-ru?"),
        (["verify", "en-xx"], "Error: there is no package 'en-xx' (see `dragoman models list`)\n"),
        (["remove", "en-ru"], "Error: there is no package 'en-ru' (see `dragoman models list`)\n"),
        (["remove"], "Error: Missing argument 'NAME...'"),
    ],
)
def test_what_cannot_be_done_exits_with_2(run: Command, arguments: list[str], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err[err.index("Error: ") :].startswith(message)
