"""Rules about terms: rendered at all, rendered as approved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary.checks.excuses import excused
from glossary.checks.forms import inflected
from glossary.checks.passage import View
from glossary.enforcement.lexicon import Found
from glossary.model import Finding, Match, Severity


def missing_term(view: View) -> Iterator[Finding]:
    """A term of the source has no approved rendering in the translation.

    Each occurrence needs whole words of its own there, in any form of the preferred rendering or of an
    admitted one. With the policy `once`, one rendering of a term is enough for all its occurrences. For
    places, bodies and events an adjective will do: «лахорская палата» for the Lahore Chamber.
    """
    missing = list(view.missing())
    spared = {*excused(view), *inflected(view)} if missing else set()
    for i in missing:
        match = view.matches[i]
        if i not in spared and match.entry.term.translate and not _forbidden(view, match):
            yield view.finding(
                "C001",
                Severity.ERROR,
                f"“{match.entry.term.text}” is not rendered as {match.entry.rendering.text}",
                match=match,
            )


def forbidden_rendering(view: View) -> Iterator[Finding]:
    """A rendering that the glossary forbids for a term of the source is used, in any of its forms.

    Words that render another term of the passage rightly are not held against it; of words within words the
    longer count. The fix puts the preferred
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


def _forbidden(view: View, match: Match) -> list[Found]:
    """Return the forbidden renderings of a term in the words that render no other term.

    None where the source has the term's words in ordinary use as well (*Dawn* the newspaper, and dawn).
    """
    lexicon, target = view.judge.lexicon, view.passage.target.text
    found = lexicon.forbidden_in(target, match.entry)
    if not found or _in_ordinary_use(view, match):
        return []
    identity = match.entry.identity
    occurrences = sum(m.entry.identity == identity for m in view.matches)
    others = [span for i, span in view.slots.items() if view.matches[i].entry.identity != identity]
    free = [f for f in found if _apart(f, others)]
    approved = [(a.start, a.end) for a in lexicon.approved_in(target, match.entry)]
    outside = [(a, b) for a, b in approved if not any(f.start <= a and b <= f.end for f in free)]
    # Forbidden words may have approved ones in them (Nawaz Sharif for Sharif), unless those are not needed.
    return [f for f in free if _apart(f, approved if len(outside) >= occurrences else outside)]


def _apart(found: Found, spans: Iterable[tuple[int, int]]) -> bool:
    return all(found.end <= a or b <= found.start for a, b in spans)


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
