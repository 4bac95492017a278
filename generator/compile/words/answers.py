"""What an authority answers to a topic, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.compile.words import sentences
from generator.compile.words.in_force import with_in_force
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.address import resolve
from generator.model.authority import Authority, Practice
from generator.model.day_rules import Order
from generator.model.deadline import Deadline
from generator.model.lists import Topic
from generator.model.question import Question
from generator.model.statement import Address

_SAID = SAYS.authorities.page.practice


@dataclass(frozen=True, slots=True)
class TopicAnswer:
    """One authority's answer to a topic, in words: what it says, case by case where it has cases, and who comes."""

    practice: Practice
    rule: str
    people: tuple[tuple[str, str], ...] = ()

    @property
    def without(self) -> str:
        """Why there is no answer, in one of the model's words; empty where there is one."""
        return (self.practice.answer.without or "") if self.practice.answer else ""

    @property
    def unanswered(self) -> str:
        """The same word, where the topic stands under it: the procedure is silent, or nobody wrote more beside it."""
        told = self.practice.text or self.practice.table or self.rule
        return "" if told and self.without != "silent" else self.without

    @property
    def depends(self) -> str:
        """What decides which row of its table holds: its questions, each with what can be answered."""
        asked = [
            _SAID.answered_by.format(question=question.ask.rstrip("?"), answers=_choices(question))
            for question in self.practice.questions.values()
        ]
        return str(_SAID.depends.format(questions="; ".join(asked))) if asked else ""

    @property
    def words(self) -> str:
        """The whole answer in one text, for a table of texts and for comparing."""
        cases = "; ".join(f"{row.when}: {row.answer}" for row in self.practice.table)
        people = "; ".join(": ".join(filter(None, who)) for who in self.people)
        said = (self.practice.applies and f"{self.practice.applies}:", self.rule, self.practice.text, cases, people)
        return " ".join(filter(None, said)) or without_words(self.without)


def answers_of(view: Library, authority: Authority, topic: Topic, on: date) -> list[TopicAnswer]:
    """Return what an authority says on a topic: none, one, or several that clash and are accepted.

    ``on`` is the day on which a deadline it sets is judged to be in force or not.
    """
    return [_in_words(view, practice, on) for practice in authority.practice if practice.topic == topic.id]


def in_one(view: Library, practice: Practice, on: date) -> str:
    """Return an answer in a few words: those who come, each in which case, else its rule and text."""
    answer = _in_words(view, practice, on)
    people = practice.answer.people if practice.answer else ()
    if not people:
        return answer.words
    each_time = [_in_case(*said) for said, who in zip(answer.people, people, strict=True) if who.when is None]
    others = [_in_case(*said) for said, who in zip(answer.people, people, strict=True) if who.when is not None]
    forms = _SAID.each_time
    form = forms.sometimes if not each_time else forms.with_others if others else forms.alone
    return str(form.format(people=sentences.listed(each_time), others=sentences.listed(others)))


def _in_case(name: str, told: str) -> str:
    """Return somebody inside a sentence, with what is told of when they come and what they do there."""
    name = sentences.lower_first(name)
    return str(_SAID.each_time.in_case.format(name=name, told=sentences.lower_first(told))) if told else name


def _in_words(view: Library, practice: Practice, on: date) -> TopicAnswer:
    meetings = [c.id for c in view.checklist.values() if c.meeting and c.meeting.attendance == practice.topic]
    duty = Address("checklist", next(iter(meetings), practice.topic))  # what a role is called may depend on it
    people = practice.answer.people if practice.answer else ()
    names = tuple((who.name or sentences.role(view, who.role or "", duty), who.told) for who in people)
    return TopicAnswer(practice, _rule_of(view, practice, on), names)


def _choices(question: Question) -> str:
    if question.number is None:
        return ", ".join(question.labels().values())
    it = question.number
    return str(_SAID.number.format(least=it.min, most=it.max, unit=it.unit))


def without_words(word: str) -> str:
    """Return why there is no answer, as a sentence; empty for an empty word."""
    return str(vars(_SAID.without)[word]) if word else ""


def _rule_of(view: Library, practice: Practice, on: date) -> str:
    """Return the rule of the deadline a practice sets, with its condition, as sentences; empty where it sets none.

    A place in an order is no answer to when something happens: of such a deadline the text is told, unless the practice
    has words of its own.
    """
    deadline = resolve(view, practice.deadline) if practice.deadline else None
    if not isinstance(deadline, Deadline):
        return ""
    if isinstance(deadline.rule, Order):
        return "" if practice.text or practice.table else with_in_force(deadline.text or "", deadline, on)
    said = sentences.sentence(sentences.rule(view, deadline))
    if deadline.applies is not None and practice.deadline is not None:
        condition = sentences.guard(deadline.applies, view.timeline[practice.deadline.id].questions)
        said += " " + sentences.sentence(SAYS.parts.page.only_if.format(condition=condition))
    return with_in_force(said, deadline, on)
