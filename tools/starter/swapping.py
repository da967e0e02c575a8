"""Terms of a row swapped for others of the same kind, gender and number, in the right form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from glossary.enforcement.lexicon import Lexicon, feature
from glossary.model import Entry, Kind
from glossary.text import en
from tools.starter.augment import SMALL
from tools.starter.marks import CASES, GENDERS, KINDS, WITHHELD, Mark, Marked, Row, letters, marks

_SWAPPED = frozenset("PTGO")  # an event does not fit where another one stood
_INVENTED = 0.5  # share of persons whom nobody knows: their names teach to spell and to copy
_ON_ISLANDS = re.compile(
    r"остров|озер|гор[аы]\b|Куб[аы]|Кипр|Мальт|Гаити|Мадагаскар|Филиппин|Мальдив|Багам|Бермуд|Сейшел|Ямайк"
    r"|Барбадос|Маврики|Украин|Тайван|Сахалин|Крит|Сицили|Аляск|Гавай|Камчатк|Кавказ|Урал|Балкан|Восток"
    r"|Самоа|Гренад|Науру|Палау|Тувалу|Тонга|Коморы|Фиджи|Кирибати|Ява|Суматра|Бали|Донбасс",
    re.IGNORECASE,
)
"""Places that take «на» where others take «в»."""

_ON = re.compile(r"(?:^|\W)(?:на|со?)\s+[«\"]?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b([Aa])n?(\s+)$")
_VOWEL = re.compile(
    r"(?!eu(?-i:[a-z])|one\b|once|uni(?!m|n)|us[ae]|u(?-i:[A-Z.]))[aeiou]|(?-i:[FHLMNRSX](?=[B-DF-HJ-NP-TV-Z.]))",
    re.IGNORECASE,
)
"""What has *an* before it."""

_LETTER = re.compile(r"[^\W\d_]")
_ALIAS = re.compile(r"(?!The )[A-Z].*[^.]")  # no article before another, no full stop before the sentence's

_Pool = tuple[str, str, bool]
"""Kind letter, gender letter, and whether it is a single word."""


class StandIn(NamedTuple):
    """A term that can be put in another's place."""

    english: str
    entry: Entry
    plural: bool = False


