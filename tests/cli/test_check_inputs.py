"""What `dragoman check` checks: pairs, bilingual files, and of them what git says has changed."""

import subprocess
from pathlib import Path
from textwrap import fill

import pytest
from checking import GLOSSARY, check, found, read, rules, write
from click.testing import CliRunner

from cli.main import cli

pytestmark = pytest.mark.usefixtures("desk")

PUTIN = ("Vladimir Putin arrived.\n", "Прибыл Владимир Путен.\n")


# Pairs


@pytest.mark.parametrize("source", ["a.txt", "a.en.txt"])
@pytest.mark.parametrize("named", ["source", "target", "folder"])
def test_a_pair_by_its_names(source: str, named: str) -> None:
    names = {"source": f"desk/x/{source}", "target": "desk/x/a.ru.txt", "folder": "desk"}
    write(names["source"], PUTIN[0])
    write(names["target"], PUTIN[1])

    [finding] = found(names[named])
    assert (finding["path"], finding["line"]) == ("desk/x/a.ru.txt", 1)
    assert finding["source"]["path"] == f"desk/x/{source}"


def test_a_pair_is_checked_once_however_often_it_is_named() -> None:
    result = check("news", "news/broken.txt", "news/broken.ru.txt", "--exit-zero")
    assert result.stderr == "5 translations: 6 errors, 4 warnings, 0 notes\n"


def test_a_language_without_a_translation_is_no_finding() -> None:
    assert check("news/known.en.txt").stderr.startswith("1 translation: ")
    write("lone/a.txt", PUTIN[0])
    write("lone/b.txt", PUTIN[0])
    write("lone/b.ru.txt", PUTIN[1])
    assert [finding["path"] for finding in found("lone")] == ["lone/b.ru.txt"]


def test_a_named_source_without_any_translation_cannot_be_checked() -> None:
    write("lone.txt", PUTIN[0])
    assert check("lone.txt").exit_code == 2
    assert check("news", "lone.txt").exit_code == 2


def test_hidden_folders_and_the_glossary_itself_are_no_translations() -> None:
    write(".cache/a.txt", PUTIN[0])
    write(".cache/a.ru.txt", PUTIN[1])
    catalog = Path("terms/ru/LC_MESSAGES/glossary.po")
    catalog.write_text(read(str(catalog)).replace('msgstr "Пекин"', 'msgstr "Бейцзин"'), encoding="utf-8")
    paths = {finding["path"].partition("/")[0] for finding in found(".")}
    assert paths == {"both", "news"}


def test_files_are_named_one_by_one() -> None:
    write("left", PUTIN[0])
    write("right", PUTIN[1])

    result = check("--source", "left", "--target", "right", "--lang", "ru")
    assert result.exit_code == 1
    assert result.stdout.startswith("right:1: error C002 “Владимир Путен” is not accepted for ")


def test_a_glossary_over_another() -> None:
    write("own/ru/LC_MESSAGES/glossary.po", 'msgctxt "person"\nmsgid "Vladimir Putin"\nmsgstr "В. Путин"\n')
    write("a.txt", PUTIN[0])
    write("a.ru.txt", PUTIN[1])
    [finding] = found("a.txt", "--glossary", "own")
    assert (finding["rule"], finding["entry"]["path"]) == ("C001", "own/ru/LC_MESSAGES/glossary.po")


def test_the_built_in_glossary_needs_no_option_and_is_not_named_in_the_report() -> None:
    write("a.txt", "He went to Beijing.\n")
    write("a.ru.txt", "Он уехал.\n")
    result = CliRunner().invoke(cli, ["check", "a.txt"])
    assert result.exit_code == 1
    assert "“Beijing” is not rendered as Пекин" in result.stdout
    assert "glossary |" not in result.stdout


def test_another_encoding() -> None:
    write("a.txt", PUTIN[0])
    Path("a.ru.txt").write_bytes(PUTIN[1].encode("cp1251"))
    assert rules("a.txt", "--encoding", "cp1251") == [("C002", 1)]


