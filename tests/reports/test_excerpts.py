"""Findings for people: the exact lines, with the mark where it belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Excerpt, Finding, Severity
from glossary.reports.excerpts import isolated, write

RU, EN = Path("a.ru.txt"), Path("a.en.txt")
FSI, PDI = "\u2068", "\u2069"
RUSSIAN = Excerpt(RU, 12, "Саммит ОШС открылся", 7, 10)


def shown(target: Excerpt | None, source: Excerpt | None = None, message: str = "wrong") -> list[str]:
    finding = Finding("C002", Severity.ERROR, message, RU, 12, "SCO", target, source)
    return write([finding], [], {}).splitlines()


def test_a_caret_stands_under_the_part() -> None:
    assert shown(RUSSIAN, Excerpt(EN, 3, "The SCO summit", 4, 7)) == [
        "a.ru.txt:12: error C002 wrong [SCO]",
        "  source 3  | The SCO summit",
        "            |     ^^^",
        "  target 12 | Саммит ОШС открылся",
        "            |        ^^^",
    ]


def test_a_whole_line_has_no_caret_and_nothing_no_line() -> None:
    assert shown(replace(RUSSIAN, start=0, end=0))[1:] == ["  target 12 | Саммит ОШС открылся"]
    assert shown(None) == ["a.ru.txt:12: error C002 wrong [SCO]"]


def test_findings_stand_apart() -> None:
    finding = Finding("C002", Severity.ERROR, "wrong", RU, 12, target=RUSSIAN)
    assert write([finding, finding], [], {}).split("\n\n") == [
        write([finding], [], {}).rstrip("\n"),
        write([finding], [], {}),
    ]
    assert write([], [], {}) == ""


def test_right_to_left_text_is_isolated_and_its_part_in_guillemets() -> None:
    text = "وزیر اعظم نے BBC کو بتایا"
    lines = shown(Excerpt(RU, 1, text, 0, 9), message="“وزیر اعظم” is not “PM”: وزیراعظم")
    assert lines == [
        f"a.ru.txt:12: error C002 “{FSI}وزیر اعظم{PDI}” is not “PM”: {FSI}وزیراعظم{PDI} [SCO]",
        f"  target 1 | {FSI}«وزیر اعظم» نے BBC کو بتایا{PDI}",
    ]


@given(st.text(st.sampled_from("aяبک ،0“”\u064b"), max_size=12))
def test_isolates_are_closed_and_change_nothing_else(text: str) -> None:
    out = isolated(text)
    assert out.replace(FSI, "").replace(PDI, "") == text
    assert "".join(c for c in out if c in (FSI, PDI)) == (FSI + PDI) * out.count(FSI)
    outside = "".join(part.rpartition(PDI)[2] for part in out.split(FSI))
    assert not set(outside) & set("بک")


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "caret"),
    [
        ("漢字 и 😀 ОШС", 7, 10, "漢字 и 😀 ОШС", "          ^^^"),  # two columns each
        ("се\u0301ть ОШС", 6, 9, "се\u0301ть ОШС", "     ^^^"),  # a stress mark takes none
        ("a\tb\u00a0ОШС", 4, 7, "a b ОШС", "    ^^^"),
        ("до\u202eма", 2, 3, "до<U+202E>ма", "  ^^^^^^^^"),
        ("до\x1b[31mма", 0, 2, "до<U+001B>[31mма", "^^"),
    ],
)
def test_the_caret_counts_columns_of_a_terminal(
    text: str, start: int, end: int, line: str, caret: str
) -> None:
    assert shown(Excerpt(RU, 1, text, start, end))[1:] == [f"  target 1 | {line}", f"           | {caret}"]


def test_zero_width_non_joiners_stay_in_urdu() -> None:
    assert shown(Excerpt(RU, 1, "بین\u200cالاقوامی"))[1] == f"  target 1 | {FSI}بین\u200cالاقوامی{PDI}"


@given(st.integers(0, 400), st.integers(1, 150))
def test_long_lines_are_cut_around_the_part(start: int, length: int) -> None:
    text = "".join(chr(0x430 + i % 32) for i in range(400))
    end = min(start + length, 400)
    if start == end:
        return
    line, caret = (each.partition("| ")[2] for each in shown(Excerpt(RU, 1, text, start, end))[1:])
    assert len(line) <= 98
    assert line.strip("…") in text
    left = len(caret) - len(caret.lstrip())
    marked = line[left : len(caret)]
    assert text[start:end].startswith(marked)
    assert marked == text[start:end] or len(marked) >= 96


def test_a_cut_does_not_part_a_mark_from_its_letter() -> None:
    text = "е\u0301" * 200
    line = shown(Excerpt(RU, 1, text, 200, 202))[1].partition("| ")[2]
    assert line.startswith("…е")
