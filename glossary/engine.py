"""Translation engines: the protocol that enforcement relies on, and Argos models run by CTranslate2.

An engine works on plain sentences and knows neither documents nor glossaries.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from glossary.loading import load_model
from glossary.noise import is_noise
from glossary.packages import Package
from glossary.tokenizers import Tokenizer, load_tokenizer

MAX_SOURCE_TOKENS = 150
"""Longer sentences are split before they get here: small models lose the thread, and all cut silently."""

LENGTH_PENALTY = 2.0
"""Exponent of the length by which a search divides log-probabilities; 1 would give the most likely per token.

Models leave words out: what they make of 400 sentences that no starter has seen is up to 18 % shorter than
the references. 1.5 gave 0.2 (Russian) and 0.4 (Urdu) more chrF there than 1, and 2 another 0.2 each.
"""

_MAX_TARGET_TOKENS = 400
_BATCH_TOKENS = 1024  # at most; measured to be several times quicker than 32
_ALIGNED_TOGETHER = 16
_TAIL_BEAM = 2  # for the rest of a sentence; measured to do as well as 4
_LEAST_BATCH_TOKENS = 128  # below this, a thread of its own for a batch costs more than it brings


class Hypothesis(NamedTuple):
    """One translation, and its log-probability per token."""

    text: str
    score: float


class Alignment(NamedTuple):
    """How a translation hangs on its source.

    `source` and `target` hold the code-point span of each token; `weights[t][s]` is the attention that
    target token `t` pays to source token `s`.
    """

    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    weights: tuple[tuple[float, ...], ...]


Pair = tuple[str, str]
"""A source sentence and a translation of it."""


class Engine(Protocol):
    """What enforcement needs of a translator."""

    @property
    def carriers(self) -> bool:
        """Whether the model was trained to carry terms as symbols."""

    def length(self, sentence: str) -> int:
        """Return the number of tokens of a source sentence, to hold against MAX_SOURCE_TOKENS."""

    def translate(
        self, sentences: Sequence[str], hypotheses: int = 1, beam: int = 0
    ) -> list[list[Hypothesis]]:
        """Return for each sentence its translations, best first; none where the model fails.

        `beam` 0 is the usual one.
        """

    def complete(self, prefixes: Sequence[Pair]) -> list[Hypothesis]:
        """Return for each source and target prefix the likeliest whole translation that begins so."""

    def score(self, pairs: Sequence[Pair]) -> list[float]:
        """Return the log-probability per token of each translation, given its source."""

    def align(self, pairs: Sequence[Pair]) -> list[Alignment | None]:
        """Return the attention of each translation, by forced decoding; None where there is none."""


class ArgosEngine:
    """One Argos package, run by CTranslate2 on the CPU or wherever argostranslate is told to."""

    def __init__(self, package: Package, *, threads: int = 0, beam: int = 4) -> None:
        self.package = package
        self._beam = beam
        self._tokenizer: Tokenizer = load_tokenizer(package)
        self._threads = threads or os.cpu_count() or 1
        self._model = load_model(package, self._threads)
        # A symbol of the vocabulary as it stands, which the tokenizer would take apart.
        self._prefix = [package.target_prefix] if package.target_prefix else []

    @property
    def carriers(self) -> bool:
        """Whether the package declares that it carries terms."""
        return self.package.carriers

    def length(self, sentence: str) -> int:
        """Return the number of tokens of a source sentence."""
        return len(self._tokenizer.encode(sentence))

    def translate(
        self, sentences: Sequence[str], hypotheses: int = 1, beam: int = 0
    ) -> list[list[Hypothesis]]:
        """Return for each sentence up to `hypotheses` translations; none where every try was noise.

        Noise (loops, nothing, far too much) is decoded again under constraints: no pair of tokens may come
        back, then no single one.
        """
        sources = [self._tokenizer.encode(s) for s in sentences]
        usable = self._decode_usable(sentences, sources, hypotheses, beam)
        for size in (2, 1):
            for i in (i for i, found in enumerate(usable) if not found):
                bounds = {"no_repeat_ngram_size": size, "max_decoding_length": 2 * len(sources[i]) + 8}
                (usable[i],) = self._decode_usable(
                    [sentences[i]], [sources[i]], max(8, hypotheses), 0, bounds
                )
        return usable

    def _decode_usable(
        self,
        sentences: Sequence[str],
        sources: list[list[str]],
        hypotheses: int,
        beam: int,
        bounds: dict[str, int] | None = None,
    ) -> list[list[Hypothesis]]:
        decoded = self._decode(sources, hypotheses, beam=beam, bounds=bounds)
        return [
            [h for h in found if not is_noise(sentence, h.text)]
            for sentence, found in zip(sentences, decoded, strict=True)
        ]

    def complete(self, prefixes: Sequence[Pair]) -> list[Hypothesis]:
        """Return for each source and target prefix the likeliest whole translation that begins so."""
        sources = [self._tokenizer.encode(source) for source, _ in prefixes]
        starts = [self._prefix + self._tokenizer.encode(start) for _, start in prefixes]
        return [hyps[0] for hyps in self._decode(sources, 1, starts, beam=_TAIL_BEAM)]

    def score(self, pairs: Sequence[Pair]) -> list[float]:
        """Return the mean log-probability of the tokens of each translation, its end included."""
        if not pairs:
            return []
        sources = [self._tokenizer.encode(source) for source, _ in pairs]
        targets = [self._prefix + self._tokenizer.encode(target) for _, target in pairs]
        results = self._model.score_batch(sources, targets, max_batch_size=_BATCH_TOKENS, batch_type="tokens")
        found = [r.log_probs[len(self._prefix) :] for r in results]
        return [sum(log_probs) / max(1, len(log_probs)) for log_probs in found]

    def align(self, pairs: Sequence[Pair]) -> list[Alignment | None]:
        """Return the attention of each translation: the whole target forced as prefix, one row a token."""
        encoded = [(self._tokenizer.encode(a), self._tokenizer.encode(b)) for a, b in pairs]
        order = sorted((i for i, e in enumerate(encoded) if all(e)), key=lambda i: len(encoded[i][1]))
        found: list[Alignment | None] = [None] * len(pairs)
        # Pairs of like length together: each is decoded to the length of the longest.
        for first in range(0, len(order), _ALIGNED_TOGETHER):
            batch = order[first : first + _ALIGNED_TOGETHER]
            rows = self._attention([encoded[i] for i in batch])
            for i, attention in zip(batch, rows, strict=True):
                (source, target), (source_tokens, target_tokens) = pairs[i], encoded[i]
                spans = token_spans(source, source_tokens), token_spans(target, target_tokens)
                found[i] = Alignment(*spans, attention)
        return found

    def _attention(self, pairs: Sequence[tuple[list[str], list[str]]]) -> list[tuple[tuple[float, ...], ...]]:
        """Return for each source and target, as tokens, what every target token attended to."""
        forced = [self._prefix + target for _, target in pairs]
        results = self._model.translate_batch(
            [source for source, _ in pairs],
            target_prefix=forced,
            beam_size=1,
            max_decoding_length=max(map(len, forced)) + 1,
            return_attention=True,
        )
        # Row t is what the model looked at while it predicted token t.
        skip = len(self._prefix)
        return [
            tuple(tuple(map(float, row[: len(source)])) for row in r.attention[0][skip : skip + len(target)])
            for r, (source, target) in zip(results, pairs, strict=True)
        ]

    def _decode(
        self,
        sources: list[list[str]],
        hypotheses: int,
        prefixes: list[list[str]] | None = None,
        beam: int = 0,
        bounds: dict[str, int] | None = None,
    ) -> list[list[Hypothesis]]:
        if not sources:
            return []
        starts = prefixes or ([self._prefix] * len(sources) if self._prefix else None)
        results = self._model.translate_batch(
            sources,
            target_prefix=starts,
            beam_size=max(beam or self._beam, hypotheses),
            num_hypotheses=hypotheses,
            max_batch_size=self._batch_tokens(sources),
            batch_type="tokens",
            return_scores=True,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=not self.carriers,
            **(bounds or {"max_decoding_length": _MAX_TARGET_TOKENS}),
        )
        return [
            [
                Hypothesis(self._text(tokens), self._own_score(score, len(tokens)))
                for tokens, score in zip(r.hypotheses, r.scores, strict=True)
            ]
            for r in results
        ]

    def _batch_tokens(self, sentences: list[list[str]]) -> int:
        """Return the batch size that gives every thread something to do."""
        share = sum(map(len, sentences)) // self._threads + 1
        return min(max(share, _LEAST_BATCH_TOKENS), _BATCH_TOKENS)

    def _text(self, tokens: list[str]) -> str:
        """Return the text of a hypothesis after the prefix, which may come back as another token."""
        return self._tokenizer.decode(tokens[len(self._prefix) :]).strip()

    def _own_score(self, score: float, tokens: int) -> float:
        """Return a hypothesis's score without the prefix: CTranslate2 adds nothing for it, but counts it."""
        counted = tokens + 1
        total: float = score * counted**LENGTH_PENALTY
        return total / (counted - len(self._prefix))


