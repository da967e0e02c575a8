"""`dragoman glossary`: its table of subcommands."""

from __future__ import annotations

import click

from ..lazy import LazyGroup

COMMANDS = {
    "init": "Start a project glossary.",
    "list": "List entries, by kind, language and state.",
    "search": "Find entries by their words.",
    "show": "Show a term in every language, with its forms and where it occurs.",
    "add": "Add a term.",
    "set": "Change facts of an entry.",
    "approve": "Approve proposed entries.",
    "remove": "Remove entries, or mark them obsolete.",
    "sync": "Offer the terms of one language to the others, as msgmerge does.",
    "lint": "Find mistakes in the catalogs.",
    "stats": "Count entries by kind and language, and coverage of articles.",
    "suggest": "Find names in articles that the glossary lacks.",
    "import": "Take terms from another format.",
    "export": "Write terms in another format.",
}


@click.group(cls=LazyGroup, table=COMMANDS, package=__name__)
def glossary() -> None:
    """Search, edit, check, exchange and grow the glossary."""
