import re
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from glossary import packages
from glossary.engine import LENGTH_PENALTY, ArgosEngine, PivotEngine, load_engine, token_spans
from glossary.errors import EngineError
from glossary.packages import Package


@pytest.fixture(scope="module")
def russian() -> ArgosEngine:
    return ArgosEngine(starter("ru"))


def starter(target: str) -> Package:
    return next(package for package in packages.starters() if package.target == target)


def test_spans_of_sentencepiece_and_bpe_tokens() -> None:
    assert token_spans("new talks", ["▁new", "▁tal", "ks"]) == ((0, 3), (4, 7), (7, 9))
    assert token_spans("new talks", ["new", "tal@@", "ks"]) == ((0, 3), (4, 7), (7, 9))


def test_a_token_that_is_not_in_the_text_has_an_empty_span() -> None:
    assert token_spans("½ cup", ["▁1⁄2", "▁cup"]) == ((0, 0), (2, 5))


@pytest.mark.model
def test_a_sentence_has_as_many_translations_as_asked(russian: ArgosEngine) -> None:
    found = russian.translate(["The president left for Moscow.", "It rained in Lahore on Friday."], 4)

    assert [len({h.text for h in hypotheses}) for hypotheses in found] == [4, 4]
    assert all(h.score < 0 for hypotheses in found for h in hypotheses)


@pytest.mark.model
def test_batches_give_what_single_sentences_give(russian: ArgosEngine) -> None:
    sentences = ["The president left.", "Talks on trade and energy began in the capital.", "It rained."]

    together = [h[0].text for h in russian.translate(sentences)]

    assert together == [russian.translate([s])[0][0].text for s in sentences]


@pytest.mark.model
def test_a_right_translation_scores_higher_than_a_wrong_one(russian: ArgosEngine) -> None:
    source = "The president left for Moscow."

    right, wrong = russian.score(
        [(source, "Президент отбыл в Москву."), (source, "Снег падал в лесу весь день.")]
    )

    assert right > wrong


@pytest.mark.model
def test_attention_has_a_row_for_each_target_token_and_aligns_words(russian: ArgosEngine) -> None:
    source, target = "The president left for Moscow.", "Президент отбыл в Москву."

    (alignment,) = russian.align([(source, target)])

    assert alignment is not None
    assert len(alignment.weights) == len(alignment.target)
    assert {len(row) for row in alignment.weights} == {len(alignment.source)}
    first = alignment.weights[0]
    best = max(range(len(first)), key=lambda s: first[s])
    assert source[slice(*alignment.source[best])] == "president"


@pytest.mark.model
def test_attention_in_a_batch_is_that_of_each_pair_alone(russian: ArgosEngine) -> None:
    pairs = [
        ("The president left.", "Президент уехал."),
        ("", ""),
        (
            "Talks on trade began in the capital on Monday.",
            "В понедельник в столице начались переговоры о торговле.",
        ),
    ]

    together = russian.align(pairs)

    assert together[1] is None
    for alone, one in zip((russian.align([pair])[0] for pair in pairs), together, strict=True):
        if alone and one:
            assert alone[:2] == one[:2]
            flat = zip(
                (w for row in alone.weights for w in row),
                (w for row in one.weights for w in row),
                strict=True,
            )
            assert max(abs(a - b) for a, b in flat) < 0.01


@pytest.mark.model
def test_a_completion_begins_with_its_prefix(russian: ArgosEngine) -> None:
    (completion,) = russian.complete([("The president left for Moscow.", "Глава государства")])

    assert completion.text.startswith("Глава государства ")


@pytest.mark.model
def test_an_old_package_without_config_and_with_a_target_prefix(tmp_path: Path) -> None:
    zipfile.ZipFile(starter("ru").path).extractall(tmp_path)
    root = tmp_path / "translate-en_ru"
    (root / "model" / "config.json").unlink()
    package = Package(root, root.name, "en", "ru", target_prefix="▁Президент")

    (hypotheses,) = ArgosEngine(package).translate(["The president left for Moscow."])

    assert hypotheses[0].text
    assert not hypotheses[0].text.startswith("Президент")


