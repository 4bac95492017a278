"""Data → sentences: dates, lengths of time, deadlines and guards, as a person would say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, assert_never

from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.day_rules import At, Beginning, Every, Gap, NotBefore, NumberedDays, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import EventOf, short_event
from generator.model.guard import Conditions, Test
from generator.model.question import Question
from generator.model.statement import Address

_FORMS = SAYS.sentences.page
_EVENTS, _RULES, _GUARDS = _FORMS.events, _FORMS.rules, _FORMS.guards
_COUNTS = _FORMS.counts
_LISTS = {"and": SAYS.parts.list, "or": _FORMS.list_or}

FORCE_WORDS: dict[str, str] = vars(SAYS.parts.force)
KIND_WORDS: dict[str, str] = vars(SAYS.sources.page.kinds)
KINDS_WORDS: dict[str, str] = KIND_WORDS | vars(SAYS.sources.page.kinds_many)


def fill(form: str, **blanks: object) -> str:
    """Return a form with its blanks filled in, as bare words."""
    return form.format(**blanks)


def day(value: date) -> str:
    """Return a date in full: ``22 November 2026``."""
    return f"{value.day} {month(value)}"


def month(value: date) -> str:
    """Return the month a date lies in: ``November 2026``."""
    return f"{SAYS.parts.months[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """Return a date for tables: ``Sun 22 Nov 2026``."""
    weekday, named = SAYS.parts.weekdays[value.weekday()], SAYS.parts.months[value.month - 1]
    return f"{weekday[:3]} {value.day} {named[:3]} {value.year}"


def listed(items: list[str], last: Literal["and", "or"] = "and") -> str:
    """Return items as English lists them: ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return fill(_LISTS[last], items=", ".join(items[:-1]), last=items[-1])


def lower_first(text: str) -> str:
    """Return a title as it stands inside a sentence; acronyms keep their capitals."""
    return text[0].lower() + text[1:] if text[1:2].islower() or text.startswith("A ") else text


