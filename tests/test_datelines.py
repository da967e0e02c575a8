import json
from pathlib import Path
from typing import Any

import pytest
from engines import Scripted

from glossary import datelines, documents
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term
from glossary.translation import Article, Translation, Translator

DATA = json.loads((Path(__file__).parent / "data/datelines.json").read_text(encoding="utf-8"))
REPORT = "Rain fell."


def why(case: dict[str, Any]) -> str:
    return str(case["why"])


def entries(language: str) -> list[Entry]:
    return [
        Entry(Term(kind, text), Rendering({"ru": ru, "ur": ur}.get(language, text)))
        for kind, text, ru, ur in DATA["terms"]
    ]


def translate(text: str, language: str, engine: Scripted) -> Translation:
    (done,) = Translator(engine, entries(language), language).translate(
        [Article(text, documents.format_of(None))]
    )
    return done


@pytest.mark.parametrize("language", ["ru", "ur"])
@pytest.mark.parametrize("case", DATA["datelines"], ids=why)
def test_a_dateline_needs_no_engine(case: dict[str, Any], language: str) -> None:
    engine = Scripted({REPORT: ["…"]}, carriers=True)

    done = translate(f"{case['line']} {REPORT}", language, engine)

    assert done.text == f"{case[language]} …"
    assert set(engine.asked) == {REPORT}
    assert done.sentences == 2


@pytest.mark.parametrize("case", DATA["others"], ids=why)
def test_what_is_no_dateline(case: dict[str, Any]) -> None:
    assert datelines.find(case["text"], Matcher(entries("ru"))) is None


@pytest.mark.parametrize(
    "report", ["iPhone sales fell.", "$5 billion fell.", "al Qaeda fell.", "“Rain fell.”", "(Adds details)"]
)
@pytest.mark.parametrize("line", ["KABUL, Oct 3 (Reuters) -", "TORBAX (Reuters):", "KARACHI —"])
def test_what_follows_a_dateline_need_not_begin_with_a_capital(line: str, report: str) -> None:
    found = datelines.find(f"{line} {report}", Matcher(entries("ru")))

    assert found is not None
    assert found.form.text == line


@pytest.mark.parametrize(
    "text", ["MOSCOW (" + "Aa and " * 400, "MOSCOW" + ", Aa Bb" * 999, "AA/BB CC " * 999]
)
def test_what_looks_like_a_dateline_for_long_takes_no_time(text: str) -> None:
    assert datelines.find(text, Matcher(entries("ru"))) is None


def test_the_terms_of_a_dateline_are_reported_at_their_places() -> None:
    text = f"\n  date 2025-09-02 LAHORE, (UrduPoint / KUNA - 2nd Sep, 2025)  {REPORT}\n"

    done = translate(text, "ur", Scripted({REPORT: ["بارش ہوئی۔"]}))

    assert done.text == "\n  date 2025-09-02 لاہور (اردو پوائنٹ / KUNA — 2 ستمبر 2025ء)  بارش ہوئی۔\n"
    places = [(text[slice(*o.source)], done.text[slice(*(o.target or ()))]) for o in done.occurrences]
    assert places == [("LAHORE", "لاہور"), ("UrduPoint", "اردو پوائنٹ")]


def test_a_proposed_place_is_reported_as_such() -> None:
    done = translate(f"TURBAT (APP): {REPORT}", "ru", Scripted({}, carriers=True))

    assert [o.placement.outcome.value for o in done.occurrences] == ["proposed", "spliced"]


def test_without_proposals_the_engine_gets_an_unknown_place() -> None:
    engine = Scripted({"TURBAT (APP):": ["Турбат (APP):"], REPORT: ["…"]})

    assert translate(f"TURBAT (APP): {REPORT}", "ru", engine).text == "Турбат (APP): …"


def test_the_engine_gets_a_dateline_as_it_is() -> None:
    line = "TURBAT (APP - 2nd Sep, 2025)"
    engine = Scripted({line: ["Турбат (APP, 2 сентября 2025 года)"], REPORT: ["…"]})

    assert translate(f"{line} {REPORT}", "ru", engine).text == "Турбат (APP, 2 сентября 2025 года) …"
    assert set(engine.asked) == {line, REPORT}


def test_a_language_without_words_for_months_leaves_dates_to_the_engine() -> None:
    line = "MOSCOW, Sept. 2 (Reuters) -"
    engine = Scripted({line: ["Moscow, 2 септември (Reuters) -"], REPORT: ["…"]})

    assert translate(f"{line} {REPORT}", "bg", engine).text == "Moscow, 2 септември (Reuters) - …"


def test_in_such_a_language_an_agency_that_the_glossary_lacks_is_carried() -> None:
    source = "⟦Gm⟧⟦1⟧, Sept. 2 (⟦Om⟧⟦2⟧) -"
    engine = Scripted({source: ["⟦1⟧⟦nom⟧, 2 септември (⟦2⟧⟦nom⟧) -"]}, carriers=True)

    assert translate(f"MOSCOW, Sept. 2 (KUNA) - {REPORT}", "bg", engine).text.startswith(
        "Moscow, 2 септември (KUNA) -"
    )
