"""A content folder → one :class:`Library` holding every piece of content by id, and all problems met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Place, Problem, did_you_mean
from generator.model.authority import Authority
from generator.model.base import Model, Reading, a_kind
from generator.model.chapter import Chapter, Explainer
from generator.model.checklist import Checklist
from generator.model.lists import Contact, Correction, CountingRegime, Form, Role, SharedDate, Source, Term, Topic
from generator.model.option import Dimension, Option
from generator.model.scenario import Scenario
from generator.model.site import SiteSettings
from generator.model.statement import Citation
from generator.model.timeline import Deadline, Timeline
from generator.model.tree import Tree
from generator.read import LocatedList, LocatedMap, Value, find, place_of, read_file


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


class Mark(NamedTuple):
    """How a piece of an authority's content came to be: what its differences did, why, and what stood there before."""

    did: Literal["set", "add", "own"]
    reason: str
    cite: tuple[Citation, ...]
    before: Model | None = None


@dataclass
class Library:
    """Everything the content says, by kind and id, in the order of the files.

    ``own`` holds the files an authority owns whole, by authority. ``partial`` holds the kinds of which something was
    written that could not be understood. A library seen by one authority (:mod:`generator.model.local`) names it as
    ``seen_by`` and the library it differs from as ``national``; ``marks`` says of its pieces, by ``id()``, how they
    differ. ``memo`` keeps what was worked out for a piece, for all views that share it.
    """

    root: Path
    site: SiteSettings
    source: dict[str, Source] = field(default_factory=dict)
    term: dict[str, Term] = field(default_factory=dict)
    counting: dict[str, CountingRegime] = field(default_factory=dict)
    date: dict[str, SharedDate] = field(default_factory=dict)
    dimension: dict[str, Dimension] = field(default_factory=dict)
    topic: dict[str, Topic] = field(default_factory=dict)
    role: dict[str, Role] = field(default_factory=dict)
    contact: dict[str, Contact] = field(default_factory=dict)
    form: dict[str, Form] = field(default_factory=dict)
    correction: dict[str, Correction] = field(default_factory=dict)
    option: dict[str, Option] = field(default_factory=dict)
    tree: dict[str, Tree] = field(default_factory=dict)
    timeline: dict[str, Timeline] = field(default_factory=dict)
    checklist: dict[str, Checklist] = field(default_factory=dict)
    chapter: dict[str, Chapter] = field(default_factory=dict)
    explainer: dict[str, Explainer] = field(default_factory=dict)
    scenario: dict[str, Scenario] = field(default_factory=dict)
    authority: dict[str, Authority] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)
    own: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    seen_by: Authority | None = None
    national: Library | None = None
    marks: dict[int, Mark] = field(default_factory=dict)
    memo: dict[tuple[str, int], Any] = field(default_factory=dict)

    def worked_out(self, what: str, piece: Model, work: Callable[[], Any]) -> Any:
        """Return what ``work`` makes of a piece, once: all views share the pieces that an authority leaves alone."""
        found = self.memo.get((what, id(piece)))
        if found is None:
            found = self.memo[what, id(piece)] = (piece, work())  # the piece is kept, so that its id() stays its own
        return found[1]

    @property
    def deadlines(self) -> dict[str, Deadline]:
        """Every deadline of every timeline by id."""
        return {deadline.id: deadline for timeline in self.timeline.values() for deadline in timeline.deadlines}

    def lacks(self, kind: str, name: str) -> bool:
        """Whether nothing of this kind has that id. Never while the kind is partial: one mistake, one message."""
        return kind not in self.partial and name not in self.of_kind(kind)

    def of_kind(self, kind: str) -> dict[str, Any]:
        """Return all content of one kind by id (``source``, ``option``…)."""
        found: dict[str, Any] = getattr(self, kind)
        return found

    def everything(self) -> Iterator[Model]:
        """Give every piece of content, the site's settings first."""
        yield self.site
        for kind in KINDS[1:]:
            yield from self.of_kind(kind.name).values()


_NO_SITE = SiteSettings.model_validate({"format": "1", "name": "Procedures"})


def load(root: Path) -> tuple[Library, list[Problem]]:
    """Read and understand all content under ``root``. What cannot be understood is left out and reported."""
    library = Library(root, _NO_SITE)
    problems: list[Problem] = list(_strays(root))
    for kind in KINDS:
        for path in find(root, kind.where):
            made, found = load_file(root, path, kind)
            problems += found
            whole = made or kind.holds == "list"
            if not whole or any(problem.rule != "unknown-key" for problem in found):
                library.partial.add(kind.name)
            for item in made:
                _keep(library, kind, item, problems)
    for path, kind in own_files(root):
        made, found = load_file(root, path, kind)
        problems += found
        if not made:
            library.partial.add(kind.name)
        shelves = library.own.setdefault(path.relative_to(root / AUTHORITIES).parts[0], {})
        for item in made:
            _shelve(shelves.setdefault(kind.name, {}), kind, item, problems)
    return library, problems


def own_files(root: Path) -> list[tuple[Path, Kind]]:
    """Return the files that authorities own whole, each with its kind."""
    return [
        (path, kind)
        for kind in OWN_KINDS
        for path in find(root, f"{AUTHORITIES}/*/{kind.where.removeprefix('content/')}")
    ]


