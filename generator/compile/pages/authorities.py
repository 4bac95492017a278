"""Authorities: one page each, all of them side by side by topic, and one case's dates through each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.compile.data import shapes
from generator.compile.data.script import script
from generator.compile.data.timeline import timelines_data
from generator.compile.files import csv
from generator.compile.page.addresses import VIEWS
from generator.compile.page.maker import Maker
from generator.compile.page.sections import crumb_of, newest_review, words_of
from generator.compile.words import sentences
from generator.compile.words.absent import absent, topics_of_dates
from generator.compile.words.answers import TopicAnswer, answers_of
from generator.compile.words.in_force import with_in_force
from generator.compile.words.interface import SAYS, counted
from generator.compile.words.working import title_of, when
from generator.model import Library
from generator.model.authority import Authority, Difference
from generator.model.day_rules import Order
from generator.model.deadline import Deadline
from generator.model.lists import Topic
from generator.model.same import Held
from generator.reason.calendars import england_and_wales
from generator.reason.timeline import work_out

_NOT_GONE_THROUGH = "unanswered"


def write_authorities(maker: Maker) -> None:
    """Write the pages about authorities: on the national site all of them, in an authority's own view its own."""
    library = maker.library
    if library.seen_by is not None:
        _write_authority(maker, library, library.seen_by)
        return
    if not library.authority:
        return
    views = maker.views
    for authority in library.authority.values():
        _write_authority(maker, views.get(authority.id, library), authority)
    _write_comparison(maker)
    _write_dates(maker)
    _write_chooser(maker)


def _write_authority(maker: Maker, view: Library, authority: Authority) -> None:
    own = [
        (kind, list(shelf.values()))
        for kind, shelf in maker.library.own.get(authority.id, {}).items()
        if kind != "scenario" and shelf
    ]
    answers = [(topic, answers_of(view, authority, topic, maker.as_of)) for topic in maker.library.topic.values()]
    maker.write(
        f"authorities/{authority.id}",
        "authorities/authority.md.j2",
        authority.name,
        crumbs=[] if maker.library.seen_by else [crumb_of(maker.library, "authorities")],
        section="authorities",
        description=maker.summed_up(authority),
        reviewed=authority.reviewed,
        authority=authority,
        answers=[(topic, told) for topic, told in answers if told and not all(answer.unanswered for answer in told)],
        unanswered=_unanswered(answers),
        own=own,
        folder="" if maker.library.seen_by else f"{VIEWS}/{authority.id}/" if authority.id in maker.views else None,
        differences=[(difference, _done(difference)) for difference in authority.differences],
        short_title=authority.name,
    )


def _unanswered(answers: list[tuple[Topic, list[TopicAnswer]]]) -> list[tuple[str, str, list[Any]]]:
    """Return the topics without an answer under the reason why: its word, its heading, and the topics it holds for."""
    headings = vars(SAYS.authorities.page.practice.lists)
    under: dict[str, list[Any]] = {word: [] for word in headings}
    for topic, told in answers:
        for word in [told[0].unanswered] if told else [_NOT_GONE_THROUGH]:
            under.get(word, []).append((topic, told))
    return [(word, headings[word], asked) for word, asked in under.items() if asked]


def _done(difference: Difference) -> str:
    said = SAYS.authorities.page.differences
    if difference.on.kind == "chapter" and not difference.remove:
        return str(said.paragraph_added if difference.add is not None else said.section_replaced)
    if difference.set is not None:
        names = vars(said.fields)
        what = ", ".join(names.get(key, key.replace("_", " ")) for key in difference.set)
        return str(said.changed.format(what=what))
    if difference.add is not None:
        names = [difference.add.get(key) for key in ("title", "ask", "label", "text")]
        return str(said.added.format(what=next(filter(None, names), difference.add.get("id", ""))))
    return str(said.left_out)


def _write_chooser(maker: Maker) -> None:
    library = maker.library
    head = words_of(library, "authorities")
    maker.write(
        "authorities/index",
        "authorities/authorities.md.j2",
        head.title or "",
        section="authorities",
        head=head,
        rows=[(a, f"{VIEWS}/{a.id}/index" if a.id in maker.views else None) for a in library.authority.values()],
        has_dates="authorities/dates.md" in maker.written,
    )


def _write_comparison(maker: Maker) -> None:
    library = maker.library
    authorities = list(library.authority.values())
    rows = []
    for topic in library.topic.values():
        cells = [answers_of(maker.views.get(a.id, library), a, topic, maker.as_of) for a in authorities]
        rows.append((topic, cells, in_short(cells)))
    said = SAYS.authorities.page
    heads = [said.compare.topic, said.national, *(a.name for a in authorities), said.compare.in_short]
    texts = [
        [
            topic.ask,
            with_in_force(topic.national.text, topic.national, maker.as_of) if topic.national else "",
            *(" / ".join(answer.words for answer in answers) for answers in cells),
            short,
        ]
        for topic, cells, short in rows
    ]
    maker.written["assets/authorities.csv"] = csv.csv_bytes([heads, *texts])
    maker.write(
        "authorities/compare",
        "authorities/authorities_compare.md.j2",
        said.compare.title,
        lead=said.compare.lead,
        crumbs=[crumb_of(library, "authorities")],
        section="authorities",
        authorities=authorities,
        rows=rows,
        short_title=said.compare.short,
        reviewed=newest_review(library),
    )


