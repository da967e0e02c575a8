import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.catalog import load_glossary
from glossary.errors import CatalogError, GlossaryError
from glossary.lint import lint
from glossary.model import Severity

CATALOG = r"""# The desk's own.
msgid ""
msgstr ""
"Language: ru\n"
"Content-Type: text/plain; charset=UTF-8\n"

# morph: Animacy=Anim Gender=Masc
# form: Case=Gen = Владимира Путина
#. alias: V. Putin
#, fuzzy
#| msgid "Vladimir \"Putine\""
msgctxt "person"
msgid "Vladimir Putin"
msgstr ""
"Владимир "
"Путин"

#~ msgctxt "place"
#~ msgid "Constantinople"
#~ msgstr "Константинополь"
"""

edits = st.lists(
    st.tuples(
        st.integers(0, len(CATALOG)),
        st.integers(0, 30),
        st.sampled_from(
            ["", '"', "\\", "\n", "#", "~", "msgid ", "msgstr", "x", "\r", "\x00", "\u2028", "[0]"]
        ),
    ),
    min_size=1,
    max_size=3,
)


def edited(changes: list[tuple[int, int, str]]) -> str:
    """The catalog with stretches of it replaced."""
    text = CATALOG
    for start, length, replacement in changes:
        text = text[:start] + replacement + text[start + length :]
    return text


def catalog(folder: Path, language: str, text: str) -> Path:
    path = folder / language / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def po(kind: str, term: str, text: str, comment: str = "") -> str:
    header = CATALOG[: CATALOG.index("# morph")]
    return f'{header}{comment}msgctxt "{kind}"\nmsgid "{term}"\nmsgstr "{text}"\n'


def ids(*targets: Path) -> set[str]:
    return {finding.rule for finding in lint(targets)} - {"G005"}  # these headers are short


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lint")


@given(st.binary(max_size=80) | edits.map(lambda changes: edited(changes).encode()))
def test_whatever_a_file_holds_is_a_finding_and_what_cannot_be_loaded_is_an_error(
    folder: Path, data: bytes
) -> None:
    path = folder / "ru" / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    found = lint([path])
    try:
        load_glossary([folder], "ru")
    except GlossaryError:
        assert any(finding.severity is Severity.ERROR for finding in found)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext's msgfmt is not installed")
@settings(max_examples=60, deadline=None, derandomize=True)
@given(edits)
@example([(CATALOG.index("# The desk"), 0, "\ufeff")])
@example([(CATALOG.index("#|"), 0, "x")])
@example([(CATALOG.index("#| msgid") + 2, 7, "")])
@example([(CATALOG.index("#~ msgctxt"), 0, '#| msgid "x"\n')])
@example([(CATALOG.index('Путин"'), 0, "\\q")])
def test_what_msgfmt_refuses_is_an_error(folder: Path, changes: list[tuple[int, int, str]]) -> None:
    path = folder / "glossary.po"
    path.write_text(edited(changes), encoding="utf-8", newline="")
    judged = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True, check=False)
    if judged.returncode:
        assert any(finding.severity is Severity.ERROR for finding in lint([path])), judged.stderr.decode()


def test_reading_goes_on_behind_an_error_and_line_numbers_hold(tmp_path: Path) -> None:
    path = catalog(
        tmp_path, "ru", po("person", "Putin", "Путин") + "\nstray\n\n" + CATALOG.partition("\n\n")[2]
    )
    found = {(finding.rule, finding.line) for finding in lint([path])}
    assert {("G001", 11), ("G016", 19), ("G020", 8)} <= found


def test_a_broken_file_of_its_own_is_of_the_language_that_its_header_names(tmp_path: Path) -> None:
    path = tmp_path / "names.po"
    path.write_text(po("person", "Putin", "Путин") + "\nstray\n", encoding="utf-8")
    assert ids(path) == {"G001", "G020"}  # a gender is asked for in Russian


def test_after_twenty_errors_reading_ends(tmp_path: Path) -> None:
    path = catalog(tmp_path, "ru", po("place", "Iran", "Иран") + "\nstray\n" * 30)
    assert sum(finding.rule == "G001" for finding in lint([path])) == 20


def test_bytes_of_another_charset(tmp_path: Path) -> None:
    path = catalog(tmp_path, "ru", "")
    path.write_bytes(po("place", "Iran", "Иран").encode("koi8-r"))
    (finding,) = lint([path])
    assert (finding.rule, finding.line) == ("G001", 9)
    assert "the catalog is not UTF-8" in finding.message


def test_another_folder_may_override(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    catalog(one, "ru", po("place", "Ivory Coast", "Кот-д’Ивуар"))
    catalog(other, "ru", po("place", "Ivory Coast", "Берег Слоновой Кости"))
    assert ids(one, other) == set()


def test_domains_of_one_language_are_one_glossary(tmp_path: Path) -> None:
    path = catalog(tmp_path, "ru", po("place", "Iran", "Иран"))
    path.with_name("people.po").write_text(po("place", "Iran", "Персия"), encoding="utf-8")
    (finding,) = (finding for finding in lint([tmp_path]) if finding.rule == "G012")
    assert (finding.path.name, finding.line) == ("people.po", 8)
    assert f"{path}:8" in finding.message


def test_files_of_one_folder_are_compared(tmp_path: Path) -> None:
    russian = catalog(tmp_path, "ru", po("place", "Iran", "Иран"))
    urdu = catalog(tmp_path, "ur", po("place", "Iraq", "عراق"))
    assert ids(russian) == set()
    assert ids(russian, urdu) == ids(tmp_path) == {"G018"}


def test_a_catalog_that_cannot_be_read_lacks_no_terms(tmp_path: Path) -> None:
    catalog(tmp_path, "ru", po("place", "Iran", "Иран"))
    catalog(tmp_path, "ur", "").write_bytes(b"\xff")
    assert ids(tmp_path) == {"G001"}


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_target_without_a_catalog_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(CatalogError) as caught:
        lint([tmp_path / name])
    assert caught.value.path == tmp_path / name
    assert caught.value.remedy