class Swapper:
    """Swaps terms for those of one language's glossary, and half of the persons for invented ones."""

    def __init__(self, entries: Iterable[Entry], language: str, invented: Iterable[Entry] = ()) -> None:
        self._language = language
        self._lexicon = Lexicon(language)
        self._pools = self._pooled(entries)
        self._invented = self._pooled(invented)

    def _pooled(self, entries: Iterable[Entry]) -> dict[_Pool, list[StandIn]]:
        pools: dict[_Pool, list[StandIn]] = defaultdict(list)
        for entry in entries:
            for gender, stand_in in self._stand_ins(entry):
                pools[KINDS[entry.term.kind], gender, " " not in stand_in.english].append(stand_in)
        return pools

    def swap(self, row: Row, random: Random) -> Row:
        """Return a row with each of its terms swapped, as far as another fits.

        A row that withholds a name speaks of something bad, and stays as it is.
        """
        if row.withheld:
            return row
        targets, chosen = marks(row.target), {}
        before = dict(_with_text_before(row.target))
        for mark in marks(row.english).values():
            stand_in = self._chosen(mark, targets[mark.number], before[mark.number], random)
            if stand_in is not None:
                chosen[mark.number] = stand_in
        return replace(
            row, english=_put_english(row.english, chosen), target=self._put_target(row.target, chosen)
        )

    def pairs(self, random: Random, most: int) -> Iterator[Row]:
        """Yield up to `most` terms of the glossary as rows of their own, and persons with their offices."""
        terms = [stand_in for pool in self._pools.values() for stand_in in pool]
        for stand_in in random.sample(terms, min(most, len(terms))):
            yield self._row((stand_in,))
        for gender in "mf":
            offices, persons = (
                self._pools[kind, gender, False] + self._pools[kind, gender, True] for kind in "TP"
            )
            for _ in range(min(most // 4, len(offices), len(persons))):
                yield self._row((random.choice(offices), random.choice(persons)))

    def place(self, random: Random) -> Row:
        """Return a place with a one-word name as a row of its own."""
        return self._row([self._place(random)])

    def owner(self, random: Random) -> Row:
        """Return a place with a one-word name, as what owns something, as a row of its own."""
        return self._row([self._place(random)], "Gen" if self._language == "ru" else "Acc")

    def _place(self, random: Random) -> StandIn:
        return random.choice(self._pools["G", "m", True] + self._pools["G", "f", True])

    def _row(self, stand_ins: Sequence[StandIn], case: str = "Nom") -> Row:
        english: list[str | Mark] = [""]
        target: list[str | Mark] = [""]
        titled = len(stand_ins) > 1
        for number, (text, entry, plural) in enumerate(stand_ins, start=1):
            form = self._lexicon.form(entry, case, plural=plural)
            gender = "Plur" if plural else self._lexicon.gender(entry)
            kind = KINDS[entry.term.kind]
            english += [Mark(number, kind, _title(text) if titled and kind == "T" else text), " "]
            target += [Mark(number, letters(case, gender, self._language), form.text), " "]
        return Row("glossary", "MIT", (*english[:-1], ""), (*target[:-1], ""))

    def _stand_ins(self, entry: Entry) -> Iterator[tuple[str, StandIn]]:
        text, kind = entry.term.text, entry.term.kind
        if KINDS[kind] not in _SWAPPED or not entry.term.translate or "[" in text + entry.rendering.text:
            return
        if kind is not Kind.TITLE:
            gender = GENDERS[self._lexicon.gender(entry)]
            yield gender, StandIn(text, entry)
            if kind is Kind.ORGANIZATION:  # places go by abbreviations that want an article, persons by parts
                for alias in filter(_ALIAS.fullmatch, entry.term.aliases):
                    yield gender, StandIn(alias, entry)
        elif text == text.lower():  # an office with a name in it is of one country
            yield GENDERS[self._lexicon.gender(entry)], StandIn(text, entry)
            yield "p", StandIn(_plural(text), entry, plural=True)

    def _chosen(self, mark: Mark, target: Mark, before: str, random: Random) -> StandIn | None:
        place = mark.letters == "G"
        if mark.text == WITHHELD or (place and self._language == "ru" and _ON.search(before)):
            return None
        wanted = (mark.letters, target.letters[-1], " " not in mark.text)
        invented = self._invented.get(wanted, [])
        pool = self._pools.get(wanted, [])
        if invented and random.random() < _INVENTED:
            pool = invented
        if not pool:
            return None
        stand_in = random.choice(pool)
        if place and self._language == "ru" and _ON_ISLANDS.search(stand_in.entry.rendering.text):
            return None
        return stand_in if self._form(stand_in, target, "") is not None else None

    def _form(self, stand_in: StandIn, target: Mark, after: str) -> str | None:
        """Return the form that is wanted where `target` stands; None where there is none."""
        number = "Plur" if stand_in.plural else "Sing"
        case = CASES.get(target.letters[:-1]) or self._lexicon.rules.governed_case(after) or "Nom"
        form = self._lexicon.form(stand_in.entry, case, plural=stand_in.plural)
        as_wanted = feature(form.features, "Case") == case
        if self._language == "ru" and not as_wanted:
            return None
        return form.text if not stand_in.plural or feature(form.features, "Number") == number else None

    def _put_target(self, pieces: Marked, chosen: dict[int, StandIn]) -> Marked:
        out: list[str | Mark] = []
        text = ""
        for i, piece in enumerate(pieces):
            if isinstance(piece, Mark) and piece.number in chosen:
                after = next((p for p in pieces[i + 1 :] if isinstance(p, str)), "")
                form = self._form(chosen[piece.number], piece, after)
                assert form is not None
                form = form if _LETTER.search(text) else form[:1].upper() + form[1:]
                if out and isinstance(out[-1], str):
                    out[-1] = self._lexicon.rules.joined(out[-1], form)
                out.append(piece._replace(text=form))
            else:
                out.append(piece)
            text += piece if isinstance(piece, str) else piece.text
        return tuple(out)


def _with_text_before(pieces: Marked) -> Iterator[tuple[int, str]]:
    before = ""
    for piece in pieces:
        if isinstance(piece, Mark):
            yield piece.number, before
        before = piece if isinstance(piece, str) else ""


def _put_english(pieces: Marked, chosen: dict[int, StandIn]) -> Marked:
    out: list[str | Mark] = []
    text = ""
    for piece in pieces:
        if isinstance(piece, Mark) and piece.number in chosen:
            new = _like(chosen[piece.number].english, piece, first=not _LETTER.search(text))
            if out and isinstance(out[-1], str):
                out[-1] = _ARTICLE.sub(rf"\1{'n' if _VOWEL.match(new) else ''}\2", out[-1])
            out.append(piece._replace(text=new))
        else:
            out.append(piece)
        text += piece if isinstance(piece, str) else piece.text
    return tuple(out)


def _like(new: str, old: Mark, *, first: bool) -> str:
    """Return a term with the capitals of the one that it replaces: *Prime Minister* → *Foreign Minister*."""
    if old.letters == "T" and old.text[:1].isupper():
        return new[:1].upper() + new[1:] if first and old.text[1:].islower() else _title(new)
    return new


def _title(office: str) -> str:
    return " ".join(w if w in SMALL else w[:1].upper() + w[1:] for w in office.split(" "))


def _plural(office: str) -> str:
    words = office.split(" ")
    head = en.head_index(words)
    return " ".join(en.plural(word) if i == head else word for i, word in enumerate(words))
