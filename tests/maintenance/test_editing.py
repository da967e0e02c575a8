from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import DAWN, Run, block, contents, edited, write

RU, UR, POT = "ru/LC_MESSAGES/glossary.po", "ur/LC_MESSAGES/glossary.po", "glossary.pot"
OBSOLETE = '\n#~ msgctxt "place"\n#~ msgid "Leningrad"\n#~ msgstr "Ленинград"\n'


def appended(before: dict[str, str], ru: str, ur: str, pot: str) -> dict[str, str]:
    """The files with a block each after the last entry, before the obsolete ones."""
    files = edited(before, RU, (OBSOLETE, f"\n{ru}{OBSOLETE}"))
    return files | {UR: f"{before[UR]}\n{ur}", POT: f"{before[POT]}\n{pot}"}


class TestAdd:
    def test_what_a_person_gives_is_approved(self, project: Path, run: Run) -> None:
        before = contents(project)
        code, out, err = run(
            *("add", "Kim Jong Un", "--kind", "person", "-r", "ru=Ким Чен Ын", "-r", "ur= کم جونگ اُن"),
            *("--alias", "Kim Jong-un", "--alias", "Kim", "--match", "case", "--note", "a leader"),
        )
        assert (code, err) == (0, "")
        assert out.startswith(
            "person:Kim Jong Un\n  match: case\n  alias: Kim Jong-un | Kim\n  note: a leader\n\n"
            f"ru  approved  Ким Чен Ын\n  terms/{RU}:29\n"
        )
        neutral = "#. match: case", "#. alias: Kim Jong-un | Kim", "#. note: a leader"
        term = "person", "Kim Jong Un"
        assert contents(project) == appended(
            before,
            block(*term, "Ким Чен Ын", *neutral),
            block(*term, "کم جونگ اُن", *neutral),
            block(*term, "", *neutral),
        )

    @pytest.mark.usefixtures("proposals")
    def test_what_nobody_gave_is_proposed_and_fuzzy(self, project: Path, run: Run) -> None:
        before = contents(project)
        out = run("add", "Kim", "--kind", "person", "-r", "ru=Ким")[1]
        assert f"ur  fuzzy  ur?Kim\n  terms/{UR}:22\n" in out
        assert contents(project) == appended(
            before,
            block("person", "Kim", "Ким"),
            block("person", "Kim", "ur?Kim", "#, fuzzy"),
            block("person", "Kim", ""),
        )
        run("add", "tsar", "--kind", "title")
        assert block("title", "tsar", "") in contents(project)[RU]

    def test_what_a_weaker_folder_has_is_taken_over(self, project: Path, run: Run) -> None:
        out = run("add", "foreign minister", "--kind", "title", "-r", "ru=министр иностранных дел")[1]
        assert "ur  approved  وزیر خارجہ" in out
        after = contents(project)
        assert after[UR].endswith(
            block("title", "foreign minister", "وزیر خارجہ", "# forbidden: غیر ملکی وزیر")
        )
        kept = block("title", "foreign minister", "министр иностранных дел", "# admitted: глава МИД")
        assert kept in after[RU]

    def test_a_term_that_is_not_translated_gets_no_rendering(self, project: Path, run: Run) -> None:
        before = contents(project)
        entry = block("organization", "OPEC+", "", "#. translate: no")
        run("add", "OPEC+", "--kind", "organization", "--no-translate")
        assert contents(project) == appended(before, entry, entry, entry)

    @pytest.mark.usefixtures("proposals")
    def test_a_term_that_comes_back_has_its_rendering_as_a_proposal(self, project: Path, run: Run) -> None:
        before = contents(project)
        run("add", "Leningrad", "--kind", "place")
        revived = block("place", "Leningrad", "Ленинград", "#, fuzzy")
        assert contents(project) == edited(before, RU, (OBSOLETE, f"\n{revived}")) | {
            UR: before[UR] + "\n" + block("place", "Leningrad", "ur?Leningrad", "#, fuzzy"),
            POT: before[POT] + "\n" + block("place", "Leningrad", ""),
        }

    @pytest.mark.usefixtures("proposals")
    def test_homonyms_are_named(self, project: Path, run: Run) -> None:
        code, _, err = run("add", "Dawn", "--kind", "place", "--qualifier", "village")
        assert (code, err) == (0, "homonyms: organization/newspaper:Dawn, work:Dawn\n")
        assert block("place/village", "Dawn", "") in contents(project)[POT]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ["Shehbaz Sharif", "--kind", "person"],
                f"Error: terms/{RU}:12: person:Shehbaz Sharif is there already (dragoman glossary set changes"
                " it; --qualifier tells a homonym apart)\n",
            ),
            (
                ["X", "--kind", "person", "-r", "kk=Х"],
                "Error: terms: there is no catalog of the language 'kk' (it has: ru, ur;"
                " dragoman glossary init terms --to kk starts one)\n",
            ),
            (["X", "--kind", "person", "-r", "ru"], "'ru' is not LANG=TEXT, once for a language.\n"),
            (["X", "--kind", "person", "-r", "ru=a", "-r", "ru=b"], "'ru=b' is not LANG=TEXT"),
            (
                ["X", "--kind", "person", "-r", "ru=a", "-r", "ur=b", "--alias", "c|d"],
                "'c|d' is several aliases: give each an --alias of its own.\n",
            ),
            ([" ", "--kind", "person"], "a text is empty.\n"),
            (["X", "--kind", "person", "--qualifier", " "], "a text is empty.\n"),
            (["X\nY", "--kind", "person"], "'X\\nY' has a line break.\n"),
            (["X", "--kind", "person", "-r", "ru=a\nb"], "'a\\nb' has a line break.\n"),
        ],
    )
    def test_what_cannot_be_added_changes_nothing(
        self, project: Path, run: Run, arguments: list[str], message: str
    ) -> None:
        before = contents(project)
        code, out, err = run("add", *arguments)
        assert (code, out) == (2, "")
        assert message in err
        assert contents(project) == before

    def test_the_builtin_glossary_is_not_changed_unbidden(self, empty: Path, run: Run) -> None:
        message = "Error: There is no glossary of your own to change: start one with `dragoman glossary init`"
        assert message in run("add", "X", "--kind", "person")[2]


