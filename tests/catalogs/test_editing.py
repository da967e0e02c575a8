from __future__ import annotations

import shutil
import stat
from dataclasses import replace
from os.path import commonprefix
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.catalog import format_entry, read_catalog, save, with_entries, without_entries
from glossary.errors import CatalogError
from glossary.model import Entry, State, Term

from .samples import HEADER, LAYOUT, PUTIN, Write, by_identity, catalogs, entries, person, place


def edited(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_one_fact_changes_one_line() -> None:
    catalog = read_catalog(LAYOUT)
    putin = by_identity(catalog)[PUTIN]
    new = replace(putin, rendering=replace(putin.rendering, forbidden=("Владимир Путен",)))
    assert with_entries(catalog, [new]).text == edited(
        catalog.text, "Владимир Путен | Влад Путин", "Владимир Путен"
    )
    new = replace(putin, rendering=replace(putin.rendering, text="Путин"))
    assert with_entries(catalog, [new]).text == edited(catalog.text, '""\n"Владимир "\n"Путин"', '"Путин"')


def test_a_new_fact_goes_where_gettext_prints_it() -> None:
    catalog = read_catalog(LAYOUT)
    putin = by_identity(catalog)[PUTIN]
    new = replace(
        putin,
        term=replace(putin.term, translate=False),
        rendering=replace(putin.rendering, sources=("the embassy",)),
        state=State.FUZZY,
    )
    text = edited(catalog.text, "#. match: case\n", "# source: the embassy\n#. match: case\n")
    text = edited(
        text,
        "head of state\n#: wire/1.txt:3 wire/2.txt\n",
        "head of state\n#. translate: no\n#: wire/1.txt:3 wire/2.txt\n#, fuzzy\n",
    )
    assert with_entries(catalog, [new]).text == text


def test_a_fact_taken_away_takes_its_lines() -> None:
    catalog = read_catalog(LAYOUT)
    putin = by_identity(catalog)[PUTIN]
    lines = "# form: Case=Gen = Владимира Путина\n# form: Case=Ins|Number=Sing = Владимиром Путиным\n"
    new = with_entries(catalog, [replace(putin, rendering=replace(putin.rendering, forms=()))])
    assert new.text == edited(catalog.text, lines, "")


def test_approving_takes_the_fuzzy_flag_alone() -> None:
    catalog = read_catalog(LAYOUT)
    sco = replace(by_identity(catalog)["organization", "SCO"], state=State.APPROVED)
    assert with_entries(catalog, [sco]).text == edited(
        catalog.text, "#, terminology, fuzzy", "#, terminology"
    )


def test_retiring_and_reviving_keeps_the_comments(write: Write) -> None:
    text = '# free\n#. note: x\n#, fuzzy\n#| msgid "o"\nmsgctxt "person"\nmsgid "a"\nmsgstr "b"\n'
    retired = text.replace("#|", "#~|").replace("msgctxt", "#~ msgctxt").replace("\nmsg", "\n#~ msg")
    catalog = read_catalog(write(text))
    fuzzy = catalog.entries[0]
    catalog = with_entries(catalog, [replace(fuzzy, state=State.OBSOLETE)])
    assert catalog.text == retired
    assert with_entries(catalog, [fuzzy]).text == text
    assert with_entries(catalog, [replace(fuzzy, state=State.APPROVED)]).text == text.replace(
        "#, fuzzy\n", ""
    )


def test_new_entries_come_before_the_obsolete_ones() -> None:
    catalog = read_catalog(LAYOUT)
    new = [person("Kim", "Ким"), person("Xi", "Си")]
    added = "".join("\n" + format_entry(entry) for entry in new)
    end = 'msgid "The \\"Dawn\\"\\t\\\\"\n\nmsgstr ""\n'
    assert with_entries(catalog, new).text == edited(catalog.text, end, end + added)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "{}"),
        ("# free", "# free\n\n{}"),
        ("# free\r\n", "# free\r\n\r\n{}"),
        (
            '#~ msgctxt "person"\n#~ msgid "o"\n#~ msgstr "p"',
            '#~ msgctxt "person"\n#~ msgid "o"\n#~ msgstr "p"\n\n{}',
        ),
        (HEADER + "# trailing\n", HEADER + "\n{}# trailing\n"),
    ],
)
def test_an_entry_joins_any_catalog(write: Write, before: str, after: str) -> None:
    catalog = with_entries(read_catalog(write(before)), [person("a", "b")])
    block = format_entry(person("a", "b")).replace("\n", "\r\n" if "\r\n" in before else "\n")
    assert catalog.text == after.format(block) if "{}" in after else False
    assert person("a", "b") in catalog.entries


def test_a_removed_entry_takes_its_comments_and_leaves_the_heading() -> None:
    catalog = read_catalog(LAYOUT)
    start = catalog.text.index("\n# morph: Gender=Masc")
    end = catalog.text.index("\n#, terminology, fuzzy")
    assert without_entries(catalog, [PUTIN]).text == catalog.text[:start] + catalog.text[end:]


def test_facts_apart_from_their_entry_go_with_it(write: Write) -> None:
    text = HEADER + "\n# form: Case=Gen = c\n\n" + format_entry(person("a", "b"))
    assert without_entries(read_catalog(write(text)), [("person", "a")]).text == HEADER


def test_removing_what_is_not_there_is_refused() -> None:
    with pytest.raises(CatalogError, match='no entry has msgctxt "person", msgid "Nobody"'):
        without_entries(read_catalog(LAYOUT), [("person", "Nobody")])


def test_an_entry_of_no_kind_is_not_added() -> None:
    with pytest.raises(CatalogError, match="begins with no known kind"):
        with_entries(read_catalog(LAYOUT), [replace(person("a", "b"), term=Term("persona", "a"))])


@given(catalogs().filter(lambda catalog: catalog[1]), entries, st.data())
def test_editing_one_entry_leaves_all_other_lines(
    write: Write, catalog: tuple[str, list[Entry]], new: Entry, data: st.DataObject
) -> None:
    read = read_catalog(write(catalog[0]))
    old = data.draw(st.sampled_from(read.entries))
    changed = with_entries(
        read, [replace(new, term=replace(new.term, context=old.term.context, text=old.term.text))]
    )
    removed = without_entries(read, [old.identity])
    index = read.entries.index(old)
    assert changed.entries[index].rendering == new.rendering
    assert changed.entries[:index] + changed.entries[index + 1 :] == removed.entries
    kept = len(commonprefix([read.text, changed.text, removed.text]))  # noqa: RUF071  # of texts, not paths
    assert read.text.endswith(removed.text[kept:])
    assert changed.text.endswith(removed.text[kept:])


def test_saving_keeps_mode_and_link_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = place(tmp_path, "ru/LC_MESSAGES/glossary.po", person("a", "b"))
    target.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(target)
    catalog = with_entries(read_catalog(link), [person("a", "c")])
    save(catalog)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == catalog.text
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(target.parent.iterdir()) == [target]


def test_what_the_charset_lacks_is_refused_and_the_file_kept(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    data = (HEADER.replace("UTF-8", "KOI8-R") + "\n").encode("koi8-r")
    path.write_bytes(data)
    with pytest.raises(CatalogError, match="KOI8-R has no 'ک'") as caught:
        save(with_entries(read_catalog(path), [person("a", "ک")]))
    assert caught.value.line == 8
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_explained(tmp_path: Path) -> None:
    path = place(tmp_path, "gone/glossary.po")
    catalog = read_catalog(path)
    shutil.rmtree(path.parent)
    with pytest.raises(CatalogError, match="the catalog cannot be written: No such file"):
        save(catalog)
