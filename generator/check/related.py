"""What belongs to a page: said once for both pages, and no more than a reader chooses from."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Problem
from generator.model import KIND, Library
from generator.model.address import resolve
from generator.model.deadline import Deadline
from generator.model.option import SHOWN_WHOLE, Belonging, Station
from generator.model.related import LEADING, MOST, counterparts
from generator.model.statement import Page


def check_related(library: Library) -> Iterator[Problem]:
    """Report what leads to no page, pairs said twice, and pages that lead on to too many others."""
    said: dict[frozenset[str], str] = {}
    for kind in LEADING:
        for page in library.told(kind):
            yield from _entries(kind.name, page, said)
            yield from _too_many(library, kind.name, page)


def check_stations(library: Library) -> Iterator[Problem]:
    """Report what cannot be shown at a station on the way to an option, and stations to which no deadline or no list
    belongs and that do not say why.
    """
    for option in library.option.values():
        for station in option.stations:
            yield from _belongings(library, station)
            missing = [] if station.of_kind("timeline", parts=True) else ["deadline"]
            missing += [] if station.of_kind("checklist") else ["list"]
            if missing and station.without is None:
                said = f"no {' and no '.join(missing)} belongs to the station '{station.id}', and it does not say why"
                hint = "add one to 'belongs', or say in 'without' why there is none"
                yield Problem(station.place("id"), rules.UNEXPLAINED_STATION, said, hint)


def _belongings(library: Library, station: Station) -> Iterator[Problem]:
    glanced: Belonging | None = None
    for it in station.belongs:
        thing = resolve(library, it.to)
        shown = it.to.kind == "chapter" or isinstance(thing, Deadline)
        if thing is not None and not shown and (it.to.path or it.to.kind not in SHOWN_WHOLE):
            hint = "name a chapter or a section of one, a deadline, or a whole " + ", ".join(SHOWN_WHOLE)
            yield Problem(it.place("to"), rules.BAD_BELONGING, f"'{it.to}' cannot be shown at a station", hint)
        if it.at_a_glance:
            said = "only a deadline is seen at a glance" if not isinstance(thing, Deadline) else ""
            said = said or (f"at this station '{glanced.to}' is seen at a glance already" if glanced else "")
            if said:
                yield Problem(it.place("at_a_glance"), rules.BAD_BELONGING, said, "take it away")
            glanced = it


def _entries(kind: str, page: Page, said: dict[frozenset[str], str]) -> Iterator[Problem]:
    here = f"{kind}/{page.id}"
    for number, related in enumerate(page.related):
        to = f"{related.to.kind}/{related.to.id}"
        place = page.place("related", number, "to")
        pair = frozenset((here, to))
        if to == here:
            yield Problem(place, rules.BAD_RELATED, "a page does not belong to itself", "name another page")
        elif related.to.kind in KIND and not KIND[related.to.kind].section and related.to.kind != "form":
            none = f"a {related.to.kind} has no page of its own"
            yield Problem(place, rules.BAD_RELATED, none, "name a page or a form; link others in the text")
        elif pair in said:
            known = f"that {to} and {here} belong together is said at {said[pair]} already"
            yield Problem(place, rules.BAD_RELATED, known, "say it once, with 'back' for the way back")
        said.setdefault(pair, str(place))


def _too_many(library: Library, kind: str, page: Page) -> Iterator[Problem]:
    found = [str(it.to) for it in counterparts(library, kind, page.id)]
    plain = [to for to in found if kind == "option" and to.startswith("explainer/")]  # these stand on its plain page
    for group in ([to for to in found if to not in plain], plain):
        if len(group) > MOST:
            many = f"{kind} '{page.id}' leads on to {len(group)} pages: {', '.join(group)}"
            hint = f"keep the {MOST} a reader needs most; 'back' left out takes the way back away"
            yield Problem(page.place("id"), rules.TOO_MANY_RELATED, many, hint)
