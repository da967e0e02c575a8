from __future__ import annotations

from pathlib import Path

import pytest

from glossary.catalog import builtin_folder, load_glossary
from glossary.maintenance.names import qualified

from .conftest import Run, block, write

MINISTER = """\
title:foreign minister
  alias: minister of foreign affairs
  note: the head of a foreign ministry

ru  approved  министр иностранных дел
  desk/ru/LC_MESSAGES/glossary.po:10
  admitted: глава МИД
       Sing                       Plur
  Nom  министр иностранных дел    министры иностранных дел
  Gen  министра иностранных дел   министров иностранных дел
  Dat  министру иностранных дел   министрам иностранных дел
  Acc  министра иностранных дел   министров иностранных дел
  Ins  министром иностранных дел  министрами иностранных дел
  Loc  министре иностранных дел   министрах иностранных дел

ur  fuzzy  وزیر خارجہ
  terms/ur/LC_MESSAGES/glossary.po:24
  Nom Sing (direct): وزیر خارجہ
  Nom Plur (direct): وزرائے خارجہ
  Acc Sing (oblique): وزیر خارجہ
  Acc Plur (oblique): وزرائے خارجہ
  overrides desk/ur/LC_MESSAGES/glossary.po:8: approved  وزیر خارجہ
"""


def test_everything_of_a_term_in_every_layer(project: Path, run: Run) -> None:
    neutral = "#. alias: minister of foreign affairs", "#. note: the head of a foreign ministry"
    entry = block("title", "foreign minister", "وزیر خارجہ", *neutral, "#, fuzzy")
    path = project / "ur/LC_MESSAGES/glossary.po"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + entry, encoding="utf-8")
    desk = project.parent / "desk/ru/LC_MESSAGES/glossary.po"
    text = desk.read_text(encoding="utf-8")
    desk.write_text(text.replace("# admitted", "\n".join([*neutral, "# admitted"])), encoding="utf-8")
    assert run("show", "foreign minister") == (0, MINISTER, "")


def test_one_form_in_every_case_takes_one_line(project: Path, run: Run) -> None:
    assert run("show", "Shehbaz Sharif")[1].split("\n\n")[2] == (
        "ur  approved  شہباز شریف\n  terms/ur/LC_MESSAGES/glossary.po:8\n  the same in every case\n"
    )


def test_variants_share_a_cell(project: Path, run: Run) -> None:
    name = "Rio"
    forms = "# form: Case=Gen = Рио", "# form: Case=Gen = Рия"
    write(project / "ru/LC_MESSAGES/more.po", block("place", name, "Рио", *forms))
    assert "  Gen  Рио | Рия\n" in run("show", name)[1]


def test_homonyms_are_told_apart_by_their_qualified_names(project: Path, run: Run) -> None:
    assert run("show", "Dawn") == (
        2,
        "",
        "Error: 'Dawn' names several terms (choose one: organization/newspaper:Dawn, work:Dawn)\n",
    )
    code, out, _ = run("show", "organization/newspaper:Dawn")
    assert code == 0
    assert out.startswith("organization/newspaper:Dawn\n\nru  fuzzy  «Дон»\n")
    assert "  overrides desk/ru/LC_MESSAGES/glossary.po:12: approved  «Доун»\n" in out
    assert run("show", "work:Dawn")[1].endswith(
        "\n\nur  untranslated\n  terms/ur/LC_MESSAGES/glossary.po:17\n"
    )


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("shahbaz sharif", "did you mean person:Shehbaz Sharif?"),
        ("place:shehbaz sharif", "did you mean person:Shehbaz Sharif?"),
        ("Nobody", "dragoman glossary search finds terms by words"),
    ],
)
def test_an_unknown_name_leads_to_a_known_one(project: Path, run: Run, name: str, remedy: str) -> None:
    assert run("show", name) == (2, "", f"Error: there is no term {name!r} ({remedy})\n")


def test_a_retired_term_can_be_shown(project: Path, run: Run) -> None:
    assert run("show", "Leningrad")[1].startswith("place:Leningrad\n\nru  obsolete  Ленинград\n")


def test_occurrences_are_those_a_translation_would_see(project: Path, run: Run) -> None:
    long = "Visitors from all the countries of the whole wide region met the"
    Path("a.txt").write_text(
        f"Dawn\n\n{long} foreign\nminister of a state. Foreign ministers came.\n", encoding="utf-8"
    )
    Path("b.txt").write_text("The deputy foreign minister left.\n", encoding="utf-8")
    write(project / "ru/LC_MESSAGES/more.po", block("title", "deputy foreign minister", "замминистра"))
    _, out, _ = run("show", "foreign minister", "--in", "a.txt", "--in", "b.txt")
    assert out.split("\n\n")[-1] == (
        "a.txt:3: …of the whole wide region met the [foreign minister] of a state. Foreign"
        " ministers came.\n"
        "a.txt:4: …met the foreign minister of a state. [Foreign ministers] came.\n"
    )
    assert run("show", "deputy foreign minister", "--in", "a.txt")[1].endswith(
        "\n\nno occurrence in the articles\n"
    )
    assert run("show", "foreign minister", "--in", "c.txt")[2] == (
        "Error: c.txt: there is no such file (check the path)\n"
    )


def test_the_builtin_glossary_is_named_as_such(empty: Path, run: Run) -> None:
    entry = load_glossary([builtin_folder()], "ru").entries[0]
    place = f"\n  built-in: {builtin_folder()}/ru/LC_MESSAGES/glossary.po:{entry.line}\n"
    assert place in run("show", qualified(entry.identity))[1]
