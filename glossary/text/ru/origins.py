"""Where names come from, by their spelling, and the systems of those languages that are told by syllables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_SIGNS = {
    "yugoslav": r"(vic|rić|ić|njic|[aeiou][lnrkc]ic)$|jov|jan[aeo]\b",
    "slavic": (
        r"([^aeiou ]{1,2}(ov|ova)|[aeiou][^aeiou ]{0,2}(ev|eva|yev|yeva|iev|ieva)|[a-z]{3}[^aeiou]in"
        r"|[a-z]{4}[^aeiou]ina|sk[iy]+|skaya|enko|[a-z]chuk|[ny]uk|ych|[kl]iy|vich|shvili|dze|ovna|nko|chik"
        r"|zhn[yi]+|kiy|nyy)$"
    ),
    "eastern": (
        r"\b(al|el|bin|ibn|bint|abu|abd\w*|ul|ur|ud|us|muh?amm?[ae]d|moh?amm?[ae]d|ali|hass?[ae]n|huss?[aei]+n"
        r"|syed|sayyid|khan|mir|shah|sheikh)\b"
        r"|q(?!u)|[kg]h|ullah|allah|uddin|[dz]adeh|zai\b|aa|iyya|mah?m|sh[aei]ri?f"
        r"|ee[dmnrt]\b|[au][dj]\b|baz\b|zad\b|bbas|awi\b|dar\b|jalil"
    ),
    "polish": r"(sz|rz|cz)[aeiouy]|cki\b|wicz\b|czyk\b|wski\b",
    "turkic": r"(oglu|bek|bayev|gul|han|demir|yildiz|kaya)\b|[ğış]|erdog",
    "indian": (
        r"(singh|rao|kumar|wala|nath|esh|endra|raj|pal|swami|murthy|reddy|krishna|das|gupta|sharma|thapa|singhe)\b"
        r"|bh|dh[aeiou]|jay|chand"
    ),
    "german": r"sch|mann\b|stein\b|berg\b|burg\b|haus\b|tz\b|bauer|\bvon\b|heim\b",
    "french": r"eau|oux\b|ault\b|ois\b|aine?\b|ille\b|ière|tte\b|\bjean\b|\bde la\b|ç|é|oul|quet|gny",
    "spanish": (
        r"(ez|[aeio]s|illo|ado|uel|ero|rro|ana|nda|[aeou]z)\b|ñ|\b(de|del|los|las|san|santa|jose|juan|luis)\b"
    ),
    "italian": r"(ini|elli|etti|ucci|ozzi|acci|oni|azzo|ello|ino|ola|illi|ico)\b|gli|zz|cch",
    "english": (
        r"(son|ton|ley|ham|field|ford|man|wood|ks|ck|wright|ay|ew|er|th|ell|land|wick|smith|worth|more|way|burn"
        r"|ville|bury|ing|den|dge)\b|igh|oo|wh|\bmc|\bo'"
    ),
}
"""What gives an origin away, the surest signs first; `$` is the end of the whole name."""


def of_spelling(name: str) -> str:
    """The origin of a name in lower case by its letters: a key of the signs, or `general` where none fits."""
    return next((origin for origin, sign in _SIGNS.items() if re.search(sign, name)), "general")


CHINESE_SURNAMES = frozenset(
    "an bai cai cao chang chen cheng chu cui dai deng ding dong du duan fan fang feng fu gao ge"
    " geng gong gu guan guo han hao he hong hou hu hua huang jia jiang jin kang kong lai lei li"
    " liang liao lin ling liu long lou lu luo lü ma mao meng miao mo niu ouyang pan pang peng qi"
    " qian qiao qin qiu qu ren shao shen shi song su sun tan tang tao tian tong wan wang wei wen"
    " wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yin you yu yuan yue zeng zhai"
    " zhan zhang zhao zheng zhong zhou zhu zhuang zou".split()
)
"""The usual ones, in pinyin."""

_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к",
    "h": "х",
    "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь",
    "ang": "ан", "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю",
    "ian": "янь",
    "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай",
    "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ü": "юй", "üe": "юэ", "ue": "юэ",
}  # fmt: skip
_AFTER_PALATALS = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}
_BARE = {
    "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "en": "энь", "er": "эр", "ou": "оу",
    "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь", "ying": "ин",
    "yo": "йо", "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь",
    "wa": "ва", "wai": "вай", "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн",
    "wo": "во",
    "wu": "у", "hui": "хуэй", "nü": "нюй", "lü": "люй",
}  # fmt: skip


@cache
def _palladius() -> dict[str, str]:
    """Every pinyin syllable in the Palladius system, a few more that do not occur included."""
    table = {}
    for initial, consonant in _INITIALS.items():
        for final, vowel in _FINALS.items():
            if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
                vowel = "ы" if initial in ("z", "c", "s") else "и"  # noqa: PLW2901
            if initial in "jqx" and final in _AFTER_PALATALS:
                vowel = _AFTER_PALATALS[final]  # noqa: PLW2901
            table[initial + final] = consonant + vowel
    return table | _BARE


_DISTINCTLY_CHINESE = re.compile(
    r"zh|x[iu]|q[iu]|jian|guang|dong$|shan$|chuan|ning$|cheng|hou$|jing$|nan$|[aeiou]du$"
)


def is_chinese(words: Sequence[str]) -> bool:
    """Whether a name is pinyin: a usual surname before one or two words, or a word of telling syllables."""
    if len(words) == 1:
        return bool(_DISTINCTLY_CHINESE.search(words[0])) and len(_pinyin(words[0])) > 1
    if not 2 <= len(words) <= 3 or words[0] not in CHINESE_SURNAMES:
        return False
    syllables = [_pinyin(word) for word in words]
    return all(syllables) and sum(map(len, syllables)) <= 4


def palladius(word: str) -> str:
    """A word in pinyin by the Palladius system: *xiaoping* is сяопин, *dongyu* дунъюй."""
    out = ""
    for syllable in _pinyin(word):
        russian = _palladius()[syllable]
        out += "ъ" if out.endswith("н") and russian[0] in "аеиоуэюя" else ""
        out += russian
    return out


@cache
def _pinyin(word: str) -> tuple[str, ...]:
    """The word as pinyin syllables, as long ones as possible, or nothing where it is none."""
    if not word:
        return ()
    for length in range(min(6, len(word)), 0, -1):
        head, rest = word[:length], word[length:]
        if head in _palladius():
            if not rest:
                return (head,)
            if following := _pinyin(rest):
                return (head, *following)
    return ()


KOREAN_SURNAMES = {
    "kim": "Ким", "lee": "Ли", "park": "Пак", "pak": "Пак", "choi": "Чхве", "choe": "Чхве", "jung": "Чон",
    "jeong": "Чон",
    "chung": "Чон", "kang": "Кан", "cho": "Чо", "jo": "Чо", "yoon": "Юн", "yun": "Юн", "moon": "Мун",
    "ban": "Пан",
    "han": "Хан", "shin": "Син", "kwon": "Квон", "hwang": "Хван", "ri": "Ли", "jang": "Чан", "chang": "Чан",
    "hong": "Хон", "roh": "Но", "son": "Сон", "bae": "Пэ", "nam": "Нам", "oh": "О", "woo": "У",
    "suh": "Со", "noh": "Но",
}  # fmt: skip

KOREAN = {
    "ae": "э", "eo": "о", "eu": "ы", "oo": "у", "ee": "и", "ya": "я", "yeo": "ё", "yo": "ё", "yu": "ю",
    "ye": "е",
    "yeong": "ён", "young": "ён", "yoon": "юн", "yoo": "ю", "ui": "ый", "wa": "ва", "wo": "во", "we": "ве",
    "wi": "ви", "woo": "у",
    "^woo": "у", "ng": "н", "^g": "к", "^k": "к", "^d": "т", "^t": "т", "^b": "п", "^p": "п", "^j": "чж",
    "j": "чж", "ch": "ч",
    "keon": "гон", "jae": "чжэ", "^jong$": "чен", "^un$": "ын", "^jung$": "чжун", "^chung$": "чхун",
    "sh": "с", "g": "к", "g$": "к", "b$": "п", "d$": "т",
    "a": "а", "e": "е", "i": "и", "o": "о", "u": "у", "^e": "э", "b": "б", "d": "д", "h": "х", "k": "к",
    "l": "ль",
    "l$": "ль", "m": "м", "n": "н", "p": "п", "r": "р", "s": "с", "t": "т", "w": "в", "y": "й", "c": "к",
    "hyun": "хён", "hyon": "хён", "seong": "сон", "sung": "сон", "suk": "сок", "seok": "сок", "gun": "гон",
}  # fmt: skip


def is_korean(words: Sequence[str], name: str) -> bool:
    """Whether a name begins with a Korean surname before two syllables, or with a hyphen between these."""
    if len(words) != 3 or words[0] not in KOREAN_SURNAMES:
        return False
    hyphenated = "-" in name.partition(" ")[2]
    return hyphenated or (
        words[0] in ("kim", "park", "choi", "yoon") and all(len(word) < 6 for word in words)
    )


_JAPANESE_ENDINGS = tuple(
    "moto mura yama kawa gawa saki zaki shita naka hara bayashi hashi shima jima guchi oka ishi hiro hiko"
    " suke taro zawa sawa mizu waki shiro noda kuda hida hide ichi shige zuki tani kami numa".split()
)
_KANA = {
    **{a + b: c + d for a, c in zip("kstnhmrgzdbp", "кстнхмргздбп", strict=True)
       for b, d in zip("aiueo", "аиуэо", strict=True)},
    **{a + b: c + d for a, c in (("sh", "с"), ("ch", "т"), ("j", "дз"), ("ky", "к"), ("gy", "г"), ("ny", "н"),
                                 ("hy", "х"), ("by", "б"), ("py", "п"), ("my", "м"), ("ry", "р"))
       for b, d in zip("auo", "яюё", strict=True)},
    "shi": "си", "chi": "ти", "tsu": "цу", "ji": "дзи", "fu": "фу", "n": "н", "za": "дза",
    "zu": "дзу", "ze": "дзэ", "zo": "дзо", "ya": "я", "yu": "ю", "yo": "ё", "wa": "ва",
    "a": "а", "i": "и", "u": "у", "e": "э", "o": "о",
}  # fmt: skip


def is_japanese(words: Sequence[str]) -> bool:
    """Whether every word is made of Japanese syllables and one ends as Japanese names do."""
    return any(word.endswith(_JAPANESE_ENDINGS) for word in words) and all(map(_is_kana, words))


@cache
def _is_kana(word: str) -> bool:
    if not word:
        return True
    doubled = len(word) > 1 and word[0] == word[1] and word[0] in "kstp"
    if doubled:
        return _is_kana(word[1:])
    return any(word[:length] in _KANA and _is_kana(word[length:]) for length in (3, 2, 1))


def polivanov(word: str) -> str:
    """A word in Hepburn by the Polivanov system: *yoshihide* is ёсихидэ."""
    out = ""
    at = 0
    while at < len(word):
        if word[at : at + 2] in ("kk", "ss", "tt", "pp"):
            out += {"k": "к", "s": "с", "t": "т", "p": "п"}[word[at]]
            at += 1
            continue
        length = next(n for n in (3, 2, 1) if word[at : at + n] in _KANA)
        if word[at] == "n" and word[at + 1 : at + 2] in ("b", "p", "m"):
            out += "м"
        else:
            out += _KANA[word[at : at + length]]
        at += length
    return out
