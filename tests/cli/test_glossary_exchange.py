"""`dragoman glossary import` and `export`: what they print, write, and exit with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli

DATA = Path(__file__).parents[1] / "data"
RUSSIAN = """\
# The desk's glossary.
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# a free comment
# admitted: Шехбаз Шариф
#. alias: Muhammad Shehbaz Sharif
#, terminology
msgctxt "person"
msgid "Shehbaz Sharif"
msgstr ""
"Шахбаз "
"Шариф"

#, fuzzy
msgctxt "title"
msgid "foreign minister"
msgstr "министр иностранных дел"
"""
URDU = """\
msgid ""
msgstr ""
"Language: ur\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. alias: Muhammad Shehbaz Sharif
msgctxt "person"
msgid "Shehbaz Sharif"
msgstr "شہباز شریف"
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A glossary folder beside which the commands run."""
    monkeypatch.chdir(tmp_path)
    for language, text in (("ru", RUSSIAN), ("ur", URDU)):
        path = po(tmp_path / "desk", language)
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="")
    return tmp_path / "desk"


def po(folder: Path, language: str) -> Path:
    return folder / language / "LC_MESSAGES" / "glossary.po"


def russian(desk: Path) -> str:
    return po(desk, "ru").read_text(encoding="utf-8")


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    command = ["glossary", *map(str, arguments), "--glossary", "desk", "--no-builtin"]
    return CliRunner().invoke(cli, command, input=stdin)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8", newline="")
    return name


def test_import_shows_what_it_would_do(desk: Path) -> None:
    table = write(
        "terms.csv",
        "context,term,alias,ru,ru.state,ru.form\n"
        "person,Shehbaz Sharif,Muhammad Shehbaz Sharif | Mian Shehbaz,Шахбаз Шариф,approved,\n"
        "title,foreign minister,,глава МИД,approved,\n"
        "place,Indus,,Инд,,Case=Gen = Инда\n",
    )
    before = russian(desk)
    done = run("import", table)
    assert done.stdout == (
        '~ ru person "Shehbaz Sharif"\n'
        "    alias: Muhammad Shehbaz Sharif → Muhammad Shehbaz Sharif | Mian Shehbaz\n"
        '~ ur person "Shehbaz Sharif"\n'
        "    alias: Muhammad Shehbaz Sharif → Muhammad Shehbaz Sharif | Mian Shehbaz\n"
        '! ru title "foreign minister"\n'
        "    ours:   министр иностранных дел (fuzzy, desk/ru/LC_MESSAGES/glossary.po:19)\n"
        "    theirs: глава МИД (approved, terms.csv:3)\n"
        '+ ru place "Indus"\n'
        "    rendering: Инд\n"
        "    state: fuzzy\n"
        "    form: Case=Gen = Инда\n"
        "ru: 1 added, 1 changed, 1 conflict, 0 unchanged\n"
        "ur: 0 added, 1 changed, 0 conflicts, 0 unchanged\n"
    )
    assert done.stderr == (
        "Nothing is written yet: --write does it.\n"
        "Conflicts stay as they are: choose with --prefer theirs or --prefer ours.\n"
    )
    assert done.exit_code == 1
    assert russian(desk) == before


def test_import_changes_the_lines_of_what_it_changes(desk: Path) -> None:
    table = write(
        "terms.csv",
        "context,term,alias,ru,ru.state\n"
        "person,Shehbaz Sharif,Mian Shehbaz,,\n"
        "title,foreign minister,,глава МИД,approved\n"
        "place,Indus,,Инд,\n",
    )
    before = russian(desk)
    done = run("import", table, "--write")
    assert done.stderr.splitlines()[:2] == [
        f"desk/{code}/LC_MESSAGES/glossary.po: written" for code in ("ru", "ur")
    ]
    assert done.exit_code == 1  # for the conflict, which is left as it was
    assert russian(desk) == (
        before.replace("#. alias: Muhammad Shehbaz Sharif", "#. alias: Mian Shehbaz")
        + '\n#, fuzzy\nmsgctxt "place"\nmsgid "Indus"\nmsgstr "Инд"\n'
    )
    urdu = po(desk, "ur").read_text(encoding="utf-8")
    assert urdu == URDU.replace("#. alias: Muhammad Shehbaz Sharif", "#. alias: Mian Shehbaz")


@pytest.mark.parametrize("side", ["theirs", "ours"])
def test_a_side_wins_a_conflict(desk: Path, side: str) -> None:
    table = write("terms.csv", "context,term,ru,ru.state\ntitle,foreign minister,глава МИД,approved\n")
    before = russian(desk)
    done = run("import", table, "--write", "--prefer", side)
    assert done.exit_code == 0
    won = before.replace('#, fuzzy\nmsgctxt "title"', 'msgctxt "title"').replace(
        "министр иностранных дел", "глава МИД"
    )
    assert russian(desk) == (won if side == "theirs" else before)


def test_import_starts_a_language(desk: Path) -> None:
    table = write("terms.csv", "context,term,de,de.state\nplace,Indus,Indus,approved\n")
    done = run("import", table, "--write")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (
        0,
        "de: 1 added, 0 changed, 0 conflicts, 0 unchanged",
    )
    text = po(desk, "de").read_text(encoding="utf-8")
    assert '"Language: de\\n"' in text
    assert text.endswith('\nmsgctxt "place"\nmsgid "Indus"\nmsgstr "Indus"\n')


def test_import_keeps_the_template_in_step(desk: Path) -> None:
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    template = desk / "glossary.pot"
    template.write_text(header, encoding="utf-8")
    run("import", write("terms.csv", "context,term,alias,ru\nplace,Indus,Sindhu,Инд\n"), "--write")
    entry = '\n#. alias: Sindhu\nmsgctxt "place"\nmsgid "Indus"\nmsgstr ""\n'
    assert template.read_text(encoding="utf-8") == header + entry


def test_import_says_what_has_no_place(desk: Path) -> None:
    done = run("import", DATA / "exchange" / "excel.csv")
    assert "left out, for a glossary has no place for it: 3 column remarks\n" in done.stderr


def test_import_of_one_language_without_its_name(desk: Path) -> None:
    deepl = DATA / "exchange" / "deepl.tsv"
    assert (
        "does not name its language: name one with --to" in run("import", deepl, "--format", "deepl").output
    )
    done = run("import", deepl, "--format", "deepl", "--to", "ru")
    assert done.exit_code == 2
    assert 'deepl.tsv:1: the file does not say what kind "Nawaz Sharif" is' in done.output
    done = run("import", deepl, "--format", "deepl", "--to", "ru", "--kind", "person")
    assert done.stdout.endswith("ru: 2 added, 0 changed, 0 conflicts, 0 unchanged\n")


def test_import_from_standard_input_in_another_encoding(desk: Path) -> None:
    text = "context,term,ru\norganization,United Nations,Организация Объединённых Наций\n"
    data = text.encode("cp1251")
    done = run("import", "-", "--format", "csv", stdin=data)
    assert done.exit_code == 2
    assert "--encoding cp1251 reads it" in done.output
    done = run("import", "-", "--format", "csv", "--encoding", "cp1251", stdin=data)
    assert "    rendering: Организация Объединённых Наций\n" in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "a.csv",
            "context,term\nplanet,Mars\n",
            "Error: a.csv:2: the context planet begins with no known kind",
        ),
        ("a.tbx", "<martif>\n<a></martif>", "Error: a.tbx:2: not XML: mismatched tag"),
        ("a.csv", 'term,note,ru\nMars,"a\nb",Марс\n', "Error: a.csv:2: malformed note: a b (a value of note"),
        ("a.docx", "a", "Error: a.docx: the format is not known by the file's suffix (name it with --format"),
    ],
)
def test_a_broken_file_is_named_with_its_line(desk: Path, name: str, text: str, message: str) -> None:
    done = run("import", write(name, text), "--kind", "place")
    assert done.exit_code == 2
    assert done.output.startswith(message)


def test_nothing_is_written_where_one_catalog_cannot_be(desk: Path) -> None:
    before = russian(desk)
    text = 'context,term,ru,ur,ur.admitted\nplace,Indus,Инд,سندھ,\nplace,Ravi,Рави,راوی,"a\nb"\n'
    done = run("import", write("a.csv", text), "--write")
    assert done.exit_code == 2
    assert done.output.startswith("Error: a.csv:3: malformed admitted: a b")
    assert russian(desk) == before


def test_the_builtin_glossary_is_not_written_to(desk: Path) -> None:
    table = write("terms.csv", "context,term,ru\nplace,Indus,Инд\n")
    shutil.rmtree(desk)
    done = CliRunner().invoke(cli, ["glossary", "import", table, "--write"])
    assert done.exit_code == 2
    assert "There is no glossary of your own to change" in done.output


SUFFIXES = [".csv", ".tsv", ".tbx", ".tmx", ".json"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_export_imports_without_a_change(desk: Path, suffix: str) -> None:
    done = run("export", f"a{suffix}")
    assert (done.exit_code, done.output) == (0, "")
    done = run("import", f"a{suffix}")
    assert (done.exit_code, done.output) == (
        0,
        "ru: 0 added, 0 changed, 0 conflicts, 2 unchanged\n"
        "ur: 0 added, 0 changed, 0 conflicts, 1 unchanged\n",
    )


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".po"])
def test_an_export_is_the_whole_of_a_new_glossary(desk: Path, suffix: str) -> None:
    run("export", f"a{suffix}", "--to", "ru")
    shutil.copytree(desk / "ur", "new/ur")
    arguments = ["import", f"a{suffix}", "--write", "--no-builtin", "--glossary", "new"]
    assert CliRunner().invoke(cli, ["glossary", *arguments]).exit_code == 0
    done = CliRunner().invoke(cli, ["glossary", "import", f"a{suffix}", "--no-builtin", "--glossary", "desk"])
    assert "ru: 0 added, 0 changed, 0 conflicts, 2 unchanged\n" in done.stdout
    assert '#, fuzzy\nmsgctxt "title"\n' in po(Path("new"), "ru").read_text(encoding="utf-8")


def test_export_to_standard_output_has_no_signature(desk: Path) -> None:
    done = run("export", "-", "--format", "csv", "--to", "ur")
    assert (
        done.stdout_bytes
        == (
            "context,term,match,alias,translate,note,"
            "ur,ur.state,ur.morph,ur.form,ur.admitted,ur.forbidden,ur.source\r\n"
            "person,Shehbaz Sharif,,Muhammad Shehbaz Sharif,,,شہباز شریف,approved,,,,,\r\n"
        ).encode()
    )
    run("export", "a.csv", "--to", "ur")
    assert Path("a.csv").read_bytes() == b"\xef\xbb\xbf" + done.stdout_bytes


def test_export_chooses(desk: Path) -> None:
    done = run("export", "-", "--format", "tsv", "--kind", "title", "--to", "ru")
    assert [line.split("\t")[1] for line in done.stdout.splitlines()] == ["term", "foreign minister"]
    done = run("export", "-", "--format", "tsv", "--state", "approved", "--to", "ru")
    assert [line.split("\t")[1] for line in done.stdout.splitlines()] == ["term", "Shehbaz Sharif"]


def test_export_says_in_one_line_what_it_leaves_out(desk: Path) -> None:
    done = run("export", "-", "--format", "deepl", "--to", "ru")
    assert done.stdout == "Shehbaz Sharif\tШахбаз Шариф\n"
    assert done.stderr == (
        "DeepL TSV holds no kinds, aliases, admitted renderings, entries that are not approved: "
        "5 facts left out\n"
    )


def test_export_of_one_language_asks_which(desk: Path) -> None:
    done = run("export", "a.po")
    assert done.exit_code == 2
    assert "Weblate PO holds one language: name it with --to (ru, ur)." in done.output
    assert not Path("a.po").exists()


def test_export_replaces_nothing_unbidden(desk: Path) -> None:
    write("a.csv", "mine")
    done = run("export", "a.csv")
    assert (done.exit_code, Path("a.csv").read_text(encoding="utf-8")) == (2, "mine")
    assert "--force replaces it" in done.output
    assert run("export", "a.csv", "--force").exit_code == 0
    assert Path("a.csv").read_text(encoding="utf-8-sig").startswith("context,term")
