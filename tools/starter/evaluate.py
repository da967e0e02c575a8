"""Measure a package on the evaluation sets in the folder that DRAGOMAN_EVAL names.

    python -m tools.starter.evaluate PACKAGE [PACKAGE ...] [--sentences 300]

*plain*: the model alone, beam 4, Dragoman's length penalty. *glossary*: enforced, on wire with its
gold glossary. *back*: carriers that the likeliest translation has exactly once; *case*: those with their case
too. *placed*: gold terms placed; *form*: of those that have a form of the preferred rendering where the
reference has one, too, the share in the very same form. *noise*: empty, looping or broken translations; of
those of the plain model, *left* are what Dragoman's engine, which translates them again under constraints,
does not mend; *mended* is the quality with what it made of them. Speed is that of the plain model on one
thread.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import sacrebleu

from glossary import packages
from glossary.enforcement.carriers import CASES, MOST, with_carriers
from glossary.enforcement.draft import Outcome
from glossary.enforcement.draft import Sentence as Terms
from glossary.enforcement.enforcer import Enforcer
from glossary.enforcement.finish import Enforced
from glossary.enforcement.lexicon import Lexicon, lower
from glossary.engine import LENGTH_PENALTY, ArgosEngine
from glossary.loading import load_model
from glossary.matcher import Matcher
from glossary.noise import is_noise
from glossary.packages import Package
from glossary.tokenizers import load_tokenizer
from tools.starter import evaluation
from tools.starter.evaluation import Sentence

T = TypeVar("T")
_BACK = re.compile(rf"⟦(\d)⟧( ?⟦(?:{'|'.join(CASES)})⟧)?")


class Carried(NamedTuple):
    """Carriers sent, those that came back exactly once, and those of them with a case."""

    sent: int
    back: int
    cased: int


def main(arguments: list[str] | None = None) -> None:
    """Print a table for each package, and the signatures of the measures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("packages", type=Path, nargs="+")
    parser.add_argument("--sentences", type=int, help="of NTREX and TICO-19 at most")
    options = parser.parse_args(arguments)
    sets = evaluation.folder()
    if sets is None:
        print("skipped: DRAGOMAN_EVAL names no folder with evaluation sets")
        return
    for path in options.packages:
        measure(packages.read(path), sets, options.sentences)
    print(f"\n{CHRF.get_signature()}\n{BLEU.get_signature()}")


CHRF, BLEU = sacrebleu.CHRF(), sacrebleu.BLEU()


def measure(package: Package, sets: Path, most: int | None) -> None:
    """Print how a package fares plainly on each set, and on wire with the gold glossary."""
    translate, engine = Plain(package), ArgosEngine(package, threads=1)
    print(f"\n{package.name} {package.version}")
    news = evaluation.wire(sets, package.target)
    matcher = Matcher(evaluation.gold_glossary(sets, package.target))
    terms = [Terms(s.source, tuple(matcher.find(s.source))) for s in news]
    for name, sentences in (
        ("wire", news),
        ("NTREX", evaluation.ntrex(sets, package.target)[:most]),
        ("TICO-19", evaluation.tico19(sets, package.target)[:most]),
    ):
        texts, seconds = timed(translate, [s.source for s in sentences])
        noise = [s.source for s, text in zip(sentences, texts, strict=True) if is_noise(s.source, text)]
        again = dict(zip(noise, engine.translate(noise), strict=True))
        left = sum(not usable for usable in again.values())
        mended = [
            again[s.source][0].text if again.get(s.source) else text
            for s, text in zip(sentences, texts, strict=True)
        ]
        print(
            f"{name} plain: {quality(texts, sentences)}, noise {len(noise)}, left {left},"
            f" mended {quality(mended, sentences)}, {len(texts) / seconds:.1f} sentences/s"
        )
    if package.carriers:
        sent, back, cased = carriers(translate, terms, Lexicon(package.target))
        print(f"wire carriers: {sent}, back {back / sent:.3f}, case {cased / sent:.3f}")
    done = Enforcer(engine, package.target).enforce(terms)
    placed, known, right = forms(done, news, package.target)
    print(
        f"wire glossary: {quality([d.text for d in done], news)},"
        f" placed {placed / sum(len(t.matches) for t in terms):.3f}, form {right / max(1, known):.3f},"
        f" noise {sum(is_noise(s.source, d.text) for s, d in zip(news, done, strict=True))}"
    )
    outcomes = Counter(placement.outcome for each in done for placement in each.placements)
    print("outcomes: " + ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()))


