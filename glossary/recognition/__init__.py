"""Finds the names, bodies, titles and places of an English text by how it is written, without a glossary.

A name is a run of words in capitals, with the particles and connectors between them. What stands in capitals
for another reason is taken out: where a sentence begins, in a headline, nationalities, days. A run then falls
into titles and names, and the words in it and around it tell what kind of name each is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from glossary.model import Kind, Match
from glossary.recognition.kinds import settled_kinds
from glossary.recognition.parts import datelines, lower_case_offices, parts
from glossary.recognition.runs import runs
from glossary.recognition.words import words_of


class Candidate(NamedTuple):
    """A place where a name or title stands: code points `start` to `end`, end exclusive, no possessive."""

    start: int
    end: int
    kind: Kind


def candidates(text: str, matches: Iterable[Match] = ()) -> list[Candidate]:
    """The names and titles in `text` that none of `matches` overlaps, in order of position.

    The text may be a sentence or an article: the more there is, the better are the kinds, since a name is of
    the kind that most of its places speak for.
    """
    words = words_of(text, matches)
    found = [*datelines(text, words), *lower_case_offices(words)]
    taken = {index for part in found for index in range(part.first, part.last)}
    for first, last in runs(words):
        if taken.isdisjoint(range(first, last)):
            found += parts(words, first, last)
    found.sort(key=lambda part: part.first)
    kinds = settled_kinds(words, found)
    return [
        Candidate(words[part.first].start, words[part.last - 1].end, kind)
        for part, kind in zip(found, kinds, strict=True)
    ]
