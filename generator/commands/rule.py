"""A rule of the check: what it means, at the terminal."""

from __future__ import annotations

import click

from generator.describe.rules_page import explained, listed
from generator.errors import did_you_mean
from generator.rules import RULES


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what a rule of the check means, why it is there and how to mend what it reports; without RULE, list all."""
    if rule is None:
        click.echo(listed())
    elif rule in RULES:
        click.echo(explained(RULES[rule]))
    else:
        hint = did_you_mean(rule, RULES) or "'pathways explain' lists them"
        raise click.UsageError(f"there is no rule '{rule}' ({hint})")