class TestSet:
    @pytest.mark.parametrize(
        ("changes", "lines"),
        [
            (["forbidden+=Ш. Шариф"], [("Шебаз Шариф", "Шебаз Шариф | Ш. Шариф")]),
            (["forbidden-=Шебаз Шариф"], [("# forbidden: Шебаз Шариф\n", "")]),
            (["forbidden=А | Б", "forbidden-=А"], [("Шебаз Шариф", "Б")]),
            (["morph+=Gender=Fem"], [("Gender=Masc", "Gender=Fem")]),
            (["morph-=Gender=Masc"], [(" Gender=Masc", "")]),
            (
                ["admitted+=Шехбаз Шариф", "source+=the desk"],
                [("Gender=Masc\n", "Gender=Masc\n# admitted: Шехбаз Шариф\n# source: the desk\n")],
            ),
            (
                ["form+=Case=Gen = Шарифа", "form+=Case=Dat = Шарифу", "form-=Case=Gen"],
                [("Gender=Masc\n", "Gender=Masc\n# form: Case=Dat = Шарифу\n")],
            ),
            (["rendering=Ш. Шариф"], [('"Шахбаз Шариф"', '"Ш. Шариф"')]),
            (["rendering="], [('"Шахбаз Шариф"', '""')]),
        ],
    )
    def test_facts_of_a_rendering_change_their_own_lines(
        self, project: Path, run: Run, changes: list[str], lines: list[tuple[str, str]]
    ) -> None:
        before = contents(project)
        assert run("set", "Shehbaz Sharif", "--to", "ru", *changes)[0] == 0
        first, rest = before[RU].split("\n\n#, fuzzy")
        entry = edited({RU: first}, RU, *lines)[RU]
        assert contents(project) == before | {RU: f"{entry}\n\n#, fuzzy{rest}"}

    def test_facts_of_a_term_change_in_every_language(self, project: Path, run: Run) -> None:
        before = contents(project)
        out = run("set", "Shehbaz Sharif", "alias+=Mian Sharif", "match=case", "note=x")[1]
        assert out.startswith(
            "person:Shehbaz Sharif\n  match: case\n  alias: Shahbaz Sharif | Mian Sharif\n  note: x\n"
        )
        after = before
        old = "#. alias: Shahbaz Sharif\n"
        for path in (RU, UR, POT):
            new = "#. alias: Shahbaz Sharif | Mian Sharif\n#. match: case\n#. note: x\n"
            after = edited(after, path, (old, new))
        assert contents(project) == after
        run("set", "Shehbaz Sharif", "alias-=Mian Sharif", "match=", "note=")
        assert contents(project) == before

    def test_a_rendering_that_a_person_gives_is_approved(self, project: Path, run: Run) -> None:
        before = contents(project)
        assert "ru  approved  «Доун»" in run("set", "work:Dawn", "--to", "ru", "rendering=«Доун»")[1]
        assert contents(project) == edited(
            before, RU, ('msgid "Dawn"\nmsgstr ""', 'msgid "Dawn"\nmsgstr "«Доун»"')
        )
        run("set", "organization/newspaper:Dawn", "--to", "ru", "rendering=«Доун»")
        assert block(*DAWN, "«Доун»") in contents(project)[RU]
        assert "fuzzy" not in contents(project)[RU]

    def test_a_fuzzy_entry_stays_so_when_other_facts_change(self, project: Path, run: Run) -> None:
        run("set", "organization/newspaper:Dawn", "--to", "ru", "morph=Gender=Fem")
        assert block(*DAWN, "«Дон»", "# morph: Gender=Fem", "#, fuzzy") in contents(project)[RU]

    def test_what_a_weaker_folder_has_is_overridden_in_every_language(self, project: Path, run: Run) -> None:
        before, desk = contents(project), contents(project.parent / "desk")
        out = run("set", "foreign minister", "--to", "ru", "admitted+=министр")[1]
        assert "  overrides desk/ru/LC_MESSAGES/glossary.po:8: approved  министр иностранных дел\n" in out
        term = "title", "foreign minister"
        assert contents(project) == appended(
            before,
            block(*term, "министр иностранных дел", "# admitted: глава МИД | министр"),
            block(*term, "وزیر خارجہ", "# forbidden: غیر ملکی وزیر"),
            block(*term, ""),
        )
        assert contents(project.parent / "desk") == desk

    def test_a_language_that_lacks_the_term_gets_it(self, project: Path, run: Run) -> None:
        write(project / UR)
        run("set", "Shehbaz Sharif", "--to", "ur", "rendering=شہباز شریف")
        added = block("person", "Shehbaz Sharif", "شہباز شریف", "#. alias: Shahbaz Sharif")
        assert contents(project)[UR].endswith("\n\n" + added)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ["Dawn", "note=x"],
                "'Dawn' names several terms (choose one: organization/newspaper:Dawn, work:Dawn)",
            ),
            (["Kim", "note=x"], "there is no term 'Kim'"),
            (["Shehbaz Sharif", "admitted=x"], "`admitted` is a fact of one language (say which: --to LANG)"),
            (["Shehbaz Sharif", "x"], "'x' changes nothing (write key=value, key+=value or key-=value)"),
            (
                ["Shehbaz Sharif", "gender=Fem"],
                "unknown key 'gender' (the keys are: rendering, morph, form, ",
            ),
            (["Shehbaz Sharif", "match+=case"], "'match' has one value (write match=value)"),
            (
                ["Shehbaz Sharif", "match=no"],
                "malformed `match=no` (write it as in `match=case` or `nocase`)",
            ),
            (
                ["Shehbaz Sharif", "--to", "ru", "form=x"],
                "malformed `form=x` (write it as in `form=Case=Gen = …`)",
            ),
            (
                ["Shehbaz Sharif", "--to", "ru", "forbidden-=x"],
                "`forbidden` has no 'x' to take away (it has: Шебаз Шариф)",
            ),
            (
                ["Shehbaz Sharif", "--to", "ru", "form-=Case=Gen"],
                "`form` has no 'Case=Gen' to take away (it has none)",
            ),
            (
                ["Shehbaz Sharif", "--to", "ru", "rendering=a\nb"],
                "the value of `rendering` has a line break (write it on one line)",
            ),
            (["Shehbaz Sharif", "--to", "kk", "morph="], "terms: there is no catalog of the language 'kk'"),
        ],
    )
    def test_what_cannot_be_set_changes_nothing(
        self, project: Path, run: Run, arguments: list[str], message: str
    ) -> None:
        before = contents(project)
        code, out, err = run("set", *arguments)
        assert (code, out) == (2, "")
        assert err.startswith(f"Error: {message}")
        assert contents(project) == before


