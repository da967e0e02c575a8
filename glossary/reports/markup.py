"""XML as reports write it."""

from __future__ import annotations

from xml.etree import ElementTree

from glossary.documents.bilingual.xml import ILLEGAL

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(root: ElementTree.Element) -> str:
    """Return the text of an XML document; U+FFFD stands for characters that XML does not have."""
    ElementTree.indent(root)
    written = ElementTree.tostring(root, encoding="unicode")
    return _HEAD + ILLEGAL.sub("\ufffd", written) + "\n"
