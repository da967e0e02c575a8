"""Genitives, adjectives and verbs beside a noun that has taken another's place: کا معاہدہ, کی قرارداد."""

from __future__ import annotations

import re

from glossary.model import Features
from glossary.text.ur.nouns import gender_of

_SHAPES = [("نیا", "نئی", "نئے")] + [
    (stem + "ا", stem + "ی", stem + "ے")
    for stem in "ک اپن بڑ چھوٹ پران پہل دوسر تیسر چوتھ اگل پچھل سار پور میر ہمار تمہار وال".split()
]
_ATTRIBUTES = {word: shapes for shapes in _SHAPES for word in shapes}
"""Words before a noun that agree with it: masculine direct, feminine, and any other masculine."""

_PLAIN_ATTRIBUTES = frozenset(
    "قومی وفاقی صوبائی مرکزی سابق موجودہ اعلیٰ مشترکہ سرکاری خصوصی عبوری مستقل اہم عالمی علاقائی"
    " تجارتی اقتصادی معاشی دفاعی سفارتی سیاسی فوجی بین الاقوامی دوطرفہ فریقی ممکنہ مجوزہ حالیہ"
    " آئندہ طویل باضابطہ مکمل".split()
)
"""Words before a noun that never change, between it and those that do."""

_NO_GENITIVE_AFTER = frozenset("کر جا آ لے دے ہو مل بن رہ چل نکل اٹھ بیٹھ".split())
"""Stems of verbs: کے after them makes a participle (کر کے)."""

_CLAUSE_END = re.compile(r"[۔،؛:!؟?.…\n]| کہ ")
_SENTENCE_END = re.compile(r"[۔؟!…“\"‘«]")
_MARKERS = frozenset("نے کو سے میں پر تک کہ جو جس جن اور یا".split())
_FOLLOWING = re.compile(r"^ (?:کا|کی|کے|کو|نے|سے|میں|پر|پہ|تک|سمیت|والا|والی|والے|اور|یا|بھی نے)(?= |$)")
_WHEN = re.compile(
    r" (?:پیر|منگل|بدھ|جمعرات|جمعہ|جمعے|ہفتہ|ہفتے|اتوار|آج|کل|نہیں|بھی)(?: کو| کے روز| کے دن)?(?= )"
)
_PREDICATIVES = frozenset(
    "منظور جاری مسترد پیش ملتوی نافذ شروع ختم مکمل طلب قبول منسوخ تیار معطل بند تسلیم شائع منعقد"
    " قائم برقرار مستحکم".split()
)
"""The first part of verbs of two words, which is no noun of the clause: قرارداد منظور ہوئی."""

_VERBS = {
    "گا": "گی", "تھا": "تھی", "رہا": "رہی", "گیا": "گئی", "ہوا": "ہوئی", "چکا": "چکی", "کیا": "کی",
    "دیا": "دی", "لیا": "لی", "ہوگا": "ہوگی", "بنا": "بنی", "رکھا": "رکھی", "بنایا": "بنائی",
    "کرایا": "کرائی", "سنایا": "سنائی", "اٹھایا": "اٹھائی",
}  # fmt: skip
"""Verbs and auxiliaries that agree in the singular, masculine and feminine."""

_FEMININE_VERBS = {feminine: masculine for masculine, feminine in _VERBS.items()}
_PLURAL_VERBS = {
    "تھے": "تھی", "رہے": "رہی", "گئے": "گئی", "ہوئے": "ہوئی", "چکے": "چکی", "کیے": "کی", "دیے": "دی",
    "بنے": "بنی", "رکھے": "رکھی", "بنائے": "بنائی", "اٹھائے": "اٹھائی",
}  # fmt: skip
"""Those in the plural, masculine and feminine (کی گئی ہیں); the last feminine one ends in ں (کی گئیں)."""

_FEMININE_PLURALS = {feminine: masculine for masculine, feminine in _PLURAL_VERBS.items()}
_FUTURE = ("گے", "گی")
_UNCHANGING = frozenset("ہے ہیں جا کر ہو دے لے رہ".split())
_BEING = frozenset("ہوا ہوئی ہوئے ہوئیں ہوگا ہوگی ہو تھا تھی تھے تھیں".split())
_HABITUAL = re.compile(r"(?:کر|ہو|جا|دے|لے|رہ|رکھ|چاہ|سک|بن|مل|چل|آ|کہ|سمجھ)ت[ایے]$")


