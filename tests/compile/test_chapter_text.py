"""A chapter's headings as they are listed beside it: their ids, and what they say as bare words."""

from __future__ import annotations

import re

from generator.compile.page import chapter_text
from generator.compile.page.maker import Maker
from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.local.localise import views_of
from support.pages import read_text

TEXT = """
## Plain {#plain}

## Two *soft* and **loud** words & `code` {#marked}

## About {{ term('%s') }}, the child's {#filled}

### A smaller one {#smaller}

## Without an id

> ## In a quotation {.wide #quoted title="x"}

    ## In code {#code}

Under a line {#under}
------------

## What <span class="x">is</span> left &amp; <em>what</em> < not {#left}
"""
LISTED = [
    ("plain", "Plain"),
    ("marked", "Two soft and loud words & code"),
    ("filled", "About %s, the child’s"),
    ("quoted", "In a quotation"),
    ("under", "Under a line"),
    ("left", "What is left & what < not"),
]


def test_headings_are_listed_as_they_are_printed(library: Library) -> None:
    term = next(iter(library.term.values()))
    body = TEXT.replace("%s", term.id)
    chapter = next(iter(library.chapter.values())).model_copy(update={"body": body})
    helper = Maker(library, ()).helper("procedures/a-chapter")
    html = chapter_text.render(chapter, helper)
    said = [(name, words.lower()) for name, words in helper.headings]
    assert said == [(name, words.replace("%s", term.term).lower()) for name, words in LISTED]
    assert [str(given["id"]) for tag, given in read_text(html).tags if tag == "h2" and given.get("id")] == [
        name for name, _ in LISTED
    ]


def test_a_procedure_is_the_readers_own_in_its_authoritys_view(library: Library) -> None:
    authority = next(iter(library.authority.values()))
    named = f"{{{{ practice_of('{authority.source}', '%s') }}}}"
    body = f"{named % 'One of those read'} asks, and so does {named % 'one'}."
    chapter = next(iter(library.chapter.values())).model_copy(update={"body": body})
    said = {
        view.seen_by.id if view.seen_by else "": re.sub(
            r"<[^>]+>", "", chapter_text.render(chapter, Maker(view, ()).helper("procedures/a-chapter"))
        )
        for view in (library, *views_of(library))
    }
    own = said.pop(authority.id)
    assert own == "This authority’s procedure asks, and so does this authority’s procedure."
    assert set(said.values()) == {"One of those read asks, and so does one."}


def test_a_guide_whose_name_is_a_question_ends_the_sentence_itself(library: Library) -> None:
    asked = next(tree for tree in library.tree.values() if tree.title.endswith("?"))
    chapter = next(iter(library.chapter.values()))
    body = f"See {{{{ link('tree/{asked.id}') }}}}. Then see {{{{ link('chapter/{chapter.id}') }}}}."
    html = chapter_text.render(chapter.model_copy(update={"body": body}), Maker(library, ()).helper("procedures/a"))
    assert re.sub(r"<[^>]+>", "", html) == apostrophes(f"See {asked.title} Then see {chapter.title}.")
