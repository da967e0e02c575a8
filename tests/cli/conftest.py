import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from packages.argos import forget_argos
from translating import ARTICLE

DATA = Path(__file__).parents[1] / "data" / "check"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small glossary in `terms`, pairs in `news` and bilingual files in `both`."""
    folder = tmp_path / "desk"
    shutil.copytree(DATA, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Argos folders without a package, so that the starters translate."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "argos" / name))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    forget_argos()
    yield tmp_path
    forget_argos()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
