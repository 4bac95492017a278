"""An answer that is a date brings its condition along, and a body says who sits on it."""

from __future__ import annotations

from datetime import date

from generator.compile.words.answers import answers_of
from generator.model import Library
from generator.model.authority import Authority, Practice
from generator.model.lists import Topic
from generator.model.statement import Address
from support.passages import text_of


def test_the_rule_of_a_deadline_is_told_with_its_condition(library: Library) -> None:
    timeline = next(t for t in library.timeline.values() if any(d.applies and d.within for d in t.deadlines))
    deadline = next(d for d in timeline.deadlines if d.applies and d.within)
    topic = Topic(id="how-soon", ask="How soon?")
    practice = Practice(id="ours", topic="how-soon", deadline=Address("timeline", timeline.id, (deadline.id,)))
    authority = Authority(id="north-town", name="North Town", practice=(practice,))
    [answer] = answers_of(library, authority, topic, date(2026, 11, 29))
    assert answer.rule.startswith("Within ")
    assert "Only if: " in answer.rule


def test_a_panel_says_who_chairs_and_who_sits_on_it(compiled: dict[str, bytes]) -> None:
    page = compiled["authorities/north-london.md"].decode()
    panel = page.split('id="long-term-fostering-panel"')[1].split("</dd>")[0]
    text = text_of(panel)
    assert "In the chair: The Service Manager for Fostering & Permanency." in text
    assert "Members: The Designated Doctor for children looked after; The head of the virtual school;" in text
    assert "Quorum" not in text
