from __future__ import annotations

from pathlib import Path

import pytest

from .samples import Write


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Write:
    path = tmp_path_factory.mktemp("catalogs") / "glossary.po"

    def to_path(text: str) -> Path:
        path.write_bytes(text.encode())
        return path

    return to_path
