"""Rules for what makes a term the one it is: defined once, and with words of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.catalog.reading import spelled
from glossary.lint.sources import Problem, Scope, Source
from glossary.matcher import matches_case
from glossary.model import Entry
from glossary.text import en


class _Words(NamedTuple):
    """A headword or alias of an entry."""

    source: Source
    entry: Entry
    text: str

    @property
    def is_alias(self) -> bool:
        return self.text != self.entry.term.text

    @property
    def place(self) -> str:
        return f"{self.source.path}:{self.entry.line}"


def duplicate(scope: Scope) -> Iterator[Problem]:
    """The same `msgctxt` and `msgid` are defined twice for one language.

    In one file an obsolete entry (`#~`) counts too, as it does for `msgfmt`.
    """
    for sources in scope.by_language.values():
        elsewhere: dict[tuple[str | None, str], str] = {}
        for source in sources:
            here: dict[tuple[str | None, str], int] = {}
            for identity, line, obsolete in source.definitions:
                first = f"line {here[identity]}" if identity in here else ""
                first = first or ("" if obsolete else elsewhere.get(identity, ""))
                if first:
                    yield Problem(
                        source, line, f"{spelled(identity)} is already defined at {first}", identity[1]
                    )
                here.setdefault(identity, line)
            live = {d.identity: f"{source.path}:{d.line}" for d in source.definitions if not d.obsolete}
            elsewhere |= {i: place for i, place in live.items() if i not in elsewhere and i[0] is not None}


def conflict(scope: Scope) -> Iterator[Problem]:
    """Two entries of one language have the same words, other renderings, and no qualifier to tell them apart.

    Words are compared as in an article: letter case counts where it counts for both terms. Of two such
    entries only the first is ever enforced. Tell homonyms apart (`person/general` in `msgctxt`), or delete
    one. In a later glossary folder another rendering of a term is no conflict but the purpose of the folder.
    """
    for sources in scope.by_language.values():
        for later, first in _rivals(sources):
            renderings = _rendering(later.entry), _rendering(first.entry)
            if not all(renderings) or renderings[0] == renderings[1] or later.is_alias != first.is_alias:
                continue
            if later.entry.term.qualifier == first.entry.term.qualifier:
                message = (
                    f"“{later.text}” is rendered “{renderings[0]}” here, and “{renderings[1]}” as"
                    f" {first.entry.term.context} at {first.place}"
                )
                yield later.source.problem(later.entry, message, *_alias(later))


def shared_alias(scope: Scope) -> Iterator[Problem]:
    """An alias is another term's headword, or its alias too.

    The headword wins over the alias, and of two aliases the first; the other is never found by it. Words are
    compared as in an article. What the catalogs of several languages share is reported once.
    """
    reported: set[tuple[tuple[str, str], str]] = set()
    for sources in scope.by_language.values():
        for later, first in _rivals(sources):
            alias, other = (later, first) if later.is_alias else (first, later)
            where = alias.entry.identity, alias.text
            if not alias.is_alias or where in reported:
                continue
            reported.add(where)
            role = "an alias" if other.is_alias else "the headword"
            message = (
                f"the alias “{alias.text}” is {role} of {other.entry.term.context} “{other.entry.term.text}”"
            )
            yield alias.source.problem(alias.entry, f"{message} at {other.place}", *_alias(alias))


def _rivals(sources: Sequence[Source]) -> Iterator[tuple[_Words, _Words]]:
    """Each headword and alias that another entry had before, with that one."""
    seen: dict[str, _Words] = {}
    for source in sources:
        for entry in source.live:
            exact = matches_case(entry)
            for text in (entry.term.text, *entry.term.aliases):
                words = _Words(source, entry, text)
                first = seen.setdefault(_compared(text, exact=exact), words)
                if first.entry.identity != entry.identity:
                    yield words, first


def _compared(text: str, *, exact: bool) -> str:
    """The words as the matcher compares them; those that letter case is free for never equal the others."""
    words = text if text.isascii() and "`" not in text else en.normalized(text)
    words = " ".join(words.split())
    return words if exact else f"\0{words.casefold()}"


def _rendering(entry: Entry) -> str:
    return entry.rendering.text if entry.term.translate else entry.term.text


def _alias(words: _Words) -> tuple[str, str]:
    return ("alias", words.text) if words.is_alias else ("", "")
