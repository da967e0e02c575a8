"""The start of a project's own glossary."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from glossary.catalog import new_catalog, save
from glossary.config import FILE, Configuration, ConfigurationError
from glossary.documents.files import make_folder
from glossary.errors import CatalogError
from glossary.maintenance.folder import DOMAIN


def start(folder: Path, languages: Sequence[str], configuration: Configuration) -> list[Path]:
    """Make a glossary folder with an empty catalog for each language, and return the files made.

    A template and, where the project has none, a configuration file are made with them. Raises CatalogError
    where one of the catalogs is there already, before anything is written.
    """
    catalogs = [new_catalog(folder / code / "LC_MESSAGES" / f"{DOMAIN}.po", code) for code in languages]
    for catalog in catalogs:
        if catalog.path.exists():
            raise CatalogError(
                "the catalog is there already", path=catalog.path, remedy="choose another folder or language"
            )
    template = new_catalog(folder / f"{DOMAIN}.pot", "")
    new = ([] if template.path.exists() else [template]) + catalogs
    for catalog in new:
        make_folder(catalog.path.parent)
        save(catalog)
    return [catalog.path for catalog in new] + ([] if configuration.path else [_configure(folder)])


def is_configured(folder: Path, configuration: Configuration) -> bool:
    """Whether the project's configuration names the folder."""
    return folder.resolve() in {known.resolve() for known in configuration.glossary}


def configured_name(folder: Path, configuration: Path) -> str:
    """The folder as a configuration file names it: relative to the file, with slashes."""
    try:
        return Path(os.path.relpath(folder, configuration.parent)).as_posix()
    except ValueError:  # on another drive
        return folder.absolute().as_posix()


def _configure(folder: Path) -> Path:
    """Write the configuration file of a project that has none, and return its path."""
    path = Path(FILE)
    name = configured_name(folder, path).replace("\\", "\\\\").replace('"', '\\"')
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(f'glossary = ["{name}"]\n')
    except OSError as error:
        raise ConfigurationError(f"the file cannot be written: {error.strerror}", path=path) from error
    return path
