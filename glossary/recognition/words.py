"""The words of a text, their capitals, and whether their place alone asks for these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.model import Kind, Match
from glossary.text import en, en_names

_TOKEN = re.compile(
    r"https?://\S*\w|www\.\S*\w|[@#]\w+"  # addresses and handles stay whole
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=[ \u00a0][A-Z])"  # U.S., Michael D. Higgins
    r"|(?:Lt|Gen|Drs?|Mrs?|Ms|Prof|Sen|Rep|Gov|Col|Maj|Sgt|Capt|Adm|Brig|St|Jr|Sr|Rev|Mt|No"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\."
    r"|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*|['’ʼ&‐‑–-][^\W_]+)*"  # accents may stand apart
    r"|\n|[^\w\s]|_"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_QUOTES = frozenset("“\"‘'«([")
_SENTENCE_ENDS = frozenset(".!?:;…\n—–•*")
_HEADLINE = 0.6  # the share of capitals among a line's longer words from which none of them says anything


@dataclass(slots=True)
class Word:
    """A token, what it is compared by, and where it stands.

    `end` is before a possessive ending. `attached`: nothing but one blank stands between it and the token
    before. `opens`: its place alone asks for a capital. `known` is the kind of the match that covers it.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    possessive: bool
    attached: bool
    opens: bool
    known: Kind | None = None

    @property
    def acronym(self) -> bool:
        """Whether it has a second capital near its beginning: *UN*, *KSrelief*, but not *McNamara*."""
        rest = self.text[1:3]
        return rest != rest.lower() and self.capital and rest.isalnum() and not self.text.startswith("Mc")

    @property
    def common(self) -> bool:
        """Whether an everyday word is spelled like it."""
        return en_names.is_common(self.lower)


def words_of(text: str, matches: Iterable[Match]) -> list[Word]:
    """The tokens of a text in order, those that a match covers marked with its kind; a line end is one."""
    words: list[Word] = []
    opens, end = True, 0
    headlines = _headlines(text)
    for found in _TOKEN.finditer(text):
        start, token = found.start(), found.group()
        while headlines and headlines[-1].end() <= start:
            headlines.pop()
        headline = headlines[-1].group() if headlines and headlines[-1].start() <= start else ""
        word = _word(token, start, start == end + 1 and text[end] in " \u00a0", opens or bool(headline))
        word.capital &= not headline.isupper()  # there, capitals tell nothing
        words.append(word)
        opens = token in _SENTENCE_ENDS or token in _QUOTES
        end = found.end()
    _mark(words, matches)
    return words


def _word(token: str, start: int, attached: bool, opens: bool) -> Word:
    bare = _POSSESSIVE.sub("", token)
    surface = en.normalized(bare)
    first, _, second = surface.partition("-")
    if second and first[:1].isupper() and en.takes_name(second):  # Gulf-based: the name alone
        bare, surface = re.split("[‐‑–-]", bare, maxsplit=1)[0], first
    # iPhone, eBay and al-Shifa count as capitals, jihad and 5G-ready do not.
    capital = surface[0].isupper() or (surface[0].islower() and any(map(str.isupper, surface)))
    return Word(start, start + len(bare), surface, surface.lower(), capital, bare != token, attached, opens)


def _headlines(text: str) -> list[re.Match[str]]:
    """The lines in title case or capitals, the last first."""
    lines = []
    for found in re.finditer(r"[^\n]+", text):
        line = found.group().rstrip()
        longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in longer)
        if len(longer) > 2 and line[-1] not in '.?!"”' and capitals > _HEADLINE * len(longer):
            lines.append(found)
    return lines[::-1]


def _mark(words: Sequence[Word], matches: Iterable[Match]) -> None:
    at = 0
    ordered = sorted(matches, key=lambda match: match.start)
    for word in words:
        while at < len(ordered) and ordered[at].end <= word.start:
            at += 1
        if at < len(ordered) and ordered[at].start < word.end:
            word.known = ordered[at].entry.term.kind
