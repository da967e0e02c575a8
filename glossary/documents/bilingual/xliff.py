"""XLIFF 1.2 and 2.x: every `<target>` of a `<trans-unit>`, or of a `<segment>`, beside its `<source>`.

Targets in any state are checked, also those that need translation or review, as translate-toolkit's
`pofilter` does by default. Units with `translate="no"` and alternative translations are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.documents.bilingual import xml
from glossary.documents.bilingual.unit import Unit, paired, suppressed
from glossary.documents.bilingual.xml import Element
from glossary.documents.lines import Lines

_CONTAINERS = frozenset(["file", "body", "group"])
_UNITS = frozenset(["trans-unit", "unit"])


def parse(text: str) -> tuple[Unit, ...]:
    """Return the translated units of an XLIFF file, in order.

    Raises DocumentError with the line of what is not XLIFF.
    """
    root = xml.parse(text, "xliff")
    return tuple(_walk(root, Lines(text), root.attributes.get("trgLang"), "yes"))


def _walk(element: Element, lines: Lines, language: str | None, translate: str) -> Iterator[Unit]:
    """Yield the units in an element, which hands its language and `translate` down."""
    for child in element.children:
        if not isinstance(child, Element):
            continue
        wanted = child.attributes.get("translate", translate)
        inherited = child.attributes.get("target-language", language)
        if child.name in _CONTAINERS:
            yield from _walk(child, lines, inherited, wanted)
        elif child.name in _UNITS and wanted != "no":
            yield from _units(child, lines, inherited)


def _units(unit: Element, lines: Lines, language: str | None) -> Iterator[Unit]:
    notes = [*unit.all("note"), *unit.all("notes", "note")]
    ignored = frozenset().union(*(suppressed(note.text()) for note in notes))
    for pair in (unit, *unit.all("segment")):
        source, target = pair.first("source"), pair.first("target")
        if source is not None and target is not None:
            own = target.attributes.get(xml.LANGUAGE, language)
            yield from paired(source.pieces(), target.pieces(), lines, xml.escaped, own, ignored)
