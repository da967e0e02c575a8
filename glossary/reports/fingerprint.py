"""What makes a finding the same one in another run: its rule, its term and its sentence, not its line."""

from __future__ import annotations

import hashlib
from unicodedata import normalize

from glossary.model import Finding


def fingerprint(finding: Finding) -> str:
    """Return 32 hexadecimal digits that stay while the sentence does, wherever it moves in its file.

    The sentence is the line of the target, else of the source, else the message; how many blanks stand in it
    and whether its characters are composed does not count.
    """
    excerpt = finding.target or finding.source
    sentence = normalize("NFC", " ".join((excerpt.text if excerpt else finding.message).split()))
    data = "\0".join((finding.rule, finding.term, sentence)).encode("utf-8", "backslashreplace")
    return hashlib.sha256(data).hexdigest()[:32]
