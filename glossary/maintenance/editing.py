"""Edits of a glossary folder: terms added, changed, approved, retired and removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from glossary.catalog.keys import TERM_KEYS
from glossary.errors import GlossaryError
from glossary.maintenance.assignments import Assignment, assigned
from glossary.maintenance.folder import Below, GlossaryFolder
from glossary.maintenance.names import Identity, named, qualified
from glossary.model import Entry, Rendering, State, Term


def added(folder: GlossaryFolder, below: Below, term: Term, renderings: Mapping[str, str]) -> GlossaryFolder:
    """The folder with a new term in every language and in the template.

    A rendering that a person gives is approved. Any other language has what it had when the term was retired,
    as fuzzy; else what there is `below`; else a proposal, as fuzzy. Raises GlossaryError where the term is
    there already.
    """
    check_languages(folder, renderings)
    identity = term.context, term.text
    for language in folder.catalogs:
        old = next((entry for entry in folder.entries(language) if entry.identity == identity), None)
        if old and old.state is not State.OBSOLETE:
            raise _already_there(old)
        known = old or below.get(language, {}).get(identity)
        text = renderings.get(language)
        new = _given(term, text, known) if text else _offered(term, language, known)
        folder = folder.with_entries(language, [new])
    return folder.with_terms([term])


def changed(
    folder: GlossaryFolder,
    below: Below,
    name: str,
    language: str | None,
    assignments: Collection[Assignment],
) -> tuple[GlossaryFolder, Identity]:
    """The folder with facts of a term changed, and the term's identity.

    Facts of the term change in every language and in the template, those of a rendering in `language`. What
    is only `below` is copied from there in every language and then changed, and so overridden. Raises
    GlossaryError.
    """
    about_term = [change for change in assignments if change.key in TERM_KEYS]
    about_rendering = [change for change in assignments if change.key not in TERM_KEYS]
    check_languages(folder, [language] if language else [])
    if about_rendering and not language:
        message = f"`{about_rendering[0].key}` is a fact of one language"
        raise GlossaryError(message, remedy="say which: --to LANG")
    identity, own, known = _everywhere(folder, below, name)
    old = folder.term(identity) or next(iter(known.values())).term
    term = assigned(Entry(old, Rendering(""), State.UNTRANSLATED), about_term).term
    for code in folder.catalogs:
        entry = known.get(code)
        if about_term and entry:
            entry = replace(entry, term=term)
        if about_rendering and code == language:
            entry = assigned(entry or Entry(term, Rendering(""), State.UNTRANSLATED), about_rendering)
        if entry and entry is not own.get(code):
            folder = folder.with_entries(code, [entry])
    return folder.with_terms([term]), identity


def approved(folder: GlossaryFolder, names: Iterable[str], only: Collection[str]) -> GlossaryFolder:
    """The folder with the fuzzy entries of the named terms approved, in the languages `only`, or in all.

    Raises GlossaryError for an entry without a rendering, unless its term is not to be translated.
    """
    check_languages(folder, only)
    identities = {named(name, folder.active(), folder=folder.path) for name in names}
    for language in only or folder.catalogs:
        chosen = [entry for entry in _active(folder, language) if entry.identity in identities]
        for entry in chosen:
            if not entry.rendering.text and entry.term.translate:
                raise _nothing_to_approve(entry, language)
        fuzzy = [entry for entry in chosen if entry.state is State.FUZZY]
        folder = folder.with_entries(language, map(_settled, fuzzy))
    return folder


def removed(folder: GlossaryFolder, names: Iterable[str]) -> GlossaryFolder:
    """The folder without the named terms, retired ones included. Raises GlossaryError for an unknown one."""
    everything = [entry for language in folder.catalogs for entry in folder.entries(language)]
    return folder.without({named(name, folder.active(), everything, folder=folder.path) for name in names})


def retired(folder: GlossaryFolder, names: Iterable[str]) -> GlossaryFolder:
    """The folder with the named terms obsolete in every language, and gone from the template."""
    identities = {named(name, folder.active(), folder=folder.path) for name in names}
    for language in folder.catalogs:
        chosen = [entry for entry in _active(folder, language) if entry.identity in identities]
        folder = folder.with_entries(language, [replace(entry, state=State.OBSOLETE) for entry in chosen])
    return folder.without(identities, templates_only=True)


def check_languages(folder: GlossaryFolder, languages: Iterable[str]) -> None:
    """Raise GlossaryError for a language that the folder has no catalog of."""
    for language in languages:
        if language not in folder.catalogs:
            raise GlossaryError(
                f"there is no catalog of the language {language!r}",
                path=folder.path,
                remedy=f"it has: {', '.join(folder.catalogs)}; "
                f"dragoman glossary init {folder.path} --to {language} starts one",
            )


def _given(term: Term, text: str, known: Entry | None) -> Entry:
    """The entry of a rendering that a person gives, with what is known of that rendering."""
    return Entry(term, known.rendering if known and known.rendering.text == text else Rendering(text))


def _offered(term: Term, language: str, known: Entry | None) -> Entry:
    """The entry of a term without a rendering given: never approved, but by those who approved it below."""
    if known and (known.rendering.text or known.state is not State.OBSOLETE):
        return replace(known, term=term, state=State.FUZZY if known.state is State.OBSOLETE else known.state)
    if not term.translate:
        return Entry(term, Rendering(""), State.UNTRANSLATED)
    from glossary.proposal import proposed  # noqa: PLC0415 - its tables are read only where a name needs one

    return proposed(term, language)


def _everywhere(
    folder: GlossaryFolder, below: Below, name: str
) -> tuple[Identity, dict[str, Entry], dict[str, Entry]]:
    """The identity that `name` means; its entries in the folder by language; those and the ones below."""
    weaker = (entry for entries in below.values() for entry in entries.values())
    identity = named(name, folder.active(), weaker)
    own = {
        code: entry
        for code in folder.catalogs
        for entry in _active(folder, code)
        if entry.identity == identity
    }
    return identity, own, {code: below[code][identity] for code in below if identity in below[code]} | own


def _active(folder: GlossaryFolder, language: str) -> Iterable[Entry]:
    return (entry for entry in folder.entries(language) if entry.state is not State.OBSOLETE)


def _settled(entry: Entry) -> Entry:
    return replace(entry, state=State.APPROVED if entry.rendering.text else State.UNTRANSLATED)


def _already_there(entry: Entry) -> GlossaryError:
    return GlossaryError(
        f"{qualified(entry.identity)} is there already",
        path=entry.path,
        line=entry.line,
        remedy="dragoman glossary set changes it; --qualifier tells a homonym apart",
    )


def _nothing_to_approve(entry: Entry, language: str) -> GlossaryError:
    name = qualified(entry.identity)
    return GlossaryError(
        f"{name} has no rendering in {language!r} to approve",
        path=entry.path,
        line=entry.line,
        remedy=f"dragoman glossary set {name!r} --to {language} rendering=…, or --to approves others alone",
    )
