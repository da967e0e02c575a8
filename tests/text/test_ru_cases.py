"""Which case the words around a hole ask for: what the learnt table says of plain contexts."""

import pytest

from glossary.model import Kind
from glossary.text.ru.cases import case_scores


@pytest.mark.parametrize(
    ("before", "after", "kind", "gender", "case"),
    [
        ("Переговоры прошли в ", ".", Kind.PLACE, "Fem", "Loc"),
        ("Он встретился с ", " в понедельник.", Kind.PERSON, "Masc", "Ins"),
        ("Он поблагодарил ", " за помощь.", Kind.PERSON, "Masc", "Acc"),
        ("Премьер-министр Пакистана ", " прибыл в Пекин.", Kind.PERSON, "Masc", "Nom"),
        # In a row it is the case of the others, as the word before them governs it.
        ("Они прибыли из Пакистана, России и ", ".", Kind.PLACE, "Masc", "Gen"),
        ("Посольства в Москве, Ташкенте и ", " выдают визы.", Kind.PLACE, "Fem", "Loc"),
        ("Он встретился с Белоусовым и ", ".", Kind.PERSON, "Masc", "Ins"),
        ("Статья посвящена Пакистану и ", ".", Kind.PLACE, "Masc", "Dat"),
        ("Он посетит Пекин и ", " и встретится с министром.", Kind.PLACE, "Fem", "Acc"),
    ],
)
def test_the_likeliest_case(before: str, after: str, kind: Kind, gender: str, case: str) -> None:
    scores = case_scores(before, after, kind, gender)

    assert max(scores, key=lambda name: scores[name]) == case


@pytest.mark.xfail(strict=True, reason="a verb of motion with its place further off is not seen")
def test_the_accusative_of_a_goal() -> None:
    scores = case_scores("Людей с инвалидностью первыми вывезли в ", ".", Kind.PLACE, "Masc")

    assert max(scores, key=lambda name: scores[name]) == "Acc"
