from __future__ import annotations

from pathlib import Path

import pytest

from glossary.catalog import builtin_folder, languages, load_glossary
from glossary.errors import CatalogError
from glossary.model import Entry, Rendering, State, Term

from .samples import person, place


@pytest.fixture
def layers(tmp_path: Path) -> tuple[Path, Path]:
    builtin, desk = tmp_path / "builtin", tmp_path / "desk"
    place(
        builtin,
        "ru/LC_MESSAGES/glossary.po",
        person("a", "1"),
        person("b", "2"),
        person("c", "3"),
        person("d", "4"),
    )
    place(builtin, "ru/LC_MESSAGES/air.po", person("e", "5"))
    place(builtin, "ur/LC_MESSAGES/glossary.po", person("a", "6"))
    place(
        desk,
        "ru/LC_MESSAGES/glossary.po",
        person("z", "0"),
        person("a", "desk"),
        person("b", "2", State.FUZZY),
        person("c", "", State.UNTRANSLATED),
        person("d", "4", State.OBSOLETE),
    )
    place(desk, "ru/LC_MESSAGES/a.po", person("y", "7"))
    return builtin, desk


def test_later_folders_override_and_come_first(layers: tuple[Path, Path]) -> None:
    glossary = load_glossary(layers, "ru")
    found = [(entry.term.text, entry.rendering.text) for entry in glossary.entries]
    assert found == [("z", "0"), ("a", "desk"), ("b", "2"), ("c", ""), ("y", "7"), ("d", "4"), ("e", "5")]
    assert [entry.term.text for entry in glossary.enforced] == ["z", "a", "y", "d", "e"]
    assert glossary.entries[5].path == layers[0] / "ru/LC_MESSAGES/glossary.po"
    assert glossary.language == "ru"


def test_a_folder_may_lack_a_language_that_another_has(layers: tuple[Path, Path]) -> None:
    assert [entry.rendering.text for entry in load_glossary(layers, "ur").entries] == ["6"]
    assert languages(layers) == ("ru", "ur")
    with pytest.raises(CatalogError, match="no catalog of the language 'de' in") as caught:
        load_glossary(layers, "de")
    assert caught.value.remedy == "choose one of: ru, ur"


def test_domains_of_a_folder_may_not_contradict_each_other(layers: tuple[Path, Path]) -> None:
    path = place(layers[0], "ru/LC_MESSAGES/sea.po", person("e", "5"))
    first = f"{layers[0] / 'ru/LC_MESSAGES/air.po'}:7"
    with pytest.raises(CatalogError) as caught:
        load_glossary(layers, "ru")
    assert caught.value.message.endswith(f"is already defined at {first}")
    assert (caught.value.path, caught.value.line) == (path, 7)


@pytest.mark.parametrize(
    ("state", "rendering", "enforced"),
    [
        (State.UNTRANSLATED, "", ["OPEC+"]),
        (State.APPROVED, "ОПЕК", ["OPEC+"]),
        (State.FUZZY, "ОПЕК", []),
    ],
)
def test_a_term_not_to_be_translated_is_rendered_as_it_is(
    tmp_path: Path, state: State, rendering: str, enforced: list[str]
) -> None:
    place(
        tmp_path,
        "ru/LC_MESSAGES/x.po",
        Entry(Term("organization", "OPEC+", translate=False), Rendering(rendering), state),
    )
    glossary = load_glossary([tmp_path], "ru")
    assert [entry.rendering.text for entry in glossary.enforced] == enforced
    assert glossary.entries[0].state is state


@pytest.mark.parametrize(
    ("name", "message"), [("none", "there is no such glossary folder"), ("", "holds no catalog")]
)
def test_a_folder_without_catalogs_is_explained(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(CatalogError, match=message) as caught:
        languages([tmp_path / name])
    assert caught.value.path == tmp_path / name
    assert caught.value.remedy


def test_the_builtin_glossary_is_found() -> None:
    assert builtin_folder().name == "locales"
    assert builtin_folder().is_dir()


def test_a_rendering_with_a_line_break_is_refused_where_it_would_be_enforced(tmp_path: Path) -> None:
    path = tmp_path / "ru" / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgctxt "title"\nmsgid "envoy"\nmsgstr "послан\\nник"\n', encoding="utf-8")
    glossary = load_glossary([tmp_path], "ru")

    with pytest.raises(CatalogError, match="line break") as caught:
        glossary.enforced  # noqa: B018 - it is the look that fails

    assert (caught.value.path, caught.value.line) == (path, 2)
