"""Concepts for the tests of exchange, and their way to a format and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from catalogs.samples import entry_lists
from hypothesis import strategies as st

from glossary.documents import files
from glossary.documents.files import Source
from glossary.exchange import FORMATS, Concept, Reading, concepts_of
from glossary.model import Entry, Form, Rendering, State, Term

DATA = Path(__file__).parents[1] / "data" / "exchange"

FULL = Term(
    "organization/newspaper",
    'The "Dawn" & <sons>',
    aliases=("Dawn", "The Dawn"),
    match_case=True,
    translate=False,
    notes=("a daily | of Karachi", "note: well", r"back\slash"),
)
RUSSIAN = Rendering(
    "«Дон»",
    admitted=("Дон", "газета «Дон»"),
    forbidden=("Даун",),
    forms=(
        Form((("Case", "Gen"),), "«Дона»"),
        Form((("Case", "Ins"), ("Number", "Plur")), "«Донами» | «Дон»"),
    ),
    morph=(("Animacy", "Inan"), ("Gender", "Masc")),
    sources=("dawn.com", "the desk"),
)
CONCEPTS = [
    Concept(FULL, {"ru": Entry(FULL, RUSSIAN), "ur": Entry(FULL, Rendering("ڈان"), State.FUZZY)}),
    Concept(
        indus := Term("place", "Indus"),
        {"ur": Entry(indus, Rendering("", forbidden=("انڈس",)), State.UNTRANSLATED)},
    ),
]


def text_of(name: str, concepts: list[Concept], *languages: str) -> str:
    return FORMATS[name].write(concepts, languages or ("ru", "ur")).text


def read(name: str, text: str, language: str = "", path: Path | None = None) -> Reading:
    return FORMATS[name].read(Source(text, path), language)


def read_file(name: str, file: str, language: str = "") -> Reading:
    return FORMATS[name].read(files.read(DATA / file), language)


def fitted(entry: Entry, fit: Callable[[str], str]) -> Entry:
    """The entry with term and rendering as a format can hold them."""
    term = replace(entry.term, text=fit(entry.term.text))
    return replace(entry, term=term, rendering=replace(entry.rendering, text=fit(entry.rendering.text)))


def whole(entry: Entry) -> bool:
    """Whether the entry has its texts: a rendering unless it needs none."""
    settled = entry.state in (State.APPROVED, State.FUZZY, State.OBSOLETE)
    return bool(entry.term.text.strip()) and settled == bool(entry.rendering.text)


def concept_lists(
    fit: Callable[[str], str] = str, fits: Callable[[Entry], bool] = lambda entry: True
) -> st.SearchStrategy[list[Concept]]:
    """Concepts of two languages, whose terms may have different facts in the two."""
    chosen = entry_lists.map(lambda entries: [fitted(entry, fit) for entry in entries]).map(
        lambda entries: [entry for entry in entries if whole(entry) and fits(entry)]
    )
    return st.fixed_dictionaries({"ru": chosen, "ur": chosen}).map(concepts_of)
