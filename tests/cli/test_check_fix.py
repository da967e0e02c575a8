"""`dragoman check --fix`: a patch, or files that are changed by what is certain and by nothing else."""

import shutil
import subprocess
from pathlib import Path

import pytest
from checking import check, read, rules, write

pytestmark = pytest.mark.usefixtures("desk")

PATCH = """\
--- a/news/broken.ru.txt
+++ b/news/broken.ru.txt
@@ -1,5 +1,5 @@
-Рейтер поговорил с Владимиром Путеном.
+Рейтер поговорил с Владимиром Путиным.
|
-До этого дня, сообщает вебсайт ШОС.
+До этого срока, сообщает вебсайт ШОС.
|
 Все 250 354 имени на https://a.example.
""".replace("|", " ")
BOTH = ("po", "xlf", "xliff", "tmx", "tsv", "jsonl")


def contents() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


def test_a_patch_changes_no_file() -> None:
    before = contents()
    result = check("news/broken.ru.txt", "--fix")

    assert (result.exit_code, result.stdout) == (1, PATCH)
    assert result.stderr == "1 translation: 3 errors, 3 warnings, 0 notes\n"
    assert contents() == before


def test_a_report_in_a_file_goes_with_a_patch() -> None:
    check("news/broken.ru.txt", "--output", "rdjsonl=before.jsonl")
    result = check("news/broken.ru.txt", "--fix", "--output", "rdjsonl=with.jsonl")

    assert result.stdout == PATCH
    assert read("with.jsonl") == read("before.jsonl")


@pytest.mark.skipif(not shutil.which("git"), reason="git applies the patch")
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_patch_can_be_applied(end: str) -> None:
    write("a.txt", f"Vladimir Putin left.{end}")
    write("a.ru.txt", f"Владимир Путен\u2028уехал.{end}")
    patch = check("a.txt", "--fix").stdout_bytes
    subprocess.run(["git", "apply", "-"], input=patch, check=True)

    assert read("a.ru.txt") == f"Владимир Путин\u2028уехал.{end}"


@pytest.mark.skipif(not shutil.which("git"), reason="git applies the patch")
def test_a_patch_has_the_byte_order_mark_of_its_file() -> None:
    write("a.txt", "Vladimir Putin left.\n")
    write("a.ru.txt", "\ufeffВладимир Путен уехал.\n")
    subprocess.run(["git", "apply", "-"], input=check("a.txt", "--fix").stdout_bytes, check=True)

    assert read("a.ru.txt") == "\ufeffВладимир Путин уехал.\n"


def test_what_remains_decides_the_exit_code() -> None:
    result = check("news", "--fix", "--write")

    assert result.exit_code == 1
    assert result.stdout.startswith("news/broken.ru.txt:1: warning C003 ")
    assert result.stderr == "5 translations: 3 errors, 3 warnings, 0 notes\n"
    assert read("news/broken.ru.txt").startswith("Рейтер поговорил с Владимиром Путиным.\n\nДо этого срока,")
    assert "ك" not in read("news/broken.ur.txt")
    assert check("news/broken.ur.txt").exit_code == 0


def test_nothing_remains_and_the_exit_code_is_0() -> None:
    write("a.txt", "Vladimir Putin left.\n")
    write("a.ru.txt", "Владимир Путен уехaл\u200b.\n")
    result = check("a.txt", "--fix", "--write")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 translation: 0 errors, 0 warnings, 0 notes\n"
    assert read("a.ru.txt") == "Владимир Путин уехал.\n"


@pytest.mark.parametrize("folder", ["news", "both"])
def test_fixing_what_is_fixed_changes_nothing(folder: str) -> None:
    check(folder, "--fix", "--write")
    fixed = contents()
    assert check(folder, "--fix").stdout == ""
    check(folder, "--fix", "--write")
    assert contents() == fixed


@pytest.mark.parametrize("suffix", BOTH)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_bilingual_file_keeps_every_other_byte(suffix: str, end: str) -> None:
    path = Path(f"both/desk.{suffix}")
    text = path.read_text(encoding="utf-8").replace("\n", end)
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    before = rules(path)
    check(path, "--fix", "--write")

    mended = text.replace("Владимиру Путену", "Владимиру Путину").replace("ولاڈیمیر", "ولادیمیر")
    assert path.read_bytes() == b"\xef\xbb\xbf" + mended.encode()
    assert rules(path) == [finding for finding in before if finding[0] == "C001"]


@pytest.mark.parametrize(
    "table",
    ['severity = { C002 = "off" }', 'ignore = [{ term = "Vladimir Putin" }]', 'ignore = [{ path = "a.*" }]'],
)
def test_what_does_not_count_is_not_mended(table: str) -> None:
    write("dragoman.toml", f"[check]\n{table}\n")
    write("a.txt", "Vladimir Putin left.\n")
    write("a.ru.txt", "Владимир Путен уехал.\n")
    assert check("a.txt", "--fix").stdout == ""


def test_a_suppressed_unit_is_not_mended() -> None:
    write("a.tsv", "en\tru\tignore\nVladimir Putin left.\tВладимир Путен уехал.\tC002\n")
    assert check("a.tsv", "--fix").stdout == ""


def test_a_wrong_name_that_no_list_has_is_mended_in_the_case_that_its_context_asks_for() -> None:
    write("a.txt", "They met Vladimir Putin.\n")
    write("a.ru.txt", "Они встретились с Владимером Путыным.\n")
    result = check("a.txt", "--fix", "--write")

    assert result.exit_code == 0, result.stdout
    assert read("a.ru.txt") == "Они встретились с Владимиром Путиным.\n"
    assert check("a.txt", "--fix").stdout == ""
