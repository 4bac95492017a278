"""Questions of every kind, and where their answers lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from generator.model.base import Model
from generator.model.guard import Guard
from generator.model.measure import Bound, Duration
from generator.model.statement import AddressOf, AddressOrNone, Cite, Seen, Sought
from generator.model.words import ID_SCHEMA, Flag, Id, OneOf, Shorthand, Text, Whole, wrong


class Route(Model):
    """One way on: to a question or outcome, under a condition or (last in a list) without one."""

    go: Id
    when: Guard | None = None


def _short_go(value: Any) -> Any:
    if isinstance(value, str):
        return {"routes": [{"go": value}]}
    return {"routes": value} if isinstance(value, list) else value


class Routes(Model):
    """Where an answer leads. ``routes``: the first that holds. ``exactly_one``: proven to have no gap, no overlap."""

    routes: tuple[Route, ...] = ()
    exactly_one: tuple[Route, ...] = ()

    @model_validator(mode="after")
    def _shape(self) -> Routes:
        if bool(self.routes) == bool(self.exactly_one):
            raise wrong("bad-go", "'go' needs a target, a list of targets, or exactly_one")
        for number, route in enumerate(self.exactly_one):
            if route.when is None:
                raise wrong("bad-go", "every way under exactly_one needs a 'when'", path=("exactly_one", number))
        for number, route in enumerate(self.routes[:-1]):
            if route.when is None:
                raise wrong("bad-go", "only the last way of a list may stand without 'when'", path=(number,))
        if self.routes and self.routes[-1].when is not None:
            last = len(self.routes) - 1
            raise wrong(
                "bad-go",
                "the last way of a list needs to hold for everybody else",
                "add a last way without 'when', or use exactly_one",
                path=(last,),
            )
        return self

    @property
    def all(self) -> tuple[Route, ...]:
        """Every way, whichever form they were written in."""
        return self.routes or self.exactly_one


class _ShortGo(Shorthand):
    """Annotation: one target or a list of ways may stand for the whole of ``go``."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(schema)
        ways = handler.resolve_ref_schema(whole)["properties"]["routes"]
        ways = {"type": "array", "items": ways["items"], "minItems": 1}
        return {"anyOf": [self.schema, ways, whole]}


Go = Annotated[Routes, _ShortGo(_short_go, ID_SCHEMA)]


class Answer(Model):
    """One thing a reader can choose. ``alone``: excludes all other choices of a choose-many question."""

    label: Text
    plain: Text | None = None
    help: Text | None = None
    alone: Flag = False
    go: Go | None = None


class Band(Model):
    """A stretch of numbers or of time. ``from`` and ``up_to`` include their bound; ``below`` and ``over`` do not."""

    id: Id
    label: Text
    plain: Text | None = None
    from_: Bound | None = Field(default=None, alias="from")
    below: Bound | None = None
    up_to: Bound | None = None
    over: Bound | None = None
    measures: AddressOrNone | None = Field(
        default=None,
        description="The deadline whose span this band measures, so that both give the same day; or none.",
    )
    go: Go | None = None

    @property
    def ends(self) -> dict[str, int | Duration]:
        """The bounds it has, by their keys."""
        all_ends = {"from": self.from_, "over": self.over, "below": self.below, "up_to": self.up_to}
        return {key: bound for key, bound in all_ends.items() if bound is not None}

    @model_validator(mode="after")
    def _bounded(self) -> Band:
        bounds = (self.from_, self.over), (self.below, self.up_to)
        if all(bound is None for pair in bounds for bound in pair):
            raise wrong("bad-band", "this band has no bound", "give from, over, below or up_to")
        if any(None not in pair for pair in bounds):
            raise wrong(
                "bad-band", "a band has one lower and one upper end", "keep 'from' or 'over', 'below' or 'up_to'"
            )
        return self


class WholeNumber(Model):
    """A question answered by a whole number, between ``min`` and ``max`` inclusive."""

    unit: Text
    min: Whole = 0
    max: Whole


class Elapsed(Model):
    """A question answered by a date: the time from a shared ``date`` until today or another shared date."""

    date: Id
    until: Id = "today"


class Question(Model):
    """One question: choose one, choose many, a whole number, or the time since a date."""

    ask: Text
    plain: Text | None = None
    short: Text | None = Field(default=None, description="For lists of answers: at most 30 characters.")
    why: Text | None = None
    help: Text | None = None
    cite: Cite = ()
    seen: Seen = "none"
    sought: Sought = None
    note: Text | None = None
    same_as: AddressOf | None = Field(
        default=None,
        description="The question of another aid that is the same, with the same answers, as tree/x#y, timeline/x#y or "
        "checklist/x#y. Answers pass between two aids only so.",
    )
    answers: dict[Id, Answer] = {}
    choose: Annotated[str, OneOf("way of choosing", "one", "many")] = "one"
    number: WholeNumber | None = None
    elapsed: Elapsed | None = None
    bands: tuple[Band, ...] = ()
    unsure: Answer | None = None
    go: Go | None = None
    until_settled: Id | None = Field(
        default=None, description="Where a gap or overlap leads while an authority's accepted finding lets it stand."
    )

    @property
    def kind(self) -> Literal["one", "many", "number", "elapsed"]:
        """Which of the four kinds of question this is."""
        if self.number:
            return "number"
        if self.elapsed:
            return "elapsed"
        return "many" if self.choose == "many" else "one"

    @model_validator(mode="after")
    def _one_kind(self) -> Question:
        if sum([bool(self.answers), self.number is not None, self.elapsed is not None]) != 1:
            raise wrong("bad-question", "a question needs exactly one of: answers, number, elapsed")
        if self.bands and self.answers:
            raise wrong("bad-question", "bands belong to a number or to elapsed time", path=("bands",))
        if self.elapsed and not self.bands:
            raise wrong("bad-question", "a question about elapsed time needs bands")
        if self.kind == "many":
            for name, answer in self.answers.items():
                if answer.go is not None:
                    raise wrong(
                        "bad-question",
                        "a choose-many question leads on as a whole",
                        "move 'go' from the answer to the question",
                        path=("answers", name, "go"),
                    )
        return self

    def ways(self) -> dict[str, Answer | Band]:
        """Return every answer, band and the unsure way, by id."""
        return {
            **self.answers,
            **{band.id: band for band in self.bands},
            **({"unsure": self.unsure} if self.unsure else {}),
        }

    def labels(self) -> dict[str, str]:
        """Return the label of every answer, band and the unsure way, by id."""
        return {name: way.label for name, way in self.ways().items()}

    @property
    def answers_explained(self) -> bool:
        """Whether more is said of an answer than its label."""
        return any(way.plain or getattr(way, "help", None) for way in self.ways().values())


def routes_of(question: Question) -> Iterator[Routes]:
    """Give every ``go`` of a question, of its answers and of its bands."""
    for answer in (*question.answers.values(), *question.bands, question, question.unsure):
        if answer is not None and answer.go is not None:
            yield answer.go


def question_parts(questions: Mapping[str, Question]) -> Iterator[tuple[str, object]]:
    """Give questions, and of each its answers, bands and ``unsure``, by the path that an address ends with."""
    for name, question in questions.items():
        yield name, question
        yield from ((f"{name}.{answer}", part) for answer, part in question.answers.items())
        yield from ((f"{name}.{band.id}", band) for band in question.bands)
        if question.unsure:
            yield f"{name}.unsure", question.unsure
