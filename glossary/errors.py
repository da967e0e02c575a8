"""Errors a caller can explain to a person: what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path


class GlossaryError(Exception):
    """Base of every error this library raises on purpose.

    `message` says what is wrong; `path` and `line` (1-based) say where; `remedy` says what to do.
    """

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.remedy = remedy


class CatalogError(GlossaryError):
    """A gettext catalog cannot be read, or contradicts itself."""


class DocumentError(GlossaryError):
    """A text cannot be read or written."""


class PackageError(GlossaryError):
    """An Argos package is missing, damaged or cannot be installed."""


class EngineError(GlossaryError):
    """A model cannot be loaded or run."""
