"""A timeline: its dates worked out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.shared import authority_option, checked_library, day_given, pairs, root_option
from generator.reason.questions import Refused


@click.command()
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
@click.option(
    "--word",
    default="",
    help="Your own word for the case, not a name: a later calendar file with the same word updates its dates.",
)
@click.option("--table", "form", flag_value="table", default="table", help="Print a table (the default).")
@authority_option
def timeline(
    timeline_id: str,
    root: Path,
    dates: tuple[str, ...],
    answers: tuple[str, ...],
    today: str | None,
    form: str,
    word: str,
    authority: str | None,
) -> None:
    """Work out the dates of a timeline, each with the rule and the days left out."""
    from generator.commands.terminal import timeline_as

    library = checked_library(root, "timeline", timeline_id, authority)
    given = {name: day_given(value, "--given") for name, value in pairs(dates, "--given").items()}
    day = day_given(today, "--today") if today else date.today()
    try:
        text = timeline_as(form, library, library.timeline[timeline_id], given, pairs(answers, "--answer"), day, word)
    except Refused as refused:
        raise click.UsageError(str(refused)) from None
    click.echo(text, nl=False)
