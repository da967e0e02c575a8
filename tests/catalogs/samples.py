"""Catalogs for the tests: made by hand, and made up by hypothesis."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import strategies as st

from glossary.catalog import Catalog, format_entry
from glossary.model import Entry, Form, Kind, Rendering, State, Term

DATA = Path(__file__).parents[1] / "data" / "catalogs"
LAYOUT = DATA / "layout.po"
WRONG: list[dict[str, Any]] = json.loads((DATA / "wrong.json").read_text(encoding="utf-8"))
HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PUTIN = ("person", "Vladimir Putin")
msgfmt = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext's msgfmt is not installed")

Write = Callable[[str], Path]


def place(folder: Path, name: str, *entries: Entry) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEADER, *map(format_entry, entries)]), encoding="utf-8")
    return path


def person(text: str, rendering: str, state: State = State.APPROVED) -> Entry:
    return Entry(Term("person", text), Rendering(rendering), state)


def by_identity(catalog: Catalog) -> dict[tuple[str, str], Entry]:
    return {entry.identity: entry for entry in catalog.entries}


words = st.text(st.sampled_from("abйی\u0301\u200c\\\"\t #:=.|~-'"), min_size=1, max_size=8)
lines = words.map(lambda text: normalize("NFC", text).strip()).filter(bool)
items = st.lists(lines.map(lambda text: text.replace("|", "/")), max_size=2).map(tuple)
features = st.sampled_from(
    [(("Case", "Gen"),), (("Case", "Acc"), ("Number", "Plur")), (("Number[psor]", "Plur"),)]
)
messages = st.text(st.sampled_from('abйی\\"\t\n\r\u2028 #'), min_size=1, max_size=12)
terms = st.builds(
    Term,
    st.sampled_from(["person", "organization/newspaper", *Kind]).map(str),
    messages,
    aliases=items,
    match_case=st.none() | st.booleans(),
    translate=st.booleans(),
    notes=st.lists(lines, max_size=2).map(tuple),
)
renderings = st.builds(
    Rendering,
    messages,
    admitted=items,
    forbidden=items,
    forms=st.lists(st.builds(Form, features, lines), max_size=2).map(tuple),
    morph=st.just(()) | features,
    sources=st.lists(lines, max_size=2).map(tuple),
)
entries = st.builds(
    Entry, terms, renderings, st.sampled_from([State.APPROVED, State.FUZZY, State.OBSOLETE])
) | st.builds(
    Entry, terms, renderings.map(lambda rendering: replace(rendering, text="")), st.just(State.UNTRANSLATED)
)
entry_lists = st.lists(entries, max_size=4, unique_by=lambda entry: entry.identity)
free_lines = st.sampled_from(
    ["", "# free", "# seen: by me", "#: a.txt:1", "#, read-only", '#~| msgid "o"', "#|x"]
)


@st.composite
def catalogs(draw: st.DrawFn) -> tuple[str, list[Entry]]:
    """The text of a catalog in a layout that no tool would choose, and its entries."""
    chosen = draw(entry_lists)
    blocks = [HEADER]
    for entry in chosen:
        extra = draw(st.lists(free_lines, max_size=3))
        blocks.append("".join(line + "\n" for line in extra) + format_entry(entry))
    text = draw(st.sampled_from(["", "\n", "\n\n"])).join(blocks)
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), chosen
