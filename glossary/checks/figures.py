"""Rules about what must come through unchanged: numbers, addresses, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.passage import View
from glossary.model import Finding, Severity
from glossary.text import dates, en, numbers

_QUOTED = re.compile(r"[“«„\"][^“”«»„\"]{12,}[”»“\"]")
_SPEECH = re.compile(r"[“”«»„‟\"‘’‹›]|''|^\s*[—–-]\s")  # a dash at the head is direct speech, too


def number_changed(view: View) -> Iterator[Finding]:
    """A number of the source is not in the translation."""
    source = view.passage.source.text
    for start, end in numbers.lost(source, view.passage.target.text):
        message = f"the number {source[start:end]} is not in the translation"
        yield view.finding("C010", Severity.WARNING, message, source=(start, end))


def address_lost(view: View) -> Iterator[Finding]:
    """A URL or an e-mail address of the source is not in the translation, character by character."""
    for found in en.ADDRESS.finditer(view.passage.source.text):
        if found.group() not in view.passage.target.text:
            yield view.finding(
                "C011",
                Severity.WARNING,
                f"{found.group()} is not in the translation",
                source=found.span(),
            )


def quotation_lost(view: View) -> Iterator[Finding]:
    """The source quotes somebody in quotation marks and the translation has no direct speech."""
    quoted = _QUOTED.search(view.passage.source.text)
    if quoted and not _SPEECH.search(view.passage.target.text):
        yield view.finding("C012", Severity.WARNING, "the translation quotes nobody", source=quoted.span())


def date_changed(view: View) -> Iterator[Finding]:
    """A month or day of the week of the source is not in the translation.

    Where the translation has another one, both are reported; where it has none, only a month with a day or a
    year. Nights between two days and months in figures are no matter.
    """
    language, text = view.judge.language, view.passage.target.text
    named = list(dates.english(view.passage.source.text)) if dates.is_known(language) else []
    there = dates.translated(text, language) if named else {}
    others = {name: word for name, word in there.items() if name not in {date.name for date in named}}
    for date in named:
        instead = [word for name, word in others.items() if (name in dates.DAYS) == (date.name in dates.DAYS)]
        if date.name not in there and (instead or date.dated):
            but = f", but {instead[0]}" if instead else ""
            message = f"{date.name} is not in the translation{but}"
            yield view.finding("C017", Severity.WARNING, message, source=(date.start, date.end))
