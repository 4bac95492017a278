"""Where a page leads on: what comes next and what belongs to it, as links with their reasons."""

from __future__ import annotations

from typing import NamedTuple

from generator.compile.page.helper import Helper
from generator.model.kinds import kind_of
from generator.model.option import Option
from generator.model.pages import WAY
from generator.model.related import counterparts
from generator.model.statement import Address, Page


class Lead(NamedTuple):
    """One link on: what it leads to, where that is, what its reader finds there, and whether it comes next.

    ``way``: the link to the way to an option, from pages for staff; empty where there is none.
    """

    name: str
    link: str
    why: str
    next: bool
    way: str


def related_of(helper: Helper, page: Page) -> list[Lead]:
    """Return where a page leads on, in the order shown.

    An option is told twice, so what explains it to families stands on its page in plain words, and all else on the
    other.
    """
    found = counterparts(helper.library, kind_of(page).name, page.id)
    if isinstance(page, Option):
        found = [it for it in found if (it.to.kind == "explainer") == helper.plain]
    return [
        Lead(helper.whole_name(it.to), _link(helper, it.to), it.why, it.next, _way(helper, page, it.to)) for it in found
    ]


def _way(helper: Helper, page: Page, to: Address) -> str:
    """Return the link to the way to an option that a page for staff leads to; empty where it has none."""
    option = helper.library.option.get(to.id) if to.kind == "option" and not to.path else None
    if helper.plain or isinstance(page, Option) or option is None or not option.stations:
        return ""
    return helper.to(f"options/{option.id}{WAY}")


def _link(helper: Helper, to: Address) -> str:
    """Return the link to what belongs to a page: from one in plain words to the plain page of an option."""
    plain = helper.plain and to.kind == "option" and not to.path
    return helper.to(f"families/{to.id}") if plain else helper.link_of(to)
