"""What the glossary allows and forbids in one language: every form of every rendering, made once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from glossary.model import Entry, Features, Form, Kind
from glossary.text import TargetLanguage, target_language


class Variant(NamedTuple):
    """One form of a rendering as it is compared, `folded` with letter case aside."""

    skeleton: str
    folded: str
    form: Form
    rendering: str


class Found(NamedTuple):
    """A variant at code points `start` to `end` of a text."""

    start: int
    end: int
    variant: Variant


class _Compared(NamedTuple):
    """A text as it is compared, also with letter case aside, and the offset that each character came from."""

    skeleton: str
    folded: str
    offsets: list[int]


def lower(text: str) -> str:
    """Return `text` in lower case, character by character, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Lexicon:
    """The forms of entries in one target language."""

    def __init__(self, language: str) -> None:
        self.rules: TargetLanguage = target_language(language)
        self._forms: dict[tuple[str, str], tuple[Form, ...]] = {}
        self._own: dict[tuple[str, str], tuple[Variant, ...]] = {}
        self._approved: dict[tuple[str, str], tuple[Variant, ...]] = {}
        self._forbidden: dict[tuple[str, str], tuple[Variant, ...]] = {}
        self._case_scores = lru_cache(maxsize=64)(self.rules.case_scores)
        self._compared = lru_cache(maxsize=256)(self._comparison)
        self._onsets = lru_cache(maxsize=4096)(self._words_begin)

    def forms(self, entry: Entry) -> tuple[Form, ...]:
        """Return the paradigm of the preferred rendering, citation form first."""
        if entry.identity not in self._forms:
            self._forms[entry.identity] = self.rules.paradigm(entry.rendering, entry.term.kind)
        return self._forms[entry.identity]

    def approved(self, entry: Entry) -> tuple[Variant, ...]:
        """Return every form of the preferred rendering and of the admitted ones."""
        if entry.identity not in self._approved:
            admitted = self._others(entry, entry.rendering.admitted)
            self._approved[entry.identity] = (*self._preferred(entry), *admitted)
        return self._approved[entry.identity]

    def approved_in(self, text: str, entry: Entry) -> list[Found]:
        """Return where `text` has approved renderings; admitted ones take forms only where they may begin."""
        admitted = self._may_begin(text, entry.rendering.admitted)
        return self.find(text, self.approved(entry) if admitted else self._preferred(entry))

    def forbidden(self, entry: Entry) -> tuple[Variant, ...]:
        """Return every form of the renderings that are never accepted and are no approved form."""
        if entry.identity not in self._forbidden:
            approved = {v.skeleton for v in self.approved(entry)}
            others = self._others(entry, entry.rendering.forbidden)
            self._forbidden[entry.identity] = tuple(v for v in others if v.skeleton not in approved)
        return self._forbidden[entry.identity]

    def forbidden_in(self, text: str, entry: Entry) -> list[Found]:
        """Return where `text` has forbidden renderings; their forms are made only where one may begin."""
        possible = self._may_begin(text, entry.rendering.forbidden)
        return self.find(text, self.forbidden(entry)) if possible else []

    def form(self, entry: Entry, case: str, *, plural: bool) -> Form:
        """Return the form for a UD case (`Nom`, `Gen` …) and number; the nearest one there is."""
        number = "Plur" if plural else "Sing"
        forms = self.forms(entry)

        def likeness(form: Form) -> tuple[bool, bool]:
            features = dict(form.features)
            return features.get("Number", number) == number, features.get("Case", case) == case

        return max(forms, key=likeness)

    def gender(self, entry: Entry) -> str:
        """Return the gender that words agree with: `Masc`, `Fem`, `Neut`, or `Plur` for plurals by nature."""
        if feature(self.forms(entry)[0].features, "Number") == "Plur":
            return "Plur"
        return self.rules.grammatical_gender(entry.rendering, entry.term.kind)

    def known_gender(self, entry: Entry) -> str:
        """Return the gender of the preferred rendering, empty where nobody is sure."""
        return self.rules.known_gender(entry.rendering, entry.term.kind) or ""

    def case_scores(self, entry: Entry, before: str, after: str) -> dict[str, float]:
        """Return how likely each UD case is between two stretches of text; nothing where no rule can tell."""
        return self._case_scores(before, after, entry.term.kind, self.gender(entry))

    def _preferred(self, entry: Entry) -> tuple[Variant, ...]:
        if entry.identity not in self._own:
            variants = tuple(self._variant(form, entry.rendering.text) for form in self.forms(entry))
            self._own[entry.identity] = variants
        return self._own[entry.identity]

    def _may_begin(self, text: str, renderings: Iterable[str]) -> bool:
        """Return whether the words of one of the renderings may begin in a text."""
        folded = self._compared(text).folded
        return any(all(onset in folded for onset in self._onsets(r)) for r in renderings)

    def _others(self, entry: Entry, texts: tuple[str, ...]) -> Iterator[Variant]:
        # Gender and the like describe the preferred words; of a person or an office they hold for all.
        kept = ("Gender", "Animacy") if entry.term.kind in (Kind.PERSON, Kind.TITLE) else ()
        morph = tuple((name, value) for name, value in entry.rendering.morph if name in kept)
        for text in texts:
            rendering = replace(entry.rendering, text=text, forms=(), morph=morph)
            for form in self.rules.paradigm(rendering, entry.term.kind):
                yield self._variant(form, text)

    def _variant(self, form: Form, rendering: str) -> Variant:
        skeleton, folded, _ = self._comparison(form.text)
        return Variant(skeleton, folded, form, rendering)

    def _comparison(self, text: str) -> _Compared:
        skeleton, offsets = self.rules.skeleton(text)
        return _Compared(skeleton, lower(skeleton), offsets)

    def _words_begin(self, rendering: str) -> tuple[str, ...]:
        """Return how each word of a rendering begins in all of its forms."""
        return tuple(self.rules.onset(word) for word in self._comparison(rendering).folded.split())

    def readings(self, words: str, variants: tuple[Variant, ...]) -> list[Variant]:
        """Return the variants that words of a text are, letter case aside."""
        folded = self._compared(words).folded
        return [variant for variant in variants if variant.folded == folded]

    def find(self, text: str, variants: tuple[Variant, ...]) -> list[Found]:
        """Return where whole words of `text` are one of the variants, in order of position.

        A capital of the variant must be one in the text, but for the first one of a phrase; a small letter
        may be either.
        """
        skeleton, folded, offsets = self._compared(text)
        found: dict[tuple[int, int], Variant] = {}
        for variant in variants:
            at = folded.find(variant.folded) if variant.folded else -1
            while at >= 0:
                stop = at + len(variant.folded)
                span = offsets[at], self._end(text, offsets[stop - 1] + 1)
                if _capitals_stand(variant.skeleton, skeleton[at:stop]) and self._is_whole(text, *span):
                    found.setdefault(span, variant)
                at = folded.find(variant.folded, at + 1)
        return [Found(start, end, v) for (start, end), v in sorted(found.items(), key=lambda item: item[0])]

    def _end(self, text: str, end: int) -> int:
        """Return `end` moved past marks that the skeleton leaves out."""
        while end < len(text) and not text[end].isspace() and not self._counts(text[end - 1 : end + 1]):
            end += 1
        return end

    def _counts(self, pair: str) -> bool:
        """Return whether the second of two characters leaves a trace in the skeleton."""
        return self.rules.skeleton(pair)[0] != self.rules.skeleton(pair[0])[0]

    def _is_whole(self, text: str, start: int, end: int) -> bool:
        word = self.rules.is_word
        before, after = text[:start][-2:], text[end : end + 2]
        if (before and word(before[-1])) or (after and word(after[0])):
            return False
        joined_before = len(before) == 2 and before[-1] in "-‐‑" and word(before[0])
        joined_after = len(after) == 2 and after[0] in "-‐‑" and word(after[1])
        return not joined_before and not joined_after


def _capitals_stand(wanted: str, actual: str) -> bool:
    """Return whether every capital that is wanted is there.

    The first one of a phrase that goes on in small letters is left to house style: Министерство обороны,
    министерство обороны.
    """
    _, blank, rest = wanted.partition(" ")
    free = bool(blank) and rest[:1].islower()
    return all(a == w or not w.isupper() for w, a in zip(wanted[free:], actual[free:], strict=True))


def feature(features: Features, name: str) -> str:
    """Return the value of a UD feature, or an empty string."""
    return dict(features).get(name, "")
