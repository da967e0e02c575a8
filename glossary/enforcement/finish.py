"""A finished sentence: the draft written out, and the final check of every occurrence."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from glossary.enforcement import apposition, concord
from glossary.enforcement.draft import Draft, Outcome, Sentence, Slot
from glossary.enforcement.lexicon import Lexicon, feature
from glossary.model import Features, Kind, Match

_AS_DRAFTED = (Outcome.OK, Outcome.NBEST)
_OPENING = "«„“\"'‘([{—–- "


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of one occurrence; `start` and `end` are code points of the translation, or None.

    `replaced` are the words that stood where the form was put, if any. `repeated` is how often the model put
    the occurrence beyond that place.
    """

    match: Match
    outcome: Outcome
    start: int | None = None
    end: int | None = None
    form: str = ""
    features: Features = ()
    margin: float | None = None
    replaced: str = ""
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation in NFC and its placements; `kept` where the source text had to stand in for it."""

    text: str
    placements: tuple[Placement, ...] = ()
    kept: bool = False


def keep(sentence: Sentence) -> Enforced:
    """Return the source text in place of a translation, every occurrence unplaced."""
    placements = tuple(Placement(match, Outcome.UNPLACED) for match in sentence.matches)
    return Enforced(sentence.text, placements, kept=True)


def finish(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> Enforced:
    """Return the draft as text; only what the final check finds in it counts as placed."""
    draft = _with_governed_names(sentence, concord.settled(sentence, draft, lexicon), lexicon)
    text, spans = _write(sentence, draft, lexicon)
    placements = []
    for index, match in enumerate(sentence.matches):
        verified = [
            (slot, span)
            for slot, span in spans
            if slot.occurrence == index and _stands(text, span, match, lexicon)
        ]
        if verified:
            slot, (start, end) = verified[0]
            form = text[start:end]
            placements.append(
                Placement(
                    match,
                    slot.outcome,
                    start,
                    end,
                    form,
                    slot.features,
                    slot.margin,
                    slot.replaced,
                    repeated=len(verified) - 1,
                )
            )
        else:
            placements.append(Placement(match, Outcome.UNPLACED))
    return Enforced(text, tuple(placements))


def _with_governed_names(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> Draft:
    """Return the draft with names in the nominative put into the case of a preposition or title before."""
    pieces = list(draft.pieces)
    for i, piece in enumerate(pieces):
        if isinstance(piece, Slot) and piece.outcome in _AS_DRAFTED:
            match = sentence.matches[piece.occurrence]
            if match.entry.term.kind is Kind.PERSON and "Nom" in _cases(piece, sentence, lexicon):
                asked = _asked_cases(sentence, draft, i, lexicon)
                pieces[i] = _governed(piece, asked, (draft.before(i), draft.after(i)), match, lexicon)
    return replace(draft, pieces=tuple(pieces))


def _asked_cases(sentence: Sentence, draft: Draft, piece: int, lexicon: Lexicon) -> frozenset[str]:
    """Return the cases that the preposition right before a name allows, or the title there stands in."""
    name, before = draft.pieces[piece], draft.pieces[piece - 1] if piece else ""
    assert isinstance(name, Slot)
    assert isinstance(before, str)
    title = apposition.partner(draft, sentence, Kind.PERSON, piece - 1, (before, ""))
    if title and apposition.are_one(sentence, title.slot.occurrence, name.occurrence):
        cases = _cases(title.slot, sentence, lexicon)
        return lexicon.rules.apposed_cases(draft.before(title.piece), cases, draft.after(piece))
    return lexicon.rules.ruled_cases(before)


def _cases(slot: Slot, sentence: Sentence, lexicon: Lexicon) -> frozenset[str]:
    """Return the cases that the words of a slot may stand in."""
    approved = lexicon.approved(sentence.matches[slot.occurrence].entry)
    return frozenset(feature(v.form.features, "Case") for v in lexicon.readings(slot.text, approved))


def _governed(
    slot: Slot, cases: frozenset[str], context: tuple[str, str], match: Match, lexicon: Lexicon
) -> Slot:
    """Return the slot in one of the cases asked for; as it is where it may be in one, or none is asked."""
    approved = lexicon.approved(match.entry)
    own = lexicon.readings(slot.text, approved)
    had = {feature(variant.form.features, "Case") for variant in own}
    forms = [v.form for v in approved if v.rendering == own[0].rendering]
    allowed = [form for form in forms if feature(form.features, "Case") in cases]
    if had & cases or not allowed:
        return slot
    scores = lexicon.case_scores(match.entry, *context)
    form = max(allowed, key=lambda form: scores.get(feature(form.features, "Case"), 0.0))
    return replace(slot, text=form.text, features=form.features, outcome=Outcome.SPLICED, replaced=slot.text)


def _stands(text: str, span: tuple[int, int], match: Match, lexicon: Lexicon) -> bool:
    return any((f.start, f.end) == span for f in lexicon.approved_in(text, match.entry))


_Spans = list[tuple[Slot, tuple[int, int]]]


def _write(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> tuple[str, _Spans]:
    """Return the text of a draft and where each slot stands; only what was put there is fitted in."""
    capital = _begins_with_capital(sentence.text)
    text = ""
    spans: _Spans = []
    fitted = False  # whether what was written last was put there
    for piece in draft.pieces:
        if isinstance(piece, str):
            text = _append(text, piece, lexicon) if fitted else text + piece
            fitted = fitted and not piece
            continue
        put = piece.outcome not in _AS_DRAFTED
        form = piece.text
        if put:
            literal = not sentence.matches[piece.occurrence].entry.term.translate
            form = _fitted(form, text, capital=capital, literal=literal)
            text = lexicon.rules.joined(text, form)
        text = _append(text, form, lexicon) if put or fitted else text + form
        fitted = put
        spans.append((piece, (len(text) - len(form), len(text))))
    return text, spans


def _fitted(form: str, before: str, *, capital: bool, literal: bool) -> str:
    """Return a form in NFC, with a capital at the beginning of a sentence; what is to be copied, as it is."""
    if literal:
        return form
    form = unicodedata.normalize("NFC", form)
    return form[:1].upper() + form[1:] if capital and not before.strip(_OPENING) else form


def _append(text: str, more: str, lexicon: Lexicon) -> str:
    """Return two stretches joined with one blank where both have words at the seam, none doubled."""
    if text and more and lexicon.rules.is_word(text[-1]) and lexicon.rules.is_word(more[0]):
        return f"{text} {more}"
    if text.endswith(" ") and more[:1] in (" ", ",", ".", ";", ":", "!", "?", "»", ")", "،", "۔", "؟", "؛"):
        return text.rstrip(" ") + more
    return text + more


def _begins_with_capital(source: str) -> bool:
    return next((c.isupper() for c in source if c.isalpha()), False)
