"""Rules for Urdu as a target language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from glossary.model import Form, Kind, Rendering
from glossary.text import generic
from glossary.text.generic import (
    Traced,
    apposed_cases,
    case_scores,
    demanded,
    is_word,
    joined,
    onset,
    possible_cases,
    ruled_cases,
)
from glossary.text.ur.concord import agreed
from glossary.text.ur.nouns import (
    BROKEN_PLURALS,
    FEMININE,
    IZAFAT_PLURALS,
    MARKED_MASCULINE,
    OBLIQUE_ATTRIBUTES,
    POSTPOSITIONS,
    UNMARKED_MASCULINE,
    gender_of,
)
from glossary.text.ur.transliteration import transliterated

__all__ = [
    "CARRIERS_HAVE_CASE",
    "agreed",
    "apposed_cases",
    "begins_open",
    "case_scores",
    "demanded",
    "ends_open",
    "governed_case",
    "grammatical_gender",
    "is_oblique",
    "is_word",
    "joined",
    "known_gender",
    "one_name",
    "onset",
    "paradigm",
    "possible_cases",
    "punctuated",
    "ruled_cases",
    "skeleton",
    "transliterated",
]

CARRIERS_HAVE_CASE = False

_AERAB = [*map(chr, (*range(0x064B, 0x0653), *range(0x0656, 0x0660))), "\u0670"]
_INVISIBLE = "\u0640\u200c\u200d\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Tatweel, joiners and bidi controls."""

_BEFORE_NFC = {
    **generic.PUNCTUATION,
    **dict.fromkeys((*_AERAB, *_INVISIBLE), ""),
    # The letters that Unicode composes with a hamza; the Urdu ones come back afterwards.
    **dict.fromkeys("\u06cc\u0649", "\u064a"),
    **dict.fromkeys("\u0647\u06d5", "\u06c1"),
}
_AFTER_NFC = {
    "\u064a": "ی",
    "\u0643": "ک",
    "\u0629": "ۃ",
    "\u06c0": "ۂ",
    "\u06d3": "ئے",
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True)),
}
# Ordinary text needs no composing: a letter goes through both tables, blanks and aerab go away.
_quick_skeleton = generic.one_by_one(
    _AFTER_NFC
    | {char: _AFTER_NFC.get(new, new) for char, new in _BEFORE_NFC.items()}
    | dict.fromkeys(generic.WHITE_SPACE, ""),
    rf"(?![{''.join(_AERAB)}])[\p{{M}}\u1100-\u11ff\ufb50-\ufdff\ufe70-\ufefc\u06d3]",
)
_JOINED_MINISTER = re.compile("(?<!\\S)وزیر(?=(?:اعظم|اعلیٰ?|خارجہ|داخلہ|دفاع|خزانہ)(?!\\S))")
_SIGNS = dict(zip(",;.?", "،؛۔؟", strict=True))
_OUTSIDE_NUMBERS = re.compile(r"[,;.?](?!\d)")
_OUTSIDE_PHRASES = POSTPOSITIONS | frozenset(
    "اور یا کہ جبکہ لیکن تاہم لیے لئے ساتھ بعد دوران مابین درمیان قریب نزدیک خلاف بارے ہمراہ مطابق متعلق"
    " علاوہ بجائے ذریعے طرف جب جہاں ہے ہیں تھا تھے تھی تھیں ہوا ہوئے ہوئی ہوئیں ہو گا گے گی گیا گئے گئی گئیں"
    " کیا کیے کی کر کرے کریں کرنے کہا رہا رہے رہی رہیں دیا دیے دی لیا جائے جائیں آیا آئے آئی".split()
)
"""Postpositions, simple and compound, conjunctions, and the commonest forms of verbs."""
_COUNTED = frozenset((Kind.TITLE, Kind.CONCEPT))


