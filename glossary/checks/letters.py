"""Rules about letters: those of another script, other code points for the same letter, and invisible ones."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.passage import View
from glossary.model import Finding, Severity
from glossary.text import letters


def not_canonical(view: View) -> Iterator[Finding]:
    """A letter or digit has another code point than this language uses: Arabic kaf, yeh and heh in Urdu.

    It looks right and is found by no search. The fix writes the letter that belongs there.
    """
    for start, end, right in letters.not_canonical(view.passage.target.text, view.judge.language):
        wrong = view.passage.target.text[start:end]
        yield view.finding(
            "C007",
            Severity.WARNING,
            f"{letters.named(wrong)} stands for {letters.named(right)}",
            target=(start, end),
            fix=right,
        )


def invisible(view: View) -> Iterator[Finding]:
    """A character that nobody sees is in the translation: a bidi control, a zero-width space, a soft hyphen.

    What the source has may stay. The fix takes it out.
    """
    for start, end in letters.invisible(view.passage.target.text, view.judge.language):
        wrong = view.passage.target.text[start:end]
        if wrong not in view.passage.source.text:
            yield view.finding(
                "C008",
                Severity.WARNING,
                f"invisible {letters.named(wrong)}",
                target=(start, end),
                fix="",
            )


def look_alike(view: View) -> Iterator[Finding]:
    """A letter of another script that looks the same stands in a word: Latin c in Cyrillic «Росcия»."""
    for start, end, right in letters.look_alikes(view.passage.target.text):
        wrong = view.passage.target.text[start:end]
        yield view.finding(
            "C009",
            Severity.WARNING,
            f"{letters.named(wrong)} looks like {letters.named(right)}",
            target=(start, end),
            fix=right,
        )