class Plain:
    """A package's model alone, on one thread."""

    def __init__(self, package: Package) -> None:
        self._tokenizer = load_tokenizer(package)
        self._model = load_model(package, 1)
        self._prefix = [package.target_prefix] if package.target_prefix else []

    def __call__(self, texts: Sequence[str]) -> list[str]:
        """Return the likeliest translation of each text."""
        tokens = [self._tokenizer.encode(text) for text in texts]
        prefix = [self._prefix] * len(tokens) if self._prefix else None
        results = self._model.translate_batch(
            tokens,
            prefix,
            beam_size=4,
            length_penalty=LENGTH_PENALTY,
            max_batch_size=1024,
            batch_type="tokens",
        )
        return [self._tokenizer.decode(r.hypotheses[0][len(self._prefix) :]).strip() for r in results]


def timed(run: Callable[[list[str]], T], texts: list[str]) -> tuple[T, float]:
    """Return a result and the seconds it took."""
    began = time.perf_counter()
    return run(texts), time.perf_counter() - began


def quality(texts: Sequence[str], sentences: Sequence[Sentence]) -> str:
    """Return chrF and BLEU against the references, in words."""
    references = [[s.reference for s in sentences]]
    chrf, bleu = (metric.corpus_score(list(texts), references).score for metric in (CHRF, BLEU))
    return f"chrF {chrf:.2f}, BLEU {bleu:.2f}"


def carriers(translate: Plain, sentences: Sequence[Terms], lexicon: Lexicon) -> Carried:
    """Return what becomes of carriers in the likeliest translations."""
    sent = [range(min(MOST, len(s.matches))) for s in sentences]
    sources = [with_carriers(s, chosen, lexicon)[0] for s, chosen in zip(sentences, sent, strict=True)]
    back = cased = 0
    for text, chosen in zip(translate(sources), sent, strict=True):
        found = _BACK.findall(text)
        for number in map(str, range(1, len(chosen) + 1)):
            cases = [case for n, case in found if n == number]
            back += len(cases) == 1
            cased += len(cases) == 1 and bool(cases[0] or not lexicon.rules.CARRIERS_HAVE_CASE)
    return Carried(sum(map(len, sent)), back, cased)


def forms(done: Sequence[Enforced], sentences: Sequence[Sentence], language: str) -> tuple[int, int, int]:
    """Return the occurrences placed, those whose right form is known, and those that have it."""
    lexicon = Lexicon(language)
    placed = known = right = 0
    for each, sentence in zip(done, sentences, strict=True):
        gold = Counter((t["lemma_en"], compared(t[language], lexicon)) for t in sentence.terms)
        for placement in each.placements:
            if placement.outcome is Outcome.UNPLACED:
                continue
            placed += 1
            entry = placement.match.entry
            own = {compared(form.text, lexicon) for form in lexicon.forms(entry)}
            wanted = {form for term, form in gold if term == entry.term.text and form in own}
            if wanted and compared(placement.form, lexicon) in own:
                key = entry.term.text, compared(placement.form, lexicon)
                known += 1
                right += gold[key] > 0
                gold[key] -= 1
    return placed, known, right


def compared(text: str, lexicon: Lexicon) -> str:
    """Return a form as it is compared."""
    return lower(lexicon.rules.skeleton(text)[0])


if __name__ == "__main__":
    main(sys.argv[1:])
