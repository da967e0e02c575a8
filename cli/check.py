"""`dragoman check`."""

from __future__ import annotations

import difflib
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from glossary import catalog
from glossary.checks import baseline as baselines
from glossary.checks import files as checked_files
from glossary.checks.files import Checked
from glossary.checks.passage import Judge
from glossary.checks.rules import RULES
from glossary.checks.selection import POLICIES, Selection, selection
from glossary.config import find_configuration
from glossary.documents import bilingual
from glossary.documents.files import write_file
from glossary.documents.pairs import Pair, find_pairs
from glossary.enforcement.lexicon import Lexicon
from glossary.errors import DocumentError
from glossary.matcher import Matcher
from glossary.model import Finding, Severity
from glossary.reports import findings as totals
from glossary.reports.formats import FORMATS

from .options import encoding_option, glossary_folders, glossary_option, no_builtin_option


class _Output(click.ParamType[tuple[str, "Path | None"]]):
    """`FORMAT` or `FORMAT=FILE`."""

    name = "FORMAT[=FILE]"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path | None]:
        name, _, path = value.partition("=")
        if name not in FORMATS:
            self.fail(f"there is no format {name!r}; choose one of: {', '.join(FORMATS)}", param, ctx)
        return name, Path(path) if path else None


@dataclass(frozen=True)
class _Wanted:
    """Which files to check, as the command line says."""

    paths: tuple[Path, ...]
    source: Path | None
    target: Path | None
    language: str | None
    since: str | None
    encoding: str


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
@click.option("--fix", is_flag=True, help="Show what certain remedies would change.")
@click.option("--write", is_flag=True, help="With --fix: change the files.")
@click.option("--since", metavar="REV", help="Only files that git has as changed since this revision.")
@click.option("--explain", metavar="RULE", help="Print what a rule reports, and leave; `all` for every rule.")
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
    explain: str | None,
) -> None:
    """Check translations: terminology, and what else should have come through.

    PATHS are folders, articles (X.txt or X.en.txt, with X.ru.txt beside them), translations, and files that have both
    (PO, XLIFF, TMX, TSV, JSON lines). No model is needed.
    """
    if explain:
        _explain(explain)
        return
    if (update_baseline or strict_baseline) and not baseline:
        raise click.UsageError("Name the baseline with --baseline FILE.")
    folders = glossary_folders(glossaries, no_builtin=no_builtin)
    languages = catalog.languages(folders)
    chosen = selection(find_configuration(Path()))
    files = _files(_Wanted(paths, source, target, language, since, encoding), languages)
    judges = {
        code: _judge(folders, code, policy or chosen.policy) for code in sorted({f.language for f in files})
    }
    if fix:
        files = [_fixed(file, judges[file.language], write=write, encoding=encoding) for file in files]
    found = list(chosen.select(checked_files.check(files, judges)))
    known = baselines.read(baseline) if baseline and not update_baseline else baselines.Baseline()
    if baseline and update_baseline:
        write_file(baseline, baselines.to_json(baselines.of(found)), force=True)
        click.echo(f"{baseline}: {len(found)} findings", err=True)
        return
    stale = known.stale(found) if strict_baseline else []
    new = known.new(found)
    _report(new, files, outputs or (("text", None),))
    for row in stale:
        click.echo(f"{baseline}: {row.rule} is found no more: “{row.sentence}”", err=True)
    click.echo(f"{_counted(files)}: {totals.summary(new)}", err=True)
    failed = totals.at_least(new, Severity(fail_on)) or bool(stale)
    sys.exit(1 if failed and not exit_zero else 0)


def _explain(name: str) -> None:
    wanted = list(RULES.values()) if name == "all" else [RULES[name]] if name in RULES else []
    if not wanted:
        raise click.UsageError(f"There is no rule {name!r}; the rules are: {', '.join(RULES)}.")
    click.echo(
        "\n\n".join(f"{rule.id} {rule.name} ({rule.severity})\n{rule.documentation}" for rule in wanted)
    )


def _judge(folders: Sequence[Path], language: str, policy: str) -> Judge:
    entries = catalog.load_glossary(folders, language).enforced
    return Judge(language, Matcher(entries), Lexicon(language), each=policy == "each")


def _files(wanted: _Wanted, languages: Sequence[str]) -> list[Checked]:
    if wanted.language and wanted.language not in languages:
        raise click.UsageError(
            f"The glossary has no language {wanted.language!r}; it has: {', '.join(languages)}."
        )
    if wanted.source or wanted.target:
        if not (wanted.source and wanted.target and wanted.language) or wanted.paths:
            raise click.UsageError("--source, --target and --lang go together, and with no other path.")
        return [checked_files.of_pair(Pair(wanted.source, wanted.target, wanted.language), wanted.encoding)]
    paths = wanted.paths or (Path(),)
    changed = _changed(wanted.since) if wanted.since else None
    pairs = find_pairs((path for path in paths if not bilingual.is_bilingual(path)), languages)
    both = [path for path in paths if bilingual.is_bilingual(path)]
    both += (
        file
        for path in paths
        if path.is_dir()
        for file in sorted(path.rglob("*"))
        if bilingual.is_bilingual(file)
    )
    files = [
        checked_files.of_pair(pair, wanted.encoding)
        for pair in pairs
        if changed is None or changed & {pair.source.resolve(), pair.target.resolve()}
    ]
    for path in dict.fromkeys(both):
        if changed is None or path.resolve() in changed:
            files += checked_files.of_bilingual(path, languages, wanted.language, wanted.encoding)
    return files


def _changed(revision: str) -> set[Path]:
    """Return the files that differ from a revision of the git repository, and those it does not know."""
    try:
        root = _git("rev-parse", "--show-toplevel")[0]
        names = _git("diff", "--name-only", revision, "--") + _git(
            "ls-files", "--others", "--exclude-standard", "--full-name", root
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise DocumentError(
            f"git cannot tell what changed since {revision!r}", remedy="name a commit"
        ) from error
    return {(Path(root) / name).resolve() for name in names}


def _git(*arguments: str) -> list[str]:
    command = ["git", "-c", "core.quotePath=off", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.splitlines()


def _fixed(file: Checked, judge: Judge, *, write: bool, encoding: str) -> Checked:
    """Return the file as its remedies make it, after it was written or the difference was shown."""
    text = file.fixed(judge)
    if text == file.source.text:
        return file
    if not write:
        before, after = file.source.text.splitlines(keepends=True), text.splitlines(keepends=True)
        click.echo("".join(difflib.unified_diff(before, after, str(file.path), str(file.path))), nl=False)
        return file
    write_file(file.path, text, bom=file.source.bom, force=True)
    return file.with_text(text)


def _report(
    found: Sequence[Finding], files: Sequence[Checked], outputs: Iterable[tuple[str, Path | None]]
) -> None:
    texts = {file.path: file.source.text for file in files}
    for name, path in outputs:
        report = FORMATS[name](found, list(RULES.values()), texts)
        if path:
            write_file(path, report, force=True)
        else:
            click.echo(report, nl=False)


def _counted(files: Sequence[Checked]) -> str:
    count = len({file.path for file in files})
    return "1 translation" if count == 1 else f"{count} translations"
