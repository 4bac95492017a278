"""What `pathways drift` compares: every word, entry and order of whatever may differ locally."""

from __future__ import annotations

import functools
import operator
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.change.drift import Change, drift
from generator.model import Library, load
from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.kinds import KINDS
from generator.model.loading import understand
from generator.read import LocatedList, LocatedMap, Value, copied
from support.libraries import with_shelves
from support.paths import ROOT

# Parts that the small content has none of.
MORE = {
    "content/checklists/joining.yml": """
summary: {text: What a new member brings along.}
meeting:
  name: Welcome meeting
  attendees: [{role: librarian, note: Opens it.}, {role: librarian}]
  papers: [proof, signature]
  agenda:
    - {id: hello, title: Hello, text: Everybody says who they are.}
    - {id: tour, title: Tour, text: Everybody has seen the shelves.}
""",
    "content/options/full-membership.yml": """
suits: [{id: families, text: Families.}]
does_not_suit: [{id: visitors, text: Visitors.}]
documents: [{id: form, text: A form., seen: local}, {id: letter, text: A letter., sought: 2026-03-02}]
ages: [{id: sixteen, text: From sixteen on., in_force: {from: 2020-01-01}}]
""",
    "content/timelines/joining.yml": "summary: {text: Every day that counts.}\ncase: {one: reader}\n",
    "decision_trees/may-i-borrow.yml": "notes: {trainer: {member: Ask when they joined.}}\n",
}
THEN = "then: [{id: bell, text: Ring the bell.}, {id: seat, text: Sit down.}]"
UNSURE = "unsure: {label: I cannot say, help: Count from the day of the first card.}"
# Other words than those that stand there; the model takes the first wherever any text may stand.
OTHER_WORDS = ("{}x", "3 months", "may", "must", "local", "none", "one", "many", "true", "false")