class TestApprove:
    def test_the_fuzzy_flag_goes_and_nothing_else(self, project: Path, run: Run) -> None:
        before = contents(project)
        expected = f"terms/{RU}:16: approved organization/newspaper:Dawn\n"
        assert run("approve", "organization/newspaper:Dawn", "Shehbaz Sharif") == (0, expected, "")
        assert contents(project) == edited(before, RU, ("#, fuzzy\n", ""))
        assert run("approve", "Shehbaz Sharif") == (0, "", "They are approved already.\n")

    def test_one_language_alone(self, project: Path, run: Run) -> None:
        before = contents(project)
        assert run("approve", "organization/newspaper:Dawn", "--to", "ur")[1] == ""
        assert contents(project) == before

    def test_an_empty_rendering_is_refused(self, project: Path, run: Run) -> None:
        before = contents(project)
        assert run("approve", "organization/newspaper:Dawn", "work:Dawn") == (
            2,
            "",
            f"Error: terms/{RU}:22: work:Dawn has no rendering in 'ru' to approve (dragoman glossary set"
            " 'work:Dawn' --to ru rendering=…, or --to approves others alone)\n",
        )
        assert contents(project) == before

    def test_a_term_that_is_not_translated_needs_no_rendering(self, project: Path, run: Run) -> None:
        comments = "#. translate: no", "#, fuzzy"
        write(project / "ru/LC_MESSAGES/more.po", block("organization", "OPEC+", "", *comments))
        assert run("approve", "OPEC+")[0] == 0
        assert contents(project)["ru/LC_MESSAGES/more.po"].endswith(
            "\n\n" + block("organization", "OPEC+", "", comments[0])
        )


