"""The evaluation sets, in the folder that DRAGOMAN_EVAL names. Nothing of them may be trained on."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from glossary.model import Entry, Rendering, Term
from tools.starter.marks import plain, read

Json = dict[str, Any]
_WORDS = 5  # shorter sentences are everybody's


class Sentence(NamedTuple):
    """A sentence, its reference, and its gold terms (wire alone): the facts of each occurrence, in order."""

    source: str
    reference: str
    terms: tuple[Json, ...] = ()


def folder() -> Path | None:
    """Return the folder of the evaluation sets, or None where none is named."""
    name = os.environ.get("DRAGOMAN_EVAL")
    return Path(name) if name else None


def wire(sets: Path, language: str) -> list[Sentence]:
    """Return the sentences of the wire articles."""
    articles = [_json(path) for path in sorted((sets / "wire").glob("[0-9]*.json"))]
    return [
        Sentence(s["en"], s[language], tuple(s["terms"]))
        for article in articles
        for s in article["sentences"]
    ]


def gold_glossary(sets: Path, language: str) -> list[Entry]:
    """Return the glossary of the wire articles; common-noun bodies (embassies) are free in letter case."""
    return [_entry(term, language) for term in _json(sets / "wire" / "glossary.json")]


def _entry(facts: Json, language: str) -> Entry:
    text = facts["lemma_en"]
    common = facts["kind"] == "organization" and text.endswith(("Ministry", "Embassy"))
    rendering = Rendering(
        facts[f"{language}_base"],
        admitted=tuple(facts[f"{language}_alternatives"]),
        forbidden=tuple(facts[f"{language}_wrong"]),
    )
    term = Term(facts["kind"], text, tuple(facts.get("aliases", ())), match_case=False if common else None)
    return Entry(term, rendering)


def ntrex(sets: Path, language: str) -> list[Sentence]:
    """Return the news sentences of NTREX."""
    cells = (line.split("\t") for line in _lines(sets / f"ntrex.dev.en-{language}.tsv"))
    return [Sentence(source.strip(), reference.strip()) for source, reference, *_ in cells]


def tico19(sets: Path, language: str) -> list[Sentence]:
    """Return the sentences about health of TICO-19."""
    facts = (json.loads(line) for line in _lines(sets / f"tico19.dev.en-{language}.jsonl"))
    return [Sentence(f["en"], f[language]) for f in facts]


def fingerprints(sets: Path, language: str) -> frozenset[str]:
    """Return every evaluation sentence of five words or more, English and target, as it is compared."""
    sentences = (*wire(sets, language), *ntrex(sets, language), *tico19(sets, language))
    texts = [text for s in sentences for text in (s.source, s.reference)]
    column = {"ru": 1, "ur": 2}[language]
    for line in _lines(sets / "marked.dev.tsv"):
        cells = line.split("\t")
        texts += [plain(read(cells[0])), plain(read(cells[column]))]
    return frozenset(fingerprint(text) for text in texts if len(text.split()) >= _WORDS)


def fingerprint(text: str) -> str:
    """Return the letters and digits of a text, capitals aside."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _json(path: Path) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from (line.rstrip("\r\n") for line in lines)
