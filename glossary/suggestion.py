"""Names and titles in articles that a glossary lacks, ready to be added to it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from glossary.documents import format_of
from glossary.documents.files import Source
from glossary.maintenance.folder import GlossaryFolder
from glossary.maintenance.inspection import Occurrence, occurrence
from glossary.matcher import Matcher
from glossary.model import Entry, Term
from glossary.proposal import proposed
from glossary.recognition import candidates
from glossary.recognition.headwords import headword


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name, body, title or place, with each of its places in the order of the articles."""

    term: Term
    occurrences: tuple[Occurrence, ...]

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({occurrence.path for occurrence in self.occurrences})


class Reading:
    """An article read with a glossary: its text as one, segment by segment a line, and the terms in it."""

    def __init__(self, article: Source, matcher: Matcher) -> None:
        self._article = article
        self._segments = format_of(article.path).parse(article.text)
        self._starts = [0, *accumulate(len(segment.text) + 1 for segment in self._segments)]
        self._text = "\n".join(segment.text for segment in self._segments)
        self.matches = [
            replace(match, start=start + match.start, end=start + match.end)
            for start, segment in zip(self._starts, self._segments, strict=False)
            for match in matcher.find(segment.text)
        ]

    def unknown(self) -> Iterator[tuple[Term, Occurrence]]:
        """Yield each name and title of which a word belongs to no term, under its headword."""
        covered = {offset for match in self.matches for offset in range(match.start, match.end)}
        for start, end, kind in candidates(self._text):
            if any(offset not in covered and self._text[offset].isalnum() for offset in range(start, end)):
                term = Term(str(kind), headword(self._text[start:end], kind))
                yield term, self._occurrence(start, end)

    def _occurrence(self, start: int, end: int) -> Occurrence:
        index = bisect_right(self._starts, start) - 1
        segment, shift = self._segments[index], self._starts[index]
        return occurrence(self._article, segment, start - shift, self._text[start:end])


def suggestions(articles: Iterable[Source], known: Iterable[Entry]) -> list[Suggestion]:
    """What the entries do not know, ranked by occurrences times articles, equals in the order they come.

    A name has the kind and the spelling of most of its places.
    """
    matcher = Matcher(known)
    found: dict[str, list[tuple[Term, Occurrence]]] = {}
    for article in articles:
        for term, place in Reading(article, matcher).unknown():
            found.setdefault(term.text.casefold(), []).append((term, place))
    made = map(_suggestion, found.values())
    return sorted(made, key=lambda suggestion: -len(suggestion.occurrences) * suggestion.articles)


def added(folder: GlossaryFolder, terms: Sequence[Term]) -> GlossaryFolder:
    """The folder with each term proposed in all its languages, and in its template where it has one."""
    for language in folder.catalogs:
        folder = folder.with_entries(language, [proposed(term, language) for term in terms])
    return folder.with_terms(terms)


def _suggestion(places: Sequence[tuple[Term, Occurrence]]) -> Suggestion:
    kind = Counter(term.context for term, _ in places).most_common(1)[0][0]
    text = Counter(term.text for term, _ in places).most_common(1)[0][0]
    return Suggestion(Term(kind, text), tuple(occurrence for _, occurrence in places))
