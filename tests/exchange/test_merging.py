"""What an import would do, fact by fact."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from glossary.errors import DocumentError
from glossary.exchange import Concept, Outcome, Reading, compare, concepts_of, differences
from glossary.model import Entry, Kind, Rendering, State, Term

from .samples import concept_lists

PUTIN = Term("person", "Putin", aliases=("V. Putin",), notes=("head of state",))
OURS = Entry(PUTIN, Rendering("Путин", admitted=("В. Путин",), sources=("the desk",)))
GLOSSARY = {"ru": [OURS]}


def reading(*entries: Entry, says: tuple[str, ...] = (), language: str = "ru") -> Reading:
    return Reading([Concept(entry.term, {language: entry}) for entry in entries], frozenset(says), Counter())


def merged(theirs: Entry, *, says: tuple[str, ...] = (), **options: Any) -> tuple[Outcome, Entry]:  # noqa: ANN401
    (change,) = compare(reading(theirs, says=says), GLOSSARY, **options)
    return change.outcome, change.merged


def test_silence_changes_nothing() -> None:
    bare = Entry(Term("person", "Putin"), Rendering(""), State.UNTRANSLATED)
    assert merged(bare) == (Outcome.UNCHANGED, OURS)
    assert merged(replace(bare, rendering=Rendering("Путин"), state=State.FUZZY)) == (Outcome.UNCHANGED, OURS)


def test_a_file_that_speaks_of_a_fact_can_take_it_away() -> None:
    bare = Entry(Term("person", "Putin"), Rendering("Путин"))
    assert merged(bare, says=("alias", "ru.admitted", "ur.source")) == (
        Outcome.CHANGED,
        replace(OURS, term=replace(PUTIN, aliases=()), rendering=replace(OURS.rendering, admitted=())),
    )


def test_a_file_that_speaks_of_states_can_take_back_an_approval() -> None:
    theirs = Entry(Term("person", "Putin"), Rendering("Путин"), State.FUZZY)
    assert merged(theirs, says=("ru.state",)) == (Outcome.CHANGED, replace(OURS, state=State.FUZZY))
    empty = Entry(Term("person", "Putin"), Rendering(""), State.UNTRANSLATED)
    assert merged(empty, says=("ru.state",)) == (Outcome.UNCHANGED, OURS)


def test_facts_replace_facts() -> None:
    theirs = Entry(replace(PUTIN, aliases=("Vladimir Putin",)), Rendering("", morph=(("Gender", "Masc"),)))
    outcome, entry = merged(theirs)
    assert outcome is Outcome.CHANGED
    assert entry.term == replace(PUTIN, aliases=("Vladimir Putin",))
    assert entry.rendering == replace(OURS.rendering, morph=(("Gender", "Masc"),))


def test_another_rendering_is_a_conflict_that_one_side_may_win() -> None:
    theirs = Entry(
        replace(PUTIN, notes=("a surname",)), Rendering("Путен", sources=("the wire",)), State.FUZZY
    )
    assert merged(theirs) == (Outcome.CONFLICT, theirs)
    assert merged(theirs, prefer="ours") == (Outcome.CHANGED, replace(OURS, term=theirs.term))
    assert merged(theirs, prefer="theirs") == (
        Outcome.CHANGED,
        Entry(theirs.term, Rendering("Путен", admitted=("В. Путин",), sources=("the wire",)), State.FUZZY),
    )


def test_a_proposal_fills_an_untranslated_entry() -> None:
    glossary = {"ru": [Entry(PUTIN, Rendering(""), State.UNTRANSLATED)]}
    theirs = Entry(Term("person", "Putin"), Rendering("Путин"), State.FUZZY)
    (change,) = compare(reading(theirs), glossary)
    assert (change.outcome, change.merged) == (Outcome.CHANGED, Entry(PUTIN, Rendering("Путин"), State.FUZZY))
    assert list(differences(change)) == [
        ("rendering", "", "Путин"),
        ("state", "untranslated", "fuzzy"),
    ]


def test_a_term_that_is_not_translated_needs_no_rendering() -> None:
    kept = Entry(Term("work", "Dawn", translate=False), Rendering(""), State.UNTRANSLATED)
    theirs = Entry(Term("work", "Dawn"), Rendering("Dawn"), State.FUZZY)
    (change,) = compare(reading(theirs), {"ru": [kept]})
    assert (change.outcome, change.merged) == (Outcome.UNCHANGED, kept)


def test_what_holds_for_every_language_reaches_those_that_the_file_leaves_out() -> None:
    glossary = {"ru": [OURS], "ur": [Entry(PUTIN, Rendering("پوٹن"))], "de": []}
    noted = replace(PUTIN, notes=("a surname",))
    changes = compare(reading(replace(OURS, term=noted)), glossary)
    assert [(change.language, change.outcome, change.merged) for change in changes] == [
        ("ru", Outcome.CHANGED, replace(OURS, term=noted)),
        ("ur", Outcome.CHANGED, Entry(noted, Rendering("پوٹن"))),
    ]
    only = compare(reading(replace(OURS, term=noted)), glossary, languages=["ru"])
    assert [change.language for change in only] == ["ru"]
    assert [change.language for change in compare(reading(OURS), glossary)] == ["ru"]


def test_what_is_retired_elsewhere_is_not_added() -> None:
    retired = Entry(Term("place", "Leningrad"), Rendering("Ленинград"), State.OBSOLETE)
    assert merged(retired)[0] is Outcome.UNCHANGED


@pytest.mark.parametrize(
    ("code", "language"), [("ru-RU", "ru"), ("RU", "ru"), ("ru", "ru"), ("de-AT", "de-AT")]
)
def test_a_region_is_no_language_of_its_own(code: str, language: str) -> None:
    (change,) = compare(reading(OURS, language=code), GLOSSARY)
    assert change.language == language


def test_languages_that_were_not_asked_for_are_passed_over() -> None:
    assert compare(reading(OURS), GLOSSARY, languages=["ur"]) == []


def test_a_term_without_a_kind_finds_its_own() -> None:
    assert merged(Entry(Term("", "Putin"), Rendering("Путин"), State.FUZZY)) == (Outcome.UNCHANGED, OURS)
    stranger = Entry(Term("", "Lavrov"), Rendering("Лавров"), State.FUZZY)
    assert merged(stranger, kind=Kind.PERSON)[1].term == Term("person", "Lavrov")


def test_a_kind_that_nobody_says_is_asked_for() -> None:
    stranger = Entry(Term("", "Lavrov"), Rendering("Лавров"), State.FUZZY, Path("a.tsv"), 3)
    with pytest.raises(
        DocumentError, match=r"what kind .Lavrov. is, and the glossary does not have it"
    ) as caught:
        merged(stranger)
    assert (caught.value.path, caught.value.line) == (Path("a.tsv"), 3)


def test_homonyms_are_asked_about_and_told_apart_by_kind() -> None:
    paper, time = Term("organization/newspaper", "Dawn"), Term("concept", "Dawn")
    glossary = {"ru": [Entry(paper, Rendering("«Дон»")), Entry(time, Rendering("рассвет"))]}
    theirs = reading(Entry(Term("", "Dawn"), Rendering("рассвет"), State.FUZZY))
    with pytest.raises(DocumentError, match="has it as organization/newspaper, concept"):
        compare(theirs, glossary)
    (change,) = compare(theirs, glossary, kind=Kind.CONCEPT)
    assert (change.outcome, change.merged.term) == (Outcome.UNCHANGED, time)


def test_a_term_is_given_once_for_a_language() -> None:
    first, second = replace(OURS, path=Path("a.csv"), line=2), replace(OURS, path=Path("a.csv"), line=5)
    with pytest.raises(DocumentError, match='person "Putin" is here a second time, after line 2') as caught:
        compare(reading(first, second), {})
    assert caught.value.line == 5


@given(concept_lists())
def test_what_the_glossary_has_is_left_alone(concepts: list[Concept]) -> None:
    entries = {code: [c.entries[code] for c in concepts if code in c.entries] for code in ("ru", "ur")}
    changes = compare(Reading(concepts_of(entries), frozenset(), Counter()), entries)
    assert {change.outcome for change in changes} <= {Outcome.UNCHANGED}


@given(concept_lists())
def test_what_the_glossary_lacks_is_added_as_it_is(concepts: list[Concept]) -> None:
    changes = compare(Reading(concepts, frozenset(), Counter()), {})
    live = [change.merged for change in changes if change.outcome is Outcome.ADDED]
    assert live == [e for c in concepts for e in c.entries.values() if e.state is not State.OBSOLETE]
