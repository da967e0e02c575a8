"""Says what a file is that does not read as the text it was taken for."""

from __future__ import annotations

import codecs
import unicodedata

_ZIP = b"PK\x03\x04"
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word or Excel document",
    b"\x89PNG\r\n\x1a\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b\x08": "a gzip archive",
    _ZIP: "a ZIP archive",
}
_OFFICE = {
    b"word/": "a Word document",
    b"xl/": "an Excel workbook",
    b"ppt/": "a PowerPoint presentation",
    b"opendocument.text": "an OpenDocument text",
}  # ZIP archives by a name or type that stands in them
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NAMES = {
    "utf-16-le": "UTF-16 without a byte order mark",
    "utf-16-be": "UTF-16 without a byte order mark",
    "cp1252": "Windows Western European",
    "cp1251": "Windows Cyrillic",
    "cp1256": "Windows Arabic",
    "koi8_r": "Russian KOI8-R",
    "cp866": "DOS Cyrillic",
    "mac_roman": "Mac Roman",
}
# Encodings a newsroom meets, likelier first: Windows before KOI8, DOS and the Mac.
_LATIN = ("cp1252", "mac_roman")
_OTHER = ("cp1251", "cp1256", "koi8_r", "cp866", "cp1252")
_WINDOWS_PUNCTUATION = frozenset("€…‘’“”•–—\xa0£§«»°".encode("cp1252"))
_CONTROLS_IN_TEXT = 0.05  # feeds frame their messages with a few; anything else in that measure is no text


def binary_format(data: bytes) -> str | None:
    """Return what a file is by the signature it begins with (`a PDF`), or None for what may be text."""
    found = next((name for mark, name in _SIGNATURES.items() if data.startswith(mark)), None)
    if data.startswith(_ZIP):
        return next((name for mark, name in _OFFICE.items() if mark in data), found)
    return found


def is_binary(text: str) -> bool:
    """Tell whether a decoded text holds NUL or more control characters than text has."""
    controls = sum(character < " " and not character.isspace() for character in text)
    return "\0" in text or controls > _CONTROLS_IN_TEXT * len(text)


def described(encoding: str) -> str:
    """Return an encoding's name as people know it."""
    return _NAMES.get(encoding, encoding.upper())


def guess_encoding(data: bytes) -> str | None:
    """Return the likeliest encoding, by Python's name, of text that is not UTF-8; None where nothing fits.

    UTF-8 that is damaged in a few places is none of the others either.
    """
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if marked or b"\0" in data:
        return marked or _unmarked_utf16(data)
    if is_binary(data.decode("latin-1")) or _is_damaged_utf8(data):
        return None
    high = [byte for byte in data if byte >= 0x80]
    if _WINDOWS_PUNCTUATION.issuperset(high):  # too few signs for statistics, and no doubt about them
        return "cp1252"
    letters = sum(byte < 0x80 and chr(byte).isalpha() for byte in data)
    return _likeliest(data, _LATIN if len(high) < letters / 4 else _OTHER)


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - damaged > damaged


def _unmarked_utf16(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are by their reading as words and spaces, or None."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, "replace")
        if sum(map(_is_familiar, text)) > 0.9 * len(text) and not is_binary(text):
            return encoding
    return None


def _is_familiar(character: str) -> bool:
    """Tell whether a character is at home in English, Russian or Urdu text."""
    name = unicodedata.name(character, "")
    return character.isspace() or " " <= character <= "~" or name.startswith(("LATIN", "CYRILLIC", "ARABIC"))


def _likeliest(data: bytes, encodings: tuple[str, ...]) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow, seldom needed

    matches = from_bytes(data, cp_isolation=list(encodings))
    ranked = sorted(
        matches, key=lambda match: (match.chaos, -match.coherence, encodings.index(match.encoding))
    )
    return ranked[0].encoding if ranked else None
