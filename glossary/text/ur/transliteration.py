"""Names written in Latin script in Urdu: by table, then letter by letter, by the habits of Urdu newsrooms.

Eastern names (Pakistani, Arab, Persian, Turkic, Russian) take the dental ت and د and leave most short vowels
out; Western ones take ٹ and ڈ, and their *a* in a closed syllable is ی.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from glossary.text import respelling
from glossary.text.respelling import Rules, elements, plain

_CONSONANTS = {
    "b": "ب", "c": "ک", "d": "د", "f": "ف", "g": "گ", "h": "ہ", "j": "ج", "k": "ک", "l": "ل", "m": "م",
    "n": "ن", "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت", "v": "و", "w": "و", "x": "کس", "z": "ز",
    "'": "", "^x": "ز", "xi": "شی", "^xi": "شی", "xu": "شو", "^xu": "شو", "sh": "ش", "ch": "چ", "zh": "ژ",
    "kh": "خ", "gh": "غ", "ph": "ف", "th": "تھ", "dh": "دھ", "bh": "بھ", "ts": "تس", "tch": "چ", "sch": "ش",
    "shch": "شچ", "ck": "ک", "qu": "کو", "ce": "سی", "ce$": "س", "ci": "سی", "cy": "سی", "cz": "چ",
    "dj": "ج", "dzh": "ج", "chr": "کر", "ç": "چ", "č": "چ", "ć": "چ", "ş": "ش", "š": "ش", "ž": "ژ",
    "ğ": "غ", "ł": "ل", "ñ": "نی", "ń": "ن", "ś": "ش", "ź": "ز", "ż": "ژ", "ß": "س",
}  # fmt: skip
_DOUBLED = {letter * 2: _CONSONANTS[letter] for letter in "bcdfgjklmnpqrstvz"}
_VOWELS = {
    "a": "ا", "e": "ی", "i": "ی", "o": "و", "u": "و", "y": "ی", "^a": "ا", "^e": "ای", "^i": "ا",
    "^o": "او", "^u": "ا", "^y": "ی", "^aa": "آ", "^ee": "ای", "^oo": "او", "^ai": "ای", "^au": "او",
    "^ei": "ای", "^ay": "آی", "^ou": "او", "^ya": "یا", "^ye": "ی", "^yo": "یو", "^yu": "یو", "^io": "یو",
    "^eu": "یو", "aa": "ا", "ee": "ی", "oo": "و", "ou": "و", "au": "اؤ", "ai": "ائی", "ei": "ی", "ay": "ے",
    "ey": "ی", "oy": "وئ", "oy$": "وئے", "oi": "وئی", "ie": "ی", "ea": "یا", "eo": "یو", "ia": "یا",
    "io": "یو", "iu": "یو", "ya": "یا", "yu": "یو", "yo": "یو", "ye": "ی", "ua": "وا", "ue": "وے",
    "ui": "وئی", "uo": "وو", "ae": "ائے", "ao": "اؤ", "oa": "وا", "oe": "وئ", "oe$": "و", "eu": "یو",
    "uy": "وئی", "a$": "ا", "e$": "ے", "i$": "ی", "o$": "و", "u$": "و", "y$": "ی", "ay$": "ے", "ai$": "ائی",
    "ei$": "ی", "ey$": "ی", "ie$": "ی", "ee$": "ی", "ia$": "یا", "ea$": "یا", "ua$": "وا", "ue$": "و",
    "ao$": "اؤ", "au$": "او", "eau$": "و", "eo$": "یو", "io$": "یو", "á": "ا", "ã": "ا", "ä": "ی", "å": "و",
    "æ": "ی", "é": "ی", "è": "ی", "ę": "ین", "ą": "ون", "ı": "ی", "ö": "و", "ø": "و", "ő": "و", "ü": "و",
    "ű": "و",
}  # fmt: skip

_CLOSED_VOWELS = {
    "A": "ا", "E": "ی", "I": "ی", "U": "و", "^A": "ا", "^E": "ای", "^I": "ا", "^U": "ا",
}  # fmt: skip
_GLIDES = {
    first + "y" + second: before + "ی" + after
    for first, before in {"a": "ا", "e": "ی", "o": "و", "u": "و"}.items()
    for second, after in {"a": "ا", "o": "و", "u": "و", "e": ""}.items()
}
_RETROFLEX = {
    "t": "ٹ", "d": "ڈ", "tt": "ٹ", "dd": "ڈ", "st": "سٹ", "^st": "اسٹ", "^sp": "اسپ", "^sc": "اسک",
    "^sk": "اسک",
}  # fmt: skip
_WESTERN = {
    "A": "ی", "E": "ی", "I": "", "U": "", "^A": "ای", "^E": "ای", "^I": "ا", "^U": "ا", "^Al": "ال",
    "^a": "ا", "Ar": "ار", "Er": "ر", "Ir": "ر", "Ur": "ر", "Al": "ال", "Er$": "ر", "Ers$": "رز",
    "ns$": "نز", "ms$": "مز", "ds$": "ڈز", "lls$": "لز", "on$": "ن", "En$": "ن", "El$": "ل", "le$": "ل",
    "les$": "لز", "Al$": "ل", "An$": "ن", "All$": "ال", "Ill": "ل", "Irr": "ر", "ton$": "ٹن", "son$": "سن",
    "sEn$": "سن", "mAn$": "مین", "mAnn$": "مین", "hAm$": "ہم", "ghAm$": "گھم", "Ell$": "یل", "Ett$": "یٹ",
    "Ald$": "لڈ", "ge$": "ج", "ce$": "س", "se$": "س", "ne$": "ن", "re$": "ر", "te$": "ٹ", "ke$": "ک",
    "de$": "ڈ", "me$": "م", "ve$": "و", "pe$": "پ", "be$": "ب", "igh": "ائی", "ight": "ائٹ", "gh": "",
    "w": "و", "wr": "ر", "wh": "و", "ow": "او", "own$": "اؤن", "ew": "یو", "aw$": "ا", "All": "ال",
    "Arr": "ار", "bErg$": "برگ", "bUrg$": "برگ", "lAnd$": "لینڈ", "ford$": "فورڈ", "field$": "فیلڈ",
    "ley$": "لی", "ay": "ے", "ea": "ی", "ai": "ی", "th": "تھ", "oo": "و", "kh": "خ", "ie": "ی", "ei": "ائی",
    "au": "او", "chr": "کر", "x": "کس", "eau$": "و", "ci": "سی", "ce": "سی", "cE": "سی", "cI": "س",
}  # fmt: skip
_SLAVIC = {
    "ov$": "وف", "ev$": "یف", "yev$": "ئیف", "ayev$": "ائیف", "iev$": "ییف", "iyev$": "ییف", "eyev$": "ییف",
    "ova$": "ووا", "eva$": "یوا", "yeva$": "ئیوا", "ayeva$": "ائیوا", "ovsky$": "وفسکی", "evsky$": "یفسکی",
    "sky$": "سکی", "lAv$": "لاف", "yov$": "یوف", "ski$": "سکی", "skiy$": "سکی", "skyi$": "سکی",
    "kyi$": "کی", "iy$": "ی", "yi$": "ی", "In$": "ن", "Ich$": "چ", "vIch$": "وچ", "Ev$": "یف",
    "yEv$": "ئیف", "ayEv$": "ائیف", "iEv$": "ییف", "iyEv$": "ییف", "yAn$": "یان", "Enko$": "ینکو",
    "sk$": "سک", "kh": "خ", "ts": "تس", "enko$": "ینکو", "ai$": "ئی", "ei$": "ئی", "ey$": "ئی",
    "ay$": "ائی", "y": "ی", "c": "تس", "j": "ی", "Ic$": "چ", "vIc$": "وچ",
}  # fmt: skip
_EASTERN = {
    "A": "", "E": "", "I": "", "U": "", "^A": "ا", "^E": "ا", "^I": "ا", "^U": "ا", "u": "", "i": "ی",
    "^i": "ا", "^e": "ا", "An$": "ان", "Ab$": "اب", "Am$": "ام", "Al$": "ال", "As$": "اس", "Az$": "از",
    "At$": "ات", "Aj$": "اج", "Ak$": "ک", "Ash$": "اش", "Ar$": "ر", "Ad$": "د", "Aq$": "اق", "Af$": "ف",
    "Akh$": "خ", "Ah$": "ہ", "In$": "ین", "Ir$": "یر", "If$": "یف", "Id$": "ید", "Il$": "یل", "Im$": "یم",
    "Ib$": "یب", "Iq$": "یق", "Is$": "یس", "It$": "یت", "Ik$": "ک", "Ul$": "ل", "Ur$": "ور", "Ud$": "ود",
    "Un$": "ون", "Uf$": "وف", "Us$": "وس", "th": "تھ", "dh": "دھ", "bh": "بھ", "w": "و", "ah$": "ہ",
    "eh$": "ہ", "a$": "ا", "Ullah$": "اللہ", "ullah$": "اللہ", "Allah$": "اللہ", "ollah$": "اللہ",
    "Uddin$": "الدین", "Uddeen$": "الدین", "Addin$": "الدین", "Iddin$": "الدین", "Uddin": "الدین",
    "zadeh$": "زادہ", "zada$": "زادہ", "zai$": "زئی", "ee": "ی", "oo": "و", "ou": "و", "ai": "ی", "ei": "ی",
    "ay": "ی", "ey": "ی", "iya$": "یہ", "iyya$": "یہ", "ia$": "یہ", "aee": "ئی", "aei": "ئی", "ae": "ائے",
    "ieh$": "یہ", "iyeh$": "یہ", "i$": "ی", "ai$": "ائی", "oi$": "وئی", "stAn$": "ستان", "abAd$": "آباد",
    "pUr$": "پور", "gArh$": "گڑھ", "kot$": "کوٹ", "wala$": "والا", "nagAr$": "نگر",
}  # fmt: skip
_CLOSED = re.compile(
    r"(?<![aeiouy])[aeiu](?=(?:[sckzgtp]h|[bcdfghjklmnpqrstvwxz])(?:[bcdfghjklmnpqrstvwxz]|$))"
)


def _with_closed_vowels(word: str) -> str:
    """The word with the vowels of closed syllables as capitals: most of these are short, and not written."""
    return _CLOSED.sub(lambda found: found.group().upper(), word)


_TABLES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "eastern": (_EASTERN,),
    "slavic": (_CLOSED_VOWELS, _SLAVIC),
    "western": (_RETROFLEX, _WESTERN),
    "general": (_CLOSED_VOWELS, _RETROFLEX),
}


@cache
def _rules(origin: str) -> Rules:
    return Rules(_CONSONANTS, _DOUBLED, _VOWELS, _GLIDES, *_TABLES[origin])


_SIGNS = {
    "slavic": (
        r"([^aeiou ]{1,2}(ov|ova)|[aeiou][^aeiou ]{0,4}(ev|eva|yev|yeva|iev|ieva)|[a-z]{3}[^aeiou]in"
        r"|[a-z]{4}[^aeiou]ina|sk[iy]+|skaya|enko|[a-z]chuk|[ny]uk|ych|vich|vic|shvili|dze|ovna|nko|chik"
        r"|zhn[yi]+|grad|[^aeiou]sk|yan)$"
    ),
    "eastern": (
        r"\b(al|el|bin|ibn|abu|abd\w*|ul|ur|ud|muh?amm?[ae]d|moh?amm?[ae]d|ali|hass?[ae]n|huss?[aei]+n|syed|khan"
        r"|mir|shah|sheikh|singh)\b"
        r"|q(?!u)|[kg]h|ullah|uddin|zadeh|zai\b|aa|iyya|(stan|abad|pur|garh|wala|nagar)\b|bh|dh"
        r"|ee[dmnrt]\b|o[ou][drn]\b|endra|inder|deep|jeet|nath|raj|aj\b|ad\b|iyy|awi\b|awar\b|dar\b|wal\b"
    ),
    "western": (
        r"(son|ton|ley|ham|field|ford|man|mann|wood|ks|ck|wright|er|th|ell|land|wick|smith|worth|burn|ville|bury"
        r"|dge|berg|burg|ez|ts|ard|ert|ald|ett|ing|ly|ry|sen|ic|us|is|ers|[bdgmnpt]{2}y)\b|igh|oo|wh|\bmc|\bo'|tt|ck|sch|w"
    ),
}
"""What gives the origin of a name in lower case away, the surest signs first."""

_PARTICLES = {
    "bin": "بن", "ibn": "ابن", "bint": "بنت", "ul": "ال", "ur": "ال", "ud": "ال", "de": "ڈی", "van": "وان",
    "von": "وان", "da": "دا", "al": "ال", "el": "ال", "jr": "جونیئر",
}  # fmt: skip
_ARTICLE = re.compile(r"\b(?:[Aa]l|[Ee]l|[Aa][srnzdt]|[Aa]sh)-(?=\w)")
_LINKED = re.compile(r"\b(\w+)[- ](?:ul|ur|ud|us|uz|un)[- ](\w+)", re.IGNORECASE)
_ABDUL = re.compile(r"\b[Aa]bd(?:[uea][lr]|u[sznd])[- ]?(?:[Aa][lr]-)?(?!l?ah\b|la\b|i\b)(\w+)")
_ROMAN = re.compile(r"[IVX]{2,}$")
_MARKED = "\u2060"  # stands for the article until the word behind it is rendered


def transliterated(name: str) -> str:
    """The name in Urdu letters: *Shehbaz Sharif* is شہباز شریف, *Anwar-ul-Haq* انوار الحق.

    A proposal, to be checked by a person: Latin spelling tells neither vowel length nor the emphatic letters.
    """
    folded = " ".join(respelling.words(name))
    rules = _rules(next((origin for origin, sign in _SIGNS.items() if re.search(sign, folded)), "general"))
    linked = _ARTICLE.sub(_MARKED, _ABDUL.sub(rf"عبد{_MARKED}\1", _LINKED.sub(rf"\1 {_MARKED}\2", name)))
    urdu = respelling.by_words(linked.replace("-", " "), lambda word: _rendered(word, rules))
    return re.sub("[.,]", "", urdu.replace(_MARKED, "ال"))


def _rendered(word: str, rules: Rules) -> str:
    lower = plain(word)
    if _ROMAN.match(word) or not re.search("[a-z]", lower):
        return word
    return elements("ur").get(lower) or _PARTICLES.get(lower) or rules(_with_closed_vowels(lower))
