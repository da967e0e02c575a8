"""The form in which a name that was found goes into a glossary."""

from __future__ import annotations

from glossary.matcher import LONGEST_ACRONYM
from glossary.model import Kind
from glossary.text import en, en_names


def headword(text: str, kind: Kind) -> str:
    """The headword of a candidate: titles in the singular, a place in capitals (a dateline) as it is written.

    *foreign ministers* is *foreign minister*, *ISLAMABAD* Islamabad; *UAE* stays.
    """
    if kind is Kind.PLACE and text.isupper() and len(text) > LONGEST_ACRONYM:
        return text.title()
    words = text.split()
    head = en.head_index([word.lower() for word in words])
    if kind is Kind.TITLE or en_names.singular(words[head].lower()) in en_names.MISSIONS:
        singular = en_names.singular(words[head].lower())
        words[head] = words[head][:1] + singular[1:] if singular else words[head]
    return " ".join(words)