def in_short(cells: Sequence[Sequence[TopicAnswer]]) -> str:
    """Return in words how many authorities answer a topic. Whether two texts say the same the reader judges."""
    said = SAYS.authorities.page.compare
    found = sum(1 for answers in cells if any(not answer.without for answer in answers))
    if not found:
        return str(said.nobody_says)
    parts = [counted(said.say, found, all=len(cells))]
    clashing = sum(1 for answers in cells if len(answers) > 1)
    if clashing:
        parts.append(counted(said.answer_twice, clashing))
    return ", ".join(parts) + "."


def _write_dates(maker: Maker) -> None:
    """Write the page that takes one case's dates through every authority's timelines side by side."""
    library = maker.library
    views = [library, *maker.views.values()]
    said = SAYS.authorities.page
    # Only timelines in which somebody counts otherwise: a rule without a number gives no day to put beside another.
    named = {
        timeline.id
        for view in maker.views.values()
        for timeline in view.timeline.values()
        if any(deadline.has_number and id(deadline) in view.marks for deadline in timeline.deadlines)
    }
    shown = [name for name in library.timeline if name in named]
    if not shown or len(views) < 2:
        return
    day = newest_review(library)
    given, left_open = _example_days(views, shown, day) if day else ({}, [])
    calendar = england_and_wales()
    data: list[shapes.View] = []
    example: dict[str, dict[str, str]] = {}
    titles: dict[str, str] = {}
    held = Held(view.timeline[name] for view in views for name in shown)
    topics = topics_of_dates(views)
    has: dict[str, dict[str, None]] = {}
    for view in views:
        name = view.seen_by.id if view.seen_by else "national"
        timelines = [view.timeline[timeline] for timeline in shown]
        counted_here = timelines_data(view, timelines, calendar, held)
        for timeline in counted_here["timelines"]:
            timeline["order"] = [event for event in timeline["order"] if _holds_in(view, view.deadlines[event])]
            has.setdefault(name, {}).update(dict.fromkeys(timeline["order"]))
        data.append(
            {
                "id": name,
                "name": view.seen_by.name if view.seen_by else said.national,
                "absent": {},
                **counted_here,
            }
        )
        for each in timelines:
            for row in (row for row in work_out(view, each, given) if _holds_in(view, row.deadline)):
                titles.setdefault(row.id, title_of(view, row))
                words = when(row) or (sentences.rule(view, row.deadline) or row.deadline.text or "")
                example.setdefault(row.id, {})[name] = with_in_force(words, row.deadline, maker.as_of)
    dates = dict.fromkeys(row for name in has for row in has[name])
    for view, entry in zip(views, data, strict=True):
        here = has[entry["id"]]
        entry["absent"] = {row: absent(view, maker.as_of, row, here, topics) for row in dates if row not in here}
    changed = {row: cells for row, cells in example.items() if len(set(cells.values())) > 1 or len(cells) < len(views)}
    maker.write(
        "authorities/dates",
        "authorities/authorities_dates.md.j2",
        said.one_case.title,
        lead=said.one_case.lead,
        crumbs=[crumb_of(library, "authorities")],
        section="authorities",
        columns=[(entry["id"], entry["name"]) for entry in data],
        rows=[
            (titles[row], {e["id"]: cells.get(e["id"]) or e["absent"].get(row.partition(".")[0], "") for e in data})
            for row, cells in changed.items()
        ],
        day=day,
        left_open=sentences.listed([sentences.event(library, event) for event in left_open]),
        data=script({"views": data}),
        short_title=said.one_case.short,
        reviewed=day,
    )


def _holds_in(view: Library, deadline: Deadline) -> bool:
    """Whether a date stands in a view's column: what procedures alone ask for does so only where one is its own."""
    own = view.seen_by.source if view.seen_by else None
    return deadline.force != "practice" or own in {cited.source for cited in deadline.cite}


def _example_days(views: list[Library], shown: list[str], day: date) -> tuple[dict[str, date], list[str]]:
    """Return the days of the example and which are left open: on those something would come before what it follows."""
    timelines = [(view, view.timeline[name]) for view in views for name in shown]
    given = {asked.date: day for _, timeline in timelines for asked in timeline.inputs}
    left_open: list[str] = []
    while True:
        apart = [row.deadline.rule for each in timelines for row in work_out(*each, given) if row.apart]
        late = {rule.before for rule in apart if isinstance(rule, Order) and rule.before} & set(given)
        if not late:
            return given, left_open
        left_open += sorted(late)
        given = {event: day for event, day in given.items() if event not in late}