def sentence(text: str) -> str:
    """Return words as a sentence of their own: a capital, a full stop. Nothing stays nothing."""
    text = text.strip()
    return (text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")) if text else ""


def event(library: Library, name: str) -> str:
    """Return an event inside a sentence: ``the child becoming looked after``, ``the first review``."""
    base = short_event(name)
    suffix = name[len(base) :]
    if base in library.date:
        shared = library.date[base]
        return shared.name or lower_first(shared.ask)
    deadline = library.deadlines.get(base)
    title = lower_first(deadline.name) if deadline else base.replace("-", " ")
    words = title if title.startswith(tuple(_EVENTS.articles)) else fill(_EVENTS.the, title=title)
    if suffix == ".last":
        return fill(_EVENTS.last_of, events=words)
    return fill(_EVENTS.numbered, number=suffix[1:], events=words) if suffix else words


def role(library: Library, name: str, duty: Address) -> str:
    """Return the name of a role that has a duty; in a view beside it, in brackets, what it is called there."""
    here = library.local_name("role", name, duty)
    national = library.role[name].name
    if here is None or not here.differs(national):
        return national
    return f"{national} ({SAYS.parts.page.role_here.format(name=here.name)})"


def anchor(library: Library, of: EventOf) -> str:
    """Return what a deadline counts from inside a sentence."""
    if of.event:
        return event(library, of.event)
    form = _EVENTS.later_of if of.later_of else _EVENTS.earlier_of
    return fill(form, events=listed([event(library, name) for name in of.later_of or of.earlier_of]))


def rule(library: Library, deadline: Deadline) -> str:
    """Return a deadline's rule in words: ``within 20 working days of the child becoming looked after``.

    A rule without a number gives its place in the order, or an empty text where it has none.
    """
    match deadline.rule:
        case Within(length, of):
            return fill(_RULES.within, length=length, event=anchor(library, of))
        case Beginning(length, start):
            return fill(_RULES.beginning_with, length=length, event=anchor(library, start))
        case Every() as series:
            return _every(library, series)
        case NumberedDays(first, last, day_1):
            return fill(_RULES.on_days, first=first, last=last, event=event(library, day_1))
        case NotBefore(length, of):
            return fill(_RULES.not_before, length=length, event=anchor(library, of))
        case At(length, of):
            return fill(_RULES.length_after, length=length, event=anchor(library, of))
        case Gap() as gap:
            return _gap(library, gap)
        case Order(after, before):
            if after is not None and before is not None:
                return fill(_RULES.between, start=anchor(library, after), end=event(library, before))
            if before is not None:
                return fill(_RULES.before, event=event(library, before))
            return fill(_RULES.after, event=anchor(library, after)) if after is not None else ""
        case unknown:
            assert_never(unknown)


def count(library: Library, deadline: Deadline) -> str:
    """Return how long a deadline's rule gives, as a few words to be read at a glance: ``3 months``, ``Day 12 to 18``.

    A rule without a number gives its place in the order, or an empty text where it has none.
    """
    match deadline.rule:
        case Within(length) | Beginning(length) | At(length):
            return str(length)
        case Every(length, limits=limits):
            form = _COUNTS.no_longer_than if limits == "length" else _COUNTS.every
            return fill(form, length=length.unit if length.count == 1 and limits != "length" else length)
        case NumberedDays(first, last):
            return fill(_COUNTS.on_days, first=first, last=last)
        case NotBefore(length):
            return fill(_COUNTS.not_before, length=length)
        case Gap() as gap:
            least = [fill(_COUNTS.at_least, length=gap.at_least)] if gap.at_least else []
            return listed(least + ([fill(_COUNTS.at_most, length=gap.at_most)] if gap.at_most else []))
        case Order():
            words = rule(library, deadline)
            return words[:1].upper() + words[1:]
        case unknown:
            assert_never(unknown)


def _every(library: Library, series: Every) -> str:
    length, after = series.length, anchor(library, series.after)
    if series.limits == "length":
        said = fill(_RULES.no_longer_than, length=length, event=after)
    else:
        said = fill(_RULES.every, length=length.unit if length.count == 1 else length, event=after)
    return fill(_RULES.until, rule=said, event=anchor(library, series.until)) if series.until else said


def _gap(library: Library, gap: Gap) -> str:
    least = [fill(_RULES.at_least, length=gap.at_least)] if gap.at_least else []
    most = [fill(_RULES.at_most, length=gap.at_most)] if gap.at_most else []
    form = _RULES.length_after if gap.forward else _RULES.length_before
    return fill(form, length=listed(least + most), event=event(library, gap.other))


def guard(
    conditions: Conditions,
    questions: Mapping[str, Question],
    *,
    here: str | None = None,
    settled: bool = False,
) -> str:
    """Return a condition in words: ``“Who are you”: Foster carer, and not sure about “How old”``.

    ``here`` is the question the condition stands at: its own answers are told without its name, or, where they are
    ``settled`` (said already), not at all.
    """
    told = [(name, test) for name, test in conditions.tests.items() if not (settled and name == here)]
    parts = [_test(name, test, questions, here) for name, test in told]
    if conditions.any_:
        parts.append(_any(conditions.any_, questions, here))
    if conditions.not_ is not None:
        parts.append(fill(_GUARDS.not_so, condition=guard(conditions.not_, questions, here=here)))
    return str(_GUARDS.joined.join(parts))


def alternatives(parts: Iterable[str]) -> str:
    """Return what is enough each by itself, in one text: ``A wish, or a plan``."""
    return str(_GUARDS.alternatives.join(parts))


def _any(choices: Sequence[Conditions], questions: Mapping[str, Question], here: str | None) -> str:
    """Return alternatives in words; those that ask only whether somebody was not sure are told together."""
    unsure = [name for choice in choices if (name := _unsure_of(choice))]
    others = [guard(choice, questions, here=here) for choice in choices if not _unsure_of(choice)]
    if unsure:
        others.insert(0, fill(_GUARDS.unsure, questions=listed([_asked(name, questions) for name in unsure], "or")))
    return alternatives(others)


def _unsure_of(conditions: Conditions) -> str:
    """Return the question a guard asks somebody to be unsure about, where that is all it asks; else an empty text."""
    if len(conditions.tests) != 1 or conditions.any_ or conditions.not_:
        return ""
    ((name, test),) = conditions.tests.items()
    return name if test.is_ == ("unsure",) else ""


def _asked(name: str, questions: Mapping[str, Question]) -> str:
    question = questions.get(name)
    return fill(_GUARDS.asked, question=((question.short or question.ask) if question else name).rstrip("?"))


def _test(name: str, test: Test, questions: Mapping[str, Question], here: str | None) -> str:
    question = questions.get(name)
    asked = _asked(name, questions)
    if test.is_ == ("unsure",):
        return fill(_GUARDS.unsure, questions=asked)
    answer = _answer(test, question)
    return answer if name == here else fill(_GUARDS.answered, question=asked, answer=answer)


def _answer(test: Test, question: Question | None) -> str:
    labels = question.labels() if question else {}
    if test.is_:
        return listed([labels.get(answer, answer) for answer in test.is_], "or")
    if test.has:
        return labels.get(test.has, test.has)
    if test.lacks:
        return fill(_GUARDS.without, answer=labels.get(test.lacks, test.lacks))
    bounds = [
        (_GUARDS.at_least, test.from_),
        (_GUARDS.over, test.over),
        (_GUARDS.under, test.below),
        (_GUARDS.up_to, test.up_to),
    ]
    unit = f" {question.number.unit}" if question and question.number else ""
    if unit and isinstance(test.from_, int) and test.below == test.from_ + 1:
        return fill(_FORMS.regions.exactly, bound=f"{test.from_}{unit}")  # whole numbers: there is one
    return listed([fill(form, bound=f"{bound}{unit}") for form, bound in bounds if bound is not None])
