from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog import read_catalog
from glossary.maintenance.folder import entries_below, read_folder, save_changes
from glossary.maintenance.sync import synchronised
from glossary.model import State

from .conftest import Run, block, contents, edited, write

RU, UR, POT = "ru/LC_MESSAGES/glossary.po", "ur/LC_MESSAGES/glossary.po", "glossary.pot"
msgmerge = pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext's msgmerge is not installed")


def test_what_is_in_step_is_left_alone(project: Path, run: Run) -> None:
    before = contents(project)
    assert run("sync") == (0, "", "Everything is in step.\n")
    assert run("sync", "--check", "--retire") == (0, "", "Everything is in step.\n")
    assert contents(project) == before


def test_a_new_term_is_offered_to_the_others_and_the_template(project: Path, run: Run) -> None:
    new = block("place", "Ufa", "Уфа", "# mine", "# source: a map", "#. alias: Oufa")
    path = project / RU
    path.write_text(path.read_text(encoding="utf-8") + "\n" + new, encoding="utf-8")
    before = contents(project)
    offered = block("place", "Ufa", "", "#. alias: Oufa")
    lines = f"terms/{POT}:22: new place:Ufa\nterms/{UR}:22: new place:Ufa\n"
    assert run("sync", "--check") == (1, lines, "")
    assert contents(project) == before
    assert run("sync") == (0, lines, "")
    assert contents(project) == before | {path: f"{before[path]}\n{offered}" for path in (UR, POT)}
    assert run("sync")[2] == "Everything is in step.\n"


def test_what_a_weaker_folder_has_is_not_turned_off(project: Path, run: Run) -> None:
    path = project / RU
    new = block("title", "foreign minister", "глава МИД")
    path.write_text(path.read_text(encoding="utf-8") + "\n" + new, encoding="utf-8")
    run("sync")
    copied = block("title", "foreign minister", "وزیر خارجہ", "# forbidden: غیر ملکی وزیر")
    assert contents(project)[UR].endswith("\n\n" + copied)


def test_facts_of_a_term_follow_the_template(project: Path, run: Run) -> None:
    before = contents(project)
    (project / POT).write_text(
        edited(before, POT, ("#. alias: Shahbaz Sharif\n", "#. seen: x\n#. note: PM\n"))[POT],
        encoding="utf-8",
    )
    assert run("sync")[1] == (
        f"terms/{RU}:12: changed person:Shehbaz Sharif\nterms/{UR}:8: changed person:Shehbaz Sharif\n"
    )
    after = edited(before, RU, ("#. alias: Shahbaz Sharif\n", "#. note: PM\n"))
    after = edited(after, UR, ("#. alias: Shahbaz Sharif\n", "#. note: PM\n"))
    assert contents(project) == after | {POT: contents(project)[POT]}


def test_without_a_template_the_first_language_leads(project: Path, run: Run) -> None:
    (project / POT).unlink()
    path = project / UR
    path.write_text(path.read_text(encoding="utf-8").replace("Shahbaz", "Shabaz"), encoding="utf-8")
    before = contents(project)
    assert run("sync", "--retire") == (0, f"terms/{UR}:8: changed person:Shehbaz Sharif\n", "")
    assert contents(project) == edited(before, UR, ("Shabaz", "Shahbaz"))


