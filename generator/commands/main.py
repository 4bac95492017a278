"""The door: the command ``pathways``. Thin: it reads arguments, calls the stages, prints, and sets the exit code.

Exit codes: 0 all is well, 1 the content has problems, 2 the command was used wrongly, 3 our own fault.
"""

from __future__ import annotations

import sys
import traceback
from datetime import date
from pathlib import Path

import click

from generator import __version__
from generator.change.against import check_against
from generator.check import check_folder
from generator.check.proof import coverage
from generator.errors import Fault, Problem, did_you_mean, errors_in
from generator.model import Library, load
from generator.model.local.localise import view_of, views_of
from generator.read.revision import at_revision, last_before
from generator.reason.walk import Refused
from generator.report import report

CONTENT_WRONG, OUR_FAULT = 1, 3

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that holds content/ and decision_trees/ (default: this folder).",
)


authority_option = click.option("--authority", metavar="ID", help="As one authority has it.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pathways")
def commands() -> None:
    """Compile procedures, written as YAML and Markdown, into a searchable site with decision aids."""


@commands.command()
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
    _print_problems(problems, root, style)
    if errors_in(problems):
        sys.exit(CONTENT_WRONG)
    trees = {id(tree): tree for view in (library, *views_of(library)) for tree in view.tree.values()}
    if style == "text" and (words := coverage(trees.values())):
        click.echo(words)


@commands.command()
@root_option
def schema(root: Path) -> None:
    """Write JSON Schemas to schemas/, so that editors complete and validate, and the same in words to docs/."""
    from generator.describe.handbook import HANDBOOK, handbook
    from generator.describe.schemas import write_schemas

    (root / HANDBOOK).parent.mkdir(exist_ok=True)
    (root / HANDBOOK).write_text(handbook(), encoding="utf-8", newline="\n")
    for path in (*write_schemas(root), root / HANDBOOK):
        click.echo(f"wrote {path.relative_to(root).as_posix()}")


@commands.command(name="compile")
@root_option
def compile_(root: Path) -> None:
    """Check the content and write the documentation folder build/docs, without running a site engine."""
    from generator.publish.build import compile_folder

    problems, pages = compile_folder(root)
    _stop_on(problems, root)
    click.echo(f"Compiled {pages} pages into build/docs.")


@commands.command()
@root_option
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="What renders the pages.")
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where to publish (default: site).")
@click.option(
    "--authority", metavar="ID|all", help="Publish as one authority has it; all: each beside the national site."
)
@click.option(
    "--as-of", metavar="DAY", help="The day for which it is written: what stands for a time (default: today)."
)
def build(root: Path, engine: str, site_dir: Path | None, authority: str | None, as_of: str | None) -> None:
    """Check, compile and render the whole site. If anything fails, the published site stays as it was."""
    from generator.publish.build import build_site

    target = site_dir or root / "site"
    day = _day(as_of, "--as-of") if as_of else None
    problems, pages = build_site(root, target, engine, authority, day)
    _stop_on(problems, root)
    click.echo(f"Published {pages} pages in {target.as_posix()}.")


@commands.command(name="walk")
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

    library = _checked(root, "tree", tree_id, authority)
    tree = library.tree[tree_id]
    day = _day(today, "--today") if today else date.today()
    given = {name: _day(value, "--given") for name, value in _pairs(dates, "--given").items()}
    if not answers and not as_json and sys.stdin.isatty():
        walk_in_terminal(library, tree, day, given)
        return
    try:
        click.echo(walk_with_answers(library, tree, _pairs(answers, "--answer"), day, given, as_json=as_json))
    except Refused as refused:
        raise click.UsageError(str(refused)) from None


@commands.command()
@click.argument("timeline_id", metavar="TIMELINE")
@root_option
@click.option("--given", "dates", multiple=True, metavar="EVENT=DAY", help="A date, or the real day of something held.")
@click.option(
    "--answer", "answers", multiple=True, metavar="QUESTION=VALUE", help="What decides which deadlines apply."
)
@click.option(
    "--today",
    metavar="DAY",
    help="The day on which it is asked: what is in force then (default: today).",
)
@click.option("--json", "form", flag_value="json", help="Print the deadlines as JSON.")
@click.option("--ics", "form", flag_value="ics", help="Print a calendar file.")
@click.option("--table", "form", flag_value="table", default="table", help="Print a table (the default).")
@authority_option
def timeline(
    timeline_id: str,
    root: Path,
    dates: tuple[str, ...],
    answers: tuple[str, ...],
    today: str | None,
    form: str,
    authority: str | None,
) -> None:
    """Work out the dates of a timeline, each with the rule and the days left out."""
    from generator.commands.terminal import timeline_as

    library = _checked(root, "timeline", timeline_id, authority)
    given = {name: _day(value, "--given") for name, value in _pairs(dates, "--given").items()}
    day = _day(today, "--today") if today else date.today()
    try:
        text = timeline_as(form, library, library.timeline[timeline_id], given, _pairs(answers, "--answer"), day)
    except Refused as refused:
        raise click.UsageError(str(refused)) from None
    click.echo(text, nl=False)


