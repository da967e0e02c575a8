"""The catalogs of a folder brought into step, as `msgmerge` does with a template, but without any loss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from glossary.catalog import Catalog
from glossary.catalog.grammar import blocks
from glossary.catalog.reading import is_fuzzy
from glossary.maintenance.folder import Below, GlossaryFolder
from glossary.maintenance.names import Identity
from glossary.model import Entry, Rendering, State, Term


def synchronised(folder: GlossaryFolder, below: Below, *, retire: bool = False) -> GlossaryFolder:
    """The folder in step.

    Terms of one language come to the template and to the others, as they are `below` or else untranslated;
    those that come back are revived with the rendering they had; facts of a term (`#.`) are those of the
    template, else of the first language. With `retire` the template has the last word: what it lacks becomes
    obsolete instead.
    """
    terms = _terms(folder, retire=retire)
    after = folder.with_terms(terms.values())
    for language in folder.catalogs:
        after = after.with_entries(language, _due(folder, language, terms, below.get(language, {})))
    return after


def _terms(folder: GlossaryFolder, *, retire: bool) -> dict[Identity, Term]:
    """Every term that is to stay, in the order of the templates and then of the languages."""
    terms: dict[Identity, Term] = {}
    for template in folder.templates.values():
        terms |= {e.identity: e.term for e in template.entries if e.state is not State.OBSOLETE}
    for parts in folder.catalogs.values():
        for part in parts:
            if not (retire and part.path.stem in folder.templates):
                for entry in part.entries:
                    if entry.state is not State.OBSOLETE:
                        terms.setdefault(entry.identity, entry.term)
    return terms


def _due(
    folder: GlossaryFolder, language: str, terms: Mapping[Identity, Term], below: Mapping[Identity, Entry]
) -> Iterator[Entry]:
    """The entries of a language that are new, or not as they should be."""
    fuzzy = {identity for part in folder.catalogs[language] for identity in _fuzzy(part)}
    retired_first = sorted(folder.entries(language), key=lambda entry: entry.state is not State.OBSOLETE)
    known = {entry.identity: entry for entry in retired_first}  # one in force hides one that is retired
    for identity, term in terms.items():
        old = known.get(identity)
        if old is None:
            new = below.get(identity, Entry(term, Rendering(""), State.UNTRANSLATED))
            yield replace(new, term=term)
        elif old.state is State.OBSOLETE:
            yield replace(old, term=term, state=_revived(old, fuzzy=identity in fuzzy))
        elif old.term != term:
            yield replace(old, term=term)
    for identity, old in known.items():
        if identity not in terms and old.state is not State.OBSOLETE:
            yield replace(old, state=State.OBSOLETE)


def _fuzzy(part: Catalog) -> Iterator[tuple[str | None, str]]:
    """The identities with a fuzzy flag, obsolete entries among them: those keep it for their return."""
    return (block.identity for block in blocks(part.text, part.path) if is_fuzzy(block.comments))


def _revived(old: Entry, *, fuzzy: bool) -> State:
    if fuzzy:
        return State.FUZZY
    return State.APPROVED if old.rendering.text else State.UNTRANSLATED
