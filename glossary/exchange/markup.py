"""XML read with the line of every element, without DTDs and entities; and written as the formats want it.

Expat from the standard library does both safely: a document type is passed over and never fetched, and a
declaration of an entity is refused, so that none can grow (the "billion laughs") or name a file. More is not
needed, `defusedxml` neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn
from unicodedata import normalize
from xml.etree import ElementTree
from xml.parsers import expat

from glossary.documents.bilingual.xml import ILLEGAL
from glossary.documents.files import Source
from glossary.errors import DocumentError
from glossary.exchange.concepts import Place

_CHUNK = 1 << 16  # characters
_INDENT = " "
_HOLE = "\0"  # what no document has, where the units go


class Element(ElementTree.Element):
    """An element with its 1-based line; names are local ones (`lang` for `xml:lang`)."""

    __slots__ = ("line",)
    line: int


def units(source: Source, roots: Mapping[str, str], *names: str) -> Iterator[Element]:
    """Yield the elements of these names as they are read, each emptied once it has been used.

    `roots` are the names that the root may have, and what such a document is called. Raises DocumentError
    with the line of what is not XML, not such a document, or not safe.
    """
    builder = ElementTree.TreeBuilder(element_factory=Element)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    open_elements: list[str] = []
    done: list[Element] = []

    def refused(message: str, remedy: str) -> DocumentError:
        return Place(source.path, parser.CurrentLineNumber).error(message, remedy)

    def start(name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if not open_elements and local not in roots:
            kind = next(iter(roots.values()))
            raise refused(
                f"this XML is not {kind}", f"its root would be {' or '.join(f'<{r}>' for r in roots)}"
            )
        open_elements.append(local)
        element = builder.start(local, {_local(key): value for key, value in attributes.items()})
        assert isinstance(element, Element)
        element.line = parser.CurrentLineNumber

    def end(_: str) -> None:
        element = builder.end(open_elements.pop())
        assert isinstance(element, Element)
        if element.tag in names:
            done.append(element)

    def refuse(*_: object) -> NoReturn:
        raise refused("entities are not read, for safety", "write the characters themselves, or `&#…;`")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse
    try:
        for position in range(0, len(source.text) + 1, _CHUNK):
            parser.Parse(source.text[position : position + _CHUNK], position + _CHUNK > len(source.text))
            for element in done:
                yield element
                element.clear()
            done.clear()
    except expat.ExpatError as error:
        raise Place(source.path, error.lineno).error(f"not XML: {expat.ErrorString(error.code)}") from error


def children(element: Element, *names: str) -> Iterable[Element]:
    """Yield the children of these names, in their order."""
    return (child for child in element if isinstance(child, Element) and child.tag in names)


def descendants(element: Element, *names: str) -> Iterable[Element]:
    """Yield the elements of these names at any depth, in the order of the text."""
    return (found for found in element.iter() if isinstance(found, Element) and found.tag in names)


def exact(element: Element) -> str:
    """Return the text of an element and all in it, every blank kept, in NFC."""
    return normalize("NFC", "".join(element.itertext()))


def one_line(text: str) -> str:
    """Return a text as editors that wrap lines mean it: on one line, without blanks at the edges."""
    return re.sub(r"[ \t\r]*\n\s*", " ", text).strip()


def add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    """Add a child with its text and attributes to an element, and return it; `lang` is `xml:lang`."""
    named = {"xml:lang" if key == "lang" else key: value for key, value in attributes.items()}
    child = ElementTree.SubElement(parent, name, named)
    child.text = text
    return child


def document(
    root: ElementTree.Element, body: ElementTree.Element, units: Iterable[ElementTree.Element]
) -> str:
    """Return the document, indented, with the units in its empty body; they need not exist all at once.

    Raises DocumentError for a character that XML has no place for.
    """
    ElementTree.indent(root, _INDENT)
    body.text = f"\n{_HOLE}{_INDENT * 2}"
    head, tail = ElementTree.tostring(root, encoding="unicode").split(_HOLE)
    return "".join(['<?xml version="1.0" encoding="UTF-8"?>\n', head, *map(_unit, units), tail, "\n"])


def _unit(element: ElementTree.Element) -> str:
    ElementTree.indent(element, _INDENT, level=3)
    text = ElementTree.tostring(element, encoding="unicode").replace("\r", "&#13;")
    if found := ILLEGAL.search(text):
        around = re.sub(r"<[^>]*>", "", text[max(0, found.start() - 20) : found.start() + 20])
        raise DocumentError(
            f"XML has no place for U+{ord(found[0]):04X}, in {around!r}", remedy="take it out of the glossary"
        )
    return f"{_INDENT * 3}{text}\n"


def _local(name: str) -> str:
    return name.rpartition("}")[2]