def load_file(root: Path, path: Path, kind: Kind) -> tuple[list[Model], list[Problem]]:
    """Read one file of a kind and return the models in it and the problems of that file."""
    value = read_file(root, path)
    if isinstance(value, Problem):
        return [], [value]
    name = path.relative_to(root).as_posix()
    if kind.holds == "one":
        if not isinstance(value, LocatedMap):
            hint = "put a space after each colon" if isinstance(value, str) else ""
            said = f"this file should hold {a_kind(kind.model)}: 'key: value' lines"
            return [], [Problem(Place(name), "wrong-kind", said, hint)]
        return understand(value, kind.model)
    if not isinstance(value, LocatedList):
        return [], [
            Problem(Place(name), "wrong-kind", "this file should hold a list", "start each entry with '- id: ...'")
        ]
    made: list[Model] = []
    problems: list[Problem] = []
    for number, item in enumerate(value):
        if not isinstance(item, LocatedMap):
            problems.append(
                Problem(value.items_at[number], "wrong-kind", f"this should be {a_kind(kind.model)}: '- id: ...'")
            )
            continue
        one, found = understand(item, kind.model)
        made += one
        problems += found
    return made, problems


def understand(value: LocatedMap, model: type[Model]) -> tuple[list[Model], list[Problem]]:
    """Turn a located mapping into a model. Return it in a list (empty if it cannot be), and all problems."""
    reading = Reading()
    try:
        made = [model.model_validate(value, context=reading)]
        return made, reading.problems
    except ValidationError as error:
        return [], reading.problems + [_problem(detail, value, model) for detail in error.errors(include_url=False)]


def _keep(library: Library, kind: Kind, item: Any, problems: list[Problem]) -> None:
    if kind.name == "site":
        library.site = item
        return
    _shelve(library.of_kind(kind.name), kind, item, problems)


def _shelve(shelf: dict[str, Any], kind: Kind, item: Any, problems: list[Problem]) -> None:
    if item.id in shelf:
        first = shelf[item.id].place("id")
        problems.append(
            Problem(
                item.place("id"),
                "duplicate-id",
                f"the {kind.name} '{item.id}' stands at {first} already",
                "rename one",
            )
        )
        return
    shelf[item.id] = item


def _strays(root: Path) -> Iterable[Problem]:
    """Report YAML and Markdown files in the content folders that no kind of content would read."""
    expected = {path for kind in KINDS for path in find(root, kind.where)} | {path for path, _ in own_files(root)}
    for folder in ("content", "decision_trees"):
        for path in find(root, f"{folder}/**/*"):
            name = path.relative_to(root).as_posix()
            ending = path.suffix.lower()
            if path in expected or ending not in (".yml", ".yaml", ".md", ".markdown") or path.name == "README.md":
                continue
            wanted = {".yaml": ".yml", ".markdown": ".md"}.get(ending, ending)
            hint = f"name it {wanted}" if path.suffix != wanted else _place_like(name, ending)
            yield Problem(Place(name), "stray-file", "no kind of content is read from here", hint)


def _place_like(name: str, ending: str) -> str:
    places = [kind.where for kind in KINDS if kind.where.endswith(ending)]
    if name.startswith(AUTHORITIES):
        own = "/".join(name.split("/")[:3])
        places = [f"{own}/{kind.where.removeprefix('content/')}" for kind in OWN_KINDS if kind.where.endswith(ending)]
    return did_you_mean(name, places) or "known here: " + ", ".join(places)


def _problem(detail: ErrorDetails, value: Value, model: type[Model]) -> Problem:
    """Say one of the validator's findings in our words, at the place in the file that it is about."""
    path: tuple[object, ...] = tuple(detail["loc"])
    of_key = path[-1:] == ("[key]",)  # so the validator says that the key itself is meant
    path = path[:-1] if of_key else path
    context: dict[str, Any] = detail.get("ctx") or {}
    if detail["type"] == "content":
        place = place_of(value, path + tuple(context["path"]), of_key=of_key)
        return Problem(place or _start(value), context["rule"], context["message"], context["hint"])
    place = place_of(value, path) or _start(value)
    if detail["type"] == "missing":
        name = _identity(value, path)
        return Problem(place, "missing-key", f"'{path[-1]}' is missing{name}", "add it")
    if detail["type"] in ("model_type", "dict_type", "model_attributes_type"):
        return Problem(place, "wrong-kind", f"{_named(value, path)} should be 'key: value' lines", "")
    if detail["type"] in ("tuple_type", "list_type"):
        hint = "start each entry with a hyphen"
        return Problem(place, "wrong-kind", f"{_named(value, path)} should be a list", hint)
    if detail["type"] == "too_short":
        return Problem(place, "missing-value", f"{_named(value, path)} needs at least one entry", "")
    return Problem(place, "wrong-value", f"{_named(value, path)}: {detail['msg'].lower()}", "")


def _named(value: Value, path: tuple[object, ...]) -> str:
    """Return the last key on the path that a person wrote, and whether one of its entries is meant."""
    name = "this"
    for part in path:
        if isinstance(value, LocatedMap) and isinstance(part, str) and part in value:
            name, value = f"'{part[:60]}'", value[part]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            name, value = f"an entry of {name}" if not name.startswith("an ") else name, value[part]
    return name


def _identity(value: Value, path: tuple[object, ...]) -> str:
    """Return `` in 'x'`` for the innermost thing on the path with an id or a key of its own."""
    found = value.get("id") if isinstance(value, LocatedMap) else None
    for part in path[:-1]:
        if isinstance(value, LocatedMap) and isinstance(part, str) and part in value:
            found, value = part, value[part]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            value = value[part]
        if isinstance(value, LocatedMap) and "id" in value:
            found = value["id"]
    return f" in '{found[:60]}'" if isinstance(found, str) else ""


def _start(value: Value) -> Place:
    return value.place if isinstance(value, LocatedMap | LocatedList) else Place("?")
