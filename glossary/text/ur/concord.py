"""Genitives, adjectives and verbs beside a noun that has taken another's place: کا معاہدہ, کی قرارداد."""

from __future__ import annotations

import re

from glossary.model import Features
from glossary.text.ur.nouns import gender_of
from glossary.text.ur.verbs import (
    FINITE,
    PREDICATIVES,
    first_verb,
    follows_participle,
    inflected,
    is_copula,
    is_passive,
    is_perfective,
    stays_or_is,
)

_SHAPES = [("نیا", "نئی", "نئے")] + [
    (stem + "ا", stem + "ی", stem + "ے")
    for stem in "ک اپن بڑ چھوٹ پران پہل دوسر تیسر چوتھ اگل پچھل سار پور میر ہمار تمہار وال ایس".split()
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

_NO_PARTICIPLES = PREDICATIVES | _PLAIN_ATTRIBUTES | {"لیے", "لئے", "سے"}
"""Words that end like participles which agree, but never change."""

_PREDICATES = frozenset(
    "کا کی کے والا والی والے نیا نئی نئے بڑا بڑی بڑے چھوٹا چھوٹی چھوٹے پرانا پرانی پرانے".split()
)
"""Words that agree with the subject where they stand before a verb of being: معاہدہ پاکستان کا ہے."""

_CLAUSE_END = re.compile(r"[۔،؛:!؟?.…\n]| کہ ")
_SENTENCE_END = re.compile(r"[۔؟!…“\"‘«]")
_MARKERS = frozenset("نے کو سے میں پر تک کہ جو جس جن اور یا اپنا اپنی اپنے".split())
_OTHER_SUBJECTS = FINITE | frozenset("نے جو جس جن جسے جنہیں".split())
"""Words after a noun that end its clause or begin one with another subject."""

_OTHER_CLAUSES = FINITE | frozenset("کہا بتایا اور".split())
"""Words after a subject with نے which show that what follows them has another subject."""

_GENITIVES = frozenset("کا کی کے".split())
_FOLLOWING = re.compile(r"^ (?:کا|کی|کے|کو|نے|سے|میں|پر|پہ|تک|سمیت|والا|والی|والے|اور|یا|بھی نے)(?= |$)")
_EMBEDDING = re.compile(rf"^ (?:(?:{'|'.join(PREDICATIVES)}|نہ) )*(?:\S+نے(?! وال)|\S+تے ہوئے|کر) ")
"""The start of a clause whose verb is not the last one: معاہدہ نافذ ہونے کے بعد."""

_WHEN = re.compile(
    r" (?:پیر|منگل|بدھ|جمعرات|جمعہ|جمعے|ہفتہ|ہفتے|اتوار|آج|کل|بھی)(?: کو| کے روز| کے دن)?(?= )"
)


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
    first = first_verb(words)
    between, group = words[:first], words[first:]
    agent = is_perfective(group) and _has_agent(before)
    if not _is_near(between, group, agent=agent) and not _is_subject(before, between, group):
        return after
    predicate = _predicate(between, group, gender, plural=plural)
    changed = inflected(group, gender, plural=plural, perfective=agent)
    return " ".join([*predicate, *changed]) + after[len(clause) :] if predicate and changed else after


def _has_agent(before: str) -> bool:
    """Return whether the clause has a subject with نے, and no verb since."""
    _, agent, since = _CLAUSE_END.split(before)[-1].rpartition(" نے ")
    return bool(agent) and _OTHER_CLAUSES.isdisjoint(since.split())


def _is_near(between: list[str], group: list[str], *, agent: bool) -> bool:
    """Return whether a noun stands so near to verbs without another subject that they agree with it.

    A noun right before تھا or رہا may be what the subject is: ایران خطرہ تھا.
    """
    if not all(word in PREDICATIVES for word in _WHEN.sub("", " ".join(between) + " ").split()):
        return False
    happens = stays_or_is(group) and (len(between) > 1 or group[0].startswith("ہو"))
    return agent or happens or is_passive(group)


def _is_subject(before: str, between: list[str], group: list[str]) -> bool:
    """Return whether a noun begins its sentence, but for a genitive, and no other word is its subject.

    Verbs with an object ask for more: in وزرا پاکستان کے فیصلے پیش کرتے ہیں the genitive is the object's.
    The subject of a perfective one would have نے: معاہدہ کیا ہے is a question.
    """
    head = _SENTENCE_END.split(before)[-1].split()
    if _MARKERS & set(head) or _OTHER_SUBJECTS & set(between) or _EMBEDDING.match(" ".join(between) + " "):
        return False
    if is_perfective(group):
        return False
    if is_copula(group) or is_passive(group):
        return not head or any(word in _ATTRIBUTES for word in head[-2:])
    adjectives = head[2:] if _GENITIVES.intersection(head[1:2]) else head
    return all(word in _ATTRIBUTES or word in _PLAIN_ATTRIBUTES for word in adjectives)


def _predicate(between: list[str], group: list[str], gender: str, *, plural: bool) -> list[str] | None:
    """Return what stands before the verbs as the noun asks for it; None where that is not known."""
    *others, last = between
    if last in _PREDICATES and is_copula(group):
        return [*others, _shape(last, gender, direct=not plural)]
    ending = ("ے" if plural else "ا") if gender == "Fem" else "ی"
    may_agree = last.endswith(ending) and last not in _NO_PARTICIPLES and follows_participle(group)
    return None if last in _ATTRIBUTES or may_agree else between
