"""How fast a catalog loads, and how fast bare polib reads the same file; takes the number of entries.

Times are CPU seconds of this process, the best of three, so that a busy machine counts less.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib

from glossary.catalog import format_entry, read_catalog
from glossary.model import Entry, Form, Rendering, Term

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
CASES = ("Gen", "Dat", "Acc", "Ins", "Loc")


def entry(number: int) -> Entry:
    """A made-up entry; of four, one has its forms written out and three have what most entries have."""
    forms = tuple(Form((("Case", case),), f"Именем Фамилиевым {number}") for case in CASES)
    rendering = Rendering(f"Имя Фамилиев {number}", morph=(("Animacy", "Anim"), ("Gender", "Masc")))
    rendering = replace(rendering, forms=forms if number % 4 == 0 else (), forbidden=(f"Имья {number}",))
    return Entry(Term("person", f"Name Surname {number}", (f"N. Surname {number}",), True), rendering)


def seconds(load: Callable[[Path], object], path: Path) -> float:
    """The CPU seconds that the fastest of three loads took."""

    def once() -> float:
        start = time.process_time()
        load(path)
        return time.process_time() - start

    return min(once() for _ in range(3))


def peak(load: Callable[[Path], object], path: Path) -> float:
    """The MiB that Python allocated at most during a load."""
    tracemalloc.start()
    load(path)
    _, size = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 2**20


def read_with_polib(path: Path) -> object:
    """The catalog as polib reads it."""
    return polib.pofile(str(path))


def main(count: int = 100_000) -> None:
    """Print seconds, entries a second and peak memory of both readers, and the ratio of their seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "glossary.po")
        blocks = [HEADER, *(format_entry(entry(number)) for number in range(count))]
        path.write_text("\n".join(blocks), encoding="utf-8")
        times = {load: seconds(load, path) for load in (read_catalog, read_with_polib)}
        for load, cpu in times.items():
            print(f"{load.__name__}: {cpu:.2f} s, {count / cpu:,.0f} entries/s, {peak(load, path):.0f} MiB")
        print(f"ratio: {times[read_catalog] / times[read_with_polib]:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
