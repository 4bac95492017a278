"""site.yml: what the site is called, whom it serves, and the lists its content declares."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Model
from generator.model.case import Case
from generator.model.sections import SECTION
from generator.model.statement import AddressOf, Ids, IsList, Texts
from generator.model.words import Flag, Id, OneOf, Refers, Text, WebAddress
from generator.own_words import SAYS

_KINDS = SAYS.guide.page.outcome_kinds


class SectionWords(Model):
    """What stands at the head of a section. ``note`` is a boxed text for readers about to decide something."""

    title: Text | None = None
    """What the section is called in the menu and at its head. Write one to four words, for example `Dates and
    deadlines`."""
    lead: Text | None = None
    """What the section holds, under its title. Write one or two sentences, for example `Each rule names its source.`"""
    note: Text | None = None
    """What readers should know before they decide anything; it stands in a box. Write a few short sentences, for
    example `You may ask for time.`"""


class Named(Model):
    """What the content declares by an id, with the word that readers see: here a viewpoint, for whom something is good
    or bad."""

    id: Id
    """What the content calls it by. Write an id that never changes, for example `carer`."""
    label: Text
    """What readers see for it. Write a word or two with a capital, for example `Carer`."""
    plain: Text | None = None
    """What plain pages say instead of the label. Write everyday words, for example `The person who looks after you`."""


class Audience(Named):
    """A kind of reader: the door that leads them in, and whether they may have to leave a page at once."""

    door: Text | None = None
    """What the door on the home page says; without it there is no door. Write it as the reader would say it, for
    example `I work here`."""
    text: Text | None = None
    """What the reader finds behind the door. Write one sentence, for example `Procedures, dates and checklists.`"""
    drawing: Annotated[str, OneOf("drawing of a door", "arched", "double", "ajar", "letterbox")] = "arched"
    """How the door is drawn, so that doors can be told apart. Write one of the words shown, for example `ajar`."""
    quick_exit: Flag = False
    """Whether these readers may have to leave a page at once: "About this site" tells them of the button, and plain
    options name who helps them. Write it for example `true`."""
    leads_to: Annotated[str, OneOf("section of the site", *SECTION)] | None = None
    """The section behind the door; left out, the first in the menu. Write one of the words shown, for example
    `families`."""


class OutcomeKind(Named):
    """A kind of outcome and the shape that stands for it in flowcharts."""

    id: Id
    """What an outcome's `kind` names it by. Write an id that never changes, for example `go`."""
    label: Text
    """What readers see above such outcomes. Write a few words, for example `Way forward`."""
    plain: Text | None = None
    """What the legend of the chart adds in plain words. Write a few short words, for example `You can go on`."""
    shape: Annotated[str, OneOf("shape", "pill", "cut", "signpost", "folded")] = "folded"
    """The shape and colour of such outcomes in charts and notes: `pill` goes on, `cut` stops, `signpost` leads
    elsewhere, `folded` informs. Write for example `pill`."""

    @property
    def look(self) -> str:
        """The colours that go with its shape: a hue never works alone."""
        return {"pill": "go", "cut": "stop", "signpost": "refer", "folded": "info"}[self.shape]


DEFAULT_KINDS = (
    OutcomeKind(id="go", label=_KINDS.go, shape="pill"),
    OutcomeKind(id="stop", label=_KINDS.stop, shape="cut"),
    OutcomeKind(id="refer", label=_KINDS.refer, shape="signpost"),
    OutcomeKind(id="info", label=_KINDS.info, shape="folded"),
)


class Report(Model):
    """Where readers tell of a mistake."""

    email: Text | None = None
    """Where a message about a mistake goes, with page and version filled in. Write one address, for example
    `procedures@example.org`."""
    url: WebAddress | None = None
    """The page where mistakes are reported, where there is no email address. Write it in full, for example
    `https://example.org/report`."""


class Suggestion(Model):
    """Words often looked for, and the page or the very place that answers them."""

    words: Text
    """What the link says. Write it as readers type it, for example `first review`."""
    leads_to: AddressOf
    """Where it leads. Write an address, for example `timeline/meetings#first-review`."""


class Heading(Model):
    """What stands at the top of the home page."""

    title: Text
    """The large words at the top of the home page. Write a short line, for example `All dates in one place`."""
    text: Text
    """What the site tells, under the large words. Write one sentence, for example `What must happen, and by when.`"""
    searches: tuple[Suggestion, ...] = ()
    """What is often looked for, under the search field. Write words and where they lead, for example `[{words: first
    review, leads_to: timeline/meetings#first-review}]`."""


class Group(Model):
    """Pages that are listed together under a heading, in the order given; the rest follow."""

    title: Text
    """The heading the pages stand under. Write a few words, for example `Where to begin`."""
    pages: Annotated[Ids, Refers("listed page")]
    """The pages under that heading, in this order. Write their ids, for example `[what-comes-first, meetings]`; pages
    that no group names come last."""


class Task(Model):
    """What has happened or is to be done, and where somebody whom it falls to begins."""

    title: Text
    """What has happened, in the reader's words. Write a few words, for example `A notice has come`."""
    text: Text
    """What they find. Write one sentence, for example `The days it gives, and what to do with them.`"""
    begins: Annotated[tuple[AddressOf, ...], IsList] = Field(min_length=1, max_length=3)
    """Where to begin: at most three places, the first first. Write addresses, for example `[timeline/notice]`."""


