"""Carriers: symbols that take terms through an engine and come back with their case.

Source: kind and gender of the rendering, then a number: `⟦Pm⟧⟦2⟧`. Target: the number, and in Russian the
case: `⟦2⟧⟦ins⟧`. The convention is version 1, which a package declares in its metadata.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from glossary.enforcement.draft import Draft, Outcome, Sentence, Slot
from glossary.enforcement.lexicon import Lexicon
from glossary.model import Kind, Match

MOST = 9
"""Carriers that one sentence can have."""

CASES = {"nom": "Nom", "gen": "Gen", "dat": "Dat", "acc": "Acc", "ins": "Ins", "loc": "Loc"}
"""Case symbols and their Universal Dependencies values."""

_KINDS = {Kind.PERSON: "P", Kind.TITLE: "T", Kind.PLACE: "G"}
_GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n", "Plur": "p"}
_CASE = "|".join(CASES)
_BACK = re.compile(rf"⟦(\d)⟧(?:\s?⟦({_CASE})⟧)?(?:\s?⟦\1⟧(?:\s?⟦(?:{_CASE})⟧)?)*")
_BLANKS = re.compile(r" {2,}")
_REMAINS = re.compile(r"⟦[^⟦⟧\s]{0,4}⟧|[⟦⟧]")


def source_symbol(match: Match, lexicon: Lexicon) -> str:
    """Return the kind and gender symbol of an occurrence, as in `⟦Pm⟧`."""
    entry = match.entry
    gender = "p" if match.plural else _GENDERS[lexicon.gender(entry)]
    return f"⟦{_KINDS.get(entry.term.kind, 'O')}{gender}⟧"


def target_symbols(number: int, case: str, lexicon: Lexicon) -> str:
    """Return how carrier `number` stands in a target text, in a UD case where the language marks it."""
    marks = {ud: mark for mark, ud in CASES.items()} if lexicon.rules.CARRIERS_HAVE_CASE else {}
    return f"⟦{number}⟧" + (f"⟦{marks[case]}⟧" if case in marks else "")


def with_carriers(
    sentence: Sentence, carried: Collection[int], lexicon: Lexicon
) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the sentence with the occurrences numbered in `carried` replaced by carriers 1, 2, …

    The second value says where each occurrence, carried or not, stands in it.
    """
    numbered = enumerate(sorted(carried), start=1)
    symbols = {i: source_symbol(sentence.matches[i], lexicon) + f"⟦{number}⟧" for number, i in numbered}
    return sentence.with_stand_ins(symbols)


def draft_from(
    source: str, output: str, sentence: Sentence, carried: Collection[int], lexicon: Lexicon
) -> Draft:
    """Return an engine's output as a draft in which every carrier that came back is a slot.

    Carriers side by side with themselves are one. One that was never sent, or is broken, is dropped.
    """
    output = unicodedata.normalize("NFC", output)
    order = sorted(carried)
    pieces: list[str | Slot] = []
    at = 0
    for back in _BACK.finditer(output):
        pieces.append(_clean(output[at : back.start()]))
        at = back.end()
        index = int(back[1]) - 1
        if index < len(order):
            pieces.append(_slot(order[index], sentence.matches[order[index]], back, output, lexicon))
    pieces.append(_clean(output[at:]).rstrip())
    pieces[0] = str(pieces[0]).lstrip()
    return Draft(source, tuple(pieces))


def _slot(occurrence: int, match: Match, back: re.Match[str], output: str, lexicon: Lexicon) -> Slot:
    """Return the slot for a carrier that came back; where it brought no case, the words around it decide."""
    after = _clean(output[back.end() :])
    case = CASES[back[2]] if back[2] else lexicon.rules.governed_case(after)
    if case is None:
        scores = lexicon.case_scores(match.entry, _clean(output[: back.start()]), after)
        case = max(scores, key=lambda c: scores[c]) if scores else "Nom"
    form = lexicon.form(match.entry, case, plural=match.plural)
    symbols = target_symbols(int(back[1]), case, lexicon)
    outcome = Outcome.PROPOSED if match.proposed else Outcome.CARRIED
    return Slot(occurrence, form.text, form.features, outcome, symbols)


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", _REMAINS.sub("", text))
