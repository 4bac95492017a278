"""A content folder → one Library holding every piece of content by id, and all problems met on the way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator import rules
from generator.errors import Place, Problem, did_you_mean
from generator.model.base import Model, Reading, a_kind
from generator.model.kinds import AUTHORITIES, FOLDERS, KINDS, Kind
from generator.model.library import Library
from generator.model.site import SiteSettings
from generator.read import LocatedList, LocatedMap, Value, find, place_of, read_file

_NO_SITE = SiteSettings.model_validate({"format": "1", "name": "Procedures"})


def load(root: Path) -> tuple[Library, list[Problem]]:
    """Read and understand all content under ``root``. What cannot be understood is left out and reported."""
    library = Library(root, _NO_SITE)
    problems: list[Problem] = list(_strays(root))
    for kind in KINDS:
        for path in find(root, kind.where):
            made, found = load_file(root, path, kind)
            problems += found
            whole = made or kind.holds == "list"
            if not whole or any(problem.rule != rules.UNKNOWN_KEY for problem in found):
                library.partial.add(kind.name)
            for item in made:
                _keep(library, kind, item, problems)
    for path, kind in own_files(root):
        made, found = load_file(root, path, kind)
        problems += found
        if not made:
            library.partial.add(kind.name)
        shelves = library.own.setdefault(path.relative_to(root / AUTHORITIES).parts[0], {})
        for item in made:
            _shelve(shelves.setdefault(kind.name, {}), kind, item, problems)
    return library, problems


def own_files(root: Path) -> list[tuple[Path, Kind]]:
    """Return the files that authorities own whole, each with its kind."""
    return [
        (path, kind)
        for kind in KINDS
        if kind.owned
        for path in find(root, f"{AUTHORITIES}/*/{kind.where.removeprefix('content/')}")
    ]


def load_file(root: Path, path: Path, kind: Kind) -> tuple[list[Model], list[Problem]]:
    """Read one file of a kind and return the models in it and the problems of that file."""
    value = read_file(root, path)
    if isinstance(value, Problem):
        return [], [value]
    name = path.relative_to(root).as_posix()
    if kind.holds == "one":
        if not isinstance(value, LocatedMap):
            hint = "put a space after each colon" if isinstance(value, str) else ""
            said = f"this file should hold {a_kind(kind.model)}: 'key: value' lines"
            return [], [Problem(Place(name), rules.WRONG_KIND, said, hint)]
        return understand(value, kind.model)
    if not isinstance(value, LocatedList):
        return [], [
            Problem(Place(name), rules.WRONG_KIND, "this file should hold a list", "start each entry with '- id: ...'")
        ]
    made: list[Model] = []
    problems: list[Problem] = []
    for number, item in enumerate(value):
        if not isinstance(item, LocatedMap):
            problems.append(
                Problem(value.items_at[number], rules.WRONG_KIND, f"this should be {a_kind(kind.model)}: '- id: ...'")
            )
            continue
        one, found = understand(item, kind.model)
        made += one
        problems += found
    return made, problems


def understand(value: LocatedMap, model: type[Model]) -> tuple[list[Model], list[Problem]]:
    """Turn a located mapping into a model. Return it in a list (empty if it cannot be), and all problems."""
    reading = Reading()
    try:
        made = [model.model_validate(value, context=reading)]
        return made, reading.problems
    except ValidationError as error:
        return [], reading.problems + [_problem(detail, value, model) for detail in error.errors(include_url=False)]


def _keep(library: Library, kind: Kind, item: Any, problems: list[Problem]) -> None:
    if kind.name == "site":
        library.site = item
        return
    _shelve(library.of_kind(kind.name), kind, item, problems)


def _shelve(shelf: dict[str, Any], kind: Kind, item: Any, problems: list[Problem]) -> None:
    if item.id in shelf:
        first = shelf[item.id].place("id")
        problems.append(
            Problem(
                item.place("id"),
                rules.DUPLICATE_ID,
                f"the {kind.name} '{item.id}' stands at {first} already",
                "rename one",
            )
        )
        return
    shelf[item.id] = item


def _strays(root: Path) -> Iterable[Problem]:
    """Report YAML and Markdown files in the content folders that no kind of content would read."""
    expected = {path for kind in KINDS for path in find(root, kind.where)} | {path for path, _ in own_files(root)}
    for folder in FOLDERS:
        for path in find(root, f"{folder}/**/*"):
            name = path.relative_to(root).as_posix()
            ending = path.suffix.lower()
            if path in expected or ending not in (".yml", ".yaml", ".md", ".markdown") or path.name == "README.md":
                continue
            wanted = {".yaml": ".yml", ".markdown": ".md"}.get(ending, ending)
            hint = f"name it {wanted}" if path.suffix != wanted else _place_like(name, ending)
            yield Problem(Place(name), rules.STRAY_FILE, "no kind of content is read from here", hint)


def _place_like(name: str, ending: str) -> str:
    places = [kind.where for kind in KINDS if kind.where.endswith(ending)]
    if name.startswith(AUTHORITIES):
        own = "/".join(name.split("/")[:3])
        places = [
            f"{own}/{kind.where.removeprefix('content/')}"
            for kind in KINDS
            if kind.owned and kind.where.endswith(ending)
        ]
    return did_you_mean(name, places) or "known here: " + ", ".join(places)


def _problem(detail: ErrorDetails, value: Value, model: type[Model]) -> Problem:
    """Say one of the validator's findings in our words, at the place in the file that it is about."""
    path: tuple[object, ...] = tuple(detail["loc"])
    of_key = path[-1:] == ("[key]",)  # so the validator says that the key itself is meant
    path = path[:-1] if of_key else path
    context: dict[str, Any] = detail.get("ctx") or {}
    if detail["type"] == "content":
        place = place_of(value, path + tuple(context["path"]), of_key=of_key)
        return Problem(place or _start(value), context["rule"], context["message"], context["hint"])
    place = place_of(value, path) or _start(value)
    if detail["type"] == "missing":
        name = _identity(value, path)
        return Problem(place, rules.MISSING_KEY, f"'{path[-1]}' is missing{name}", "add it")
    if detail["type"] in ("model_type", "dict_type", "model_attributes_type"):
        return Problem(place, rules.WRONG_KIND, f"{_named(value, path)} should be 'key: value' lines", "")
    if detail["type"] in ("tuple_type", "list_type"):
        hint = "start each entry with a hyphen"
        return Problem(place, rules.WRONG_KIND, f"{_named(value, path)} should be a list", hint)
    if detail["type"] == "too_short":
        return Problem(place, rules.MISSING_VALUE, f"{_named(value, path)} needs at least one entry", "")
    return Problem(place, rules.WRONG_VALUE, f"{_named(value, path)}: {detail['msg'].lower()}", "")


def _named(value: Value, path: tuple[object, ...]) -> str:
    """Return the last key on the path that a person wrote, and whether one of its entries is meant."""
    name = "this"
    for part in path:
        if isinstance(value, LocatedMap) and isinstance(part, str) and part in value:
            name, value = f"'{part[:60]}'", value[part]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            name, value = f"an entry of {name}" if not name.startswith("an ") else name, value[part]
    return name


def _identity(value: Value, path: tuple[object, ...]) -> str:
    """Return `` in 'x'`` for the innermost thing on the path with an id or a key of its own."""
    found = value.get("id") if isinstance(value, LocatedMap) else None
    for part in path[:-1]:
        if isinstance(value, LocatedMap) and isinstance(part, str) and part in value:
            found, value = part, value[part]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            value = value[part]
        if isinstance(value, LocatedMap) and "id" in value:
            found = value["id"]
    return f" in '{found[:60]}'" if isinstance(found, str) else ""


def _start(value: Value) -> Place:
    return value.place if isinstance(value, LocatedMap | LocatedList) else Place("?")
