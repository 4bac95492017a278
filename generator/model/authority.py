"""One authority's local practice, as named differences from the national content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field, model_validator

from generator import rules
from generator.errors import Problem
from generator.model.answer import ShortAnswer
from generator.model.base import Model
from generator.model.guard import Guard
from generator.model.lists import Asked, Contact, Described, Form
from generator.model.names import Name
from generator.model.question import Question
from generator.model.statement import AddressOf, Cite, IsList, Saying, Seen, States, Texts
from generator.model.words import CivilDate, Flag, Id, OneOf, Parsed, Refers, Text, wrong


def _month(text: str) -> str:
    if re.fullmatch(MONTH, text):
        return text
    raise wrong(rules.BAD_DATE, f"'{text[:20]}' is not a month", MONTH_MESSAGE)


MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])|unknown"
MONTH_MESSAGE = "write year and month, for example 2021-12, or unknown"
ProcedureDate = Annotated[str, Parsed(_month, MONTH, MONTH_MESSAGE, "a month: `2021-12`, or `unknown`")]


class Body(Described):
    """A team, panel or meeting of an authority: who belongs to it, what it can do, and from when to when."""

    chair: Text | None = None
    """Who takes the chair. Write the post, for example `The service manager`."""
    members: Texts = ()
    """Who belongs to it. Write a list of posts, for example `[The designated doctor, A lay member]`."""
    quorum: Text | None = None
    """How many have to be there. Write a few words, for example `the chair and three others`."""
    powers: Text | None = None
    """What it can decide or recommend. Write words that follow "It can", for example `agree a move`."""
    from_: CivilDate | None = Field(default=None, alias="from")
    """Since when it sits, where that is known. Write the day, for example `2026-04-01`."""
    to: CivilDate | None = None
    """Until when it sat, where it is a body of the past. Write the day, for example `2026-03-31`."""
    replaced_by: Text | None = None
    """What took its place. Write the name, for example `The permanence panel`."""
    states: States = {}
    """What this says of topics, so that the check compares it with the answers. Write ids of topics, each with an
    answer, for example `{meeting-frequency: {length: 6 weeks}}`."""

    @model_validator(mode="after")
    def _in_order(self) -> Body:
        if self.from_ and self.to and self.to < self.from_:
            raise wrong(rules.BAD_DATE, f"it ends on {self.to}, before it begins", "look at both days", ("to",))
        return self


class Row(Model):
    """One case of an answer that depends on age, cost, route or the like."""

    when: Text
    """The case this row is about. Write a few words, for example `Up to two weeks`."""
    if_: Guard | None = Field(default=None, alias="if")
    """The same case as conditions over the answer's own questions, by which the check proves the table. Write them, for
    example `{weeks: {up_to: 2}}`."""
    answer: Text
    """What holds in that case. Write a few words, for example `The team manager decides`."""


class Practice(Model):
    """An authority's answer to one topic: a text, a table of cases, or a deadline it sets."""

    id: Id
    """What the authority's page calls the answer by. Write an id that never changes, for example `minutes-sent`."""
    topic: Annotated[Id, Refers("topic")]
    """The question this answers. Write the id of a topic, for example `minutes-within`."""
    text: Text | None = None
    """The answer, for staff. Write one or two sentences, for example `The chair sends them out.`"""
    plain: Text | None = None
    """The answer, for families. Write short sentences, for example `You get the notes by post.`"""
    questions: dict[Id, Question] = {}
    """What decides which row of the table holds: the check proves that everybody finds exactly one answer. Write ids,
    each with a question, for example `{weeks: {ask: "How many weeks?", number: {unit: weeks, max: 52}}}`."""
    table: tuple[Row, ...] = ()
    """The answer, where it depends on something. Write one row a case, for example `[{when: Up to two weeks, answer:
    The manager}]`."""
    deadline: AddressOf | None = None
    """The answer, where it is a date that can be worked out. Write the address of a deadline, for example
    `timeline/meetings#minutes-sent`."""
    answer: ShortAnswer | None = None
    """What the answer comes down to, by the topic's kind of answer. Write it for example `{length: 10 working days}`;
    where there is none, `none`, `not-known` (part of the procedure could not be read) or `silent` (all was read)."""
    national: Annotated[tuple[AddressOf, ...], IsList] = ()
    """What says otherwise nationally and stays, marked as national with this answer beside it. Write addresses, for
    example `[tree/meeting-due#hold-one]`."""
    applies: Text | None = None
    """For which cases the answer holds, where not for all. Write a few words, for example `Ordinary meetings`."""
    states: States = {}
    """What its words say besides of topics, or repeat of its deadline, so that the check compares them. Write ids of
    topics, each with an answer, for example `{meeting-chair: {body: [team-manager]}}`."""
    cite: Cite = ()
    """Where the authority says so. Write source and passage, for example `[local-protocol s.3]`."""
    seen: Seen = "local"
    """Where the answer was read. Write one of the words shown, for example `local`."""
    note: Text | None = None
    """What the answer leaves open. Write a sentence or two, for example `It does not say who signs them.`"""

    @model_validator(mode="after")
    def _says_something(self) -> Practice:
        without = self.answer is not None and self.answer.without
        if self.text is None and not self.table and self.deadline is None and not without:
            hint = "add a text, a table or a deadline; where there is none, write 'answer: silent'"
            raise wrong(rules.BAD_PRACTICE, f"'{self.id}' gives no answer", hint)
        for number, row in enumerate(self.table):
            if (row.if_ is None) == bool(self.questions):
                said = "rows have an 'if' where the answer has questions, and only there"
                raise wrong(rules.BAD_PRACTICE, said, "give every row one, or none", ("table", number))
        return self