# Paragraphs


def test_with_equal_line_counts_line_belongs_to_line() -> None:
    write("a.txt", "Beijing wins.\nHe lost.\n\nVladimir Putin left.")
    write("a.ru.txt", "Победа.\r\nПекин проиграл.\r\n\r\nОн уехал.")
    assert rules("a.txt") == [("C001", 1), ("C001", 4)]


def test_a_paragraph_that_is_missing_where_its_line_is_there() -> None:
    write("a.txt", "He won.\n\nVladimir Putin left.\n")
    write("a.ru.txt", "Победа.\n\n\n")
    [finding] = found("a.txt")
    assert (finding["rule"], finding["path"], finding["line"]) == ("C014", "a.ru.txt", 3)
    assert finding["message"] == "line 3 of the source is not in the translation: “Vladimir Putin left.”"


LONG = [
    "The ministers met for two days of talks about trade and energy in the old town hall.",
    "They agreed that 1,250 trucks may cross the border every week from May on.",
    "Nothing was said about Beijing, which had asked for a delay until the next summit of the bloc.",
]
LONG_RU = [
    "Министры два дня вели переговоры о торговле и энергетике в старой ратуше города.",
    "Они договорились, что с мая границу каждую неделю смогут пересекать 1250 грузовиков.",
    "О Китае, который просил об отсрочке до следующего саммита блока, ничего не сказали.",
]


def test_where_counts_differ_the_finding_says_so() -> None:
    write("a.txt", "\n\n".join(LONG) + "\n")
    write("a.ru.txt", "\n".join([LONG_RU[0], LONG_RU[2]]) + "\n")
    doubt = " (the paragraph counts differ: aligned by length, numbers and names)"
    start = "line 3 of the source is not in the translation: “They agreed that 1,250 trucks may cross…”"

    missing, term = found("a.txt")
    assert (missing["rule"], missing["message"]) == ("C014", start + doubt)
    assert (missing["path"], missing["line"]) == ("a.ru.txt", 1)
    assert (term["rule"], term["message"]) == ("C001", "“Beijing” is not rendered as Пекин" + doubt)
    assert (term["line"], term["source"]["line"]) == (2, 5)


def test_two_paragraphs_in_one_keep_their_columns() -> None:
    write("a.txt", f"{LONG[0]}\n{LONG[1]} Vladimir Putin agreed.\n")
    write("a.ru.txt", f"{LONG_RU[0]} {LONG_RU[1]} Владимир Путен согласен.\n")
    [finding] = found("a.txt")
    assert finding["rule"] == "C002"
    target = finding["target"]
    assert target["text"][target["start"] : target["end"]] == "Владимир Путен"
    assert finding["source"] == {
        "path": "a.txt",
        "line": 2,
        "text": f"{LONG[1]} Vladimir Putin agreed.",
        "start": len(LONG[1]) + 1,
        "end": len(LONG[1]) + 15,
    }


def test_an_empty_translation_lacks_every_paragraph() -> None:
    write("a.txt", "Beijing wins.\n\nHe lost.\n")
    write("a.ru.txt", "")
    assert [(f["rule"], f["path"], f["line"]) for f in found("a.txt")] == [("C014", "a.ru.txt", 1)] * 2


PROSE = (
    "The ministers met for two days of talks about trade and energy in the old town hall, where they had met "
    "for the first time long ago, and Vladimir Putin sent them a letter in which he wished them luck."
)
PROSE_RU = (
    "Министры два дня вели переговоры о торговле и энергетике в старой ратуше, где они впервые встретились "
    "много лет назад, а Владимир Путен направил им письмо, в котором он пожелал им всего самого хорошего, "
    "и оно было зачитано вслух в присутствии всех собравшихся, которые выслушали его стоя."
)


