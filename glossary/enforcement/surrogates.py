"""Surrogates: carriers for engines that know none.

A term travels as a frequent word of the same kind, gender and number, which every engine translates; the form
in which that comes back tells the case of the hole, and the term takes its place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from glossary.enforcement.assignment import longest
from glossary.enforcement.draft import Draft, Outcome, Sentence, Slot
from glossary.enforcement.lexicon import Lexicon, feature
from glossary.model import Entry, Kind, Match, Rendering, Term

_WORDS = {
    "ru": {
        (Kind.PERSON, "Masc"): {"Ivan": "Иван", "Boris": "Борис", "Viktor": "Виктор", "Maxim": "Максим"},
        (Kind.PERSON, "Fem"): {"Anna": "Анна", "Maria": "Мария", "Irina": "Ирина"},
        (Kind.PLACE, "Masc"): {"London": "Лондон", "Paris": "Париж", "Berlin": "Берлин", "Rome": "Рим"},
        (Kind.PLACE, "Fem"): {"Moscow": "Москва", "Prague": "Прага", "Vienna": "Вена", "Italy": "Италия"},
        (Kind.TITLE, "Masc"): {"doctor": "врач", "lawyer": "адвокат", "engineer": "инженер"},
        (Kind.ORGANIZATION, "Masc"): {"parliament": "парламент", "the bank": "банк", "the club": "клуб"},
        (Kind.ORGANIZATION, "Fem"): {"the company": "компания", "the party": "партия", "the army": "армия"},
        (Kind.ORGANIZATION, "Neut"): {"the government": "правительство", "the agency": "агентство"},
    },
    "ur": {
        (Kind.PERSON, "Masc"): {"Ali": "علی", "Ahmed": "احمد", "Hassan": "حسن"},
        (Kind.PERSON, "Fem"): {"Fatima": "فاطمہ", "Maryam": "مریم"},
        (Kind.PLACE, "Masc"): {"London": "لندن", "Paris": "پیرس", "Iran": "ایران", "Egypt": "مصر"},
        (Kind.TITLE, "Masc"): {"doctor": "ڈاکٹر", "engineer": "انجینئر"},
        (Kind.ORGANIZATION, "Fem"): {"the company": "کمپنی", "the party": "پارٹی", "the army": "فوج"},
        (Kind.ORGANIZATION, "Masc"): {"the bank": "بینک", "the club": "کلب"},
    },
}
"""English words and their renderings, by language, and by the kind and gender they stand for."""


def with_surrogates(
    sentence: Sentence, wanted: Collection[int], language: str, lexicon: Lexicon
) -> tuple[str, dict[int, Entry]]:
    """Return the sentence with other words for the occurrences in `wanted`, and which entry each travels as.

    No surrogate serves two occurrences or stands in the sentence already; an occurrence without one stays.
    """
    chosen: dict[int, Entry] = {}
    for index in sorted(wanted):
        taken = {entry.term.text for entry in chosen.values()}
        for words, rendering in _words(sentence.matches[index], language, lexicon).items():
            if words not in taken and words not in sentence.text:
                kind = sentence.matches[index].entry.term.kind
                chosen[index] = Entry(Term(f"{kind.value}/surrogate", words), Rendering(rendering))
                break
    text, _ = sentence.with_stand_ins({i: entry.term.text for i, entry in chosen.items()})
    return text, chosen


def draft_from(
    source: str, output: str, sentence: Sentence, chosen: Mapping[int, Entry], lexicon: Lexicon
) -> Draft:
    """Return an engine's output as a draft in which each surrogate that came back is a slot for its term."""
    found = {
        (place.start, place.end): (index, place.variant.form)
        for index, entry in chosen.items()
        for place in lexicon.approved_in(output, entry)[:1]
    }
    pieces: list[str | Slot] = []
    at = 0
    for start, end in longest(list(found)):
        index, surrogate = found[start, end]
        match = sentence.matches[index]
        form = lexicon.form(match.entry, feature(surrogate.features, "Case"), plural=match.plural)
        slot = Slot(index, form.text, form.features, Outcome.SURROGATE, replaced=output[start:end])
        pieces += [output[at:start], slot]
        at = end
    return Draft(source, (*pieces, output[at:]))


def _words(match: Match, language: str, lexicon: Lexicon) -> Mapping[str, str]:
    table = _WORDS.get(language, {})
    kind = match.entry.term.kind
    kind = kind if kind in (Kind.PERSON, Kind.PLACE, Kind.TITLE) else Kind.ORGANIZATION
    return {} if match.plural or match.copied else table.get((kind, lexicon.gender(match.entry)), {})
