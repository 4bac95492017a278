"""A decision tree: walked, exported."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.shared import authority_option, checked_library, day_given, pairs, root_option
from generator.reason.questions import Refused


@click.command(name="walk")
@click.argument("tree_id", metavar="TREE")
@root_option
@click.option("--answer", "answers", multiple=True, metavar="QUESTION=VALUE", help="An answer; several choices with +.")
@click.option(
    "--given", "dates", multiple=True, metavar="DATE=DAY", help="A shared date by its id, and its day: ID=2014-03-02."
)
@click.option("--today", metavar="DAY", help="The day to count to (default: today).")
@click.option("--json", "as_json", is_flag=True, help="Print the walk as JSON.")
@authority_option
def walk_(
    tree_id: str,
    root: Path,
    answers: tuple[str, ...],
    dates: tuple[str, ...],
    today: str | None,
    as_json: bool,
    authority: str | None,
) -> None:
    """Walk a decision tree: with the answers given, or question by question on a terminal."""
    from generator.commands.terminal import walk_in_terminal, walk_with_answers

    library = checked_library(root, "tree", tree_id, authority)
    tree = library.tree[tree_id]
    day = day_given(today, "--today") if today else date.today()
    given = {name: day_given(value, "--given") for name, value in pairs(dates, "--given").items()}
    if not answers and not as_json and sys.stdin.isatty():
        walk_in_terminal(library, tree, day, given)
        return
    try:
        click.echo(walk_with_answers(library, tree, pairs(answers, "--answer"), day, given, as_json=as_json))
    except Refused as refused:
        raise click.UsageError(str(refused)) from None


@click.command()
@click.argument("tree_id", metavar="TREE")
@root_option
@click.option("--to", "form", type=click.Choice(["dot", "mermaid", "json"]), required=True, help="The form to write.")
@authority_option
def export(tree_id: str, root: Path, form: str, authority: str | None) -> None:
    """Print a decision tree for use elsewhere, every way on with its real condition."""
    from generator.compile.files.graph import export as exported

    library = checked_library(root, "tree", tree_id, authority)
    click.echo(exported(library.tree[tree_id], form), nl=False)
