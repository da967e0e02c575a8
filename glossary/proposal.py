"""The entry that is offered for a term which nobody has rendered yet."""

from __future__ import annotations

from glossary.model import Entry, Kind, Rendering, State, Term
from glossary.text import en_names, target_language

_NAMES = frozenset({Kind.PERSON, Kind.PLACE})


def proposed(term: Term, language: str) -> Entry:
    """A fuzzy entry with the name of a person or place transliterated, else an untranslated one.

    Words with a meaning are not transliterated (*Red Sea*, *Lipetsk region*): such a place, and whatever is
    not a name, is left to a person. Nothing of it is enforced until somebody approves it.
    """
    if term.kind not in _NAMES or (term.kind is Kind.PLACE and _has_meaning(term.text)):
        return Entry(term, Rendering(""), State.UNTRANSLATED)
    return Entry(term, Rendering(target_language(language).transliterated(term.text)), State.FUZZY)


def _has_meaning(place: str) -> bool:
    words = place.lower().split()
    return len(words) > 1 and any(map(en_names.is_common, words))
