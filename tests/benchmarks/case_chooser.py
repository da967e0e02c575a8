"""How often the words around a hole in a Russian sentence name its case, and give the right form.

    DRAGOMAN_EVAL=… python tests/benchmarks/case_chooser.py

Holes are the terms of the wire references and of held-out marked rows; nothing looks at what fills them.
Forms are right where the guessed case gives the very form that stands there: cases that look alike count
once. For marked rows that can be told of the terms that the built-in glossary has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import wire

from glossary import catalog
from glossary.enforcement.lexicon import Lexicon, lower
from glossary.matcher import Matcher
from glossary.model import Entry, Kind, Rendering, Term
from glossary.text.ru.cases import case_scores

MARK = re.compile(r"\[(\d)([A-Za-z]*):([^\[\]]+)\]")
KINDS = {"P": Kind.PERSON, "T": Kind.TITLE, "G": Kind.PLACE, "O": Kind.ORGANIZATION, "E": Kind.EVENT}
GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "p": "Plur"}
CASES = dict(zip("ngdail", ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"), strict=True))


class Hole(NamedTuple):
    """What is around a term, the case and form it has there, and its entry where one is known."""

    before: str
    after: str
    kind: Kind
    gender: str
    case: str
    form: str
    plural: bool
    entry: Entry | None


def main() -> None:
    """Print the table."""
    wire.folder()
    lexicon = Lexicon("ru")
    print(f"{'':10} {'holes':>6} {'case':>6} {'nominative':>11} {'of forms':>9} {'form':>6} {'citation':>9}")
    for name, holes in (("wire", of_wire(lexicon)), ("marked", marked(lexicon))):
        report(name, list(holes), lexicon)


def report(name: str, holes: list[Hole], lexicon: Lexicon) -> None:
    """Print how often case and form are right, beside always the nominative."""
    right = forms = right_forms = citations = 0
    wrong: Counter[tuple[str, str]] = Counter()
    for hole in holes:
        scores = case_scores(hole.before, hole.after, hole.kind, hole.gender)
        guess = max(scores, key=lambda case: scores[case])
        right += guess == hole.case
        if guess != hole.case:
            wrong[hole.case, guess] += 1
        if hole.entry:
            forms += 1
            made, usual = (lexicon.form(hole.entry, case, plural=hole.plural).text for case in (guess, "Nom"))
            right_forms += compared(made, lexicon) == compared(hole.form, lexicon)
            citations += compared(usual, lexicon) == compared(hole.form, lexicon)
    nominative = sum(hole.case == "Nom" for hole in holes)
    print(f"{name:10} {len(holes):6} {right / len(holes):6.3f} {nominative / len(holes):11.3f} {forms:9} "
          f"{right_forms / forms:6.3f} {citations / forms:9.3f}")  # fmt: skip
    print("           most frequent errors (right, guessed):", *wrong.most_common(4))


def compared(form: str, lexicon: Lexicon) -> str:
    """Return a form as it is compared."""
    return lower(lexicon.rules.skeleton(form)[0])


def of_wire(lexicon: Lexicon) -> Iterator[Hole]:
    """Yield the terms of the wire references whose place is plain."""
    names = {"nom": "Nom", "gen": "Gen", "dat": "Dat", "acc": "Acc", "ins": "Ins", "loc": "Loc"}
    for _, article in wire.articles():
        for sentence in article:
            for term in sentence["terms"]:
                if term["ru_case"] not in names or sentence["ru"].count(term["ru"]) != 1:
                    continue
                at = sentence["ru"].index(term["ru"])
                entry = Entry(Term(term["kind"], term["lemma_en"]), Rendering(term["ru_base"]))
                plural = term["ru_number"] == "pl"
                yield Hole(
                    sentence["ru"][:at],
                    sentence["ru"][at + len(term["ru"]) :],
                    entry.term.kind,
                    "Plur" if plural else lexicon.gender(entry),
                    names[term["ru_case"]],
                    term["ru"],
                    plural,
                    entry,
                )


def marked(lexicon: Lexicon) -> Iterator[Hole]:
    """Yield the marks of held-out rows."""
    matcher = Matcher(catalog.load_glossary([catalog.builtin_folder()], "ru").enforced)
    for line in (wire.folder() / "marked.dev.tsv").read_text(encoding="utf-8").splitlines():
        english, russian, _ = line.split("\t")
        terms = {number: (kind, words) for number, kind, words in MARK.findall(english)}
        for mark in MARK.finditer(russian):
            kind, words = terms[mark[1]]
            before, after = MARK.sub(r"\3", russian[: mark.start()]), MARK.sub(r"\3", russian[mark.end() :])
            gender = GENDERS[mark[2][1]]
            entry = known(words, mark[3], matcher, lexicon)
            yield Hole(
                before, after, KINDS[kind[0]], gender, CASES[mark[2][0]], mark[3], gender == "Plur", entry
            )


def known(words: str, form: str, matcher: Matcher, lexicon: Lexicon) -> Entry | None:
    """Return the glossary's entry for English words, where the form is one of its preferred rendering."""
    for match in matcher.find(words):
        if (match.start, match.end) == (0, len(words)):
            forms = {compared(f.text, lexicon) for f in lexicon.forms(match.entry)}
            return match.entry if compared(form, lexicon) in forms else None
    return None


if __name__ == "__main__":
    main()
