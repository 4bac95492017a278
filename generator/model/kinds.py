"""Every kind of content, a row each."""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.chapter import Chapter, Explainer
from generator.model.checklist import Checklist
from generator.model.lists import Contact, Correction, CountingRegime, Form, Role, SharedDate, Term, Topic
from generator.model.option import Dimension, Option
from generator.model.scenario import Scenario
from generator.model.site import SiteSettings
from generator.model.source import Source
from generator.model.timeline import Timeline
from generator.model.tree import Tree


class Kind(NamedTuple):
    """A kind of content: its name in addresses, where its files are, its model, how a file holds it, and the section
    of the site where each has a page of its own (empty: it has none)."""

    name: str
    where: str
    model: type[Model]
    holds: Literal["one", "list"] = "one"
    section: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("site", "content/site.yml", SiteSettings),
    Kind("source", "content/sources.yml", Source, "list"),
    Kind("term", "content/glossary.yml", Term, "list"),
    Kind("counting", "content/counting.yml", CountingRegime, "list"),
    Kind("date", "content/dates.yml", SharedDate, "list"),
    Kind("dimension", "content/dimensions.yml", Dimension, "list"),
    Kind("topic", "content/topics.yml", Topic, "list"),
    Kind("role", "content/roles.yml", Role, "list"),
    Kind("contact", "content/contacts.yml", Contact, "list"),
    Kind("form", "content/forms.yml", Form, "list"),
    Kind("correction", "content/corrections.yml", Correction, "list"),
    Kind("option", "content/options/*.yml", Option, section="options"),
    Kind("tree", "decision_trees/*.yml", Tree, section="decision-guides"),
    Kind("timeline", "content/timelines/*.yml", Timeline, section="dates"),
    Kind("checklist", "content/checklists/*.yml", Checklist, section="checklists"),
    Kind("chapter", "content/procedures/*.md", Chapter, section="procedures"),
    Kind("explainer", "content/explainers/*.md", Explainer, section="families"),
    Kind("scenario", "content/scenarios/*.yml", Scenario, section="training"),
    Kind("authority", "content/authorities/*/authority.yml", Authority, section="authorities"),
)
KIND_NAMES = tuple(kind.name for kind in KINDS)
AUTHORITIES = "content/authorities"
# What an authority may own whole, beside its authority.yml, in folders of the same names.
OWN_KINDS = tuple(kind for kind in KINDS if kind.name in ("tree", "timeline", "checklist", "chapter", "scenario"))
