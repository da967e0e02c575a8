from engines import Scripted

from glossary import documents
from glossary.model import Entry, Rendering, Term
from glossary.translation import Article, Translation, Translator

PLAIN = documents.format_of(None)
SCO = Entry(Term("organization", "Shanghai Cooperation Organization"), Rendering("ШОС"))
MOSCOW = Entry(Term("place", "Moscow"), Rendering("Москва"))


def translate(engine: Scripted, *texts: str) -> list[Translation]:
    translator = Translator(engine, (SCO, MOSCOW), "ru")
    return list(translator.translate(Article(text, PLAIN) for text in texts))


def test_the_same_sentence_is_translated_once() -> None:
    engine = Scripted({"Rain fell.": ["Шел дождь."]})

    done = translate(engine, "Rain fell. Rain fell.\n", "Rain fell.")

    assert engine.asked == ["Rain fell."]
    assert [t.text for t in done] == ["Шел дождь. Шел дождь.\n", "Шел дождь."]
    assert [t.sentences for t in done] == [2, 1]


def test_blanks_between_sentences_and_around_lines_stay() -> None:
    engine = Scripted({"One.": ["Раз."], "Two.": ["Два."]})

    (done,) = translate(engine, "  One.  Two. \r\n\r\n-----\r\n")

    assert done.text == "  Раз.  Два. \r\n\r\n-----\r\n"


def test_offsets_are_those_of_the_whole_texts() -> None:
    engine = Scripted({"It rained.": ["Шел дождь."], "Moscow slept.": ["Москва спала."]})
    text = "It rained.\n\n  It rained. Moscow slept.\n"

    (done,) = translate(engine, text)

    (occurrence,) = done.occurrences
    assert text[slice(*occurrence.source)] == "Moscow"
    assert occurrence.target is not None
    assert done.text[slice(*occurrence.target)] == "Москва"


def test_a_term_over_the_break_of_hard_wrapped_lines() -> None:
    lines = (
        "The heads of government who came to the capital on Thursday said the\r\n"
        "members would go on working together within the Shanghai Cooperation\r\n"
        "Organization and would meet again before the end of the coming year.\r\n"
    )
    joined = " ".join(lines.split())
    engine = Scripted({joined: ["Главы правительств будут работать в ШОС."]})

    (done,) = translate(engine, lines)

    (occurrence,) = done.occurrences
    assert lines[slice(*occurrence.source)] == "Shanghai Cooperation\r\nOrganization"
    assert done.text == "Главы правительств будут работать в ШОС.\r\n"


def test_kept_sentences_are_told_by_their_place() -> None:
    engine = Scripted({"Rain fell.": ["Шел дождь."]})

    (done,) = translate(engine, "Rain fell. Qxz zxq.")

    assert done.text == "Шел дождь. Qxz zxq."
    assert done.kept == ((11, 19),)


def test_addresses_are_no_occurrences() -> None:
    engine = Scripted({"See https://example.org now.": ["См. https://example.org сейчас."]})

    (done,) = translate(engine, "See https://example.org now.")

    assert done.occurrences == ()
    assert done.text == "См. https://example.org сейчас."


def test_a_window_is_done_before_the_next_is_begun() -> None:
    engine = Scripted({})
    translator = Translator(engine, (), "ru")
    texts = [f"word{n} " * 8000 for n in range(3)]

    first = next(translator.translate(Article(text, PLAIN) for text in texts))

    assert first.sentences > 1  # too long for one
    assert not any("word1" in sentence for sentence in engine.asked)


def test_progress_adds_up() -> None:
    engine = Scripted({"One.": ["Раз."], "Two.": ["Два."]})
    seen: list[int] = []

    list(Translator(engine, (), "ru").translate([Article("One. Two. One.", PLAIN)], seen.append))

    assert sum(seen) == len("One.") + len("Two.")
