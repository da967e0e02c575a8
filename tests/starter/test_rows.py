"""Rows marked, swapped, varied, and carried."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from random import Random

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog import builtin_folder, load_glossary
from glossary.enforcement.carriers import draft_from
from glossary.enforcement.draft import Sentence
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher
from glossary.model import Entry, Kind, Rendering, Term
from starter.samples import TALKS, TALKS_UR, WITHHELD, unmarked
from tools.starter import corpora, names
from tools.starter.carried import VOCABULARY, carried
from tools.starter.drawing import Drawer
from tools.starter.marks import Pair, Row, marks, plain, read, write
from tools.starter.matching import Marker
from tools.starter.swapping import Swapper

SEEDS = st.integers(0, 10_000)
LANGUAGES = pytest.mark.parametrize(("row", "language"), [(TALKS, "ru"), (TALKS_UR, "ur")])


@cache
def entries(language: str) -> tuple[Entry, ...]:
    return load_glossary([builtin_folder()], language).enforced


@cache
def swapper(language: str) -> Swapper:
    return Swapper(entries(language), language)


@pytest.mark.parametrize("language", list(corpora.LANGUAGES))
def test_marks_are_written_as_they_were_read(language: str) -> None:
    for row in corpora.own("wire", language)[::50]:
        assert read(write(row.english)) == row.english
        assert read(write(row.target)) == row.target


def test_square_brackets_that_are_no_marks_stay() -> None:
    assert read("He [the minister] came at [1:30].") == ("He [the minister] came at [1:30].",)


def test_every_term_travels() -> None:
    assert carried(TALKS, {1, 2, 3, 4}) == Pair(
        "⟦Tm⟧⟦1⟧ ⟦Pm⟧⟦2⟧ met ⟦Pm⟧⟦3⟧ in ⟦Gm⟧⟦4⟧, 23 aides said.",
        "⟦1⟧⟦nom⟧ ⟦2⟧⟦nom⟧ встретился в ⟦4⟧⟦loc⟧ с ⟦3⟧⟦ins⟧, сообщили 23 помощника.",
    )
    assert carried(TALKS_UR, {4}) == Pair(
        "Prime Minister Shehbaz Sharif met Vladimir Putin in ⟦Gm⟧⟦1⟧, 23 aides said.",
        "وزیراعظم شہباز شریف نے ⟦1⟧ میں ولادیمیر پوٹن سے ملاقات کی، 23 معاونین نے کہا۔",
    )


def test_a_withheld_name_always_travels() -> None:
    assert carried(WITHHELD, set()).source == "⟦Pf⟧⟦1⟧, who ran for president, died in Accra."


def test_carriers_come_back_as_the_forms_they_stand_for() -> None:
    glossary = [
        Entry(Term("person", "Vladimir Putin"), Rendering("Владимир Путин", morph=(("Gender", "Masc"),))),
        Entry(Term("place", "Beijing"), Rendering("Пекин")),
    ]
    sentence = Sentence(TALKS.plain().source, tuple(Matcher(glossary).find(TALKS.plain().source)))
    pair = carried(TALKS, {3, 4})
    draft = draft_from(pair.source, pair.target, sentence, range(2), Lexicon("ru"))
    assert [slot.text for slot in draft.slots()] == ["Пекине", "Владимиром Путиным"]


@LANGUAGES
@given(chosen=st.sets(st.integers(1, 4)))
def test_each_carrier_stands_once_on_either_side(row: Row, language: str, chosen: set[int]) -> None:
    del language
    pair = carried(row, chosen)
    for side in pair:
        assert sorted(re.findall(r"⟦(\d)⟧", side)) == [str(n) for n in range(1, len(chosen) + 1)]
        assert set(re.findall(r"⟦\w+⟧", side)) <= set(VOCABULARY)


@pytest.mark.parametrize(
    ("language", "target", "expected"),
    [
        (
            "ru",
            "Губернатор прилетел из Пакистана в Москву.",
            "[1nm:Губернатор] прилетел из [2gm:Пакистана] в [3af:Москву].",
        ),
        ("ur", "گورنر پاکستان سے ماسکو پہنچے۔", "[1m:گورنر] [2m:پاکستان] سے [3m:ماسکو] پہنچے۔"),
    ],
)
def test_terms_on_which_both_sides_agree_are_marked(language: str, target: str, expected: str) -> None:
    row = Marker(entries(language), language).mark(
        unmarked("The governor flew from Pakistan to Moscow.", target)
    )
    assert write(row.english) == "The [1T:governor] flew from [2G:Pakistan] to [3G:Moscow]."
    assert write(row.target) == expected


def test_what_one_side_lacks_is_not_marked() -> None:
    row = unmarked("He flew to Moscow.", "Он улетел в столицу.")
    assert Marker(entries("ru"), "ru").mark(row) == row


@LANGUAGES
@settings(deadline=None)  # the first one loads the glossary
@given(seed=SEEDS)
def test_a_swap_keeps_kinds_letters_and_the_words_between(row: Row, language: str, seed: int) -> None:
    swapped = swapper(language).swap(row, Random(seed))
    for old, new in ((row.english, swapped.english), (row.target, swapped.target)):
        assert [(m.number, m.letters) for m in marks(old).values()] == [
            (m.number, m.letters) for m in marks(new).values()
        ]
        between = ["".join(p for p in side if isinstance(p, str)) for side in (old, new)]
        # a preposition may take its other shape
        assert re.sub(r"\b([вс])о?\b", r"\1", between[0]) == re.sub(r"\b([вс])о?\b", r"\1", between[1])


def known(term: Term) -> set[str]:
    return {term.text, *term.aliases}


@settings(deadline=None)  # the first one loads the glossary
@given(seed=SEEDS)
def test_a_swapped_place_is_in_the_case_of_the_old_one(seed: int) -> None:
    row = Row("wire", "MIT", read("He lives in [1G:Lahore]."), read("Он живёт в [1lm:Лахоре]."))
    swapped = swapper("ru").swap(row, Random(seed))
    place = marks(swapped.english)[1].text
    lexicon = Lexicon("ru")
    forms = {lexicon.form(e, "Loc", plural=False).text for e in entries("ru") if place in known(e.term)}
    assert marks(swapped.target)[1].text in forms


def test_prepositions_and_articles_follow_what_was_put_in() -> None:
    france = Entry(Term("place", "France"), Rendering("Франция"))
    auditor = Entry(Term("title", "auditor"), Rendering("аудитор"))
    row = Row(
        "wire",
        "MIT",
        read("She met a [1T:lawyer] in [2G:Germany]."),
        read("Она встретилась с [1im:юристом] в [2lf:Германии]."),
    )
    swapped = Swapper([france, auditor], "ru").swap(row, Random(1))
    assert swapped.plain() == Pair("She met an auditor in France.", "Она встретилась с аудитором во Франции.")


@pytest.mark.parametrize(
    "body",
    [
        "an Interpol",
        "an FBI",
        "an EU",
        "an S.C.O.",
        "a UNESCO",
        "a NATO",
        "a Eurojust",
        "a U.N.",
        "a University",
    ],
)
def test_a_body_has_its_article(body: str) -> None:
    row = Row("wire", "MIT", read("He is a [1O:Frontex] man."), read("Он из [1gm:«Фронтекса»]."))
    entry = Entry(Term("organization", body.split(" ")[1]), Rendering("Интерпол"))
    assert Swapper([entry], "ru").swap(row, Random(1)).plain().source == f"He is {body} man."


def test_bodies_go_by_their_aliases_too_persons_and_places_do_not() -> None:
    body = Entry(
        Term(Kind.ORGANIZATION, "World Food Programme", aliases=("The WFP", "W.F.P.", "WFP")),
        Rendering("ВПП"),
    )
    person = Entry(Term(Kind.PERSON, "Owen Blake", aliases=("Blake",)), Rendering("Оуэн Блейк"))
    place = Entry(Term(Kind.PLACE, "Lahore", aliases=("LHE",)), Rendering("Лахор"))
    rows = Swapper([body, person, place], "ru").pairs(Random(1), 9)
    drawn = {mark.text for row in rows for mark in marks(row.english).values()}
    assert drawn == {"World Food Programme", "WFP", "Owen Blake", "Lahore"}


@pytest.mark.parametrize("language", list(corpora.LANGUAGES))
def test_persons_are_put_together_of_names(language: str) -> None:
    made = list(names.persons(language, Random(1), 40))
    assert len({entry.identity for entry in made}) > 100
    spelled: dict[str, set[str]] = {}
    for name in names.load():
        spelled.setdefault(name.english, set()).add(getattr(name, language))
    for entry in made:
        ways = product(*(spelled[part] for part in entry.term.text.split(" ")))
        assert entry.rendering.text in set(map(" ".join, ways))


def test_women_get_no_surname_of_men() -> None:
    women = [e for e in names.persons("ru", Random(1), 300) if e.term.qualifier == "Fem"]
    assert len(women) > 400
    assert not [e for e in women if e.rendering.text.endswith(("ов", "ев", "ский", "ова", "ева", "ина"))]


def test_nobody_known_is_invented() -> None:
    made = list(names.persons("ru", Random(1), 300))
    known = {made[0].term.text, made[-1].term.text}
    others = {e.term.text for e in names.persons("ru", Random(1), 300, known)}
    assert others == {e.term.text for e in made} - known


def test_places_are_declined_and_not_in_the_glossary() -> None:
    places = {entry.term.text: entry for entry in names.places("ru")}
    assert places.keys().isdisjoint(entry.term.text for entry in entries("ru"))
    lexicon = Lexicon("ru")
    found = {name: lexicon.form(places[name], "Loc", plural=False).text for name in ("Nashville", "Catania")}
    assert found == {"Nashville": "Нашвилле", "Catania": "Катании"}
    assert all(entry.rendering.text[-1] not in "оеиуыэюь" for entry in places.values())


def test_half_of_the_persons_are_invented() -> None:
    invented = Entry(Term("person/m", "Zed Quux"), Rendering("Зед Квакс", morph=(("Gender", "Masc"),)))
    draw = Swapper(entries("ru"), "ru", [invented])
    rows = [draw.swap(TALKS, Random(seed)).plain() for seed in range(100)]
    assert 30 < sum("Zed Quux met" in row.source for row in rows) < 70
    assert {"Зедом Кваксом" in row.target for row in rows if "met Zed Quux" in row.source} == {True}


def test_names_are_spelled_in_their_letters() -> None:
    for name in names.load():
        assert name.kind in "mfsg"
        assert regex.fullmatch(r"[\p{Latin}'. -]+", name.english), name
        assert regex.fullmatch(r"[\p{Cyrillic}' -]+", name.ru), name
        assert regex.fullmatch(r"[\p{Arabic}\p{Inherited} -]+", name.ur), name
        assert not set("يكىه") & set(name.ur), name


def test_a_row_that_withholds_a_name_is_not_swapped() -> None:
    assert swapper("ru").swap(WITHHELD, Random(1)) is WITHHELD


def test_an_owner_is_in_the_genitive() -> None:
    owner = marks(swapper("ru").owner(Random(1)).target)[1]
    assert owner.letters.startswith("g")


def test_an_epoch_is_drawn_anew_and_can_be_drawn_again() -> None:
    drawer = Drawer([TALKS, WITHHELD] * 20, entries("ru"), "ru", seed=7)
    assert drawer.epoch(0) == drawer.epoch(0)
    assert drawer.epoch(0) != drawer.epoch(1)
    assert not any("*" in side for pair in drawer.epoch(2) for side in pair)
    assert plain(TALKS.target) in {pair.target for pair in drawer.epoch(0)}


def test_the_parts_of_an_epoch_have_each_row_once() -> None:
    rows = [unmarked(f"Room {word}.", f"Комната {word}.") for word in ("A", "B", "C", "D", "E", "F", "G")]
    drawer = Drawer(rows, entries("ru"), "ru", seed=7)
    parts = [[pair.target.casefold() for pair in drawer.epoch(3, part, 3)] for part in range(3)]
    drawn = [found[1] for part in parts for target in part if (found := re.search(r"комната (\w)", target))]
    assert sorted(drawn) == list("abcdefg")


def test_everyday_rows_with_fuller_translations_come_oftener() -> None:
    lengths = {
        "The house burns.": ("дом", "этот дом", "этот самый дом"),
        "Every old house burns now.": ("старый дом",),
    }
    rows = [
        Row("everyday", "MIT", (english,), (f"Горит {target}.",))
        for english, t in lengths.items()
        for target in t
    ]
    pairs = Drawer(rows, entries("ru"), "ru", seed=7).epoch(0)
    single = [pair.target.casefold() for pair in pairs if pair.source.casefold().count("house") == 1]
    drawn = [found[1] for target in single if (found := re.search(r"горит ([а-я ]+)", target))]
    assert {target: drawn.count(target) for target in drawn} == {
        "дом": 1,
        "этот дом": 3,  # longer than half of them, for the length of its English
        "этот самый дом": 3,
        "старый дом": 1,
    }
