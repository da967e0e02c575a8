"""How fast a glossary is linted, against reading its catalog alone; takes a language and a number of entries.

The entries are made of the words of the built-in glossary, as often with forms, admitted and forbidden
renderings as there. Times are CPU seconds of one process on one core; the memory is the most the process had.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from glossary.catalog import builtin_folder, format_entry, read_catalog
from glossary.lint import lint
from glossary.model import Entry, Form


def entries(language: str, count: int) -> list[Entry]:
    """Built-in entries over and over, their terms numbered, and a word that all renderings share replaced."""
    known = read_catalog(builtin_folder() / language / "LC_MESSAGES" / "glossary.po").entries
    generator = random.Random(1)
    words = [word for entry in known for word in entry.rendering.text.split()]
    return [_changed(known[number % len(known)], number, generator.choice(words)) for number in range(count)]


def _changed(entry: Entry, number: int, word: str) -> Entry:
    rendering = entry.rendering
    others = (*rendering.admitted, *rendering.forbidden, *(form.text for form in rendering.forms))
    shared = set(rendering.text.split()).intersection(*map(str.split, others))
    old = min(shared, default="")

    def text(original: str) -> str:
        return " ".join(word if part == old else part for part in original.split())

    return replace(
        entry,
        term=replace(
            entry.term,
            text=f"{entry.term.text} {number}",
            aliases=tuple(f"{alias} {number}" for alias in entry.term.aliases),
        ),
        rendering=replace(
            rendering,
            text=text(rendering.text),
            admitted=tuple(map(text, rendering.admitted)),
            forbidden=tuple(map(text, rendering.forbidden)),
            forms=tuple(Form(form.features, text(form.text)) for form in rendering.forms),
        ),
    )


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(language: str = "ru", count: str = "100000") -> None:
    """Print the seconds of reading and of linting, their ratio, and the peak memory of the process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, language, "LC_MESSAGES", "glossary.po")
        path.parent.mkdir(parents=True)
        header = (
            f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        )
        path.write_text(
            "\n".join([header, *map(format_entry, entries(language, int(count)))]), encoding="utf-8"
        )
        reading = min(seconds(lambda: read_catalog(path)) for _ in range(3))
        linting = seconds(lambda: print(f"{len(lint([path])):,} findings"))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ratio = linting / reading
    print(f"{language}: reading {reading:.2f} s, linting {linting:.2f} s, ratio {ratio:.1f}, {peak:.0f} MiB")


if __name__ == "__main__":
    main(*sys.argv[1:])
