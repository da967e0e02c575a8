from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from cli import table
from glossary.maintenance.search import Query, Rank
from glossary.model import Entry, Rendering, Term

from .conftest import Run


def test_the_stronger_entry_is_listed_with_its_origin(project: Path, run: Run) -> None:
    assert run("list", "--to", "ru") == (
        0,
        "term              kind                    state         origin  ru\n"
        "Shehbaz Sharif    person                  approved      terms   Шахбаз Шариф\n"
        "Dawn              organization/newspaper  fuzzy         terms   «Дон»\n"
        "Dawn              work                    untranslated  terms\n"
        "foreign minister  title                   approved      desk    министр иностранных дел\n",
        "",
    )


def test_states_and_folders_that_differ_are_told_by_language(project: Path, run: Run) -> None:
    (project / "ur/LC_MESSAGES/glossary.po").write_text("", encoding="utf-8")
    assert run("search", "dawn", "--kind", "organization")[1] == (
        "term  kind                    state                  origin             ru     ur\n"
        "Dawn  organization/newspaper  ru fuzzy, ur approved  ru terms, ur desk  «Дон»  ڈان\n"
    )


def test_urdu_comes_last_whatever_the_order_asked_for(project: Path, run: Run) -> None:
    assert run("list", "--to", "ur", "--to", "ru", "--kind", "title")[1] == (
        "term              kind   state     origin  ru                       ur\n"
        "foreign minister  title  approved  desk    министр иностранных дел  وزیر خارجہ\n"
    )


def test_filters_choose_terms(project: Path, run: Run) -> None:
    head = "term  kind                    state  origin  ru\n"
    row = "Dawn  organization/newspaper  fuzzy  terms   «Дон»\n"
    assert run("list", "--state", "fuzzy", "--to", "ru") == (0, head + row, "")
    assert run("list", "--state", "fuzzy", "--to", "ur") == (0, "", "No such terms.\n")
    retired = "term       kind   state                    origin  ru         ur\n"
    assert run("list", "--state", "obsolete")[1] == (
        retired + "Leningrad  place  ru obsolete, ur missing  terms   Ленинград\n"
    )
    assert run("list", "--to", "de")[0] == 2
    assert "choose one of: ru, ur" in run("list", "--to", "de")[2]


def test_csv_has_a_line_for_each_term(project: Path, run: Run) -> None:
    lines = run("search", "sharif", "--csv")[1].splitlines()
    assert lines == [
        "context,term,alias,ru,ru.state,ru.origin,ur,ur.state,ur.origin",
        "person,Shehbaz Sharif,Shahbaz Sharif,Шахбаз Шариф,approved,terms,شہباز شریف,approved,terms",
    ]
    (row,) = csv.DictReader(run("list", "--state", "obsolete", "--csv")[1].splitlines())
    assert (row["term"], row["ru.state"], row["ur.state"]) == ("Leningrad", "obsolete", "")


def test_csv_can_be_imported(project: Path, run: Run) -> None:
    (project.parent / "list.csv").write_text(run("list", "--csv")[1], encoding="utf-8")
    code, out, _ = run("import", "list.csv")
    nothing = "0 added, 0 changed, 0 conflicts, 4 unchanged"
    assert (code, out) == (0, f"ru: {nothing}\nur: {nothing}\n")


def test_json_has_every_fact(project: Path, run: Run) -> None:
    (term,) = json.loads(run("search", "shahbaz", "--to", "ru", "--json")[1])["terms"]
    assert term == {
        "kind": "person",
        "qualifier": "",
        "term": "Shehbaz Sharif",
        "aliases": ["Shahbaz Sharif"],
        "match_case": None,
        "translate": True,
        "notes": [],
        "languages": {
            "ru": {
                "rendering": "Шахбаз Шариф",
                "state": "approved",
                "admitted": [],
                "forbidden": ["Шебаз Шариф"],
                "forms": [],
                "morph": {"Animacy": "Anim", "Gender": "Masc"},
                "sources": [],
                "origin": "terms",
                "path": "terms/ru/LC_MESSAGES/glossary.po",
                "line": 12,
            }
        },
    }


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (["sharif"], ["Shehbaz Sharif"]),
        (["SHAR", "shahb"], ["Shehbaz Sharif"]),  # of an alias, cut short
        (["harif"], []),
        (["минист"], ["foreign minister"]),
        (["дел иностранных"], ["foreign minister"]),
        (["Шебаз"], ["Shehbaz Sharif"]),  # a forbidden rendering leads to the right one
        (["وزیرخارجہ"], ["foreign minister"]),
        (["وزير"], ["foreign minister"]),  # with the Arabic letter
        (["dawn"], ["Dawn", "Dawn"]),
        (["dawn", "sharif"], []),
        (["\u0301"], []),
    ],
)
def test_search_finds_words(project: Path, run: Run, words: list[str], terms: list[str]) -> None:
    assert [row["term"] for row in csv.DictReader(run("search", *words, "--csv")[1].splitlines())] == terms


def test_exact_hits_come_first() -> None:
    def rank(rendering: str) -> Rank | None:
        return query.rank({"ru": Entry(Term("place", "x"), Rendering(rendering))})

    query = Query(["рига"], ["ru"])
    assert [rank(text) for text in ("Рига", "Ри́га", "Рига-Плаза")] == [Rank.EXACT, Rank.EXACT, Rank.WORDS]
    assert rank("Брига") is None


def test_right_to_left_text_is_isolated_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["a", "شریف", "я"], ["b", "x", "Ри́га"]]
    assert list(table.table(rows)) == ["a  شریف  я", "b  x     Ри́га"]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert list(table.table(rows)) == ["a  \u2068شریف\u2069  я", "b  x     Ри́га"]


def test_control_characters_of_a_catalog_do_not_reach_the_terminal(project: Path, run: Run) -> None:
    path = project / "ru/LC_MESSAGES/glossary.po"
    path.write_text(path.read_text(encoding="utf-8").replace("«Дон»", "«До\x1b[31mн»"), encoding="utf-8")
    for command in (["list"], ["search", "dawn"], ["show", "organization/newspaper:Dawn"]):
        assert "«До\\x1b[31mн»" in run(*command)[1]


def test_a_long_cell_pushes_its_own_row_alone() -> None:
    rows = [["a" * 50, "x"], ["b", "中"], ["c", "y"]]
    assert list(table.table(rows)) == ["a" * 50 + "  x", "b" + " " * 41 + "中", "c" + " " * 41 + "y"]
