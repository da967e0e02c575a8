"""Rules for grammatical features and the forms that are written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.lint.sources import Problem, Scope, Source
from glossary.model import Entry, Features, Form, State
from glossary.text import target_language
from glossary.text.romanization import consonants

_GENERIC: dict[str, frozenset[str]] = {
    "Animacy": frozenset({"Anim", "Hum", "Inan", "Nhum"}),
    "Case": frozenset(
        "Abs Acc Erg Nom Abe Ben Cau Cmp Cns Com Dat Dis Equ Gen Ins Par Tem Voc"
        " Abl Add Ade All Del Ela Ess Ill Ine Lat Loc Per Sbe Sbl Spl Sub Sup Ter Tra".split()
    ),
    "Definite": frozenset({"Com", "Cons", "Def", "Ind", "Spec"}),
    "Gender": frozenset({"Com", "Fem", "Masc", "Neut"}),
    "Indecl": frozenset({"Yes"}),
    "Number": frozenset(
        {"Coll", "Count", "Dual", "Grpa", "Grpl", "Inv", "Pauc", "Plur", "Ptan", "Sing", "Tri"}
    ),
}
"""Nominal features of Universal Dependencies with their values, and this library's own `Indecl`."""

_OF_LANGUAGE: dict[str, dict[str, frozenset[str]]] = {
    "ru": {
        "Animacy": frozenset({"Anim", "Inan"}),
        "Case": frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Par", "Voc"}),
        "Gender": frozenset({"Masc", "Fem", "Neut"}),
        "Indecl": frozenset({"Yes"}),
        "Number": frozenset({"Sing", "Plur"}),
    },
    "ur": {
        "Animacy": frozenset({"Anim", "Inan"}),
        "Case": frozenset({"Nom", "Acc", "Voc"}),  # direct, oblique, vocative
        "Gender": frozenset({"Masc", "Fem"}),
        "Indecl": frozenset({"Yes"}),
        "Number": frozenset({"Sing", "Plur"}),
    },
}

_WEAK = {"ru": str.maketrans("", "", "ьъ"), "ur": str.maketrans("", "", "v")}
"""What comes and goes within a word and is no part of its stem: Лев, Льва; خاتون, خواتین."""


def unknown_feature(scope: Scope) -> Iterator[Problem]:
    """A `form` or `morph` line has a feature, or a value of one, that the language does not have.

    Names are those of Universal Dependencies: `Case=Gen Number=Plur`. The Urdu oblique is `Case=Acc`.
    """
    for source, entry in _with_features(scope):
        known = _OF_LANGUAGE.get(source.language, _GENERIC)
        for key, features in (
            ("morph", entry.rendering.morph),
            *(("form", f.features) for f in entry.rendering.forms),
        ):
            for name, value in features:
                if not set(value.split(",")) <= known.get(name.partition("[")[0], frozenset()):
                    what = f"{source.language or 'the language'} has no {name}={value}"
                    yield source.problem(entry, what, key, f"{name}={value}")


def other_citation(scope: Scope) -> Iterator[Problem]:
    """A form by hand is the citation form, and yet not the `msgstr`.

    The nominative singular (of a plural rendering: the nominative plural) is the `msgstr` itself. A spelling
    that is accepted beside it is `admitted`.
    """
    for source, entry in _with_forms(scope):
        rendering = entry.rendering
        number = dict(rendering.morph).get("Number", "Sing")
        for form in rendering.forms:
            features = {"Case": "Nom", "Number": number, **dict(form.features)}
            if (features["Case"], features["Number"]) == ("Nom", number) and form.text != rendering.text:
                message = f"“{form.text}” has the features of the citation form, “{rendering.text}”"
                yield source.problem(entry, message, "form", form.text)


def other_stem(scope: Scope) -> Iterator[Problem]:
    """A form by hand shares no stem with the `msgstr` or an admitted rendering: perhaps it is another term's.

    Word by word, or as a whole where the number of words differs, the first two consonants are compared.
    Suppletive plurals (человек, люди) look like a mistake to this rule.
    """
    for source, entry in _with_forms(scope):
        lemmas = (entry.rendering.text, *entry.rendering.admitted)
        for form in entry.rendering.forms:
            if not any(_share_stems(form.text, lemma, source.language) for lemma in lemmas):
                message = f"the form “{form.text}” shares no stem with “{entry.rendering.text}”"
                yield source.problem(entry, message, "form", form.text)


def needless_form(scope: Scope) -> Iterator[Problem]:
    """A form by hand merely repeats what the rules of the language make; the line can go."""
    for source, entry in _with_forms(scope):
        for form in _repeated(source, entry):
            message = f"the form “{form.text}” is what the rules make (delete the line)"
            yield source.problem(entry, message, "form", form.text)


def _with_features(scope: Scope) -> Iterator[tuple[Source, Entry]]:
    for source in scope.catalogs:
        for entry in source.live:
            if entry.rendering.morph or entry.rendering.forms:
                yield source, entry


def _with_forms(scope: Scope) -> Iterator[tuple[Source, Entry]]:
    for source in scope.catalogs:
        for entry in source.live:
            if entry.rendering.forms and entry.state is not State.UNTRANSLATED:
                yield source, entry


def _share_stems(form: str, lemma: str, language: str) -> bool:
    pairs = list(zip(form.split(), lemma.split(), strict=False))
    if len(form.split()) != len(lemma.split()):
        pairs = [(form, lemma)]
    weak = _WEAK.get(language, {})
    stems = [(consonants(a).translate(weak), consonants(b).translate(weak)) for a, b in pairs]
    return all(a[:size] == b[:size] for a, b in stems for size in [min(2, len(a), len(b))])


def _repeated(source: Source, entry: Entry) -> list[Form]:
    """The forms by hand that the rules make as well; of several with the same features, all of them."""
    rules = target_language(source.language)
    made = rules.paradigm(replace(entry.rendering, forms=()), entry.term.kind)
    number = dict(made[0].features).get("Number", "Sing")
    by_rule = _by_features(made, number)
    by_hand = _by_features(entry.rendering.forms, number)
    same = {features for features, texts in by_hand.items() if by_rule.get(features) == texts}
    return [form for form in entry.rendering.forms if _completed(form.features, number) in same]


def _by_features(forms: tuple[Form, ...], number: str) -> dict[Features, list[str]]:
    texts: dict[Features, list[str]] = {}
    for form in forms:
        texts.setdefault(_completed(form.features, number), []).append(form.text)
    return texts


def _completed(features: Features, number: str) -> Features:
    return tuple(sorted({"Case": "Nom", "Number": number, **dict(features)}.items()))
