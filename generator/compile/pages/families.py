"""For families: each option in plain words, and what leads there."""

from __future__ import annotations

from generator.compile.page.helper import Helper
from generator.compile.page.maker import Maker
from generator.compile.page.related import related_of
from generator.compile.page.sections import crumb_of, grouped, ordered, words_of
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.lists import Contact
from generator.model.option import Option


def write_families(maker: Maker) -> None:
    """Write the page that leads to all plain pages."""
    library, says, heads = maker.library, SAYS.families.page, SAYS.sections.page
    ways = [(o.title, f"families/{o.id}", maker.summed_up(o, plain=True)) for o in ordered(library)]
    told = grouped(
        maker, library.explainer, library.site.explainer_groups, "families", says.heads.explainers, plain=True
    )
    help_rows = [(heads.contacts.heading, "contacts", says.contacts)] if library.contact else []
    help_rows += [(heads.words.heading, "words", says.words)] if library.term else []
    groups = [*told[:1], (says.heads.help, help_rows), *told[1:], (says.heads.ways, ways)]
    groups = [(heading, rows) for heading, rows in groups if rows]
    if groups:
        head = words_of(library, "families")
        maker.write(
            "families/index",
            "parts/listing.md.j2",
            head.title or "",
            section="families",
            plain=True,
            groups=groups,
            head=head,
        )


def write_plain(maker: Maker, option: Option) -> None:
    """Write an option's page in plain words."""
    library = maker.library
    helper = maker.helper(f"families/{option.id}", plain=True)
    _note_sections(helper, option)
    chosen = [library.contact[name] for name in option.contacts if name in library.contact]
    maker.write(
        f"families/{option.id}",
        "families/family_option.md.j2",
        SAYS.families.page.option.name.format(option=option.title),
        crumbs=[crumb_of(library, "families")],
        section="families",
        description=maker.summed_up(option, plain=True),
        plain=True,
        reviewed=option.reviewed,
        owner=option.owner,
        option=option,
        related=related_of(helper, option),
        contacts=chosen or for_families(library)[:6],
        short_title=option.name,
        head=words_of(library, "families"),
        helper=helper,
    )


def _note_sections(helper: Helper, option: Option) -> None:
    """Note for the search what an option's page in plain words answers, and under which heading."""
    library, said = helper.library, SAYS.families.page.option
    for name, dimension in library.dimension.items():
        value = option.values[name]
        helper.note_section(name, dimension.plain or dimension.ask, [value.plain or value.text])
    for anchor, heading, statements in (
        ("steps", said.steps, (*option.stations, *option.steps)),
        ("good", said.good, option.advantages),
        ("hard", said.hard, option.disadvantages),
        ("suits", said.suits, option.suits),
        ("look-again", said.think_again, option.does_not_suit),
    ):
        if statements:
            helper.note_section(anchor, heading, [it.plain or it.text for it in statements])


def for_families(library: Library) -> list[Contact]:
    """Return the contacts for readers whose pages carry a quick exit: families and the like."""
    audiences = {audience.id for audience in library.site.audiences if audience.quick_exit}
    return [contact for contact in library.contact.values() if audiences & set(contact.for_)]
