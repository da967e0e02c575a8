"""Datelines: the place, date and agency that open a report, as in *ISLAMABAD, Oct 3 (APP): …*.

Ordinary sentences may have the form of a dateline. The less there is at its end, the more has to speak for
it: a dash or colon may follow a place alone, a hyphen an agency or a date, no sign only what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from glossary.datelines.forms import BETWEEN, Form, Span, may_be_acronym, opening
from glossary.matcher import Matcher, apart
from glossary.model import Kind, Match
from glossary.text import dates, en_names, target_language

_PIECE = regex.compile(rf"{BETWEEN}|(?P<piece>(?:(?!{BETWEEN}).)+)")
_NAME = regex.compile(r"\p{L}[\w.'’&-]*")

_AND = regex.compile(r" and ", regex.IGNORECASE)
_ANDS = {"ru": " и ", "ur": " اور "}
_AFTER_BRACKET = {"ru": "."}  # where English needs no sign
_TERM, _FIXED = "\0", "\1"  # stand among signs for what they are between
_NO_COMMA = regex.compile(rf"(?<=[{_TERM}{_FIXED}]) (?={_FIXED})")  # KARACHI Oct 3
_DOT_BEFORE_BRACKET = regex.compile(r"\.(?= \()")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, the terms in it, and the agencies that the glossary lacks."""

    form: Form
    terms: tuple[Match, ...]
    agencies: tuple[Span, ...]

    def unknown_places(self) -> Iterator[Span]:
        """Yield the places that no term is in."""
        spans = [_span(term) for term in self.terms]
        return (place for place in self.form.places if not _touching(place, spans))


def find(text: str, matcher: Matcher) -> Dateline | None:
    """Return the dateline that a paragraph begins with, None where it begins otherwise.

    Its place is one of the glossary, or any name in capitals beside an agency or a date. In its brackets
    stand terms, one by one, and single words that are neither terms nor everyday words.
    """
    form = opening(text)
    if form is None or text.isupper():
        return None
    terms = _terms(form, matcher)
    pieces = list(_pieces(form, [*map(_span, terms), *form.days]))
    known = [term for term in terms if _span(term) in pieces]
    lacking = [piece for piece in pieces if _is_name(form, piece, terms)]
    if len(known) + len(lacking) < len(pieces) or not _is_told(form, terms, known, lacking):
        return None
    return Dateline(form, tuple(terms), tuple(lacking))


def _terms(form: Form, matcher: Matcher) -> list[Match]:
    """Return the terms in a dateline but for those in dates, and titles that have an agency's initials: MNA.

    A short place in capitals is no acronym here.
    """
    places = [
        replace(term, start=start + term.start, end=start + term.end)
        for start, end in form.places
        for term in matcher.find(form.text[start:end])
    ]
    terms = apart([*matcher.find(form.text), *places])
    return [term for term in terms if not _touching(_span(term), form.days) and not _has_initials(form, term)]


def _has_initials(form: Form, term: Match) -> bool:
    title = term.entry.term.kind is Kind.TITLE and form.text[term.start : term.end].isupper()
    return title and _touching(_span(term), form.brackets)


def _pieces(form: Form, settled: Iterable[Span]) -> Iterator[Span]:
    """Yield what stands in brackets one by one, but for dates; signs in what is settled part nothing."""
    masked = form.text
    for start, end in settled:
        masked = masked[:start] + _FIXED * (end - start) + masked[end:]
    for bracket in form.brackets:
        for found in _PIECE.finditer(masked, *bracket):
            if found["piece"] and found.span() not in form.days:
                yield found.span()


def _is_name(form: Form, piece: Span, terms: Iterable[Match]) -> bool:
    """Return whether a piece is the name of an agency that the glossary lacks: one word, no everyday one."""
    word = form.text[slice(*piece)]
    everyday = en_names.is_common(word.lower()) and not (word.isupper() and may_be_acronym(word))
    settled = _touching(piece, [*map(_span, terms), *form.days])
    return _NAME.fullmatch(word) is not None and not everyday and not settled


def _is_told(form: Form, terms: Sequence[Match], known: Iterable[Match], lacking: Sequence[Span]) -> bool:
    """Return whether places, agencies and dates speak for a dateline, as far as its stop asks for it."""
    named = any(term.entry.term.kind is Kind.ORGANIZATION for term in known)
    unplaced = list(_outside(form, [term for term in terms if term.entry.term.kind is Kind.PLACE]))
    if form.stop:
        told = bool(form.days or lacking) or named or (not unplaced and form.needs_no_agency())
    elif form.days:
        told = form.new and not any(map(may_be_acronym, unplaced))
    else:
        told = form.new and named and not unplaced
    return told and not (unplaced and any(map(en_names.is_common, _outside(form, terms))))


def _outside(form: Form, terms: Iterable[Match]) -> Iterator[str]:
    """Yield the words of the places that no term covers, in small letters."""
    spans = [_span(term) for term in terms]
    for place in form.places:
        for word in _NAME.finditer(form.text, *place):
            if not _touching(word.span(), spans):
                yield word.group().lower()


def _span(term: Match) -> Span:
    return term.start, term.end


def _touching(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def written(line: Dateline, terms: Iterable[Match], language: str) -> tuple[str, ...] | None:
    """Return the text before, between and after the terms in a dateline, as the language writes it.

    None where English words would be left in it: a place that is no term, a date in an unknown language.
    """
    text = line.form.text
    fixed = [*dates.rendered(text, language), *((a, b, text[a:b]) for a, b in line.agencies)]
    marks = [(term.start, term.end, _TERM) for term in terms] + [(a, b, _FIXED) for a, b, _ in fixed]
    signs, at = "", 0
    for start, end, mark in sorted(marks):
        signs, at = signs + text[at:start] + mark, end
    punctuated = _punctuated(signs + text[at:], language)
    if punctuated is None:
        return None
    for *_, rendering in sorted(fixed):
        punctuated = punctuated.replace(_FIXED, rendering, 1)
    return tuple(punctuated.split(_TERM))


def _punctuated(signs: str, language: str) -> str | None:
    """Return the signs of a dateline as the language writes them, None where there are words among them."""
    plain, ands = _AND.subn("", signs)
    if any(map(str.isalnum, plain)) or (ands and language not in _ANDS) or f"{_TERM} {_TERM}" in signs:
        return None
    signs = _DOT_BEFORE_BRACKET.sub("", _NO_COMMA.sub(", ", signs))
    if signs.endswith(")"):
        signs += _AFTER_BRACKET.get(language, "")
    punctuated = target_language(language).punctuated(signs)
    return str(_AND.sub(_ANDS[language], punctuated)) if ands else punctuated
