"""Bilingual files: what is read from them, and that every fix lands where it belongs and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.bilingual import is_bilingual, units
from glossary.documents.bilingual.unit import Piece, Unit, assembled, suppressed
from glossary.documents.files import Source
from glossary.errors import DocumentError

CASES = json.loads(
    (Path(__file__).parent.parent / "data/documents/bilingual.json").read_text(encoding="utf-8")
)


def cases(group: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES[group]]


def read(suffix: str, text: str) -> tuple[Unit, ...]:
    return units(Source(text, Path(f"file{suffix}")))


def seen(unit: Unit) -> dict[str, object]:
    known = {"source": unit.source, "target": unit.target, "line": unit.line, "source_line": unit.source_line}
    if unit.language:
        known["language"] = unit.language
    if unit.ignored:
        known["ignored"] = sorted(unit.ignored)
    return known


# Cases


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("case", cases("positive"))
def test_what_is_read(case: dict[str, Any], end: str) -> None:
    text = end.join([*case["lines"], ""])
    assert [seen(unit) for unit in read(case["suffix"], text)] == case["units"]


@pytest.mark.parametrize("case", cases("positive"))
def test_what_is_called_literal_stands_there(case: dict[str, Any]) -> None:
    text = "\n".join(case["lines"])
    for unit in read(case["suffix"], text):
        places = [unit.target_offset(index) for index in range(len(unit.target))]
        literal = [(character, place) for character, place in zip(unit.target, places, strict=True)]
        assert any(place is not None for place in places)
        assert all(text[place] == character for character, place in literal if place is not None)


@pytest.mark.parametrize("case", cases("broken"))
def test_what_is_broken_says_where_and_what_to_do(case: dict[str, Any]) -> None:
    with pytest.raises(DocumentError) as caught:
        read(case["suffix"], "\n".join([*case["lines"], ""]))
    error = caught.value
    assert (error.message, error.line) == (case["message"], case["line"])
    assert error.path == Path(f"file{case['suffix']}")
    assert error.remedy


def test_elements_without_end_are_refused() -> None:
    with pytest.raises(DocumentError, match="nested more than"):
        read(".tmx", "<tmx>" + "<tu>" * 100_000)


def test_formats_go_by_suffix() -> None:
    assert [is_bilingual(Path(name)) for name in ("a.PO", "a.ru.tsv", "a.txt", "po")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("dragoman: ignore", {"*"}),
        ("dragoman:ignore C001,C002  C003 - see below, C004", {"C001", "C002", "C003"}),
        ("dragoman: ignore because C001", {"*"}),
        ("dragoman: ignore C001\ndragoman: ignore C002", {"C001", "C002"}),
        ("dragoman: ignored C001", set()),
        ("ignore C001", set()),
    ],
)
def test_what_a_comment_suppresses(comment: str, rules: set[str]) -> None:
    assert suppressed(comment) == rules


def test_runs_that_follow_one_another_are_one() -> None:
    pieces = [
        Piece("ab", 10),
        Piece("cd", 12),
        Piece("\n", 14, literal=False),
        Piece("e", 16),
        Piece("f", 20),
    ]
    assert assembled(pieces) == ("abcd\nef", ((0, 4, 10), (5, 6, 16), (6, 7, 20)))


# Fixes

characters = st.sampled_from("abяж،کی۔ \"\\&<>\t\n\r😀e\u0301\u200c\u2028\x85]'")
texts = st.text(characters, min_size=1, max_size=12).filter(lambda text: text.strip() == text)
Choose = Callable[[Sequence[str]], str]


def po(text: str, choose: Choose) -> str:
    return '"' + "".join(polib.escape(c) + choose(["", "", "", '" "', '"\n "']) for c in text) + '"'


def xml(text: str, choose: Choose) -> str:
    return "".join(
        choose(
            [plain, plain, f"&#x{ord(c):x};", f"<g>{plain}</g>", f"<![CDATA[{c}]]>" if c != "\r" else plain]
        )
        for c in text
        for plain in [escape(c, {"\r": "&#13;"})]
    )


def json_string(text: str, choose: Choose) -> str:
    spelled = (choose([json.dumps(c, ensure_ascii=False), json.dumps(c)])[1:-1] for c in text)
    return f'"{"".join(spelled)}"'


def cell(text: str, _: Choose) -> str:
    """Return a cell as a spreadsheet writes it."""
    return '"' + text.replace('"', '""') + '"' if '"' in text else text


WRITERS: dict[str, tuple[Callable[[str, Choose], str], str]] = {
    ".po": (po, '# Путин\nmsgid "s"\nmsgstr {}\n\nmsgid "t"\nmsgstr "я"\n'),
    ".xlf": (
        xml,
        "<xliff><!-- é -->\r\n<file><trans-unit><target>я</target><source>я</source></trans-unit>"
        "<trans-unit><source>s</source><target>\n {}</target></trans-unit></file></xliff>",
    ),
    ".xliff": (
        xml,
        "<xliff><file><unit><segment><source>s</source><target>{}</target></segment></unit></file></xliff>",
    ),
    ".tmx": (
        xml,
        '<tmx><body><tu><tuv lang="en"><seg>s</seg></tuv>'
        '<tuv lang="ur"><seg>{}</seg></tuv></tu></body></tmx>',
    ),
    ".tsv": (cell, "я\tя\r\ns\t{}\tC001\r\nt\tt\r\n"),
    ".jsonl": (json_string, '{{"source": "я", "target": "я"}}\n{{"target": {}, "source": "s"}}\n'),
}


@pytest.mark.parametrize("suffix", WRITERS)
@given(data=st.data())
def test_a_fix_changes_what_it_is_to_change_and_nothing_else(suffix: str, data: st.DataObject) -> None:
    spell, frame = WRITERS[suffix]
    target = data.draw(texts)
    if suffix == ".tsv":  # which has no way to write them
        target = target.translate(dict.fromkeys(map(ord, "\t\r\n"), "x"))
    text = frame.format(spell(target, lambda choices: data.draw(st.sampled_from(choices))))
    before = read(suffix, text)
    number = [unit.source for unit in before].index("s")
    assert before[number].target == target
    start = data.draw(st.integers(0, len(target)))
    end = data.draw(st.integers(start, len(target)))
    new = data.draw(st.text(characters, max_size=4))
    wanted = target[:start] + new + target[end:]
    fix = before[number].fix(start, end, new)
    if fix is not None and wanted.strip() == wanted != "":
        after = read(suffix, text[: fix.start] + fix.text + text[fix.end :])
        expected = [unit.target for unit in before]
        expected[number] = wanted
        assert [unit.target for unit in after] == expected


@pytest.mark.parametrize("suffix", WRITERS)
@given(data=st.data())
def test_plain_text_can_be_fixed_anywhere(suffix: str, data: st.DataObject) -> None:
    target = data.draw(st.text(st.sampled_from("abяж،کی😀\u200c"), min_size=1, max_size=8))
    text = WRITERS[suffix][1].format(f'"{target}"' if suffix in (".po", ".jsonl") else target)
    unit = next(unit for unit in read(suffix, text) if unit.source == "s")
    start = data.draw(st.integers(0, len(target)))
    end = data.draw(st.integers(start, len(target)))
    fix = unit.fix(start, end, "Ω")
    assert fix is not None
    assert text[fix.start : fix.end] == target[start:end]
    assert (unit.target_offset(start), unit.target_offset(end)) == (fix.start, fix.end)


@pytest.mark.parametrize(
    ("text", "start", "end", "new"),
    [
        ("s\tпо русски", 2, 3, "\t"),  # a table cannot hold a tab
        ('s\t"Да" и "нет"', 1, 3, "x"),  # nor tell what it means where a quotation mark begins a cell
        ("s\tда", 0, 0, '"'),
    ],
)
def test_a_table_takes_no_fix_that_would_read_otherwise(text: str, start: int, end: int, new: str) -> None:
    (unit,) = read(".tsv", text)
    assert unit.fix(start, end, new) is None


def test_a_fix_over_an_escape_or_a_tag_is_none() -> None:
    (unit,) = read(".po", 'msgid "s"\nmsgstr "да\\nнет" "ли"\n')
    assert unit.target == "да\nнетли"
    assert unit.fix(1, 3, "x") is None
    assert unit.fix(5, 7, "x") is None
    assert [unit.target_offset(index) for index in (1, 2, 3)] == [19, None, 22]


# Judged by translate-toolkit


@pytest.mark.parametrize(
    ("suffix", "factory"), [(".po", "pypo"), (".xlf", "xliff"), (".xliff", "xliff2"), (".tmx", "tmx")]
)
@given(data=st.data())
def test_translate_toolkit_reads_the_same(suffix: str, factory: str, data: st.DataObject) -> None:
    judge = pytest.importorskip(f"translate.storage.{factory}")
    name = {"pypo": "pofile", "xliff": "Xliff1File", "xliff2": "Xliff2File", "tmx": "tmxfile"}[factory]
    strings = st.text(st.sampled_from("abяکی \"\\&<>😀'"), min_size=1, max_size=8).filter(
        lambda t: t == t.strip()
    )
    pairs = data.draw(st.dictionaries(strings, strings, min_size=1, max_size=4)).items()
    store = getattr(judge, name)()
    for source, target in pairs:
        if factory == "tmx":
            store.addtranslation(source, "en", target, "ru")
        else:
            unit = store.addsourceunit(source)
            unit.target = target
    text = bytes(store).decode()
    assert [(unit.source, unit.target) for unit in read(suffix, text)] == list(pairs)
