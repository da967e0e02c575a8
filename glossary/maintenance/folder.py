"""One glossary folder, read whole and changed as a value: the catalogs of its languages and its templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from glossary import catalog
from glossary.catalog import Catalog
from glossary.documents.files import make_folder
from glossary.maintenance.names import Identity
from glossary.model import Entry, Rendering, State, Term

DOMAIN = "glossary"
"""The domain that new terms go to."""

Below = Mapping[str, Mapping[Identity, Entry]]
"""By language and identity, the entries that a folder overrides or may override."""


@dataclass(frozen=True, slots=True)
class GlossaryFolder:
    """A folder with `<language>/LC_MESSAGES/<domain>.po`, and `<domain>.pot` where it has templates.

    `catalogs` are by language, the domain `glossary` first; `templates` are by domain. The methods return a
    folder with an edit made; `save_changes` writes the files that an edit has touched.
    """

    path: Path
    catalogs: Mapping[str, tuple[Catalog, ...]]
    templates: Mapping[str, Catalog]

    def files(self) -> Iterator[Catalog]:
        """The templates, then the catalogs, language by language."""
        yield from self.templates.values()
        for parts in self.catalogs.values():
            yield from parts

    def entries(self, language: str) -> Iterator[Entry]:
        """The entries of a language, obsolete ones included, in the order of the files."""
        return (entry for part in self.catalogs[language] for entry in part.entries)

    def active(self) -> Iterator[Entry]:
        """The entries of all languages that are not obsolete."""
        everything = (entry for language in self.catalogs for entry in self.entries(language))
        return (entry for entry in everything if entry.state is not State.OBSOLETE)

    def term(self, identity: Identity) -> Term | None:
        """The term as a template has it, else as the first language has it, or None."""
        known = (entry for part in self.templates.values() for entry in part.entries)
        return next((e.term for e in (*known, *self.active()) if e.identity == identity), None)

    def with_entries(self, language: str, entries: Iterable[Entry]) -> GlossaryFolder:
        """The folder with each entry in the place of the one of its identity, or new in the term's domain."""
        domains = self._domains(language)
        sorted_: dict[str, list[Entry]] = {}
        for entry in entries:
            sorted_.setdefault(domains.get(entry.identity, DOMAIN), []).append(entry)
        parts = {part.path.stem: part for part in self.catalogs[language]}
        for domain, chosen in sorted_.items():
            part = parts.get(domain) or catalog.new_catalog(self._place(language, domain), language)
            parts[domain] = catalog.with_entries(part, chosen)
        return replace(self, catalogs={**self.catalogs, language: tuple(parts.values())})

    def with_terms(self, terms: Iterable[Term]) -> GlossaryFolder:
        """The folder with these terms in the templates of their domains, where there are such templates."""
        domains = self._domains()
        known = {entry.identity: entry for part in self.templates.values() for entry in part.entries}
        due: dict[str, list[Entry]] = {}
        for term in terms:
            new = Entry(term, Rendering(""), State.UNTRANSLATED)
            old = known.get(new.identity, new)
            if old is new or old.term != term or old.state is State.OBSOLETE:
                due.setdefault(domains.get(new.identity, DOMAIN), []).append(new)
        templates = {
            domain: catalog.with_entries(template, due[domain]) if domain in due else template
            for domain, template in self.templates.items()
        }
        return replace(self, templates=templates)

    def without(self, identities: Iterable[Identity], *, templates_only: bool = False) -> GlossaryFolder:
        """The folder without the entries of these identities, in any state, in templates and catalogs."""
        doomed = set(identities)

        def purged(part: Catalog) -> Catalog:
            present = doomed & {entry.identity for entry in part.entries}
            return catalog.without_entries(part, present) if present else part

        templates = {domain: purged(template) for domain, template in self.templates.items()}
        if templates_only:
            return replace(self, templates=templates)
        catalogs = {code: tuple(map(purged, parts)) for code, parts in self.catalogs.items()}
        return replace(self, catalogs=catalogs, templates=templates)

    def _domains(self, language: str | None = None) -> dict[Identity, str]:
        """The domain of each term: where this language has it, else a template, else another language."""
        own = self.catalogs[language] if language else ()
        domains: dict[Identity, str] = {}
        for retired in (False, True):
            for part in (*own, *self.files()):
                for entry in part.entries:
                    if (entry.state is State.OBSOLETE) == retired:
                        domains.setdefault(entry.identity, part.path.stem)
        return domains

    def _place(self, language: str, domain: str) -> Path:
        return self.path / language / "LC_MESSAGES" / f"{domain}.po"


def read_folder(path: Path) -> GlossaryFolder:
    """The glossary folder at `path`. Raises CatalogError where it has no catalog or one of them is wrong."""
    paths = catalog.catalogs(path)
    catalogs = {code: tuple(map(catalog.read_catalog, paths[code])) for code in sorted(paths)}
    templates = {place.stem: catalog.read_catalog(place) for place in sorted(path.glob("*.pot"))}
    return GlossaryFolder(path, catalogs, templates)


def entries_below(folders: Iterable[Path], folder: GlossaryFolder) -> Below:
    """What holds without the folder: the entries of the other `folders`, in the folder's languages.

    Whoever adds a term to the folder starts from these: an untranslated entry in it would turn them off.
    """
    weaker = [other for other in folders if other.resolve() != folder.path.resolve()]
    shared = set(catalog.languages(weaker)) & set(folder.catalogs)
    return {
        code: {entry.identity: entry for entry in catalog.load_glossary(weaker, code).entries}
        for code in sorted(shared)
    }


def save_changes(before: GlossaryFolder, after: GlossaryFolder) -> list[Path]:
    """Write the files of `after` that differ from `before`, and return their paths.

    Raises CatalogError or DocumentError where that is not possible.
    """
    known = {part.path: part.text for part in before.files()}
    changed = [part for part in after.files() if known.get(part.path) != part.text]
    for part in changed:
        make_folder(part.path.parent)
        catalog.save(part)
    return [part.path for part in changed]
