"""A small content in which every key of the model is set, read again with one value changed, and all that it makes."""

from __future__ import annotations

import dataclasses
import tempfile
import typing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.check import check, measures, timelines
from generator.commands.terminal import timeline_as, walk_with_answers
from generator.compile.files.graph import export
from generator.compile.folder import compile_library
from generator.compile.page.maker import Maker
from generator.compile.pages import checklist as checklist_pages
from generator.errors import Problem
from generator.model import KINDS, Library, load, loading
from generator.model.base import Model
from generator.model.guard import Conditions
from generator.model.local.localise import views_of
from generator.model.measure import Duration
from generator.model.words import OneOf
from generator.read import LocatedList, LocatedMap, Value, copied, read_file
from generator.reason.calendars import Calendar, england_and_wales
from support.paths import ROOT

EVERY_KEY = ROOT / "tests" / "cases" / "every-key"
AS_OF = date(2026, 12, 1)
DAYS = {"joined": date(2026, 3, 2), "claimed": date(2026, 4, 1), "moved-to-town": date(2026, 1, 5)}
OTHER_YEARS = (2020, 2024, 2028, 2035)  # on both sides of AS_OF, each more than a year from it

Steps = tuple[str | int, ...]
Read = tuple[Library, list[Problem]]


class _Gone:
    """What stands for a key that is taken away."""


GONE = _Gone()


class Spot(NamedTuple):
    """One place where the content sets a key: its file, the steps that lead there, and what the model read."""

    path: Path
    steps: Steps
    read: object


@dataclass
class Key:
    """A key of a model at one kind of place (``option.steps.note``), with every spot where the content sets it."""

    name: str
    model: type[Model]
    field: str
    spots: list[Spot] = dataclasses.field(default_factory=list)

    @property
    def short(self) -> str:
        """The model and its key: ``Step.note``."""
        return _short(self.model, self.field)


def _short(model: type[Model], field_name: str) -> str:
    return f"{model.__name__}.{model.model_fields[field_name].alias or field_name}"


def models() -> dict[type[Model], list[str]]:
    """Return every model that a person may write, from the kinds of content inwards, with its keys."""
    found: dict[type[Model], list[str]] = {}
    level: list[object] = [kind.model for kind in KINDS]
    while level:
        one = level.pop()
        level += typing.get_args(one)
        if isinstance(one, type) and issubclass(one, Model) and one not in found:
            found[one] = one.keys()
            level += [info.annotation for info in one.model_fields.values()]
    return found


# ---- where each key is set ---------------------------------------------------------------------------------------


@cache
def as_written(path: Path) -> Value:
    """Return what one of the content's files holds."""
    value = read_file(EVERY_KEY, path)
    assert not isinstance(value, Problem), value
    return value


@cache
def keys() -> dict[str, Key]:
    """Return every key that the content sets, by its kind of place."""
    library = as_it_stands()[0]
    shelves = [{kind.name: library.of_kind(kind.name) for kind in KINDS[1:]}, *library.own.values()]
    things = [(kind, thing) for shelf in shelves for kind, held in shelf.items() for thing in held.values()]
    found: dict[str, Key] = {}
    where = _places()
    for kind, thing in [("site", library.site), *things]:
        for name, owner, key in _fields(thing, kind):
            made = found.setdefault(name, Key(name, type(owner), key))
            made.spots.append(Spot(*_written_at(owner, key, where), getattr(owner, key)))
    return found


def _fields(thing: Model, trail: str) -> Iterator[tuple[str, Model, str]]:
    """Give every key that is set in a piece of content, with the names that lead to it and the model that has it."""
    for key in type(thing).model_fields:
        if key in thing.model_fields_set and getattr(thing, key) != {}:  # a guard may have no tests of its own
            yield f"{trail}.{key.rstrip('_')}", thing, key
            yield from _inside(getattr(thing, key), f"{trail}.{key.rstrip('_')}")


def _inside(value: object, trail: str) -> Iterator[tuple[str, Model, str]]:
    if isinstance(value, Model):
        yield from _fields(value, trail)
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item, trail)
    elif isinstance(value, dict):
        for word, item in value.items():
            yield from _inside(item, f"{trail}.{word}" if trail == "site.sections" else trail)


