"""How many injected errors the checks find, and how often they cry wolf, per rule and language.

    DRAGOMAN_EVAL=… python tests/benchmarks/injection.py

Every sentence and article of the wire references is first checked as it is: each finding there is false. Then
one error at a time is put into it, wherever that kind of error is possible, and the rule that should see it
must. For names that the glossary lacks, one after the other is taken out of it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import wire

from glossary import documents
from glossary.checks import names
from glossary.checks.passage import Judge, Line, Passage, View
from glossary.checks.rules import PASSAGE_RULES, RULES, RUN_RULES
from glossary.checks.run import pair_up
from glossary.enforcement.lexicon import Lexicon, Variant, feature
from glossary.matcher import Matcher
from glossary.model import Entry, Finding, Kind
from glossary.text import dates, romanization

InSentence = Callable[[View, random.Random], Iterator[str]]
"""Yields the translation of a sentence with an error in it, once for each place."""

InArticle = Callable[[Sequence[str], random.Random], Iterator[list[str]]]
"""Yields the paragraphs of a translation with an error among them."""

InRun = Callable[[Sequence[View], Sequence[Entry]], Iterator[list[View]]]
"""Yields passages of which one says otherwise what another says."""

ARABIC = {"ک": "ك", "ی": "ي", "ہ": "ه"}
LATIN = dict(zip("аеорсху", "aeopcxy", strict=True))

DATES = {
    language: dict(zip([*dates.MONTHS, *dates.DAYS], words.split(), strict=True))
    for language, words in {
        "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
        "понедельник вторник среду четверг пятницу субботу воскресенье",
        "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر "
        "پیر منگل بدھ جمعرات جمعے ہفتے اتوار",
    }.items()
}


class Tally(NamedTuple):
    """What was injected and what was found, by rule; how many clean sentences and articles have findings."""

    injected: Counter[str]
    found: Counter[str]
    sentences: int
    false_sentences: int
    articles: int
    false_articles: int


def main() -> None:
    """Print the table."""
    print(f"{'':32} {'ru':>22} {'ur':>22}")
    print(f"{'rule':32} {'injected found  share':>22} {'injected found  share':>22}")
    results = {language: _measure(language) for language in ("ru", "ur")}
    for rule in sorted(IN_SENTENCE | IN_ARTICLE | IN_RUN):
        cells = [
            f"{t.injected[rule]:8} {t.found[rule]:5} {t.found[rule] / (t.injected[rule] or 1):7.3f}"
            for t in results.values()
        ]
        print(f"{rule + ' ' + RULES[rule].name:32} {cells[0]:>22} {cells[1]:>22}")
    for language, t in results.items():
        share = t.found.total() / t.injected.total()
        print(f"{language}: {share:.3f} of {t.injected.total()} found; false findings in", end=" ")
        print(
            f"{t.false_sentences} of {t.sentences} clean sentences ({t.false_sentences / t.sentences:.3f})",
            end=" ",
        )
        print(f"and {t.false_articles} of {t.articles} clean articles")


def _measure(language: str) -> Tally:
    entries = wire.glossary(language)
    judge = Judge(language, Matcher(entries), Lexicon(language))
    chance = random.Random(5)
    articles = [_views(judge, name, article) for name, article in wire.articles()]
    views = [view for article in articles for view in article]
    outcomes = [
        *(
            (rule, rule in _rules(_broken(view, text)))
            for view in views
            for rule, text in _sentences(view, chance)
        ),
        *(
            (rule, any(f.rule == rule for f in _paired(article, paragraphs)))
            for article in articles
            for rule, inject in IN_ARTICLE.items()
            for paragraphs in inject([view.passage.target.text for view in article], chance)
        ),
        *(
            (rule, any(RUN_RULES[rule](broken)))
            for rule, inject_all in IN_RUN.items()
            for broken in inject_all(views, entries)
        ),
    ]
    false = [article for article in articles if _of_article(article)]
    return Tally(
        Counter(rule for rule, _ in outcomes),
        Counter(rule for rule, seen in outcomes if seen),
        len(views),
        sum(bool(_rules(view)) for view in views),
        len(articles),
        len(false),
    )


def _views(judge: Judge, name: str, article: Iterable[wire.Json]) -> list[View]:
    source, target = Path(f"{name}.txt"), Path(f"{name}.{judge.language}.txt")
    return [
        judge.look(Passage(Line(source, n, row["en"]), Line(target, n, row[judge.language])))
        for n, row in enumerate(article, start=1)
    ]


def _broken(view: View, text: str) -> View:
    """Return the passage with another translation."""
    target = Line(view.passage.target.path, view.passage.target.number, text)
    return view.judge.look(Passage(view.passage.source, target))


def _rules(view: View) -> set[str]:
    return {finding.rule for check in PASSAGE_RULES.values() for finding in check(view)}


def _sentences(view: View, chance: random.Random) -> Iterator[tuple[str, str]]:
    for rule, inject in IN_SENTENCE.items():
        yield from ((rule, text) for text in inject(view, chance))


def _paired(article: Sequence[View], paragraphs: Sequence[str]) -> list[Finding]:
    """Return what is found while an article is paired with a translation of these paragraphs."""
    source, target = article[0].passage.source.path, article[0].passage.target.path
    english = "\n\n".join(view.passage.source.text for view in article)
    return pair_up((source, english), (target, "\n\n".join(paragraphs)), documents.format_of(source))[1]


def _of_article(article: Sequence[View]) -> list[Finding]:
    """Return the findings about a clean article as a whole."""
    found = _paired(article, [view.passage.target.text for view in article])
    return found + [finding for check in RUN_RULES.values() for finding in check(article)]


def _dropped(view: View, chance: random.Random) -> Iterator[str]:
    """One placed term at a time is left out."""
    text = view.passage.target.text
    for start, end in view.slots.values():
        yield text[:start].rstrip() + text[end:]


def _forbidden(view: View, chance: random.Random) -> Iterator[str]:
    """One placed term at a time gets a forbidden rendering, in the same case and number where it has one."""
    for occurrence in view.slots:
        yield from _replaced(view, occurrence, view.judge.lexicon.forbidden(view.matches[occurrence].entry))


def _replaced(view: View, occurrence: int, variants: Iterable[Variant]) -> Iterator[str]:
    """Yield the translation with each other rendering of a placed term, in the form that stands there."""
    text, (start, end) = view.passage.target.text, view.slots[occurrence]
    lexicon, entry = view.judge.lexicon, view.matches[occurrence].entry
    stands = {v.form.features for v in lexicon.readings(text[start:end], lexicon.approved(entry))}
    fitting = {v.rendering: v.form.text for v in variants if v.form.features in stands}
    yield from (text[:start] + form + text[end:] for form in fitting.values())


def _plural(view: View, chance: random.Random) -> Iterator[str]:
    """One placed singular at a time becomes a plural that is no singular of the term as well."""
    text, lexicon = view.passage.target.text, view.judge.lexicon
    for occurrence, (start, end) in view.slots.items():
        match = view.matches[occurrence]
        forms = [(feature(v.form.features, "Number"), v.form.text) for v in lexicon.approved(match.entry)]
        singular = {form for number, form in forms if number == "Sing"}
        plural = [form for number, form in forms if number == "Plur" and form not in singular]
        if text[start:end] in singular and plural and not match.plural:
            yield text[:start] + plural[0] + text[end:]


def _letters(view: View, chance: random.Random) -> Iterator[str]:
    """One letter gets the code point that Arabic has for it."""
    if view.judge.language == "ur":
        yield from _one_letter(view.passage.target.text, ARABIC, chance)


def _invisible(view: View, chance: random.Random) -> Iterator[str]:
    """A character that nobody sees is put somewhere."""
    text = view.passage.target.text
    at = chance.randrange(1, len(text))
    yield text[:at] + chance.choice("\u200b\u200e\u202b\u00ad\ufeff") + text[at:]


def _look_alike(view: View, chance: random.Random) -> Iterator[str]:
    """One Cyrillic letter becomes the Latin one that looks like it."""
    if view.judge.language == "ru":
        yield from _one_letter(view.passage.target.text, LATIN, chance)


def _one_letter(text: str, table: dict[str, str], chance: random.Random) -> Iterator[str]:
    inside = [m.start() + i for m in re.finditer(r"\w{4,}", text) for i in range(len(m.group()))]
    places = [i for i in inside if text[i] in table]
    if places:
        at = chance.choice(places)
        yield text[:at] + table[text[at]] + text[at + 1 :]


def _number(view: View, chance: random.Random) -> Iterator[str]:
    """One number of two digits or more gets another first digit."""
    text = view.passage.target.text
    for found in re.finditer(r"(?<![\w.,])[1-9]\d+(?![\w])", text):
        digit = str(int(text[found.start()]) % 9 + 1)
        yield text[: found.start()] + digit + text[found.start() + 1 :]


def _date(view: View, chance: random.Random) -> Iterator[str]:
    """One month or day of the week at a time becomes the next one of its kind."""
    text = view.passage.target.text
    named = {date.name for date in dates.english(view.passage.source.text)}
    words = dates.translated(text, view.judge.language)
    for name, word in ((name, words[name]) for name in sorted(named & words.keys())):
        kind = dates.MONTHS if name in dates.MONTHS else dates.DAYS
        yield text.replace(word, DATES[view.judge.language][kind[(kind.index(name) + 1) % len(kind)]])


def _english(view: View, chance: random.Random) -> Iterator[str]:
    """The last six words of the source are put for the end of the translation."""
    words = [w for w in view.passage.source.text.split() if w.isascii()]
    if len(words) >= 6:
        yield " ".join(view.passage.target.text.split()[:-4] + words[-6:])


def _left_out(paragraphs: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    """One paragraph at a time is left out."""
    yield from ([*paragraphs[:i], *paragraphs[i + 1 :]] for i in range(len(paragraphs)))


def _added(paragraphs: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    """After one paragraph at a time stands another one, with the words of one further on in another order."""
    for i in range(len(paragraphs)):
        words = paragraphs[(i + 5) % len(paragraphs)].split()
        yield [*paragraphs[: i + 1], " ".join(chance.sample(words, len(words))), *paragraphs[i + 1 :]]


def _doubled(paragraphs: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    """One paragraph at a time has the one before it in its place."""
    yield from ([*paragraphs[:i], paragraphs[i - 1], *paragraphs[i + 1 :]] for i in range(1, len(paragraphs)))


def _varied(views: Sequence[View], entries: Sequence[Entry]) -> Iterator[list[View]]:
    """One placed rendering at a time is another accepted one, where the term has further places."""
    for entry in entries:
        places = _places(views, entry)
        for view, occurrence in places if len(places) > 1 else ():
            lexicon = view.judge.lexicon
            preferred = {lexicon.rules.skeleton(form.text)[0] for form in lexicon.forms(entry)}
            variants = [v for v in lexicon.approved(entry) if v.skeleton not in preferred]
            for text in _replaced(view, occurrence, variants):
                yield [_broken(view, text), *(other for other in views if other is not view)]


def _unlisted(views: Sequence[View], entries: Sequence[Entry]) -> Iterator[list[View]]:
    """A person or place is not in the glossary; in one passage it is spelled otherwise, but sounds alike."""
    for entry in entries:
        if entry.term.kind not in (Kind.PERSON, Kind.PLACE):
            continue
        judge = views[0].judge
        without = Judge(judge.language, Matcher(e for e in entries if e is not entry), judge.lexicon)
        places = [
            (view, occurrence)
            for view, occurrence in _places(views, entry)
            if any(p.name == entry.term.text for p in names.unlisted(without.look(view.passage)))
        ]
        for view, occurrence in places if len(places) > 1 else ():
            variants = [v for v in judge.lexicon.forbidden(entry) if _sounds_like(entry, v.rendering)]
            for text in _replaced(view, occurrence, variants):
                others = (without.look(other.passage) for other, _ in places if other is not view)
                yield [*others, without.look(_broken(view, text).passage)]


def _sounds_like(entry: Entry, wrong: str) -> bool:
    """Return whether both renderings sound like the name, of which each has as many words."""
    words = [text.split() for text in (entry.term.text, entry.rendering.text, wrong)]
    if len(set(map(len, words))) > 1:
        return False
    aligned = zip(*words, strict=True)
    return all(romanization.likeness(name, text) > 0.75 for name, *texts in aligned for text in texts)


def _places(views: Sequence[View], entry: Entry) -> list[tuple[View, int]]:
    """Return the passages in which a term is rendered, each with one of the term's occurrences."""
    placed = ((view, [i for i in view.slots if view.matches[i].entry is entry]) for view in views)
    return [(view, occurrences[0]) for view, occurrences in placed if occurrences]


IN_SENTENCE: dict[str, InSentence] = {
    "C001": _dropped,
    "C002": _forbidden,
    "C004": _plural,
    "C007": _letters,
    "C008": _invisible,
    "C009": _look_alike,
    "C010": _number,
    "C013": _english,
    "C017": _date,
}
IN_ARTICLE: dict[str, InArticle] = {"C014": _left_out, "C015": _added, "C016": _doubled}
IN_RUN: dict[str, InRun] = {"C005": _varied, "C006": _unlisted}


if __name__ == "__main__":
    main()
