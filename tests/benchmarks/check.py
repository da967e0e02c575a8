"""How long `dragoman check` takes on 1,000 article pairs with 10,000 terms; what it finds, and its peers.

    python tests/benchmarks/check.py [LANGUAGE …]

Each pair has about 2 KB a side; one paragraph in a hundred has an error that was put there. Peers are
`pofilter` of translate-toolkit, with all its tests and with those that mean something for prose, on the same
pairs as PO files (it knows no glossary; the single-word terms are its words that must be translated), and
Weblate's way to check a glossary. Every tool runs as one process on one core, and its whole run is measured:
seconds of the clock and of the processor, and its most memory. A finding is false where its paragraph has no
error; an error is found where its paragraph has a finding.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import polib
from corpus import Corpus, corpus

from glossary.catalog import format_entry, new_catalog

ARTICLES = 1_000
TERMS = 10_000
PROSE = "musttranslatewords,numbers,untranslated,unchanged,blank,urls,emails,doublequoting,brackets"
REPOSITORY = Path(__file__).parents[2]

Where = tuple[str, int]
"""The number of an article, and of a paragraph in it."""


class Run(NamedTuple):
    """What a process took, and where it found something; `found` has a place once for each finding."""

    seconds: float
    cpu: float
    memory: float
    found: list[Where]


def main(*languages: str) -> None:
    """Print a table for each language."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    started = [measured(_dragoman("check", "--help"))[0] for _ in range(5)]
    print(f"start-up, median of five: {sorted(started)[2]:.2f} s")
    for language in languages or ("ru", "ur"):
        made = corpus(language, ARTICLES, TERMS)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write(folder, language, made)
            _print(language, made, {tool: run(folder, language) for tool, run in TOOLS.items()})


def _print(language: str, made: Corpus, runs: dict[str, Run]) -> None:
    size = sum(len(p.source) + len(p.target) for article in made.articles for p in article) / 2e6
    errors = {
        (f"{a:04}", p): paragraph.error
        for a, article in enumerate(made.articles)
        for p, paragraph in enumerate(article, start=1)
        if paragraph.error
    }
    print(f"\n{language}: {len(made.articles)} pairs, {size:.1f} million characters a side,", end=" ")
    print(f"{len(made.glossary)} terms, {len(errors)} errors of {len(Counter(errors.values()))} kinds")
    print(f"{'':24} {'s':>7} {'CPU s':>7} {'MiB':>6} {'findings':>9} {'false':>7} {'found':>6} {'share':>6}")
    for tool, run in runs.items():
        false = sum(where not in errors for where in run.found)
        hits = len(errors.keys() & set(run.found))
        print(
            f"{tool:24} {run.seconds:7.1f} {run.cpu:7.1f} {run.memory:6.0f} {len(run.found):9} {false:7}"
            f" {hits:6} {hits / len(errors):6.3f}"
        )
    missed = Counter(kind for where, kind in errors.items() if where not in set(runs["dragoman check"].found))
    print("missed by dragoman check:", dict(missed), "of", dict(Counter(errors.values())))


def _write(folder: Path, language: str, made: Corpus) -> None:
    """Write the glossary, the pairs as text and as PO, and the words that must be translated."""
    catalog = folder / "glossary" / language / "LC_MESSAGES" / "glossary.po"
    pairs, messages = folder / "pairs", folder / "messages"
    for path in (catalog.parent, pairs, messages):
        path.mkdir(parents=True)
    blocks = [new_catalog(catalog, language).text, *map(format_entry, made.glossary)]
    catalog.write_text("\n".join(blocks), encoding="utf-8")
    words = sorted({e.term.text.lower() for e in made.glossary if e.term.text.isalpha()})
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    for number, article in enumerate(made.articles):
        source, target = ("\n".join(column) + "\n" for column in zip(*(p[:2] for p in article), strict=True))
        (pairs / f"{number:04}.en.txt").write_text(source, encoding="utf-8")
        (pairs / f"{number:04}.{language}.txt").write_text(target, encoding="utf-8")
        po = polib.POFile(wrapwidth=0)
        po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": language}
        po += [
            polib.POEntry(msgid=p.source, msgstr=p.target, occurrences=[(f"{number:04}", str(line))])
            for line, p in enumerate(article, start=1)
        ]
        po.save(str(messages / f"{number:04}.po"))


def measured(command: Sequence[str]) -> tuple[float, float, float]:
    """The seconds of the clock and of the processor that a process took, and its peak memory in MiB."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), command
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _dragoman(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from cli.main import main; main()", *arguments]


def _checked(folder: Path, language: str) -> Run:
    report = folder / "findings.json"
    glossary = ("--no-builtin", "--glossary", str(folder / "glossary"))
    command = _dragoman("check", *glossary, "--output", f"json={report}", str(folder / "pairs"))
    took = measured(command)
    rows = json.loads(report.read_text(encoding="utf-8"))["findings"]
    return Run(*took, [(Path(row["path"]).name[:4], row["line"]) for row in rows])


def _filtered(*tests: str) -> Callable[[Path, str], Run]:
    def run(folder: Path, language: str) -> Run:
        program = Path(sys.executable).with_name("pofilter")
        output = folder / f"filtered{len(tests)}"
        options = (
            "--language",
            language,
            "--musttranslatefile",
            str(folder / "words.txt"),
            "--progress=none",
        )
        took = measured([str(program), *options, *tests, str(folder / "messages"), str(output)])
        found = [
            (entry.occurrences[0][0], int(entry.occurrences[0][1]))
            for path in sorted(output.glob("*.po"))
            for entry in polib.pofile(str(path))
            for _ in re.findall(r"^\(pofilter\)", entry.tcomment, re.MULTILINE)
        ]
        return Run(*took, found)

    return run


def _in_weblates_way(folder: Path, language: str) -> Run:
    findings = folder / "weblate.json"
    program = str(Path(__file__).with_name("weblate_way.py"))
    took = measured(
        [sys.executable, program, str(folder / "glossary"), language, str(folder / "pairs"), str(findings)]
    )
    return Run(
        *took, [(name[:4], line) for name, line, _ in json.loads(findings.read_text(encoding="utf-8"))]
    )


TOOLS: dict[str, Callable[[Path, str], Run]] = {
    "dragoman check": _checked,
    "Weblate's way": _in_weblates_way,
    "pofilter, tests of prose": _filtered(*(f"--test={name}" for name in PROSE.split(","))),
    "pofilter, all tests": _filtered(),
}


if __name__ == "__main__":
    main(*sys.argv[1:])