class TestRemove:
    def test_every_language_and_the_template_lose_the_entry(self, project: Path, run: Run) -> None:
        before = contents(project)
        assert run("remove", "Shehbaz Sharif", "work:Dawn") == (
            0,
            f"terms/{POT}:8: removed person:Shehbaz Sharif\n"
            f"terms/{POT}:17: removed work:Dawn\n"
            f"terms/{RU}:12: removed person:Shehbaz Sharif\n"
            f"terms/{RU}:22: removed work:Dawn\n"
            f"terms/{UR}:8: removed person:Shehbaz Sharif\n"
            f"terms/{UR}:17: removed work:Dawn\n",
            "",
        )
        heads = {path: text.split("\n\n")[0] for path, text in before.items()}
        assert contents(project) == {
            RU: heads[RU] + "\n\n" + block(*DAWN, "«Дон»", "#, fuzzy") + OBSOLETE,
            UR: heads[UR] + "\n\n" + block(*DAWN, "ڈان"),
            POT: heads[POT] + "\n\n" + block(*DAWN, ""),
        }

    def test_an_obsolete_entry_keeps_its_comments(self, project: Path, run: Run) -> None:
        before = contents(project)
        assert run("remove", "--obsolete", "Shehbaz Sharif")[1] == (
            f"terms/{POT}:8: removed person:Shehbaz Sharif\n"
            f"terms/{RU}:12: obsolete person:Shehbaz Sharif\n"
            f"terms/{UR}:8: obsolete person:Shehbaz Sharif\n"
        )
        after = contents(project)
        fields = 'msgctxt "person"\nmsgid "Shehbaz Sharif"\nmsgstr "Шахбаз Шариф"\n'
        retired = "".join(f"#~ {line}\n" for line in fields.splitlines())
        assert after[RU] == edited(before, RU, (fields, retired))[RU]
        assert "Shehbaz" not in after[POT]
        assert run("sync", "--check") == (0, "", "Everything is in step.\n")

    def test_a_retired_entry_can_be_removed(self, project: Path, run: Run) -> None:
        before = contents(project)
        run("remove", "Leningrad")
        assert contents(project) == edited(before, RU, (OBSOLETE, ""))

    def test_what_is_not_ours_stays(self, project: Path, run: Run) -> None:
        for command in (["remove"], ["remove", "--obsolete"], ["approve"]):
            error = run(*command, "foreign minister")[2]
            assert error.startswith("Error: terms: there is no term 'foreign minister'")


def test_the_folder_named_last_is_the_one_that_changes(project: Path, run: Run) -> None:
    before = contents(project)
    run("remove", "foreign minister", "--glossary", "desk")
    assert contents(project) == before
    assert "foreign minister" not in (project.parent / "desk" / RU).read_text(encoding="utf-8")
