"""The JSON that pages carry for the browser, typed once: ``pathways schema`` writes its browser types from these.

Days are day numbers (days since 1 January 1970) or, in texts, ``2026-11-22``.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # the one whose data can be checked in Python 3.11

from generator.compile.data.rule_shapes import DayRule, Length

Bound = int | Length


class Standing(TypedDict):
    """How a piece stands up to and on the day ``last`` (None: for good)."""

    last: str | None
    binds: bool
    words: str


Bounds = TypedDict(
    "Bounds",
    {"from": NotRequired[Bound], "below": NotRequired[Bound], "up_to": NotRequired[Bound], "over": NotRequired[Bound]},
)
Test = TypedDict(
    "Test",
    {
        "is": NotRequired[list[str]],
        "has": NotRequired[str],
        "lacks": NotRequired[str],
        "from": NotRequired[Bound],
        "below": NotRequired[Bound],
        "up_to": NotRequired[Bound],
        "over": NotRequired[Bound],
    },
)
Guard = TypedDict("Guard", {"tests": dict[str, Test], "any": "list[Guard]", "not": "Guard | None"})


class Route(TypedDict):
    """One way on, under a condition or without one."""

    go: str
    when: Guard | None


class Routes(TypedDict):
    """Where an answer leads: the first way that holds, or the one that is proven to."""

    exactlyOne: bool
    routes: list[Route]


class Answer(TypedDict):
    """One thing a reader can choose."""

    label: str
    alone: NotRequired[Literal[True]]
    go: Routes | None


Band = TypedDict(
    "Band",
    {
        "id": str,
        "label": str,
        "from": NotRequired[Bound],
        "below": NotRequired[Bound],
        "up_to": NotRequired[Bound],
        "over": NotRequired[Bound],
        "go": Routes | None,
    },
)


Number = TypedDict("Number", {"unit": str, "min": int, "max": int})


Elapsed = TypedDict("Elapsed", {"date": str, "until": str})  # until: today, or a shared date


class Region(TypedDict):
    """Answers that nothing tells apart: one of them, and what they are called."""

    given: str
    label: str


Question = TypedDict(
    "Question",
    {
        "kind": Literal["one", "many", "number", "elapsed"],
        "ask": str,
        "short": str,
        "answers": dict[str, Answer],
        "number": Number | None,
        "elapsed": Elapsed | None,
        "bands": list[Band],
        "unsure": Answer | None,
        "go": Routes | None,
        "untilSettled": str | None,
        "regions": list[Region],
        "plain": NotRequired[str | None],
        "help": NotRequired[str | None],
        "as": NotRequired[str],  # the name under which the page holds its answer, where that is not its id
    },
)


class Outcome(TypedDict):
    """Where a tree ends."""

    title: str
    kind: str
    in_force: NotRequired[list[Standing]]


class Tree(TypedDict):
    """A decision tree, with the regions of its answers as on the day ``regionsToday``."""

    id: str
    title: str
    start: str
    regionsToday: str
    questions: dict[str, Question]
    outcomes: dict[str, Outcome]


class PlayedCase(TypedDict):
    """A worked case to be played on a tree's chart."""

    id: str
    name: str
    today: str
    answers: dict[str, str | list[str]]


class Guide(TypedDict):
    """What a guide's page carries."""

    tree: Tree
    cases: list[PlayedCase]


class AskedDate(TypedDict):
    """A shared date as a field of a form, with what helps to give it."""

    ask: str
    plain: str | None
    help: str | None
    name: NotRequired[str]


class Deadline(TypedDict):
    """A deadline: its rule, to count by and in words. ``own``: what an authority's own practice is marked with."""

    id: str
    title: str
    rule: DayRule
    words: str
    force: str
    own: NotRequired[str]
    counting: str
    record: bool
    documented: bool
    serves: NotRequired[str]
    applies: NotRequired[Guard]
    who: NotRequired[str]
    source: NotRequired[str]
    missed: NotRequired[str]
    in_force: NotRequired[list[Standing]]
    second: NotRequired[Deadline]
    why_second: NotRequired[str]


class Regime(TypedDict):
    """A way of counting days. ``short``: how many days make a period short (0: none does)."""

    name: str
    explains: str
    clear_days: bool
    short: int
    roll: bool
    business: bool


class CalendarData(TypedDict):
    """Bank holidays as day numbers, and the first and last year whose holidays are published."""

    holidays: list[int]
    first: int
    last: int


class Rules(TypedDict):
    """What deadlines are worked out from."""

    deadlines: dict[str, Deadline]
    regimes: dict[str, Regime]
    calendar: CalendarData


class Case(TypedDict):
    """What one case is called, what stands beside it, and which shared date is its birth."""

    one: str
    another: str
    born: str | None


Input = TypedDict("Input", {"date": str, "optional": bool})


class Timeline(TypedDict):
    """A timeline: what it asks, and the order of its deadlines."""

    id: str
    title: str
    case: Case
    order: list[str]
    inputs: list[Input]
    questions: dict[str, Question]


class Counted(TypedDict):
    """The rules of deadlines, and every event they rest on in words."""

    events: dict[str, str]
    rules: Rules


class Timelines(Counted):
    """What the calculator's page carries."""

    timelines: list[Timeline]
    case: Case
    dates: dict[str, AskedDate]


class View(Timelines):
    """The dates as one authority has them; ``absent`` is said of each date that it does not have."""

    id: str
    name: str
    absent: dict[str, str]


class Views(TypedDict):
    """What the page of all authorities' dates carries."""

    views: list[View]


class Held(TypedDict):
    """What an authority is called, and the pages its view has of its own, from where the view begins."""

    name: str
    pages: list[str]


class Item(TypedDict):
    """An item of a checklist. ``own``: as of a deadline."""

    text: str
    force: str
    own: NotRequired[str]
    who: NotRequired[str]
    due: NotRequired[str]
    records: NotRequired[str]
    applies: NotRequired[Guard]
    in_force: NotRequired[list[Standing]]


class Section(TypedDict):
    """A section of a checklist, with the ids of its items."""

    id: str
    title: str
    items: list[str]


class Checklist(Counted):
    """What a checklist's page carries."""

    id: str
    title: str
    version: str
    sections: list[Section]
    items: dict[str, Item]
    questions: dict[str, Question]
    dates: dict[str, AskedDate]


class Told(TypedDict):
    """What is told in an element that keeps true how a piece stands. ``mark``: class and word of its force."""

    mark: tuple[str, str] | None
    standings: list[Standing]


Known = dict[str, dict[str, str]]  # what each outcome says is answered in the aid that it opens
Passes = dict[str, str]  # the questions of an aid that take an answer given in the guide, each with the guide's

Scripts = TypedDict("Scripts", {"tree": Guide, "timelines": Timelines, "list": Checklist, "views": Views})
Script = Guide | Timelines | Checklist | Views


class Attributes(TypedDict):
    """What elements carry as JSON in ``data-`` attributes; ``given`` and ``answers`` one aid hands another."""

    told: Told
    known: Known
    passes: Passes
    given: dict[str, str]
    answers: dict[str, str]
