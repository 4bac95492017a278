"""Questions of every kind, and where their answers lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, PrivateAttr, model_validator
from pydantic_core import CoreSchema

from generator import rules
from generator.model.base import Model
from generator.model.guard import Conditions, Guard
from generator.model.measure import Bound, Duration
from generator.model.statement import AddressOf, AddressOrNone, Cite, Seen, Sought
from generator.model.words import ID_SCHEMA, Flag, Id, OneOf, Refers, Shorthand, Text, Whole, wrong


class Route(Model):
    """One way on: to a question or outcome, under a condition or (last in a list) without one."""

    go: Id
    """Where this way leads. Write the id of a question or an outcome, for example `may-apply`."""
    when: Guard | None = None
    """When this way is taken. Write conditions, for example `{age: young}`; only the last way of a list stands
    without."""


def _short_go(value: Any) -> Any:
    if isinstance(value, str):
        return {"routes": [{"go": value}]}
    return {"routes": value} if isinstance(value, list) else value


class Routes(Model):
    """Where an answer leads. Short: the id of a question or an outcome, or a list of ways on, of which the first that
    holds is taken."""

    routes: tuple[Route, ...] = ()
    """The ways on, of which the first that holds is taken. Write them in order, for example `[{go: wait, when: {age:
    young}}, {go: apply}]`, or straight after `go`."""
    exactly_one: tuple[Route, ...] = ()
    """Ways on of which exactly one holds, whatever is answered; the check proves it. Write each with its `when`, for
    example `[{go: wait, when: {age: young}}, {go: apply, when: {age: old}}]`."""

    @model_validator(mode="after")
    def _shape(self) -> Routes:
        if bool(self.routes) == bool(self.exactly_one):
            raise wrong(rules.BAD_GO, "'go' needs a target, a list of targets, or exactly_one")
        for number, route in enumerate(self.exactly_one):
            if route.when is None:
                raise wrong(rules.BAD_GO, "every way under exactly_one needs a 'when'", path=("exactly_one", number))
        for number, route in enumerate(self.routes[:-1]):
            if route.when is None:
                raise wrong(rules.BAD_GO, "only the last way of a list may stand without 'when'", path=(number,))
        if self.routes and self.routes[-1].when is not None:
            last = len(self.routes) - 1
            raise wrong(
                rules.BAD_GO,
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
    """What the reader chooses. Write a few words, for example `Yes, in writing`."""
    plain: Text | None = None
    """What the answer says in plain words. Write short words, for example `Yes, there is a letter`."""
    help: Text | None = None
    """What the answer covers, where that is not plain. Write a sentence, for example `An email counts.`"""
    alone: Flag = False
    """Whether it shuts out all others, where several can be chosen. Write for example `true`, for "none of these"."""
    go: Go | None = None
    """Where this answer leads in a guide. Write the id of a question or outcome, for example `may-apply`, or ways with
    conditions."""


class Band(Model):
    """A stretch of numbers or of time. ``from`` and ``up_to`` include their bound; ``below`` and ``over`` do not."""

    id: Id
    """What conditions call the band by. Write an id of its own within the question, for example `under-10`."""
    label: Text
    """What readers see for the band. Write a few words, for example `Under 10`."""
    plain: Text | None = None
    """What the band says in plain words. Write short words, for example `Not yet 10`."""
    from_: Bound | None = Field(default=None, alias="from")
    """The lower end, which is part of the band. Write a number or a length, for example `10` or `1 year`."""
    below: Bound | None = None
    """The upper end, which is no longer part of the band. Write a number or a length, for example `18` or `2 years`."""
    up_to: Bound | None = None
    """The upper end, which is still part of the band. Write a number or a length, for example `17` or `26 weeks`."""
    over: Bound | None = None
    """The lower end, which is not yet part of the band. Write a number or a length, for example `9` or `6 months`."""
    measures: AddressOrNone | None = None
    """The deadline whose span this band is: the check sees that both give the same day. Write its address, for example
    `timeline/notice#notice-ends`, or `none`."""
    go: Go | None = None
    """Where a number or time in this band leads in a guide. Write the id of a question or outcome, for example
    `may-apply`, or ways with conditions."""

    @property
    def ends(self) -> dict[str, int | Duration]:
        """The bounds it has, by their keys."""
        all_ends = {"from": self.from_, "over": self.over, "below": self.below, "up_to": self.up_to}
        return {key: bound for key, bound in all_ends.items() if bound is not None}

    @model_validator(mode="after")
    def _bounded(self) -> Band:
        bounds = (self.from_, self.over), (self.below, self.up_to)
        if all(bound is None for pair in bounds for bound in pair):
            raise wrong(rules.BAD_BAND, "this band has no bound", "give from, over, below or up_to")
        if any(None not in pair for pair in bounds):
            raise wrong(
                rules.BAD_BAND, "a band has one lower and one upper end", "keep 'from' or 'over', 'below' or 'up_to'"
            )
        return self


class WholeNumber(Model):
    """A question answered by a whole number, between ``min`` and ``max`` inclusive."""

    unit: Text
    """What is counted. Write the word that follows the number, for example `years`."""
    min: Whole = 0
    """The smallest number that can be given. Write it in digits, for example `0`, which holds where it is left out."""
    max: Whole
    """The largest number that can be given. Write it in digits, for example `17`."""


class Elapsed(Model):
    """A question answered by a date: the time from a shared ``date`` until today or another shared date."""

    date: Annotated[Id, Refers("date")]
    """The day from which time is counted. Write the id of a date in `dates.yml`, for example `moved-in`."""
    until: Annotated[Id, Refers("date")] = "today"
    """The day up to which time is counted. Write for example `today`, which holds where it is left out, or the id of
    another date."""


@dataclass(frozen=True, slots=True)
class LetStand:
    """A ``kind`` of flaw (``gap``, ``overlap``) that the accepted finding ``by`` lets stand, in the case ``when``."""

    by: str
    kind: str
    when: Conditions


class Question(Model):
    """One question: choose one, choose many, a whole number, or the time since a date."""

    ask: Text
    """The question itself, for staff. Write one question, for example `How old is the tenant?`"""
    plain: Text | None = None
    """The question in plain words. Write a short question, for example `How old are you?`"""
    short: Text | None = None
    """What lists of answers and charts call the question. Write at most 30 characters, for example `Age of the
    tenant`."""
    why: Text | None = None
    """What hangs on the answer. Write one or two sentences, for example `From 16 other rules hold.`"""
    help: Text | None = None
    """What is meant, and where to find the answer. Write a few sentences, for example `Count whole years only.`"""
    cite: Cite = ()
    """Where the rule behind the question stands. Write source and passage, for example `[ca1989 s.20(11)]`."""
    seen: Seen = "none"
    """Where that rule was read. Write one of the words shown, for example `law`."""
    sought: Sought = None
    """Where nobody has read the rule: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""
    note: Text | None = None
    """Where sources differ on it, or what to watch. Write a sentence or two, for example `One guide says 17.`"""
    same_as: AddressOf | None = None
    """The question of another aid that has the same answers, so that one answer serves both. Write its address, for
    example `tree/notice#age`."""
    answers: dict[Id, Answer] = {}
    """What can be chosen. Write ids, each with an answer, for example `{owner: {label: The owner}, tenant: {label: The
    tenant}}`."""
    choose: Annotated[str, OneOf("way of choosing", "one", "many")] = "one"
    """Whether one answer is chosen or any number. Write for example `many`; left out, it is one."""
    number: WholeNumber | None = None
    """For a question answered by a whole number. Write its unit and its ends, for example `{unit: years, min: 0, max:
    17}`."""
    elapsed: Elapsed | None = None
    """For a question answered by a date: how long ago it was. Write the date, for example `{date: moved-in}`, and give
    `bands`."""
    bands: tuple[Band, ...] = ()
    """The spans a number or a time can fall into. Write one entry a span, for example `[{id: young, label: Under 16,
    below: 16}]`."""
    unsure: Answer | None = None
    """What a reader chooses who does not know. Write a label and in a guide where it leads, for example `{label: I am
    not sure, go: ask-somebody}`."""
    go: Go | None = None
    """Where all answers lead that have no `go` of their own. Write the id of a question or outcome, for example `age`,
    or ways with conditions."""
    until_settled: Id | None = None
    """Where a gap or overlap leads until an authority settles it. Write it in that authority's finding and not here,
    for example `ask-the-adviser`."""
    _let_stand: tuple[LetStand, ...] = PrivateAttr(default=())

    @property
    def let_stand(self) -> tuple[LetStand, ...]:
        """The gaps and overlaps here that an authority's accepted findings let stand, each for its own case."""
        return self._let_stand

    def letting_stand(self, *more: LetStand, until_settled: str | None = None) -> Question:
        """Return this question with ``more`` let stand, and led to ``until_settled`` where there is such a place."""
        question = self.model_copy(update={"until_settled": until_settled or self.until_settled})
        question._let_stand = (*self._let_stand, *more)
        return question

    @model_validator(mode="after")
    def _one_kind(self) -> Question:
        if sum([bool(self.answers), self.number is not None, self.elapsed is not None]) != 1:
            raise wrong(rules.BAD_QUESTION, "a question needs exactly one of: answers, number, elapsed")
        if self.bands and self.answers:
            raise wrong(rules.BAD_QUESTION, "bands belong to a number or to elapsed time", path=("bands",))
        if self.elapsed and not self.bands:
            raise wrong(rules.BAD_QUESTION, "a question about elapsed time needs bands")
        if self.choose == "many":
            for name, answer in self.answers.items():
                if answer.go is not None:
                    raise wrong(
                        rules.BAD_QUESTION,
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
