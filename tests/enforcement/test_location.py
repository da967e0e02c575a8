from glossary.enforcement.draft import Draft, Place
from glossary.enforcement.lexicon import Lexicon
from glossary.enforcement.location import gaps, places
from glossary.engine import Alignment, token_spans
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term

RUSSIAN = Lexicon("ru")
PUTIN = Entry(Term("person", "Vladimir Putin"), Rendering("Владимир Путин", forbidden=("Влад Путен",)))
MINISTER = Entry(Term("title", "foreign minister"), Rendering("министр иностранных дел"))


def found(
    source: str, text: str, entry: Entry, alignment: Alignment | None = None, bare: str = ""
) -> list[str]:
    (match,) = Matcher([entry]).find(source)
    draft = Draft(source, (text,))
    span = match.start, match.end
    return [text[p.start : p.end] for p in places(draft, match, span, alignment, bare, "", RUSSIAN)]


def attention(source: str, target: str, links: dict[int, int]) -> Alignment:
    """Each target word attends to one source word."""
    a, b = source.split(), target.split()
    weights = tuple(tuple(float(links.get(t) == s) for s in range(len(a))) for t in range(len(b)))
    return Alignment(token_spans(source, a), token_spans(target, b), weights)


def test_a_forbidden_rendering_comes_first() -> None:
    assert found("Vladimir Putin left", "Влад Путен уехал", PUTIN)[0] == "Влад Путен"


def test_a_name_by_its_sound_in_another_transliteration() -> None:
    assert found("Vladimir Putin left", "Вледимер Путан уехал вчера", PUTIN) == ["Вледимер Путан"]


def test_a_name_left_in_latin_script() -> None:
    assert found("Vladimir Putin left", "Vladimir Putin уехал", PUTIN) == ["Vladimir Putin"]


def test_nothing_sounds_like_the_name() -> None:
    assert found("Vladimir Putin left", "Он уехал вчера", PUTIN) == []


def test_the_engines_own_rendering_of_the_bare_term_with_another_ending() -> None:
    text = "Встреча с внешним министром прошла"

    assert found("The foreign minister met", text, MINISTER, bare="внешний министр") == ["внешним министром"]


def test_the_words_that_attend_to_the_term() -> None:
    source, target = "The foreign minister left", "Глава дипломатии уехал"
    links = {0: 2, 1: 1, 2: 3}

    assert found(source, target, MINISTER, attention(source, target, links)) == ["Глава дипломатии"]


def test_gaps_lie_beside_the_translations_of_the_neighbours() -> None:
    source, target = "Yesterday Moscow slept", "Вчера спала"
    draft = Draft(source, (target,))
    alignment = attention(source, target, {0: 0, 1: 2})

    assert Place(0, 6, 6) in gaps(draft, (10, 16), alignment)


def test_without_attention_there_are_no_gaps() -> None:
    assert gaps(Draft("a b", ("а б",)), (0, 1), None) == []


def test_words_in_small_letters_that_attend_to_a_name_are_no_name() -> None:
    source, target = "President Vladimir Putin opened it", "Президент открыл это"

    assert found(source, target, PUTIN, attention(source, target, {0: 0, 1: 1, 2: 3})) == []
