import pytest
from enforcing import GLOSSARY, PUTIN, RUSSIA, UN, enforce, forms, outcomes
from engines import Scripted, prefers

from glossary.enforcement.draft import Sentence
from glossary.enforcement.enforcer import ALL_STEPS, Enforcer, Step
from glossary.engine import Hypothesis
from glossary.matcher import Matcher
from glossary.model import Entry, Rendering, Term


def test_a_right_draft_stays_as_it_is() -> None:
    engine = Scripted({"Putin left Moscow for Russia.": ["Путин выехал из Москвы в Россию."]})

    enforced = enforce(engine, "Putin left Moscow for Russia.")

    assert enforced.text == "Путин выехал из Москвы в Россию."
    assert outcomes(enforced) == ["ok", "ok"]
    assert forms(enforced) == ["Москвы", "Россию"]


def test_an_admitted_rendering_is_right() -> None:
    engine = Scripted({"The UN met.": ["Организация Объединенных Наций собралась."]})

    assert outcomes(enforce(engine, "The UN met.")) == ["ok"]


def test_each_occurrence_needs_a_place_of_its_own() -> None:
    text = "Russia thanked Russia."
    engine = Scripted({text: ["Россия поблагодарила себя."]})

    assert outcomes(enforce(engine, text)) == ["ok", "unplaced"]


def test_a_lower_hypothesis_that_places_all_is_taken() -> None:
    text = "The UN thanked Moscow."
    engine = Scripted({text: ["Объединенные нации хвалят Москву.", "ООН поблагодарила Москву."]})

    enforced = enforce(engine, text)

    assert enforced.text == "ООН поблагодарила Москву."
    assert outcomes(enforced) == ["nbest", "nbest"]


def test_a_wrong_name_is_found_by_its_sound_and_replaced_in_the_form_that_fits() -> None:
    text = "They met Vladimir Putin."
    engine = Scripted({text: ["Они встретились с Владимером Путеным."]})

    enforced = enforce(engine, text)

    assert enforced.text == "Они встретились с Владимиром Путиным."
    assert outcomes(enforced) == ["spliced"]
    assert enforced.placements[0].margin is None  # the context leaves one form alone


def test_the_engine_decides_between_forms_that_the_context_allows() -> None:
    text = "They saw Vladimir Putin."
    engine = Scripted({text: ["Они видели, Владимера Путеня там."]}, score=prefers("Владимир Путин"))

    enforced = enforce(engine, text)

    assert enforced.text == "Они видели, Владимир Путин там."
    assert enforced.placements[0].margin is not None


def test_context_decides_where_the_engine_does_not() -> None:
    text = "They spoke about Vladimir Putin."
    engine = Scripted({text: ["Они говорили о Владимире Путене."]})

    assert enforce(engine, text).text == "Они говорили о Владимире Путине."


def test_a_forbidden_rendering_is_replaced() -> None:
    text = "Vladimir Putin left."
    engine = Scripted({text: ["Владимир Путен уехал."]}, score=prefers("Владимир Путин "))

    assert enforce(engine, text).text == "Владимир Путин уехал."


def test_what_no_step_can_place_is_reported_and_the_draft_left_alone() -> None:
    text = "The foreign minister left."
    engine = Scripted({text: ["Он уехал."]})

    enforced = enforce(engine, text)

    assert enforced.text == "Он уехал."
    assert outcomes(enforced) == ["unplaced"]
    assert enforced.placements[0].start is None


def test_carriers_come_back_in_their_case() -> None:
    engine = Scripted(
        {"⟦Tm⟧⟦1⟧ ⟦Pm⟧⟦2⟧ flew to ⟦Gf⟧⟦3⟧.": ["⟦1⟧⟦nom⟧ ⟦2⟧⟦nom⟧ вылетел в ⟦3⟧⟦acc⟧."]}, carriers=True
    )

    enforced = enforce(engine, "President Vladimir Putin flew to Moscow.")

    assert enforced.text == "Президент Владимир Путин вылетел в Москву."
    assert outcomes(enforced) == ["carried"] * 3
    assert forms(enforced) == ["Президент", "Владимир Путин", "Москву"]


def test_a_plural_is_carried_as_one() -> None:
    engine = Scripted({"Two ⟦Tp⟧⟦1⟧ met.": ["Встретились два ⟦1⟧⟦gen⟧."]}, carriers=True)

    assert enforce(engine, "Two foreign ministers met.").text == "Встретились два министров иностранных дел."


def test_the_hypothesis_in_which_most_carriers_stand_once_is_taken() -> None:
    source = "⟦Gf⟧⟦1⟧ thanked ⟦Of⟧⟦2⟧."
    engine = Scripted({source: ["⟦1⟧⟦nom⟧ хвалит.", "⟦1⟧⟦nom⟧ поблагодарила ⟦2⟧⟦acc⟧."]}, carriers=True)

    assert enforce(engine, "Russia thanked UN.").text == "Россия поблагодарила ООН."


