"""The tokenizers of Argos packages: SentencePiece, and BPE with Moses rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from glossary.errors import EngineError

if TYPE_CHECKING:
    from glossary.packages import Package


class Tokenizer(Protocol):
    """Text to the tokens of a model, and back."""

    def encode(self, text: str) -> list[str]:
        """Return the tokens of a sentence."""

    def decode(self, tokens: list[str]) -> str:
        """Return the text of tokens."""


class _SentencePiece:
    def __init__(self, model: bytes) -> None:
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 - heavy

        self._processor = SentencePieceProcessor(model_proto=model)

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
    except (RuntimeError, OSError, ValueError) as error:
        raise EngineError(
            f"the tokenizer of package {package.name} cannot be loaded: {error}", path=package.path
        ) from error
    raise EngineError(
        f"package {package.name} has no tokenizer",
        path=package.path,
        remedy=f"dragoman models install {package.source}-{package.target}",
    )
