from __future__ import annotations

import json
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Features, Form, Kind, Rendering
from glossary.text import ru
from glossary.text.ru.persons import guess_gender
from glossary.text.ru.prepositions import preposition

DATA = Path(__file__).parents[1] / "data" / "text"
WORDS = (
    "18-я 5-й Высший Большая Аль-Кайда Тонга Часов Горбачёв Дюма ЦЕНТР «Аль-Кайда» министр и — «Формула-1»"
    " аль-Асад младший Ким Ян Эйфелева Кара-Мурза ООН АвтоВАЗ Коммерсантъ G20 Дж. II Сейшелы правда Ё-"
).split()
MORPHS = ["", "Gender=Masc", "Gender=Fem", "Gender=Neut", "Number=Plur", "Animacy=Anim", "Indecl=Yes"]
RUSSIAN = st.text(st.sampled_from("аАеЕёЁиИйЙоПсТ «»\"„“-‐‑–— \u00a0\u00ad\u0301\u0300\u0306\u0308\n'’"))


@pytest.mark.parametrize(
    "text", "министр иностранных дел|Отец нации|лев|Павел|человек|год|ребёнок|Великие Луки|рубеж".split("|")
)
@pytest.mark.parametrize("kind", ["title", "concept", "place"])
def test_every_form_begins_as_the_onsets_of_its_words_say(text: str, kind: Kind) -> None:
    for form in ru.paradigm(Rendering(text), Kind(kind)):
        words = zip(
            ru.skeleton(text)[0].lower().split(), ru.skeleton(form.text)[0].lower().split(), strict=True
        )
        assert all(inflected.startswith(ru.onset(word)) for word, inflected in words)


def test_a_long_word_has_an_onset() -> None:
    assert ru.onset("министр") == "мин"


def features(text: str) -> Features:
    return tuple(sorted((name, value) for name, _, value in (pair.partition("=") for pair in text.split())))


def form_features(key: str) -> Features:
    case, _, number = key.partition(" ")
    return (("Case", case), ("Number", number or "Sing"))


def table(name: str) -> list[tuple[str, str, str, dict[str, str]]]:
    kinds = json.loads((DATA / name).read_text(encoding="utf-8"))
    return [(kind, *row) for kind, rows in kinds.items() for row in rows]


def forms(
    text: str, kind: str, morph: str = "", handwritten: tuple[Form, ...] = ()
) -> dict[Features, list[str]]:
    rendering = Rendering(text, morph=features(morph), forms=handwritten)
    out: dict[Features, list[str]] = {}
    for form in ru.paradigm(rendering, Kind(kind)):
        out.setdefault(form.features, []).append(form.text)
    return out


def first_forms(kind: str, text: str, morph: str, expected: dict[str, str]) -> dict[str, str]:
    made = forms(text, kind, morph)
    return {key: made.get(form_features(key), [""])[0] for key in expected}


@pytest.mark.parametrize(("kind", "text", "morph", "expected"), table("ru_paradigms.json"))
def test_paradigm(kind: str, text: str, morph: str, expected: dict[str, str]) -> None:
    assert first_forms(kind, text, morph, expected) == expected


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("kind", "text", "morph", "expected"), table("ru_known_failures.json"))
def test_known_failure(kind: str, text: str, morph: str, expected: dict[str, str]) -> None:
    assert first_forms(kind, text, morph, expected) == expected


@pytest.mark.parametrize(("kind", "text", "morph", "_"), table("ru_paradigms.json"))
def test_citation_form_comes_first_and_all_six_cases_follow(
    kind: str, text: str, morph: str, _: dict[str, str]
) -> None:
    made = ru.paradigm(Rendering(text, morph=features(morph)), Kind(kind))
    number = dict(made[0].features)["Number"]
    assert made[0].text == text
    assert {dict(f.features)["Case"] for f in made if ("Number", number) in f.features} == set(ru.CASES)


@given(
    st.one_of(RUSSIAN, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)),
    st.sampled_from(Kind),
    st.sampled_from(MORPHS),
)
def test_citation_form_is_the_text_as_given(text: str, kind: Kind, morph: str) -> None:
    assert ru.paradigm(Rendering(text, morph=features(morph)), kind)[0].text == text


def test_persons_and_names_have_no_plural() -> None:
    for text, kind in [("Имран Хан", "person"), ("«Газпром»", "organization"), ("Лахор", "place")]:
        assert {dict(key)["Number"] for key in forms(text, kind)} == {"Sing"}


def test_right_variants_stand_side_by_side() -> None:
    assert forms("Крым", "place")[form_features("Loc")] == ["Крыму", "Крыме"]
    assert forms("Внуково", "place")[form_features("Loc")] == ["Внуково", "Внукове"]


