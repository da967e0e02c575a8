from __future__ import annotations

from pathlib import Path

import pytest

from glossary.coverage import counts, coverage, totals
from glossary.documents.files import Source
from glossary.maintenance.listing import rows
from glossary.model import Kind, State

RUSSIAN = """\
msgctxt "place"
msgid "Moscow"
msgstr "Москва"

#, fuzzy
msgctxt "place"
msgid "Termez"
msgstr "Термез"

msgctxt "title"
msgid "mayor"
msgstr ""

#~ msgctxt "title"
#~ msgid "consul"
#~ msgstr "консул"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "own" / "ru" / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True)
    path.write_text(RUSSIAN, encoding="utf-8")
    return tmp_path / "own"


def test_entries_are_counted_by_language_kind_origin_and_state(folder: Path) -> None:
    found = counts(rows([folder], ["ru"], obsolete=True))

    assert [(each.language, each.kind, each.origin) for each in found] == [
        ("ru", Kind.TITLE, str(folder)),
        ("ru", Kind.PLACE, str(folder)),
    ]
    assert [tuple(each.states[state] for state in State) for each in found] == [(0, 0, 1, 1), (1, 1, 0, 0)]
    assert totals(found, "language") == {
        ("ru",): {State.APPROVED: 1, State.FUZZY: 1, State.UNTRANSLATED: 1, State.OBSOLETE: 1}
    }
    assert set(totals(found, "kind", "language")) == {("title", "ru"), ("place", "ru")}


def test_only_approved_terms_cover_an_article(folder: Path) -> None:
    article = Source(
        "The train from Moscow to Termez stopped. In Moscow, Hanif Abbasi slept.\n", Path("a.txt")
    )
    [covered] = coverage([article], [folder], ["ru"])

    assert (covered.path, covered.language, covered.known) == ("a.txt", "ru", 2)
    assert covered.unknown == {"Termez": 1, "Hanif Abbasi": 1}
    assert covered.share == 0.5


def test_an_article_without_names_is_covered(folder: Path) -> None:
    [covered] = coverage([Source("It rained.\n", Path("a.txt"))], [folder], ["ru"])
    assert covered.share == 1
