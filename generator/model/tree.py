"""Decision trees: questions whose answers lead on, and the outcomes they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import model_validator

from generator import rules
from generator.model.base import Model
from generator.model.question import Question, question_parts
from generator.model.statement import AddressOf, Cite, Ids, Page, Statement, Stating
from generator.model.words import Id, Refers, Text, wrong


class Outcome(Stating):
    """Where a walk ends: what it means, why, and what to do next. ``kind`` is declared in site.yml."""

    title: Text
    """What the outcome is called. Write a short sentence, for example `You may apply now`."""
    kind: Annotated[Id, Refers("outcome kind")]
    """What kind of outcome it is, which gives its colour and shape. Write the id of a kind in `site.yml`, for example
    `go`."""
    then: tuple[Statement, ...] = ()
    """What to do next, in order. Write statements, for example `[{id: write, text: Write to the council.}]`."""
    options: Annotated[Ids, Refers("option")] = ()
    """Options to read about from here. Write their ids, for example `[staying-here]`."""
    checklist: Annotated[Id | None, Refers("checklist")] = None
    """The list to work through from here. Write its id, for example `papers`."""
    answers: dict[Id, Id] = {}
    """What is known here of the questions of its checklist. Write ids of questions, each with an answer's id, for
    example `{age: young}`."""
    timeline: Annotated[Id | None, Refers("timeline")] = None
    """The dates that count from here. Write the id of a timeline, for example `notice-period`."""
    tree: Annotated[Id | None, Refers("tree")] = None
    """The guide to go on with. Write its id, for example `who-may-apply`."""
    links: tuple[AddressOf, ...] = ()
    """Anything else to read. Write addresses, for example `[chapter/meetings#minutes]`."""


class Notes(Model):
    """Words for one audience beside the questions, by question id."""

    trainer: dict[Id, Text] = {}
    """What a trainer may ask or point out at a question. Write ids of questions, each with a text, for example `{age:
    Ask what happens at 16.}`."""


class Tree(Page):
    """Questions whose answers lead on to others or to an outcome: on the site, a decision guide."""

    decides: Text | None = None
    """What the guide finds out. Write one sentence, for example `Who may apply, and when.`"""
    does_not_decide: Text | None = None
    """What it leaves to people. Write one sentence, for example `Whether an application is wise.`"""
    person: Text | None = None
    """Whom the check speaks of where a case is not covered. Write it with its article, for example `an applicant`; left
    out, "somebody"."""
    cite: Cite = ()
    """Where the rules behind the guide as a whole stand. Write source and passage, for example `[ca1989 s.10]`."""
    start: Id
    """The question that is asked first. Write its id, for example `age`."""
    questions: dict[Id, Question]
    """Everything the guide can ask. Write ids, each with a question, for example `{age: {ask: "How old?", number:
    {unit: years, max: 17}, go: apply}}`."""
    outcomes: dict[Id, Outcome]
    """Everything the guide can lead to. Write ids, each with an outcome, for example `{apply: {title: Apply, kind: go,
    text: You may apply.}}`."""
    notes: Notes = Notes()
    """What stands beside the questions for one audience. Write them by audience, for example `{trainer: {age: Ask what
    happens at 16.}}`."""

    @model_validator(mode="after")
    def _distinct(self) -> Tree:
        for name in self.questions:
            if name in self.outcomes:
                raise wrong(
                    rules.DUPLICATE_ID, f"'{name}' is a question and an outcome", "rename one", path=("outcomes", name)
                )
        return self

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from question_parts(self.questions)
        for name, outcome in self.outcomes.items():
            yield name, outcome
            yield from ((f"{name}.{statement.id}", statement) for statement in outcome.then)
