"""TMX: every translation unit variant beside the variant in the source language."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.documents.bilingual import xml
from glossary.documents.bilingual.unit import Unit, paired, suppressed
from glossary.documents.bilingual.xml import Element
from glossary.documents.lines import Lines

_ANY = "*all*"  # what the header says where each variant may be the source
_ENGLISH = "en"


def parse(text: str) -> tuple[Unit, ...]:
    """Return the translations in a TMX file; a unit with variants in three languages has two of them.

    The source is in English where the file leaves it open. Raises DocumentError with the line of what is
    not TMX.
    """
    root, lines = xml.parse(text, "tmx"), Lines(text)
    header = root.first("header")
    source = header.attributes.get("srclang", _ANY) if header else _ANY
    return tuple(unit for element in root.all("body", "tu") for unit in _units(element, lines, source))


def _units(unit: Element, lines: Lines, source_language: str) -> Iterator[Unit]:
    source_language = unit.attributes.get("srclang", source_language)
    wanted = _primary(_ENGLISH if source_language == _ANY else source_language)
    variants = [(_language(variant), variant) for variant in unit.all("tuv")]
    source = next((v.first("seg") for language, v in variants if _primary(language) == wanted), None)
    if source is None:
        return
    for language, variant in variants:
        target = variant.first("seg")
        if target is not None and _primary(language) != wanted:
            ignored = _ignored(unit) | _ignored(variant)
            yield from paired(source.pieces(), target.pieces(), lines, xml.escaped, language or None, ignored)


def _language(variant: Element) -> str:
    """Return the language of a variant; TMX before 1.4 has the attribute without its namespace."""
    return variant.attributes.get(xml.LANGUAGE) or variant.attributes.get("lang", "")


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _ignored(element: Element) -> frozenset[str]:
    return frozenset().union(*(suppressed(note.text()) for note in element.all("note")))