class SearchWords(Model):
    """How readers of this site put things, beyond the names that words and roles have."""

    alike: tuple[Texts, ...] = ()
    """Words that mean the same when somebody searches. Write a list of lists, for example `[[pros, benefits,
    advantages]]`."""
    everyday: Texts = ()
    """Words by which the search knows that somebody looks for plain pages, which it then puts first. Write them as
    readers type them, for example `[mum, dad, gran]`."""


class QuickExit(Model):
    """Where 'Exit this page' leads: something harmless."""

    label: Text = SAYS.parts.page.leave.exit
    """What the button says. Write a short command, for example `Leave this page`."""
    url: WebAddress
    """Where the button leads: a page that is safe to be seen. Write it in full, for example
    `https://www.bbc.co.uk/weather`."""


class SiteSettings(Model):
    """The settings of the whole site."""

    format: Annotated[str, OneOf("format this program reads", "1")]
    """The form these files are written in, so that the program can tell. Write for example `1`, the only one there
    is."""
    name: Text
    """What the site is called, in the masthead and in the window's title. Write it short, for example `Our
    Procedures`."""
    edition: Text | None = None
    """The version readers see at the foot of each page and on what they print. Write it as you count it, for example
    `2026.11`."""
    address: WebAddress | None = None
    """Where the site is published, for full links to its pages. Write it in full, for example
    `https://procedures.example.org/`."""
    heading: Heading | None = None
    """What stands at the top of the home page; left out, the site's name. Write title, text and searches, for example
    `{title: At home, text: All dates.}`."""
    scope: Text | None = None
    """What readers are told they are reading, in the strip above each page. Write it after "You are reading the", for
    example `national procedure`."""
    disclaimer: Text | None = None
    """What the site does not do for its readers; it stands at the foot of each page. Write a sentence or two, for
    example `This site gives no legal advice.`"""
    licence: Text | None = None
    """Who may use the words of the site, and how; it stands on the page about the site. Write it for example `CC BY
    4.0`."""
    report: Report | None = None
    """Where readers tell of a mistake. Write an email address or a page, for example `{email:
    procedures@example.org}`."""
    quick_exit: QuickExit | None = None
    """The button that leads away from plain pages at once. Write where it leads, for example `{url:
    https://www.bbc.co.uk/weather}`."""
    search: SearchWords = SearchWords()
    """How readers put things. Write words that mean the same, and everyday words, for example `{everyday: [mum,
    dad]}`."""
    counting: Annotated[Id | None, Refers("counting")] = None
    """How days are counted where neither the deadline nor its source says. Write the id of a way in `counting.yml`, for
    example `plain-days`."""
    case: Case = Case()
    """What one case is called all over the site. Write its words, for example `{one: reader, born: birth}`."""
    viewpoints: tuple[Named, ...] = ()
    """For whom something can be an advantage or a disadvantage: the columns on an option's page. Write a list, for
    example `[{id: carer, label: Carer}]`."""
    audiences: tuple[Audience, ...] = ()
    """The kinds of readers, and their doors on the home page. Write a list, for example `[{id: staff, label: Staff,
    door: I work here}]`."""
    outcome_kinds: tuple[OutcomeKind, ...] = DEFAULT_KINDS
    """The kinds of outcomes guides can end in; left out, `go`, `stop`, `refer` and `info`. Write a list, for example
    `[{id: go, label: Way forward, shape: pill}]`."""
    sections: dict[Annotated[str, OneOf("section of the site", *SECTION)], SectionWords] = {}
    """What stands at the head of sections. Write sections with their words, for example `{dates: {lead: Each rule names
    its source.}}`."""
    banned_words: Texts = ()
    """Words that plain texts must not use; the check finds them. Write a list, for example `[statutory,
    thereafter]`."""
    tasks: tuple[Task, ...] = ()
    """What brings readers here; it stands before the chapters. Write a list, for example `[{title: A notice
    has come, text: What to do., begins: [timeline/notice]}]`."""
    chapter_groups: tuple[Group, ...] = ()
    """How the procedure chapters are listed. Write groups in their order, for example `[{title: Where to begin, pages:
    [meetings]}]`."""
    explainer_groups: tuple[Group, ...] = ()
    """How the plain pages are listed. Write groups in their order, for example `[{title: What happens, pages:
    [first-year]}]`."""
    tree_groups: tuple[Group, ...] = ()
    """How the decision guides are listed. Write groups in their order, for example `[{title: First days, pages:
    [who-may-apply]}]`."""
    timeline_groups: tuple[Group, ...] = ()
    """How the pages of dates are listed. Write groups in their order, for example `[{title: First days, pages:
    [notice-period]}]`."""
    checklist_groups: tuple[Group, ...] = ()
    """How the checklists are listed. Write groups in their order, for example `[{title: First days, pages:
    [papers]}]`."""
    scenario_groups: tuple[Group, ...] = ()
    """How the worked cases are listed. Write groups in their order, for example `[{title: First days, pages:
    [a-new-tenant]}]`."""
    option_order: Annotated[Ids, Refers("option")] = ()
    """The order in which options are listed and compared; the rest follow. Write their ids, for example `[staying-here,
    moving-on]`."""
