"""Pairs of articles for benchmarks of checking: as many as wanted, each another, with errors that are known.

The sentences are those of the wire references where DRAGOMAN_EVAL names them, else those of article.json. In
their places for persons and towns stand invented names, most of them in the glossary, in the form that the
sentence asks for. What is made depends on nothing but the language and the numbers asked for.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import wire

from glossary import catalog
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term

SYLLABLES = {
    "en": "ba ke di mo ru sha zan tek lor vin pas mir gul vel tan pur gad nes".split(),
    "ru": "ба ке ди мо ру ша зан тек лор вин пас мир гул вел тан пур гад нес".split(),
    "ur": "با کے دی مو رو شا زان تیک لور وین پاس میر گل ویل تان پور گاد نیس".split(),
}
SIZE = 1_900  # characters of an article at least
SHARE = 0.01  # of the paragraphs have an error
UNLISTED = 150  # names that the glossary lacks

_PLACE = re.compile(r"\{(\d+)(?::(\w+))?\}")
_KINDS = ("person", "place")


class Template(NamedTuple):
    """A sentence in both languages; `{0:Gen}` is a place for a name of the kind that `kinds` says."""

    source: str
    target: str
    kinds: tuple[str, ...]


class Paragraph(NamedTuple):
    """A sentence with its translation, and what was made wrong in it; nothing where it is right."""

    source: str
    target: str
    error: str = ""


class Corpus(NamedTuple):
    """Articles, and the glossary that they keep to."""

    articles: list[list[Paragraph]]
    glossary: list[Entry]


def corpus(language: str, articles: int, terms: int) -> Corpus:
    """Return so many articles, and a glossary of so many terms, the built-in ones among them."""
    chance = random.Random(11)
    known = _known(language)
    names = _invented(language, terms - len(known) + UNLISTED, chance)
    writer = _Writer(language, names[UNLISTED:], names[:UNLISTED], chance)
    templates = _templates(language)
    return Corpus([writer.article(templates) for _ in range(articles)], [*known, *names[UNLISTED:]])


def _templates(language: str) -> list[Template]:
    if os.environ.get("DRAGOMAN_EVAL"):
        return [_marked(row, language) for _, article in wire.articles() for row in article]
    rows = json.loads((Path(__file__).parent / "article.json").read_text(encoding="utf-8"))
    return [Template(row["en"], row[language], tuple(row["kinds"])) for row in rows]


def _marked(row: wire.Json, language: str) -> Template:
    """Return a sentence of the wire set with places for its persons and towns."""
    source, target = row["en"], row[language]
    kinds: list[str] = []
    for term in row["terms"]:
        form, number = term[language], len(kinds)
        once = source.count(term["en"]) == 1 and target.count(form) == 1
        if term["kind"] in _KINDS and term["ru_case"] != "-" and once:
            source = source.replace(term["en"], f"{{{number}}}")
            target = target.replace(form, f"{{{number}:{term['ru_case'].capitalize()}}}")
            kinds.append(term["kind"])
    return Template(source, target, tuple(kinds))


def _known(language: str) -> list[Entry]:
    """Return the built-in terms; where the wire set has its own, without those it renders otherwise."""
    builtin = catalog.load_glossary([catalog.builtin_folder()], language).enforced
    if not os.environ.get("DRAGOMAN_EVAL"):
        return list(builtin)
    gold = wire.glossary(language)
    matcher = Matcher(builtin)
    texts = [row["en"] for _, article in wire.articles() for row in article]
    replaced = {match.entry.identity for text in texts for match in matcher.find(text)}
    return [*gold, *(entry for entry in builtin if entry.identity not in replaced)]


def _invented(language: str, count: int, chance: random.Random) -> list[Entry]:
    """Return persons and towns by turns, each with a forbidden rendering; no two share a word."""
    words: dict[tuple[int, ...], None] = {}
    while len(words) < 2 * count:
        words[tuple(chance.choices(range(len(SYLLABLES["en"])), k=chance.randint(2, 4)))] = None
    left = iter(words)

    def entry(kind: str) -> Entry:
        name = [next(left) for _ in range(2 if kind == "person" else 1)]
        text = _spelled(name, language)
        return Entry(Term(kind, _spelled(name, "en")), Rendering(text, forbidden=(_misspelled(text),)))

    return [entry(_KINDS[number % 2]) for number in range(count)]


def _spelled(name: Sequence[tuple[int, ...]], code: str) -> str:
    return " ".join("".join(SYLLABLES[code][i] for i in word).capitalize() for word in name)


def _misspelled(text: str) -> str:
    """Return a name with its second letter, a vowel, doubled: no form of it, and it sounds the same."""
    return text[:2] + text[1] + text[2:]


class _Writer:
    """Fills templates with names, and makes every hundredth paragraph wrong in some way."""

    def __init__(
        self, language: str, listed: Sequence[Entry], unlisted: Sequence[Entry], chance: random.Random
    ) -> None:
        self.language = language
        self.lexicon = Lexicon(language)
        self.chance = chance
        self.listed = {kind: [e for e in listed if e.term.kind == kind] for kind in _KINDS}
        self.unlisted = {kind: [e for e in unlisted if e.term.kind == kind] for kind in _KINDS}

    def article(self, templates: Sequence[Template]) -> list[Paragraph]:
        """Return paragraphs of `SIZE` characters together or a little more."""
        made: list[Paragraph] = []
        for template in self.chance.sample(templates, len(templates)):
            made.append(self.paragraph(template))
            if sum(len(paragraph.source) for paragraph in made) >= SIZE:
                break
        return made

    def paragraph(self, template: Template) -> Paragraph:
        names = [self._name(kind) for kind in template.kinds]
        source = _PLACE.sub(lambda found: names[int(found[1])].term.text, template.source)
        target = self._filled(template.target, [self._form] * len(names), names)
        if self.chance.random() < SHARE:
            wrongs = [
                wrong for wrong in self._wrongs(template, names, source, target) if wrong.target != target
            ]
            return self.chance.choice(wrongs)
        return Paragraph(source, target)

    def _name(self, kind: str) -> Entry:
        pool = self.unlisted if self.chance.random() < 0.05 else self.listed
        return self.chance.choice(pool[kind])

    def _form(self, entry: Entry, case: str) -> str:
        return self.lexicon.form(entry, case or "Nom", plural=False).text

    def _filled(
        self, target: str, forms: Sequence[Callable[[Entry, str], str]], names: Sequence[Entry]
    ) -> str:
        return _PLACE.sub(lambda found: forms[int(found[1])](names[int(found[1])], found[2]), target)

    def _wrongs(
        self, template: Template, names: Sequence[Entry], source: str, target: str
    ) -> list[Paragraph]:
        """Return the paragraph with each kind of error that is possible in it."""
        made = []
        if names:
            at = self.chance.randrange(len(names))
            listed = names[at] in self.listed[names[at].term.kind]

            def with_form(form: Callable[[Entry, str], str]) -> str:
                return self._filled(
                    template.target, [form if i == at else self._form for i in range(len(names))], names
                )

            made.append(("misspelled" if listed else "unlisted name misspelled", with_form(self._forbidden)))
            if listed:
                other = self._name(names[at].term.kind)
                made.append(("dropped", with_form(lambda entry, case: "")))
                made.append(("other name", with_form(lambda entry, case: self._form(other, case))))
        made.append(
            ("number", re.sub(r"(?<!\d)[1-8](?=\d)", lambda found: str(int(found[0]) + 1), target, count=1))
        )
        made.append(("English", " ".join([*target.split()[:-6], *source.split()[-6:]])))
        made.append(("letter", _with_wrong_letter(target, self.language)))
        return [Paragraph(source, text, error) for error, text in made]

    def _forbidden(self, entry: Entry, case: str) -> str:
        return _misspelled(self._form(entry, case))


def _with_wrong_letter(text: str, language: str) -> str:
    """Return the text with one letter in the middle of a word in another code point."""
    right, wrong = {"ru": ("о", "o"), "ur": ("ک", "ك")}[language]
    return re.sub(rf"(?<=\w){right}(?=\w\w)", wrong, text, count=1)
