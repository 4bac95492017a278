"""What several commands share: options, and how problems are printed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.check import check_folder
from generator.errors import Problem, did_you_mean, errors_in
from generator.model import Library
from generator.model.local.localise import view_of
from generator.report import report

CONTENT_WRONG = 1

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that holds content/ and decision_trees/ (default: this folder).",
)
authority_option = click.option("--authority", metavar="ID", help="As one authority has it.")


def checked_library(root: Path, kind: str, name: str, authority: str | None = None) -> Library:
    """Return the library, or an authority's view of it, that has content of that kind and name.

    Stops where there is no such thing, or where it has problems itself.
    """
    library, problems = check_folder(root, authorities=authority is not None)
    if authority is not None:
        library = view_of(library, authority)
    known = library.of_kind(kind)
    if name not in known:
        hint = did_you_mean(name, known) or "known here: " + (", ".join(known) or "none")
        raise click.UsageError(f"there is no {kind} '{name}' ({hint})")
    own = [problem for problem in errors_in(problems) if problem.place.file == known[name].place("id").file]
    if own:
        print_problems(own, root, "text", quiet=True)
        sys.exit(CONTENT_WRONG)
    return library


def pairs(texts: tuple[str, ...], option: str) -> dict[str, str]:
    """Return ``name=value`` texts as a mapping. Raises UsageError for another text."""
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.UsageError(f"{option} takes name=value, not '{text}'")
        found[name] = value
    return found


def day_given(text: str, option: str) -> date:
    """Return the day an option gives. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{option} takes a day such as 2026-11-22, not '{text}'") from None


def stop_on(problems: list[Problem], root: Path) -> None:
    """Print all problems; exit with 1 where one of them is an error."""
    print_problems(problems, root, "text", quiet=True)
    if errors_in(problems):
        click.echo("Nothing was written; the published site is unchanged.", err=True)
        sys.exit(CONTENT_WRONG)


def print_problems(problems: list[Problem], root: Path, style: str, *, quiet: bool = False) -> None:
    """Print problems and their number in a style of report (text, json, github).

    ``quiet``: on standard error, and nothing where all is well.
    """
    if problems or style == "json":
        click.echo(report(problems, root, style), err=quiet)
    if style == "text" and (problems or not quiet):
        errors, warnings = len(errors_in(problems)), len(problems) - len(errors_in(problems))
        words = f"{counted(errors, 'problem')}" + (f", {counted(warnings, 'warning')}" if warnings else "")
        click.echo(f"\n{words}." if problems else "No problems found.", err=quiet)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 problem``, ``2 problems``."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
