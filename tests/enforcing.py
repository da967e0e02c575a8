"""A few terms, and the enforcement of one sentence with them."""

from collections.abc import Sequence

from engines import Scripted

from glossary.enforcement.draft import Sentence
from glossary.enforcement.enforcer import Enforcer
from glossary.enforcement.finish import Enforced
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term

PUTIN = Entry(
    Term("person", "Vladimir Putin"),
    Rendering("Владимир Путин", forbidden=("Владимир Путен",), morph=(("Gender", "Masc"),)),
)
PRESIDENT = Entry(Term("title", "President"), Rendering("президент", morph=(("Gender", "Masc"),)))
MINISTER = Entry(Term("title", "Foreign Minister"), Rendering("министр иностранных дел"))
UN = Entry(Term("organization", "UN"), Rendering("ООН", admitted=("Организация Объединенных Наций",)))
MOSCOW = Entry(Term("place", "Moscow"), Rendering("Москва"))
RUSSIA = Entry(Term("place", "Russia"), Rendering("Россия"))
GLOSSARY = (PUTIN, PRESIDENT, MINISTER, UN, MOSCOW, RUSSIA)


def enforce(engine: Scripted, text: str, glossary: Sequence[Entry] = GLOSSARY) -> Enforced:
    sentence = Sentence(text, tuple(Matcher(glossary).find(text)))
    (enforced,) = Enforcer(engine, "ru").enforce([sentence])
    return enforced


def outcomes(enforced: Enforced) -> list[str]:
    return [p.outcome.value for p in enforced.placements]


def forms(enforced: Enforced) -> list[str]:
    return [enforced.text[p.start : p.end] for p in enforced.placements if p.start is not None]