def test_a_hard_wrapped_source_and_a_translation_that_is_not() -> None:
    write("a.txt", fill(PROSE, 66) + "\n")
    write("a.ru.txt", PROSE_RU.replace("Путен", "Путин") + "\n")
    assert rules("a.txt") == []
    write("a.ru.txt", PROSE_RU.replace("Путен", "") + "\n")
    [finding] = found("a.txt")
    assert (finding["rule"], finding["source"]["line"]) == ("C001", 3)
    source = finding["source"]
    assert source["text"][source["start"] : source["end"]] == "Vladimir Putin"
    assert "aligned" not in finding["message"]


def test_a_hard_wrapped_translation_is_reported_and_mended_line_by_line() -> None:
    write("a.txt", PROSE + "\n")
    write("a.ru.txt", fill(PROSE_RU, 60) + "\n")
    [finding] = found("a.txt")
    assert (finding["rule"], finding["line"]) == ("C002", 3)
    target = finding["target"]
    assert target["text"][target["start"] : target["end"]] == "Владимир Путен"

    check("a.txt", "--fix", "--write")
    assert read("a.ru.txt") == fill(PROSE_RU, 60).replace("Путен", "Путин") + "\n"


def test_hard_wrapped_lines_belong_to_no_line_even_where_both_sides_have_as_many() -> None:
    source, target = fill(PROSE, 60), fill(PROSE_RU.replace("Путен", "Путин"), 60)
    lines = max(text.count("\n") for text in (source, target))
    write("a.txt", source + "\n" * (lines - source.count("\n") + 1))
    write("a.ru.txt", target + "\n" * (lines - target.count("\n") + 1))

    assert len(read("a.txt").splitlines()) == len(read("a.ru.txt").splitlines())
    assert found("a.txt") == []


def test_what_reaches_over_a_break_is_shown_up_to_it_and_left_to_a_person() -> None:
    write("a.txt", PROSE + "\n")
    write("a.ru.txt", fill(PROSE_RU, 66) + "\n")
    [finding] = found("a.txt")
    target = finding["target"]
    assert target["text"][target["start"] : target["end"]] == "Владимир"
    assert "fix" not in finding
    assert check("a.txt", "--fix").stdout == ""


@pytest.mark.parametrize("end", ["\x0c\n", "\u2028", "\r"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    write("a.txt", f"He won.{end}Vladimir Putin left.\n")
    write("a.ru.txt", f"Победа.{end}Владимир Путен уехал.\n")
    [finding] = found("a.txt")
    assert finding["line"] == (1 if end == "\u2028" else 2)
    target = finding["target"]
    assert target["text"][target["start"] : target["end"]] == "Владимир Путен"


# Bilingual files


def place(path: str, words: str) -> tuple[int, int]:
    """Line, and offset in it, of words in a file."""
    text = read(path)
    start = text.index(words)
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start) - 1


@pytest.mark.parametrize("suffix", ["po", "xlf", "xliff", "tmx", "tsv", "jsonl"])
def test_a_bilingual_file_of_every_format(suffix: str) -> None:
    path = f"both/desk.{suffix}"
    forbidden, *urdu, missing = found(path)

    assert (forbidden["rule"], missing["rule"]) == ("C002", "C001")
    target = forbidden["target"]
    assert (target["line"], target["start"]) == place(path, "Владимиру Путену")
    assert target["text"][target["start"] : target["end"]] == "Владимиру Путену"
    last = "Добро" if suffix == "po" else "Добро пожаловать."
    assert missing["line"] == place(path, last)[0]
    assert [finding["line"] for finding in urdu] == ([8] if suffix == "tmx" else [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "Vladimir Putin left.\tВладимир Путен уехал.\n"),
        ("a.jsonl", '{"source": "Vladimir Putin left.", "target": "Владимир Путен уехал."}\n'),
        ("a.po", 'msgid "Vladimir Putin left."\nmsgstr "Владимир Путен уехал."\n'),
    ],
)
def test_a_file_that_does_not_say_its_language(name: str, text: str) -> None:
    write(name, text)
    assert rules(name, "--lang", "ru")[0][0] == "C002"
    result = check(name)
    assert result.exit_code == 2
    assert "does not say which language" in result.stderr


