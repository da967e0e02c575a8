"""`dragoman glossary add`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

import click

from glossary.maintenance import editing
from glossary.maintenance.folder import entries_below, read_folder, save_changes
from glossary.maintenance.inspection import inspect
from glossary.maintenance.names import qualified
from glossary.model import Kind, Term

from ..description import described
from ..options import glossary_folders, glossary_option, no_builtin_option, own_folder


@click.command()
@click.argument("text", metavar="TERM")
@click.option(
    "--kind", required=True, type=click.Choice([str(kind) for kind in Kind]), help="What the term names."
)
@click.option("--qualifier", metavar="NAME", help="Tells homonyms of a kind apart: newspaper.")
@click.option(
    "-r",
    "--rendering",
    "renderings",
    multiple=True,
    metavar="LANG=TEXT",
    help="An approved rendering; may repeat.",
)
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="Another spelling; may repeat.")
@click.option(
    "--match", type=click.Choice(["case", "nocase"]), help="Whether letter case counts. Default: by kind."
)
@click.option("--no-translate", is_flag=True, help="The term stays as it is in every language.")
@click.option("--note", "notes", multiple=True, metavar="TEXT", help="A remark for translators; may repeat.")
@glossary_option
@no_builtin_option
def add(  # noqa: PLR0913, PLR0917 - one parameter an option
    text: str,
    kind: str,
    qualifier: str | None,
    renderings: tuple[str, ...],
    aliases: tuple[str, ...],
    match: str | None,
    no_translate: bool,
    notes: tuple[str, ...],
    glossaries: tuple[Path, ...],
    no_builtin: bool,
) -> None:
    """Add TERM to your own glossary: the last one named by --glossary or the configuration.

    Renderings that you give are approved. In any other language of the glossary the built-in rendering is
    taken over, or else a name gets a proposal, which is fuzzy: not enforced until you approve it. What comes
    out is shown, with the forms that will be used.
    """
    context = kind if qualifier is None else f"{kind}/{_clean(qualifier)}"
    term = Term(
        context,
        _clean(text),
        aliases=tuple(map(_alias, aliases)),
        match_case=None if match is None else match == "case",
        translate=not no_translate,
        notes=tuple(map(_clean, notes)),
    )
    own, folders = own_folder(glossaries), glossary_folders(glossaries, no_builtin=no_builtin)
    before = read_folder(own)
    below = entries_below(folders, before)
    save_changes(before, editing.added(before, below, term, _by_language(renderings)))
    found, entries = inspect(folders, qualified((context, term.text)))
    click.echo("\n".join(described(found)))
    others = {e.identity for e in entries if e.term.text == term.text} - {found.identity}
    if others:
        click.echo(f"homonyms: {', '.join(sorted(map(qualified, others)))}", err=True)


def _by_language(renderings: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for rendering in renderings:
        language, _, text = rendering.partition("=")
        if not text.strip() or language in found:
            raise click.BadParameter(f"{rendering!r} is not LANG=TEXT, once for a language.")
        found[language.strip()] = _clean(text)
    return found


def _alias(text: str) -> str:
    if "|" in text:
        raise click.BadParameter(f"{text!r} is several aliases: give each an --alias of its own.")
    return _clean(text)


def _clean(text: str) -> str:
    lines = text.strip().splitlines()
    if len(lines) != 1:
        raise click.BadParameter(f"{text!r} has a line break." if lines else "a text is empty.")
    return normalize("NFC", lines[0])
