"""Files: what cannot be read says so in one line, and what is written is whole or not there."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.files import Source, check_targets, decode, read, target_path, write_file
from glossary.errors import DocumentError

RUSSIAN = "Президент прибыл в Москву."
CURLY = "The minister said “talks will go on” and didn’t elaborate — officials in Geneva agreed."
ARABIC = "قال الوزير إن المحادثات ستستمر الأسبوع المقبل"


def refusal(data: bytes, encoding: str = "utf-8") -> tuple[str, int | None, str | None]:
    with pytest.raises(DocumentError) as caught:
        decode(data, encoding)
    assert caught.value.path == "<stdin>"
    assert "\n" not in caught.value.message
    return caught.value.message, caught.value.line, caught.value.remedy


def zipped(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "contents")
    return file.getvalue()


# Reading


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=40), st.booleans())
def test_utf8_is_read_as_it_is(text: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + ("x" + text + "\r\n\r").encode()
    assert decode(data) == Source("x" + text + "\r\n\r", None, "utf-8", bom)


def test_a_file_is_read_with_its_line_ends_and_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne\r\nTwo\rThree\n")
    assert read(path) == Source("One\r\nTwo\rThree\n", path, "utf-8", bom=True)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-16", ""),  # the codec writes the mark itself
        ("utf-16-le", ""),
        ("utf-16-le", "\ufeff"),
        ("utf-16-be", "\ufeff"),
        ("utf-32", ""),
        ("cp1251", ""),
    ],
)
def test_other_encodings_are_read_when_they_are_named(encoding: str, mark: str) -> None:
    source = decode((mark + RUSSIAN).encode(encoding), encoding)
    assert (source.text, source.bom) == (RUSSIAN, False)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "cp1251", "Windows Cyrillic"),
        ("Привет, мир", "cp1251", "Windows Cyrillic"),
        ("NATO и ООН: Президент прибыл в Москву.", "cp1251", "Windows Cyrillic"),
        ("Министр сказал: переговоры продолжатся в среду.", "koi8_r", "Russian KOI8-R"),
        (RUSSIAN, "cp866", "DOS Cyrillic"),
        (CURLY, "cp1252", "Windows Western European"),
        ("He didn’t.", "cp1252", "Windows Western European"),
        ("Señor Muñoz said the café’s owner was from São Paulo.", "cp1252", "Windows Western European"),
        (CURLY, "mac_roman", "Mac Roman"),
        (ARABIC, "cp1256", "Windows Arabic"),
        ("قال الوزير", "cp1256", "Windows Arabic"),
    ],
)
def test_the_likely_encoding_is_named(text: str, encoding: str, name: str) -> None:
    message, line, remedy = refusal(("First line.\n" + text).encode(encoding))
    assert message == f"the text is not utf-8, but probably {name}"
    assert line == 2
    assert remedy == f"--encoding {encoding} reads it"


@pytest.mark.parametrize("text", [CURLY, RUSSIAN, "وزیر خارجہ نے کہا", "First\r\nSecond\r\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_with_and_without_its_mark(text: str, encoding: str) -> None:
    message, _, remedy = refusal(("\ufeff" + text).encode(encoding))
    assert (message, remedy) == ("the text is not utf-8, but probably UTF-16", "--encoding utf-16 reads it")
    message, _, remedy = refusal(text.encode(encoding))
    assert message == "the text is not utf-8, but probably UTF-16 without a byte order mark"
    assert remedy == f"--encoding {encoding} reads it"


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252", "utf-16", "utf-16-le"])
def test_utf8_that_is_named_something_else_is_no_gibberish(encoding: str) -> None:
    data = (CURLY + " " * (len(CURLY.encode()) % 2)).encode()
    assert refusal(data, encoding)[::2] == (f"the text is UTF-8, not {encoding}", "leave out --encoding")


def test_plain_ascii_is_read_in_any_encoding_that_holds_it() -> None:
    assert decode(b"Talks go on.\n", "cp1252").text == "Talks go on.\n"


def test_damaged_utf8_is_told_from_other_encodings() -> None:
    data = f"{CURLY}\n{CURLY}\n".encode().replace("—".encode(), b"\xe2\x80", 1) + RUSSIAN.encode()
    assert refusal(data) == (
        "the text is not valid utf-8",
        1,
        "look at it in an editor, and save it in UTF-8",
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"{\\rtf1\\ansi Talks go on.}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("photo.jpg"), "a ZIP archive"),
    ],
)
def test_known_files_are_named(data: bytes, what: str) -> None:
    message, _, remedy = refusal(data)
    assert message == f"this is {what}, not plain text"
    assert remedy == "save the article as plain text in UTF-8"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01\0\0", b"Talks\0go on", b"\1\2\3\4ab\5"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_binary_data_is_refused(data: bytes, encoding: str) -> None:
    assert refusal(data, encoding)[0] == "this is binary data, not plain text"


def test_the_frame_of_a_wire_message_is_no_binary_data() -> None:
    message = "\x01ABC123\x02" + CURLY * 3 + "\x03\x04\n"
    assert decode(message.encode()).text == message


@pytest.mark.parametrize("encoding", ["cp-1251-x", "rot13", ""])
def test_unknown_encodings_are_refused(encoding: str) -> None:
    message, _, remedy = refusal(b"Talks", encoding)
    assert message == f"there is no encoding {encoding!r}"
    assert remedy == "choose one such as utf-8, utf-16, cp1251 or cp1252"


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"^there is no such file$") as caught:
        read(tmp_path / "a.txt")
    assert (caught.value.path, caught.value.remedy) == (tmp_path / "a.txt", "check the path")
    with pytest.raises(DocumentError, match=r"^this is a folder, not an article$") as caught:
        read(tmp_path)
    assert (caught.value.path, caught.value.remedy) == (tmp_path, "name the files in it")


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> NoReturn:  # as root, modes deny nothing
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(DocumentError, match=r"^you may not read this file$"):
        read(tmp_path / "a.txt")


# Writing


@pytest.mark.parametrize(
    ("article", "target"),
    [
        ("X.txt", "X.ur.txt"),
        ("X.en.txt", "X.ur.txt"),
        ("a b.v2.en.txt", "a b.v2.ur.txt"),
        ("feed", "feed.ur"),
    ],
)
def test_the_target_has_the_language_in_its_name(article: str, target: str) -> None:
    assert target_path(Path("news") / article, "ur") == Path("news") / target
    assert target_path(Path("news") / article, "ur", Path("out")) == Path("out") / target


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", "پاک\r\ncafe\u0301\r", bom=True)
    assert (tmp_path / "a.txt").read_bytes() == b"\xef\xbb\xbf" + "پاک\r\ncafe\u0301\r".encode()
    write_file(tmp_path / "b.txt", "One\n")
    assert (tmp_path / "b.txt").read_bytes() == b"One\n"
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_a_file_has_the_mode_the_user_asks_for(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_file(tmp_path / "a.txt", "One\n")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "plain").stat().st_mode
    (tmp_path / "a.txt").chmod(0o640)
    write_file(tmp_path / "a.txt", "Two\n", force=True)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_the_same_bytes_are_left_alone_and_others_need_force(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, "One\n")
    before = path.stat()
    write_file(path, "One\n", force=True)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    with pytest.raises(DocumentError, match=r"^a different file is here already$") as caught:
        write_file(path, "Two\n")
    assert (caught.value.path, caught.value.remedy) == (path, "--force replaces it")
    assert path.read_bytes() == b"One\n"
    write_file(path, "Two\n", force=True)
    assert path.read_bytes() == b"Two\n"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "shared.txt").write_bytes(b"One\n")
    (tmp_path / "a.txt").symlink_to("shared.txt")
    write_file(tmp_path / "a.txt", "Two\n", force=True)
    assert (tmp_path / "a.txt").is_symlink()
    assert (tmp_path / "shared.txt").read_bytes() == b"Two\n"


@pytest.mark.parametrize(
    ("raised", "message"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "the disk is full; this file was not written",
        ),
        (OSError(errno.EROFS, "Read-only file system"), "the disk is read-only"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (KeyboardInterrupt(), ""),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failure_leaves_all_as_it_was(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    raised: BaseException,
    message: str,
) -> None:
    def fail(*_: object) -> NoReturn:
        raise raised

    path = tmp_path / "a.txt"
    path.write_bytes(b"One\n")
    with monkeypatch.context() as patch, pytest.raises((DocumentError, KeyboardInterrupt)) as caught:
        patch.setattr(os, step, fail)
        write_file(path, "Two\n", force=True)
    assert str(caught.value) == message
    assert path.read_bytes() == b"One\n"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_special_files_are_not_replaced() -> None:
    with pytest.raises(DocumentError, match=r"^this is not a file that can be replaced$"):
        write_file(Path("/dev/full"), "One\n", force=True)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DocumentError, match=r"^you may not write into this folder$"):
        write_file(tmp_path / "a.txt", "One\n")
    assert names(tmp_path) == []


def test_places_are_checked_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "out"
    with pytest.raises(DocumentError, match=r"^there is no such folder$") as caught:
        check_targets([(article, folder / "a.ur.txt")])
    assert (caught.value.path, caught.value.remedy) == (folder, "create it first")
    folder.mkdir()
    check_targets([(article, folder / "a.ur.txt"), (article, folder / "a.ru.txt")])
    (folder / "a.ur.txt").write_bytes(b"One\n")  # may prove to be the same
    check_targets([(article, folder / "a.ur.txt")])
    (folder / "a.ru.txt").mkdir()
    with pytest.raises(DocumentError, match=r"^this is not a file that can be replaced$"):
        check_targets([(article, folder / "a.ru.txt")])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DocumentError, match=r"^you may not write into this folder$"):
        check_targets([(article, folder / "a.ur.txt")])


def test_two_articles_with_one_target_are_refused(tmp_path: Path) -> None:
    articles = [tmp_path / "a.txt", tmp_path / "a.en.txt"]
    with pytest.raises(DocumentError) as caught:
        check_targets((article, target_path(article, "ur")) for article in articles)
    assert caught.value.message == f"{articles[0]} and {articles[1]} would both be written here"
    assert caught.value.path == tmp_path / "a.ur.txt"


def test_a_target_that_is_an_article_is_refused(tmp_path: Path) -> None:
    articles = [tmp_path / "a.txt", tmp_path / "sub" / ".." / "a.ur.txt"]
    (tmp_path / "sub").mkdir()
    with pytest.raises(DocumentError, match=r"would replace this article$"):
        check_targets((article, target_path(article, "ur")) for article in articles)