def test_retired_and_revived_without_losing_a_comment(project: Path, run: Run) -> None:
    comments = "# free", "# source: a book", "#. seen: x", "#: a:1", "#, fuzzy", '#| msgid "Pitersburg"'
    city = block("place", "Petersburg", "Петербург", *comments)
    extra = write(project / "ru/LC_MESSAGES/cities.po", city)
    write(project / "cities.pot")
    other = project / "ur/LC_MESSAGES/cities.po"
    assert run("sync", "--retire") == (
        0,
        "terms/ru/LC_MESSAGES/cities.po:13: obsolete place:Petersburg\n",
        "",
    )
    retired = city.replace("#| ", "#~| ").replace("\nmsg", "\n#~ msg")
    assert extra.read_text(encoding="utf-8").endswith("\n\n" + retired)
    assert not other.exists()

    write(project / "cities.pot", block("place", "Petersburg", "", "#. alias: SPb"))
    assert run("sync", "--retire")[1] == (
        "terms/ru/LC_MESSAGES/cities.po:14: revived place:Petersburg\n"
        "terms/ur/LC_MESSAGES/cities.po:16: new place:Petersburg\n"
    )
    revived = city.replace("#. seen: x\n", "#. seen: x\n#. alias: SPb\n")
    assert extra.read_text(encoding="utf-8").endswith("\n\n" + revived)
    assert other.read_text(encoding="utf-8").endswith(
        "\n\n" + block("place", "Petersburg", "", "#. alias: SPb")
    )


def test_a_term_in_force_anywhere_comes_back_everywhere(project: Path, run: Run) -> None:
    run("remove", "--obsolete", "Shehbaz Sharif")
    retired = contents(project)
    path = project / UR
    path.write_text(path.read_text(encoding="utf-8").replace("#~ ", ""), encoding="utf-8")
    assert run("sync")[1] == (
        f"terms/{POT}:17: new person:Shehbaz Sharif\nterms/{RU}:12: revived person:Shehbaz Sharif\n"
    )
    assert contents(project)[RU] == retired[RU].replace('#~ msgctxt "person"', 'msgctxt "person"').replace(
        '#~ msgid "Shehbaz Sharif"\n#~ msgstr "Ш', 'msgid "Shehbaz Sharif"\nmsgstr "Ш'
    )


TERMS = ("A", "B", "C", "D")
ALIASES = ("", "#. alias: x", "#. alias: y")
RENDERINGS = (None, "", "а", "fuzzy", "obsolete", "obsolete fuzzy")


def entry(text: str, rendering: str, alias: str) -> str:
    comments = ["# free", *([alias] if alias else [])]
    if "fuzzy" in rendering:
        comments.append("#, fuzzy")
    fields = block("person", text, rendering)
    retired = "".join(f"#~ {line}\n" for line in fields.splitlines())
    return "\n".join(comments) + "\n" + (retired if "obsolete" in rendering else fields)


def merged(po: Path, pot: Path) -> dict[str, tuple[object, ...]]:
    command = ["msgmerge", "--no-fuzzy-matching", "--no-wrap", "--quiet", str(po), str(pot)]
    result = subprocess.run(command, capture_output=True, check=True)
    po.write_bytes(result.stdout)
    return facts(po)


def facts(po: Path) -> dict[str, tuple[object, ...]]:
    """What msgmerge keeps of each entry: not the aliases of an obsolete one, nor an empty obsolete one."""
    return {
        e.term.text: (e.state, e.rendering, () if e.state is State.OBSOLETE else e.term.aliases)
        for e in read_catalog(po).entries
        if e.rendering.text or e.state is not State.OBSOLETE
    }


@msgmerge
@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(RENDERINGS), st.sampled_from(ALIASES)), min_size=4, max_size=4),
    st.lists(st.sampled_from((None, *ALIASES)), min_size=4, max_size=4),
)
def test_retiring_is_what_msgmerge_does(
    entries: list[tuple[str | None, str]], template: list[str | None]
) -> None:
    with TemporaryDirectory() as name:
        active = [
            entry(text, rendering, alias)
            for text, (rendering, alias) in zip(TERMS, entries, strict=True)
            if rendering is not None
        ]
        po = write(Path(name, RU), *sorted(active, key=lambda text: "#~" in text))
        terms = [
            block("person", t, "", *([a] if a else []))
            for t, a in zip(TERMS, template, strict=True)
            if a is not None
        ]
        pot = write(Path(name, POT), *terms)
        before = read_folder(Path(name))
        after = synchronised(before, entries_below([], before), retire=True)
        expected = merged(po, pot)
        save_changes(before, after)
        po.write_text(after.catalogs["ru"][0].text, encoding="utf-8")
        assert facts(po) == expected
