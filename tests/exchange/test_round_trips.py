"""What a format can hold comes back from it as it was."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given

from glossary.errors import DocumentError
from glossary.exchange import FORMATS, Concept, concepts_of
from glossary.exchange.markup import one_line
from glossary.model import Entry, Rendering, State, Term

from .samples import CONCEPTS, concept_lists, read, text_of

LOSSLESS = ["csv", "tsv", "tbx2", "tbx3", "tmx", "json"]


def tbx_can_tell(entry: Entry) -> bool:
    """An alias is told once, and an admitted rendering outlives a retired one."""
    aliases = entry.term.aliases
    return len({entry.term.text, *aliases}) == len(aliases) + 1 and not (
        entry.state is State.OBSOLETE and entry.rendering.admitted
    )


@pytest.mark.parametrize("name", LOSSLESS)
def test_every_fact_comes_back(name: str) -> None:
    written = FORMATS[name].write(CONCEPTS, ("ru", "ur"))
    assert read(name, written.text).concepts == CONCEPTS
    assert not written.left_out


@pytest.mark.parametrize("name", LOSSLESS)
def test_a_glossary_without_terms_comes_back(name: str) -> None:
    assert read(name, text_of(name, [])).concepts == []


@given(concept_lists())
def test_json(concepts: list[Concept]) -> None:
    assert read("json", text_of("json", concepts)).concepts == concepts


@pytest.mark.parametrize("name", ["csv", "tsv"])
@given(concepts=concept_lists(str.strip))
def test_columns(name: str, concepts: list[Concept]) -> None:
    assert read(name, text_of(name, concepts)).concepts == concepts


@given(concept_lists())
def test_tmx(concepts: list[Concept]) -> None:
    assert read("tmx", text_of("tmx", concepts)).concepts == concepts


@pytest.mark.parametrize("name", ["tbx2", "tbx3"])
@given(concepts=concept_lists(one_line, tbx_can_tell))
def test_tbx(name: str, concepts: list[Concept]) -> None:
    assert read(name, text_of(name, concepts)).concepts == concepts


@given(concept_lists())
def test_weblate(concepts: list[Concept]) -> None:
    russian = [Concept(c.term, {"ru": c.entries["ru"]}) for c in concepts if "ru" in c.entries]
    assert read("weblate", text_of("weblate", russian, "ru")).concepts == russian


@given(concept_lists())
def test_deepl_keeps_approved_pairs(concepts: list[Concept]) -> None:
    russian = [c.entries["ru"] for c in concepts if "ru" in c.entries]
    written = FORMATS["deepl"].write(concepts_of({"ru": russian}), ("ru",))
    pairs = {
        (c.term.text, c.entries["ru"].rendering.text) for c in read("deepl", written.text, "ru").concepts
    }
    assert pairs <= {(e.term.text, e.rendering.text or e.term.text) for e in russian}
    assert (written.left_out.total() == 0) == (not russian)


def test_deepl_says_what_it_leaves_out() -> None:
    russian = [Concept(c.term, {"ru": c.entries["ru"]}) for c in CONCEPTS if "ru" in c.entries]
    other = Term("concept", "dawn")
    homonym = Term("event", "dawn")
    pairs = {
        "ru": [
            Entry(other, Rendering("рассвет")),
            Entry(homonym, Rendering("заря")),
            Entry(Term("concept", "dusk"), Rendering("сумерки"), State.FUZZY),
            Entry(Term("concept", "a\nb"), Rendering("а")),
        ]
    }
    written = FORMATS["deepl"].write([*russian, *concepts_of(pairs)], ("ru",))
    assert written.text == 'The "Dawn" & <sons>\t«Дон»\ndawn\tрассвет\n'
    assert written.left_out == {
        "kinds": 5,
        "match rules": 1,
        "aliases": 2,
        "translate marks": 1,
        "notes": 3,
        "morph": 1,
        "forms": 2,
        "admitted renderings": 2,
        "forbidden renderings": 1,
        "sources": 2,
        "entries that are not approved": 1,
        "homonyms": 1,
        "line breaks": 1,
    }


def test_tbx_says_that_it_breaks_no_lines() -> None:
    term = Term("work", "a\nb")
    written = FORMATS["tbx2"].write(concepts_of({"ru": [Entry(term, Rendering("а\nб"))]}), ("ru",))
    assert written.left_out == {"line breaks within terms": 2}
    assert [c.term.text for c in read("tbx2", written.text).concepts] == ["a b"]


def test_terms_of_the_same_letters_have_ids_of_their_own() -> None:
    terms = [
        Term("work", "A, B"),
        Term("work", "A. B"),
        Term("work", "A B"),
        Term("work", "A B.2"),
        Term("work", "Ж"),
    ]
    text = text_of("tbx2", concepts_of({"ru": [Entry(term, Rendering("а")) for term in terms]}))
    ids = [line.split('"')[1] for line in text.splitlines() if "<termEntry" in line]
    assert ids == ["work.A_B", "work.A._B", "work.A_B.2", "work.A_B.2.2", "work._"]
    assert all(character in string.ascii_letters + string.digits + "._-" for i in ids for character in i)


@pytest.mark.parametrize("name", ["tbx3", "tmx"])
def test_a_character_that_xml_cannot_have_is_named(name: str) -> None:
    concepts = concepts_of({"ru": [Entry(Term("work", "a\x0bb"), Rendering("а"))]})
    with pytest.raises(DocumentError, match=r"XML has no place for U\+000B"):
        text_of(name, concepts)


def test_a_term_whose_facts_differ_by_language_makes_two_concepts() -> None:
    plain = Term("work", "Dawn")
    noted = replace(plain, notes=("a daily",))
    entries = {"ru": [Entry(plain, Rendering("Дон"))], "ur": [Entry(noted, Rendering("ڈان"))]}
    concepts = concepts_of(entries)
    assert [concept.term for concept in concepts] == [plain, noted]
    assert read("csv", text_of("csv", concepts)).concepts == concepts
