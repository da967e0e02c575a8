"""How many injected errors the checks find, and how often they cry wolf, per rule and language.

    DRAGOMAN_EVAL=… python tests/benchmarks/injection.py

Every sentence of the wire references is first checked as it is: each finding there is false. Then one error at
a time is put into it, wherever that kind of error is possible, and the rule that should see it must.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import wire

from glossary.checks.passage import Judge, Line, Passage, View
from glossary.checks.rules import PASSAGE_RULES, RULES
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher

Injector = Callable[[View, wire.Json, random.Random], Iterator[str]]

ARABIC = {"ک": "ك", "ی": "ي", "ہ": "ه"}
LATIN = dict(zip("аеорсху", "aeopcxy", strict=True))


def main() -> None:
    """Print the table."""
    print(f"{'':32} {'ru':>22} {'ur':>22}")
    print(f"{'rule':32} {'injected found  share':>22} {'injected found  share':>22}")
    results = {language: _measure(language) for language in ("ru", "ur")}
    for rule in INJECTORS:
        cells = [
            f"{n[rule]:8} {f[rule]:5} {f[rule] / n[rule] if n[rule] else 1:7.3f}"
            for n, f, *_ in results.values()
        ]
        print(f"{rule + ' ' + RULES[rule].name:32} {cells[0]:>22} {cells[1]:>22}")
    for language, (injected, found, wrong, sentences) in results.items():
        share = sum(found.values()) / sum(injected.values())
        print(f"{language}: {share:.3f} of {sum(injected.values())} found;", end=" ")
        print(f"false findings in {wrong} of {sentences} clean sentences ({wrong / sentences:.3f})")


def _measure(language: str) -> tuple[Counter[str], Counter[str], int, int]:
    judge = Judge(language, Matcher(wire.glossary(language)), Lexicon(language))
    chance = random.Random(5)
    injected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wrong = sentences = 0
    for name, article in wire.articles():
        for number, sentence in enumerate(article, start=1):
            sentences += 1
            view = _view(judge, name, number, sentence["en"], sentence[language])
            wrong += bool(_rules(view))
            for rule, inject in INJECTORS.items():
                for broken in inject(view, sentence, chance):
                    injected[rule] += 1
                    found[rule] += rule in _rules(_view(judge, name, number, sentence["en"], broken))
    return injected, found, wrong, sentences


def _view(judge: Judge, name: str, number: int, source: str, target: str) -> View:
    return judge.look(
        Passage(
            Line(Path(f"{name}.txt"), number, source),
            Line(Path(f"{name}.{judge.language}.txt"), number, target),
        )
    )


def _rules(view: View) -> set[str]:
    return {finding.rule for check in PASSAGE_RULES.values() for finding in check(view)}


def _dropped(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """One placed term at a time is left out."""
    text = view.passage.target.text
    for start, end in view.slots.values():
        yield text[:start].rstrip() + text[end:]


def _forbidden(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """One placed term at a time gets a forbidden rendering, in the same case and number where it has one."""
    text = view.passage.target.text
    for occurrence, (start, end) in view.slots.items():
        entry = view.matches[occurrence].entry
        variants = view.judge.lexicon.forbidden(entry)
        skeleton = view.judge.lexicon.rules.skeleton(text[start:end])[0].lower()
        features = {v.form.features for v in view.judge.lexicon.approved(entry) if v.folded == skeleton}
        for text_of in dict.fromkeys(v.rendering for v in variants):
            form = next(
                (v.form.text for v in variants if v.rendering == text_of and v.form.features in features),
                None,
            )
            if form:
                yield text[:start] + form + text[end:]


def _letters(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """One letter gets the code point that Arabic has for it."""
    if view.judge.language == "ur":
        yield from _one_letter(view.passage.target.text, ARABIC, chance)


def _invisible(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """A character that nobody sees is put somewhere."""
    text = view.passage.target.text
    at = chance.randrange(1, len(text))
    yield text[:at] + chance.choice("\u200b\u200e\u202b\u00ad\ufeff") + text[at:]


def _look_alike(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """One Cyrillic letter becomes the Latin one that looks like it."""
    if view.judge.language == "ru":
        yield from _one_letter(view.passage.target.text, LATIN, chance)


def _one_letter(text: str, table: dict[str, str], chance: random.Random) -> Iterator[str]:
    inside = [m.start() + i for m in re.finditer(r"\w{4,}", text) for i in range(len(m.group()))]
    places = [i for i in inside if text[i] in table]
    if places:
        at = chance.choice(places)
        yield text[:at] + table[text[at]] + text[at + 1 :]


def _number(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """One number of two digits or more gets another first digit."""
    text = view.passage.target.text
    for found in re.finditer(r"(?<![\w.,])[1-9]\d+(?![\w])", text):
        digit = str(int(text[found.start()]) % 9 + 1)
        yield text[: found.start()] + digit + text[found.start() + 1 :]


def _english(view: View, sentence: wire.Json, chance: random.Random) -> Iterator[str]:
    """The last six words of the source are put for the end of the translation."""
    words = [w for w in view.passage.source.text.split() if w.isascii()]
    if len(words) >= 6:
        yield " ".join(view.passage.target.text.split()[:-4] + words[-6:])


INJECTORS: dict[str, Injector] = {
    "C001": _dropped,
    "C002": _forbidden,
    "C007": _letters,
    "C008": _invisible,
    "C009": _look_alike,
    "C010": _number,
    "C013": _english,
}


if __name__ == "__main__":
    main()
