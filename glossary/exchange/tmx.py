"""TMX 1.4b, the format of translation memories: a unit a concept, its facts as properties `x-…`.

The properties are spelled as in the catalogs (`x-form`: `Case=Gen = …`), and `x-state` is the state. A unit
from elsewhere, without them, is a fuzzy pair of an unknown kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from glossary import __version__
from glossary.catalog.keys import TARGET_KEYS, TERM_KEYS, Facts
from glossary.documents.files import Source
from glossary.exchange.concepts import (
    SOURCE_LANGUAGE,
    Concept,
    Format,
    Place,
    Reading,
    Writing,
    entry_from,
    facts_of,
    is_source,
    term_facts,
    term_from,
)
from glossary.exchange.markup import Element, add, children, descendants, document, exact, one_line, units
from glossary.model import Entry, State, Term

_PREFIX = "x-"
_KNOWN = frozenset({"x-context", "x-state", *(_PREFIX + key for key in (*TERM_KEYS, *TARGET_KEYS))})


def _read(source: Source, _language: str) -> Reading:
    """Return the units of a memory. Raises DocumentError with the line of what is wrong."""
    left_out: Counter[str] = Counter()
    found = units(source, {"tmx": "TMX"}, "tu")
    return Reading([_concept(unit, source, left_out) for unit in found], frozenset(), left_out)


def _concept(unit: Element, source: Source, left_out: Counter[str]) -> Concept:
    place = Place(source.path, unit.line)
    kinds = (prop.get("type", "") for prop in descendants(unit, "prop"))
    left_out.update(f"prop {kind}" for kind in kinds if kind not in _KNOWN)
    versions = list(children(unit, "tuv"))
    terms = [version for version in versions if is_source(version.get("lang", ""))]
    if not terms:
        raise place.error("the unit has no English segment", "give it a <tuv> of xml:lang `en`")
    facts = _facts(unit)
    context = facts.pop("context", [""])[0]
    notes = [text for note in children(unit, "note") if (text := one_line(exact(note)))]
    term = term_from(context, _segment(terms[0], source), facts | ({"note": notes} if notes else {}), place)
    targets = (version for version in versions if version not in terms)
    return Concept(term, {tuv.get("lang", ""): _entry(term, tuv, source) for tuv in targets})


def _entry(term: Term, version: Element, source: Source) -> Entry:
    place = Place(source.path, version.line)
    facts = _facts(version)
    said = facts.pop("state", [""])[0]
    state = State(said) if said in frozenset(State) else None
    return entry_from(term, _segment(version, source), facts, state, place)


def _segment(version: Element, source: Source) -> str:
    for segment in children(version, "seg"):
        return exact(segment)
    raise Place(source.path, version.line).error("the <tuv> has no <seg>")


def _facts(element: Element) -> Facts:
    facts: Facts = {}
    for prop in children(element, "prop"):
        if (kind := prop.get("type", "")) in _KNOWN:
            facts.setdefault(kind.removeprefix(_PREFIX), []).append(exact(prop).strip())
    return facts


def _write(concepts: Sequence[Concept], _languages: Sequence[str]) -> Writing:
    """Return the concepts as a memory."""
    root = ElementTree.Element("tmx", version="1.4")
    header = add(
        root, "header", creationtool="Dragoman", creationtoolversion=__version__, datatype="plaintext"
    )
    header.attrib |= {"segtype": "phrase", "o-tmf": "gettext", "adminlang": "en", "srclang": SOURCE_LANGUAGE}
    body = add(root, "body")
    return Writing(document(root, body, map(_unit, concepts)), Counter())


def _unit(concept: Concept) -> ElementTree.Element:
    unit = ElementTree.Element("tu")
    facts = term_facts(concept.term)
    for note in facts.pop("note", []):
        add(unit, "note", note)
    _add_facts(unit, {"context": [concept.term.context], **facts}, ("context", *TERM_KEYS))
    add(add(unit, "tuv", lang=SOURCE_LANGUAGE), "seg", concept.term.text)
    for code, entry in concept.entries.items():
        version = add(unit, "tuv", lang=code)
        _add_facts(version, {"state": [entry.state.value], **facts_of(entry)}, ("state", *TARGET_KEYS))
        add(version, "seg", entry.rendering.text)
    return unit


def _add_facts(element: ElementTree.Element, facts: Facts, keys: Iterable[str]) -> None:
    for key in keys:
        for value in facts.get(key, []):
            add(element, "prop", value, type=_PREFIX + key)


TMX = Format("TMX", _read, _write)