@pytest.mark.model
def test_scores_and_alignments_leave_the_target_prefix_out() -> None:
    """A forced first token changes neither what a translation's score counts nor its spans."""
    engine = ArgosEngine(replace(starter("ru"), target_prefix="▁Президент"))
    source = "The president left for Moscow."

    (hypothesis, *_) = engine.translate([source], 4)[0]

    (score,) = engine.score([(source, hypothesis.text)])
    assert score == pytest.approx(hypothesis.score, abs=1e-3)
    (alignment,) = engine.align([(source, "покинул Москву.")])
    assert alignment is not None
    assert alignment.target[0] == (0, 7)
    assert len(alignment.weights) == len(alignment.target)


@pytest.mark.model
def test_a_target_prefix_that_the_model_does_not_know_leaves_no_trace() -> None:
    """CTranslate2 gives such a one back as <unk>, or as a word of the source."""
    package = replace(starter("ru"), target_prefix=">>rus<<", carriers=False)

    (hypotheses,) = ArgosEngine(package).translate(["The president left for Moscow."])

    assert not re.search("[A-Za-z<>]", hypotheses[0].text)


class Recorder:
    """A model that records the target tokens it is sent, and answers with them and one more word."""

    def __init__(self) -> None:
        self.targets: list[list[str]] = []

    def translate_batch(
        self, sources: list[list[str]], target_prefix: list[list[str]], **_: object
    ) -> object:
        self.targets += target_prefix
        return [
            SimpleNamespace(
                hypotheses=[[*start, "▁Дождь"]],
                scores=[-3.0 / (len(start) + 2) ** LENGTH_PENALTY],
                attention=[[[1.0]] * 9],
            )
            for start in target_prefix
        ]

    def score_batch(self, sources: object, targets: list[list[str]], **_: object) -> object:
        self.targets += targets
        return [SimpleNamespace(log_probs=[-9.0] + [-1.0] * len(tokens)) for tokens in targets]


def test_the_target_prefix_is_sent_as_one_token_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()
    monkeypatch.setattr("glossary.engine.load_model", lambda package, threads: recorder)
    engine = ArgosEngine(replace(starter("ru"), target_prefix=">>rus<<"))

    ((hypothesis,),) = engine.translate(["Rain."])
    assert hypothesis.text == "Дождь"
    assert hypothesis.score == pytest.approx(-1.5)  # for a word and the end
    assert engine.complete([("Rain.", "Шел")])[0].text == "Шел Дождь"
    assert engine.score([("Rain.", "Дождь")]) == [-1.0]
    (alignment,) = engine.align([("Rain.", "Дождь")])

    assert [tokens[0] for tokens in recorder.targets] == [">>rus<<"] * 4
    assert recorder.targets[0] == [">>rus<<"]
    assert alignment is not None
    assert alignment.target[0][0] == 0


class Stutterer:
    """A model that says things twice, unless no token may come back."""

    def translate_batch(self, sources: list[list[str]], no_repeat_ngram_size: int = 0, **_: object) -> object:
        words = ["▁Во", "▁вторник", *(() if no_repeat_ngram_size == 1 else ("▁во", "▁вторник")), "▁дождь"]
        return [SimpleNamespace(hypotheses=[words], scores=[-1.0]) for _ in sources]


def test_noise_is_translated_again_until_nothing_may_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.engine.load_model", lambda package, threads: Stutterer())

    (hypotheses,) = ArgosEngine(starter("ru")).translate(["Rain on Tuesday."])

    assert [h.text for h in hypotheses] == ["Во вторник дождь"]


@pytest.mark.model
def test_two_packages_make_a_pivot() -> None:
    engine = load_engine([starter("ru"), starter("ru")])

    assert isinstance(engine, PivotEngine)
    assert not engine.carriers
    (hypotheses,) = engine.translate(["The president left for Moscow."])
    assert hypotheses[0].text
    assert engine.align([("The president left.", "Президент уехал.")]) == [None]
    assert len(engine.score([("The president left.", "Президент уехал.")])) == 1


def test_a_damaged_package_is_explained(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="the package is damaged: it has no tokenizer") as caught:
        ArgosEngine(Package(tmp_path, "translate-en_ru", "en", "ru"))

    assert caught.value.remedy == "dragoman models remove translate-en_ru, then dragoman models install en-ru"
