"""The sections of the site: what a menu, a door or a settings file can name."""

from __future__ import annotations

from typing import NamedTuple


class SiteSection(NamedTuple):
    """A section of the site: its name in addresses, the page it begins on, and whether the menu leads there."""

    name: str
    page: str
    in_menu: bool = False


def _section(name: str, *, in_menu: bool = False) -> SiteSection:
    return SiteSection(name, f"{name}/index", in_menu)


SECTIONS = (
    _section("procedures", in_menu=True),
    _section("options", in_menu=True),
    SiteSection("compare", "options/compare"),
    _section("decision-guides", in_menu=True),
    _section("dates", in_menu=True),
    _section("checklists", in_menu=True),
    _section("families", in_menu=True),
    _section("training"),
    SiteSection("policy", "policy"),
    SiteSection("words", "words"),
    SiteSection("roles", "roles"),
    SiteSection("contacts", "contacts"),
    SiteSection("forms", "forms"),
    _section("authorities"),
    SiteSection("sources", "sources"),
)
SECTION = {section.name: section for section in SECTIONS}
