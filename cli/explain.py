"""The option that says what a rule reports, for every command that has rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from glossary.reports.rule import Rule

_Command = TypeVar("_Command", bound=Callable[..., None])


def explain_option(rules: Iterable[Rule]) -> Callable[[_Command], _Command]:
    """Return the option `--explain`, which prints one of the rules, or all, and leaves."""
    known = {rule.id: rule for rule in rules}

    def explain(ctx: click.Context, _: click.Parameter, wanted: str | None) -> None:
        if wanted is None:
            return
        chosen = list(known.values()) if wanted == "all" else [known.get(wanted.upper())]
        texts = [f"{r.id} {r.name} ({r.severity})\n{r.documentation}" for r in chosen if r]
        if not texts:
            raise click.BadParameter(f"there is no rule {wanted}; the rules are: {', '.join(known)}.")
        click.echo("\n\n".join(texts))
        ctx.exit()

    return click.option(
        "--explain",
        metavar="RULE",
        is_eager=True,
        expose_value=False,
        callback=explain,
        help="Print what a rule reports, and leave; `all` for every rule.",
    )
