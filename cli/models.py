"""`dragoman models`: the Argos packages that translate."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from glossary import packages
from glossary.errors import PackageError

from .progress import download_bar
from .table import table

_COLUMNS = ("pair", "name", "version", "kind", "carries terms", "path")


@click.group()
def models() -> None:
    """List, install, verify and remove the Argos packages that translate.

    A package translates one pair of languages. Dragoman looks where Argos Translate keeps its packages, and
    brings small starter packages of its own, which an installed package of the same pair replaces.
    """


@models.command("list")
def list_() -> None:
    """List the packages, starters included.

    Each with its pair, name, version, whether it is installed, a starter or damaged, whether its model was
    trained to carry terms, and where it is.
    """
    rows = [_row(path) for path in _everything()]
    if not rows:
        click.echo("No packages. Install one: dragoman models install en-ru", err=True)
        return
    for line in table([_COLUMNS, *rows]):
        click.echo(line)


@models.command()
@click.argument("names", metavar="NAME|FILE...", nargs=-1, required=True)
def install(names: tuple[str, ...]) -> None:
    """Install packages, by NAME or from a FILE.

    A NAME is looked up in Argos's package index: a pair (en-ru), or an older version of it (en-ru-1.9). A
    download that was interrupted goes on when the command is given again. A FILE is an .argosmodel archive,
    fetched elsewhere for a machine without a network.
    """
    _refuse_bare_codes(names)
    for name in names:
        package = _install(name)
        click.echo(f"{package.name} {package.version} is installed in {package.path}")


@models.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
def verify(names: tuple[str, ...]) -> None:
    """Check that packages are whole and load.

    Checks all of them without a NAME. Exits with 1 where one is damaged.
    """
    from glossary.loading import load_problems  # noqa: PLC0415 - needs the extra

    everything = _everything()
    chosen = [path for name in names for path in packages.named(name, everything)] if names else everything
    failed = False
    for path in dict.fromkeys(chosen):
        problems = packages.verify(path) or load_problems(packages.read(path))
        failed = failed or bool(problems)
        for problem in problems or ["ok"]:
            click.echo(f"{path}: {problem}")
    if failed:
        click.echo("Install a damaged package again, or remove it: dragoman models remove NAME", err=True)
        sys.exit(1)


@models.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
def remove(names: tuple[str, ...]) -> None:
    """Remove installed packages; starters stay."""
    for name in names:
        click.echo(f"removed {packages.remove(name)}")


def _everything() -> list[Path]:
    """Return the place of every package, damaged or not, installed ones first."""
    return packages.folders() + packages.starter_archives()


def _row(path: Path) -> tuple[str, ...]:
    try:
        package = packages.read(path)
    except PackageError:
        return "?", path.name, "?", "damaged", "?", str(path)
    kind = "starter" if package.starter else "installed"
    carries = "yes" if package.carriers else "no"
    return f"{package.source}-{package.target}", package.name, package.version, kind, carries, str(path)


def _install(name: str) -> packages.Package:
    path = Path(name)
    if name.endswith(".argosmodel") or path.name != name or path.is_file():
        return packages.install_file(path)
    with download_bar(name) as progress:
        return packages.install_named(name, progress)


def _refuse_bare_codes(names: Sequence[str]) -> None:
    """Raise UsageError for `en ru`, which nobody means as two packages."""
    if len(names) == 2 and all(re.fullmatch("[A-Za-z]{2,3}", name) for name in names):
        raise click.UsageError(
            f"A package is named by its pair of languages: did you mean {'-'.join(names)}?"
        )
