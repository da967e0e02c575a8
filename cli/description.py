"""A term spelled out for a person: its facts, layer by layer, and its forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from glossary.maintenance.inspection import Inspected, Occurrence, facts, paradigm
from glossary.maintenance.listing import folder_name, folder_of
from glossary.maintenance.names import qualified
from glossary.model import Entry
from glossary.reports.display import is_right_to_left, visible

from .table import isolated, table

_CASES = {"ur": {"Nom": "direct", "Acc": "oblique"}}
"""What a case is called where the name in Universal Dependencies is not the usual one."""


def described(found: Inspected) -> Iterator[str]:
    """Yield the lines that say all of a term, language by language."""
    yield visible(qualified(found.identity))
    yield from _indented(map(_shown, facts(next(iter(found.layers.values()))[0], "#.")))
    for language, (entry, *overridden) in found.layers.items():
        yield ""
        yield _headed(language, entry)
        yield from _indented([_place(entry), *map(_shown, facts(entry, "#")), *_forms(entry, language)])
        yield from _indented(f"overrides {_place(other)}: {_rendered(other)}" for other in overridden)


def occurrence(found: Occurrence) -> str:
    """Return the line that shows where a term stands in an article."""
    return visible(f"{found.path}:{found.line}: {found.before}[{found.text}]{found.after}")


def _headed(language: str, entry: Entry) -> str:
    return f"{language}  {_rendered(entry)}"


def _rendered(entry: Entry) -> str:
    return f"{entry.state}  {isolated(entry.rendering.text)}".rstrip()


def _place(entry: Entry) -> str:
    name = folder_name(folder_of(entry))
    return f"{name + ': ' if name == 'built-in' else ''}{entry.path}:{entry.line}"


def _shown(fact: str) -> str:
    """Return a fact with a value that runs from right to left set apart from its key."""
    key, _, value = fact.partition(": ")
    return f"{key}: {isolated(value)}"


def _forms(entry: Entry, language: str) -> Iterator[str]:
    """Yield the paradigm: as a table, or a form a line where forms run from right to left."""
    forms = paradigm(entry, language)
    texts = {text for numbers in forms.values() for variants in numbers.values() for text in variants}
    if len(texts) < 2:
        yield from ["the same in every case"] * (len(forms) > 1)
    elif any(map(is_right_to_left, texts)):
        names = _CASES.get(language.partition("_")[0], {})
        for case, numbers in forms.items():
            for number, variants in numbers.items():
                named = f" ({names[case]})" if case in names else ""
                yield f"{case} {number}{named}: {isolated(' | '.join(variants))}"
    else:
        yield from table(_columns(forms))


def _columns(forms: Mapping[str, Mapping[str, Sequence[str]]]) -> list[tuple[str, ...]]:
    numbers = list(dict.fromkeys(number for cells in forms.values() for number in cells))
    rows = [(case, *(" | ".join(cells.get(n, ())) for n in numbers)) for case, cells in forms.items()]
    return [("", *numbers), *rows]


def _indented(lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
