"""A progress bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from glossary.packages import Progress


@contextmanager
def progress_bar(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Yield what advances a bar on stderr by so many steps of `length`."""
    with click.progressbar(length=length, label=label, file=_terminal()) as bar:
        yield bar.update


@contextmanager
def download_bar(label: str) -> Iterator[Progress]:
    """Yield what draws the state of a download on stderr, in bytes."""
    with click.progressbar(length=1, label=label, file=_terminal(), show_pos=True) as bar:

        def advance(done: int, total: int | None) -> None:
            bar.length = total or done
            bar.update(done - bar.pos)

        yield advance


def _terminal() -> TextIO:
    """Return stderr where it is a terminal, else a place where nobody sees the bar."""
    return sys.stderr if sys.stderr.isatty() else StringIO()