def _places() -> dict[object, tuple[Path, Steps]]:
    """Return where every mapping (by ``id()``) and every value (by its place) stands."""
    found: dict[object, tuple[Path, Steps]] = {}

    def look(value: Value, path: Path, steps: Steps) -> None:
        if isinstance(value, LocatedMap):
            found[id(value)] = path, steps
            found.setdefault(value.place, (path, steps))
            for key, item in value.items():
                at = value.values_at[key] if isinstance(item, str) else value.keys_at[key]
                found.setdefault(at, (path, (*steps, key)))
                look(item, path, (*steps, key))
        elif isinstance(value, LocatedList):
            for number, item in enumerate(value):
                found.setdefault(value.items_at[number], (path, (*steps, number)))
                look(item, path, (*steps, number))

    for path in sorted(EVERY_KEY.rglob("*")):
        if path.is_file():
            look(as_written(path), path, ())
    return found


def _written_at(owner: Model, key: str, where: Mapping[object, tuple[Path, Steps]]) -> tuple[Path, Steps]:
    """Return where a key of a piece stands; of a piece in a short form, which has no keys, where the piece stands."""
    assert owner.written is not None
    name = type(owner).model_fields[key].alias or key
    if id(owner.written) in where:
        path, steps = where[id(owner.written)]
        return path, (*steps, name)
    path, steps = where[owner.written.place]
    if isinstance(owner, Conditions):  # the tests of answers stand beside 'any' and 'not', by their questions
        return path, (*steps, next(iter(owner.tests)) if key == "tests" else name)
    return path, steps


# ---- what else could be written there ----------------------------------------------------------------------------


def changes(key: Key, spot: Spot) -> Iterator[Value | _Gone]:
    """Give what else could be written at a spot: by its kind another value, one entry fewer or more, or nothing."""
    raw = _at(as_written(spot.path), spot.steps)
    yield from _others_of(key.model, key.field, raw, spot.read)
    yield GONE


def _others_of(model: type[Model], field_name: str, raw: Value, read: object) -> Iterator[Value]:
    info = model.model_fields[field_name]
    words = tuple(word for one in (info.annotation, *info.metadata) for word in _words(one))
    yield from _others(raw, read, words, _written_elsewhere()[_short(model, field_name)])


def _others(raw: Value, read: object, words: tuple[str, ...], elsewhere: Iterable[str]) -> Iterator[Value]:
    if isinstance(raw, LocatedList):
        entries = list(read) if isinstance(read, tuple) else [None] * len(raw)
        if raw and isinstance(raw[0], str):
            first = entries[0] if len(entries) == len(raw) else None
            for other in _others(raw[0], first, words, elsewhere):
                yield _with(raw, 0, other)
        if len(raw) > 1:
            yield _without(raw, len(raw) - 1)
        for other in elsewhere:
            if other not in raw:
                more = copied(raw)
                assert isinstance(more, LocatedList)
                more.put(other, raw.place)
                yield more
    elif isinstance(raw, LocatedMap):
        model = type(read) if isinstance(read, Model) else None
        fields = {info.alias or name: name for name, info in model.model_fields.items()} if model else {}
        for name, value in reversed(raw.items()):
            others: Iterable[Value]
            if model and name in fields:
                others = _others_of(model, fields[name], value, getattr(read, fields[name]))
            else:
                inner = read.get(name) if isinstance(read, dict) else None
                others = _others(value, inner, words, ()) if isinstance(value, str) or isinstance(inner, Model) else ()
            for other in others:
                yield _with(raw, name, other)
            yield _without(raw, name)
    else:
        yield from (other for other in _other_texts(raw or "", read, words, elsewhere) if other != raw)


def _other_texts(raw: str, read: object, words: tuple[str, ...], elsewhere: Iterable[str]) -> Iterator[str]:
    if isinstance(read, bool):
        yield "false" if read else "true"
    elif isinstance(read, int):
        yield from (str(read + 1), str(read - 1))
    elif isinstance(read, Duration):
        yield from (f"{read.count + more} {read.unit}s" for more in (1, 2))
    elif isinstance(read, date):
        yield from (f"{year}-05-05" for year in OTHER_YEARS)
    elif words:
        yield from words
    else:
        yield f"{raw} indeed"
    yield from elsewhere
    yield from (f"{raw}/other", f"other-{raw}")


