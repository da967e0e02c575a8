"""XML as reports write it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(root: ElementTree.Element) -> str:
    """Return the text of an XML document; U+FFFD stands for characters that XML does not have."""
    ElementTree.indent(root)
    written = ElementTree.tostring(root, encoding="unicode")
    return _HEAD + _ILLEGAL.sub("\ufffd", written) + "\n"
