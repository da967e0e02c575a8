"""The tokenizers of Argos packages: SentencePiece, and BPE with Moses rules."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Protocol

from glossary.errors import EngineError
from glossary.packages import Package, renewal
from glossary.packages.archive import DAMAGE


class Tokenizer(Protocol):
    """Text to the tokens of a model, and back."""

    def encode(self, text: str) -> list[str]:
        """Return the tokens of a sentence."""

    def decode(self, tokens: list[str]) -> str:
        """Return the text of tokens."""


class _SentencePiece:
    def __init__(self, model: bytes) -> None:
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 - heavy

        self._processor = SentencePieceProcessor()
        self._processor.LoadFromSerializedProto(model)  # the constructor would put up with no bytes at all

    def encode(self, text: str) -> list[str]:
        tokens: list[str] = self._processor.encode(text, out_type=str)
        return tokens

    def decode(self, tokens: list[str]) -> str:
        text: str = self._processor.decode(tokens)
        return text.replace("▁", " ")


class _Bpe:
    def __init__(self, package: Package, path: Path) -> None:
        from argostranslate.tokenizer import BPETokenizer  # noqa: PLC0415 - needs the extra

        self._tokenizer = BPETokenizer(path, package.source, package.target)
        complaints = StringIO()
        try:
            with redirect_stderr(complaints):
                self._tokenizer.lazy_load()
        except SystemExit as error:  # how it refuses a line that is no merge
            raise ValueError(complaints.getvalue().partition("\n")[0]) from error
        if not self._tokenizer.bpe_source.bpe_codes:
            raise ValueError("it holds no merges")

    def encode(self, text: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(text)
        return tokens

    def decode(self, tokens: list[str]) -> str:
        text: str = self._tokenizer.decode(tokens)
        return text


def load_tokenizer(package: Package) -> Tokenizer:
    """Return the tokenizer that a package brings; raises EngineError where it has none or a damaged one."""
    pieces, bpe = package.root / "sentencepiece.model", package.root / "bpe.model"
    try:
        if pieces.exists():
            return _SentencePiece(pieces.read_bytes())
        if isinstance(bpe, Path) and bpe.exists():
            return _Bpe(package, bpe)
    except (*DAMAGE, OSError) as error:
        raise _damaged(package, f"its tokenizer cannot be loaded [{error}]") from error
    raise _damaged(package, "it has no tokenizer")


def _damaged(package: Package, what: str) -> EngineError:
    return EngineError(f"the package is damaged: {what}", path=package.path, remedy=renewal(package))
