"""The glossary enforced on a translation that somebody else made, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.checks.passage import Line
from glossary.checks.run import pair_up
from glossary.documents import Format
from glossary.enforcement.draft import Sentence
from glossary.enforcement.enforcer import Enforcer
from glossary.enforcement.finish import Enforced, Placement
from glossary.engine import Engine
from glossary.matcher import Matcher
from glossary.model import Entry
from glossary.text import numbers
from glossary.translation import Occurrence, Translation


class Text(NamedTuple):
    """A text, and the path that messages call it by."""

    path: Path
    text: str


def redraft(
    engine: Engine, entries: Iterable[Entry], language: str, source: Text, draft: Text, form: Format
) -> Translation:
    """Return the draft with every term of the source rendered as approved, or reported as unplaced.

    Line belongs to line where both texts have as many, else they are aligned as for checking. What obeys
    the glossary stays as it is, and so does a line that cannot be told apart in the file.
    """
    matcher = Matcher(entries)
    passages, _ = pair_up(source, draft, form)
    movable = [p for p in passages if _offset(p.target) is not None]
    sentences = [Sentence(p.source.text, tuple(matcher.find(p.source.text))) for p in movable]
    done = Enforcer(engine, language).repair(sentences, [p.target.text for p in movable])
    occurrences: list[Occurrence] = []
    lost: list[tuple[int, int]] = []
    text, at = "", 0
    for passage, enforced in zip(movable, done, strict=True):
        start = _offset(passage.target) or 0
        text += draft.text[at:start]
        occurrences += _occurrences(passage.source, len(text), enforced)
        first = _offset(passage.source) or 0
        lost += [(first + a, first + b) for a, b in numbers.lost(passage.source.text, enforced.text)]
        text, at = text + enforced.text, start + len(passage.target.text)
    return Translation(text + draft.text[at:], tuple(occurrences), len(movable), lost_numbers=tuple(lost))


def _occurrences(source: Line, base: int, enforced: Enforced) -> Iterator[Occurrence]:
    first = _offset(source) or 0
    for placement in enforced.placements:
        match = placement.match
        span = first + match.start, first + match.end
        yield Occurrence(placement, span, _target(placement, base))


def _target(placement: Placement, base: int) -> tuple[int, int] | None:
    if placement.start is None or placement.end is None:
        return None
    return base + placement.start, base + placement.end


def _offset(line: Line) -> int | None:
    """Return where a line begins in its file, None where it does not stand there as one."""
    change = line.remedy(0, len(line.text), line.text)
    return change.start if change else None
