"""What an edit has done, a line for each entry."""

from __future__ import annotations

import click

from glossary.maintenance.changes import changes
from glossary.maintenance.folder import GlossaryFolder
from glossary.maintenance.names import qualified
from glossary.reports.display import visible


def print_changes(before: GlossaryFolder, after: GlossaryFolder) -> bool:
    """Print each change with its place, and return whether there was one."""
    lines = [f"{c.path}:{c.line}: {c.what} {visible(qualified(c.identity))}" for c in changes(before, after)]
    if lines:
        click.echo("\n".join(lines))
    return bool(lines)
