"""The steps of enforcement, over batches of sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from glossary.enforcement import assignment, carriers, surrogates
from glossary.enforcement.attempts import Attempt, kept, loses, numbers_lost
from glossary.enforcement.draft import Draft, Outcome, Sentence, Slot
from glossary.enforcement.finish import Enforced, finish, keep
from glossary.enforcement.lexicon import Lexicon, feature
from glossary.enforcement.splicing import Splicer
from glossary.engine import Engine, Hypothesis
from glossary.noise import is_noise


class Step(StrEnum):
    """A step that can be left out, to see what it brings."""

    CARRIERS = "carriers"
    NBEST = "n-best"
    SURROGATES = "surrogates"
    SPLICES = "splices"
    REDECODING = "redecoding"


ALL_STEPS = frozenset(Step)

_SIGNS = re.compile(r"[\s,;:/|().—–-]*")  # those that mean the same in every language
_NAME = "\0"  # among signs
_HYPOTHESES = 4
_MORE_HYPOTHESES = 5  # where carriers got lost or doubled, or numbers lost
_SURROGATE_BEAM = 2  # half as dear as 4, and 0.3 chrF worse
_SCORE_GAP = 0.3  # log-probability per token that a lower hypothesis may lie behind


_Jobs = dict[int, tuple[Sentence, tuple[int, ...]]]
"""Sentences by their number in the batch, each with the occurrences to carry."""


class Enforcer:
    """Translates with one engine into one language and makes every translation obey the glossary."""

    def __init__(self, engine: Engine, language: str, steps: Collection[Step] = ALL_STEPS) -> None:
        self._engine = engine
        self._language = language
        self._steps = steps
        self._lexicon = Lexicon(language)
        self._splicer = Splicer(engine, self._lexicon)

    def enforce(self, sentences: Sequence[Sentence]) -> list[Enforced]:
        """Return the translation of each sentence, every term of it approved or reported as unplaced."""
        attempts = self._translate({i: s for i, s in enumerate(sentences) if _has_words(s)})
        self._try_again(attempts)
        if Step.SURROGATES in self._steps and not self._engine.carriers:
            self._send_as_surrogates(attempts)
        if Step.SPLICES in self._steps:
            self._splicer.splice(attempts)
        if Step.REDECODING in self._steps:
            self._redecode(attempts)
        drafts = {i: attempt.draft for i, attempt in attempts.items()}
        return [
            finish(sentence, drafts[i], self._lexicon) if i in drafts else self._without_engine(sentence)
            for i, sentence in enumerate(sentences)
        ]

    def repair(self, sentences: Sequence[Sentence], drafts: Sequence[str]) -> list[Enforced]:
        """Return translations that somebody else made, with the glossary enforced where they break it.

        Nothing changes but wrong renderings and words that agree with them, and dropped titles and names
        are put beside their partners; a translation that obeys comes back as it is, code point by code point.
        """
        attempts = {}
        for i, (sentence, text) in enumerate(zip(sentences, drafts, strict=True)):
            draft = Draft(sentence.text, (text,))
            claimed = assignment.claim(draft, sentence.matches, Outcome.OK, self._lexicon)
            spans = {n: (match.start, match.end) for n, match in enumerate(sentence.matches)}
            attempts[i] = Attempt(sentence, (), spans, claimed)
        self._splicer.splice(attempts)
        return [finish(s, attempts[i].draft, self._lexicon) for i, s in enumerate(sentences)]

    def _without_engine(self, sentence: Sentence) -> Enforced:
        """Return a sentence that is but terms and signs, has no words, or is beyond the engine."""
        if _has_words(sentence):
            return keep(sentence)
        if not sentence.matches:
            return Enforced(sentence.text)
        first, *others = sentence.frame or self._frame(sentence)
        pieces: list[str | Slot] = [first]
        for index, (match, signs) in enumerate(zip(sentence.matches, others, strict=True)):
            form = self._lexicon.form(match.entry, "Nom", plural=match.plural)
            outcome = Outcome.PROPOSED if match.proposed else Outcome.SPLICED
            pieces += Slot(index, form.text, form.features, outcome), signs
        return finish(sentence, Draft(sentence.text, tuple(pieces)), self._lexicon)

    def _frame(self, sentence: Sentence) -> Sequence[str]:
        """Return the signs around terms as the language has them; those around a single one as they are."""
        signs = list(sentence.between())
        if len(sentence.matches) < 2:
            return signs
        return self._lexicon.rules.punctuated(_NAME.join(signs)).split(_NAME)

    def _translate(self, sentences: dict[int, Sentence]) -> dict[int, Attempt]:
        """Steps 0 to 2: return the likeliest draft that places most of the terms, by sentence number."""
        most = carriers.MOST if self._engine.carriers and Step.CARRIERS in self._steps else 0
        jobs = {i: (s, tuple(range(len(s.matches)))[:most]) for i, s in sentences.items()}
        return self._attempt(jobs, _HYPOTHESES if Step.NBEST in self._steps else 1)

    def _try_again(self, attempts: dict[int, Attempt]) -> None:
        """Translate again where carriers were lost or doubled, or numbers; lost carriers go in words."""
        again = {
            i: (a.sentence, tuple(n for n in a.carried if n not in a.lost()))
            for i, a in attempts.items()
            if a.lost() or a.doubled() or (Step.NBEST in self._steps and numbers_lost(a.sentence, a.draft))
        }
        for i, attempt in self._attempt(again, _MORE_HYPOTHESES).items():
            if kept(attempt.sentence, attempt.draft) > kept(attempt.sentence, attempts[i].draft):
                attempts[i] = attempt

    def _send_as_surrogates(self, attempts: dict[int, Attempt]) -> None:
        """Translate sentences that lack terms with surrogates for those; keep what places more."""
        jobs = {
            i: surrogates.with_surrogates(a.sentence, a.missing(), self._language, self._lexicon)
            for i, a in attempts.items()
            if a.missing()
        }
        sent = {i: (source, chosen) for i, (source, chosen) in jobs.items() if chosen}
        results = self._engine.translate([source for source, _ in sent.values()], beam=_SURROGATE_BEAM)
        for (i, (source, chosen)), hypotheses in zip(sent.items(), results, strict=True):
            sentence = attempts[i].sentence
            for hypothesis in hypotheses[:1]:
                draft = surrogates.draft_from(source, hypothesis.text, sentence, chosen, self._lexicon)
                draft = assignment.claim(draft, sentence.matches, Outcome.OK, self._lexicon)
                if kept(sentence, draft) > kept(sentence, attempts[i].draft):
                    attempts[i] = replace(attempts[i], draft=replace(draft, source=attempts[i].draft.source))

    def _redecode(self, attempts: dict[int, Attempt]) -> None:
        """Step 5: let the engine go on after the last term that was put; keep what it likes better."""
        cut = {i: head for i, a in attempts.items() if (head := _through_last_splice(a.draft))}
        tails = self._engine.complete([(head.source, head.engine_text()) for head in cut.values()])
        fresh: dict[int, Draft] = {}
        for (i, head), tail in zip(cut.items(), tails, strict=True):
            rest = tail.text.removeprefix(head.engine_text())
            attempt = attempts[i]
            after = carriers.draft_from(head.source, rest, attempt.sentence, attempt.carried, self._lexicon)
            draft = Draft(head.source, (*head.pieces, *after.pieces))
            draft = assignment.claim(draft, attempt.sentence.matches, Outcome.OK, self._lexicon)
            text = draft.engine_text()
            new = text != attempt.draft.engine_text() and not is_noise(head.source, text)
            if new and not loses(attempt.sentence, draft, attempt.draft):
                fresh[i] = draft
        pairs = [(d.source, d.engine_text()) for i in fresh for d in (attempts[i].draft, fresh[i])]
        scores = iter(self._engine.score(pairs))
        for i, draft in fresh.items():
            before, after_score = next(scores), next(scores)
            if after_score > before:
                attempts[i] = replace(attempts[i], draft=_marked(draft))

    def _attempt(self, jobs: _Jobs, count: int) -> dict[int, Attempt]:
        """Return an attempt for each sentence that the engine can translate, the best of `count`."""
        found: dict[int, Attempt] = {}
        loaded = [
            carriers.with_carriers(sentence, carried, self._lexicon) for sentence, carried in jobs.values()
        ]
        results = self._engine.translate([source for source, _ in loaded], count)
        for i, (source, spans), hypotheses in zip(jobs, loaded, results, strict=True):
            if hypotheses:
                sentence, carried = jobs[i]
                draft = self._best(sentence, carried, source, hypotheses)
                found[i] = Attempt(sentence, carried, spans, draft)
        return found

    def _best(
        self, sentence: Sentence, carried: Collection[int], source: str, hypotheses: Sequence[Hypothesis]
    ) -> Draft:
        """Return the likeliest hypothesis that keeps most terms, each once, and of those most numbers."""
        floor = float("-inf") if carried else max(h.score for h in hypotheses) - _SCORE_GAP
        drafts = []
        for rank, hypothesis in enumerate(hypotheses):
            if hypothesis.score >= floor:
                draft = carriers.draft_from(source, hypothesis.text, sentence, carried, self._lexicon)
                outcome = Outcome.NBEST if rank else Outcome.OK
                draft = assignment.claim(draft, sentence.matches, outcome, self._lexicon)
                drafts.append((hypothesis.score, draft))
                if not rank and kept(sentence, draft) == (len(sentence.matches), 0):
                    return draft
        most = max(draft.standing_once() for _, draft in drafts)
        best = [(score, draft) for score, draft in drafts if draft.standing_once() == most]
        floor = max(score for score, _ in best) - _SCORE_GAP
        near = [draft for score, draft in best if score >= floor]
        return min(near, key=lambda draft: numbers_lost(sentence, draft))


def _has_words(sentence: Sentence) -> bool:
    """Return whether a sentence has more to translate than one term, or terms that signs keep apart."""
    if sentence.frame is not None:
        return False
    outside = list(sentence.between())
    if len(sentence.matches) < 2:
        return any(map(str.isalpha, "".join(outside)))
    gaps = zip(outside[1:-1], pairwise(sentence.matches), strict=True)
    joined = (not gap.strip() and not (a.copied or b.copied) for gap, (a, b) in gaps)
    return not _SIGNS.fullmatch("".join(outside)) or any(joined)


def _through_last_splice(draft: Draft) -> Draft | None:
    """Return a draft up to its last spliced slot that a verb may agree with: one in the nominative.

    None where there is none, or nothing after it.
    """
    spliced = [
        i
        for i, p in enumerate(draft.pieces)
        if isinstance(p, Slot) and p.outcome is Outcome.SPLICED and feature(p.features, "Case") == "Nom"
    ]
    if not spliced or spliced[-1] == len(draft.pieces) - 1:
        return None
    return replace(draft, pieces=draft.pieces[: spliced[-1] + 1])


def _marked(draft: Draft) -> Draft:
    """Return a draft that was decoded again, its spliced slots with that outcome."""
    pieces = (
        replace(p, outcome=Outcome.REDECODED) if isinstance(p, Slot) and p.outcome is Outcome.SPLICED else p
        for p in draft.pieces
    )
    return replace(draft, pieces=tuple(pieces))
