"""XML as a tree in which every character knows its place in the file.

Nothing is read that the file does not hold: entity declarations and document type declarations with a body
are refused, and what a declaration names outside the file (`tmx14.dtd`) is never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from glossary.documents.bilingual.unit import Piece, assembled
from glossary.errors import DocumentError

LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
"""The attribute `xml:lang` as it stands in `Element.attributes`."""

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML document can have, not even as a reference."""

_DEEPEST = 200  # no bilingual file nests so far, and a tree that does would exhaust the stack
_PLACEHOLDERS = frozenset(["x", "ph"])
_NATIVE = frozenset(["bpt", "ept", "it", "ut"])
_OBJECT = "\ufffc"
_REMEDY = "export the file again from the program that made it, or look at this line in an editor"


@dataclass(slots=True)
class Element:
    """An element: its name without namespace, its attributes, what is in it, and its tag's offset."""

    name: str
    attributes: dict[str, str]
    offset: int
    children: list[Element | Piece] = field(default_factory=list)

    def all(self, *path: str) -> Iterator[Element]:
        """Yield the elements a path leads to: children of the first name, theirs of the second, and on."""
        found = (child for child in self.children if isinstance(child, Element) and child.name == path[0])
        for child in found:
            yield from child.all(*path[1:]) if path[1:] else (child,)

    def first(self, name: str) -> Element | None:
        """Return the first child of that name, or None."""
        return next(self.all(name), None)

    def pieces(self) -> list[Piece]:
        """Return the text without the white space around it.

        Text in inline elements belongs to it, native code does not; a placeholder is U+FFFC, so that the
        words around it stay apart.
        """
        pieces = list(_content(self))
        while pieces and pieces[0].text.isspace():
            del pieces[0]
        while pieces and pieces[-1].text.isspace():
            del pieces[-1]
        if pieces:
            pieces[0] = _shortened(pieces[0])
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
        return pieces

    def text(self) -> str:
        """Return the text that `pieces` makes up."""
        return assembled(self.pieces())[0]


def parse(text: str, root: str) -> Element:
    """Return the root element of an XML text, which must have the name `root`.

    Raises DocumentError with the line of what is not well-formed, refused or of another kind.
    """
    element = _Builder(text).build()
    if element.name != root:
        message = f"the root element is <{element.name}>, not <{root}>"
        raise DocumentError(message, line=1, remedy="give the file the suffix of its format")
    return element


def escaped(text: str) -> str | None:
    """Return text as it is written in an element, None where XML has no way to write it."""
    return None if ILLEGAL.search(text) else escape(text, {"\r": "&#13;"})


class _Builder:
    """Builds the tree of one text from the events of expat, whose places are bytes of UTF-8."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._data = text.encode("utf-8")
        self._byte = self._offset = 0  # the last place that was looked up, in bytes and in code points
        self._quoted = False
        self._open = [Element("", {}, 0)]
        # The text is decoded already, whatever encoding its declaration names.
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._section(True)
        parser.EndCdataSectionHandler = lambda: self._section(False)
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._skipped

    def build(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            message = f"not well-formed XML: {expat.ErrorString(error.code)}"
            raise DocumentError(message, line=error.lineno, remedy=_REMEDY) from error
        root = self._open[0].children[0]
        assert isinstance(root, Element)  # for mypy: a well-formed text has a root
        return root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise self._error(f"elements are nested more than {_DEEPEST} deep", _REMEDY)
        element = Element(name.rpartition(" ")[2], attributes, self._place())
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        place = self._place()
        # Outside of CDATA an ampersand begins a reference, also to an ampersand. Text in CDATA is not called
        # literal, since what replaces it would have to be escaped in another way.
        literal = self._text.startswith(text, place) and self._text[place] != "&" and not self._quoted
        self._open[-1].children.append(Piece(text, place, literal))

    def _section(self, quoted: bool) -> None:
        self._quoted = quoted

    def _doctype(self, _name: str, _system: str | None, _public: str | None, body: int) -> None:
        if body:
            raise self._error(
                "the document type declaration has a body, which could define entities",
                "delete the declaration: the text does not need it",
            )

    def _skipped(self, name: str, _parameter: bool) -> None:
        raise self._error(f"the entity &{name}; is not defined", "write the character itself")

    def _place(self) -> int:
        byte = self._parser.CurrentByteIndex
        self._offset += len(self._data[self._byte : byte].decode("utf-8"))
        self._byte = byte
        return self._offset

    def _error(self, message: str, remedy: str) -> DocumentError:
        return DocumentError(message, line=self._parser.CurrentLineNumber, remedy=remedy)


def _content(element: Element) -> Iterator[Piece]:
    for child in element.children:
        if isinstance(child, Piece):
            yield child
        elif child.name in _PLACEHOLDERS:
            yield Piece(_OBJECT, child.offset, literal=False)
        elif child.name not in _NATIVE:
            yield from _content(child)


def _shortened(piece: Piece) -> Piece:
    """Return a piece without the white space that it begins with."""
    text = piece.text.lstrip()
    return piece._replace(text=text, offset=piece.offset + len(piece.text) - len(text))
