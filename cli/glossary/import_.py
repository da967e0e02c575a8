"""`dragoman glossary import`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from glossary import catalog, exchange
from glossary.documents import files
from glossary.exchange import Change, Outcome, Prefer
from glossary.maintenance.folder import read_folder, save_changes
from glossary.model import Entry, Kind
from glossary.reports.display import visible

from ..options import glossary_folders, glossary_option, languages_option, no_builtin_option, own_folder

_STDIN = Path("-")
_MARKS = {Outcome.ADDED: "+", Outcome.CHANGED: "~", Outcome.CONFLICT: "!"}


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(list(exchange.FORMATS)), help="The format. Default: by the suffix."
)
@languages_option
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="The kind of terms of which neither the file nor the glossary says one.",
)
@click.option(
    "--prefer",
    type=click.Choice(["theirs", "ours"]),
    help="Whose rendering stands in a conflict: the file's (theirs) or the glossary's (ours).",
)
@click.option(
    "--write", is_flag=True, help="Change the catalogs, of which only a preview is shown otherwise."
)
@click.option("--encoding", default="utf-8", show_default=True, metavar="NAME", help="The encoding of FILE.")
@glossary_option
@no_builtin_option
def import_(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path,
    name: str | None,
    languages: tuple[str, ...],
    kind: str | None,
    prefer: Prefer | None,
    write: bool,
    encoding: str,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> None:
    """Take terms from FILE, in another format; - is standard input.

    Shows what would be added (+), changed (~, fact by fact) and what conflicts (!) because both sides have a
    rendering and they differ; --write does it, in your own glossary. A new entry is fuzzy unless the file
    calls it approved. Conflicts are left as they are without --prefer, and exit with 1.
    """
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    folder = own_folder(glossaries) if write else None
    form = exchange.format_of(None if file == _STDIN else file, name)
    if form is exchange.FORMATS["deepl"] and len(languages) != 1:
        raise click.UsageError(f"{form.title} does not name its language: name one with --to.")
    reading = form.read(_source(file, encoding), languages[0] if len(languages) == 1 else "")
    known = _entries(folders)
    changes = exchange.compare(
        reading, known, languages=languages, kind=Kind(kind) if kind else None, prefer=prefer
    )
    for line in _report(changes):
        click.echo(visible(line))
    if reading.left_out:
        passed = ", ".join(f"{count} {what}" for what, count in reading.left_out.items())
        click.echo(f"{file}: left out, for a glossary has no place for it: {passed}", err=True)
    if folder:
        _save(changes, folder)
    elif any(change.outcome in (Outcome.ADDED, Outcome.CHANGED) for change in changes):
        click.echo("Nothing is written yet: --write does it.", err=True)
    if any(change.outcome is Outcome.CONFLICT for change in changes):
        click.echo("Conflicts stay as they are: choose with --prefer theirs or --prefer ours.", err=True)
        sys.exit(1)


def _source(file: Path, encoding: str) -> files.Source:
    return files.decode(sys.stdin.buffer.read(), encoding) if file == _STDIN else files.read(file, encoding)


def _entries(folders: Sequence[Path]) -> dict[str, tuple[Entry, ...]]:
    return {code: catalog.load_glossary(folders, code).entries for code in catalog.languages(folders)}


def _report(changes: Iterable[Change]) -> Iterator[str]:
    counts: dict[str, Counter[Outcome]] = {}
    for change in changes:
        counts.setdefault(change.language, Counter())[change.outcome] += 1
        if change.outcome in _MARKS:
            yield from _told(change)
    for language, of_language in counts.items():
        parts = [f"{of_language[outcome]} {_worded(outcome, of_language[outcome])}" for outcome in Outcome]
        yield f"{language}: {', '.join(parts)}"


def _told(change: Change) -> Iterator[str]:
    entry = change.merged
    yield f'{_MARKS[change.outcome]} {change.language} {entry.term.context} "{entry.term.text}"'
    if change.outcome is Outcome.CONFLICT:
        yield f"    ours:   {_rendering(change.ours)}"
        yield f"    theirs: {_rendering(entry)}"
        return
    for name, before, after in exchange.differences(change):
        added = change.outcome is Outcome.ADDED
        yield f"    {name}: {after}" if added else f"    {name}: {before or '(none)'} → {after or '(none)'}"


def _rendering(entry: Entry | None) -> str:
    if entry is None:
        return ""
    place = f"{entry.path or files.STDIN}:{entry.line}" if entry.line else f"{entry.path or files.STDIN}"
    return f"{entry.rendering.text} ({entry.state}, {place})"


def _worded(outcome: Outcome, count: int) -> str:
    return f"{outcome}s" if outcome is Outcome.CONFLICT and count != 1 else outcome.value


def _save(changes: Iterable[Change], folder: Path) -> None:
    """Write the catalogs, and the template where there is one, once all of them are known to be sound."""
    due: dict[str, list[Entry]] = {}
    for change in changes:
        if change.outcome in (Outcome.ADDED, Outcome.CHANGED):
            due.setdefault(change.language, []).append(change.merged)
    before = read_folder(folder)
    after = replace(before, catalogs={**dict.fromkeys(due, ()), **before.catalogs})
    for language, entries in due.items():
        after = after.with_entries(language, entries)
    after = after.with_terms(entry.term for entries in due.values() for entry in entries)
    for path in save_changes(before, after):
        click.echo(f"{path}: written", err=True)
