"""Rules about terms: rendered at all, rendered as approved, in a form that can be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.passage import View
from glossary.enforcement.lexicon import Found, Variant, feature
from glossary.model import Finding, Match, Severity


def missing_term(view: View) -> Iterator[Finding]:
    """A term of the source has no approved rendering in the translation.

    Each occurrence needs whole words of its own there, in any form of the preferred rendering or of an
    admitted one. With the policy `once`, one rendering of a term is enough for all its occurrences.
    """
    for i in view.missing():
        match = view.matches[i]
        if match.entry.term.translate and not _forbidden(view, match):
            yield view.finding(
                "C001",
                Severity.ERROR,
                f"“{match.entry.term.text}” is not rendered as {match.entry.rendering.text}",
                match=match,
            )


def forbidden_rendering(view: View) -> Iterator[Finding]:
    """A rendering that the glossary forbids for a term of the source is used, in any of its forms.

    Words that render another term of the passage rightly are not held against it. The fix puts the preferred
    rendering in the same case and number, where that is certain.
    """
    seen: set[tuple[int, int]] = set()
    for match in view.matches:
        for found in _forbidden(view, match):
            span = found.start, found.end
            if span in seen:
                continue
            seen.add(span)
            words = view.passage.target.text[slice(*span)]
            yield view.finding(
                "C002",
                Severity.ERROR,
                f"“{words}” is not accepted for “{match.entry.term.text}”: {match.entry.rendering.text}",
                match=match,
                target=span,
                fix=_counterpart(view, match, words),
            )


def untranslatable_altered(view: View) -> Iterator[Finding]:
    """A term that is not to be translated does not stand in the translation as it is."""
    for i in view.missing():
        match = view.matches[i]
        if not match.entry.term.translate:
            yield view.finding(
                "C003",
                Severity.WARNING,
                f"“{match.entry.term.text}” is to stay as it is",
                match=match,
            )


def impossible_form(view: View) -> Iterator[Finding]:
    """The right rendering stands in the plural, though the source has one of it and it is no plural itself.

    Reported where every form that the words may be is a plural; only for languages whose paradigms are known.
    """
    for slot in view.claimed.slots():
        match = view.matches[slot.occurrence]
        variants = _variants(view, match, slot.text)
        if match.plural or not all(feature(v.form.features, "Number") == "Plur" for v in variants):
            continue
        if any(_is_plural(view, match, v.rendering) for v in variants):
            continue
        yield view.finding(
            "C004",
            Severity.WARNING,
            f"“{slot.text}” is a plural, but the source has one “{match.entry.term.text}”",
            match=match,
            target=view.slots[slot.occurrence],
        )


def _variants(view: View, match: Match, words: str) -> list[Variant]:
    """Return the approved forms that words in the target may be."""
    lexicon = view.judge.lexicon
    return lexicon.readings(words, lexicon.approved(match.entry))


def _is_plural(view: View, match: Match, rendering: str) -> bool:
    """Return whether the citation form of a rendering is a plural itself."""
    own = (v.form for v in view.judge.lexicon.approved(match.entry) if v.rendering == rendering)
    return feature(next(own).features, "Number") == "Plur"


def _forbidden(view: View, match: Match) -> list[Found]:
    """Return the forbidden renderings of a term in the words that render no other term.

    None where the source has the term's words in ordinary use as well (*Dawn* the newspaper, and dawn).
    """
    found = view.judge.lexicon.find(view.passage.target.text, view.judge.lexicon.forbidden(match.entry))
    taken = view.slots.values()
    free = [f for f in found if all(f.end <= a or b <= f.start for a, b in taken)]
    return [] if free and _in_ordinary_use(view, match) else free


def _in_ordinary_use(view: View, match: Match) -> bool:
    text = view.passage.source.text
    words = re.escape(text[match.start : match.end].lower())
    spans = [(m.start, m.end) for m in view.matches]
    ordinary = re.finditer(rf"\b{words}\b", text)
    return any(not any(a <= found.start() < b for a, b in spans) for found in ordinary)


def _counterpart(view: View, match: Match, words: str) -> str | None:
    """Return the preferred rendering in the case and number of forbidden words, None where that is open."""
    lexicon = view.judge.lexicon
    readings = lexicon.readings(words, lexicon.forbidden(match.entry))
    features = {v.form.features for v in readings}
    forms = {f.text for f in lexicon.forms(match.entry) if f.features in features}
    if len(forms) != 1:
        return None
    form = forms.pop()
    return form[:1].upper() + form[1:] if words[:1].isupper() else form
