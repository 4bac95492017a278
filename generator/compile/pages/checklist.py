"""Checklists: to tick or print, with the agenda and the minutes form of the meeting they prepare."""

from __future__ import annotations

from typing import Any

from generator.compile.data.checklist import checklist_data
from generator.compile.data.script import script
from generator.compile.files.papers import BLANK_ROWS, agenda_paper, list_note, minutes_paper
from generator.compile.page.maker import Maker
from generator.compile.page.sections import crumb_of, listed, write_listing, write_piece
from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.checklist import Checklist
from generator.model.statement import Address
from generator.reason.calendars import england_and_wales


def write_checklists(maker: Maker) -> None:
    """Write every checklist and the papers of its meeting, and the list of them where there are any."""
    library = maker.library
    for checklist in library.checklist.values():
        _write_checklist(maker, checklist)
        if checklist.meeting:
            _write_papers(maker, checklist)
    if library.checklist:
        write_listing(maker, "checklists", listed(maker, "checklist", library.site.checklist_groups))


def checklist_words(library: Library, checklist: Checklist) -> dict[str, Any]:
    """Return what the list's template needs besides the checklist: its data, conditions and days in words."""
    deadlines = library.deadlines
    return {
        "it": checklist,
        "data": script(checklist_data(library, checklist, england_and_wales())),
        "guards": {i.id: sentences.guard(i.applies, checklist.questions) if i.applies else "" for i in checklist.items},
        "dues": {i.id: deadlines[i.due.path[0]].name for i in checklist.items if i.due},
    }


def _write_checklist(maker: Maker, checklist: Checklist) -> None:
    write_piece(
        maker,
        "checklists",
        "checklist/checklist.md.j2",
        checklist,
        checklist=checklist,
        count=len(checklist.items),
        words_of=checklist_words(maker.library, checklist),
    )


def _write_papers(maker: Maker, checklist: Checklist) -> None:
    """Write the agenda and the blank minutes of a meeting, as pages to print and as files for a word processor."""
    library, meeting = maker.library, checklist.meeting
    assert meeting is not None
    items = {item.id: item for item in checklist.items}
    says = SAYS.checklist.page
    for name, called, paper in (
        ("agenda", says.agenda, agenda_paper(library, checklist, maker.as_of)),
        ("minutes", says.minutes, minutes_paper(library, checklist)),
    ):
        maker.write(
            f"checklists/{checklist.id}-{name}",
            f"checklist/{name}.md.j2",
            called.of_meeting.format(meeting=meeting.name),
            lead=maker.summed_up(checklist),
            crumbs=[crumb_of(library, "checklists")],
            section="checklists",
            reviewed=checklist.reviewed,
            owner=checklist.owner,
            checklist=checklist,
            meeting=meeting,
            duty=Address("checklist", checklist.id),
            blank_rows=BLANK_ROWS,
            list_note=list_note(library, checklist),
            papers=[items[name] for name in meeting.papers],
            file=f"assets/papers/{checklist.id}-{name}.docx",
            short_title=called.name,
        )
        maker.written[f"assets/papers/{checklist.id}-{name}.docx"] = paper