def test_a_table_in_a_folder_may_be_of_another_kind_but_not_one_that_is_named() -> None:
    write("data/log.jsonl", '{"level": "info"}\n')
    write("data/list.tsv", "one\ttwo\n")
    write("data/a.txt", PUTIN[0])
    write("data/a.ru.txt", PUTIN[1])
    assert [finding["path"] for finding in found("data")] == ["data/a.ru.txt"]
    assert check("data/log.jsonl").exit_code == 2


def test_a_language_that_the_glossary_lacks_is_passed_over() -> None:
    write("a.tsv", "en\tde\nVladimir Putin left.\tEr ging.\n")
    result = check("a.tsv")
    assert (result.exit_code, result.stderr) == (0, "0 translations: 0 errors, 0 warnings, 0 notes\n")


def test_a_suppressed_unit_has_no_say_in_what_others_are_held_to() -> None:
    rows = [
        "The SCO met.\tШОС собралась.\t",
        "The SCO left.\tШанхайская организация сотрудничества ушла.\t{}",
    ]
    text = "en\tru\tignore\n" + "\n".join(rows) + "\n"
    write("a.tsv", text.format(""))
    assert rules("a.tsv") == [("C005", 3)]
    write("a.tsv", text.format("C005"))
    assert rules("a.tsv") == []


# Since a revision


@pytest.fixture
def repository(desk: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    return desk


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True)


def since(*arguments: str) -> set[str]:
    return {finding["path"] for finding in found(*arguments, "--since", "HEAD")}


@pytest.mark.usefixtures("repository")
def test_only_what_has_changed_since_a_revision() -> None:
    unchanged = check("news", "--since", "HEAD")
    assert (unchanged.exit_code, unchanged.stderr) == (0, "0 translations: 0 errors, 0 warnings, 0 notes\n")

    write("news/known.en.txt", read("news/known.en.txt") + " ")  # the source alone
    write("new/é.txt", PUTIN[0])
    write("new/é.ru.txt", PUTIN[1])
    write("both/desk.tsv", read("both/desk.tsv") + "\n")
    assert since(".") == {"news/known.ru.txt", "new/é.ru.txt", "both/desk.tsv"}
    assert since("news") == {"news/known.ru.txt"}

    git("add", ".")
    git("commit", "-q", "-m", "two")
    assert since(".") == set()
    assert {f["path"] for f in found("news", "--since", "HEAD~1")} == {"news/known.ru.txt"}
    assert {f["path"] for f in found("news", "--since", "main~1...main")} == {"news/known.ru.txt"}


def test_paths_are_those_of_the_folder_one_is_in(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("config", "diff.relative", "true")
    write("news/known.ru.txt", "Китай.\nКитай.\n")
    write("news/new.txt", PUTIN[0])
    write("news/new.ru.txt", PUTIN[1])
    monkeypatch.chdir(repository / "both")

    for path in ("../news", repository / "news"):
        run = CliRunner().invoke(
            cli, ["check", str(path), "--glossary", "../terms", *GLOSSARY[2:], "--since", "HEAD"]
        )
        assert run.exit_code == 1
        assert run.stderr == "2 translations: 3 errors, 0 warnings, 0 notes\n"


def test_the_repository_is_that_of_the_paths(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("news/known.ru.txt", "Китай.\nКитай.\n")
    monkeypatch.chdir(tmp_path)
    terms = str(repository / "terms")
    run = CliRunner().invoke(
        cli, ["check", str(repository), "--glossary", terms, "--no-builtin", "--since", "main"]
    )
    assert run.stderr == "1 translation: 2 errors, 0 warnings, 0 notes\n"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["nix", "--output=stolen"])
def test_an_unknown_revision(revision: str) -> None:
    result = check("news", f"--since={revision}")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert "git cannot tell what changed: " in result.stderr
    assert result.stderr.count("\n") == 1
    assert not Path("stolen").exists()
