"""What makes a finding the same one in another run: its rule, its term and its sentence, not its line."""

from __future__ import annotations

import hashlib
from unicodedata import normalize

from glossary.model import Finding


def fingerprint(finding: Finding) -> str:
    """Return 32 hexadecimal digits that stay while the sentence does, wherever it moves in its file.

    How many blanks or line breaks stand in it, and whether its characters are composed, does not count.
    """
    data = "\0".join((finding.rule, finding.term, sentence(finding))).encode("utf-8", "backslashreplace")
    return hashlib.sha256(data).hexdigest()[:32]


def sentence(finding: Finding) -> str:
    """Return what a finding is about, on one line: its sentence, else a line it has, else its message."""
    excerpt = finding.target or finding.source
    text = finding.sentence or (excerpt.text if excerpt else finding.message)
    return normalize("NFC", " ".join(text.split()))
