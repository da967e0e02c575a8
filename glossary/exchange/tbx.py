"""TBX, the format of term bases, as TBX-Basic in both its versions.

* v2 (ISO 30042:2008, `martif`) is what Weblate, Lokalize and OmegaT read, and the `.tbx` that is written.
* v3 (ISO 30042:2019, `tbx`) is written in the style DCA, whose elements are those of v2 with other names.

Either is read, in the styles DCA and DCT, with `tig` and `ntig`. What TBX-Basic has a data category for goes
there: kind (`subjectField`), status, gender, source, note. The status is the state: a preferred rendering is
approved, one that was superseded is obsolete, one without a status is a proposal; admitted terms are aliases
or admitted renderings, deprecated ones forbidden. The other facts are notes, spelled as in the catalogs
(`form: Case=Gen = …`). A term that is not to be translated has Weblate's `Translation needed` in v2. An entry
without its rendering has an empty term.

Lines that an editor broke are joined, so a line break within a term is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple
from xml.etree import ElementTree

from glossary.catalog.keys import KEYS, Facts
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
from glossary.model import Entry, Kind, State, Term


class _Dialect(NamedTuple):
    """The names that a version of TBX gives to the same elements."""

    root: str
    header: str
    concept: str
    language: str
    term: str
    attributes: dict[str, str]
    constraints: str
    proper_noun: str


_V2 = _Dialect(
    "martif",
    "martifHeader",
    "termEntry",
    "langSet",
    "tig",
    {"type": "TBX-Basic", "xml:lang": SOURCE_LANGUAGE},
    "TBXBasicXCSV02.xcs",
    "properNoun",
)
_V3 = _Dialect(
    "tbx",
    "tbxHeader",
    "conceptEntry",
    "langSec",
    "termSec",
    {"type": "TBX-Basic", "style": "dca", "xml:lang": SOURCE_LANGUAGE, "xmlns": "urn:iso:std:iso:30042:ed-2"},
    "",
    "noun",
)
_ROOTS = {_V2.root: "TBX", _V3.root: "TBX"}
_PREFERRED, _ADMITTED, _DEPRECATED, _SUPERSEDED = (
    f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")
)
_STATUSES = {State.APPROVED: _PREFERRED, State.OBSOLETE: _SUPERSEDED}
# Statuses by their letters alone, as other tools write them; Weblate reads the last two as forbidden.
_SPELLINGS = {
    "preferred": _PREFERRED,
    "admitted": _ADMITTED,
    "superseded": _SUPERSEDED,
    "deprecated": _DEPRECATED,
    "forbidden": _DEPRECATED,
    "obsolete": _DEPRECATED,
}
# The term of a language that is its rendering: the first of the first of these statuses. None is one unsaid.
_RANKS = (_PREFERRED, None, _ADMITTED, _SUPERSEDED)
_STATES = {_PREFERRED: State.APPROVED, _SUPERSEDED: State.OBSOLETE}
_GENDERS = {"Masc": "masculine", "Fem": "feminine", "Neut": "neuter"}
_NAMES = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.EVENT, Kind.WORK})
_KEY = re.compile(rf"({'|'.join(KEYS)}): (.*)")
_UNTRANSLATED = "Translation needed"  # the category by which Weblate and translate-toolkit know it
_TAKEN = frozenset({"administrativeStatus", "grammaticalGender", "partOfSpeech", "termType", _UNTRANSLATED})
_INLINE = frozenset(
    {"hi", "foreign", "sc", "ec", "ph", "bpt", "ept", "it"}
)  # their text counts where they stand
_NOTES = frozenset({"note", "definition"})


class _Word(NamedTuple):
    """One term of one language, with its status and the facts that stand beside it."""

    text: str
    status: str | None
    facts: Facts


def _read(source: Source, _language: str) -> Reading:
    """Return the concepts of a term base. Raises DocumentError with the line of what is wrong."""
    left_out: Counter[str] = Counter()
    entries = units(source, _ROOTS, _V2.concept, _V3.concept)
    return Reading([_concept(entry, source, left_out) for entry in entries], frozenset(), left_out)


def _concept(entry: Element, source: Source, left_out: Counter[str]) -> Concept:
    place = Place(source.path, entry.line)
    sections = list(descendants(entry, _V2.language, _V3.language))
    english = [section for section in sections if is_source(section.get("lang", ""))]
    words = [word for section in english for word in _words(section, left_out) if word.text]
    if not words:
        raise place.error("the concept has no English term", "give it one: xml:lang `en`")
    facts = _shared(entry, left_out)
    context = facts.pop("context", [""])[0]
    main = _main(words) or words[0]
    aliases = dict.fromkeys(word.text for word in words if word.text != main.text)
    if aliases:
        facts["alias"] = [" | ".join(aliases)]
    term = term_from(context, main.text, facts, place)
    targets = (section for section in sections if section not in english)
    return Concept(
        term, {section.get("lang", ""): _target(term, section, source, left_out) for section in targets}
    )


def _target(term: Term, section: Element, source: Source, left_out: Counter[str]) -> Entry:
    words = _words(section, left_out)
    main = _main(words) or _Word("", None, {})
    others = [word for word in words if word is not main and word.text]
    refused = (_DEPRECATED, _SUPERSEDED)
    lists = {
        "admitted": [word.text for word in others if word.status not in refused],
        "forbidden": [word.text for word in others if word.status in refused],
    }
    facts = {key: list(values) for key, values in main.facts.items()}
    facts |= {key: [" | ".join(texts)] for key, texts in lists.items() if texts}
    state = _STATES.get(main.status or "")
    return entry_from(term, main.text, facts, state, Place(source.path, section.line))


def _main(words: Sequence[_Word]) -> _Word | None:
    return next((word for status in _RANKS for word in words if word.status == status), None)


def _words(section: Element, left_out: Counter[str]) -> list[_Word]:
    """Return the terms of a language; what else the language section holds is left out."""
    groups = list(children(section, "tig", "ntig", "termSec"))
    for element in section:
        if isinstance(element, Element) and element not in groups:
            _pass_over(element, left_out)
    return [_word(group, left_out) for group in groups]


def _word(group: Element, left_out: Counter[str]) -> _Word:
    text = next((one_line(exact(term)) for term in descendants(group, "term")), "")
    facts: Facts = {}
    status = None
    for element in group.iter():
        if not isinstance(element, Element) or element.tag in (group.tag, "term", "termGrp"):
            continue
        category, value = element.get("type", element.tag), one_line(exact(element))
        if category == "administrativeStatus":
            letters = re.sub(r"[\W_]", "", value).lower()
            status = _SPELLINGS.get(letters.removesuffix("admnsts").removesuffix("term"))
        elif category == "source":
            facts.setdefault("source", []).append(value)
        elif category == "grammaticalGender":
            genders = [f"Gender={feature}" for feature, name in _GENDERS.items() if name == value]
            facts.setdefault("morph", []).extend(genders)
        elif category == "note" and (found := _KEY.fullmatch(value)):
            facts.setdefault(found[1], []).append(found[2])
        elif category not in _TAKEN:
            _pass_over(element, left_out)
    return _Word(text, status, {key: values for key, values in facts.items() if values})


def _shared(entry: Element, left_out: Counter[str]) -> Facts:
    """Return what is said of the whole concept, its kind as `context`."""
    facts: Facts = {}
    for element in _outside_languages(entry):
        category, value = element.get("type", element.tag), one_line(exact(element))
        if category == "subjectField":
            facts.setdefault("context", []).append(value)
        elif category == _UNTRANSLATED:
            if value.lower() == "no":
                facts["translate"] = ["no"]
        elif category in _NOTES and value:
            found = _KEY.fullmatch(value)
            facts.setdefault(found[1] if found else "note", []).append(found[2] if found else value)
        else:
            _pass_over(element, left_out)
    return facts


def _outside_languages(entry: Element) -> Iterable[Element]:
    for child in entry:
        if isinstance(child, Element) and child.tag not in (_V2.language, _V3.language):
            yield from (element for element in child.iter() if isinstance(element, Element))


def _pass_over(element: Element, left_out: Counter[str]) -> None:
    """Count an element that holds something of its own, as groups (`descripGrp`) and inline ones do not."""
    if element.tag not in _INLINE and not element.tag.endswith("Grp"):
        left_out[element.get("type", element.tag)] += 1


def _write(concepts: Sequence[Concept], _languages: Sequence[str], *, dialect: _Dialect) -> Writing:
    """Return the concepts as a term base."""
    root = ElementTree.Element(dialect.root, dialect.attributes)
    header = add(root, dialect.header)
    add(add(add(header, "fileDesc"), "sourceDesc"), "p", "Glossary, exported by Dragoman")
    if dialect.constraints:
        add(add(header, "encodingDesc"), "p", dialect.constraints, type="XCSURI")
    body = add(add(root, "text"), "body")
    ids: Counter[str] = Counter()
    entries = (_entry(concept, _identifier(concept.term, ids), dialect) for concept in concepts)
    text = document(root, body, entries)
    broken = sum("\n" in text for concept in concepts for text in _texts(concept))
    return Writing(text, Counter({"line breaks within terms": broken} if broken else {}))


def _texts(concept: Concept) -> Iterable[str]:
    return (concept.term.text, *(entry.rendering.text for entry in concept.entries.values()))


def _identifier(term: Term, taken: Counter[str]) -> str:
    """Return an XML name that stays the same between exports; Weblate shows it as the context."""
    name = re.sub(r"[^A-Za-z0-9.-]+", "_", f"{term.context}.{term.text}")
    taken[name] += 1
    return name if taken[name] == 1 else _identifier(Term(term.context, f"{term.text}.{taken[name]}"), taken)


def _entry(concept: Concept, identifier: str, dialect: _Dialect) -> ElementTree.Element:
    term = concept.term
    entry = ElementTree.Element(dialect.concept, id=identifier)
    add(entry, "descrip", term.context, type="subjectField")
    facts = term_facts(term)
    facts.pop("alias", None)
    if not term.translate and dialect is _V2:
        add(entry, "descrip", "No", type=_UNTRANSLATED)
        del facts["translate"]
    _add_notes(entry, facts)
    part = dialect.proper_noun if term.context.partition("/")[0] in _NAMES else "noun"
    section = add(entry, dialect.language, lang=SOURCE_LANGUAGE)
    _add_word(section, term.text, part, _PREFERRED, dialect)
    for alias in term.aliases:
        _add_word(section, alias, part, _ADMITTED, dialect, variant=True)
    for code, target in concept.entries.items():
        _add_target(add(entry, dialect.language, lang=code), target, part, dialect)
    return entry


def _add_target(section: ElementTree.Element, entry: Entry, part: str, dialect: _Dialect) -> None:
    rendering = entry.rendering
    word = _add_word(section, rendering.text, part, _STATUSES.get(entry.state), dialect)
    features = dict(rendering.morph)
    if gender := _GENDERS.get(features.get("Gender", "")):
        del features["Gender"]
        add(word, "termNote", gender, type="grammaticalGender")
    for text in rendering.sources:
        add(word, "admin", text, type="source")
    morph = " ".join(f"{name}={value}" for name, value in features.items())
    forms = facts_of(entry).get("form", [])
    _add_notes(word, {"morph": [morph] if morph else [], "form": forms})
    for text in rendering.admitted:
        _add_word(section, text, part, _ADMITTED, dialect)
    for text in rendering.forbidden:
        _add_word(section, text, part, _DEPRECATED, dialect)


def _add_word(
    section: ElementTree.Element,
    text: str,
    part: str,
    status: str | None,
    dialect: _Dialect,
    *,
    variant: bool = False,
) -> ElementTree.Element:
    word = add(section, dialect.term)
    add(word, "term", text)
    add(word, "termNote", part, type="partOfSpeech")
    if status:
        add(word, "termNote", status, type="administrativeStatus")
    if variant:
        add(word, "termNote", "variant", type="termType")
    return word


def _add_notes(element: ElementTree.Element, facts: Facts) -> None:
    """Add the facts as notes; a remark stands as it is, unless it looks like another fact."""
    for key, values in facts.items():
        for value in values:
            plain = key == "note" and not _KEY.fullmatch(value)
            add(element, "note", value if plain else f"{key}: {value}")


TBX2 = Format("TBX v2", _read, partial(_write, dialect=_V2))
TBX3 = Format("TBX v3", _read, partial(_write, dialect=_V3))
