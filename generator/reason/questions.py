"""The kinds of question. Each reads its own answer: given as text at the door, it travels on as what was read."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model.question import Elapsed, Question, Routes, WholeNumber
from generator.reason.guards import UNSURE, Answered, within

Written = str | Sequence[str]


class Refused(ValueError):
    """An answer that cannot be given to this question. The message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class _Asks(ABC):
    """What every kind of question can tell of its answers."""

    question: Question

    def read(self, name: str, given: Written, *, today: date, dates: Mapping[str, date] | None = None) -> Answered:
        """Return what an answer to the question called ``name`` counts as: one text, or several that were chosen.

        ``dates`` holds the shared dates that a time runs until, where that is not today. Raises :class:`Refused`
        where the question has no such answer.
        """
        texts = [given] if isinstance(given, str) else list(given)
        if texts == [UNSURE] and (self.question.unsure or UNSURE in self.question.answers):
            read = Answered(frozenset({UNSURE}))
        else:
            read = self._read(name, texts, today, dates or {})
        return replace(read, given="+".join(texts))

    @abstractmethod
    def _read(self, name: str, texts: Sequence[str], today: date, dates: Mapping[str, date]) -> Answered:
        """Return what any other answer than not being sure counts as."""

    def words(self, answer: Answered) -> str:
        """Return an answer in the words of the question: the labels of what was chosen."""
        return ", ".join(label for name, label in self.question.labels().items() if name in answer.chosen)

    def between_bands(self, answer: Answered) -> bool:
        """Whether an answer falls into no band of a question that has bands, or into two."""
        return bool(self.question.bands) and not answer.unsure and len(answer.chosen) != 1

    def routes(self, answer: Answered) -> Routes | None:
        """Return the innermost ``go``: that of the answer, the band or the unsure way, else the question's."""
        own = [go for name, go in self._own_routes(answer) if name in answer.chosen and go is not None]
        return own[0] if own else self.question.go

    def _own_routes(self, answer: Answered) -> list[tuple[str, Routes | None]]:
        if self.question.unsure and answer.unsure:
            return [(UNSURE, self.question.unsure.go)]
        answers = [(name, choice.go) for name, choice in self.question.answers.items()]
        return answers + [(band.id, band.go) for band in self.question.bands]

    def _known(self, name: str, text: str) -> str:
        """Return the id of an answer. Raises Refused where the question has no such answer."""
        if text not in self.question.answers:
            known = [*self.question.answers, *([UNSURE] if self.question.unsure else [])]
            raise Refused(f"'{name}' has no answer '{text}'; it has: {', '.join(known)}")
        return text

    def _banded(self, answer: Answered) -> Answered:
        return replace(answer, chosen=frozenset(band.id for band in self.question.bands if within(answer, band)))


@dataclass(frozen=True, slots=True)
class ChooseOne(_Asks):
    """One answer of a list."""

    def _read(self, name: str, texts: Sequence[str], today: date, dates: Mapping[str, date]) -> Answered:
        return Answered(frozenset({self._known(name, _only(name, texts))}))


@dataclass(frozen=True, slots=True)
class ChooseMany(_Asks):
    """Several answers of a list, given one by one or with ``+`` between them."""

    def _read(self, name: str, texts: Sequence[str], today: date, dates: Mapping[str, date]) -> Answered:
        chosen = [self._known(name, part) for text in texts for part in text.split("+")]
        if not chosen:
            raise Refused(f"'{name}' needs at least one choice")
        alone = [choice for choice in chosen if self.question.answers[choice].alone]
        if alone and len(set(chosen)) > 1:
            raise Refused(f"'{name}': '{alone[0]}' cannot be chosen together with others")
        return Answered(frozenset(chosen))


@dataclass(frozen=True, slots=True)
class GiveNumber(_Asks):
    """A whole number, which may fall into a band."""

    number: WholeNumber

    def _read(self, name: str, texts: Sequence[str], today: date, dates: Mapping[str, date]) -> Answered:
        text, low, high = _only(name, texts), self.number.min, self.number.max
        if not re.fullmatch(r"-?[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise Refused(f"'{name}' takes a whole number of {self.number.unit} from {low} to {high}, not '{text}'")
        return self._banded(Answered(frozenset(), number=int(text)))

    def words(self, answer: Answered) -> str:
        """Return an answer in the words of the question: the label of its band, else the number with its unit."""
        return _Asks.words(self, answer) or f"{answer.number} {self.number.unit}"


@dataclass(frozen=True, slots=True)
class GiveDay(_Asks):
    """A day; the time elapsed since then falls into a band."""

    elapsed: Elapsed

    def _read(self, name: str, texts: Sequence[str], today: date, dates: Mapping[str, date]) -> Answered:
        text = _only(name, texts)
        since = _date(text)
        if since is None:
            raise Refused(f"'{name}' takes a date such as 2026-11-22, not '{text}'")
        until = today if self.elapsed.until == "today" else dates.get(self.elapsed.until)
        if until is None:
            raise Refused(f"'{name}' runs until '{self.elapsed.until}': give that date too")
        if since > until:
            raise Refused(f"'{name}': that day lies after the day it is counted to")
        return self._banded(Answered(frozenset(), since=since, until=until))


Asks = ChooseOne | ChooseMany | GiveNumber | GiveDay


def asks(question: Question) -> Asks:
    """Return what a question asks for: the class of its kind, of which it has just one."""
    if question.number is not None:
        return GiveNumber(question, question.number)
    if question.elapsed is not None:
        return GiveDay(question, question.elapsed)
    return ChooseMany(question) if question.choose == "many" else ChooseOne(question)


def read_all(
    questions: Mapping[str, Question],
    given: Mapping[str, Written],
    *,
    today: date,
    dates: Mapping[str, date] | None = None,
) -> dict[str, Answered | Refused]:
    """Return what each answer given to ``questions`` counts as, by question id.

    What a question refuses stands there as its refusal, for whoever comes to ask that question. Answers to other
    questions are left aside.
    """
    read: dict[str, Answered | Refused] = {}
    for name, answer in given.items():
        if name in questions:
            try:
                read[name] = asks(questions[name]).read(name, answer, today=today, dates=dates)
            except Refused as refused:
                read[name] = refused
    return read


def _only(name: str, texts: Sequence[str]) -> str:
    if len(texts) != 1:
        raise Refused(f"'{name}' takes one answer, not {len(texts)}")
    return texts[0]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None
