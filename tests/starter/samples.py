"""Rows of marked text, and a small work folder made of some of the wire corpus."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tools.starter import prepare, tokenizer
from tools.starter.marks import Row, read
from tools.starter.shape import Shape
from tools.starter.stored import Array
from tools.starter.work import Work

TALKS = Row(
    "wire",
    "MIT",
    read("[1T:Prime Minister] [2P:Shehbaz Sharif] met [3P:Vladimir Putin] in [4G:Beijing], 23 aides said."),
    read(
        "[1nm:Премьер-министр] [2nm:Шахбаз Шариф] встретился в [4lm:Пекине] с [3im:Владимиром Путиным],"
        " сообщили 23 помощника."
    ),
)
TALKS_UR = Row(
    "wire",
    "MIT",
    TALKS.english,
    read(
        "[1m:وزیراعظم] [2m:شہباز شریف] نے [4m:بیجنگ] میں [3m:ولادیمیر پوٹن] سے ملاقات کی، 23 معاونین نے کہا۔"
    ),
)
WITHHELD = Row(
    "wire",
    "MIT",
    read("[1P:*], who ran for [2T:president], died in [3G:Accra]."),
    read("[1nf:*], баллотировавшаяся в [2ap:президенты], умерла в [3lf:Аккре]."),
)
SHAPE = Shape(vocabulary=40, width=16, inner=24, heads=2, encoder=2, decoder=1)


def unmarked(english: str, target: str) -> Row:
    return Row("wire", "MIT", (english,), (target,))


def weights(shape: Shape = SHAPE) -> dict[str, Array]:
    random = np.random.default_rng(1)
    return {name: random.normal(size=size).astype(np.float32) for name, size in shape.parameters()}


def small_tokenizer(path: Path) -> Path:
    """Write a tokenizer of a few sentences."""
    path.write_bytes(tokenizer.trained([*TALKS.plain(), *WITHHELD.plain()], 400))
    return path


def work_folder(path: Path, rows: int = 200) -> Work:
    """Prepare a work folder of a few hundred pairs."""
    from tools.starter import align  # noqa: PLC0415 - needs SciPy

    prepare.main([str(path), "--to", "ru", "--rows", str(rows)])
    tokenizer.main([str(path), "--vocabulary", "1000"])
    align.main([str(path), "--width", "16"])
    return Work(path)
