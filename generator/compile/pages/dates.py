"""Dates: each timeline, with one example worked out, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.compile.data.script import script
from generator.compile.data.timeline import timelines_data
from generator.compile.page.helper import Helper
from generator.compile.page.maker import Maker
from generator.compile.page.sections import crumb_of, listed, newest_review, write_listing, write_piece
from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.compile.words.working import because, other_rule_words, title_of, when
from generator.model.statement import Address
from generator.model.timeline import Timeline
from generator.model.uses import Uses, uses_of_deadlines
from generator.reason.calendars import england_and_wales
from generator.reason.counting import regimes_on
from generator.reason.timeline import work_out


def write_dates(maker: Maker) -> None:
    """Write every timeline, the page of several together, and the list of them where there are any."""
    library = maker.library
    uses = uses_of_deadlines(library)
    for timeline in library.timeline.values():
        _write_timeline(maker, timeline, uses)
    if not library.timeline:
        return
    said = SAYS.dates.page.together
    groups = listed(maker, "timeline", library.site.timeline_groups)
    if len(library.timeline) > 1:
        _write_together(maker)
        groups.insert(0, ("", [(said.title, "dates/together", said.in_the_list)]))
    write_listing(maker, "dates", groups)


def _write_timeline(maker: Maker, timeline: Timeline, uses: Mapping[str, Uses]) -> None:
    library = maker.library
    helper = maker.helper(f"dates/{timeline.id}")
    rows = [
        {
            "deadline": deadline,
            "rule": sentences.rule(library, deadline) or SAYS.dates.page.no_number,
            "otherwise": other_rule_words(library, deadline),
            "applies": sentences.guard(deadline.applies, timeline.questions) if deadline.applies else "",
            "uses": _uses(helper, uses[deadline.id]) if deadline.id in uses else [],
        }
        for deadline in timeline.deadlines
    ]
    example, example_day = _example(maker, timeline)
    write_piece(
        maker,
        "dates",
        "dates/timeline.md.j2",
        timeline,
        helper=helper,
        timeline=timeline,
        rows=rows,
        regimes=regimes_on(library, timeline),
        data=script(timelines_data(library, [timeline], england_and_wales())),
        example=example,
        example_day=example_day,
    )


def _uses(helper: Helper, uses: Uses) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return where a deadline is spoken of, each kind under its words, as (name, link); the first two of a kind."""
    said = SAYS.dates.page
    lists = {to.id: to for to in reversed(uses.items)}  # the first item of each list
    found: list[tuple[str, Iterable[Address], bool]] = [
        (said.read, uses.sections, True),
        (said.lists, reversed(lists.values()), False),
        (said.papers, uses.forms, True),
        (said.ways, uses.stations, True),
    ]
    return [
        (form, [(helper.whole_name(to if whole else Address(to.kind, to.id)), helper.link_of(to)) for to in shown])
        for form, addresses, whole in found
        if (shown := list(addresses)[:2])
    ]


def _example(maker: Maker, timeline: Timeline) -> tuple[list[dict[str, object]], date | None]:
    """Return a worked example: every day asked for is the day the timeline was reviewed."""
    day = timeline.reviewed or newest_review(maker.library)
    if day is None:
        return [], None
    rows = work_out(maker.library, timeline, {asked.date: day for asked in timeline.inputs})
    shown = [
        {
            "title": title_of(maker.library, row),
            "when": when(row),
            "because": because(maker.library, row),
            "deadline": row.deadline,
        }
        for row in rows
        if (row.due or row.not_before) and row.applies != "no"
    ]
    return shown, day


def _write_together(maker: Maker) -> None:
    """Write the page on which several timelines are worked out together."""
    library = maker.library
    maker.write(
        "dates/together",
        "dates/dates_together.md.j2",
        SAYS.dates.page.together.title,
        lead=SAYS.dates.page.together.lead,
        crumbs=[crumb_of(library, "dates")],
        section="dates",
        data=script(timelines_data(library, library.timeline.values(), england_and_wales())),
        reviewed=newest_review(library),
    )
