"""Changes of facts as a person writes them: `admitted+=A | B`, `match=nocase`, `morph-=Gender=Fem`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import normalize

from glossary.catalog.keys import (
    KEYS,
    Facts,
    MalformedValueError,
    key_lines,
    read_facts,
    rendering_of,
    term_of,
)
from glossary.errors import GlossaryError
from glossary.model import Entry, State

RENDERING = "rendering"

_SINGLE = frozenset({"match", "translate"})
_SEPARATORS = {"alias": r"\s*\|\s*", "admitted": r"\s*\|\s*", "forbidden": r"\s*\|\s*", "morph": r"[\s|]+"}
"""What separates the items on one line; any other key has an item a line."""

_ASSIGNMENT = re.compile(r"([a-z]+)(\+=|-=|=)(.*)", re.DOTALL)


class Assignment(NamedTuple):
    """A key, `=`, `+=` or `-=`, and the value as written, in NFC."""

    key: str
    operator: str
    value: str


def assignment(text: str) -> Assignment:
    """The assignment that a person wrote. Raises GlossaryError for what is none, and for an unknown key."""
    found = _ASSIGNMENT.fullmatch(normalize("NFC", text))
    if not found:
        raise GlossaryError(f"{text!r} changes nothing", remedy="write key=value, key+=value or key-=value")
    key, operator, value = found.groups()
    if key != RENDERING and key not in KEYS:
        raise GlossaryError(f"unknown key {key!r}", remedy=f"the keys are: {', '.join((RENDERING, *KEYS))}")
    if len(value.strip().splitlines()) > 1:
        raise GlossaryError(f"the value of `{key}` has a line break", remedy="write it on one line")
    if operator != "=" and (key in _SINGLE or key == RENDERING):
        raise GlossaryError(f"{key!r} has one value", remedy=f"write {key}=value")
    return Assignment(key, operator, value.strip())


def assigned(entry: Entry, assignments: Iterable[Assignment]) -> Entry:
    """The entry with its facts changed. A rendering that a person gives is approved by that.

    Raises GlossaryError for a value that its key cannot have, and for one to take away that is not there.
    """
    try:
        facts = read_facts("\n".join(line for lines in key_lines(entry).values() for line in lines))
        text, state = entry.rendering.text, entry.state
        for change in assignments:
            if change.key == RENDERING:
                text = change.value
                state = State.APPROVED if text else State.UNTRANSLATED
            else:
                facts = _changed(facts, change)
        term, rendering = term_of(*entry.identity, facts), rendering_of(text, facts)
    except MalformedValueError as error:
        example = KEYS[error.key].example.strip("`")
        remedy = f"write it as in `{error.key}={example}`"
        raise GlossaryError(f"malformed `{error.key}={error.value}`", remedy=remedy) from error
    return replace(entry, term=term, rendering=rendering, state=state)


def _changed(facts: Facts, change: Assignment) -> Facts:
    key, separator = change.key, _SEPARATORS.get(change.key)
    old = [item for value in facts.get(key, []) for item in _items(value, separator)]
    given = [] if (key, change.value) == ("translate", "yes") else _items(change.value, separator)
    if change.operator == "=":
        items = given
    elif change.operator == "-=":
        items = _without(key, old, given)
    else:
        items = [item for item in old if not _replaced(key, item, given)] + given
    return {**facts, key: [_joined(key, items)] if separator and items else items}


def _items(value: str, separator: str | None) -> list[str]:
    return re.split(separator, value) if separator and value else [value] if value else []


def _joined(key: str, items: Sequence[str]) -> str:
    return (" " if key == "morph" else " | ").join(items)


def _without(key: str, items: Sequence[str], doomed: Sequence[str]) -> list[str]:
    """The items without those; a form may be named by its features alone."""
    left = list(items)
    for name in doomed:
        kept = [
            item for item in left if name != item and not (key == "form" and item.startswith(f"{name} = "))
        ]
        if len(kept) == len(left):
            has = f"it has: {_joined(key, left)}" if left else "it has none"
            raise GlossaryError(f"`{key}` has no {name!r} to take away", remedy=has)
        left = kept
    return left


def _replaced(key: str, item: str, given: Sequence[str]) -> bool:
    """Whether an item goes for a new one: the same again, or another value of a feature of `morph`."""
    name = item.partition("=")[0]
    return item in given or (key == "morph" and any(name == new.partition("=")[0] for new in given))
