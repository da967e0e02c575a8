"""Throughput, memory and start-up beside argostranslate's own API: same articles, same package, same beam.

    python tests/benchmarks/translate.py [--to ru] [--rounds 5] [--threads 1] [ARTICLE ...]

Each round runs both in fresh processes, one after the other. Start-up (imports, model, glossary) is counted
in Dragoman's time and not in argostranslate's. Dragoman runs twice: with the built-in glossary enforced, and
with none, whose output is what the quality of the two is compared by, where sacrebleu is installed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests" / "data" / "wire").glob("*.txt"))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", type=Path, default=ARTICLES)
    parser.add_argument("--to", default="ru")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--side", choices=SIDES)
    options = parser.parse_args()
    if options.side:
        json.dump(SIDES[options.side](options), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as folder:
        runs = _rounds(options, Path(folder))
    _print(options, runs)


def _rounds(options: argparse.Namespace, folder: Path) -> dict[str, list[dict[str, Any]]]:
    archive = ROOT / "glossary" / "starters" / f"translate-en_{options.to}.argosmodel"
    zipfile.ZipFile(archive).extractall(folder)
    environment = os.environ | {
        "ARGOS_PACKAGES_DIR": str(folder),
        "ARGOS_INTRA_THREADS": str(options.threads),
        "OMP_NUM_THREADS": str(options.threads),
        "PYTHONPATH": str(ROOT),
    }
    runs: dict[str, list[dict[str, Any]]] = {side: [] for side in SIDES}
    for _ in range(options.rounds):
        for side in SIDES:
            command = [sys.executable, __file__, "--side", side, "--to", options.to]
            command += ["--threads", str(options.threads), *map(str, options.articles)]
            began = time.perf_counter()
            out = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout
            runs[side].append(json.loads(out) | {"process": time.perf_counter() - began})
    return runs


def _peer(options: argparse.Namespace) -> dict[str, Any]:
    began = time.perf_counter()
    from argostranslate import translate  # noqa: PLC0415 - its cost is measured

    from glossary.sentences import split  # noqa: PLC0415

    translation = next(
        t
        for language in translate.get_installed_languages()
        if language.code == "en"
        for t in language.translations_from
        if t.to_lang.code == options.to
    )

    class Splitter:
        """Takes the place of MiniSBD, whose model argostranslate downloads at the first use."""

        def split_sentences(self, text: str) -> list[str]:
            return [text[a:b] for a, b in split(text, (), lambda a, b: b - a, 10**9)]

    translation.underlying.sentencizer = Splitter()
    translation.underlying.translate("Hello.")  # loads the model
    ready = time.perf_counter()
    texts = [article.read_text(encoding="utf-8") for article in options.articles]
    # One hypothesis, so that both decode with the same beam of 4 and keep the best.
    done = [translation.underlying.hypotheses(text, 1)[0].value for text in texts]
    return _measured(began, ready, done, counted_from=ready)


def _ours(options: argparse.Namespace, *, enforced: bool) -> dict[str, Any]:
    began = time.perf_counter()
    from glossary import catalog, documents, packages  # noqa: PLC0415 - its cost is measured
    from glossary.engine import load_engine  # noqa: PLC0415
    from glossary.translation import Article, Translator  # noqa: PLC0415

    entries = catalog.load_glossary([catalog.builtin_folder()], options.to).enforced if enforced else ()
    engine = load_engine(packages.find("en", options.to), threads=options.threads)
    translator = Translator(engine, entries, options.to)
    ready = time.perf_counter()
    texts = [article.read_text(encoding="utf-8") for article in options.articles]
    plain = documents.format_of(None)
    done = [t.text for t in translator.translate(Article(text, plain) for text in texts)]
    return _measured(began, ready, done, counted_from=began)


def _measured(began: float, ready: float, done: list[str], *, counted_from: float) -> dict[str, Any]:
    return {
        "start-up": ready - began,
        "seconds": time.perf_counter() - counted_from,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "texts": done,
    }


SIDES: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "argostranslate": _peer,
    "dragoman": lambda options: _ours(options, enforced=True),
    "dragoman, no glossary": lambda options: _ours(options, enforced=False),
}


def _print(options: argparse.Namespace, runs: dict[str, list[dict[str, Any]]]) -> None:
    characters = sum(len(article.read_text(encoding="utf-8")) for article in options.articles)
    middle = {
        side: {key: statistics.median(run[key] for run in of) for key in ("seconds", "start-up", "memory")}
        for side, of in runs.items()
    }
    peer = middle["argostranslate"]
    print(f"{len(options.articles)} articles, {characters} characters, en-{options.to}, "
          f"{options.threads} thread(s), medians of {options.rounds} rounds")  # fmt: skip
    print(f"{'':22} {'chars/s':>8} {'ratio':>6} {'start-up s':>11} {'peak MB':>8}")
    for side, m in middle.items():
        print(f"{side:22} {characters / m['seconds']:8.0f} {peer['seconds'] / m['seconds']:6.2f} "
              f"{m['start-up']:11.2f} {m['memory']:8.0f}")  # fmt: skip
    _print_quality(options, {side: of[0]["texts"] for side, of in runs.items()})


def _print_quality(options: argparse.Namespace, texts: dict[str, list[str]]) -> None:
    """Print chrF against the references in the folder that DRAGOMAN_EVAL names."""
    folder = os.environ.get("DRAGOMAN_EVAL")
    if not folder or options.articles != ARTICLES:
        print("quality: set DRAGOMAN_EVAL and name no articles")
        return
    import sacrebleu  # noqa: PLC0415 - a development tool

    references = []
    for article in options.articles:
        path = Path(folder) / "wire" / f"{article.stem}.json"
        sentences = json.loads(path.read_text(encoding="utf-8"))["sentences"]
        references.append("\n\n".join(s[options.to] for s in sentences) + "\n")
    for side, outputs in texts.items():
        print(f"{side:22} chrF {sacrebleu.corpus_chrf(outputs, [references]).score:.1f}")


if __name__ == "__main__":
    main()