def skeleton(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the offset it came from (never falling).

    Letters are the Urdu ones; aerab, tatweel, bidi controls and every blank and joiner are gone, so that
    وزیر اعظم, وزیرِ اعظم and وزیراعظم are equal. آ, ے, ھ and every hamza keep their difference.
    """
    return _quick_skeleton(text) or _skeleton(text)


def _skeleton(text: str) -> tuple[str, list[int]]:
    plain = generic.replaced(_without_presentation(generic.traced(text)), _BEFORE_NFC)
    solid = [(char, offset) for char, offset in plain if not char.isspace()]
    letters = generic.replaced(generic.composed(solid), _AFTER_NFC)
    return generic.untraced(generic.composed(letters))


def _without_presentation(characters: Traced) -> Traced:
    """The characters with the shaped letters of Arabic Presentation Forms A and B made plain."""
    return [
        (plain, offset)
        for char, offset in characters
        for plain in (unicodedata.normalize("NFKC", char) if _is_presentation(char) else char)
    ]


def _is_presentation(char: str) -> bool:
    return "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"


def ends_open(before: str) -> bool:
    """Return whether a noun phrase begins after `before`: its last word, if any, is in none."""
    words = before.split()
    return not words or words[-1] in _OUTSIDE_PHRASES


def begins_open(after: str) -> bool:
    """Return whether a name may end before `after`: a full stop or a word that is in no phrase begins it."""
    words = after.split()
    return not words or words[0] in ("۔", "؟") or words[0].rstrip("،۔") in _OUTSIDE_PHRASES


def punctuated(signs: str) -> str:
    """The signs around names in their Urdu shapes, with a dash for a hyphen that stands free."""
    return _OUTSIDE_NUMBERS.sub(lambda sign: _SIGNS[sign[0]], generic.punctuated(signs))


class _Noun(NamedTuple):
    """What is known of a noun beside its direct singular; plurals are empty where no rule is sure."""

    oblique: str
    plurals: tuple[str, ...] = ()
    oblique_plurals: tuple[str, ...] = ()


def paradigm(rendering: Rendering, kind: Kind) -> tuple[Form, ...]:
    """Every form of a rendering with Case (`Nom` direct, `Acc` oblique) and Number, the citation form first.

    Forms written by hand win. Names of persons have one form in both cases.
    """
    return generic.merged(_forms(rendering, kind), rendering.forms)


def _forms(rendering: Rendering, kind: Kind) -> Iterator[Form]:
    morph = dict(rendering.morph)
    if morph.get("Number") == "Plur":
        yield from (_form(case, "Plur", rendering.text) for case in ("Nom", "Acc"))
        return
    fixed = kind is Kind.PERSON or morph.get("Indecl") == "Yes"
    noun = _Noun(rendering.text) if fixed else _phrase(rendering.text, kind, morph.get("Gender"))
    yield _form("Nom", "Sing", rendering.text)
    yield _form("Acc", "Sing", noun.oblique)
    yield from (_form("Nom", "Plur", text) for text in noun.plurals)
    yield from (_form("Acc", "Plur", text) for text in noun.oblique_plurals)


def _form(case: str, number: str, text: str) -> Form:
    return Form((("Case", case), ("Number", number)), text)


def _phrase(text: str, kind: Kind, gender: str | None) -> _Noun:
    """What izafat holds together changes at its head (وزرائے خارجہ), any other phrase at its last word."""
    izafat = _izafat(text) if kind in (Kind.TITLE, Kind.ORGANIZATION) else None
    if izafat:
        return izafat
    before, blank, last = text.rpartition(" ")
    noun = _noun(last, gender if not before and kind in _COUNTED else None)
    front = " ".join(OBLIQUE_ATTRIBUTES.get(word, word) for word in before.split(" ")) + blank
    return _Noun(
        front + noun.oblique,
        tuple(front + plural for plural in noun.plurals),
        tuple(front + plural for plural in noun.oblique_plurals),
    )


def _izafat(text: str) -> _Noun | None:
    """وزیر خارجہ, نائب وزیر خارجہ, وزیراعظم and the like, or None where no such head stands first."""
    words = _JOINED_MINISTER.sub("وزیر ", text).split(" ")
    for index, word in enumerate(words[:-1]):
        if word in IZAFAT_PLURALS and words[index + 1] not in POSTPOSITIONS | {"برائے"}:
            whole = " ".join([*words[:index], IZAFAT_PLURALS[word], *words[index + 1 :]])
            return _Noun(text, (whole,), (whole,))
    return None


def _noun(word: str, gender: str | None) -> _Noun:
    """The forms of a noun, by table; with a gender also by ending. Unchanged where neither is sure."""
    plain = skeleton(word)[0]
    if plain in BROKEN_PLURALS:
        direct, oblique = BROKEN_PLURALS[plain]
        return _Noun(word, direct, oblique)
    if plain in MARKED_MASCULINE:
        return _marked(word)
    if plain in FEMININE or gender == "Fem":
        return _feminine(word)
    if plain in UNMARKED_MASCULINE or gender == "Masc":
        return _unmarked(word)
    return _Noun(word)


def _marked(word: str) -> _Noun:
    stem = word[:-1]
    # سرمایہ, سرمائے, سرمایوں
    changed = stem[:-1] + "ئے" if stem.endswith("ای") else stem + "ے"
    return _Noun(changed, (changed,), (stem + "وں",))


def _feminine(word: str) -> _Noun:
    if word.endswith("ی"):
        return _Noun(word, (word + "اں",), (word + "وں",))
    if word[-1] in "اآوےہۂۃھۓئؤءعیںٰ":
        return _Noun(word)
    return _Noun(word, (word + "یں",), (word + "وں",))


def _unmarked(word: str) -> _Noun:
    if word[-1] in "اآوےہۂۃۓئؤءعںٰ":
        return _Noun(word)
    return _Noun(word, (word,), (word + "وں",))


def is_oblique(following: str) -> bool:
    """Whether the word after a noun is a postposition, so that the noun before it is oblique."""
    return skeleton(following)[0] in POSTPOSITIONS


def governed_case(after: str) -> str | None:
    """The UD case of a noun before the text `after`: `Acc` (oblique) before a postposition, else `Nom`."""
    words = after.split(maxsplit=1)
    return "Acc" if words and is_oblique(words[0]) else "Nom"


def one_name(one: str, other: str) -> bool:
    """Whether two skeletons may be forms of one name: ڈھاکہ and ڈھاکے, or خانوف of علی خانوف."""
    return one[:-1] == other[:-1] or one in other or other in one


def grammatical_gender(rendering: Rendering, kind: Kind) -> str:
    """The UD gender of a rendering: as its catalog says, else by its words, else `Masc`."""
    return known_gender(rendering, kind) or "Masc"


def known_gender(rendering: Rendering, kind: Kind) -> str | None:
    """The UD gender that the catalog or the tables are sure of; None where neither is."""
    stated = dict(rendering.morph).get("Gender")
    return stated if stated or kind is Kind.PERSON else gender_of(rendering.text)
