"""DeepL's glossary TSV: a term, a tab and its rendering a line, in one language.

DeepL takes no term twice, no control character and no blank at an edge, so a homonym keeps its first kind.
Only approved renderings are written; a term that is not to be translated stands on both sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from unicodedata import normalize

from glossary.documents.files import Source
from glossary.exchange.concepts import (
    PLURALS,
    Concept,
    Format,
    Place,
    Reading,
    Writing,
    counted,
    entry_from,
    facts_of,
    term_from,
)
from glossary.model import Entry, State

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|^\s|\s$")


def _read(source: Source, language: str) -> Reading:
    """Return the pairs of the file as fuzzy entries. Raises DocumentError with the line of what is none."""
    concepts = []
    for number, line in enumerate(normalize("NFC", source.text).replace("\r\n", "\n").split("\n"), 1):
        place = Place(source.path, number)
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != 2 or not all(cell.strip() for cell in cells):
            raise place.error("not a term, a tab and its rendering", "write both, with one tab between them")
        term = term_from("", cells[0].strip(), {}, place)
        concepts.append(Concept(term, {language: entry_from(term, cells[1].strip(), {}, None, place)}))
    return Reading(concepts, frozenset(), Counter())


def _write(concepts: Sequence[Concept], languages: Sequence[str]) -> Writing:
    """Return the approved pairs of the language, and the number of facts that are lost on the way."""
    pairs: dict[str, str] = {}
    left_out: Counter[str] = Counter()
    for entry in chain.from_iterable(concept.entries.values() for concept in concepts):
        left_out["context"] += 1
        left_out.update(counted(facts_of(entry)))
        if why := _unfit(entry, pairs):
            left_out[why] += 1
        else:
            pairs[entry.term.text] = _target(entry)
    names = Counter(
        {PLURALS.get(name, name): left_out[name] for name in (*PLURALS, *left_out) if left_out[name]}
    )
    return Writing("".join(f"{term}\t{target}\n" for term, target in pairs.items()), names)


def _unfit(entry: Entry, pairs: dict[str, str]) -> str:
    """Return what kind of entry DeepL cannot have it is, or an empty string."""
    if entry.state is not State.APPROVED and entry.term.translate:
        return "entries that are not approved"
    if entry.term.text in pairs:
        return "homonyms"
    return "line breaks" if _UNFIT.search(entry.term.text) or _UNFIT.search(_target(entry)) else ""


def _target(entry: Entry) -> str:
    return entry.rendering.text if entry.term.translate else entry.rendering.text or entry.term.text


DEEPL = Format("DeepL TSV", _read, _write, bilingual=True)
