"""The facts of an entry as comment lines: `key: value`, one a line, in both directions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from glossary.model import Entry, Features, Form, Rendering, Term


class _Key(NamedTuple):
    marker: str
    example: str


# In the order in which they are written; gettext prints translator comments (`#`) before extracted ones.
KEYS = {
    "morph": _Key("#", "Gender=Masc Animacy=Anim"),
    "form": _Key("#", "Case=Gen = …"),
    "admitted": _Key("#", "A | B"),
    "forbidden": _Key("#", "A | B"),
    "source": _Key("#", "…"),
    "match": _Key("#.", "case` or `nocase"),
    "alias": _Key("#.", "A | B"),
    "translate": _Key("#.", "no"),
    "note": _Key("#.", "…"),
}

TERM_KEYS = tuple(key for key in KEYS if KEYS[key].marker == "#.")
"""The facts that hold for every language, as catalogs spell their names."""
TARGET_KEYS = tuple(key for key in KEYS if key not in TERM_KEYS)
"""The facts that hold for one target language."""

_KEY_LINE = re.compile(r"^[ \t]*(?:#~[ \t]*)?(#\.|#(?=[ \t]))[ \t]*([a-z]+):(.*)", re.MULTILINE)
_FEATURE = re.compile(r"[A-Z]\w*(?:\[[a-z]+\])?=[A-Z0-9][\w,]*", re.ASCII)

_Default = TypeVar("_Default", bool, None)

Facts = dict[str, list[str]]
"""The values of each key that an entry has, as written, in their order."""


class MalformedValueError(ValueError):
    """A value that its key cannot have; `remedy` says what it can."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__(f"malformed `{key}: {value}`")
        self.key = key
        self.value = value
        self.remedy = f"write `{KEYS[key].marker} {key}: {KEYS[key].example}`, or delete the line"


def read_facts(comments: str) -> Facts:
    """The known keys among the comment lines, with their values stripped and in NFC."""
    facts: Facts = {}
    for marker, key, value in _KEY_LINE.findall(normalize("NFC", comments)):
        if key in KEYS and KEYS[key].marker == marker:
            facts.setdefault(key, []).append(value.strip())
    return facts


def key_of(line: str) -> str | None:
    """The known key that a comment line gives a value to, or None."""
    return next(iter(read_facts(line)), None)


def term_of(context: str, text: str, facts: Facts) -> Term:
    """The language-neutral half of an entry. Raises MalformedValueError."""
    if not facts:
        return Term(context, text)
    return Term(
        context,
        text,
        aliases=_items("alias", facts),
        match_case=_choice("match", facts, {"case": True, "nocase": False}, None),
        translate=_choice("translate", facts, {"no": False}, True),
        notes=_lines("note", facts),
    )


def rendering_of(text: str, facts: Facts) -> Rendering:
    """The target-language half of an entry. Raises MalformedValueError."""
    if not facts:
        return Rendering(text)
    return Rendering(
        text,
        admitted=_items("admitted", facts),
        forbidden=_items("forbidden", facts),
        forms=tuple(_form(value) for value in facts.get("form", [])),
        morph=_morph(facts),
        sources=_lines("source", facts),
    )


def key_lines(entry: Entry) -> dict[str, list[str]]:
    """The comment lines of each key, in writing order. Raises MalformedValueError if no line can hold it."""
    term, rendering = entry.term, entry.rendering
    values = {
        "morph": [_joined_features("morph", rendering.morph)] if rendering.morph else [],
        "form": [_joined_form(form) for form in rendering.forms],
        "admitted": _joined_items("admitted", rendering.admitted),
        "forbidden": _joined_items("forbidden", rendering.forbidden),
        "source": rendering.sources,
        "match": [] if term.match_case is None else ["case" if term.match_case else "nocase"],
        "alias": _joined_items("alias", term.aliases),
        "translate": [] if term.translate else ["no"],
        "note": term.notes,
    }
    return {key: [f"{KEYS[key].marker} {key}: {_one_line(key, v)}" for v in values[key]] for key in KEYS}


def _items(key: str, facts: Facts) -> tuple[str, ...]:
    items: list[str] = []
    for value in facts.get(key, []):
        parts = [part.strip() for part in value.split("|")]
        if not all(parts):
            raise MalformedValueError(key, value)
        items += parts
    return tuple(items)


def _lines(key: str, facts: Facts) -> tuple[str, ...]:
    values = facts.get(key, [])
    if not all(values):
        raise MalformedValueError(key, "")
    return tuple(values)


def _choice(key: str, facts: Facts, choices: dict[str, bool], default: _Default) -> bool | _Default:
    values = facts.get(key, [])
    for value in values:
        if value not in choices or value != values[0]:
            raise MalformedValueError(key, value)
    return choices[values[0]] if values else default


def _form(value: str) -> Form:
    names, equals, text = value.partition(" = ")
    features = _features(names.strip()) if equals else None
    if features is None:
        raise MalformedValueError("form", value)
    return Form(features, text.strip())


def _morph(facts: Facts) -> Features:
    values = facts.get("morph", [])
    features = _features(" ".join(values)) if values else ()
    if features is None:
        raise MalformedValueError("morph", values[0])
    return features


@lru_cache(maxsize=1024)  # a language has few feature sets, a catalog has them thousands of times
def _features(value: str) -> Features | None:
    """The features sorted by name, or None where `value` is malformed or names a feature twice."""
    pairs = re.split(r"[\s|]+", value)
    if not all(map(_FEATURE.fullmatch, pairs)):
        return None
    features = sorted((name, value) for name, _, value in (pair.partition("=") for pair in pairs))
    return tuple(features) if len(dict(features)) == len(features) else None


def _joined_items(key: str, items: tuple[str, ...]) -> list[str]:
    for item in items:
        if "|" in item or not item.strip():
            raise MalformedValueError(key, item)
    return [" | ".join(items)] if items else []


def _joined_form(form: Form) -> str:
    return f"{_joined_features('form', form.features)} = {_one_line('form', form.text)}"


def _joined_features(key: str, features: Features) -> str:
    joined = " ".join(f"{name}={value}" for name, value in sorted(features))
    if _features(joined) is None:
        raise MalformedValueError(key, joined)
    return joined


def _one_line(key: str, value: str) -> str:
    line = normalize("NFC", value).strip()
    if not line or len(line.splitlines()) > 1:
        raise MalformedValueError(key, value)
    return line
