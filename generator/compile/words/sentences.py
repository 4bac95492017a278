"""Data → sentences: dates, lengths of time, deadlines and guards, as a person would say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from generator.model import Library
from generator.model.day_rules import At, Beginning, Every, Gap, NotBefore, NumberedDays, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import EventOf, short_event
from generator.model.guard import Conditions, Test
from generator.model.question import Question
from generator.reason.civil import day_words

FORCE_WORDS = {"must": "Must", "should": "Should", "may": "May", "fact": "Fact"}
KIND_WORDS = {
    "act": "Act",
    "regulations": "Regulations",
    "rules": "Court rules",
    "practice-direction": "Practice direction",
    "statutory-guidance": "Statutory guidance",
    "minimum-standards": "National minimum standards",
    "best-practice": "Best-practice guidance",
    "guidance": "Guidance and advice",
    "local-procedure": "Local procedure",
    "research": "Research",
    "case": "Court decisions",
    "indicator": "Indicators",
}
KINDS_WORDS = {
    **KIND_WORDS,
    "act": "Acts",
    "practice-direction": "Practice directions",
    "local-procedure": "Local procedures",
}


day = day_words


def short_day(value: date) -> str:
    """Return a date for tables: ``Sun 22 Nov 2026``."""
    return f"{value:%a} {value.day} {value:%b %Y}"


def listed(items: list[str], last: str = "and") -> str:
    """Return items as English lists them: ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} {items[-1]}"


def lower_first(text: str) -> str:
    """Return a title as it stands inside a sentence; acronyms keep their capitals."""
    return text[0].lower() + text[1:] if len(text) > 1 and text[1].islower() else text


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
    words = title if title.startswith(("the ", "a ", "an ")) else f"the {title}"
    return {".last": f"the last of {words}"}.get(suffix, f"number {suffix[1:]} of {words}" if suffix else words)


def anchor(library: Library, of: EventOf) -> str:
    """Return what a deadline counts from inside a sentence."""
    if of.event:
        return event(library, of.event)
    if of.later_of:
        return "the later of " + listed([event(library, name) for name in of.later_of])
    return "the earlier of " + listed([event(library, name) for name in of.earlier_of])


def rule(library: Library, deadline: Deadline) -> str:
    """Return a deadline's rule in words: ``within 20 working days of the child becoming looked after``.

    A rule without a number gives its place in the order, or an empty text where it has none.
    """
    match deadline.rule:
        case Within(length, of):
            return f"within {length} of {anchor(library, of)}"
        case Beginning(length, start):
            return f"within {length}, counting the day of {anchor(library, start)} as day 1"
        case Every() as series:
            return _every(library, series)
        case NumberedDays(first, last, day_1):
            return f"on day {first} to day {last}, day 1 being {event(library, day_1)}"
        case NotBefore(length, of):
            return f"not before {length} after {anchor(library, of)}"
        case At(length, of):
            return f"{length} after {anchor(library, of)}"
        case Gap() as gap:
            return _gap(library, gap)
        case Order(after, before):
            if before is not None:
                return f"before {event(library, before)}"
            return f"after {anchor(library, after)}" if after is not None else ""
        case unknown:
            assert_never(unknown)


def _every(library: Library, series: Every) -> str:
    length = series.length
    after = anchor(library, series.after)
    until = f", until {event(library, series.until)}" if series.until else ""
    if series.limits == "length":
        return f"no longer than {length} each time, the first counted from {after}{until}"
    often = length.unit if length.count == 1 else str(length)
    return f"at least every {often} after {after}{until}"


def _gap(library: Library, gap: Gap) -> str:
    least = f"at least {gap.at_least}" if gap.at_least else ""
    most = f"at most {gap.at_most}" if gap.at_most else ""
    way = "after" if gap.forward else "before"
    return " and ".join(filter(None, (least, most))) + f" {way} {event(library, gap.other)}"


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
        parts.append(f"not ({guard(conditions.not_, questions, here=here)})")
    return ", and ".join(parts)


def _any(choices: Sequence[Conditions], questions: Mapping[str, Question], here: str | None) -> str:
    """Return alternatives in words; those that ask only whether somebody was not sure are told together."""
    unsure = [name for choice in choices if (name := _unsure_of(choice))]
    others = [guard(choice, questions, here=here) for choice in choices if not _unsure_of(choice)]
    if unsure:
        others.insert(0, "not sure about " + listed([_asked(name, questions) for name in unsure], last="or"))
    return ", or ".join(others)


def _unsure_of(conditions: Conditions) -> str:
    """Return the question a guard asks somebody to be unsure about, where that is all it asks; else an empty text."""
    if len(conditions.tests) != 1 or conditions.any_ or conditions.not_:
        return ""
    ((name, test),) = conditions.tests.items()
    return name if test.is_ == ("unsure",) else ""


def _asked(name: str, questions: Mapping[str, Question]) -> str:
    question = questions.get(name)
    return f"“{((question.short or question.ask) if question else name).rstrip('?')}”"


def _test(name: str, test: Test, questions: Mapping[str, Question], here: str | None) -> str:
    question = questions.get(name)
    asked = "" if name == here else f"{_asked(name, questions)}: "
    labels = question.labels() if question else {}
    if test.is_ == ("unsure",):
        return f"not sure about {_asked(name, questions)}"
    if test.is_:
        return asked + listed([labels.get(answer, answer) for answer in test.is_], last="or")
    if test.has:
        return asked + labels.get(test.has, test.has)
    if test.lacks:
        return f"{asked}without “{labels.get(test.lacks, test.lacks)}”"
    bounds = [("from", test.from_), ("over", test.over), ("under", test.below), ("up to", test.up_to)]
    unit = f" {question.number.unit}" if question and question.number else ""
    return asked + listed([f"{word} {bound}{unit}" for word, bound in bounds if bound is not None])
