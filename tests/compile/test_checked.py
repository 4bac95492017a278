"""What was read: everything counted, the version of the law said, corrections told for a year, spans that agree."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest

from generator.check.measures import check_measures
from generator.compile.files.calendar import calendar_file
from generator.compile.folder import compile_library
from generator.compile.page.corrections import corrections_on
from generator.compile.pages.checked import told
from generator.compile.words.versions import reading_words, version_of
from generator.compile.words.working import as_data, other_rule_words
from generator.model import Library
from generator.model.address import resolve, walk_models
from generator.model.lists import Correction, CountingRegime
from generator.model.local.localise import view_of
from generator.model.source import Source
from generator.model.statement import Statement, parse_citation
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.reason.timeline import work_out
from support.libraries import with_shelves

NOT_CHECKED = "not-yet-checked.md"


def shown(compiled: dict[str, bytes], page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", compiled[page].decode()).split())


# ---- everything is counted ---------------------------------------------------------------------------------------


def unread_in(library: Library) -> Counter[str]:
    """Every text in any file, an authority's own among them, that says 'seen: none': found without the page's code."""
    owned = [thing for shelves in library.own.values() for shelf in shelves.values() for thing in shelf.values()]
    found: Counter[str] = Counter()
    for thing in [*library.everything(), *owned]:
        pieces = {id(owner): owner for owner, _, _ in walk_models(thing) if getattr(owner, "seen", "") == "none"}
        for piece in pieces.values():
            said = [getattr(piece, key, None) for key in ("text", "meaning", "does", "explains", "why")]
            if text := next(filter(None, said), None):
                found[text] += 1
            elif getattr(piece, "cite", ()):
                found[getattr(piece, "ask", "") or getattr(piece, "name", "")] += 1
    for authority in library.authority.values():
        view = view_of(library, authority.id)
        for difference in authority.differences:
            steps = [
                *(difference.set or {}).get("then", []),
                *([difference.add] if difference.add and difference.on.kind != "chapter" else []),
            ]
            found.update(step["text"] for step in steps if "text" in step and step.get("seen", "none") == "none")
            if difference.set and "text" in difference.set:
                here = resolve(view, difference.on)
                found.update([difference.set["text"]] if getattr(here, "seen", "") == "none" else [])
    return found


def test_what_nobody_has_read_is_counted_and_listed_whatever_kind_it_is(
    library: Library, compiled: dict[str, bytes]
) -> None:
    wanted = unread_in(library)
    assert Counter(one.text for one in told(library) if one.seen == "none") == wanted
    page = shown(compiled, NOT_CHECKED)
    assert f"{sum(wanted.values())} statements whose source nobody has read yet" in page
    plain = page.replace("’", "'")
    missing = [text for text in wanted if " ".join(text.split()).replace("’", "'") not in html.unescape(plain)]
    assert missing == []


def test_what_authorities_add_to_national_pieces_is_counted(library: Library) -> None:
    texts = {(one.text, one.seen) for one in told(library)}
    added = [
        difference.add
        for authority in library.authority.values()
        for difference in authority.differences
        if difference.add is not None and "text" in difference.add and difference.on.kind != "chapter"
    ]
    assert len(added) > 40
    assert [piece["text"] for piece in added if (piece["text"], piece.get("seen", "none")) not in texts] == []


def test_ways_of_counting_and_what_authorities_own_are_among_them(library: Library) -> None:
    assert any(isinstance(thing, CountingRegime) for thing in library.everything())
    kinds = {one.page.split("/")[0] for one in told(library)}
    assert {"dates", "options", "decision-guides", "checklists", "authorities", "words", "roles"} <= kinds
    pages = {one.page for one in told(library)}
    assert any(page.startswith("authorities/") and page != "authorities/index" for page in pages)


def test_what_was_sought_in_vain_is_told_apart(library: Library, compiled: dict[str, bytes]) -> None:
    sought = [one for one in told(library) if one.sought]
    assert sought and all(one.seen == "none" for one in sought)
    page = shown(compiled, NOT_CHECKED)
    first, second = page.index("Looked for, and no copy could be read"), page.index("Not yet looked for")
    assert f"{len(sought)} of the " in page[first:second]


# ---- in which version the law was read ----------------------------------------------------------------------------

PASSAGES: list[dict[str, Any]] = [
    {"at": ["s.1", "s.2"], "version": "2026-03-25", "on": "2026-11-28"},
    {"at": ["s.2(9)"], "version": "amending text", "on": "2026-11-28"},
    {"at": ["s.3"], "version": "as made", "on": "2026-11-28"},
    {"at": ["s.4"], "version": "revised", "on": "2026-11-28"},
    {"at": ["s.5"], "version": "not recorded", "on": "2026-11-28"},
]


def small_law(library: Library) -> Library:
    act = {"id": "act", "title": "An Act", "kind": "act", "passages": PASSAGES}
    guide = {"id": "guide", "title": "A guide", "kind": "guidance"}
    return with_shelves(library, {"source": {"act": Source.model_validate(act), "guide": Source.model_validate(guide)}})


@pytest.mark.parametrize(
    ("cite", "words", "version"),
    [
        (["act s.1"], "Read as revised to 25 March 2026", "dated"),
        (["act s.2(1)(a)"], "Read as revised to 25 March 2026", "dated"),
        (["act s.2(9)(b)"], "Read in the law that put it in", "amending text"),
        (["act s.3"], "Read as first made", "as made"),
        (["act s.4", "guide p.1"], "Read as revised, day not known", "revised"),
        (["act s.1", "act s.3"], "Read: s.1 as revised to 25 March 2026; s.3 as first made", "as made"),
        (
            ["act s.1", "act s.2(1)", "act s.3"],
            "Read: s.1 and s.2(1) as revised to 25 March 2026; s.3 as first made",
            "as made",
        ),
        (["act s.5"], "Read in a version not recorded", "not recorded"),
        (["act s.22"], "Read in a version not recorded", "not recorded"),  # 's.2' does not cover 's.22'
        (["guide p.1"], "Read in a version not recorded", "not recorded"),
    ],
)
def test_a_statement_says_which_version_was_read_and_is_counted_by_the_least_firm(
    library: Library, cite: list[str], words: str, version: str
) -> None:
    said = Statement.model_validate({"id": "x", "text": "So it is.", "cite": cite, "seen": "law"})
    small = small_law(library)
    assert reading_words(small, said) == words
    assert version_of(small, [parse_citation(text) for text in cite]) == version


def test_what_was_not_read_in_the_law_says_no_version(library: Library) -> None:
    for seen in ("secondary", "local", "none"):
        said = Statement.model_validate({"id": "x", "text": "So it is.", "cite": ["act s.1"], "seen": seen})
        assert reading_words(small_law(library), said) == ""


def test_every_reading_of_the_law_shows_its_version_on_its_page(library: Library, compiled: dict[str, bytes]) -> None:
    for option in library.option.values():
        page = shown(compiled, f"options/{option.id}.md")
        for piece in (*option.values.values(), *option.advantages, *option.steps):
            if piece.seen == "law":
                assert reading_words(library, piece) in page, (option.id, piece.text)


def test_the_policy_page_counts_readings_of_the_law_by_version(library: Library, compiled: dict[str, bytes]) -> None:
    counts = Counter(one.version for one in told(library) if one.seen == "law")
    page = shown(compiled, "policy.md")
    assert f"Read in the law itself {counts.total()}" in page
    assert f"of these as revised to a known day {counts['dated']}" in page
    assert f"of these as first made {counts['as made']}" in page


# ---- corrections ---------------------------------------------------------------------------------------------------


def corrected(library: Library, *on: str, until: str = "2026-11-28") -> Library:
    made = {
        "id": "a-day-late",
        "on": list(on),
        "until": until,
        "was": "gave 23 March",
        "is": "The safe day is 22 March.",
    }
    made["plain"] = "We gave a day too late."
    return with_shelves(library, {"correction": {"a-day-late": Correction.model_validate(made)}})


@pytest.mark.parametrize(
    ("on", "pages"),
    [
        ("timeline/adoption#adoption-match", ["dates/adoption", "dates/together"]),
        ("date/placed-for-adoption", ["dates/adoption", "dates/together"]),
        ("counting/adoption-days", ["dates/adoption", "dates/becoming-an-adopter", "dates/together"]),
        ("option/adoption#values.reviews", ["options/adoption", "families/adoption"]),
        ("tree/siblings", ["decision-guides/siblings"]),
        ("checklist/ppm-preparation#genogram", ["checklists/ppm-preparation"]),
        ("chapter/route-adoption", ["procedures/route-adoption"]),
        ("explainer/explained-adoption", ["families/explained-adoption"]),
        ("term/sgo", ["words"]),
        ("authority/coventry", ["authorities/coventry"]),
    ],
)
def test_a_correction_stands_on_the_page_it_is_about_for_a_year(library: Library, on: str, pages: list[str]) -> None:
    changed = corrected(library, on)
    for page in pages:
        for day, stands in (("2026-11-28", True), ("2027-11-28", True), ("2027-11-29", False)):
            assert bool(corrections_on(changed, page, date.fromisoformat(day))) is stands
    assert corrections_on(changed, "about", date(2026, 12, 1)) == []


def test_it_says_until_when_what_was_wrong_and_what_is_right_and_stays_on_its_own_page(library: Library) -> None:
    changed = corrected(library, "option/adoption")
    soon = compile_library(changed, as_of=date(2026, 12, 1)).files
    sentence = "Until 28 November 2026 this page gave 23 March. The safe day is 22 March."
    assert sentence in shown(soon, "options/adoption.md")
    assert "We gave a day too late." in shown(soon, "families/adoption.md")
    late = compile_library(changed, as_of=date(2027, 12, 1)).files
    assert sentence not in shown(late, "options/adoption.md")
    for site in (soon, late):
        assert "28 November 2026 this site gave 23 March. The safe day is 22 March." in shown(site, "corrections.md")


def test_a_correction_stands_in_every_view_of_the_page(library: Library, compiled_views: dict[str, bytes]) -> None:
    told = 0
    for path, page in compiled_views.items():
        twin = compiled_views.get(path.split("/", 2)[-1]) if path.startswith("local/") else None
        if twin is None or not path.endswith(".md"):
            continue
        wanted = re.findall(rb'<li data-last="[^"]*">(.*?)</li>', twin, re.S)
        assert re.findall(rb'<li data-last="[^"]*">(.*?)</li>', page, re.S) == wanted, path
        told += len(wanted)
    assert told > 50


# ---- spans that a guide and a timeline both give --------------------------------------------------------------------


def measured(library: Library, bands: list[dict[str, str]], rule: dict[str, Any]) -> list[str]:
    deadline = {"id": "last-day", "counting": "children-act-periods", **rule}
    question = {"ask": "Since when?", "elapsed": {"date": "child-came-to-live", "until": "today"}, "bands": bands}
    outcome = {"title": "T", "text": "T.", "kind": "info"}
    tree = {
        "id": "t",
        "title": "T",
        "start": "q",
        "questions": {"q": {**question, "go": "o"}},
        "outcomes": {"o": outcome},
    }
    timeline = {"id": "l", "title": "L", "inputs": ["child-came-to-live"], "deadlines": [deadline]}
    small = with_shelves(
        library,
        {
            "tree": {"t": Tree.model_validate(tree)},
            "timeline": {"l": Timeline.model_validate(timeline)},
            "checklist": {},
        },
    )
    return [problem.rule.id for problem in check_measures(small)]


def two(
    lower: str, upper: str, length: str, measures: str = "timeline/l#last-day", of: int = 0
) -> list[dict[str, str]]:
    bands = [{"id": "in", "label": "In", upper: length}, {"id": "over", "label": "Over", lower: length}]
    bands[of]["measures"] = measures
    return bands


OF, BEGINNING = {"of": "child-came-to-live"}, {"beginning_with": "child-came-to-live"}


@pytest.mark.parametrize(
    ("bands", "rule", "found"),
    [
        (two("from", "below", "16 weeks"), {"within": "16 weeks", **BEGINNING}, []),
        (two("from", "below", "16 weeks"), {"within": "16 weeks", **OF}, ["bands-and-deadline-differ"]),
        (two("over", "up_to", "16 weeks"), {"within": "16 weeks", **OF}, []),
        (two("over", "up_to", "16 weeks"), {"within": "16 weeks", **BEGINNING}, ["bands-and-deadline-differ"]),
        (two("from", "below", "1 year", of=1), {"not_before": "1 year", **OF}, []),
        (two("from", "below", "3 months", of=1), {"gap": {"from": "child-came-to-live", "at_least": "3 months"}}, []),
        (two("from", "below", "6 months", of=1), {"not_before": "26 weeks", **OF}, ["bands-and-deadline-differ"]),
        (two("from", "below", "6 months", of=0), {"not_before": "6 months", **OF}, ["bands-and-deadline-differ"]),
        (two("from", "below", "16 weeks"), {"within": "16 weeks", "of": "birth"}, ["bands-and-deadline-differ"]),
        (two("over", "up_to", "3 months"), {"within": "3 months", **OF}, []),
        (two("over", "up_to", "112 days", of=1), {"not_before": "113 days", **OF}, []),
        (two("over", "up_to", "112 days", of=1), {"not_before": "112 days", **OF}, ["bands-and-deadline-differ"]),
        (
            two("from", "below", "16 weeks"),
            {"within": "16 weeks", "documented": True, **BEGINNING},
            ["bands-and-deadline-differ"],
        ),
        (two("from", "below", "16 weeks"), {"within": "9999 years", **BEGINNING}, ["bands-and-deadline-differ"]),
        (two("from", "below", "16 weeks", "none", of=1), {"within": "16 weeks", **OF}, ["measures-unsaid"]),
        (two("from", "below", "16 weeks", "none"), {"within": "16 weeks", **OF}, []),
        ([{"id": "in", "label": "In", "below": "16 weeks"}], {"within": "16 weeks", **OF}, ["measures-unsaid"]),
        ([{"id": "in", "label": "In", "below": "16 weeks"}], {"within": "15 weeks", **OF}, []),
        ([{"id": "in", "label": "In", "below": "16 years"}], {"at": "16 years", **OF}, []),
        ([{"id": "in", "label": "In", "below": "112 days"}], {"within": "16 weeks", **OF}, ["measures-unsaid"]),
        ([{"id": "in", "label": "In", "up_to": "15 weeks"}], {"within": "106 days", **OF}, ["measures-unsaid"]),
        ([{"id": "in", "label": "In", "up_to": "15 weeks"}], {"within": "107 days", **OF}, []),
    ],
)
def test_a_band_and_the_deadline_it_measures_give_one_day_from_every_start(
    library: Library, bands: list[dict[str, str]], rule: dict[str, Any], found: list[str]
) -> None:
    assert measured(library, bands, rule) == found


def test_a_band_as_long_as_two_chained_deadlines_is_asked_about(library: Library) -> None:
    tree = library.tree["temporary-approval"]
    started = tree.questions["started"]
    silent = tuple(band.model_copy(update={"measures": None}) for band in started.bands)
    asked = tree.model_copy(update={"questions": {"started": started.model_copy(update={"bands": silent})}})
    problems = list(check_measures(with_shelves(library, {"tree": {tree.id: asked}, "checklist": {}})))
    assert {problem.rule.id for problem in problems} == {"measures-unsaid"}
    assert any("#family-extension-ends'" in problem.message for problem in problems)  # 24 weeks: 16 and then 8


def test_temporary_approval_ends_on_one_day_in_guide_and_dates(library: Library) -> None:
    timeline = library.timeline["family-and-friends-care"]
    rows = {row.id: row for row in work_out(library, timeline, {"temporary-approval-given": date(2026, 12, 1)})}
    assert rows["family-approval-ends"].due == date(2027, 3, 22)
    assert rows["family-extension-ends"].due == date(2027, 5, 17)
    bands = library.tree["temporary-approval"].questions["started"].bands
    assert [str(band.measures) for band in bands[:2]] == [
        "timeline/family-and-friends-care#family-approval-ends",
        "timeline/family-and-friends-care#family-extension-ends",
    ]


# ---- two readings of one rule ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "safe", "other"),
    [
        ("2026-12-23", "2026-12-29", "2027-01-05"),  # Christmas: seven days on the calendar, seven business days
        ("2026-06-01", "2026-06-07", "2026-06-09"),
    ],
)
def test_the_interim_appeal_shows_both_days_and_uses_the_earlier(
    library: Library, made: str, safe: str, other: str
) -> None:
    timeline = library.timeline["care-proceedings"]
    rows = {row.id: row for row in work_out(library, timeline, {"interim-order-made": date.fromisoformat(made)})}
    told_of = as_data(library, rows["care-appeal-interim"], date(2026, 12, 1))
    assert (told_of["due"], told_of["other_reading"]) == (safe, other)
    assert "Two readings." in told_of["because"] and "The earlier day is the safe one" in told_of["because"]


@pytest.mark.parametrize(
    ("rule", "second", "safe", "other"),
    [
        ({"within": "28 days", **BEGINNING}, {"first_day": "does-not-count"}, "2026-06-28", "2026-06-29"),
        ({"within": "28 days", **OF}, {"first_day": "counts"}, "2026-06-28", "2026-06-29"),
        ({"within": "3 months", **OF}, {"length": "12 weeks"}, "2026-08-24", "2026-09-01"),
        ({"not_before": "3 months", **OF}, {"length": "12 weeks"}, "2026-09-01", "2026-08-24"),
        (
            {"gap": {"from": "child-came-to-live", "at_least": "14 days"}},
            {"counting": "family-rules"},
            "2026-06-16",
            "2026-06-15",
        ),
        ({"within": "14 days", **OF}, {"counting": "children-act-periods"}, "2026-06-15", None),
    ],
)
def test_safe_is_the_earlier_of_two_latest_days_and_the_later_of_two_earliest(
    library: Library, rule: dict[str, Any], second: dict[str, str], safe: str, other: str | None
) -> None:
    deadline = {"id": "d", "counting": "children-act-periods", "second_reading": {**second, "why": "It may."}, **rule}
    timeline = Timeline.model_validate({"id": "l", "title": "L", "deadlines": [deadline]})
    small = with_shelves(library, {"timeline": {"l": timeline}})
    (row,) = work_out(small, timeline, {"child-came-to-live": date(2026, 6, 1)})
    assert str(row.due or row.not_before) == safe
    assert (str(row.other) if row.other else None) == other
    words = other_rule_words(small, timeline.deadlines[0])
    assert ("later" if "not_before" in rule or "gap" in rule else "earlier") in words.rsplit("The ", 1)[1]


def test_a_reading_that_cannot_be_counted_yet_does_not_take_the_safe_day_away(library: Library) -> None:
    timeline = library.timeline["care-proceedings"]
    given = {"interim-order-made": date(2029, 1, 10), "case-management-decision-made": date(2028, 12, 27)}
    rows = {row.id: row for row in work_out(library, timeline, given)}
    for name, day in (("care-appeal-interim", "2029-01-16"), ("care-appeal-case-management", "2029-01-02")):
        assert (str(rows[name].due), rows[name].other, rows[name].other_withheld) == (day, None, 2029)
        assert (
            "bank holidays for 2029 are not yet published" in as_data(library, rows[name], date(2026, 12, 1))["because"]
        )


def test_an_earliest_day_with_a_reading_that_cannot_be_counted_is_withheld(library: Library) -> None:
    rule = {"not_before": "7 days", "of": "interim-order-made", "counting": "children-act-periods"}
    second = {"counting": "family-rules", "why": "It may."}
    timeline = Timeline.model_validate(
        {"id": "l", "title": "L", "deadlines": [{"id": "d", **rule, "second_reading": second}]}
    )
    small = with_shelves(library, {"timeline": {"l": timeline}})
    (row,) = work_out(small, timeline, {"interim-order-made": date(2029, 1, 10)})
    assert (row.not_before, row.withheld) == (None, 2029)


def test_a_calendar_file_has_the_safe_day_and_says_the_other(library: Library) -> None:
    timeline = library.timeline["care-proceedings"]
    rows = [r for r in work_out(library, timeline, {"interim-order-made": date(2026, 12, 21)}) if r.other]
    assert rows
    moment = datetime(2026, 12, 1, tzinfo=UTC)
    made = icalendar.Calendar.from_ical(calendar_file(library, rows, moment=moment, on=moment.date()))
    events = made.events
    assert [event.DTSTART for event in events] == [row.due for row in rows]
    for event, row in zip(events, rows, strict=True):
        assert row.other is not None and row.due is not None and row.due < row.other
        assert f"the day would be {row.other:%a} {row.other.day} {row.other:%b %Y}" in str(event["description"])


def test_a_month_that_has_the_day_is_not_said_to_lack_it_because_the_office_was_closed(library: Library) -> None:
    series = {"id": "s", "every": "1 month", "after": "birth", "times": 1, "counting": "family-rules"}
    timeline = Timeline.model_validate({"id": "l", "title": "L", "deadlines": [series]})
    small = with_shelves(library, {"timeline": {"l": timeline}})
    (row,) = work_out(small, timeline, {"birth": date(2027, 4, 30)})
    assert (str(row.due), row.month_end) == ("2027-06-01", False)


def test_an_extension_is_no_longer_than_and_a_review_at_least_every(library: Library) -> None:
    rules = {
        name: as_data(library, row, date(2026, 12, 1))["rule"]
        for timeline in ("care-proceedings", "looked-after-child")
        for name, row in (
            (row.deadline.id, row) for row in work_out(library, library.timeline[timeline], {}) if row.deadline.every
        )
    }
    assert rules["care-extension"].startswith("no longer than 8 weeks each time")
    assert rules["later-reviews"].startswith("at least every 6 months")
    assert [name for name, rule in rules.items() if rule.startswith("no longer than")] == ["care-extension"]


def test_what_an_age_gives_for_a_birth_on_29_february_is_said(library: Library) -> None:
    timeline = library.timeline["leaving-care"]
    rows = {row.id: row for row in work_out(library, timeline, {"birth": date(2012, 2, 29)})}
    said = as_data(library, rows["leaving-eighteenth-birthday"], date(2026, 12, 1))
    assert said["due"] == "2030-02-28"
    assert "no 29 February" in said["because"] and "1 March" in said["because"]
