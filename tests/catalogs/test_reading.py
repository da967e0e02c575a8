from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from glossary.catalog import format_entry, read_catalog, save, with_entries
from glossary.model import Entry, Form, Rendering, State, Term

from .samples import HEADER, LAYOUT, PUTIN, Write, by_identity, person, place


def test_every_fact_of_an_entry_is_read() -> None:
    catalog = read_catalog(LAYOUT)
    assert catalog.language == "ru"
    assert by_identity(catalog)[PUTIN] == Entry(
        Term(
            "person",
            "Vladimir Putin",
            aliases=("Vladimir V. Putin", "President Putin"),
            match_case=True,
            notes=("head of state",),
        ),
        Rendering(
            "Владимир Путин",
            forbidden=("Владимир Путен", "Влад Путин"),
            forms=(
                Form((("Case", "Gen"),), "Владимира Путина"),
                Form((("Case", "Ins"), ("Number", "Sing")), "Владимиром Путиным"),
            ),
            morph=(("Animacy", "Anim"), ("Gender", "Masc")),
        ),
    )


def test_entries_have_state_path_and_the_line_of_their_msgid() -> None:
    found = [(entry.term.text, entry.state, entry.line) for entry in read_catalog(LAYOUT).entries]
    assert found == [
        ("Vladimir Putin", State.APPROVED, 30),
        ("SCO", State.FUZZY, 37),
        ('The "Dawn"\t\\', State.UNTRANSLATED, 46),
        ("Constantinople", State.OBSOLETE, 53),
        ("Leningrad", State.OBSOLETE, 60),
    ]
    assert {entry.path for entry in read_catalog(LAYOUT).entries} == {LAYOUT}


def test_comments_below_an_entry_belong_to_the_next() -> None:
    dawn = by_identity(read_catalog(LAYOUT))["organization/newspaper", 'The "Dawn"\t\\']
    assert dawn.rendering.admitted == ("Шанхайская организация сотрудничества",)
    assert dawn.rendering.sources == ("the charter", "the desk")
    assert not dawn.term.translate


@pytest.mark.parametrize("flags", ["#, fuzzy", "#,fuzzy", "#, terminology, fuzzy", "#= fuzzy, no-wrap"])
def test_fuzzy_is_found_among_other_flags_and_sticky_ones(write: Write, flags: str) -> None:
    text = format_entry(person("a", "b"))
    assert read_catalog(write(f"{flags}\n{text}")).entries[0].state is State.FUZZY


@pytest.mark.parametrize(
    "line", ["#, forbidden, read-only, terminology", "#= c-format", "# , fuzzy", "#fuzzy", "#"]
)
def test_other_flags_and_comments_mean_nothing(write: Write, line: str) -> None:
    text = format_entry(person("a", "b"))
    assert read_catalog(write(f"{line}\n{text}")).entries == (person("a", "b"),)


def test_keys_in_the_other_sort_of_comment_are_free_comments(write: Write) -> None:
    text = "# match: maybe\n#. form: no form\n#. forbidden:\n" + format_entry(person("a", "b"))
    assert read_catalog(write(text)).entries == (person("a", "b"),)


def test_values_are_in_nfc_and_stripped(write: Write) -> None:
    word = "й".join(["Ка\u0301", " ﺍ ئ"])
    decomposed = normalize("NFD", word)
    text = f'#. alias:\t {decomposed} \r\nmsgctxt "person"\nmsgid "{decomposed}"\nmsgstr "{decomposed}"\n'
    entry = read_catalog(write(text)).entries[0]
    assert entry.term == Term("person", normalize("NFC", word), aliases=(normalize("NFC", word),))
    assert entry.rendering.text == normalize("NFC", word)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", HEADER, "\ufeff" + HEADER])
def test_a_catalog_may_have_no_entries(write: Write, text: str) -> None:
    assert read_catalog(write(text)).entries == ()


def test_without_a_header_the_first_comments_are_the_entrys(write: Write) -> None:
    text = "# admitted: c\n" + format_entry(person("a", "b"))
    catalog = read_catalog(write(text))
    assert catalog.entries[0].rendering.admitted == ("c",)
    assert catalog.language == ""


def test_the_folder_names_the_language_before_the_header(tmp_path: Path) -> None:
    assert read_catalog(place(tmp_path, "ur/LC_MESSAGES/glossary.po")).language == "ur"
    assert read_catalog(place(tmp_path, "elsewhere/glossary.po")).language == "ru"


def test_the_charset_of_the_header_holds(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    text = HEADER.replace("UTF-8", "KOI8-R") + "\n" + format_entry(person("Putin", "Путин"))
    path.write_bytes(text.encode("koi8-r"))
    catalog = read_catalog(path)
    assert catalog.entries[0].rendering.text == "Путин"
    save(with_entries(catalog, [person("Kim", "Ким")]))
    assert path.read_bytes() == (text + "\n" + format_entry(person("Kim", "Ким"))).encode("koi8-r")
