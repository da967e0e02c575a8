"""Variants of rows and pairs: numbers, datelines, countries, honorifics, headlines, quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starter.samples import TALKS, unmarked
from tools.starter import augment
from tools.starter.honorifics import with_honorific
from tools.starter.marks import Mark, Pair, Row, marks, plain, read, write

SEEDS = st.integers(0, 10_000)


@given(seed=SEEDS)
def test_numbers_change_alike_and_keep_what_nouns_agree_with(seed: int) -> None:
    pair = augment.with_other_numbers(TALKS, Random(seed)).plain()
    (ours,), (theirs,) = (re.findall(r"\d+", side) for side in pair)
    assert ours == theirs
    assert re.fullmatch(r"[2-9]3", ours)


def test_other_numbers_are_drawn() -> None:
    drawn = {augment.with_other_numbers(TALKS, Random(seed)).plain() for seed in range(20)}
    assert len(drawn) > 5


@pytest.mark.parametrize(
    "text", ["version 3.25.1", "at 10:30", "on 2025-11-04", "a T-72 tank", "72-year-old"]
)
def test_parts_of_other_figures_stay(text: str) -> None:
    row = unmarked(text, text)
    assert augment.with_other_numbers(row, Random(1)) == row


@pytest.mark.parametrize(
    ("english", "target", "word"),
    [
        ("4,500 visitors a day", "4500 посетителей в день", ""),
        ("40,000 pages", "40 000 страниц", ""),
        ("40,000 people", "40 тысяч человек", " тысяч"),
        ("40,000 people", "40 ہزار افراد", " ہزار"),
        ("6.31 metres", "6,31 метра", ""),
    ],
)
@given(seed=SEEDS)
def test_thousands_and_decimals_change_as_they_are_written(
    seed: int, english: str, target: str, word: str
) -> None:
    row = unmarked(english, target)
    assert any(augment.with_other_numbers(row, Random(other)) != row for other in range(9))
    pair = augment.with_other_numbers(row, Random(seed)).plain()
    assert [re.sub(r"\d", "0", side) for side in pair] == [re.sub(r"\d", "0", t) for t in (english, target)]
    ours, theirs = (re.sub(r"\D", "", side.replace(word, ",000") if word else side) for side in pair)
    assert ours == theirs
    assert ours[-1] == re.sub(r"\D", "", english)[-1]


def test_a_dateline_is_a_term_too() -> None:
    place = Row("glossary", "MIT", ("", Mark(1, "G", "Kabul"), ""), ("", Mark(1, "nm", "Кабул"), ""))
    row = augment.with_dateline(TALKS, place, "ru", Random(3))
    assert re.match(r"\[5G:KABUL\], \w+ \d+( \(APP\))?(:| [—-]) \[1T:", write(row.english))
    assert re.match(r"\[5nm:КАБУЛ\], \d+ \w+( \(АПП\))?\. \[1nm:", write(row.target))
    assert marks(row.english).keys() == marks(row.target).keys()


@given(seed=SEEDS)
def test_a_dateline_is_of_a_day_that_there_is(seed: int) -> None:
    place = Row("glossary", "MIT", ("", Mark(1, "G", "Kabul"), ""), ("", Mark(1, "nm", "Кабул"), ""))
    row = augment.with_dateline(TALKS, place, "ru", Random(seed))
    ((month, day),) = re.findall(r"^KABUL, (\w{3})\w* (\d+)", plain(row.english))
    assert datetime.strptime(f"2024 {month} {day}", "%Y %b %d").day == int(day)


@pytest.mark.parametrize(
    ("language", "target", "owner", "wanted"),
    [
        (
            "ru",
            "[1nm:Президент] [2nm:Владимир Путин] выступил.",
            "[1gm:Ирана]",
            "Президент Ирана Владимир Путин выступил.",
        ),
        (
            "ur",
            "[1m:صدر] [2m:ولادیمیر پوٹن] نے خطاب کیا۔",
            "[1m:ایران]",
            "ایران کے صدر ولادیمیر پوٹن نے خطاب کیا۔",
        ),
        (
            "ur",
            "[1f:وزیر] [2f:شیری رحمان] نے خطاب کیا۔",
            "[1m:ایران]",
            "ایران کی وزیر شیری رحمان نے خطاب کیا۔",
        ),
    ],
)
def test_an_office_gets_a_country(language: str, target: str, owner: str, wanted: str) -> None:
    row = Row("wire", "MIT", read("[1T:President] [2P:Vladimir Putin] spoke."), read(target))
    country = Row("glossary", "MIT", read("[1G:Iran]"), read(owner))
    changed = augment.with_country(row, country, language)
    assert changed.plain() == Pair("President of Iran Vladimir Putin spoke.", wanted)
    assert marks(changed.english).keys() == marks(changed.target).keys() == {1, 2, 3}


@pytest.mark.parametrize(
    ("english", "target"),
    [
        ("[1T:President] [2P:*] was hurt.", "[1nm:Президент] [2nm:*] пострадал."),
        ("[1T:President] and [2P:Putin] spoke.", "[1nm:Президент] и [2nm:Путин] говорили."),
        ("[1T:Head of State] [2P:Putin] spoke.", "[1nm:Глава государства] [2nm:Путин] выступил."),
        ("[1T:President] [2P:Putin] spoke.", "[2nm:Путин] [1nm:президент] выступил."),
    ],
)
def test_other_rows_get_none(english: str, target: str) -> None:
    row = Row("wire", "MIT", read(english), read(target))
    country = Row("glossary", "MIT", read("[1G:Iran]"), read("[1gm:Ирана]"))
    assert augment.with_country(row, country, "ru") is row


@pytest.mark.parametrize(
    ("english", "target", "ways"),
    [
        ("[1P:Blake] left.", "[1nm:Блейк] ушел.", "Г-н Блейк ушел. | Доктор Блейк ушел."),
        ("Homes of [1P:Blake]", "Дома [1gm:Блейка]", "Дома г-на Блейка | Дома доктора Блейка"),
        ("Given to [1P:Blake]", "Дано [1dm:Блейку]", "Дано г-ну Блейку | Дано доктору Блейку"),
        ("We met [1P:Blake]", "Мы видели [1am:Блейка]", "Мы видели г-на Блейка | Мы видели доктора Блейка"),
        ("Gone with [1P:Blake]", "Ушли с [1im:Блейком]", "Ушли с г-ном Блейком | Ушли с доктором Блейком"),
        ("Talk about [1P:Blake]", "Речь о [1lm:Блейке]", "Речь о г-не Блейке | Речь о докторе Блейке"),
        ("[1P:Blake] left.", "[1nf:Блейк] ушла.", "Г-жа Блейк ушла. | Доктор Блейк ушла."),
        ("Homes of [1P:Blake]", "Дома [1gf:Блейк]", "Дома г-жи Блейк | Дома доктора Блейк"),
        ("Given to [1P:Blake]", "Дано [1df:Блейк]", "Дано г-же Блейк | Дано доктору Блейк"),
        ("We met [1P:Blake]", "Мы видели [1af:Блейк]", "Мы видели г-жу Блейк | Мы видели доктора Блейк"),
        ("Gone with [1P:Blake]", "Ушли с [1if:Блейк]", "Ушли с г-жой Блейк | Ушли с доктором Блейк"),
        ("Talk about [1P:Blake]", "Речь о [1lf:Блейк]", "Речь о г-же Блейк | Речь о докторе Блейк"),
        ("We met [1P:Blake].", "ہم [1m:بلیک] سے ملے۔", "ہم مسٹر بلیک سے ملے۔ | ہم ڈاکٹر بلیک سے ملے۔"),
        (
            "We met [1P:Blake].",
            "ہم [1f:بلیک] سے ملے۔",
            "ہم محترمہ بلیک سے ملے۔ | ہم مسز بلیک سے ملے۔ | ہم ڈاکٹر بلیک سے ملے۔",
        ),
    ],
)
def test_a_person_who_goes_by_one_name_is_called_mister(english: str, target: str, ways: str) -> None:
    row = Row("everyday", "MIT", read(english), read(target))
    language = "ru" if re.search("[а-я]", target) else "ur"
    drawn = {with_honorific(row, language, Random(seed)).plain() for seed in range(40)}
    assert {pair.target for pair in drawn} == set(ways.split(" | "))
    called = {"Mr.", "Dr."} if "m:" in target else {"Ms.", "Mrs.", "Dr."}
    assert {pair.source for pair in drawn} == {english.replace("[1P:Blake]", f"{c} Blake") for c in called}


@pytest.mark.parametrize(
    ("english", "target"),
    [
        ("[1T:Coach] [2P:Blake] left.", "[1nm:Тренер] [2nm:Блейк] ушел."),
        ("[1P:Blake], the [2T:coach], left.", "[2nm:Тренер] [1nm:Блейк] ушел."),
        ("Mr. [1P:Blake] left.", "Г-н [1nm:Блейк] ушел."),
        ("Pope [1P:Leo] left.", "Папа [1nm:Лев] ушел."),
        ("[1P:Owen Blake] left.", "[1nm:Оуэн Блейк] ушел."),
        ("They spoke about [1P:Obama].", "Они говорили об [1lm:Обаме]."),
        ("[1P:*] fell ill.", "[1nm:*] заболел."),
        ("[1G:Lahore] is big.", "[1nm:Лахор] велик."),
    ],
)
def test_nobody_else_is(english: str, target: str) -> None:
    row = Row("wire", "MIT", read(english), read(target))
    assert with_honorific(row, "ru", Random(1)) is row


def test_a_headline_is_in_capitals_but_for_carriers() -> None:
    pair = augment.shouted(Pair("⟦Pm⟧⟦1⟧ said yes.", "⟦1⟧⟦nom⟧ согласился."))
    assert pair == Pair("⟦Pm⟧⟦1⟧ SAID YES", "⟦1⟧⟦nom⟧ согласился")


def test_a_headline_has_capitals_but_in_small_words_and_carriers() -> None:
    pair = augment.titled(Pair('⟦Pm⟧⟦1⟧ says a "new day" is near.', "⟦1⟧⟦nom⟧ говорит: близок «новый день»."))
    assert pair == Pair('⟦Pm⟧⟦1⟧ Says a "New Day" is Near', "⟦1⟧⟦nom⟧ говорит: близок «новый день»")


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("The US and the UN agreed.", ["The U.S. and the U.N. agreed."]),
        ("The U.S. and the U.N. agreed.", ["The US and the UN agreed."]),
        ("He left the US.", []),
        ("He left the United States.", ["He left the US."]),
        ("In the United States it rained.", ["In the US it rained.", "In the U.S. it rained."]),
        ("American officials met.", ["U.S. officials met.", "US officials met."]),
        (
            "An American official met an American.",
            ["A U.S. official met an American.", "A US official met an American."],
        ),
        ("He likes American football.", []),
        ("An American who left", []),
        ('"We left the U.S." She did.', []),
        ("It costs US$5.", []),
        (
            "It fell 5% on September 3.",
            ["It fell 5 percent on Sept. 3.", "It fell 5 per cent on September 3."],
        ),
        ("It fell 5 percent.", ["It fell 5%.", "It fell 5 per cent."]),
        ("It fell 5 percentage points.", []),
        ("Mr. Blake left at 5 p.m. on Monday.", ["Mr Blake left at 5pm on Monday."]),
        ("She left at 5 p.m.", []),
    ],
)
def test_papers_abbreviate_otherwise(source: str, others: list[str]) -> None:
    drawn = {augment.respelled(Pair(source, ""), Random(seed)).source for seed in range(40)}
    assert drawn == {source, *others}


def test_one_sentence_in_nine_looks_like_a_headline_or_a_caption() -> None:
    pair = Pair("It rained in the north.", "На севере шёл дождь.")
    drawn = Counter(augment.changed(pair, Random(seed)).source for seed in range(2000))
    assert drawn.keys() == {
        pair.source,
        "IT RAINED IN THE NORTH",
        "It Rained in the North",
        "It rained in the north",
    }
    assert 0.85 < drawn[pair.source] / 2000 < 0.93
    assert min(drawn.values()) > 30


def test_an_abbreviation_keeps_its_full_stop() -> None:
    assert augment.without_full_stop(Pair("He left the U.S.", "Он уехал.")).source == "He left the U.S."


@given(seed=SEEDS)
def test_other_quotation_marks_hold_the_same_words(seed: int) -> None:
    pair = augment.requoted(Pair('He said "not yet" twice.', "Он дважды сказал «ещё нет»."), Random(seed))
    assert re.sub(r"[^\w ]", "", pair.source) == "He said not yet twice"
    assert pair.target == "Он дважды сказал «ещё нет»."


def test_two_whole_sentences_that_name_nobody_are_joined() -> None:
    rows = [unmarked("Yes.", "Да."), unmarked('"No," he said.', "«Нет», — сказал он.")]
    made = augment.joined([*rows, unmarked("A headline", "Заголовок"), TALKS], Random(1), 9)
    assert made == [Pair('Yes. "No," he said.', "Да. «Нет», — сказал он.")]
    assert augment.joined([TALKS, *rows[1:]], Random(1), 9) == []
