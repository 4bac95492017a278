"""The sections of the site and what stands at their head: plain defaults, unless site.yml says it better."""

from __future__ import annotations

from generator.compile.page import Crumb
from generator.model import Library
from generator.model.site import SectionWords

_DEFAULTS = {
    "procedures": ("Procedures", "What must happen and why, with each number taken from the data."),
    "options": ("Options", "The ways there are. They are compared, never scored."),
    "compare": (
        "Compare the options",
        "Side by side, in the same words and the same weight. None is scored or ranked.",
    ),
    "decision-guides": ("Decision guides", "One question at a time. Each guide says what it does not decide."),
    "dates": ("Dates", "What must happen, by when, and under which law."),
    "checklists": ("Checklists", "What to do and have ready, by whom. Tick on screen or print."),
    "families": ("For families", "The same in plain words. You do not have to read it all."),
    "training": ("Training", "Flowcharts to walk through with a room, and made-up cases to walk through them with."),
    "policy": ("For the policy team", "Every rule stands in one file and names its source."),
    "words": ("Words we use", "What the words and short forms mean, first exactly, then plainly."),
    "roles": ("Who does what", "The people you meet, and what each of them does."),
    "contacts": ("Who can help", "Help and advice. In danger now, ring 999."),
    "sources": ("Sources", "What this site rests on, how much of it was read, and what rests on it."),
}
_PAGES = {"compare": "options/compare", **dict.fromkeys(("policy", "words", "roles", "contacts", "sources"), "")}


def words_of(library: Library, section: str) -> SectionWords:
    """Return the title, the lead and the boxed note of a section."""
    said = library.site.sections.get(section)
    title, lead = _DEFAULTS[section]
    return SectionWords(
        title=(said and said.title) or title, lead=(said and said.lead) or lead, note=said.note if said else None
    )


def crumb_of(library: Library, section: str) -> Crumb:
    """Return a section's title and the page it begins on."""
    page = _PAGES.get(section, f"{section}/index") or section
    return Crumb(words_of(library, section).title or section, page)
