import pytest

from glossary.enforcement.lexicon import Lexicon
from glossary.model import Entry, Form, Rendering, Term

MINISTRY = Entry(
    Term("organization", "Foreign Ministry"),
    Rendering("МИД", admitted=("Министерство иностранных дел",), morph=(("Indecl", "Yes"),)),
)
PUTIN = Entry(Term("person", "Putin"), Rendering("Путин", forbidden=("Путен",)))
EDITOR = Entry(Term("title", "editor"), Rendering("министр"))
URDU = Entry(Term("title", "Prime Minister"), Rendering("وزیراعظم"))


def approved(language: str, entry: Entry, text: str) -> list[str]:
    return [text[f.start : f.end] for f in Lexicon(language).approved_in(text, entry)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("встреча с Путиным", ["Путиным"]),
        ("ПУТИНА ждут", ["ПУТИНА"]),  # extra capitals are tolerated
        ("путина рыбы", []),  # a missing one is not: this is a fishing season
        ("Путинский Распутин", []),
        ("Путин-младший", []),
        ("«Путин», — сказал", ["Путин"]),
    ],
)
def test_whole_words_in_any_form(text: str, found: list[str]) -> None:
    assert approved("ru", PUTIN, text) == found


@pytest.mark.parametrize(
    ("forbidden", "text", "found"),
    [
        ("комиссар", "встреча с комиссаром", ["комиссаром"]),
        ("человек доброй воли", "встреча с людьми доброй воли", ["людьми доброй воли"]),
        ("ребенок", "дети и о детях", ["дети", "детях"]),
        ("отец нации", "отцу нации", ["отцу нации"]),
        ("отец нации", "матери народа", []),
    ],
)
def test_forbidden_forms_are_found_whatever_they_begin_with(
    forbidden: str, text: str, found: list[str]
) -> None:
    entry = Entry(Term("title", "x"), Rendering("гражданин", forbidden=(forbidden,)))
    assert [text[f.start : f.end] for f in Lexicon("ru").forbidden_in(text, entry)] == found


def test_an_admitted_rendering_inflects_though_the_preferred_one_does_not() -> None:
    text = "В Министерстве иностранных дел и в МИД"

    assert approved("ru", MINISTRY, text) == ["Министерстве иностранных дел", "МИД"]


def test_forbidden_renderings_inflect() -> None:
    lexicon = Lexicon("ru")

    assert [f.start for f in lexicon.find("о Путене", lexicon.forbidden(PUTIN))] == [2]


def test_a_part_of_a_hyphenated_word_is_no_rendering() -> None:
    assert approved("ru", EDITOR, "премьер-министр и министр") == ["министр"]


@pytest.mark.parametrize("text", ["وزیراعظم", "وزیر اعظم", "وزیرِ اعظم", "وزیر\u200cاعظم"])
def test_urdu_spellings_are_one(text: str) -> None:
    assert approved("ur", URDU, f"کل {text} نے") == [text]


def test_urdu_words_are_whole() -> None:
    entry = Entry(Term("title", "president"), Rendering("صدر"))

    assert approved("ur", entry, "صدارت اور مصدر") == []
    assert approved("ur", entry, "صدر، صدر۔") == ["صدر", "صدر"]


def test_the_nearest_form_there_is() -> None:
    entry = Entry(Term("place", "X"), Rendering("Икс", forms=(Form((("Case", "Gen"),), "Икса"),)))
    lexicon = Lexicon("bg")

    assert lexicon.form(entry, "Gen", plural=False).text == "Икса"
    assert lexicon.form(entry, "Ins", plural=True).text == "Икс"
