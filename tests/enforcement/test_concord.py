"""Carriers, and terms of lower hypotheses, in the cases that those beside them ask for."""

import pytest
from enforcing import GLOSSARY, enforce, outcomes
from engines import Scripted

from glossary.enforcement.carriers import with_carriers
from glossary.enforcement.draft import Sentence
from glossary.enforcement.lexicon import Lexicon
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("President of Russia Vladimir Putin left.", "Президент России Владимир Путин уехал."),
        # Without the office right before the name nobody can tell whose it is.
        ("President of Russia, then Vladimir Putin left.", "Президент России Владимира Путина уехал."),
    ],
)
def test_a_carried_name_follows_its_title(text: str, wanted: str) -> None:
    answer = "⟦1⟧⟦nom⟧ ⟦2⟧⟦gen⟧ ⟦3⟧⟦gen⟧ уехал."
    carried = text.replace("President", "⟦Tm⟧⟦1⟧").replace("Russia", "⟦Gf⟧⟦2⟧")
    engine = Scripted({carried.replace("Vladimir Putin", "⟦Pm⟧⟦3⟧"): [answer]}, carriers=True)

    assert enforce(engine, text).text == wanted


@pytest.mark.parametrize(
    ("text", "answer", "wanted"),
    [
        (
            "Russia's Foreign Minister left.",
            "⟦1⟧⟦nom⟧ ⟦2⟧⟦nom⟧ уехал.",
            "Министр иностранных дел России уехал.",
        ),
        (
            "Moscow President left.",
            "⟦2⟧⟦nom⟧ ⟦1⟧⟦ins⟧ уехал.",
            "Президент Москвы уехал.",
        ),
        (  # the preposition has hold of the place
            "Russia's Foreign Minister left.",
            "Из ⟦1⟧⟦gen⟧ ⟦2⟧⟦nom⟧ уехал.",
            "Из России министр иностранных дел уехал.",
        ),
        (  # the source says nothing of whose minister it is
            "In Russia the Foreign Minister left.",
            "⟦1⟧⟦nom⟧ ⟦2⟧⟦nom⟧ покинул.",
            "Россия министр иностранных дел покинул.",
        ),
        (
            "They left for Moscow and Russia.",
            "Они уехали из ⟦1⟧⟦gen⟧ и ⟦2⟧⟦nom⟧.",
            "Они уехали из Москвы и России.",
        ),
        (  # a verb of more than one
            "The Foreign Minister of Moscow and Russia left.",
            "⟦1⟧⟦nom⟧ ⟦2⟧⟦gen⟧ и ⟦3⟧⟦nom⟧ уехали.",
            "Министр иностранных дел Москвы и России уехали.",
        ),
        (  # a new clause, with its own subject
            "They like Moscow and Russia grows.",
            "Они любят ⟦1⟧⟦acc⟧ и ⟦2⟧⟦nom⟧ растет.",
            "Они любят Москву и Россия растет.",
        ),
        (  # a city and its country
            "They met in Moscow, Russia.",
            "Они встретились в ⟦1⟧⟦loc⟧, ⟦2⟧⟦nom⟧.",
            "Они встретились в Москве, Россия.",
        ),
        (
            "They met in Moscow, Russia and Moscow.",
            "Они встретились в ⟦1⟧⟦loc⟧, ⟦2⟧⟦nom⟧ и ⟦3⟧⟦nom⟧.",
            "Они встретились в Москве, России и Москве.",
        ),
        (  # a row in the translation alone
            "Moscow will meet Russia.",
            "Поездка в ⟦1⟧⟦acc⟧, ⟦2⟧⟦nom⟧.",
            "Поездка в Москву, Россия.",
        ),
    ],
)
def test_carriers_side_by_side_are_put_into_the_cases_they_ask_for(
    text: str, answer: str, wanted: str
) -> None:
    sentence = Sentence(text, tuple(Matcher(GLOSSARY).find(text)))
    source, _ = with_carriers(sentence, range(len(sentence.matches)), Lexicon("ru"))

    assert enforce(Scripted({source: [answer]}, carriers=True), text).text == wanted


@pytest.mark.parametrize(
    ("text", "answer", "wanted"),
    [
        (
            "Foreign Ministers of Russia and Moscow left.",
            "⟦1⟧⟦nom⟧ ⟦2⟧⟦nom⟧ и ⟦3⟧⟦nom⟧ уехали.",
            "Министры иностранных дел России и Москвы уехали.",
        ),
        # One minister and a city left.
        (
            "Foreign Minister of Russia and Moscow left.",
            "⟦1⟧⟦nom⟧ и ⟦2⟧⟦nom⟧ уехали.",
            "Министр иностранных дел России и Москва уехали.",
        ),
    ],
)
def test_ministers_have_a_further_country_and_a_single_one_has_not(
    text: str, answer: str, wanted: str
) -> None:
    of_russia = Term("title", "Foreign Minister of Russia")
    glossary = (*GLOSSARY, Entry(of_russia, Rendering("министр иностранных дел России")))
    sentence = Sentence(text, tuple(Matcher(glossary).find(text)))
    source, _ = with_carriers(sentence, range(len(sentence.matches)), Lexicon("ru"))

    assert enforce(Scripted({source: [answer]}, carriers=True), text, glossary).text == wanted


def test_a_name_of_a_lower_hypothesis_follows_its_title() -> None:
    text = "They met Foreign Minister Vladimir Putin."
    engine = Scripted(
        {text: ["Они встретились.", "Они встретились с министром иностранных дел Владимира Путина."]}
    )

    enforced = enforce(engine, text)

    assert enforced.text == "Они встретились с министром иностранных дел Владимиром Путиным."
    assert outcomes(enforced) == ["nbest", "nbest"]
