"""The content: checked, and its model told to editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.change.against import check_against
from generator.check import check_folder
from generator.check.proof import coverage
from generator.commands.shared import CONTENT_WRONG, print_problems, root_option
from generator.errors import errors_in
from generator.model import load
from generator.model.local.localise import views_of
from generator.read.revision import at_revision


@click.command()
@root_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text", help="How problems are printed."
)
@click.option("--against", "revision", metavar="REV", help="Also compare with the content at a revision of git.")
def check(root: Path, style: str, revision: str | None) -> None:
    """Check all content and print every problem, each with its place and how to mend it."""
    library, problems = check_folder(root)
    if revision:
        with at_revision(root, revision) as folder:
            problems += check_against(library, load(folder)[0], revision)
    print_problems(problems, root, style)
    if errors_in(problems):
        sys.exit(CONTENT_WRONG)
    trees = {id(tree): tree for view in (library, *views_of(library)) for tree in view.tree.values()}
    if style == "text" and (words := coverage(trees.values())):
        click.echo(words)


@click.command()
@root_option
def schema(root: Path) -> None:
    """Write JSON Schemas to schemas/, so that editors complete and check; the same and the rules in words to docs/."""
    from generator.describe.docs import write_docs
    from generator.describe.schemas import write_schemas

    docs = write_docs(root)
    for path in (*write_schemas(root), *docs):
        click.echo(f"wrote {path.relative_to(root).as_posix()}")