def test_handwritten_forms_replace_the_made_ones_of_the_same_features() -> None:
    by_hand = (Form((("Case", "Gen"),), "Сейшел"),)
    made = forms("Сейшелы", "place", "Number=Plur", by_hand)
    assert made[form_features("Gen Plur")] == ["Сейшел"]
    assert made[form_features("Dat Plur")] == ["Сейшелам"]


def test_handwritten_forms_may_add_features() -> None:
    by_hand = (Form((("Case", "Nom"), ("Number", "Plur")), "Путины"),)
    assert forms("Путин", "person", "Gender=Masc", by_hand)[form_features("Nom Plur")] == ["Путины"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Мария Захарова", "Fem"),
        ("Никита Михалков", "Masc"),
        ("Сергей Викторович Лавров", "Masc"),
        ("Ольга Игоревна Васильева", "Fem"),
        ("Захарова", "Fem"),
        ("Макрон", "Masc"),
        ("Урсула фон дер Ляйен", "Fem"),
        ("Мариям Наваз", "Fem"),
        ("Элизабет Уоррен", "Fem"),
        ("Нарендра Моди", "Masc"),
        ("Хина Раббани Хар", "Fem"),
    ],
)
def test_gender_is_guessed(name: str, gender: str) -> None:
    assert guess_gender(name) == gender


@pytest.mark.parametrize(
    ("before", "following", "expected"),
    json.loads((DATA / "ru_prepositions.json").read_text(encoding="utf-8")),
)
def test_preposition(before: str, following: str, expected: str) -> None:
    assert preposition(before, following) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Горбачёв", "Горбачев"),
        ("Ёлка", "Елка"),
        ("замо́к", "замок"),
        ("«Газпром»", '"Газпром"'),
        ("„Газпром“", "«Газпром»"),
        ("Нью‑Йорк", "Нью-Йорк"),
        ("Папуа – Новая Гвинея", "Папуа — Новая Гвинея"),
        ("Белый\u00a0 дом", "Белый дом"),
        ("ми\u00adнистр", "министр"),
        ("Чаи\u0306ка", "Чайка"),
    ],
)
def test_skeletons_are_equal(one: str, other: str) -> None:
    assert ru.skeleton(one)[0] == ru.skeleton(other)[0]


@pytest.mark.parametrize(
    ("one", "other"), [("Мир", "мир"), ("Чаика", "Чайка"), ("a-b", "a—b"), ("а б", "аб")]
)
def test_skeletons_differ(one: str, other: str) -> None:
    assert ru.skeleton(one)[0] != ru.skeleton(other)[0]


def test_skeleton_tells_where_each_character_came_from() -> None:
    assert ru.skeleton("и\u0306о\u0301  ё") == ("йо е", [0, 2, 4, 6])


@given(RUSSIAN)
def test_a_mark_further_on_changes_no_skeleton(text: str) -> None:
    tail = ".x\u0327"  # a mark takes the longer way through the whole text
    skeleton, offsets = ru.skeleton(text)
    assert ru.skeleton(text + tail) == (skeleton + tail, [*offsets, *range(len(text), len(text) + len(tail))])


@given(RUSSIAN)
def test_skeleton_offsets_never_fall_and_stay_inside(text: str) -> None:
    skeleton, offsets = ru.skeleton(text)
    assert len(skeleton) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(RUSSIAN)
def test_skeleton_is_its_own_skeleton(text: str) -> None:
    once = ru.skeleton(text)[0]
    assert ru.skeleton(once)[0] == once


@given(RUSSIAN)
def test_skeleton_is_the_same_for_composed_text(text: str) -> None:
    assert ru.skeleton(normalize("NFC", text))[0] == ru.skeleton(normalize("NFD", text))[0]


def test_words_hold_letters_digits_and_marks() -> None:
    assert all(map(ru.is_word, "яЁ7\u0301"))
    assert not any(map(ru.is_word, " .,-«»—"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("рудин", "рудиным"),
        ("залец", "зальца"),
        ("павел", "павла"),
        ("толстой", "толстого"),
        ("новый", "новым"),
        ("москва", "московский"),
        ("шотландия", "шотландец"),
        ("чехия", "чехией"),
        ("афины", "афинах"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert ru.one_name(one, other)
    assert ru.one_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("путин", "путена"),
        ("лаврова", "лавроф"),
        ("сиалкот", "сиялкота"),
        ("термеза", "термеса"),
        ("омар", "оман"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert not ru.one_name(one, other)
    assert not ru.one_name(other, one)
