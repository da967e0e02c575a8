"""How long `dragoman glossary search` and `show` take on a large glossary, and how much memory.

Takes the number of terms; each is in a Russian and an Urdu catalog. Other programs slow down all but CPU
seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from catalog import entry as russian

from glossary.catalog import format_entry, new_catalog
from glossary.model import Entry, Rendering

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "summit.txt"
COMMANDS = (
    ("search", "фамилиев", "99999"),
    ("search", "surname 500"),
    ("search", "صحافی 500"),
    ("search", "surname 500", "--to", "ru"),
    ("show", "Name Surname 77"),
    ("show", "Name Surname 77", "--in", str(ARTICLE)),
)


def urdu(number: int) -> Entry:
    """A made-up entry, with what most entries have."""
    return Entry(russian(number).term, Rendering(f"نام صحافی {number}", forbidden=(f"صحافي {number}",)))


def write(folder: Path, language: str, entry: Callable[[int], Entry], count: int) -> None:
    """Write a catalog of so many entries."""
    path = folder / language / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True)
    blocks = [new_catalog(path, language).text, *(format_entry(entry(number)) for number in range(count))]
    path.write_text("\n".join(blocks), encoding="utf-8")


def measured(command: tuple[str, ...], folder: Path) -> tuple[float, float, float]:
    """The seconds that a command took from its start to its end, those of its CPU, and its peak MiB."""
    arguments = ["glossary", *command, "--no-builtin", "--glossary", str(folder)]
    program = "from cli.main import main; main()"
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(count: int = 100_000) -> None:
    """Print the seconds and the peak memory of each command."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), "ru", russian, count)
        write(Path(name), "ur", urdu, count)
        for command in COMMANDS:
            seconds, cpu, memory = measured(command, Path(name))
            label = " ".join(Path(word).name for word in command)
            print(f"{label:42} {seconds:5.2f} s ({cpu:5.2f} s CPU)  {memory:4.0f} MiB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