@cache
def _written_elsewhere() -> dict[str, list[str]]:
    """Return every text the content writes under each key of a model, or in the places of the same kind of content."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys().values():
        for spot in key.spots:
            raw = _at(as_written(spot.path), spot.steps)
            found[key.short] += [one for one in (raw if isinstance(raw, list) else [raw]) if isinstance(one, str)]
    library = as_it_stands()[0]
    site = library.site
    shelves = [list(library.of_kind(kind.name)) for kind in KINDS[1:]] + [list(library.deadlines)]
    shelves += [[one.id for one in declared] for declared in (site.viewpoints, site.audiences, site.outcome_kinds)]
    for texts in found.values():
        mates = [name for shelf in shelves if set(texts) & set(shelf) for name in shelf]
        texts[:] = list(dict.fromkeys([*texts, *mates]))
    return found


def _words(annotation: object) -> Iterator[str]:
    """Give the words of a fixed list that a field's type allows."""
    if isinstance(annotation, OneOf):
        yield from annotation.words
    for inner in (*typing.get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _words(inner)


def _at(value: Any, steps: Steps) -> Value:
    for step in steps:
        value = value[step]
    found: Value = value
    return found


def _with(holder: LocatedMap | LocatedList, step: Any, value: Value) -> Value:
    made: Any = copied(holder)
    made[step] = value
    changed: Value = made
    return changed


def _without(holder: LocatedMap | LocatedList, step: Any) -> Value:
    made: Any = copied(holder)
    made.take(step) if isinstance(made, LocatedList) else made.pop(step)
    changed: Value = made
    return changed


# ---- the content with that written there, and what it makes ------------------------------------------------------


@cache
def as_it_stands() -> Read:
    """Read and check the content as it is."""
    return _read(as_written)


def read_with(spot: Spot, change: Value | _Gone) -> Read:
    """Read the content as if something else were written at a spot, and check it. Its lines stay as they are."""

    def written(path: Path) -> Value:
        if path != spot.path:
            return as_written(path)
        made = copied(as_written(path))
        holder: Any = _at(made, spot.steps[:-1])
        step: Any = spot.steps[-1]
        if not isinstance(change, _Gone):
            holder[step] = change
        elif isinstance(holder, LocatedList):
            holder.take(step)
        else:
            del holder[step]
        return made

    return _read(written)


def _read(written: Callable[[Path], Value]) -> Read:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "read_file", lambda root, path: written(path))
        for module in (measures, timelines):  # they count from every day whose bank holidays are known: a year will do
            patch.setattr(module, "england_and_wales", _one_year)
        library, problems = load(EVERY_KEY)
        return library, problems or check(library)


@cache
def _one_year() -> Calendar:
    return dataclasses.replace(england_and_wales(), first=AS_OF.year, last=AS_OF.year)


class _Differs(Exception):
    """Raised with the name of the first thing that is not as it was."""


def everything() -> dict[str, object]:
    """Return all that the content makes as it stands, by name."""
    made: dict[str, object] = {}
    _make(as_it_stands(), made.__setitem__)
    return made


def first_difference(read: Read, made: Mapping[str, object]) -> str:
    """Return the name of the first thing that a content makes otherwise than it was made; empty where there is none."""

    def compare(name: str, value: object) -> None:
        if name not in made or made[name] != value:
            raise _Differs(name)

    try:
        _make(read, compare)
    except _Differs as difference:
        return str(difference)
    return ""


def _make(read: Read, keep: Callable[[str, object], None]) -> None:
    """Make all that a content makes and hand over each thing with a name, the quickest first."""
    library, problems = read
    said = sorted(f"{p.severity}: {p.message} [{p.rule.id}] {p.hint}" for p in problems)
    keep("problems", said)
    for timeline in library.timeline.values():
        for form in ("json", "ics", "table"):
            keep(f"{timeline.id} as {form}", timeline_as(form, library, timeline, DAYS, {}, AS_OF))
    for tree in library.tree.values():
        for form in ("dot", "mermaid", "json"):
            keep(f"{tree.id} as {form}", export(tree, form))
        for as_json in (True, False):
            keep(f"walk {tree.id} {as_json}", walk_with_answers(library, tree, {}, AS_OF, {}, as_json=as_json))
    with pytest.MonkeyPatch.context() as patch:
        for paper in ("agenda_paper", "minutes_paper"):  # these take long, and most changes show on a page
            patch.setattr(checklist_pages, paper, lambda *given: b"")
        _pages(library, keep)
    made = compile_library(library, cache=Path(_charts().name), views=views_of(library), as_of=AS_OF)
    beside = {"settings": made.settings, "files": sorted(made.files), "views": made.views}
    for name, thing in {**made.files, **beside}.items():
        keep(name, thing)


def _pages(library: Library, keep: Callable[[str, object], None]) -> None:
    """Write the national pages, and hand over each as soon as it is written."""

    def write(maker: Maker, path: str, *given: Any, **more: Any) -> None:
        written(maker, path, *given, **more)
        keep(f"page {path}", maker.written[f"{path}.md"])

    written = Maker.write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Maker, "write", write)
        compile_library(library, cache=Path(_charts().name), as_of=AS_OF)


@cache
def _charts() -> tempfile.TemporaryDirectory[str]:
    """Return a folder where the positions of flowcharts are kept while the tests run."""
    return tempfile.TemporaryDirectory(prefix="charts-")
