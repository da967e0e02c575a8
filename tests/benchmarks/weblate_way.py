"""A minimal checker in the way of Weblate's glossary check, for comparison: one process, findings as JSON.

    python tests/benchmarks/weblate_way.py GLOSSARY LANGUAGE FOLDER FINDINGS

An Aho-Corasick automaton of the terms in lower case finds those of a source line that end at word boundaries.
A term is missing where the translation has none of its renderings, each as it is in the catalog, between word
boundaries; forbidden renderings are found in the same way.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import ahocorasick_rs

from glossary import catalog
from glossary.model import Rendering


def main(glossary: str, language: str, folder: str, findings: str) -> None:
    """Write what is found as rows of file name, line number and term."""
    terms: defaultdict[str, list[Rendering]] = defaultdict(list)
    for entry in catalog.load_glossary([Path(glossary)], language).enforced:
        for text in (entry.term.text, *entry.term.aliases):
            terms[text.lower()].append(entry.rendering)
    names = list(terms)
    automaton = ahocorasick_rs.AhoCorasick(names, store_patterns=False)
    found = []
    for source in sorted(Path(folder).glob("*.en.txt")):
        target = source.with_name(source.name.replace(".en.", f".{language}."))
        lines = zip(_lines(source), _lines(target), strict=True)
        for number, (original, translation) in enumerate(lines, start=1):
            lower = original.lower()
            places = automaton.find_matches_as_indexes(lower, overlapping=True)
            for term in sorted({names[i] for i, start, end in places if _is_whole(lower, start, end)}):
                found += [(target.name, number, term)] * _wrongs(terms[term], translation)
    Path(findings).write_text(json.dumps(found), encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _is_whole(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def _wrongs(renderings: Iterable[Rendering], translation: str) -> int:
    """Return how many things are wrong about a term: it is missing, and each forbidden rendering used."""
    accepted = (text for r in renderings for text in (r.text, *r.admitted))
    forbidden = sum(_stands_in(text, translation) for r in renderings for text in r.forbidden)
    return forbidden + (not any(_stands_in(text, translation) for text in accepted))


def _stands_in(text: str, translation: str) -> bool:
    return bool(re.search(rf"\b{re.escape(text)}\b", translation, re.IGNORECASE))


if __name__ == "__main__":
    main(*sys.argv[1:])
