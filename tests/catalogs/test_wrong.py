from __future__ import annotations

from pathlib import Path

import pytest

from glossary.catalog import format_entry, read_catalog
from glossary.errors import CatalogError
from glossary.model import State

from .samples import HEADER, WRONG, Write, person


@pytest.mark.parametrize("case", WRONG, ids=lambda c: c["name"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_wrong_catalog_is_explained(write: Write, case: dict[str, str], newline: str) -> None:
    path = write(newline.join([*HEADER.splitlines(), "", *case["lines"]]))
    with pytest.raises(CatalogError) as caught:
        read_catalog(path)
    error = caught.value
    assert (error.message, error.path) == (case["message"], path)
    assert error.line == int(case["line"]) + 5
    assert error.remedy == case.get("remedy", error.remedy)
    assert error.remedy


@pytest.mark.parametrize("second", [State.APPROVED, State.OBSOLETE])
def test_a_duplicate_names_both_lines(write: Write, second: State) -> None:
    text = format_entry(person("a", "b")) + "\n" + format_entry(person("a", "c", second))
    with pytest.raises(CatalogError, match='"person", msgid "a" is already defined at line 2') as caught:
        read_catalog(write(text))
    assert caught.value.line == 6


def test_a_second_header_is_a_duplicate(write: Write) -> None:
    with pytest.raises(CatalogError, match='msgid "" is already defined at line 1'):
        read_catalog(write(HEADER + "\n" + HEADER))


def test_a_missing_path_is_not_taken_for_content(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no such catalog") as caught:
        read_catalog(tmp_path / "glossary.po")
    assert caught.value.path == tmp_path / "glossary.po"


def test_a_folder_is_not_a_catalog(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="a folder is not a catalog"):
        read_catalog(tmp_path)


def test_bytes_of_another_charset_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    path.write_bytes(HEADER.encode() + '\nmsgid "Путин"'.encode("koi8-r"))
    with pytest.raises(CatalogError, match="the catalog is not UTF-8") as caught:
        read_catalog(path)
    assert caught.value.line == 6


@pytest.mark.parametrize("charset", ["klingon", "hex"])
def test_an_unknown_charset_is_refused(write: Write, charset: str) -> None:
    with pytest.raises(CatalogError, match=f"unknown charset {charset}"):
        read_catalog(write(HEADER.replace("UTF-8", charset)))


def test_a_charset_that_cannot_be_written_back_is_refused(write: Write) -> None:
    with pytest.raises(CatalogError, match="utf-7 cannot be written back"):
        read_catalog(write(HEADER.replace("UTF-8", "utf-7") + "\n# +AGE-\n"))
