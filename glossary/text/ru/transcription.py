"""Names written in Latin script in Russian: by table, then by the practical transcription of their origin.

The origin is guessed from the spelling of the whole name. Systems: Palladius for Chinese, Polivanov for
Japanese, Kontsevich for Korean, in the shape that newsrooms give it, Gilyarevsky and Starostin for others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from glossary.text import respelling
from glossary.text.respelling import Rules, elements, plain
from glossary.text.ru import letters, origins

_TABLES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "general": (letters.SOFT, letters.SOFT_SIGNS),
    "slavic": (letters.SLAVIC,),
    "yugoslav": (letters.SLAVIC, letters.YUGOSLAV),
    "polish": (letters.SLAVIC, letters.POLISH),
    "eastern": (letters.SOFT, letters.SOFT_SIGNS, letters.EASTERN),
    "indian": (letters.SOFT_SIGNS, letters.EASTERN, letters.INDIAN),
    "turkic": (letters.SOFT, letters.EASTERN, letters.TURKIC),
    "english": (letters.ENGLISH,),
    "german": (letters.SOFT, letters.GERMAN),
    "spanish": (letters.SOFT, letters.SPANISH),
    "french": (letters.SOFT, letters.FRENCH),
    "italian": (letters.SOFT, letters.ITALIAN),
    "korean": (origins.KOREAN,),
}

_PARTICLES = {
    "bin": "бен", "bint": "бинт", "ibn": "ибн", "al": "аль", "el": "эль", "de": "де", "del": "дель",
    "der": "дер", "di": "ди",
    "da": "да", "dos": "душ", "du": "дю", "van": "ван", "von": "фон", "la": "ла", "le": "ле", "den": "ден",
    "ten": "тен",
    "ul": "уль", "ur": "ур", "ud": "уд", "uz": "уз", "us": "ус",
}  # fmt: skip
_SUN = (
    ("sh", "аш"),
    ("th", "ат"),
    ("d", "ад"),
    ("n", "ан"),
    ("r", "ар"),
    ("s", "ас"),
    ("t", "ат"),
    ("z", "аз"),
)
_ROMAN = re.compile(r"[IVX]+\b")


def transliterated(name: str) -> str:
    """The name in Russian letters: *Xi Jinping* is Си Цзиньпин, *Anwar-ul-Haq* Анвар-уль-Хак.

    A proposal, to be checked by a person: spelling alone does not tell how a name is said.
    """
    words = respelling.words(name)
    if origins.is_korean(words, name):
        return _korean(name)
    render = _by_origin(words)
    name = re.sub(r",? Jr\.?$", "-младший", name)
    return respelling.by_words(_with_articles(name), lambda word: _rendered(word, render))


def _by_origin(words: Sequence[str]) -> Callable[[str], str]:
    if origins.is_chinese(words):
        return origins.palladius
    if origins.is_japanese(words):
        return origins.polivanov
    return _rules(origins.of_spelling(" ".join(words)))


@cache
def _rules(origin: str) -> Rules:
    return Rules(letters.LETTERS, letters.GLIDES, *_TABLES[origin])


def _rendered(word: str, render: Callable[[str], str]) -> str:
    lower = plain(word)
    if _ROMAN.fullmatch(word) or not re.search("[a-z]", lower):
        return word
    if word in _PARTICLES:
        return _PARTICLES[word]
    known = None if render is origins.palladius else elements("ru").get(lower)
    spelled = known or render(lower)
    return _capitalized(spelled) if word[0].isupper() else spelled.lower()


def _capitalized(word: str) -> str:
    return word[:1].upper() + word[1:]


def _with_articles(name: str) -> str:
    """The Arabic article joined to its noun, as it sounds before it: *al-Sistani* is ас-Sistani."""

    def article(found: re.Match[str]) -> str:
        noun = plain(found[2])
        before = {"al": "аль", "el": "эль"}[found[1].lower()]
        if found[1].lower() == "al":
            before = next((form for letters, form in _SUN if noun.startswith(letters)), before)
        return f"{_capitalized(before) if found[1][0].isupper() else before}-{found[2]}"

    return re.sub(r"\b([Aa]l|[Ee]l)-(\w+)", article, name)


def _korean(name: str) -> str:
    """A Korean name in three words, as newsrooms write it: *Moon Jae-in* is Мун Чжэ Ин."""
    surname, *given = respelling.words(name)
    syllables = [_capitalized(_rules("korean")(word)) for word in given]
    return " ".join((origins.KOREAN_SURNAMES[surname], *syllables))