def test_carriers_doubled_side_by_side_are_one() -> None:
    engine = Scripted({"They met ⟦Pm⟧⟦1⟧.": ["Они встретили ⟦1⟧⟦acc⟧ ⟦1⟧⟦acc⟧."]}, carriers=True)

    assert enforce(engine, "They met Vladimir Putin.").text == "Они встретили Владимира Путина."


def test_a_lost_carrier_travels_again_in_words() -> None:
    engine = Scripted(
        {
            "⟦Gf⟧⟦1⟧ thanked ⟦Om⟧⟦2⟧.": ["⟦1⟧⟦nom⟧ благодарит."],
            "⟦Gf⟧⟦1⟧ thanked UN.": ["⟦1⟧⟦nom⟧ благодарит ООН."],
        },
        carriers=True,
    )
    un = Entry(UN.term, Rendering("ООН", morph=(("Gender", "Masc"),)))

    enforced = enforce(engine, "Russia thanked UN.", (RUSSIA, un))

    assert enforced.text == "Россия благодарит ООН."
    assert outcomes(enforced) == ["carried", "ok"]


def test_a_symbol_that_was_never_sent_is_dropped() -> None:
    engine = Scripted({"⟦Gf⟧⟦1⟧ won.": ["⟦1⟧⟦nom⟧ ⟦7⟧⟦gen⟧ победила ⟦x."]}, carriers=True)

    assert "⟦" not in enforce(engine, "Russia won.").text


def test_more_than_nine_terms_are_all_placed() -> None:
    text = "Russia, " * 10 + "Russia won."
    source = "".join(f"⟦Gf⟧⟦{n}⟧, " for n in range(1, 10)) + "Russia, Russia won."
    back = "".join(f"⟦{n}⟧⟦nom⟧, " for n in range(1, 10)) + "Россия, Россия победила."
    engine = Scripted({source: [back]}, carriers=True)

    assert outcomes(enforce(engine, text)) == ["carried"] * 9 + ["ok"] * 2


def test_the_preposition_before_a_carrier_takes_the_right_shape() -> None:
    lviv = Entry(Term("place", "Lviv"), Rendering("Львов"))
    engine = Scripted({"He lives in ⟦Gm⟧⟦1⟧.": ["Он живет в ⟦1⟧⟦loc⟧."]}, carriers=True)

    assert enforce(engine, "He lives in Lviv.", (lviv,)).text == "Он живет во Львове."


def test_a_term_alone_needs_no_engine() -> None:
    engine = Scripted({})

    assert enforce(engine, "Vladimir Putin").text == "Владимир Путин"
    assert engine.asked == []


def test_terms_that_signs_keep_apart_need_no_engine() -> None:
    engine = Scripted({})

    enforced = enforce(engine, "President, Foreign Minister (Moscow) - UN")

    assert enforced.text == "Президент, министр иностранных дел (Москва) — ООН"
    assert forms(enforced) == ["Президент", "министр иностранных дел", "Москва", "ООН"]
    assert engine.asked == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Moscow -Russia", "Москва -Россия"),
        ("Moscow - Russia -", "Москва — Россия —"),
        ("- Moscow, Russia", "- Москва, Россия"),
        ("| Moscow | - | 5 |", "| Москва | - | 5 |"),
    ],
)
def test_a_hyphen_is_a_dash_where_it_stands_free_between_terms(text: str, wanted: str) -> None:
    assert enforce(Scripted({}), text).text == wanted


@pytest.mark.parametrize(
    "text", ["President Putin", "Moscow & Russia", "Moscow, 2 Presidents", "Moscow, here"]
)
def test_what_grammar_may_join_goes_to_the_engine(text: str) -> None:
    engine = Scripted({})

    enforce(engine, text)

    assert engine.asked


def test_text_without_letters_passes_untouched() -> None:
    engine = Scripted({})

    assert enforce(engine, "-----  12:30 ½").text == "-----  12:30 ½"
    assert engine.asked == []


def test_a_sentence_that_the_engine_cannot_translate_is_kept() -> None:
    enforced = enforce(Scripted({}), "Moscow zzz.")

    assert (enforced.text, enforced.kept) == ("Moscow zzz.", True)
    assert outcomes(enforced) == ["unplaced"]


def test_a_headline_in_capitals_is_sent_in_small_letters() -> None:
    engine = Scripted({"⟦Gf⟧⟦1⟧ thanks the ⟦Of⟧⟦2⟧": ["⟦1⟧⟦nom⟧ благодарит ⟦2⟧⟦acc⟧"]}, carriers=True)

    assert enforce(engine, "RUSSIA THANKS THE UN").text == "Россия благодарит ООН"


def test_a_carrier_without_case_gets_the_one_its_context_asks_for() -> None:
    engine = Scripted({"They met ⟦Pm⟧⟦1⟧.": ["Они встретились с ⟦1⟧ в понедельник."]}, carriers=True)

    enforced = enforce(engine, "They met Vladimir Putin.")

    assert enforced.text == "Они встретились с Владимиром Путиным в понедельник."


