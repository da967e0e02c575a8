"""Plain text: what is copied stays byte for byte, and every offset leads back to its character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import FORMATS, format_of, text
from glossary.documents.segment import Segment, Written
from glossary.errors import DocumentError

WRAPPED = json.loads(
    (Path(__file__).parent.parent / "data/documents/hard_wrap.json").read_text(encoding="utf-8")
)["positive"]

line_ends = st.sampled_from(["\n", "\r\n", "\r", "\f", "\n\n", "\r\n\r\n"])
blanks = st.sampled_from(["", " ", "   ", "\t", "\u00a0"])
words = st.lists(
    st.sampled_from(["The", "talks", "go", "on.", "—", "2,5", "é", "e\u0301", "😀", "\ufeff", "پاک"]),
    max_size=5,
)
# Up to 5 short words: no line is wide enough to count as wrapped.
texts = st.lists(st.tuples(blanks, words.map(" ".join), blanks, line_ends).map("".join), max_size=12).map(
    "".join
)
wrapped = st.builds(
    lambda case, end, indent, trail: end.join(
        indent + line + trail if line else "" for line in case["lines"]
    ),
    st.sampled_from(WRAPPED),
    st.sampled_from(["\n", "\r\n", "\r"]),
    blanks,
    st.sampled_from(["", " ", "\t"]),
)


def written(source: str, *translations: str) -> Written:
    return text.write(source, text.parse(source), translations)


@given(texts)
def test_what_is_not_translated_comes_back_as_it_was(source: str) -> None:
    segments = text.parse(source)
    assert text.write(source, segments, [segment.text for segment in segments]).text == source


@given(texts)
def test_each_line_that_is_not_blank_is_a_segment(source: str) -> None:
    lines = [line.strip() for line in source.splitlines()]
    assert [segment.text for segment in text.parse(source)] == [line for line in lines if line]


@given(st.one_of(texts, wrapped))
def test_every_offset_leads_to_its_character(source: str) -> None:
    for segment in text.parse(source):
        for offset, character in enumerate(segment.text):
            original = source[segment.source_offset(offset)]
            assert original == character or (character == " " and original.isspace())
        offsets = [segment.source_offset(offset) for offset in range(len(segment.text) + 1)]
        assert offsets == sorted(set(offsets))
        assert (offsets[0], offsets[-1]) == (segment.start, segment.end)


@given(st.one_of(texts, wrapped), st.data())
def test_translations_stand_where_the_starts_say(source: str, data: st.DataObject) -> None:
    segments = text.parse(source)
    translations = data.draw(st.lists(st.text(), min_size=len(segments), max_size=len(segments)))
    result = text.write(source, segments, translations)
    for start, translation in zip(result.starts, translations, strict=True):
        assert result.text.startswith(translation, start)
    pieces, last = [], 0
    for start, translation in zip(result.starts, translations, strict=True):
        pieces.append(result.text[last:start])
        last = start + len(translation)
    kept, end = [], 0
    for segment in segments:
        kept.append(source[end : segment.start])
        end = segment.end
    assert [*pieces, result.text[last:]] == [*kept, source[end:]]


@given(wrapped)
def test_a_wrapped_paragraph_becomes_one_line_and_stays_one_segment(source: str) -> None:
    first = text.parse(source)
    once = text.write(source, first, [segment.text for segment in first])
    assert len(once.text.splitlines()) == len(source.splitlines()) - sum(len(s.runs) - 1 for s in first)


def test_blanks_and_line_ends_of_every_kind_are_copied() -> None:
    source = "\r\n  Talks go on.\t\r\n\f\n\u00a02,500\r\rEnd"
    assert [segment.text for segment in text.parse(source)] == ["Talks go on.", "2,500", "End"]
    assert written(source, "مذاکرات", "2,500", "ختم") == Written(
        "\r\n  مذاکرات\t\r\n\f\n\u00a02,500\r\rختم", (4, 17, 24)
    )


def test_offsets_over_a_joined_line_break() -> None:
    source = (
        "\tThe ministers of both countries will travel to Moscow for talks on trade and \r\n\tenergy.\r\n"
    )
    (segment,) = text.parse(source)
    assert segment.text.endswith("trade and energy.")
    assert source[segment.source_offset(segment.text.index("energy")) :] == "energy.\r\n"
    assert source[segment.source_offset(segment.text.index(" energy")) :] == " \r\n\tenergy.\r\n"
    assert written(source, "О торговле.").text == "\tО торговле.\r\n"


@pytest.mark.parametrize("source", ["", "\n", " \t\r\n\r\n", "\f"])
def test_a_text_of_blanks_has_no_segments(source: str) -> None:
    assert text.parse(source) == ()
    assert written(source) == Written(source, ())


@pytest.mark.parametrize("offset", [-1, 6])
def test_offsets_outside_a_segment_are_refused(offset: int) -> None:
    with pytest.raises(IndexError):
        Segment("Talks", ((0, 3),)).source_offset(offset)


def test_each_segment_needs_its_translation() -> None:
    with pytest.raises(ValueError, match="shorter"):
        written("One\nTwo\n", "ایک")


@pytest.mark.parametrize("name", ["a.txt", "a.en.TXT", "feed"])
def test_plain_text_goes_by_its_suffix(name: str) -> None:
    assert format_of(Path(name)) is FORMATS[".txt"]
    assert format_of(None) is FORMATS[".txt"]


def test_other_suffixes_are_refused() -> None:
    with pytest.raises(DocumentError, match=r"^\.docx files cannot be translated$") as caught:
        format_of(Path("a.docx"))
    assert caught.value.path == Path("a.docx")
    assert caught.value.remedy == "save the article as plain text: .txt"
