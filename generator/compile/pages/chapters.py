"""Chapters and explainers."""

from __future__ import annotations

from generator.compile.page import chapter_text
from generator.compile.page.maker import Maker
from generator.compile.page.sections import listed, write_listing, write_piece
from generator.compile.words.interface import SAYS
from generator.model.chapter import Chapter, Explainer
from generator.model.citations import cited_in


def write_chapters(maker: Maker) -> None:
    """Write every chapter, the list of them, and every explainer."""
    library, says = maker.library, SAYS.chapters.page
    for chapter in library.chapter.values():
        _write_chapter(maker, chapter, "procedures", says.procedure)
    if library.chapter:
        groups = listed(maker, "chapter", library.site.chapter_groups)
        write_listing(maker, "procedures", groups, "chapters/chapters.md.j2")
    for explainer in library.explainer.values():
        _write_chapter(maker, explainer, "families", says.explainer)


def _write_chapter(maker: Maker, chapter: Chapter, section: str, kind_word: str) -> None:
    plain = isinstance(chapter, Explainer)
    helper = maker.helper(f"{section}/{chapter.id}", plain=plain)
    library = maker.library
    write_piece(
        maker,
        section,
        "chapters/chapter.md.j2",
        chapter,
        plain=plain,
        chapter=chapter,
        body=chapter_text.render(chapter, helper),
        kind_word=kind_word,
        cited=cited_in(library, chapter),
        helper=helper,
    )
