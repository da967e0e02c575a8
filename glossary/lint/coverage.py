"""Rules for what is still missing: renderings, approval, whole terms, and facts that grammar needs."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.lint.sources import Problem, Scope, Source
from glossary.model import Entry, Kind, State, Term

_NEED_GENDER = frozenset({Kind.PERSON.value, Kind.TITLE.value})
_GENDERED_LANGUAGES = frozenset({"ru", "ur"})


def untranslated(scope: Scope) -> Iterator[Problem]:
    """An entry has no rendering. Terms that are not to be translated (`#. translate: no`) need none."""
    for source in scope.catalogs:
        for entry in source.live:
            if _is_untranslated(entry):
                yield source.problem(entry, "has no rendering")


def fuzzy(scope: Scope) -> Iterator[Problem]:
    """An entry is proposed (`fuzzy`) and waits for approval; until then it is not enforced."""
    for source in scope.catalogs:
        for entry in source.live:
            if entry.state is State.FUZZY:
                yield source.problem(entry, "waits for approval")


def too_many_unfinished(scope: Scope) -> Iterator[Problem]:
    """More entries of a catalog are fuzzy or untranslated than `--max-fuzzy` allows.

    Reported once a catalog, at the first entry beyond the limit. There is no limit by default.
    """
    limit = scope.most_unfinished
    if limit is None:
        return
    for source in scope.catalogs:
        unfinished = [e for e in source.live if e.state is State.FUZZY or _is_untranslated(e)]
        if len(unfinished) > limit:
            message = f"too many are fuzzy or untranslated: {len(unfinished)}, where {limit} may be"
            yield source.problem(unfinished[limit], message)


def missing_term(scope: Scope) -> Iterator[Problem]:
    """A term of one language is missing in another of the same folder, or in its template (`.pot`).

    Reported at the first place that has the term; `dragoman glossary sync` offers it to the others.
    """
    known = {
        code or "the template": {d.identity for s in sources for d in s.definitions if not d.obsolete}
        for code, sources in scope.by_language.items()
        if all(source.text for source in sources)
    }
    common = set[tuple[str | None, str]].intersection(*known.values()) if known else set()
    reported: set[tuple[str | None, str]] = set()
    for source in scope.sources:
        for identity, line, obsolete in source.definitions:
            if obsolete or identity in common or identity in reported or identity[0] is None:
                continue
            reported.add(identity)
            lacking = [name for name, identities in known.items() if identity not in identities]
            yield Problem(source, line, f"missing in {', '.join(lacking)}", identity[1])


def differing_facts(scope: Scope) -> Iterator[Problem]:
    """What holds for every language (`#.` lines) differs from the template, or from another language.

    `msgmerge` replaces these lines by those of the template, and loses what only a catalog has.
    """
    first: dict[tuple[str, str], tuple[Source, Entry]] = {}
    for source in scope.sources:
        for entry in source.live:
            model, other = first.setdefault(entry.identity, (source, entry))
            if other.term == entry.term:
                continue
            if names := ", ".join(_differences(entry.term, other.term)):
                yield source.problem(entry, f"other than at {model.path}:{other.line}: {names}")


def no_gender(scope: Scope) -> Iterator[Problem]:
    """A person or title of a Russian or Urdu catalog has no `# morph: Gender=…`.

    Verbs and adjectives agree with it, and Russian names inflect by it. Plurals (`Number=Plur`) need none.
    """
    for source in scope.catalogs:
        if source.language not in _GENDERED_LANGUAGES:
            continue
        for entry in source.live:
            if not entry.rendering.text or entry.term.context.partition("/")[0] not in _NEED_GENDER:
                continue
            morph = dict(entry.rendering.morph)
            if "Gender" not in morph and morph.get("Number") != "Plur":
                yield source.problem(entry, "has no Gender (write `# morph: Gender=Masc` or `Fem`)")


def _is_untranslated(entry: Entry) -> bool:
    return not entry.rendering.text and entry.term.translate


def _differences(term: Term, other: Term) -> Iterator[str]:
    for name, facts, others in (
        ("alias", term.aliases, other.aliases),
        ("note", term.notes, other.notes),
    ):
        changes = [f"+{x}" for x in facts if x not in others] + [f"-{x}" for x in others if x not in facts]
        if changes:
            yield f"{name} ({' | '.join(changes)})"
    if term.match_case != other.match_case:
        yield "match"
    if term.translate != other.translate:
        yield "translate"
