"""`dragoman translate`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary import catalog, documents
from glossary.documents import files
from glossary.documents.files import Source
from glossary.errors import DocumentError

from .failure import sentence
from .options import encoding_option, glossary_folders, glossary_option, no_builtin_option
from .progress import progress_bar

if TYPE_CHECKING:
    from glossary.model import Entry
    from glossary.packages import Package
    from glossary.reports.occurrences import Logged
    from glossary.translation import Translation

_STDIN = Path("-")


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "languages",
    multiple=True,
    metavar="LANG",
    help="A target language; may repeat. Default: all in the glossary.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write translations to this folder instead of beside the articles.",
)
@glossary_option
@no_builtin_option
@encoding_option
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write what became of every term occurrence, as JSON.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 when an occurrence could not be placed.")
@click.option("--force", is_flag=True, help="Replace existing files that differ.")
@click.option(
    "--threads",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="CPU threads for the model. Default: one a core.",
)
def translate(  # noqa: PLR0913, PLR0917 - one parameter an option
    articles: tuple[Path, ...],
    languages: tuple[str, ...],
    folder: Path | None,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
    encoding: str,
    report: Path | None,
    strict: bool,
    force: bool,
    threads: int,
) -> None:
    """Translate ARTICLES from English, with every name as the glossary approves it.

    X.txt and X.en.txt become X.ur.txt and X.ru.txt beside the article. An article named - is read from
    standard input; it takes exactly one --to, and its translation goes to standard output.
    """
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    codes = tuple(dict.fromkeys(languages)) or catalog.languages(folders)
    _check_stdin(articles, codes, folder)
    sources = [_read(article, encoding) for article in articles]
    if articles != (_STDIN,):
        files.check_targets((a, files.target_path(a, code, folder)) for code in codes for a in articles)
    entries = {code: catalog.load_glossary(folders, code).enforced for code in codes}
    routes = {code: _route(code) for code in codes}

    run = _Run(sources, folder, force=force, threads=threads)
    for code in codes:
        run.translate(code, routes[code], entries[code])
    if report:
        run.write_report(report)
    run.finish(strict=strict)


def _check_stdin(articles: tuple[Path, ...], codes: Sequence[str], folder: Path | None) -> None:
    if _STDIN not in articles:
        return
    if len(articles) > 1 or folder:
        raise click.UsageError("- (standard input) goes with no other article and no --output.")
    if len(codes) != 1:
        raise click.UsageError("- (standard input) takes exactly one --to.")


def _read(article: Path, encoding: str) -> Source:
    if article == _STDIN:
        return files.decode(sys.stdin.buffer.read(), encoding)
    return files.read(article, encoding)


def _route(language: str) -> list[Package]:
    from glossary import packages  # noqa: PLC0415 - needs the extra

    route = packages.find("en", language)
    for package in route:
        if package.starter:
            pair = f"{package.source}-{package.target}"
            real = f"`dragoman models install {pair}` for real work"
            click.echo(f"{pair}: starter model, for trying out; {real}", err=True)
    return route


class _Run:
    """One call of the command: what was translated, and what went wrong on the way."""

    def __init__(self, sources: Sequence[Source], folder: Path | None, *, force: bool, threads: int) -> None:
        self._sources = sources
        self._folder = folder
        self._force = force
        self._threads = threads
        self._log: list[Logged] = []
        self._failed = False

    def translate(self, language: str, route: list[Package], entries: Iterable[Entry]) -> None:
        """Translate all articles into one language, write each as soon as it is done, and sum up."""
        from glossary.engine import load_engine  # noqa: PLC0415 - slow to load
        from glossary.reports.occurrences import Logged  # noqa: PLC0415
        from glossary.translation import Article, Translator  # noqa: PLC0415

        began = time.monotonic()
        translator = Translator(load_engine(route, threads=self._threads), entries, language)
        articles = [Article(source.text, documents.format_of(source.path)) for source in self._sources]
        done: list[Translation] = []
        with progress_bar(language, sum(len(article.text) for article in articles)) as advance:
            translations = translator.translate(articles, advance)
            for source, translation in zip(self._sources, translations, strict=True):
                self._write(source, language, translation)
                self._log.append(Logged(_name(source), language, translation))
                done.append(translation)
        click.echo(_summary(language, done, time.monotonic() - began), err=True)
        for source, translation in zip(self._sources, done, strict=True):
            _tell_kept(source, language, translation)

    def _write(self, source: Source, language: str, translation: Translation) -> None:
        """Write one translation; one that cannot be written is told of, and the others go on."""
        if source.path is None:
            sys.stdout.buffer.write(("\ufeff" * source.bom + translation.text).encode("utf-8"))
            sys.stdout.buffer.flush()
            return
        target = files.target_path(source.path, language, self._folder)
        try:
            files.write_file(target, translation.text, bom=source.bom, force=self._force)
        except DocumentError as error:
            click.echo(f"Error: {sentence(error)}", err=True)
            self._failed = True

    def write_report(self, path: Path) -> None:
        """Write what became of every occurrence."""
        from glossary.reports import occurrences  # noqa: PLC0415

        files.write_file(path, occurrences.to_json(self._log), force=self._force)

    def finish(self, *, strict: bool) -> None:
        """Exit with 2 where something could not be written, with 1 where `strict` and a term is unplaced."""
        outcomes = _outcomes(entry.translation for entry in self._log)
        if self._failed:
            sys.exit(2)
        if strict and outcomes["unplaced"]:
            sys.exit(1)


def _name(source: Source) -> str:
    return "-" if source.path is None else str(source.path)


def _outcomes(translations: Iterable[Translation]) -> Counter[str]:
    return Counter(o.placement.outcome.value for translation in translations for o in translation.occurrences)


def _summary(language: str, done: Sequence[Translation], seconds: float) -> str:
    outcomes = _outcomes(done)
    by_outcome = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
    count = sum(translation.sentences for translation in done)
    return (
        f"{language}: {_counted(count, 'sentence')}, {_counted(outcomes.total(), 'term occurrence')}"
        f"{f' ({by_outcome})' if by_outcome else ''}, {seconds:.1f} s"
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _tell_kept(source: Source, language: str, translation: Translation) -> None:
    for start, _ in translation.kept:
        line = source.text.count("\n", 0, start) + 1
        what = f"the model could not translate this sentence into {language}; it stands in English"
        click.echo(f"{_name(source)}:{line}: {what}", err=True)
