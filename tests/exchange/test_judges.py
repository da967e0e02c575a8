"""What others say of the files: the schemas of TBX and TMX, gettext, and translate-toolkit."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from catalogs.samples import msgfmt

from glossary.catalog import builtin_folder, load_glossary, read_catalog
from glossary.exchange import Concept, concepts_of

from .samples import CONCEPTS, text_of

REASON = "translate-toolkit is not installed (extra: dev)"
GLOSSARY = concepts_of({code: load_glossary([builtin_folder()], code).entries for code in ("ru", "ur")})

NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
AUXILIARY = "(descrip |admin |note )*"
# The content of each element, as the schema of TBX-Basic has it, restricted to the elements that are written.
MODELS = {
    "tbx": "tbxHeader text ",
    "tbxHeader": "fileDesc ",
    "fileDesc": "sourceDesc ",
    "sourceDesc": "(p )+",
    "text": "body ",
    "body": "(conceptEntry )+",
    "conceptEntry": f"{AUXILIARY}(langSec )+",
    "langSec": f"{AUXILIARY}(termSec )+",
    "termSec": f"term (termNote )*{AUXILIARY}",
    **dict.fromkeys(("p", "descrip", "admin", "note", "term", "termNote"), ""),
}
NAMES_OF_2 = {
    "tbx": "martif",
    "tbxHeader": "martifHeader",
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "termSec": "tig",
}
ATTRIBUTES = {
    "tbx": {"type", "style", "{http://www.w3.org/XML/1998/namespace}lang"},
    "conceptEntry": {"id"},
    "langSec": {"{http://www.w3.org/XML/1998/namespace}lang"},
    **{name: {"type"} for name in ("descrip", "admin", "termNote")},
}
# The categories of TBX-Basic that are written, where each may stand, and the values it may have.
CATEGORIES = {
    ("descrip", "subjectField"): ({"conceptEntry"}, None),
    ("admin", "source"): ({"conceptEntry", "langSec", "termSec"}, None),
    ("termNote", "partOfSpeech"): ({"termSec"}, {"noun", "verb", "adjective", "adverb", "other"}),
    ("termNote", "grammaticalGender"): ({"termSec"}, {"masculine", "feminine", "neuter", "other"}),
    ("termNote", "administrativeStatus"): (
        {"termSec"},
        {f"{s}Term-admn-sts" for s in ("preferred", "admitted", "deprecated", "superseded")},
    ),
    ("termNote", "termType"): (
        {"termSec"},
        {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    ),
}


@pytest.mark.parametrize("concepts", [CONCEPTS, GLOSSARY], ids=["every fact", "the built-in glossary"])
def test_tbx_3_is_as_the_standard_demands(concepts: list[Concept]) -> None:
    root = ElementTree.fromstring(text_of("tbx3", concepts))
    assert root.tag == f"{NAMESPACE}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    ids = [element.get("id") for element in root.iter(f"{NAMESPACE}conceptEntry")]
    assert len(set(ids)) == len(ids) == len(concepts)
    for element in root.iter():
        assert element.tag.startswith(NAMESPACE)
        name = element.tag.removeprefix(NAMESPACE)
        content = "".join(f"{child.tag.removeprefix(NAMESPACE)} " for child in element)
        assert re.fullmatch(MODELS[name], content), (name, content)
        assert set(element.attrib) == ATTRIBUTES.get(name, set())
        for child in element:
            check_category(child, name)


def check_category(element: ElementTree.Element, parent: str) -> None:
    if "type" in element.attrib and parent != "tbx":
        places, values = CATEGORIES[element.tag.removeprefix(NAMESPACE), element.attrib["type"]]
        assert parent in places
        assert values is None or element.text in values


def test_tbx_2_has_the_elements_of_tbx_3_by_other_names() -> None:
    root = ElementTree.fromstring(text_of("tbx2", CONCEPTS))
    assert root.tag == "martif"
    models = {NAMES_OF_2.get(name, name): model for name, model in MODELS.items()}
    for new, old in NAMES_OF_2.items():
        models = {name: re.sub(rf"\b{new} ", f"{old} ", model) for name, model in models.items()}
    models |= {"martifHeader": "fileDesc encodingDesc ", "encodingDesc": "p "}
    for element in root.iter():
        content = "".join(f"{child.tag} " for child in element)
        assert re.fullmatch(models[element.tag], content), (element.tag, content)


def test_tmx_is_as_its_dtd_demands() -> None:
    root = ElementTree.fromstring(text_of("tmx", CONCEPTS))
    models = {
        "tmx": "header body ",
        "body": "(tu )*",
        "tu": "(note |prop )*(tuv )+",
        "tuv": "(note |prop )*seg ",
        **dict.fromkeys(("header", "note", "prop", "seg"), ""),
    }
    for element in root.iter():
        assert re.fullmatch(models[element.tag], "".join(f"{child.tag} " for child in element))
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(root[0].attrib) == required


def test_weblate_po_is_a_catalog(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    russian = [Concept(c.term, {"ru": c.entries["ru"]}) for c in CONCEPTS if "ru" in c.entries]
    path.write_text(text_of("weblate", russian, "ru"), encoding="utf-8")
    contexts = [entry.term.context for entry in read_catalog(path).entries]
    paper = "organization/newspaper"
    assert contexts == [paper, f"{paper}/admitted 1", f"{paper}/admitted 2", f"{paper}/forbidden 1"]


@msgfmt
def test_msgfmt_takes_weblate_po(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    russian = [Concept(c.term, {"ru": c.entries["ru"]}) for c in GLOSSARY]
    path.write_text(text_of("weblate", russian, "ru"), encoding="utf-8")
    command = ["msgfmt", "--check", "-o", "/dev/null", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")


def test_translate_toolkit_reads_tbx() -> None:
    tbx = pytest.importorskip("translate.storage.tbx", reason=REASON)
    store = tbx.tbxfile.parsestring(text_of("tbx2", CONCEPTS).encode())
    store.settargetlanguage("ru")
    paper, indus = store.units
    assert (paper.source, paper.target) == ('The "Dawn" & <sons>', "«Дон»")
    assert [term.text for term in paper.get_source_terms()] == ['The "Dawn" & <sons>', "Dawn", "The Dawn"]
    assert [(term.text, term.deprecated) for term in paper.get_target_terms()] == [
        ("«Дон»", False),
        ("Дон", False),
        ("газета «Дон»", False),
        ("Даун", True),
    ]
    assert (paper.istranslatable(), indus.istranslatable()) == (False, True)
    assert [unit.getid() for unit in store.units] == ["organization_newspaper.The_Dawn_sons_", "place.Indus"]


def test_translate_toolkit_reads_tmx() -> None:
    tmx = pytest.importorskip("translate.storage.tmx", reason=REASON)
    store = tmx.tmxfile.parsestring(text_of("tmx", GLOSSARY).encode())
    store.sourcelanguage, store.targetlanguage = "en", "ur"
    pairs = {(unit.source, unit.gettarget("ur")) for unit in store.units}
    assert pairs == {(c.term.text, c.entries["ur"].rendering.text) for c in GLOSSARY}


def test_translate_toolkit_reads_weblate_po() -> None:
    pypo = pytest.importorskip("translate.storage.pypo", reason=REASON)
    russian = [Concept(c.term, {"ru": c.entries["ru"]}) for c in CONCEPTS if "ru" in c.entries]
    store = pypo.pofile.parsestring(text_of("weblate", russian, "ru").encode())
    units = [
        (unit.getcontext(), unit.target, unit.typecomments) for unit in store.units if not unit.isheader()
    ]
    paper = "organization/newspaper"
    assert units == [
        (paper, "«Дон»", ["#, read-only, terminology\n"]),
        (f"{paper}/admitted 1", "Дон", []),
        (f"{paper}/admitted 2", "газета «Дон»", []),
        (f"{paper}/forbidden 1", "Даун", ["#, forbidden\n"]),
    ]
