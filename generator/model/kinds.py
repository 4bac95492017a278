"""Every kind of content, a row each."""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.chapter import Chapter, Explainer
from generator.model.checklist import Checklist
from generator.model.lists import (
    Asked,
    Contact,
    Correction,
    CountingRegime,
    Form,
    Role,
    SharedDate,
    Signpost,
    Term,
    Topic,
)
from generator.model.option import Dimension, Option
from generator.model.scenario import Scenario
from generator.model.site import SiteSettings
from generator.model.source import Source
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.own_words import SAYS


class Kind(NamedTuple):
    """A kind of content. A new one is a row here, a model, and a template for its page.

    ``name`` begins its addresses; ``where`` says which files hold it, one piece each or a list. It stands in a
    ``section`` of the site, each on a page of its own, or all together on one page, their ``shelf``; or on none.
    What has a page stands ``in_a_to_z``, or is found from other pages alone. ``template`` makes its page, where no
    module of :mod:`generator.compile.pages` does. Authorities may write differences from it where it ``differs``, and
    have whole files of their own where it is ``owned``.
    """

    name: str
    where: str
    model: type[Model]
    holds: Literal["one", "list"] = "one"
    section: str = ""
    shelf: str = ""
    in_a_to_z: bool = True
    template: str = ""
    differs: bool = False
    owned: bool = False

    @property
    def called(self) -> str:
        """What readers are told it is, in the A to Z and wherever kinds are listed together: the site's word for it,
        or its name. Empty where they are told of none.
        """
        told = self.in_a_to_z and (self.section or self.shelf)
        return str(vars(SAYS.parts.page.kinds).get(self.name, self.name)) if told else ""


KINDS: tuple[Kind, ...] = (
    Kind("site", "content/site.yml", SiteSettings),
    Kind("source", "content/sources.yml", Source, "list", shelf="sources", in_a_to_z=False),
    Kind("term", "content/glossary.yml", Term, "list", shelf="words", differs=True),
    Kind("counting", "content/counting.yml", CountingRegime, "list"),
    Kind("date", "content/dates.yml", SharedDate, "list", differs=True),
    Kind("dimension", "content/dimensions.yml", Dimension, "list"),
    Kind("topic", "content/topics.yml", Topic, "list"),
    Kind("role", "content/roles.yml", Role, "list", shelf="roles", differs=True),
    Kind("contact", "content/contacts.yml", Contact, "list", shelf="contacts"),
    Kind("form", "content/forms.yml", Form, "list", shelf="forms"),
    Kind("correction", "content/corrections.yml", Correction, "list"),
    Kind("asked", "content/asked_as.yml", Asked, "list"),
    Kind("signpost", "content/signposts.yml", Signpost, "list"),
    Kind("option", "content/options/*.yml", Option, section="options", differs=True),
    Kind("tree", "decision_trees/*.yml", Tree, section="decision-guides", differs=True, owned=True),
    Kind("timeline", "content/timelines/*.yml", Timeline, section="dates", differs=True, owned=True),
    Kind("checklist", "content/checklists/*.yml", Checklist, section="checklists", differs=True, owned=True),
    Kind("chapter", "content/procedures/*.md", Chapter, section="procedures", differs=True, owned=True),
    Kind("explainer", "content/explainers/*.md", Explainer, section="families"),
    Kind("scenario", "content/scenarios/*.yml", Scenario, section="training", owned=True),
    Kind("authority", "content/authorities/*/authority.yml", Authority, section="authorities"),
)
KIND = {kind.name: kind for kind in KINDS}
IN_SECTIONS = tuple(kind for kind in KINDS if kind.section)
ASKING = tuple(kind for kind in KINDS if "questions" in kind.model.model_fields)
AUTHORITIES = "content/authorities"
FOLDERS = tuple(dict.fromkeys(kind.where.partition("/")[0] for kind in KINDS))  # all content stands in these


def kind_of(thing: Model) -> Kind:
    """Return the kind of a piece of content."""
    return next(kind for kind in KINDS if kind.model is type(thing))
