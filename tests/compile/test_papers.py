"""The agenda and the minutes as files: they open, hold what the content says, and repeat byte for byte."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from functools import partial

import docx
import pytest
from docx.shared import Mm

from generator.compile.files.papers import agenda_paper, minutes_paper
from generator.model import Library
from generator.model.checklist import Checklist

CHECKLIST = "ppm-preparation"
Paper = Callable[[Library, Checklist], bytes]
agenda: Paper = partial(agenda_paper, on=date(2026, 12, 1))


def texts(data: bytes) -> str:
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in paper.paragraphs] + cells)


@pytest.mark.parametrize("paper", [agenda, minutes_paper], ids=["agenda", "minutes"])
def test_a_paper_holds_what_the_content_says(library: Library, paper: Paper) -> None:
    checklist = library.checklist[CHECKLIST]
    assert checklist.meeting is not None
    words = texts(paper(library, checklist))
    for item in checklist.meeting.agenda:
        assert item.title.replace("'", "’") in words
    for who in checklist.meeting.attendees:
        name = library.role[who.role].name if who.role else who.name or ""
        assert name.replace("'", "’") in words
    assert f"version {checklist.version}" in words
    assert paper(library, checklist) == paper(library, checklist)


@pytest.mark.parametrize("paper", [agenda, minutes_paper], ids=["agenda", "minutes"])
def test_a_paper_is_a4_in_british_english_and_in_one_black_font(library: Library, paper: Paper) -> None:
    made = docx.Document(io.BytesIO(paper(library, library.checklist[CHECKLIST])))
    sizes = [(it.page_width or 0, it.page_height or 0) for it in made.sections]
    assert [(round(width / Mm(1)), round(height / Mm(1))) for width, height in sizes] == [(210, 297)]
    assert re.findall(r'w:lang [^>]*w:val="([^"]+)"', made.styles.element.xml) == ["en-GB"]
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = made.styles[name]
        assert (style.font.name, str(style.font.color.rgb)) == ("Arial", "000000"), name
        assert "Theme" not in style.element.rPr.rFonts.xml.split(">")[0], name


def test_the_minutes_have_a_table_of_actions_whose_head_is_repeated(library: Library) -> None:
    paper = docx.Document(io.BytesIO(minutes_paper(library, library.checklist[CHECKLIST])))
    actions = next(table for table in paper.tables if table.rows[0].cells[-1].text == "By when")
    assert [cell.text for cell in actions.rows[0].cells] == ["Who", "What", "By when"]
    assert len(actions.rows) == 9
    assert "tblHeader" in actions.rows[0]._tr.xml
