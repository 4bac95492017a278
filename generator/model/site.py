"""site.yml: what the site is called, whom it serves, and the lists its content declares."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Model
from generator.model.case import Case
from generator.model.sections import SECTION
from generator.model.statement import Ids, Texts
from generator.model.words import Flag, Id, OneOf, Text, WebAddress


class SectionWords(Model):
    """What stands at the head of a section. ``note`` is a boxed text for readers about to decide something."""

    title: Text | None = None
    lead: Text | None = None
    note: Text | None = None


class Named(Model):
    """An id and the word readers see for it."""

    id: Id
    label: Text
    plain: Text | None = None


class Audience(Named):
    """A kind of reader: the door that leads them in, and whether their pages carry a quick exit."""

    door: Text | None = None
    text: Text | None = None
    drawing: Annotated[str, OneOf("drawing of a door", "arched", "double", "ajar", "letterbox")] = "arched"
    quick_exit: Flag = False
    leads_to: Annotated[str, OneOf("section of the site", *SECTION)] | None = Field(
        default=None, description="The section behind the door; left out, the first in the menu."
    )


class OutcomeKind(Named):
    """A kind of outcome and the shape that stands for it in flowcharts."""

    shape: Annotated[str, OneOf("shape", "pill", "cut", "signpost", "folded")] = "folded"

    @property
    def look(self) -> str:
        """The colours that go with its shape: a hue never works alone."""
        return {"pill": "go", "cut": "stop", "signpost": "refer", "folded": "info"}[self.shape]


DEFAULT_KINDS = (
    OutcomeKind(id="go", label="Way forward", shape="pill"),
    OutcomeKind(id="stop", label="Stop", shape="cut"),
    OutcomeKind(id="refer", label="Ask somebody first", shape="signpost"),
    OutcomeKind(id="info", label="Good to know", shape="folded"),
)


class Report(Model):
    """Where readers tell of a mistake."""

    email: Text | None = None
    url: WebAddress | None = None


class Heading(Model):
    """What stands at the top of the home page."""

    title: Text
    text: Text
    searches: Texts = Field(default=(), description="Words often looked for, shown under the search field.")


class Group(Model):
    """Pages that are listed together under a heading, in the order given; the rest follow."""

    title: Text
    pages: Ids


class QuickExit(Model):
    """Where 'Exit this page' leads: something harmless."""

    label: Text = "Exit this page"
    url: WebAddress


class SiteSettings(Model):
    """The settings of the whole site."""

    format: Annotated[str, OneOf("format this program reads", "1")]
    name: Text
    edition: Text | None = Field(default=None, description="The version readers see, for example 2026.11.")
    address: WebAddress | None = Field(default=None, description="Where the site is published.")
    heading: Heading | None = None
    scope: Text | None = Field(default=None, description="For example: the national procedure for England.")
    disclaimer: Text | None = None
    licence: Text | None = None
    report: Report | None = None
    quick_exit: QuickExit | None = None
    counting: Id | None = None
    case: Case = Field(default=Case(), description="What one case is called, and when it was born.")
    viewpoints: tuple[Named, ...] = ()
    audiences: tuple[Audience, ...] = ()
    outcome_kinds: tuple[OutcomeKind, ...] = DEFAULT_KINDS
    sections: dict[Annotated[str, OneOf("section of the site", *SECTION)], SectionWords] = {}
    banned_words: Texts = ()
    chapter_groups: tuple[Group, ...] = Field(default=(), description="How the chapters are listed.")
    explainer_groups: tuple[Group, ...] = Field(default=(), description="How the explainers are listed.")
    option_order: Ids = Field(default=(), description="The order in which options are listed and compared.")
