"""JSON: every fact of a concept, lossless, and versioned.

    {"version": 1, "concepts": [
     {"context": "person", "term": "Putin", "aliases": [], "match": "case", "translate": true, "notes": [],
      "languages": {"ru": {"rendering": "Путин", "state": "approved", "admitted": [], "forbidden": [],
       "forms": [{"features": {"Case": "Gen"}, "text": "Путина"}], "morph": {"Gender": "Masc"},
       "sources": []}}}]}

`match` is `case`, `nocase` or null. Every key is required: a misspelt one is not taken for an absent fact.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeVar
from unicodedata import normalize

from glossary.catalog.keys import TARGET_KEYS, TERM_KEYS
from glossary.documents.files import STDIN, Source
from glossary.errors import DocumentError
from glossary.exchange.concepts import Concept, Format, Reading, Writing
from glossary.model import Entry, Features, Form, Kind, Rendering, State, Term

VERSION = 1

_MATCH: dict[str | None, bool | None] = {None: None, "case": True, "nocase": False}
_CASES = {value: name for name, value in _MATCH.items()}
_STATES = {state.value: state for state in State}

_Choice = TypeVar("_Choice")


def _read(source: Source, _language: str) -> Reading:
    """Return the concepts of the file. Raises DocumentError that names the line or the value at fault."""
    try:
        file = _Value(json.loads(source.text), "the file")
        if file.fields().get("version", _Value(None, "")).raw != VERSION:
            file.refuse(f'an object with "version": {VERSION}')
        concepts = [_concept(value, source) for value in file.get("concepts").items()]
    except json.JSONDecodeError as error:
        raise _refused(f"not JSON: {error.msg}", source, error.lineno) from error
    except RecursionError as error:
        raise _refused("not JSON: nested too deeply", source) from error
    except _MisshapenError as error:
        raise _refused(str(error), source) from error
    languages = {code for concept in concepts for code in concept.entries}
    says = {f"{code}.{key}" for code in languages for key in ("state", *TARGET_KEYS)}
    return Reading(concepts, frozenset({*TERM_KEYS, *says}), Counter())


def _refused(message: str, source: Source, line: int | None = None) -> DocumentError:
    return DocumentError(message, path=source.path or STDIN, line=line, remedy="compare it with an export")


class _MisshapenError(Exception):
    """A value that is not of the type it should be."""


class _Value:
    """A JSON value that knows its place in the file (`concepts[3].term`), for messages."""

    def __init__(self, raw: object, place: str) -> None:
        self.raw = raw
        self._place = place

    def refuse(self, expected: str) -> NoReturn:
        raise _MisshapenError(f"{self._place} is not {expected}")

    def fields(self) -> dict[str, _Value]:
        if not isinstance(self.raw, dict):
            self.refuse("an object")
        prefix = "" if self._place == "the file" else f"{self._place}."
        return {key: _Value(value, prefix + key) for key, value in self.raw.items()}

    def get(self, key: str) -> _Value:
        fields = self.fields()
        if key not in fields:
            self.refuse(f"complete: {key} is missing")
        return fields[key]

    def items(self) -> list[_Value]:
        if not isinstance(self.raw, list):
            self.refuse("a list")
        return [_Value(item, f"{self._place}[{index}]") for index, item in enumerate(self.raw)]

    def text(self) -> str:
        if not isinstance(self.raw, str):
            self.refuse("a text")
        return normalize("NFC", self.raw)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def features(self) -> Features:
        return tuple(sorted((name, value.text()) for name, value in self.fields().items()))

    def choice(self, choices: Mapping[str | None, _Choice] | Mapping[str, _Choice]) -> _Choice:
        chosen = [value for name, value in choices.items() if self.raw == name]
        if not chosen:
            self.refuse(f"one of {', '.join(json.dumps(name) for name in choices)}")
        return chosen[0]

    def truth(self) -> bool:
        if not isinstance(self.raw, bool):
            self.refuse("true or false")
        return self.raw


def _concept(value: _Value, source: Source) -> Concept:
    context, text = value.get("context"), value.get("term")
    if context.text().partition("/")[0] not in frozenset(Kind):
        context.refuse(f"one of {', '.join(Kind)}, with or without a /qualifier")
    if not text.text():
        text.refuse("a term, but empty")
    term = Term(
        context.text(),
        text.text(),
        aliases=value.get("aliases").texts(),
        match_case=value.get("match").choice(_MATCH),
        translate=value.get("translate").truth(),
        notes=value.get("notes").texts(),
    )
    languages = value.get("languages").fields()
    return Concept(term, {code: _entry(term, entry, source) for code, entry in languages.items()})


def _entry(term: Term, value: _Value, source: Source) -> Entry:
    rendering = Rendering(
        value.get("rendering").text(),
        admitted=value.get("admitted").texts(),
        forbidden=value.get("forbidden").texts(),
        forms=tuple(
            Form(v.get("features").features(), v.get("text").text()) for v in value.get("forms").items()
        ),
        morph=value.get("morph").features(),
        sources=value.get("sources").texts(),
    )
    state = value.get("state").choice(_STATES)
    settled = state in (State.APPROVED, State.UNTRANSLATED)
    if settled and (state is State.APPROVED) != bool(rendering.text):
        value.refuse(f"{state}, for it {'has a' if rendering.text else 'lacks its'} rendering")
    return Entry(term, rendering, state, source.path)


def _write(concepts: Sequence[Concept], _languages: Sequence[str]) -> Writing:
    """Return the concepts as JSON, one a line, so that versions of the file compare line by line."""
    lines = ",\n".join(json.dumps(_object(concept), ensure_ascii=False) for concept in concepts)
    return Writing(f'{{"version": {VERSION}, "concepts": [\n{lines}\n]}}\n', Counter())


def _object(concept: Concept) -> dict[str, object]:
    term = concept.term
    return {
        "context": term.context,
        "term": term.text,
        "aliases": term.aliases,
        "match": _CASES[term.match_case],
        "translate": term.translate,
        "notes": term.notes,
        "languages": {code: rendering_object(entry) for code, entry in concept.entries.items()},
    }


def rendering_object(entry: Entry) -> dict[str, object]:
    """Return what a language has of a term as JSON has it: its rendering with every fact, and its state."""
    rendering = entry.rendering
    return {
        "rendering": rendering.text,
        "state": entry.state.value,
        "admitted": rendering.admitted,
        "forbidden": rendering.forbidden,
        "forms": [{"features": dict(form.features), "text": form.text} for form in rendering.forms],
        "morph": dict(rendering.morph),
        "sources": rendering.sources,
    }


JSON = Format("JSON", _read, _write)
