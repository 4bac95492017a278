"""The agenda and the blank minutes of a meeting as .docx files. The same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from generator.compile.words import sentences
from generator.compile.words.in_force import with_in_force
from generator.compile.words.interface import SAYS
from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.checklist import Checklist, Meeting
from generator.model.statement import Address

_SAID = SAYS.checklist.page
_CLOCK = datetime(2000, 1, 1)  # stands in every file, so that its bytes depend on the content alone
_ZIP_CLOCK = (1980, 1, 1, 0, 0, 0)
_FONT = "Arial"
BLANK_ROWS = 8  # of the table of who does what by when


def agenda_paper(library: Library, checklist: Checklist, on: date) -> bytes:
    """Return the agenda: who comes, which papers, what is talked of and what has to come out of it.

    ``on`` is the day on which what it says is judged to be in force or not.
    """
    said = _SAID.agenda
    paper, meeting = _begun(library, checklist, said.of_meeting)
    _table(paper, said.heads, [("", "", "")])
    paper.add_heading(said.who_comes, 2)
    if note := list_note(library, checklist):
        paper.add_paragraph(apostrophes(note))
    _table(paper, said.who_comes_heads, [(*who, "") for who in attendees(library, checklist)])
    paper.add_heading(said.papers, 2)
    for text in papers(checklist, meeting, on):
        paper.add_paragraph(text, style="List Bullet")
    paper.add_heading(said.talk, 2)
    for item in meeting.agenda:
        paragraph = paper.add_paragraph(style="List Number")
        paragraph.add_run(apostrophes(item.title)).bold = True
        paragraph.add_run("\n" + apostrophes(with_in_force(item.text, item, on)))
    return _bytes(paper)


def minutes_paper(library: Library, checklist: Checklist) -> bytes:
    """Return a blank form for the minutes: room under every item, and a table of who does what by when."""
    said = _SAID.minutes
    paper, meeting = _begun(library, checklist, said.of_meeting)
    _table(paper, said.heads, [("", "", "", "")])
    paper.add_heading(said.who_came, 2)
    if note := list_note(library, checklist):
        paper.add_paragraph(apostrophes(note))
    _table(paper, said.who_came_heads, [(role, "") for role, _ in attendees(library, checklist)])
    for number, item in enumerate(meeting.agenda, start=1):
        paper.add_heading(f"{number}. {apostrophes(item.title)}", 2)
        _table(paper, said.talk_heads, [("", "")])
    paper.add_heading(said.actions, 2)
    _table(paper, said.actions_heads, [("", "", "")] * BLANK_ROWS)
    paper.add_heading(said.disagreed, 2)
    _table(paper, said.disagreed_heads, [("", "")] * 2)
    return _bytes(paper)


def attendees(library: Library, checklist: Checklist) -> list[tuple[str, str]]:
    """Return who comes to the meeting a list prepares: the role's name (beside it the local one), and why or when."""
    meeting = checklist.meeting
    assert meeting is not None
    duty = Address("checklist", checklist.id)
    return [
        (apostrophes(who.name or sentences.role(library, who.role or "", duty)), apostrophes(who.told))
        for who in meeting.attendees
    ]


def list_note(library: Library, checklist: Checklist) -> str:
    """Return, in the view of an authority that does not say who comes, that the list is the national one, and why.

    Where it has left the papers alone, or the points as well, that they are national too.
    """
    topic = checklist.meeting.attendance if checklist.meeting else None
    answers = [p.answer for p in library.seen_by.practice if p.topic == topic and p.answer] if library.seen_by else []
    why = next((answer.without for answer in answers if answer.without), None)
    if why is None or checklist.meeting is None:
        return ""
    of_all = library.national.checklist.get(checklist.id) if library.national else None
    national = of_all.meeting if of_all else None
    said = [vars(_SAID.meeting.national_list)[why]]
    if national and national.agenda == checklist.meeting.agenda:
        said.append(_SAID.meeting.national_points)
    elif national and national.papers == checklist.meeting.papers:
        said.append(_SAID.meeting.national_papers)
    return " ".join(said)


def papers(checklist: Checklist, meeting: Meeting, on: date) -> list[str]:
    """Return the texts of the items that are papers of a meeting, and how each stands on a day."""
    items = {item.id: item for item in checklist.items}
    return [apostrophes(with_in_force(items[name].text, items[name], on)) for name in meeting.papers]


def _begun(library: Library, checklist: Checklist, title: str) -> tuple[Document, Meeting]:
    meeting = checklist.meeting
    assert meeting is not None
    paper = docx.Document()
    _set_up(paper)
    title = apostrophes(title.format(meeting=meeting.name))
    paper.add_heading(title, 1)
    version = checklist.version or library.site.edition
    form = _SAID.papers.origin_version if version else _SAID.papers.origin
    origin = form.format(checklist=apostrophes(checklist.title), version=version)
    paper.add_paragraph(f"{origin} {_SAID.papers.a_copy}")
    about = paper.core_properties
    about.title, about.author, about.language = title, library.site.name, "en-GB"
    about.created = about.modified = _CLOCK
    about.comments, about.last_modified_by = "", library.site.name
    return paper, meeting


def _set_up(paper: Document) -> None:
    """Make a paper one of England: A4, its language British English, its headings in the font and colour of the text.

    The library begins with a paper of the United States.
    """
    for section in paper.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
    language = paper.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    for name in ("Normal", "Heading 1", "Heading 2"):
        font = paper.styles[name].font
        font.name = _FONT
        fonts = paper.styles[name].element.rPr.rFonts
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        font.color.rgb = RGBColor(0, 0, 0)
    paper.styles["Normal"].font.size = Pt(12)


def _table(paper: Document, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = paper.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    mark = OxmlElement("w:tblHeader")  # screen readers take the first row as the head, and it comes again on each page
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    paper.add_paragraph()


def _bytes(paper: Document) -> bytes:
    made, packed = io.BytesIO(), io.BytesIO()
    paper.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _ZIP_CLOCK)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
