"""Urdu verbs that agree with a noun: their forms, and the group of them that ends a clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

PREDICATIVES = frozenset(
    "منظور جاری مسترد پیش ملتوی نافذ شروع ختم مکمل طلب قبول منسوخ تیار معطل بند تسلیم شائع منعقد"
    " قائم برقرار مستحکم".split()
)
"""The first part of verbs of two words, which is no noun of the clause: قرارداد منظور ہوئی."""

_Row = tuple[str, ...]


def _rows(stems: str, endings: str) -> list[_Row]:
    """Return a row for each stem: masculine singular and plural, feminine singular, last feminine plural."""
    return [tuple(stem + ending for ending in endings.split()) for stem in stems.split()]


_CONSONANT_STEMS = "رکھ بھیج مان روک کھول توڑ چھوڑ سونپ لکھ دیکھ سن چن چھین بیچ خرید پڑھ"
_VOWEL_STEMS = "بنا کرا کروا سنا اٹھا لگا دکھا چلا ہٹا بھجوا اپنا پہنچا دہرا بلا بچا"
_TRANSITIVES = [
    *_rows("ک د ل", "یا یے ی یں"),
    *_rows("ک د ل", "یا ئے ی یں"),
    *_rows(_CONSONANT_STEMS, "ا ے ی یں"),
    *_rows(_VOWEL_STEMS, "یا ئے ئی ئیں"),
]
"""Perfective participles of verbs with an object; کئے is a spelling of کیے."""

_AUXILIARIES = [
    *_rows("گ", "ا ے ی ی"),
    *_rows("ہو", "گا نگے گی نگی"),
    *_rows("ہو", "ا ئے ئی ئیں"),
    *_rows("گ", "یا ئے ئی ئیں"),
    *_rows("تھ رہ چک سک بن پہنچ", "ا ے ی یں"),
    *_rows("آ", "یا ئے ئی ئیں"),
]
"""Auxiliaries, and perfective participles of verbs without an object."""

_HABITUALS = _rows(
    f"{_CONSONANT_STEMS} {_VOWEL_STEMS} کر ہو جا دی لی رہ چاہ سک بن مل چل آ کہ سمجھ", "تا تے تی تیں"
)
_ROWS = [*_TRANSITIVES, *_AUXILIARIES, *_HABITUALS]
_SUBJUNCTIVES = (
    frozenset(row[3] for row in (*_TRANSITIVES, *_AUXILIARIES))
    - frozenset("گی ہونگی ہوئیں گئیں تھیں چکیں کیں".split())
)  # fmt: skip
"""Last feminine plurals that are subjunctives of either gender as well: رہیں, دیں."""

_Changes = dict[str, str]


def _changes(old: int, new: int) -> _Changes:
    """Return the forms of one column by those of another; of two spellings the first counts."""
    return {row[old]: row[new] for row in reversed(_ROWS)}


_TABLES: dict[tuple[str, bool], tuple[_Changes, _Changes]] = {
    ("Fem", False): (_changes(0, 2), _changes(0, 2)),
    ("Masc", False): (_changes(2, 0), _changes(2, 0)),
    ("Fem", True): (_changes(1, 2), _changes(1, 3)),
    ("Masc", True): (_changes(2, 1), _changes(3, 1)),
}
"""By the gender asked for and whether it is a plural: what verbs become, and what the last one becomes."""

_SPELLED_ALIKE = frozenset(("لیے", "لئے"))
"""Verbs that are spelled like a postposition."""

FINITE = frozenset(form for row in _ROWS for form in row) - _SPELLED_ALIKE - {"کی"} | {"ہے", "ہیں"}
"""Forms that end a clause and are nothing but verbs."""

_NEGATIONS = frozenset(("نہیں", "نہ"))
_ALWAYS_FIXED = frozenset("جا کر ہو دے لے رہ".split()) | _NEGATIONS
_FIXED = {False: _ALWAYS_FIXED | {"ہے", "جائے"}, True: _ALWAYS_FIXED | {"ہیں", "ہوں", "جائیں"}}
"""Verbs that never change with gender, beside singulars and plurals."""

_STEMS = frozenset(f"{_CONSONANT_STEMS} {_VOWEL_STEMS} کر دے لے".split())
_AFTER_STEMS = ("رہ", "چک", "سک", "دی", "دے", "لی", "لے", "رکھ")
_BEFORE_FUTURE = {False: ("ے", "ہو"), True: ("یں", "ہوں")}
_FORMS = FINITE | _FIXED[False] | _FIXED[True]
_OBJECT_FORMS = frozenset(form for row in _TRANSITIVES for form in row)
_COPULAS = ("ہے", "ہیں", "ہو", "تھ")
_PASSIVES = ("گیا", "گئ", "جا")
_BEFORE_POSTPOSITION = frozenset("کے اس اسی جس کس ان".split())
"""Words after which لیے is no verb: کے لیے."""


def first_verb(words: Sequence[str]) -> int:
    """Return where the verbs at the end of a clause begin; the length where it ends in none."""
    first = len(words)
    while first > 1 and _is_verb(words, first - 1):
        first -= 1
    return first


def _is_verb(words: Sequence[str], place: int) -> bool:
    before, word, after = words[place - 1], words[place], "".join(words[place + 1 : place + 2])
    if word == "کی":
        return after.startswith(_PASSIVES) or before in PREDICATIVES | _NEGATIONS
    if word in _SPELLED_ALIKE:
        return before not in _BEFORE_POSTPOSITION
    return word in _FORMS or any(_is_fixed(word, after, plural=plural) for plural in (False, True))


def _is_fixed(word: str, after: str, *, plural: bool) -> bool:
    """Return whether a verb before another one has no gender: بنا دیا, کرے گا, کریں گے."""
    if after in ("گا", "گے", "گی"):
        return word.endswith(_BEFORE_FUTURE[plural])
    return word in _FIXED[plural] or (word in _STEMS and after.startswith(_AFTER_STEMS))


def inflected(group: Sequence[str], gender: str, *, plural: bool, perfective: bool) -> list[str] | None:
    """Return verbs as a noun asks for them; None where one of them has no such form.

    `perfective` says that the last one is no subjunctive.
    """
    inner, final = _TABLES[gender, plural]
    if not perfective and _SUBJUNCTIVES.intersection(group[-1:]):
        return None
    changed = []
    for place, word in enumerate(group):
        after = "".join(group[place + 1 : place + 2])
        fixed = _is_fixed(word, after, plural=plural)
        changed.append(word if fixed else (inner if after else final).get(word, ""))
    return changed if all(changed) else None


def is_passive(group: Sequence[str]) -> bool:
    """Return whether verbs are a passive: کیے گئے, کیا جا رہا ہے."""
    words = [word for word in group if word not in _NEGATIONS]
    return any(word in _OBJECT_FORMS and after.startswith(_PASSIVES) for word, after in pairwise(words))


def stays_or_is(group: Sequence[str]) -> bool:
    """Return whether the first verb is one of being or staying: ہوا, رہیں گے."""
    return _main(group).startswith((*_COPULAS, "رہ"))


def is_perfective(group: Sequence[str]) -> bool:
    """Return whether verbs are such as follow نے and agree with the object: کیا ہے, کر لیے تھے."""
    words = [word for word in group if word not in _STEMS | _NEGATIONS and not word.startswith(_COPULAS)]
    return bool(words) and _OBJECT_FORMS.issuperset(words)


def is_copula(group: Sequence[str]) -> bool:
    """Return whether the first verb is one of being."""
    return _main(group).startswith(_COPULAS)


def follows_participle(group: Sequence[str]) -> bool:
    """Return whether a participle or an adjective that agrees may stand before: نیا تھا, بھیجی گئی."""
    return _main(group).startswith((*_COPULAS, *_PASSIVES, "رہ"))


def _main(group: Sequence[str]) -> str:
    return next((word for word in group if word not in _NEGATIONS), "")
