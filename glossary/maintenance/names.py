"""How a person names an entry: by its term, or `kind/qualifier:term` where homonyms need telling apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.model import Entry, Kind

Identity = tuple[str, str]
"""(`msgctxt`, `msgid`)."""


def qualified(identity: Identity) -> str:
    """The name that is never ambiguous: `organization/newspaper:Dawn`."""
    return ":".join(identity)


def named(name: str, *groups: Iterable[Entry], folder: Path | None = None) -> Identity:
    """The identity of the entries that `name` means: by their term, else by their qualified name.

    The first of the groups that has any decides. Raises GlossaryError where none has, naming those it may
    have meant, and where homonyms share the name; `folder` is where they were looked for, if in one alone.
    """
    everything: list[Entry] = []
    for group in groups:
        entries = list(group)
        found = {entry.identity for entry in entries if entry.term.text == name}
        found = found or {entry.identity for entry in entries if _is_qualified(name, entry.identity)}
        if len(found) == 1:
            return found.pop()
        if found:
            names = ", ".join(sorted(map(qualified, found)))
            raise GlossaryError(f"{name!r} names several terms", remedy=f"choose one: {names}")
        everything += entries
    near = list(dict.fromkeys(_near(name, everything)))[:5]
    remedy = f"did you mean {' or '.join(near)}?" if near else "dragoman glossary search finds terms by words"
    raise GlossaryError(f"there is no term {name!r}", path=folder, remedy=remedy)


def _is_qualified(name: str, identity: Identity) -> bool:
    return name.endswith(identity[1]) and name == qualified(identity)


def _near(name: str, entries: Iterable[Entry]) -> Iterator[str]:
    """The qualified names of terms that differ in letter case or kind alone, or have the name as an alias."""
    context, colon, rest = name.partition(":")
    text = rest if colon and context.partition("/")[0] in set(Kind) else name
    folded = text.casefold()
    for entry in entries:
        if any(text.casefold() == folded for text in (entry.term.text, *entry.term.aliases)):
            yield qualified(entry.identity)
