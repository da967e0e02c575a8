"""`dragoman translate`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary import catalog, documents
from glossary.documents import files
from glossary.documents.files import Source
from glossary.errors import CatalogError, DocumentError

from .failure import tell
from .options import encoding_option, glossary_folders, glossary_option, no_builtin_option
from .progress import progress_bar

if TYPE_CHECKING:
    from glossary.documents import Format
    from glossary.engine import Engine
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
@click.option(
    "--draft",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A translation of the article that somebody else made: mend its terms instead of translating.",
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
@click.option(
    "--explain", is_flag=True, help="Say of every occurrence which step put what, and in place of what."
)
@click.option("--no-propose", is_flag=True, help="Do not transliterate names that the glossary lacks.")
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
    draft: Path | None,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
    encoding: str,
    report: Path | None,
    explain: bool,
    no_propose: bool,
    strict: bool,
    force: bool,
    threads: int,
) -> None:
    """Translate ARTICLES from English, with every name as the glossary approves it.

    X.txt and X.en.txt become X.ur.txt and X.ru.txt beside the article. An article named - is read from
    standard input; it takes exactly one --to, and its translation goes to standard output. With --draft the
    glossary is enforced on a translation from elsewhere, and no model is needed.
    """
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    codes = _languages(languages, catalog.languages(folders))
    articles = _without_translations(tuple(dict.fromkeys(articles)), codes)
    _check_stdin(articles, codes, folder)
    entries = {code: catalog.load_glossary(folders, code).enforced for code in codes}
    sources = [_read(article, encoding) for article in articles]
    formats = [documents.format_of(source.path) for source in sources]
    if folder:
        files.make_folder(folder)
    pairs = [(a, files.target_path(a, code, folder)) for code in codes for a in articles if a != _STDIN]
    files.check_targets(pairs, report)
    if draft and (len(articles) != 1 or len(codes) != 1):
        raise click.UsageError("--draft takes one article and one --to.")
    routes = {} if draft else {code: _route(code) for code in codes}

    how = _How(folder, force=force, threads=threads, propose=not no_propose, explain=explain)
    run = _Run(sources, formats, how)
    for code in codes:
        if draft:
            run.redraft(code, _engine_or_none(code, threads), entries[code], files.read(draft, encoding))
        else:
            run.translate(code, routes[code], entries[code])
    if report:
        run.write_report(report)
    run.finish(strict=strict)


def _languages(asked: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the catalog languages that were asked for, in any letter case, or all."""
    spelled = {code.lower(): code for code in known}
    for code in asked:
        if code.lower() not in spelled:
            remedy = f"choose one of: {', '.join(known)}; repeat --to for several"
            raise CatalogError(f"the glossary has no language {code!r}", remedy=remedy)
    return tuple(dict.fromkeys(spelled[code.lower()] for code in asked)) or tuple(known)


def _without_translations(articles: tuple[Path, ...], codes: Sequence[str]) -> tuple[Path, ...]:
    """Return the articles without those that are translations of others among them, as *.txt brings them."""
    targets = {files.target_path(article, code) for article in articles for code in codes}
    for article in articles:
        if article in targets:
            click.echo(f"{article}: left out, it is a translation of another article", err=True)
    return tuple(article for article in articles if article not in targets)


def _check_stdin(articles: tuple[Path, ...], codes: Sequence[str], folder: Path | None) -> None:
    if _STDIN not in articles:
        return
    if len(articles) > 1 or folder:
        raise click.UsageError("- (standard input) goes with no other article and no --output.")
    if len(codes) != 1:
        raise click.UsageError("- (standard input) takes exactly one --to.")


def _read(article: Path, encoding: str) -> Source:
    if article != _STDIN:
        return files.read(article, encoding)
    if sys.stdin is None:
        raise DocumentError("standard input is closed", remedy="name a file")
    if sys.stdin.isatty():
        click.echo("Reading the article from the terminal; end it with Ctrl-D.", err=True)
    return files.decode(sys.stdin.buffer.read(), encoding)


def _route(language: str) -> list[Package]:
    from glossary import packages  # noqa: PLC0415 - needs the extra

    route = packages.find("en", language)
    for package in route:
        if package.starter:
            pair = f"{package.source}-{package.target}"
            real = f"`dragoman models install {pair}` for real work"
            click.echo(f"{pair}: starter model, for trying out; {real}", err=True)
    return route


