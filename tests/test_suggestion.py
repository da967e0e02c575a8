from __future__ import annotations

import textwrap
from pathlib import Path

from glossary.documents.files import Source
from glossary.maintenance.folder import read_folder, save_changes
from glossary.model import Entry, Rendering, Term
from glossary.suggestion import added, suggestions

FIRST = Source(
    "ISLAMABAD, Nov 5 (APP) — Railways Minister Hanif Abbasi went to Termez.\n\n"
    "Abbasi thanked the foreign ministers. A foreign minister stayed.\n",
    Path("a.txt"),
)
SECOND = Source("The road to Termez is open, Abbasi said.\nHe left Islamabad.\n", Path("b.txt"))


def known(*terms: tuple[str, str]) -> list[Entry]:
    return [Entry(Term(context, text), Rendering(text)) for context, text in terms]


def found(*articles: Source, terms: list[Entry]) -> list[tuple[str, str, int, int]]:
    return [
        (each.term.context, each.term.text, len(each.occurrences), each.articles)
        for each in suggestions(articles, terms)
    ]


def test_ranked_by_occurrences_and_spread() -> None:
    assert found(FIRST, SECOND, terms=[]) == [
        ("place", "Islamabad", 2, 2),
        ("place", "Termez", 2, 2),
        ("person", "Abbasi", 2, 2),
        ("title", "foreign minister", 2, 1),
        ("organization", "APP", 1, 1),
        ("title", "Railways Minister", 1, 1),
        ("person", "Hanif Abbasi", 1, 1),
    ]


def test_what_is_known_is_left_out_but_not_names_that_have_more_words() -> None:
    terms = known(
        ("person", "Abbasi"), ("place", "Islamabad"), ("title", "foreign minister"), ("place", "Termez")
    )
    assert found(FIRST, SECOND, terms=terms) == [
        ("organization", "APP", 1, 1),
        ("title", "Railways Minister", 1, 1),
        ("person", "Hanif Abbasi", 1, 1),
    ]


def test_each_place_has_its_line_and_the_words_around_it() -> None:
    [termez] = [each for each in suggestions([FIRST], []) if each.term.text == "Termez"]
    assert [tuple(place) for place in termez.occurrences] == [
        ("a.txt", 1, "…Railways Minister Hanif Abbasi went to ", "Termez", ".")
    ]
    [minister] = [each for each in suggestions([FIRST], []) if each.term.text == "foreign minister"]
    assert [place.line for place in minister.occurrences] == [3, 3]
    assert [place.text for place in minister.occurrences] == ["foreign ministers", "foreign minister"]


def test_a_name_broken_over_two_wrapped_lines_is_one() -> None:
    sentence = (
        "It was said on {0} that the Asian Development Bank had lent money for {0} bridges and {1} roads. "
    )
    text = textwrap.fill("".join(sentence.format(n, n * n) for n in range(2, 22)), 72)
    assert "Asian Development\nBank" in text

    [bank] = suggestions([Source(text, Path("a.txt"))], [])

    assert (bank.term, len(bank.occurrences)) == (Term("organization", "Asian Development Bank"), 20)


def test_added_to_a_glossary_as_proposals(tmp_path: Path) -> None:
    for language in ("ru", "ur"):
        path = tmp_path / language / "LC_MESSAGES" / "glossary.po"
        path.parent.mkdir(parents=True)
        path.write_text('msgctxt "place"\nmsgid "Moscow"\nmsgstr "x"\n', encoding="utf-8")
    before = read_folder(tmp_path)

    save_changes(before, added(before, [Term("person", "Omar al-Bashir"), Term("title", "mayor")]))

    russian = (tmp_path / "ru/LC_MESSAGES/glossary.po").read_text(encoding="utf-8")
    urdu = (tmp_path / "ur/LC_MESSAGES/glossary.po").read_text(encoding="utf-8")
    assert russian == (
        'msgctxt "place"\nmsgid "Moscow"\nmsgstr "x"\n\n'
        '#, fuzzy\nmsgctxt "person"\nmsgid "Omar al-Bashir"\nmsgstr "Омар аль-Башир"\n\n'
        'msgctxt "title"\nmsgid "mayor"\nmsgstr ""\n'
    )
    assert 'msgid "Omar al-Bashir"\nmsgstr "عمر البشیر"\n' in urdu