class Difference(Model):
    """One departure from the national content: set, add or remove, with its reason and its source."""

    on: AddressOf
    """The piece that is otherwise here. Write its address, or a list's by its key, for example
    `timeline/meetings#deadlines`."""
    set: dict[str, Any] | None = None
    """Keys of that piece and what they say here. Write each with its whole new value, for example `{title: Meeting in
    week two}`."""
    add: dict[str, Any] | None = None
    """One more entry for that list. Write it as it would stand there, for example `{id: call-first, before:
    first-meeting, text: Ring first.}`."""
    remove: Flag = False
    """Takes that piece away; the check refuses it for what is law. Write for example `true`."""
    before: Id | None = None
    """Of `add`: the entry it is put in front of; left out, it comes last. Write its id, for example `first-meeting`."""
    states: States = {}
    """Of what it adds to a chapter: what that says of topics, so that the check compares it with the answers. Write ids
    of topics, each with an answer, for example `{meeting-chair: {body: [team-manager]}}`."""
    reason: Text
    """Why the authority differs. Write one or two sentences, for example `Here the first meeting comes earlier.`"""
    cite: Cite = Field(min_length=1)
    """Where the authority says so; at least one. Write source and passage, for example `[local-protocol s.3]`."""

    @property
    def kind(self) -> str:
        """What it does: set, add or remove."""
        return "set" if self.set is not None else "add" if self.add is not None else "remove"

    @model_validator(mode="after")
    def _one_change(self) -> Difference:
        if sum([self.set is not None, self.add is not None, self.remove]) != 1:
            raise wrong(rules.BAD_DIFFERENCE, "a difference does exactly one of: set, add, remove")
        if self.states and (self.on.kind != "chapter" or self.remove):
            said, hint = "here 'states' is for what is added to a chapter", "write it under 'set' or 'add'"
            raise wrong(rules.BAD_DIFFERENCE, said, hint, ("states",))
        return self


class Acceptance(Model):
    """Who let a finding stand for now, when and why."""

    by: Text
    """Who let it stand. Write a role with hyphens for spaces, for example `policy-lead`, never a name."""
    date: CivilDate
    """When they let it stand. Write the day, for example `2026-11-22`."""
    reason: Text
    """Why it may stand for now. Write one or two sentences, for example `Both times are shown until it is settled.`"""


class Finding(Model):
    """Something wrong or open in a procedure, found by the checker or by a reader; ``why`` says why it matters.

    An ``accepted`` gap or overlap of a table or tree lets the site be built for the case it names in ``when``, and for
    nobody else. In a tree those it concerns are led to ``until_settled``.
    """

    id: Id
    """What the authority's page calls the finding by. Write an id that never changes, for example `two-lengths`."""
    on: AddressOf | None = None
    """The piece it is about. Write its address, for example `topic/minutes-within`."""
    kind: Annotated[
        str, OneOf("kind of finding", "gap", "overlap", "contradiction", "ambiguity", "out-of-date", "slip", "missing")
    ]
    """What is wrong: a case nobody thought of is a `gap`, two rules at once an `overlap`, two answers a
    `contradiction`. Write for example `gap`."""
    text: Text
    """What was found. Write one or two sentences, for example `The minutes are given 7 days and 10 days.`"""
    why: Text | None = None
    """What follows from it. Write one or two sentences, for example `Nobody can know which day holds.`"""
    cite: Cite = ()
    """Where it stands. Write every passage concerned, for example `[local-protocol s.2, local-protocol s.3]`."""
    accepted: Acceptance | None = None
    """Who let it stand for now, so that the site can be built. Write it for example `{by: policy-lead, date:
    2026-11-22, reason: Both are shown.}`."""
    when: Guard | None = None
    """Of an accepted gap or overlap: the one case it covers, as conditions over the questions of that table or guide.
    Write them, for example `{age: {from: 10, below: 11}}`."""
    until_settled: Id | None = None
    """Of an accepted gap or overlap: where those it concerns are led. Write the id of an outcome of that guide, for
    example `ask-the-adviser`."""

    def without_case(self) -> Problem:
        """Return what is wrong with an accepted gap or overlap that does not say whom it covers."""
        said = f"'{self.id}' accepts {'an' if self.kind[0] in 'aeiou' else 'a'} {self.kind}, and not in which case"
        hint = "say it with 'when', for example when: {age: {from: 10, below: 11}}"
        return Problem(self.place("accepted"), rules.BAD_FINDING, said, hint)


