"""What a run of translation says on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from glossary.enforcement.draft import Outcome
from glossary.translation import Translation


def summary(language: str, translations: Sequence[Translation], seconds: float) -> str:
    """Return one line on the translations into a language: sentences, occurrences by outcome, seconds."""
    outcomes = outcome_counts(translations)
    by_outcome = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
    count = sum(translation.sentences for translation in translations)
    return (
        f"{language}: {_counted(count, 'sentence')}, {_counted(outcomes.total(), 'term occurrence')}"
        f"{f' ({by_outcome})' if by_outcome else ''}, {seconds:.1f} s"
    )


def outcome_counts(translations: Iterable[Translation]) -> Counter[str]:
    """Return how many occurrences have each outcome."""
    return Counter(o.placement.outcome.value for translation in translations for o in translation.occurrences)


def to_look_at(article: str, text: str, language: str, translation: Translation) -> Iterator[str]:
    """Yield a line for every sentence, number and term of an article that a person should look at."""
    for start, _ in translation.kept:
        what = f"the model cannot put this into {language}; it stands in English"
        yield f"{article}:{_line(text, start)}: {what}"
    for start, end in translation.lost_numbers:
        what = f"the number {text[start:end]} is not in the {language} translation"
        yield f"{article}:{_line(text, start)}: {what}"
    for occurrence in translation.occurrences:
        placement = occurrence.placement
        what = ""
        if placement.outcome is Outcome.UNPLACED:
            what = f"is not in the {language} translation"
        elif placement.repeated:
            times = placement.repeated + 1
            what = f"stands {times} times in the {language} translation for once in the article"
        if what:
            entry, line = placement.match.entry, _line(text, occurrence.source[0])
            yield f"{article}:{line}: “{entry.term.text}” ({entry.rendering.text}) {what}"


def explained(article: str, text: str, translation: Translation) -> Iterator[str]:
    """Yield a line for every occurrence that a step put: what, in place of what, and how clearly."""
    for occurrence in translation.occurrences:
        placement = occurrence.placement
        if placement.outcome is Outcome.OK or not placement.form:
            continue
        instead = f" for “{placement.replaced}”" if placement.replaced else ""
        margin = "" if placement.margin is None else f", margin {placement.margin:.2f}"
        where = f"{article}:{_line(text, occurrence.source[0])}"
        term = placement.match.entry.term.text
        yield f"{where}: {placement.outcome.value}: “{term}” is “{placement.form}”{instead}{margin}"


def proposals(translations: Iterable[Translation]) -> list[str]:
    """Return the names that the glossary lacks and that were transliterated, each once, in order."""
    names = (
        occurrence.placement.match.entry.term.text
        for translation in translations
        for occurrence in translation.occurrences
        if occurrence.placement.outcome is Outcome.PROPOSED
    )
    return list(dict.fromkeys(names))


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
