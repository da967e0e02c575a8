import shutil
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data" / "check"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small glossary in `terms`, pairs in `news` and bilingual files in `both`."""
    folder = tmp_path / "desk"
    shutil.copytree(DATA, folder)
    monkeypatch.chdir(folder)
    return folder
