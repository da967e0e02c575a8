"""The models of Argos packages, loaded for translation and for verification alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from glossary import packages
from glossary.errors import EngineError
from glossary.packages import Package
from glossary.packages.archive import DAMAGE
from glossary.tokenizers import load_tokenizer

if TYPE_CHECKING:
    import ctranslate2

_USUAL_CONFIG = {
    "add_source_bos": False,
    "add_source_eos": False,
    "bos_token": "<s>",
    "decoder_start_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
}
"""What OpenNMT-py models, of which nearly all Argos packages are made, have in config.json."""


def load_model(package: Package, threads: int = 1) -> ctranslate2.Translator:
    """Return the model of a package, on the device that argostranslate is set to.

    `threads` batches are translated side by side on a CPU. Raises EngineError where it cannot be loaded.
    """
    import ctranslate2  # noqa: PLC0415 - heavy

    device = packages.device()
    # Batches side by side use cores better than the threads of one small matrix product.
    cpu = {"compute_type": "int8", "inter_threads": threads, "intra_threads": 1}
    options = {"device": device, **(cpu if device == "cpu" else {})}
    try:
        return _opened(package, lambda *model, **files: ctranslate2.Translator(*model, **files, **options))
    except MemoryError as error:
        raise EngineError(
            "there is not enough memory for the model, or the package is damaged", path=package.path
        ) from error
    except (*DAMAGE, OSError) as error:
        raise _explained(package, device, error) from error


def load_problems(package: Package) -> list[str]:
    """Return why the tokenizer and the model of a package cannot be loaded, or an empty list.

    Takes a moment for a large model. Raises PackageError without the `translate` extra.
    """
    packages.require_extra()
    problems = []
    for load in (load_tokenizer, load_model):
        try:
            load(package)
        except EngineError as error:
            problems.append(error.message)
    return problems


def _explained(package: Package, device: str, error: Exception) -> EngineError:
    if device != "cpu":
        return EngineError(
            f"the model cannot be loaded on {device!r} [{error}]",
            path=package.path,
            remedy="set ARGOS_DEVICE_TYPE=cpu; if that fails too, the package is damaged",
        )
    return EngineError(
        f"the package is damaged: its model cannot be loaded [{error}]",
        path=package.path,
        remedy=packages.renewal(package),
    )


def _opened(package: Package, load: Callable[..., ctranslate2.Translator]) -> ctranslate2.Translator:
    """Return the model from its folder or archive; one that lacks config.json gets the usual one."""
    folder = package.root / "model"
    complete = (folder / "config.json").exists()
    if isinstance(folder, Path) and complete:
        return load(str(folder))
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    # Models of the first years keep in model.bin what config.json says today; they load without it.
    usual = {"config.json": json.dumps(_USUAL_CONFIG).encode()}
    attempts = [files] if complete else [files, files | usual]
    for attempt in attempts[:-1]:
        with suppress(RuntimeError):
            return load(package.name, files={name: BytesIO(data) for name, data in attempt.items()})
    return load(package.name, files={name: BytesIO(data) for name, data in attempts[-1].items()})
