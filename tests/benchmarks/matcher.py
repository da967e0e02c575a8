"""How long matching takes beside the number of terms, and beside a plain walk over the same tokens.

    python tests/benchmarks/matcher.py

The text is the articles of tests/data/wire, over and over, up to 1 MB; the glossary is the built-in one,
filled up with invented names of one to three words. The peer is the least that any matcher must do: one
regex over all tokens.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from glossary import catalog
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term
from glossary.text import en

WIRE = sorted((Path(__file__).parents[1] / "data" / "wire").glob("*.txt"))
SIZE = 1_000_000
SYLLABLES = "ba ke di mo ru sha zan tek lor vin pas mir ghul yev stan pur abad".split()


def main() -> None:
    """Print the table."""
    article = "\n".join(path.read_text(encoding="utf-8") for path in WIRE)
    text = (article * (SIZE // len(article) + 1))[:SIZE]
    known = catalog.load_glossary([catalog.builtin_folder()], "ru").enforced
    walk = _median(lambda: [m.span() for m in en.TOKEN.finditer(text)])
    print(f"{SIZE} characters; walking the tokens alone takes {walk:.3f} s")
    print(f"{'terms':>8} {'build s':>8} {'find s':>8} {'ratio':>6} {'matches':>8}")
    for count in (1_000, 10_000, 100_000):
        entries = [*known, *_invented(count - len(known))][:count]
        began = time.perf_counter()
        matcher = Matcher(entries)
        built = time.perf_counter() - began
        seconds = _median(partial(matcher.find, text))
        print(f"{count:8} {built:8.2f} {seconds:8.3f} {seconds / walk:6.2f} {len(matcher.find(text)):8}")


def _invented(count: int) -> list[Entry]:
    chance = random.Random(7)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()

    names = (" ".join(word() for _ in range(chance.randint(1, 3))) for _ in range(count))
    return [Entry(Term("person", name), Rendering(name)) for name in names]


def _median(run: Callable[[], object], rounds: int = 5) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
