"""A series ends at one event or at the first of several: "until the order or the next panel"."""

from __future__ import annotations

from datetime import date

import pytest

from generator.compile.words.sentences import rule
from generator.model import Library
from generator.model.deadline import Deadline
from generator.model.event import EventOf
from generator.model.measure import Duration
from generator.model.timeline import Timeline
from generator.reason.timeline import work_out
from support.libraries import with_shelves

START = date(2026, 3, 2)
UNTIL = EventOf(earlier_of=("birth", "ppm-held"))
VISITS = Deadline(
    id="visits", title="Visits", every=Duration(6, "week"), after=EventOf(event="became-looked-after"), until=UNTIL
)


def days(library: Library, given: dict[str, date]) -> list[date | None]:
    timeline = Timeline(id="visiting", title="Visiting", deadlines=(VISITS,))
    return [row.due for row in work_out(library, timeline, {"became-looked-after": START, **given})]


@pytest.mark.parametrize(
    ("given", "many"),
    [
        ({}, 1),  # no end is known: only the next is shown
        ({"birth": date(2026, 5, 25)}, 2),
        ({"ppm-held": date(2026, 4, 13)}, 1),
        ({"birth": date(2026, 7, 6), "ppm-held": date(2026, 5, 25)}, 2),
        ({"birth": date(2026, 5, 25), "ppm-held": date(2026, 7, 6)}, 2),
    ],
)
def test_the_first_end_that_is_known_ends_it(library: Library, given: dict[str, date], many: int) -> None:
    found = days(library, given)
    assert len(found) == many
    assert found[0] == date(2026, 4, 13)


def test_the_rule_names_both_ends(library: Library) -> None:
    words = rule(library, VISITS)
    assert words.startswith("at least every 6 weeks after ")
    assert words.count(" or ") + words.count(" and ") >= 1
    assert "until the earlier of" in words


def test_a_series_that_is_only_shown_gives_what_follows_it_no_day(library: Library) -> None:
    shown = VISITS.model_copy(update={"until": None, "documented": True})
    follows = Deadline(id="next", title="Next", within=Duration(6, "month"), of=EventOf(event="visits"))
    last = follows.model_copy(update={"id": "after-last", "of": EventOf(event="visits.last")})
    timeline = Timeline(id="visiting", title="Visiting", deadlines=(shown, follows, last))
    small = with_shelves(library, {"timeline": {"visiting": timeline}})
    for event, row in zip(
        ("visits", "visits.last"), work_out(small, timeline, {"became-looked-after": START})[1:], strict=True
    ):
        assert (row.due, row.missing) == (None, (event,))
    held = {row.id: row.due for row in work_out(small, timeline, {"visits": START})}
    assert held == {"visits": None, "next": date(2026, 9, 2), "after-last": None}
