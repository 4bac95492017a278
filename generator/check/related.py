"""What belongs to a page: said once for both pages, and no more than a reader chooses from."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Problem
from generator.model import KIND, Library
from generator.model.related import LEADING, MOST, counterparts
from generator.model.statement import Page


def check_related(library: Library) -> Iterator[Problem]:
    """Report what leads to no page, pairs said twice, pages that lead on to too many others, and unsaid reasons."""
    said: dict[frozenset[str], str] = {}
    for kind in LEADING:
        for page in library.told(kind):
            yield from _entries(kind.name, page, said)
            yield from _too_many(library, kind.name, page)


def check_stations(library: Library) -> Iterator[Problem]:
    """Report stations on the way to an option to which no deadline or no list belongs, and that do not say why."""
    for option in library.option.values():
        for station in option.stations:
            for kind, parts in (("timeline", True), ("checklist", False)):
                if station.without is None and not station.of_kind(kind, parts=parts):
                    what = "deadline" if kind == "timeline" else "list"
                    said = f"no {what} belongs to the station '{station.id}', and it does not say why"
                    hint = f"add one to 'belongs' ({kind}/…), or say in 'without' why there is none"
                    yield Problem(station.place("id"), rules.UNEXPLAINED_STATION, said, hint)
                    break


def _entries(kind: str, page: Page, said: dict[frozenset[str], str]) -> Iterator[Problem]:
    here = f"{kind}/{page.id}"
    for number, related in enumerate(page.related):
        to = f"{related.to.kind}/{related.to.id}"
        place = page.place("related", number, "to")
        pair = frozenset((here, to))
        if to == here:
            yield Problem(place, rules.BAD_RELATED, "a page does not belong to itself", "name another page")
        elif related.to.kind in KIND and not KIND[related.to.kind].section and related.to.kind != "form":
            said_of = f"a {related.to.kind} has no page of its own"
            yield Problem(place, rules.BAD_RELATED, said_of, "name a page or a form; link others in the text")
        elif pair in said:
            known = f"that {to} and {here} belong together is said at {said[pair]} already"
            yield Problem(place, rules.BAD_RELATED, known, "say it once, with 'back' for the way back")
        said.setdefault(pair, str(place))


def _too_many(library: Library, kind: str, page: Page) -> Iterator[Problem]:
    found = [str(it.to) for it in counterparts(library, kind, page.id)]
    plain = [to for to in found if kind == "option" and to.startswith("explainer/")]  # these stand on its plain page
    for group in ([to for to in found if to not in plain], plain):
        if len(group) > MOST:
            number = f"{kind} '{page.id}' leads on to {len(group)} pages: {', '.join(group)}"
            hint = f"keep the {MOST} a reader needs most; 'back' left out takes the way back away"
            yield Problem(page.place("id"), rules.TOO_MANY_RELATED, number, hint)
