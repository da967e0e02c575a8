"""The log of a translation: one object for every term occurrence and language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from glossary.translation import Occurrence, Translation

VERSION = 1


class Logged(NamedTuple):
    """A translation, the article it is of (as it was named) and its language."""

    article: str
    language: str
    translation: Translation


def to_json(log: Sequence[Logged]) -> str:
    """Return the log as JSON: `{"version": 1, "occurrences": [{"article": …, "outcome": "carried"}, …]}`.

    Offsets are code points, ends exclusive, into the article and its translation (a byte order mark does
    not count); they are null in the target where the outcome is `unplaced`. `margin` is in log-probability
    per token, null where no choice was made. `repeated` is how many more times the model put a
    carried term. `lost_numbers` lists, with offsets, numbers that a translation seems to have otherwise.
    """
    occurrences = [
        _occurrence(logged, occurrence) for logged in log for occurrence in logged.translation.occurrences
    ]
    lost = [_lost_number(logged, *span) for logged in log for span in logged.translation.lost_numbers]
    report = {"version": VERSION, "occurrences": occurrences, "lost_numbers": lost}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _occurrence(logged: Logged, occurrence: Occurrence) -> dict[str, object]:
    placement = occurrence.placement
    entry = placement.match.entry
    target_start, target_end = occurrence.target or (None, None)
    return {
        **_which(logged),
        "term": entry.term.text,
        "kind": entry.term.kind.value,
        "source_start": occurrence.source[0],
        "source_end": occurrence.source[1],
        "target_start": target_start,
        "target_end": target_end,
        "outcome": placement.outcome.value,
        "form": placement.form or None,
        "features": "|".join(f"{name}={value}" for name, value in placement.features) or None,
        "margin": placement.margin,
        "replaced": placement.replaced or None,
        "repeated": placement.repeated,
        "ambiguous": placement.match.ambiguous,
    }


def _lost_number(logged: Logged, start: int, end: int) -> dict[str, object]:
    return {**_which(logged), "source_start": start, "source_end": end}


def _which(logged: Logged) -> dict[str, object]:
    return {
        "article": logged.article.encode("utf-8", "replace").decode("utf-8"),
        "language": logged.language,
    }