def test_a_hypothesis_without_doubled_carriers_is_looked_for() -> None:
    source = "⟦Gf⟧⟦1⟧ thanked ⟦Of⟧⟦2⟧."
    doubled = "⟦1⟧⟦nom⟧ и ⟦2⟧⟦nom⟧ благодарят ⟦2⟧⟦acc⟧."
    engine = Scripted({source: [doubled] * 4 + ["⟦1⟧⟦nom⟧ благодарит ⟦2⟧⟦acc⟧."]}, carriers=True)

    assert enforce(engine, "Russia thanked UN.").text == "Россия благодарит ООН."


@pytest.mark.parametrize(("rank", "wanted"), [(1, 17), (2, 17), (6, 71)])
def test_right_numbers_are_looked_for_among_what_is_nearly_as_likely(rank: int, wanted: int) -> None:
    wrong, right = "⟦1⟧⟦nom⟧ построит 71 домов.", "⟦1⟧⟦nom⟧ построит 17 домов."
    engine = Scripted({"⟦Gf⟧⟦1⟧ builds 17 houses.": [wrong] * rank + [right]}, carriers=True)

    assert enforce(engine, "Russia builds 17 houses.").text == f"Россия построит {wanted} домов."


def test_terms_count_more_than_numbers() -> None:
    source = "⟦Gf⟧⟦1⟧ had 1,250 cases."
    engine = Scripted({source: ["⟦1⟧⟦nom⟧ отметила 1 520.", "Отмечено 1 250."]}, carriers=True)

    assert enforce(engine, "Russia had 1,250 cases.").text == "Россия отметила 1 520."


def test_a_carrier_that_only_comes_doubled_is_told_of() -> None:
    doubled = "⟦1⟧⟦nom⟧ и ⟦2⟧⟦nom⟧ благодарят ⟦2⟧⟦acc⟧."
    engine = Scripted({"⟦Gf⟧⟦1⟧ thanked ⟦Of⟧⟦2⟧.": [doubled]}, carriers=True)

    enforced = enforce(engine, "Russia thanked UN.")

    assert enforced.text == "Россия и ООН благодарят ООН."
    assert [p.repeated for p in enforced.placements] == [0, 1]


def test_a_forbidden_rendering_beside_the_approved_one_is_replaced() -> None:
    text = "Vladimir Putin left."
    engine = Scripted(
        {text: ["Владимир Путен сказал, что Владимир Путин уехал."]}, score=prefers("Владимир Путин ск")
    )

    enforced = enforce(engine, text)

    assert enforced.text == "Владимир Путин сказал, что Владимир Путин уехал."


def test_what_is_not_translated_keeps_its_small_letter_at_the_beginning() -> None:
    phone = Entry(Term("work", "iPhone", translate=False), Rendering("iPhone", morph=(("Indecl", "Yes"),)))
    engine = Scripted({"The ⟦Om⟧⟦1⟧ sells.": ["⟦1⟧⟦nom⟧ продается."]}, carriers=True)

    assert enforce(engine, "The iPhone sells.", (phone,)).text == "iPhone продается."


def test_an_engine_without_carriers_gets_surrogates() -> None:
    text = "They met Vladimir Putin yesterday."
    engine = Scripted(
        {text: ["Вчера была встреча."], "They met Ivan yesterday.": ["Вчера они встретились с Иваном."]}
    )

    enforced = enforce(engine, text)

    assert enforced.text == "Вчера они встретились с Владимиром Путиным."
    assert outcomes(enforced) == ["surrogate"]
    assert enforced.placements[0].replaced == "Иваном"


def test_no_surrogate_stands_for_two_terms_or_is_in_the_sentence() -> None:
    text = "Ivan met Vladimir Putin and Boris Yeltsin."
    yeltsin = Entry(Term("person", "Boris Yeltsin"), Rendering("Борис Ельцин", morph=(("Gender", "Masc"),)))
    engine = Scripted({text: ["Встреча."]})

    enforce(engine, text, (PUTIN, yeltsin))

    assert engine.asked[1] == "Ivan met Viktor and Maxim."


def test_what_follows_a_splice_is_decoded_again_where_the_engine_likes_that_better() -> None:
    text = "The UN thanked its staff."
    engine = Scripted({text: ["Оон поблагодарил сотрудников."]}, score=prefers("поблагодарила"))
    engine.complete = lambda prefixes: [  # type: ignore[method-assign]
        Hypothesis(f"{start} поблагодарила сотрудников.", 0.0) for _, start in prefixes
    ]

    enforced = enforce(engine, text)

    assert enforced.text == "ООН поблагодарила сотрудников."
    assert outcomes(enforced) == ["redecoded"]


def test_steps_can_be_left_out() -> None:
    text = "They met Vladimir Putin."
    engine = Scripted({text: ["Они встретились с Владимером Путеным."]})
    sentence = Sentence(text, tuple(Matcher(GLOSSARY).find(text)))

    (enforced,) = Enforcer(engine, "ru", ALL_STEPS - {Step.SPLICES, Step.SURROGATES}).enforce([sentence])

    assert enforced.text == "Они встретились с Владимером Путеным."
    assert outcomes(enforced) == ["unplaced"]
