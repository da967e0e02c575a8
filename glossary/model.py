"""The values that every part of the library hands around. All of them are frozen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

Features = tuple[tuple[str, str], ...]
"""Universal Dependencies features, sorted by name: `(("Case", "Gen"), ("Number", "Plur"))`."""


class Kind(StrEnum):
    """What a term names; the first part of its `msgctxt`."""

    PERSON = "person"
    ORGANIZATION = "organization"
    TITLE = "title"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    CONCEPT = "concept"


OWNERS = (Kind.PLACE, Kind.ORGANIZATION)
"""What an office can belong to."""


class State(StrEnum):
    """How far an entry has come; only approved entries are enforced."""

    APPROVED = "approved"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Term:
    """One source expression of the glossary: the language-neutral half of an entry.

    `context` is the whole `msgctxt` (`kind` or `kind/qualifier`); with `text` it is the identity.
    `match_case` is None where the catalog does not say and the default of the kind applies.
    """

    context: str
    text: str
    aliases: tuple[str, ...] = ()
    match_case: bool | None = None
    translate: bool = True
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that `context` begins with; raises ValueError for an unknown one."""
        return Kind(self.context.partition("/")[0])

    @property
    def qualifier(self) -> str:
        """What tells homonyms apart (`newspaper` in `organization/newspaper`), or an empty string."""
        return self.context.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form of a rendering."""

    features: Features
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """The approved expression of a term in one target language, in its citation form.

    `forms` are those written by hand; `morph` are features of the whole (Gender, Animacy, Number …).
    """

    text: str
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    morph: Features = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its rendering in one language, and the place it was read from."""

    term: Term
    rendering: Rendering
    state: State = State.APPROVED
    path: Path | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    @property
    def identity(self) -> tuple[str, str]:
        """(`msgctxt`, `msgid`)."""
        return self.term.context, self.term.text


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a source text where a term stands: code points `start` to `end`, end exclusive.

    `ambiguous` is true where another entry has the same words and nothing decided between them. `copied` is
    true for an address, a date or the like, which is no term and is to come through as it is or as a rule
    renders it; `proposed` for a name that the glossary lacks and whose rendering is a proposal.
    """

    start: int
    end: int
    entry: Entry
    plural: bool = False
    ambiguous: bool = False
    copied: bool = False
    proposed: bool = False

    def moved(self, by: int) -> Match:
        """Return the match as it is in a text that begins `by` code points earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


class Severity(StrEnum):
    """How much a finding matters, from least to most."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file, and the part of it that matters: code points `start` to `end` of `text`."""

    path: Path
    line: int
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Fix:
    """A certain remedy: code points `start` to `end` of the file's text are to become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check reports: which rule, how bad, what, and where.

    `line` is 1-based; `term` is the source expression it is about, where it is about one, and `entry` what
    the glossary says of that. A finding about a translation has the lines of the target and of the source
    that it was seen in, and the `sentence` that was judged, which may stand on several lines or with escapes.
    """

    rule: str
    severity: Severity
    message: str
    path: Path
    line: int
    term: str = ""
    target: Excerpt | None = None
    source: Excerpt | None = None
    fix: Fix | None = None
    sentence: str = ""
    entry: Entry | None = None
