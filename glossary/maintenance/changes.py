"""What an edit has done to a glossary folder, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.maintenance.folder import GlossaryFolder
from glossary.maintenance.names import Identity
from glossary.model import Entry, State


class Change(NamedTuple):
    """What happened to an entry: `new`, `approved`, `changed`, `obsolete`, `revived` or `removed`.

    `line` is that of its `msgid`, 1-based, after the edit, and of a removed one before it.
    """

    path: Path
    line: int
    what: str
    identity: Identity


def changes(before: GlossaryFolder, after: GlossaryFolder) -> Iterator[Change]:
    """The entries that differ, file by file, in the order of the files."""
    known = {part.path: {entry.identity: entry for entry in part.entries} for part in before.files()}
    for part in after.files():
        old = known.get(part.path, {})
        for entry in part.entries:
            if what := _what(old.pop(entry.identity, None), entry):
                yield Change(part.path, entry.line or 1, what, entry.identity)
        for entry in old.values():
            yield Change(part.path, entry.line or 1, "removed", entry.identity)


def _what(old: Entry | None, new: Entry) -> str:
    if old is None:
        return "new"
    if old.state is not new.state:
        if new.state is State.OBSOLETE:
            return "obsolete"
        if old.state is State.OBSOLETE:
            return "revived"
        if old.state is State.FUZZY:
            return "approved"
    return "" if old == new else "changed"