def _engine_or_none(language: str, threads: int) -> Engine:
    """Return the engine of an installed package, else the one that is not there: the context decides then."""
    from glossary import packages  # noqa: PLC0415
    from glossary.enforcement.no_engine import NoEngine  # noqa: PLC0415
    from glossary.engine import load_engine  # noqa: PLC0415
    from glossary.errors import PackageError  # noqa: PLC0415

    try:
        route = packages.find("en", language)
    except PackageError:
        return NoEngine()
    return load_engine(route, threads=threads)


@dataclass(frozen=True)
class _How:
    """What the options say of all articles alike."""

    folder: Path | None
    force: bool
    threads: int
    propose: bool
    explain: bool


class _Run:
    """One call of the command: what was translated, and what went wrong on the way."""

    def __init__(self, sources: Sequence[Source], formats: Sequence[Format], how: _How) -> None:
        self._sources = sources
        self._formats = formats
        self._how = how
        self._log: list[Logged] = []
        self._failed = False

    def translate(self, language: str, route: list[Package], entries: Iterable[Entry]) -> None:
        """Translate all articles into one language, write each as soon as it is done, and sum up."""
        from glossary.engine import load_engine  # noqa: PLC0415 - slow to load
        from glossary.translation import Article, Translator  # noqa: PLC0415

        began = time.monotonic()
        engine = load_engine(route, threads=self._how.threads)
        translator = Translator(engine, entries, language, propose=self._how.propose)
        articles = [Article(s.text, form) for s, form in zip(self._sources, self._formats, strict=True)]
        done: list[Translation] = []
        with progress_bar(language, sum(len(article.text) for article in articles)) as advance:
            for source, translation in zip(
                self._sources, translator.translate(articles, advance), strict=True
            ):
                self._write(source, language, translation)
                done.append(translation)
        self._tell(language, done, time.monotonic() - began)

    def redraft(self, language: str, engine: Engine, entries: Iterable[Entry], draft: Source) -> None:
        """Enforce the glossary on a translation that somebody else made, write it, and sum up."""
        from glossary.redraft import Text, redraft  # noqa: PLC0415

        began = time.monotonic()
        (source,), (form,) = self._sources, self._formats
        texts = Text(source.path or _STDIN, source.text), Text(draft.path or _STDIN, draft.text)
        translation = redraft(engine, entries, language, *texts, form)
        self._write(source, language, translation)
        self._tell(language, [translation], time.monotonic() - began)

    def _tell(self, language: str, done: Sequence[Translation], seconds: float) -> None:
        from glossary.reports import summary  # noqa: PLC0415
        from glossary.reports.occurrences import Logged  # noqa: PLC0415

        click.echo(summary.summary(language, done, seconds), err=True)
        for source, translation in zip(self._sources, done, strict=True):
            self._log.append(Logged(_name(source), language, translation))
            lines = list(summary.to_look_at(_name(source), source.text, language, translation))
            if self._how.explain:
                lines += summary.explained(_name(source), source.text, translation)
            for line in lines:
                click.echo(line, err=True)
        if names := summary.proposals(done):
            click.echo(f"{language}: not in the glossary and transliterated: {', '.join(names)}", err=True)
            click.echo("`dragoman glossary suggest --write ARTICLE` takes them over as proposals.", err=True)

    def _write(self, source: Source, language: str, translation: Translation) -> None:
        """Write one translation; one that cannot be written is told of, and the others go on."""
        try:
            if source.path is None:
                _print(translation.text, bom=source.bom)
            else:
                target = files.target_path(source.path, language, self._how.folder)
                files.write_file(target, translation.text, bom=source.bom, force=self._how.force)
        except DocumentError as error:
            tell(error)
            self._failed = True

    def write_report(self, path: Path) -> None:
        """Write what became of every occurrence."""
        from glossary.reports import occurrences  # noqa: PLC0415

        files.write_file(path, occurrences.to_json(self._log), force=self._how.force)

    def finish(self, *, strict: bool) -> None:
        """Exit with 2 where something could not be written, with 1 where `strict` and a term is unplaced."""
        from glossary.reports import summary  # noqa: PLC0415

        outcomes = summary.outcome_counts(entry.translation for entry in self._log)
        if self._failed:
            sys.exit(2)
        if strict and outcomes["unplaced"]:
            sys.exit(1)


def _print(text: str, *, bom: bool) -> None:
    try:
        sys.stdout.buffer.write(("\ufeff" * bom + text).encode("utf-8"))
        sys.stdout.buffer.flush()
    except OSError as error:
        reason = error.strerror or "it is closed"
        raise DocumentError(f"standard output cannot be written to: {reason}") from error


def _name(source: Source) -> str:
    return "-" if source.path is None else str(source.path)
