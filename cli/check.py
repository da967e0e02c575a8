"""`dragoman check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from glossary import catalog
from glossary.checks import baseline as baselines
from glossary.checks import files as checked_files
from glossary.checks.collection import collect
from glossary.checks.files import Checked
from glossary.checks.passage import Judge
from glossary.checks.rules import RULES
from glossary.checks.selection import POLICIES, Selection, selection
from glossary.config import find_configuration
from glossary.documents.files import write_file
from glossary.documents.pairs import Pair
from glossary.documents.revisions import changed_since
from glossary.enforcement.lexicon import Lexicon
from glossary.errors import DocumentError
from glossary.matcher import Matcher
from glossary.model import Finding, Severity
from glossary.reports import findings as totals
from glossary.reports.formats import FORMATS
from glossary.reports.patch import patch

from .explain import explain_option
from .options import encoding_option, glossary_folders, glossary_option, no_builtin_option


class _Output(click.ParamType[tuple[str, "Path | None"]]):
    """`FORMAT` or `FORMAT=FILE`."""

    name = "FORMAT[=FILE]"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path | None]:
        name, to_file, path = value.partition("=")
        if name not in FORMATS:
            self.fail(f"there is no format {name!r}; choose one of: {', '.join(FORMATS)}", param, ctx)
        if to_file and not path:
            self.fail(f"{value} names no file; {name} alone prints the report", param, ctx)
        return name, Path(path) if path else None


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--source", type=click.Path(path_type=Path), metavar="FILE", help="A source, with --target and --lang."
)
@click.option("--target", type=click.Path(path_type=Path), metavar="FILE", help="Its translation.")
@click.option(
    "--lang", "language", metavar="LANG", help="The language of --target, or of a file that does not say."
)
@glossary_option
@no_builtin_option
@encoding_option
@click.option(
    "--policy",
    type=click.Choice(POLICIES),
    help="Each occurrence needs a rendering, or one for all. Default: each.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=_Output(),
    help=f"A report, may repeat: {', '.join(FORMATS)}. Default: text.",
)
@click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    default="error",
    show_default=True,
    help="The least severity that makes exit code 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Leave out the findings that this file knows.",
)
@click.option("--update-baseline", is_flag=True, help="Write what is found to the baseline.")
@click.option(
    "--strict-baseline", is_flag=True, help="Exit with 1 where the baseline knows findings that are gone."
)
@click.option("--fix", is_flag=True, help="Print what certain remedies would change, as a patch.")
@click.option("--write", is_flag=True, help="With --fix: change the files, and report what remains.")
@click.option("--since", metavar="REV", help="Only files that git has as changed since this revision.")
@explain_option(RULES.values())
def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    source: Path | None,
    target: Path | None,
    language: str | None,
    glossaries: tuple[Path, ...],
    no_builtin: bool,
    encoding: str,
    policy: str | None,
    outputs: tuple[tuple[str, Path | None], ...],
    fail_on: str,
    exit_zero: bool,
    baseline: Path | None,
    update_baseline: bool,
    strict_baseline: bool,
    fix: bool,
    write: bool,
    since: str | None,
) -> None:
    """Check translations: terminology, and what else should have come through.

    PATHS are folders, articles (X.txt or X.en.txt, with X.ru.txt beside them), translations, and files that
    have both (PO, XLIFF, TMX, TSV, JSON lines); the working folder where none is named. No model is needed.
    """
    _refuse(
        (
            bool(source or target) and not (source and target and language),
            "--source needs --target and --lang.",
        ),
        (bool(source) and bool(paths or since), "--source and --target name all that is to be checked."),
        ((update_baseline or strict_baseline) and not baseline, "Name the baseline with --baseline FILE."),
        (
            (update_baseline or strict_baseline) and bool(since),
            "--since sees a part of what the baseline knows: leave it out.",
        ),
        (write and not fix, "--write needs --fix."),
        (
            fix and not write and any(path is None for _, path in outputs),
            "--fix prints a patch: give the report a file, as in --output json=FILE.",
        ),
        (
            write and encoding.lower() not in ("utf-8", "utf8"),
            "--write needs files in UTF-8: convert them first.",
        ),
    )
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    languages = catalog.languages(folders)
    if language and language not in languages:
        raise click.UsageError(f"The glossary has no language {language!r}; it has: {', '.join(languages)}.")
    chosen = selection(find_configuration(Path()))
    known = baselines.read(baseline) if baseline and not update_baseline else baselines.Baseline()
    if source and target and language:
        files = [checked_files.of_pair(Pair(source, target, language), encoding)]
    else:
        wanted = paths or (Path(),)
        changed = changed_since(since, wanted) if since else None
        own = [path for folder in folders for group in catalog.catalogs(folder).values() for path in group]
        files = collect(
            wanted, languages, language=language, encoding=encoding, changed=changed, catalogs=own
        )
    judges = _judges(folders, files, policy or chosen.policy)
    if fix:
        files = _fixed(files, judges, chosen, write=write)
    found = list(chosen.select(checked_files.check(files, judges)))
    if baseline and update_baseline:
        write_file(baseline, baselines.to_json(baselines.of(found)), force=True)
        click.echo(f"{baseline}: {totals.summary(found)}", err=True)
        return
    new = known.new(found)
    stale = known.stale(found) if strict_baseline else []
    _report(new, files, outputs or (() if fix and not write else (("text", None),)))
    for row in stale:
        click.echo(f"{baseline}: {row.rule} is found no more, or less often: “{row.sentence}”", err=True)
    click.echo(f"{_counted(files)}: {totals.summary(new)}", err=True)
    failed = totals.at_least(new, Severity(fail_on)) or bool(stale)
    sys.exit(1 if failed and not exit_zero else 0)


def _refuse(*contradictions: tuple[bool, str]) -> None:
    for contradiction, message in contradictions:
        if contradiction:
            raise click.UsageError(message)


def _judges(folders: Sequence[Path], files: Iterable[Checked], policy: str) -> dict[str, Judge]:
    return {
        code: Judge(
            code,
            Matcher(catalog.load_glossary(folders, code).enforced),
            Lexicon(code),
            each=policy == "each",
        )
        for code in sorted({file.language for file in files})
    }


def _fixed(
    files: list[Checked], judges: Mapping[str, Judge], chosen: Selection, *, write: bool
) -> list[Checked]:
    """Return the files to report on: as their remedies make them, once that is written, else as they are."""
    after = {file.path: file for file in checked_files.fix(files, judges, chosen.select)}
    before = {file.path: file for file in files}
    for path, file in after.items():
        if write:
            write_file(path, file.source.text, bom=file.source.bom, force=True)
        else:
            click.echo(patch(path, before[path].source.content, file.source.content), nl=False)
    return [file.with_text(after[file.path].source.text) for file in files] if write else files


def _report(
    found: Sequence[Finding], files: Sequence[Checked], outputs: Iterable[tuple[str, Path | None]]
) -> None:
    texts = {file.path: file.source.text for file in files}
    for name, path in outputs:
        report = FORMATS[name](found, list(RULES.values()), texts)
        if path and path.resolve() in {checked.resolve() for checked in texts}:
            message = "the report would replace a translation"
            raise DocumentError(message, path=path, remedy="give it another name")
        if path:
            write_file(path, report, force=True)
        else:
            click.echo(report, nl=False)


def _counted(files: Sequence[Checked]) -> str:
    count = len({file.path for file in files})
    return "1 translation" if count == 1 else f"{count} translations"
