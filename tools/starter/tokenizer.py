"""Train the tokenizer: SentencePiece unigram, carriers whole, bytes for what it does not know.

    python -m tools.starter.tokenizer WORK
    python -m tools.starter.tokenizer WORK --of PACKAGE     the one of a package that is to be trained on

It sees the plain and the carried text of one epoch.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from glossary import packages
from glossary.packages.locate import SUFFIX
from tools.starter.carried import VOCABULARY
from tools.starter.epochs import drawer
from tools.starter.pieces import Pieces
from tools.starter.work import Work


def main(arguments: list[str] | None = None) -> None:
    """Write the model and print its size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--of", type=Path, help="take the model of this package, or this model")
    parser.add_argument("--vocabulary", type=int, default=8000)
    options = parser.parse_args(arguments)
    work = Work(options.work)
    if options.of is None:
        text = [sentence for pair in drawer(work).epoch(0) for sentence in pair]
        work.tokenizer.write_bytes(trained(text, options.vocabulary))
    else:
        archive = options.of.suffix == SUFFIX or options.of.is_dir()
        model = packages.read(options.of).root / "sentencepiece.model" if archive else options.of
        work.tokenizer.write_bytes(model.read_bytes())
    print(f"{len(Pieces(work.tokenizer).vocabulary)} pieces, {work.tokenizer.stat().st_size} bytes")


def trained(sentences: list[str], size: int) -> bytes:
    """Return a SentencePiece model of up to `size` pieces; the same text gives the same model."""
    from sentencepiece import SentencePieceTrainer  # noqa: PLC0415 - slow to load

    model = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=model,
        model_type="unigram",
        vocab_size=size,
        hard_vocab_limit=False,  # a trial run on a few rows has fewer
        character_coverage=0.9998,
        byte_fallback=True,
        split_digits=True,  # numbers are copied digit by digit
        user_defined_symbols=list(VOCABULARY),
        normalization_rule_name="nmt_nfkc",
        unk_id=0,
        bos_id=1,
        eos_id=2,
        pad_id=-1,
        num_threads=1,
        minloglevel=1,
    )
    return model.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