@commands.command()
@click.argument("tree_id", metavar="TREE")
@root_option
@click.option("--to", "form", type=click.Choice(["dot", "mermaid", "json"]), required=True, help="The form to write.")
@authority_option
def export(tree_id: str, root: Path, form: str, authority: str | None) -> None:
    """Print a decision tree for use elsewhere, every way on with its real condition."""
    from generator.compile.files.graph import export as exported

    library = _checked(root, "tree", tree_id, authority)
    click.echo(exported(library.tree[tree_id], form), nl=False)


@commands.command()
@click.argument("kind", type=click.Choice(["authority"]))
@click.argument("name")
@root_option
def new(kind: str, name: str, root: Path) -> None:
    """Begin a new authority called NAME: a file with every part explained where it stands."""
    from generator.edit.new import new_authority

    path = new_authority(root, name, load(root)[0])
    click.echo(f"Wrote {path.relative_to(root).as_posix()}. Next: fill it in, then run 'pathways check'.")


@commands.command(name="drift")
@click.argument("authority_id", metavar="AUTHORITY")
@root_option
@click.option("--since", "revision", metavar="REV", help="A revision of git (default: that of its review).")
def drift_(authority_id: str, root: Path, revision: str | None) -> None:
    """Tell what changed nationally since an authority last reviewed its differences, and which of them it touches."""
    from generator.change.drift import drift

    library = _checked(root, "authority", authority_id)
    authority = library.authority[authority_id]
    if revision is None and authority.reviewed is None:
        raise click.UsageError(f"'{authority_id}' does not say when it was reviewed; give --since, or add 'reviewed:'")
    since = revision or last_before(root, str(authority.reviewed))
    with at_revision(root, since) as folder:
        changes = drift(library, load(folder)[0], authority)
    touching = [change for change in changes if change.touched]
    from_ = f"revision {since[:10]}" + (f", the last before {authority.reviewed}" if revision is None else "")
    click.echo(f"{_count(len(changes), 'national piece')} changed since {from_}.")
    for change in touching:
        places = ", ".join(str(difference.place("on")) for difference in change.touched)
        click.echo(f"  {change.address}: {change.what}; look again at {places}")
    if touching:
        click.echo("The others touch none of its differences:")
    for change in changes[len(touching) :]:
        click.echo(f"  {change.address}: {change.what}")


@commands.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@authority_option
def serve(root: Path, port: int, authority: str | None) -> None:
    """Preview the site, and render it again whenever content, templates or assets change."""
    from generator.publish.serve import serve_site

    serve_site(root, port, authority)


def _checked(root: Path, kind: str, name: str, authority: str | None = None) -> Library:
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
        _print_problems(own, root, "text", quiet=True)
        sys.exit(CONTENT_WRONG)
    return library


def _pairs(texts: tuple[str, ...], option: str) -> dict[str, str]:
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.UsageError(f"{option} takes name=value, not '{text}'")
        found[name] = value
    return found


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{option} takes a day such as 2026-11-22, not '{text}'") from None


def _stop_on(problems: list[Problem], root: Path) -> None:
    _print_problems(problems, root, "text", quiet=True)
    if errors_in(problems):
        click.echo("Nothing was written; the published site is unchanged.", err=True)
        sys.exit(CONTENT_WRONG)


def _print_problems(problems: list[Problem], root: Path, style: str, *, quiet: bool = False) -> None:
    if problems or style == "json":
        click.echo(report(problems, root, style), err=quiet)
    if style == "text" and (problems or not quiet):
        errors, warnings = len(errors_in(problems)), len(problems) - len(errors_in(problems))
        words = f"{_count(errors, 'problem')}" + (f", {_count(warnings, 'warning')}" if warnings else "")
        click.echo(f"\n{words}." if problems else "No problems found.", err=quiet)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def main() -> None:
    """Run the command; turn a fault into one sentence, and a bug into a request to report it."""
    try:
        commands(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except Fault as fault:
        click.echo(f"pathways: {fault}", err=True)
        sys.exit(fault.code)
    except Exception:
        click.echo(traceback.format_exc(), err=True)
        click.echo(
            "pathways: this is our own fault, not the content's. Please report it with the lines above.", err=True
        )
        sys.exit(OUR_FAULT)
