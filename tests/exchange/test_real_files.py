"""Files as other tools write them, and broken ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from glossary.errors import GlossaryError
from glossary.exchange import Concept
from glossary.model import Entry, Form, Rendering, State, Term

from .samples import DATA, read, read_file

WRONG: list[dict[str, Any]] = json.loads((DATA / "wrong.json").read_text(encoding="utf-8"))


def russian(context: str, text: str, rendering: str, state: State, **facts: Any) -> Concept:  # noqa: ANN401
    term = Term(context, text, **{k: facts.pop(k) for k in ("aliases", "notes", "translate") if k in facts})
    return Concept(term, {"ru": Entry(term, Rendering(rendering, **facts), state)})


def test_tbx_of_weblate() -> None:
    reading = read_file("tbx2", "weblate.tbx")
    weblate = Term("", "Weblate", translate=False)
    assert reading.concepts == [
        russian("", "Dawn", "«Дон»", State.APPROVED, forbidden=("«Даун»",), notes=("A daily of Karachi.",)),
        Concept(weblate, {"ru-RU": Entry(weblate, Rendering("Weblate"), State.FUZZY)}),
    ]
    assert reading.left_out == {"note": 1}
    assert [entry.line for concept in reading.concepts for entry in concept.entries.values()] == [19, 38]


def test_tbx_with_groups() -> None:
    reading = read_file("tbx3", "grouped.tbx")
    assert reading.concepts == [
        russian(
            "organization",
            "United Nations",
            "ООН",
            State.APPROVED,
            aliases=("UN",),
            admitted=("Организация Объединённых Наций",),
            morph=(("Gender", "Fem"),),
            sources=("un.org",),
        )
    ]
    assert reading.left_out == {"transactionType": 1, "date": 1, "context": 1}


def test_tbx_in_the_style_dct() -> None:
    reading = read_file("tbx2", "dct.tbx")
    assert reading.concepts == [
        russian(
            "title",
            "foreign minister",
            "министр иностранных дел",
            State.APPROVED,
            forbidden=("министр внешних дел",),
            morph=(("Gender", "Masc"),),
            notes=("of a government",),
        )
    ]
    assert not reading.left_out


def test_tmx_of_another_tool() -> None:
    reading = read_file("tmx", "memory.tmx")
    term = Term("", "Arabian Sea", notes=("seen in print",))
    assert reading.concepts == [
        Concept(term, {"RU-RU": Entry(term, Rendering("Аравийское море"), State.FUZZY)})
    ]
    assert reading.left_out == {"prop file": 1}


def test_csv_of_excel() -> None:
    reading = read_file("csv", "excel.csv")
    assert reading.concepts == [
        russian("place", "Arabian Sea", "Аравийское море", State.APPROVED),
        russian("person", "Nawaz Sharif", "Наваз Шариф", State.FUZZY),
        Concept(Term("place", "Indus"), {}),
    ]
    assert reading.says == {"context", "term", "ru", "ru.state"}
    assert reading.left_out == {"column remarks": 3}


def test_po_of_weblate() -> None:
    reading = read_file("weblate", "weblate.po")
    assert reading.concepts == [
        russian(
            "person",
            "Shehbaz Sharif",
            "Шахбаз Шариф",
            State.APPROVED,
            aliases=("Muhammad Shehbaz Sharif",),
            admitted=("Шехбаз Шариф",),
            forbidden=("Шебаз Шариф", "Шахбас Шариф"),
            forms=(Form((("Case", "Gen"),), "Шахбаза Шарифа"),),
        ),
        russian("title", "foreign minister", "министр иностранных дел", State.FUZZY),
        russian("work", "Dawn", "", State.UNTRANSLATED, translate=False),
        russian("", "ceasefire", "прекращение огня", State.APPROVED),
    ]


def test_tsv_of_deepl() -> None:
    assert read_file("deepl", "deepl.tsv", "ru").concepts == [
        russian("", "Nawaz Sharif", "Наваз Шариф", State.FUZZY),
        russian("", "Arabian Sea", "Аравийское море", State.FUZZY),
    ]


STATUSES = [
    ("preferredTerm-admn-sts", State.APPROVED),
    ("preferred", State.APPROVED),
    ("preferredTerm", State.APPROVED),
    ("admittedTerm-admn-sts", State.FUZZY),
    ("supersededTerm-admn-sts", State.OBSOLETE),
    ("of our own", State.FUZZY),
]


@pytest.mark.parametrize(("status", "state"), STATUSES, ids=[status for status, _ in STATUSES])
def test_the_status_of_a_term_is_the_state(status: str, state: State) -> None:
    text = (
        '<martif><text><body><termEntry><langSet xml:lang="en"><tig><term>a</term></tig></langSet>'
        f'<langSet xml:lang="ru"><tig><term>а</term><termNote type="administrativeStatus">{status}</termNote>'
        "</tig></langSet></termEntry></body></text></martif>"
    )
    assert [c.entries["ru"].state for c in read("tbx2", text).concepts] == [state]


@pytest.mark.parametrize("case", WRONG, ids=[case["name"] for case in WRONG])
def test_what_is_wrong_is_named_with_its_line(case: dict[str, Any]) -> None:
    language = "ru" if case["format"] == "deepl" else ""
    with pytest.raises(GlossaryError) as caught:
        read(case["format"], case["text"], language, DATA / "broken")
    assert caught.value.message == case["message"]
    assert caught.value.line == case["line"]
    assert caught.value.path == DATA / "broken"


def test_json_without_end_is_no_crash() -> None:
    with pytest.raises(GlossaryError, match="nested too deeply"):
        read("json", "[" * 100_000)


Damage = Callable[[str], str]
DAMAGES: dict[str, Damage] = {
    "cut": lambda text: text[: len(text) // 2],
    "doubled": lambda text: text + text,
    "lines swapped": lambda text: "\n".join(reversed(text.split("\n"))),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("file", ["weblate.tbx", "grouped.tbx", "memory.tmx"])
def test_a_damaged_file_is_refused(file: str, damage: str) -> None:
    text = DAMAGES[damage]((DATA / file).read_text(encoding="utf-8"))
    with pytest.raises(GlossaryError):
        read("tmx" if file.endswith("tmx") else "tbx2", text)
