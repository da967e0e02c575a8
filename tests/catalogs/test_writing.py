from __future__ import annotations

import re
import subprocess
from functools import partial
from pathlib import Path
from unicodedata import normalize

import polib
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from glossary.catalog import format_entry, read_catalog, save, with_entries
from glossary.errors import CatalogError
from glossary.model import Entry, Form, Rendering, State, Term

from .samples import DATA, HEADER, LAYOUT, WRONG, Write, catalogs, entries, entry_lists, msgfmt, person


@given(entries)
def test_what_is_written_reads_back(write: Write, entry: Entry) -> None:
    assert read_catalog(write(format_entry(entry))).entries == (entry,)


@given(catalogs())
def test_reading_and_writing_keeps_every_byte(write: Write, catalog: tuple[str, list[Entry]]) -> None:
    text, chosen = catalog
    path = write(text)
    read = read_catalog(path)
    assert list(read.entries) == chosen
    save(with_entries(read, read.entries))
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("end", [b"\n", b""])
def test_every_layout_is_kept_to_the_byte(tmp_path: Path, newline: bytes, end: bytes) -> None:
    data = (LAYOUT.read_bytes().removesuffix(b"\n") + end).replace(b"\n", newline)
    path = tmp_path / "glossary.po"
    path.write_bytes(data)
    catalog = read_catalog(path)
    save(with_entries(catalog, catalog.entries))
    assert path.read_bytes() == data


nfc = partial(normalize, "NFC")


def polibs(path: Path) -> list[tuple[str, str, str, bool, bool]]:
    return [(*map(nfc, (e.msgctxt, e.msgid, e.msgstr)), e.obsolete, e.fuzzy) for e in polib.pofile(str(path))]


def ours(path: Path) -> list[tuple[str, str, str, bool, bool]]:
    return [
        (*e.identity, e.rendering.text, e.state is State.OBSOLETE, e.state is State.FUZZY)
        for e in read_catalog(path).entries
    ]


@given(entry_lists)
def test_polib_reads_what_is_written_alike(write: Write, chosen: list[Entry]) -> None:
    path = write("\n".join([HEADER, *map(format_entry, chosen)]))
    assert ours(path) == polibs(path)


@given(entry_lists, st.data())
def test_polib_and_this_reader_agree_on_damaged_catalogs(
    write: Write, chosen: list[Entry], data: st.DataObject
) -> None:
    fields = [
        line for entry in chosen for line in format_entry(entry).split("\n") if not line.startswith("#")
    ]
    text = "\n".join(fields)
    at = data.draw(st.integers(0, len(text)))
    damage = data.draw(st.sampled_from(["", '"', "\\", "\n", " ", "x", '""', "msgid"]))
    damaged = text[:at] + damage + text[at + data.draw(st.integers(0, 3)) :]
    assume(not re.search(r"\n\s*#", damaged))  # polib stops at comments such as `#"`
    path = write(HEADER + "\n" + damaged)
    try:
        expected = ours(path)
    except CatalogError:
        return  # where only polib is content, it is wrong: the cases in wrong.json say how
    assert expected == polibs(path)


def checked(path: Path) -> bool:
    command = ["msgfmt", "--check", "-o", "/dev/null", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@msgfmt
def test_msgfmt_accepts_what_is_written(write: Write) -> None:
    assert checked(LAYOUT)
    catalog = read_catalog(write(HEADER))
    for state in (State.FUZZY, State.OBSOLETE, State.APPROVED):
        entry = Entry(
            Term("person", 'a\t"b"\\', ("c",), True, notes=("d",)), Rendering("e\n\nf", ("g",)), state
        )
        catalog = with_entries(catalog, [entry])
        save(catalog)
        assert checked(catalog.path)


@msgfmt
@pytest.mark.parametrize(
    "case",
    [c for c in WRONG if "not gettext" in c["message"]],
    ids=lambda c: c["name"],
)
def test_msgfmt_refuses_what_is_not_gettext(write: Write, case: dict[str, str]) -> None:
    assert not checked(write("\n".join([HEADER, *case["lines"], ""])))


def test_no_line_is_wrapped() -> None:
    note = "a word " * 40
    assert f"#. note: {note.strip()}\n" in format_entry(
        Entry(Term("person", "a", notes=(note,)), Rendering("b"))
    )


def test_an_entry_is_written_as_gettext_would() -> None:
    entry = Entry(
        Term(
            "title", "prime minister", ("PM", "premier"), True, translate=False, notes=("head of government",)
        ),
        Rendering(
            "премьер-министр",
            admitted=("премьер",),
            forbidden=("прайм-министр", "первый министр"),
            forms=(Form((("Case", "Gen"), ("Number", "Plur")), "премьер-министров"),),
            morph=(("Animacy", "Anim"), ("Gender", "Masc")),
            sources=("the desk",),
        ),
        State.FUZZY,
    )
    assert format_entry(entry) == (DATA / "entry.po").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (Entry(Term("person", "a", aliases=("b|c",)), Rendering("d")), "malformed `alias: b|c`"),
        (Entry(Term("person", "a", aliases=("",)), Rendering("d")), "malformed `alias: `"),
        (Entry(Term("person", "a", notes=("b\nc",)), Rendering("d")), "malformed `note: b\nc`"),
        (Entry(Term("person", "a"), Rendering("d", forms=(Form((), "e"),))), "malformed `form: `"),
        (
            Entry(Term("person", "a"), Rendering("d", forms=(Form((("Case", "Gen"),), " "),))),
            "malformed `form:  `",
        ),
        (Entry(Term("person", "a"), Rendering("d", morph=(("case", "gen"),))), "malformed `morph: case=gen`"),
        (person("a", ""), "an entry that is approved lacks its rendering"),
        (person("a", "b", State.UNTRANSLATED), "an entry that is untranslated has a rendering"),
    ],
)
def test_what_a_catalog_cannot_hold_is_refused(entry: Entry, message: str) -> None:
    with pytest.raises(CatalogError) as caught:
        format_entry(entry)
    assert caught.value.message == message
