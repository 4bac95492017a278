"""Data → sentences: dates, lengths of time, deadlines and guards, as a person would say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from generator.model import Library
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
    d = deadline
    if d.within is not None and d.of is not None:
        return f"within {d.within} of {anchor(library, d.of)}"
    if d.within is not None and d.beginning_with is not None:
        return f"within {d.within}, counting the day of {anchor(library, d.beginning_with)} as day 1"
    if d.every is not None and d.after is not None:
        until = f", until {event(library, d.until)}" if d.until else ""
        count = "" if str(d.every).startswith("1 ") else f"{d.every.count} "
        unit = d.every.unit + ("s" if d.every.count != 1 else "")
        if d.limits == "length":
            return f"no longer than {d.every} each time, the first counted from {anchor(library, d.after)}{until}"
        return f"at least every {count}{unit} after {anchor(library, d.after)}{until}"
    if d.on_days is not None and d.day_1 is not None:
        return f"on day {d.on_days.from_} to day {d.on_days.to}, day 1 being {event(library, d.day_1)}"
    if d.not_before is not None and d.of is not None:
        return f"not before {d.not_before} after {anchor(library, d.of)}"
    if d.at is not None and d.of is not None:
        return f"{d.at} after {anchor(library, d.of)}"
    if d.gap is not None:
        other, way = (d.gap.from_, "after") if d.gap.from_ else (d.gap.to, "before")
        least = f"at least {d.gap.at_least}" if d.gap.at_least else ""
        most = f"at most {d.gap.at_most}" if d.gap.at_most else ""
        return " and ".join(filter(None, (least, most))) + f" {way} {event(library, other or '')}"
    if d.before is not None:
        return f"before {event(library, d.before)}"
    if d.after is not None:
        return f"after {anchor(library, d.after)}"
    return ""


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
