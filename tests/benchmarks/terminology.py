"""What enforcement brings: terms placed and rightly inflected, quality, and what it costs.

    DRAGOMAN_EVAL=… python tests/benchmarks/terminology.py [--to ru] [--ablation]

*placed*: occurrences of gold terms with an approved form in the output, whole words, each place once.
*right form*: of those placed by the preferred rendering where the reference has it too, the share in the
very form of the reference, of drafts in that of the ideal repair (ё is е, capitals aside). chrF is against
the reference. Data sets: `wire` (news with gold terms; the starters' own translation, and drafts with wrong
renderings, mended with and without a model), `marked` (rows whose terms are marked; their own glossary) and
`tico19` (health, common nouns). `wire, thinned` has at most three of the terms of a sentence, about a third
of which the starters get wrong: the density of news. Overhead is wall time over that of plain translation in
the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import sacrebleu
import wire

from glossary import packages
from glossary.enforcement.assignment import claim
from glossary.enforcement.draft import Draft, Outcome, Sentence, Slot
from glossary.enforcement.enforcer import ALL_STEPS, Enforcer, Step
from glossary.enforcement.finish import Enforced
from glossary.enforcement.lexicon import Lexicon, lower
from glossary.enforcement.no_engine import NoEngine
from glossary.engine import ArgosEngine, Engine
from glossary.matcher import Matcher
from glossary.model import Entry, Kind, Rendering, Term

MARK = re.compile(r"\[(\d)([A-Za-z]*):([^\[\]]+)\]")
KINDS = {"P": Kind.PERSON, "T": Kind.TITLE, "G": Kind.PLACE, "O": Kind.ORGANIZATION, "E": Kind.EVENT}
GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "p": "Masc"}
T = TypeVar("T")
MOST = 300  # sentences of a set


@dataclass(frozen=True)
class Row:
    """A sentence with its reference; `gold` are the forms of its terms there, by term."""

    sentence: Sentence
    reference: str
    draft: str = ""
    gold: tuple[tuple[str, str], ...] = ()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", action="append", choices=["ru", "ur"])
    parser.add_argument("--ablation", action="store_true", help="leave one step out at a time, on wire")
    options = parser.parse_args()
    wire.folder()
    for language in options.to or ["ru", "ur"]:
        engine = ArgosEngine(packages.find("en", language)[0], threads=1)
        print(
            f"\n{'en-' + language:34} {'terms':>5} {'placed':>7} {'right':>6} {'chrF':>5} "
            f"{'plain':>6} {'over':>5}"
        )
        for name, rows in (
            ("wire", of_wire(language)),
            ("wire, thinned", thinned(of_wire(language))),
            ("marked", marked(language)),
            ("tico19", tico19(language)),
        ):
            report(f"{name}, translated", rows, engine, language)
        drafts = of_wire(language, "fixed_")
        mend("wire drafts, no model", drafts, NoEngine(), language)
        mend("wire drafts, model", drafts, engine, language)
        mend("wire drafts, no model, no list", unlisted(drafts), NoEngine(), language)
        if options.ablation:
            ablation(of_wire(language), language)


def report(
    name: str, rows: Sequence[Row], engine: Engine, language: str, steps: frozenset[Step] = ALL_STEPS
) -> None:
    """Print how a set fares when it is translated plainly and with the glossary enforced."""
    texts = [row.sentence.text for row in rows]
    plain, usual = timed(
        lambda: [h[0].text if h else t for h, t in zip(engine.translate(texts), texts, strict=True)]
    )
    done, seconds = timed(lambda: Enforcer(engine, language, steps).enforce([row.sentence for row in rows]))
    line(name, rows, done, language, chrf(plain, rows), seconds / usual)


def mend(name: str, rows: Sequence[Row], engine: Engine, language: str) -> None:
    """Print how drafts fare when the glossary is enforced on them."""
    drafts = [row.draft for row in rows]
    done = Enforcer(engine, language).repair([row.sentence for row in rows], drafts)
    line(name, rows, done, language, chrf(drafts, rows), None)


def line(
    name: str,
    rows: Sequence[Row],
    done: Sequence[Enforced],
    language: str,
    before: float,
    overhead: float | None,
) -> None:
    """Print a row of the table."""
    lexicon = Lexicon(language)
    terms = placed = known = right = 0
    for row, enforced in zip(rows, done, strict=True):
        terms += len(row.sentence.matches)
        forms = forms_in(enforced.text, row.sentence, lexicon)
        placed += len(forms)
        gold = Counter(row.gold)
        for term, form in forms:
            if form in own_forms(row.sentence, lexicon)[term] and any(t == term for t, _ in row.gold):
                known += 1
                right += gold[term, form] > 0
                gold[term, form] -= 1
    cost = f"{overhead:5.2f}" if overhead else "    -"
    texts = [enforced.text for enforced in done]
    print(f"{name:34} {terms:5} {placed / terms:7.3f} {right / max(known, 1):6.3f} {chrf(texts, rows):5.1f} "
          f"{before:6.1f} {cost}")  # fmt: skip


def forms_in(text: str, sentence: Sentence, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Return term and form, as compared, of every occurrence that a text renders by the preferred words."""
    draft = claim(Draft(sentence.text, (text,)), sentence.matches, Outcome.OK, lexicon)
    return [(sentence.matches[s.occurrence].entry.term.text, compared(s, lexicon)) for s in draft.slots()]


