"""The policy team's pages: what was read and what not yet, corrections, every page's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.compile.page.corrections import corrections_in
from generator.compile.page.maker import Maker
from generator.compile.page.sections import words_of
from generator.compile.pages.checked import Told
from generator.compile.words.interface import SAYS
from generator.compile.words.versions import VERSION_WORDS, year_of
from generator.model.base import Model
from generator.model.kinds import IN_SECTIONS
from generator.model.sections import SECTION
from generator.model.statement import Page


def write_policy(maker: Maker, everything: Iterable[Told]) -> None:
    """Write the policy team's page, what is not yet checked, and the corrections.

    ``everything``: all the site says that could be checked.
    """
    library = maker.library
    counts: Counter[str] = Counter(dict.fromkeys(("law", "secondary", "local", "none"), 0))
    versions: Counter[str] = Counter()
    years: Counter[int] = Counter()
    unread: list[Told] = []
    for one in everything:
        counts[one.seen] += 1
        versions[one.version] += one.seen == "law"
        if one.version == "dated" and (year := year_of(library, one.cite)):
            years[year] += 1
        if one.seen == "none":
            unread.append(one)
    pages = [
        (thing.name, f"{kind.section}/{thing.id}", _file(thing), thing.reviewed, thing.checked_by)
        for kind in sorted(IN_SECTIONS, key=lambda kind: [*SECTION].index(kind.section))
        for thing in library.of_kind(kind.name).values()
        if isinstance(thing, Page)
    ]
    head = words_of(library, "policy")
    maker.write(
        "policy",
        "policy/policy.md.j2",
        head.title or "",
        head=head,
        counts=dict(counts),
        versions=[(VERSION_WORDS[version], versions[version]) for version in VERSION_WORDS if versions[version]],
        years=sorted(years.items(), reverse=True),
        sought=sum(1 for one in unread if one.sought),
        total=sum(counts.values()),
        pages=pages,
    )
    maker.write(
        "not-yet-checked",
        "policy/not_yet_checked.md.j2",
        SAYS.parts.page.not_checked,
        lead=SAYS.policy.page.unchecked.lead.format(total=len(unread)),
        total=len(unread),
        sought=_by_page([one for one in unread if one.sought]),
        groups=_by_page([one for one in unread if not one.sought]),
        sought_total=sum(1 for one in unread if one.sought),
    )
    if library.correction:
        its = SAYS.policy.page.corrections
        maker.write(
            "corrections", "policy/corrections.md.j2", its.heading, lead=its.lead, corrections=corrections_in(library)
        )


def _by_page(unread: list[Told]) -> list[tuple[str, str, list[Told]]]:
    """Return what nobody has read, by the page it stands on: its name, its path, and all that stands there."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for one in unread:
        groups.setdefault((one.name, one.page), []).append(one)
    return [(name, path, items) for (name, path), items in groups.items()]


def _file(thing: Model) -> str:
    return thing.place("id").file