def agreed(before: str, after: str, replaced: str, features: Features, gender: str) -> tuple[str, str]:
    """Return the text before and after a noun that has taken the place of `replaced`, agreeing with it.

    `gender` (`Masc`, `Fem`, or empty where nobody knows) is the new noun's. Verbs change only where the noun
    is plainly what they agree with.
    """
    if not gender or gender == gender_of(replaced):
        return before, after
    case, number = (dict(features).get(name) for name in ("Case", "Number"))
    direct = case == "Nom"
    shaped = _attributes(before, gender, direct=direct and number == "Sing")
    return shaped, _verbs(before, after, gender, plural=number == "Plur") if direct else after


def _attributes(before: str, gender: str, *, direct: bool) -> str:
    """Return the text with the genitive and the adjectives at its end in the shape that the noun asks for."""
    words = before.split(" ")
    if words[-1:] != [""]:
        return before
    for i in range(len(words) - 2, -1, -1):
        word = words[i]
        if word in _PLAIN_ATTRIBUTES:
            continue
        participle = i and word == "کے" and words[i - 1] in _NO_GENITIVE_AFTER
        if word not in _ATTRIBUTES or participle:
            break
        words[i] = _shape(word, gender, direct=direct)
    return " ".join(words)


def _shape(word: str, gender: str, *, direct: bool) -> str:
    """Return an attribute as a noun asks for it; ے before a direct masculine has its reasons, and stays."""
    masculine, feminine, other = _ATTRIBUTES[word]
    if gender == "Fem":
        return feminine
    if not direct:
        return other
    return masculine if word == feminine else word


def _verbs(before: str, after: str, gender: str, *, plural: bool) -> str:
    """Return the text with the verb of the clause agreeing, where the noun is its subject or its object."""
    clause = _CLAUSE_END.split(after, maxsplit=1)[0]
    if _FOLLOWING.match(clause) or not clause.startswith(" "):
        return after
    words = clause.split(" ")
    first = _verb_group(words)
    between = _WHEN.sub("", " ".join(words[:first]) + " ").split()
    plain = bool(between) or not _BEING.isdisjoint(words[first : first + 1])
    near = plain and all(word in _PREDICATIVES for word in between)
    if not near and not _is_subject(before, words):
        return after
    change = _plural_verb if plural else _verb
    changed = [change(word, gender, last=i == len(words) - 1) for i, word in enumerate(words)][first:]
    return " ".join([*words[:first], *changed]) + after[len(clause) :]


def _verb_group(words: list[str]) -> int:
    """Return where the verbs at the end of a clause begin."""
    first = len(words)
    while first > 1 and _is_verb(words[first - 1]):
        first -= 1
    return first


def _is_verb(word: str) -> bool:
    tables = _VERBS, _FEMININE_VERBS, _FEMININE_PLURALS, _UNCHANGING
    known = any(word in table or word.removesuffix("ں") in table for table in tables)
    return known or bool(_HABITUAL.match(word)) or word.endswith("ے")


def _verb(word: str, gender: str, *, last: bool) -> str:
    """Return a verb as a singular asks for it."""
    del last
    if _HABITUAL.match(word):
        return word[:-1] + ("ی" if gender == "Fem" else "ا")
    return (_VERBS if gender == "Fem" else _FEMININE_VERBS).get(word, word)


def _plural_verb(word: str, gender: str, *, last: bool) -> str:
    """Return a verb as a plural asks for it; the `last` feminine one of a clause ends in ں."""
    if _HABITUAL.match(word):
        return word[:-1] + ("ی" if gender == "Fem" else "ے")
    if word in _FUTURE:
        return _FUTURE[gender == "Fem"]
    ending = "ں" if last else ""
    if gender != "Fem":
        return _FEMININE_PLURALS.get(word.removesuffix(ending), word)
    return f"{_PLURAL_VERBS[word]}{ending}" if word in _PLURAL_VERBS else word


def _is_subject(before: str, clause: list[str]) -> bool:
    """Return whether a noun begins its sentence, but for a genitive, and no other word is its subject."""
    head = _SENTENCE_END.split(before)[-1].split()
    genitive = any(word in _ATTRIBUTES for word in head[-2:])
    return "نے" not in clause and (not head or genitive) and not _MARKERS & set(head)