class PivotEngine:
    """Two engines in a row, where no package translates directly.

    Terms cannot travel through it as symbols, and there is no attention from end to end; scores are those
    of the second leg.
    """

    carriers = False

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first = first
        self._second = second
        self._middle: dict[str, str] = {}

    def length(self, sentence: str) -> int:
        """Return the number of tokens of a source sentence in the first leg."""
        return self._first.length(sentence)

    def translate(
        self, sentences: Sequence[str], hypotheses: int = 1, beam: int = 0
    ) -> list[list[Hypothesis]]:
        """Return for each sentence the translations of its likeliest translation."""
        return self._second.translate(self._through(sentences), hypotheses, beam)

    def complete(self, prefixes: Sequence[Pair]) -> list[Hypothesis]:
        """Return completions by the second leg."""
        middles = self._through([source for source, _ in prefixes])
        return self._second.complete(list(zip(middles, (start for _, start in prefixes), strict=True)))

    def score(self, pairs: Sequence[Pair]) -> list[float]:
        """Return the scores of the second leg."""
        middles = self._through([source for source, _ in pairs])
        return self._second.score(list(zip(middles, (target for _, target in pairs), strict=True)))

    def align(self, pairs: Sequence[Pair]) -> list[Alignment | None]:
        """Return None for each pair."""
        return [None] * len(pairs)

    def _through(self, sentences: Sequence[str]) -> list[str]:
        new = [s for s in dict.fromkeys(sentences) if s not in self._middle]
        for sentence, hyps in zip(new, self._first.translate(new), strict=True):
            self._middle[sentence] = hyps[0].text if hyps else sentence
        return [self._middle[s] for s in sentences]


def load_engine(route: Sequence[Package], *, threads: int = 0, beam: int = 4) -> Engine:
    """Return the engine for a route of one package, or of two over a pivot language.

    `threads` 0 takes every core this process may use. Raises EngineError where a model cannot be loaded.
    """
    engines = [ArgosEngine(package, threads=threads, beam=beam) for package in route]
    return engines[0] if len(engines) == 1 else PivotEngine(*engines)


def token_spans(text: str, tokens: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return the code-point span of each token in the text it was made of.

    Word markers of SentencePiece and BPE are no part of it; a token that the tokenizer normalized away from
    the text gets the empty span where it would begin.
    """
    spans, at = [], 0
    for token in tokens:
        piece = token.removesuffix("@@").lstrip("▁")
        start = text.find(piece, at) if piece else -1
        if start < 0 or start - at > 8:
            spans.append((at, at))
        else:
            at = start + len(piece)
            spans.append((start, at))
    return tuple(spans)
