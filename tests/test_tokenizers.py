"""Tokenizers: what they make of text, and what is said where they cannot be loaded."""

from pathlib import Path

import pytest

from glossary import packages
from glossary.errors import EngineError
from glossary.packages import Package
from glossary.tokenizers import Tokenizer, load_tokenizer

MERGES = """#version: 0.2
t h
th e</w>
t a
l k
lk s</w>
r a
ra i
rai n</w>
"""


def package(folder: Path, **files: bytes) -> Package:
    for name, data in files.items():
        (folder / f"{name}.model").write_bytes(data)
    return Package(folder, "translate-en_ru", "en", "ru")


@pytest.fixture
def bpe(tmp_path: Path) -> Tokenizer:
    return load_tokenizer(package(tmp_path, bpe=MERGES.encode()))


def test_bpe_splits_words_into_merges(bpe: Tokenizer) -> None:
    assert bpe.encode("the talks, the rain") == ["the", "ta@@", "lks", ",", "the", "rain"]


def test_bpe_tokens_become_text_with_its_punctuation_in_place(bpe: Tokenizer) -> None:
    assert bpe.decode(["the", "ta@@", "lks", ",", "the", "rain", "."]) == "the talks, the rain."


@pytest.mark.parametrize("text", ["Rain & talks.", "5 < 6.", "Дождь, снег.", "“the rain” | the talks [1]"])
def test_bpe_gives_back_what_it_was_given(bpe: Tokenizer, text: str) -> None:
    assert bpe.decode(bpe.encode(text)) == text.replace("“", '"').replace("”", '"')


def test_sentencepiece_gives_back_what_it_was_given() -> None:
    starter = next(package for package in packages.starters() if package.target == "ru")
    tokenizer = load_tokenizer(starter)

    assert tokenizer.encode("The talks")[0].startswith("▁")
    assert tokenizer.decode(tokenizer.encode("The talks began in Moscow.")) == "The talks began in Moscow."


@pytest.mark.parametrize(
    "files",
    [
        {"sentencepiece": b""},
        {"sentencepiece": b"garbage"},
        {"bpe": b""},
        {"bpe": b"three words here\n"},
        {"bpe": b"#version: none\n"},
        {"bpe": b"\xff\xfe\xff"},
    ],
    ids=str,
)
def test_a_damaged_tokenizer_is_explained_when_it_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, bytes]
) -> None:
    with pytest.raises(EngineError, match=r"^the package is damaged: its tokenizer .* \[.+\]$") as caught:
        load_tokenizer(package(tmp_path, **files))

    assert caught.value.path == tmp_path
    assert caught.value.remedy == "dragoman models remove translate-en_ru, then dragoman models install en-ru"
    assert capsys.readouterr() == ("", "")
