"""Decision trees: questions whose answers lead on, and the outcomes they lead to."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from generator.model.base import Model
from generator.model.question import Question, question_parts
from generator.model.statement import AddressOf, Cite, Ids, Page, Saying, Statement
from generator.model.words import Id, Text, wrong


class Outcome(Saying):
    """Where a walk ends: what it means, why, and what to do next. ``kind`` is declared in site.yml."""

    title: Text
    kind: Id
    then: tuple[Statement, ...] = ()
    options: Ids = ()
    checklist: Id | None = None
    answers: dict[Id, Id] = Field(default={}, description="What is known here of the questions of its checklist.")
    timeline: Id | None = None
    tree: Id | None = None
    links: tuple[AddressOf, ...] = ()


class Notes(Model):
    """Words for one audience beside the questions, by question id."""

    trainer: dict[Id, Text] = {}


class Tree(Page):
    """A decision tree."""

    decides: Text | None = None
    does_not_decide: Text | None = None
    person: Text | None = Field(default=None, description="Whom findings speak of, for example 'an applicant'.")
    cite: Cite = ()
    start: Id
    questions: dict[Id, Question]
    outcomes: dict[Id, Outcome]
    notes: Notes = Notes()

    @model_validator(mode="after")
    def _distinct(self) -> Tree:
        for name in self.questions:
            if name in self.outcomes:
                raise wrong(
                    "duplicate-id", f"'{name}' is a question and an outcome", "rename one", path=("outcomes", name)
                )
        return self

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from question_parts(self.questions)
        for name, outcome in self.outcomes.items():
            yield name, outcome
            yield from ((f"{name}.{statement.id}", statement) for statement in outcome.then)