Keys = tuple[str | int, ...]
# Something done to the entry that stands under a key or index of a mapping or list.
Spoil = Callable[[Any, str | int], None]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small content, with a little more in it."""
    root = Path(shutil.copytree(ROOT / "tests/cases/base", tmp_path_factory.mktemp("drift") / "root"))
    for name, more in MORE.items():
        text = (root / name).read_text("utf-8").replace("text: Take the book.}", f"text: Take the book., {THEN}}}")
        (root / name).write_text(text.replace("    bands:", f"    {UNSURE}\n    bands:") + more, "utf-8")
    library, problems = load(root)
    assert problems == []
    return library


def everywhere(library: Library) -> Iterator[tuple[str, Model, Keys, Value]]:
    """Give everything written inside whatever may differ: its kind, its piece, the keys that lead there, and itself."""
    for kind in [kind.name for kind in KINDS if kind.differs]:
        for thing in library.of_kind(kind).values():
            yield from ((kind, thing, keys, value) for keys, value in inside(thing.written))


def inside(value: Value, above: Keys = ()) -> Iterator[tuple[Keys, Value]]:
    entries: Iterable[tuple[str | int, Value]] = ()
    if isinstance(value, LocatedMap | LocatedList):
        entries = value.items() if isinstance(value, LocatedMap) else enumerate(value)
    for key, inner in entries:
        yield (*above, key), inner
        yield from inside(inner, (*above, key))


def spoiled(thing: Model, keys: Keys, spoil: Spoil) -> Model | None:
    """Return a piece with something done where the keys lead, or None where the model does not take that."""
    written: Any = copied(thing.written)
    spoil(functools.reduce(operator.getitem, keys[:-1], written), keys[-1])
    made, problems = understand(written, type(thing))
    return made[0] if made and not problems else None


def other_words(value: str) -> Iterator[str]:
    """Give words that may stand in the place of a text: the next number or day first."""
    counted = re.sub(r"\d+", lambda number: str(int(number[0]) + 1), value, count=1)
    yield from (word for word in (counted, *(word.format(value) for word in OTHER_WORDS)) if word != value)


def put(word: str) -> Spoil:
    return lambda holder, key: operator.setitem(holder, key, word)


def reworded(thing: Model, keys: Keys, value: str) -> Model | None:
    tried = (spoiled(thing, keys, put(word)) for word in other_words(value))
    return next((made for made in tried if made is not None), None)


def drifted(library: Library, kind: str, before: Model, after: Model, *on: str) -> list[Change]:
    """Return what an authority is told that differs in ``on``, once one piece has become another."""
    differences = [{"on": address, "remove": True, "reason": "Ours.", "cite": ["desk-manual p.2"]} for address in on]
    authority = Authority.model_validate({"id": "east-town", "name": "East Town", "differences": differences})
    others = {name: thing for name, thing in library.of_kind(kind).items() if thing is not before}
    now = with_shelves(library, {kind: {**others, getattr(after, "id", ""): after}})
    return drift(now, library, authority)


def test_every_changed_word_is_reported_once(base: Library) -> None:
    """All that may not differ is an id, and with another there is a piece less and a piece more."""
    for kind, thing, keys, value in everywhere(base):
        if isinstance(value, str):
            after = reworded(thing, keys, value)
            assert after is not None, f"no other word was found for {value!r} at {keys} of {kind}"
            found = sorted(change.what for change in drifted(base, kind, thing, after))
            assert found == ["changed"] or (keys[-1] == "id" and found == ["added", "removed"]), (kind, keys, found)


def test_every_entry_taken_away_and_every_list_turned_round_is_reported(base: Library) -> None:
    for kind, thing, keys, value in everywhere(base):
        without = spoiled(thing, keys, operator.delitem)
        assert without is None or drifted(base, kind, thing, without), (kind, keys, "taken away")
        if isinstance(value, LocatedList) and value != value[::-1]:
            turned = spoiled(thing, keys, lambda holder, key: holder[key].reverse())
            assert turned is None or drifted(base, kind, thing, turned), (kind, keys, "turned round")


@pytest.mark.parametrize(
    ("kind", "name", "keys", "address", "on", "touched"),
    [
        ("tree", "which-card", ("title",), "tree/which-card", "tree/which-card#no-card", True),
        ("tree", "which-card", ("notes", "trainer", "age"), "tree/which-card", "tree/may-i-borrow", False),
        ("tree", "which-card", ("questions", "town", "ask"), "tree/which-card#town", "tree/which-card#town", True),
        ("tree", "which-card", ("questions", "town", "ask"), "tree/which-card#town", "tree/which-card#town.x", True),
        ("tree", "which-card", ("questions", "town", "ask"), "tree/which-card#town", "tree/which-card#age", False),
        ("tree", "may-i-borrow", ("outcomes", "borrow", "text"), "tree/may-i-borrow#borrow", "tree/may-i-borrow", True),
        ("timeline", "joining", ("inputs", 0), "timeline/joining", "timeline/joining#inputs", True),
        ("checklist", "joining", ("sections", 0, "title"), "checklist/joining#papers", "checklist/joining", True),
        ("checklist", "joining", ("sections", 0, "title"), "checklist/joining#papers", "checklist/joining#tour", False),
        ("checklist", "joining", ("meeting", "attendees", 0, "note"), "checklist/joining", "checklist/joining", True),
        ("chapter", "joining", ("title",), "chapter/joining", "chapter/joining#at-the-desk", True),
    ],
)  # fmt: skip
def test_a_change_is_told_of_the_innermost_piece_and_to_whom_it_concerns(
    base: Library, kind: str, name: str, keys: Keys, address: str, on: str, touched: bool
) -> None:
    thing = base.of_kind(kind)[name]
    after = reworded(thing, keys, functools.reduce(operator.getitem, keys, thing.written))
    assert after is not None
    found = drifted(base, kind, thing, after, on)
    assert [(change.address, change.what, bool(change.touched)) for change in found] == [(address, "changed", touched)]