class Authority(Model):
    """An authority: its names for things, its answers to the topics, its differences and its open findings."""

    id: Id
    """What the authority's folder and address call it by. Write an id that never changes, for example `north-town`."""
    name: Text
    """What readers see for it. Write a name, for example `North Town`."""
    area: Text | None = None
    """Where it is, at the head of its page. Write a sentence or two, for example `A council in the north.`"""
    source: Annotated[Id | None, Refers("source")] = None
    """The procedure that this rests on. Write the id of a source, for example `local-protocol`."""
    reviewed: CivilDate | None = None
    """When somebody last went through what is written here; `pathways drift` tells what changed nationally since. Write
    the day, for example `2026-11-22`."""
    procedure_dated: ProcedureDate = "unknown"
    """The procedure's own date, as its page gives it. Write year and month, for example `2021-12`; left out, the page
    says that it carries none."""
    summary: Saying | None = None
    """What is particular here. Write a statement, for example `{text: Planning here begins early.}`."""
    terms: Annotated[dict[Id, Name], Refers("term")] = {}
    """What it calls things, beside the national words. Write ids of terms, each with the word used here, for example
    `{review: Care meeting}`."""
    roles: Annotated[dict[Id, Name], Refers("role")] = {}
    """What it calls people, beside the national names. Write ids of roles, each with the name used here, for example
    `{team-manager: Practice Manager}`."""
    teams: tuple[Body, ...] = ()
    """Its teams and services. Write a list, for example `[{id: duty-team, name: Duty team}]`."""
    panels: tuple[Body, ...] = ()
    """Who decides or advises on decisions here. Write a list, for example `[{id: care-panel, name: Care panel}]`."""
    meetings: tuple[Body, ...] = ()
    """Its meetings. Write a list, for example `[{id: weekly-meeting, name: Weekly meeting, when: on Mondays}]`."""
    forms: tuple[Form, ...] = ()
    """Its own forms and documents. Write a list, for example `[{id: local-request, name: Request for a meeting}]`."""
    contacts: tuple[Contact, ...] = ()
    """Whom to turn to here. Write a list, for example `[{id: duty-line, name: Duty line, phone: 020 7946 0000}]`."""
    practice: tuple[Practice, ...] = ()
    """Its answers to the topics. Write a list, for example `[{id: chair, topic: meeting-chair, text: The
    manager.}]`."""
    differences: tuple[Difference, ...] = ()
    """Where it departs from the national content. Write a list, for example `[{on: term/review, set: {short: CM},
    reason: Ours., cite: [local-protocol]}]`."""
    asked: tuple[Asked, ...] = ()
    """How its workers put what they look for, and what in its view answers it. Write a list, for example `[{id: chair,
    leads_to: authority/north-town#chair, asked_as: [who leads the meeting]}]`."""
    findings: tuple[Finding, ...] = ()
    """What is wrong or open in its procedure. Write a list, for example `[{id: two-lengths, kind: slip, text: Two
    lengths are given.}]`."""

    @property
    def procedure_month(self) -> date | None:
        """The first day of the month the procedure is dated; None where it carries no date."""
        return None if self.procedure_dated == "unknown" else date.fromisoformat(f"{self.procedure_dated}-01")

    def accepted(self, topic: str, *kinds: str) -> tuple[Finding, ...]:
        """Return the findings that let something of these kinds stand for now in the answers to a topic."""
        found = (f for f in self.findings if f.accepted and f.kind in kinds and f.on)
        return tuple(f for f in found if f.on and (f.on.kind, f.on.id) == ("topic", topic))

    @property
    def named(self) -> tuple[Model, ...]:
        """Everything in this file that has an id of its own."""
        return (
            *self.teams,
            *self.panels,
            *self.meetings,
            *self.forms,
            *self.contacts,
            *self.practice,
            *self.findings,
        )

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from ((str(getattr(named, "id", "")), named) for named in self.named)