def compared(slot: Slot, lexicon: Lexicon) -> str:
    """Return the words of a slot as they are compared."""
    return lower(lexicon.rules.skeleton(slot.text)[0])


def chrf(texts: Sequence[str], rows: Sequence[Row]) -> float:
    """Return chrF against the references."""
    return float(sacrebleu.corpus_chrf(list(texts), [[row.reference for row in rows]]).score)


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """Return a result and the seconds it took."""
    began = time.perf_counter()
    return run(), time.perf_counter() - began


def of_wire(language: str, gold_in: str = "") -> list[Row]:
    """Return the wire sentences with their drafts.

    The gold forms are those of the reference or, with `gold_in="fixed_"`, of the draft ideally mended.
    """
    matcher, lexicon = Matcher(wire.glossary(language)), Lexicon(language)
    rows = []
    for _, article in wire.articles():
        for s in article:
            sentence = Sentence(s["en"], tuple(matcher.find(s["en"])))
            gold = tuple(preferred(forms_in(s[gold_in + language], sentence, lexicon), sentence, lexicon))
            rows.append(Row(sentence, s[language], s[f"draft_{language}"], gold))
    return rows


def thinned(rows: Sequence[Row]) -> list[Row]:
    """Return rows with three of the terms of each sentence, drawn by chance but always the same."""
    chance = random.Random(7)
    fewer = []
    for row in rows:
        drawn = chance.sample(row.sentence.matches, min(3, len(row.sentence.matches)))
        matches = tuple(sorted(drawn, key=lambda match: match.start))
        fewer.append(replace(row, sentence=replace(row.sentence, matches=matches)))
    return fewer


def preferred(forms: list[tuple[str, str]], sentence: Sentence, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Return the forms that are of a preferred rendering; admitted ones are not scored for form."""
    own = own_forms(sentence, lexicon)
    return [(term, form) for term, form in forms if form in own[term]]


def own_forms(sentence: Sentence, lexicon: Lexicon) -> dict[str, set[str]]:
    """Return the forms of each term's preferred rendering, as compared."""
    return {
        m.entry.term.text: {lower(lexicon.rules.skeleton(f.text)[0]) for f in lexicon.forms(m.entry)}
        for m in sentence.matches
    }


def unlisted(rows: Sequence[Row]) -> list[Row]:
    """Return rows whose glossary forbids nothing, so that wrong renderings must be found otherwise."""

    def without(sentence: Sentence) -> Sentence:
        matches = (
            replace(m, entry=replace(m.entry, rendering=replace(m.entry.rendering, forbidden=())))
            for m in sentence.matches
        )
        return replace(sentence, matches=tuple(matches))

    return [replace(row, sentence=without(row.sentence)) for row in rows]


def marked(language: str) -> list[Row]:
    """Return the held-out marked rows, each with the glossary that its marks make."""
    column = {"ru": 1, "ur": 2}[language]
    lexicon = Lexicon(language)
    rows = []
    for text in (wire.folder() / "marked.dev.tsv").read_text(encoding="utf-8").splitlines()[:MOST]:
        cells = text.split("\t")
        if ":*]" in cells[0]:
            continue
        kinds = {n: (KINDS[k[0]], words) for n, k, words in MARK.findall(cells[0])}
        entries = [
            Entry(Term(kinds[n][0], kinds[n][1]), Rendering(words, morph=(("Gender", GENDERS[letters[-1]]),)))
            for n, letters, words in MARK.findall(cells[column])
            if language == "ur" or letters[0] == "n"
        ]
        source, reference = (MARK.sub(r"\3", cell) for cell in (cells[0], cells[column]))
        sentence = Sentence(source, tuple(Matcher(entries).find(source)))
        if sentence.matches:
            rows.append(Row(sentence, reference, gold=tuple(forms_in(reference, sentence, lexicon))))
    return rows


def tico19(language: str) -> list[Row]:
    """Return health sentences with common-noun terms."""
    path = wire.folder() / f"tico19.dev.en-{language}.jsonl"
    lexicon = Lexicon(language)
    rows = []
    for text in path.read_text(encoding="utf-8").splitlines()[:MOST]:
        facts = json.loads(text)
        reference = facts[language]
        entries = [Entry(Term(Kind.CONCEPT, t), Rendering(r)) for t, r in facts["terms"].items()]
        sentence = Sentence(facts["en"], tuple(Matcher(entries).find(facts["en"])))
        if sentence.matches:
            rows.append(Row(sentence, reference, gold=tuple(forms_in(reference, sentence, lexicon))))
    return rows


def ablation(rows: Sequence[Row], language: str) -> None:
    """Print what each step brings, to a package that carries terms and to one that does not."""
    package = packages.find("en", language)[0]
    for carries in (True, False):
        engine = ArgosEngine(replace(package, carriers=carries), threads=1)
        kind = "carriers" if carries else "no carriers"
        report(f"{kind}: all steps", rows, engine, language)
        report(f"{kind}: all steps, thinned", thinned(rows), engine, language)
        for step in Step:
            if carries or step is not Step.CARRIERS:
                report(f"{kind}: without {step}", rows, engine, language, ALL_STEPS - {step})
        report(f"{kind}: no step", rows, engine, language, frozenset())


if __name__ == "__main__":
    main()
