"""The content as one authority sees it: its differences applied to the national pieces, its own files beside them.

A difference changes what a person wrote, and the piece is then understood again. So everything wrong with it is found
by the same model, and is said at the line of the authority's file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator import rules
from generator.errors import Fault, Place, Problem, did_you_mean
from generator.model.address import parts_of, resolve
from generator.model.authority import Authority, Difference, Finding
from generator.model.base import Model
from generator.model.chapter import Chapter
from generator.model.deadline import Deadline
from generator.model.kinds import KIND, KINDS, Kind
from generator.model.library import Library, Mark
from generator.model.loading import understand
from generator.model.local.answers import settle_answers
from generator.model.local.law import loosened, section_loosened
from generator.model.local.spots import Target, add_to, find_spot, text_with
from generator.model.local.words import words_in
from generator.model.question import LetStand, Question
from generator.model.statement import Saying
from generator.model.tree import Tree
from generator.read import LocatedList, LocatedMap, copied
from generator.rules import Rule


def localise(library: Library, authority: Authority) -> tuple[Library, list[Problem]]:
    """Return the library as ``authority`` sees it, and what is wrong with the differences themselves.

    Pieces it leaves alone are the very objects of ``library``. Where a difference cannot be applied, it is left out.
    """
    return _Localiser(library, authority).run()


def view_of(library: Library, name: str) -> Library:
    """Return the library as the authority called ``name`` sees it. Raises Fault where there is none of that name."""
    if name not in library.authority:
        hint = did_you_mean(name, library.authority) or "known here: " + (", ".join(library.authority) or "none")
        raise Fault(f"there is no authority '{name}' ({hint})", code=2)
    return localise(library, library.authority[name])[0]


def views_of(library: Library) -> list[Library]:
    """Return the library as each of its authorities sees it."""
    return [localise(library, authority)[0] for authority in library.authority.values()]


def _both(first: Mark | None, then: Mark) -> Mark:
    """Return what two differences on one piece say of it together: each reason and each source once."""
    if first is None or first.did != then.did:
        return then
    reasons = dict.fromkeys(filter(None, (first.reason, then.reason)))
    return first._replace(reason=" ".join(reasons), cite=tuple(dict.fromkeys((*first.cite, *then.cite))))


class _Localiser:
    def __init__(self, library: Library, authority: Authority) -> None:
        self.library = library
        self.authority = authority
        shelves = {kind: dict(shelf) for kind, shelf in library.shelves.items()}
        self.local = replace(library, shelves=shelves, seen_by=authority, national=library, marks={})
        self.problems: list[Problem] = []
        self.written: dict[tuple[str, str], LocatedMap] = {}
        self.marks: list[tuple[str, str, tuple[str, ...], Mark]] = []
        self.set_before: dict[tuple[str, str], tuple[object, Place]] = {}

    def run(self) -> tuple[Library, list[Problem]]:
        self._own_files()
        for difference in self.authority.differences:
            self._apply(difference)
        for (kind, name), written in self.written.items():
            made, problems = understand(written, KIND[kind].model)
            self.problems += problems
            self.local.of_kind(kind).update((name, thing) for thing in made)
        self._settle()
        for kind, name, path, mark in self.marks:
            marked = self.local.of_kind(kind).get(name)
            part = parts_of(marked).get(".".join(path)) if path and marked is not None else marked
            if isinstance(part, Model):
                self.local.mark(part, _both(self.local.marks.get(id(part)), mark))
        settle_answers(self.local, self.authority)
        for name, asked in self.library.asked.items():
            if resolve(self.local, asked.leads_to) is None and resolve(self.library, asked.leads_to) is not None:
                del self.local.asked[name]  # what it leads to is not found in this view
        return self.local, self.problems

    # ---- what it owns -------------------------------------------------------------------------------------

    def _own_files(self) -> None:
        for kind, shelf in self.library.own.get(self.authority.id, {}).items():
            for thing in shelf.values():
                self._add_own(kind, thing)
        for form in self.authority.forms:
            self._add_own("form", form)
        for contact in self.authority.contacts:
            self._add_own("contact", contact)
        for asked in self.authority.asked:
            self._add_own("asked", asked)

    def _add_own(self, kind: str, thing: Any) -> None:
        taken = self.local.of_kind(kind).get(thing.id)
        if taken is not None:
            said = f"there is a national {kind} '{thing.id}' already"
            hint = f"call it '{self.authority.id}-{thing.id}', or write the change as a difference"
            self.problems.append(Problem(thing.place("id"), rules.DUPLICATE_ID, said, hint))
            return
        self.local.of_kind(kind)[thing.id] = thing
        self.marks.append((kind, thing.id, (), Mark("own", "", ())))

    def _settle(self) -> None:
        """Lead the gaps and overlaps that are accepted to where they go until they are settled."""
        for finding in self.authority.findings:
            if finding.accepted is None:
                continue
            tree = self.local.tree.get(finding.on.id) if finding.on and finding.on.kind == "tree" else None
            question = tree.questions.get(finding.on.path[0]) if tree and finding.on and finding.on.path else None
            if tree is None or question is None:
                if finding.until_settled is not None:
                    said = f"'{finding.id}' says where those it concerns go, so it has to be about a question of a tree"
                    place = finding.place("until_settled")
                    self.problems.append(Problem(place, rules.BAD_FINDING, said, "write on: tree/id#question"))
            elif finding.until_settled not in (None, *tree.outcomes):
                said = f"the tree '{tree.id}' has no outcome '{finding.until_settled}'"
                hint = did_you_mean(str(finding.until_settled), tree.outcomes)
                self.problems.append(Problem(finding.place("until_settled"), rules.UNKNOWN_REFERENCE, said, hint))
            elif finding.until_settled or question.until_settled:
                self._let_stand(tree, question, finding)

    def _let_stand(self, tree: Tree, question: Question, finding: Finding) -> None:
        if finding.when is None:
            self.problems.append(finding.without_case())
            return
        assert finding.on is not None
        stands = LetStand(finding.id, finding.kind, finding.when)
        settled = question.letting_stand(stands, until_settled=finding.until_settled)
        questions = {**tree.questions, finding.on.path[0]: settled}
        self.local.tree[tree.id] = tree.model_copy(update={"questions": questions})

    # ---- differences -------------------------------------------------------------------------------------

    def _apply(self, difference: Difference) -> None:
        on = difference.on
        kind = KIND.get(on.kind)
        place = difference.place("on")
        if kind is None or not kind.differs:
            hint = "write one of: " + ", ".join(kind.name for kind in KINDS if kind.differs)
            self._wrong(place, rules.BAD_DIFFERENCE, f"an authority cannot differ in a {on.kind}", hint)
            return
        thing = self.local.of_kind(on.kind).get(on.id)
        if thing is None:
            hint = did_you_mean(on.id, self.library.of_kind(on.kind))
            if on.kind not in self.library.partial:
                self._wrong(place, rules.TARGET_GONE, f"there is no {on.kind} '{on.id}' to differ from", hint)
            return
        written = self.written.get((on.kind, on.id)) or thing.written
        assert written is not None
        changed = copied(written)
        assert isinstance(changed, LocatedMap)
        if isinstance(thing, Chapter):
            done = self._in_chapter(difference, thing, changed)
        else:
            done = self._in_data(difference, kind, thing, changed)
        if done:
            self.written[on.kind, on.id] = changed

    def _in_data(self, difference: Difference, kind: Kind, thing: Model, written: LocatedMap) -> bool:
        path = difference.on.path
        known = parts_of(thing)
        keys = kind.model.keys()
        spot = find_spot(written, path, keys)
        nameless = path and ".".join(path) not in known and path[-1] not in keys
        if spot is None or (nameless and isinstance(spot.value, LocatedMap)):
            longer = [name for name in known if name.endswith("." + ".".join(path))]
            hint = f"write '{longer[0]}'" if longer else did_you_mean(".".join(path), [*known, *keys])
            said = f"there is no '{'.'.join(path)}' in {difference.on.kind} '{difference.on.id}' to differ from"
            self._wrong(difference.place("on"), rules.TARGET_GONE, said, hint)
            return False
        part = known.get(".".join(path)) if path else thing
        loosening = loosened(self.library, difference, thing, part, spot)
        if loosening is not None:
            self.problems.append(loosening)
            return False
        if difference.kind == "set":
            return self._set(difference, spot, path, part)
        if difference.kind == "remove":
            spot.take_away()
            return True
        problem, name = add_to(spot, difference)
        if problem is not None:
            self.problems.append(problem)
            return False
        inner = path if isinstance(part, Question) else ()
        if name:
            mark = Mark("add", difference.reason, difference.cite)
            self.marks.append((difference.on.kind, difference.on.id, (*inner, name), mark))
        return True

    def _set(self, difference: Difference, spot: Target, path: tuple[str, ...], part: object) -> bool:
        values = difference.written["set"] if difference.written else None
        if not isinstance(values, LocatedMap) or not isinstance(spot.value, LocatedMap):
            self._wrong(
                difference.place("on"),
                rules.BAD_DIFFERENCE,
                "'set' changes keys, and this has none",
                "use add or remove",
            )
            return False
        if "id" in values:
            self._wrong(values.keys_at["id"], rules.BAD_DIFFERENCE, "an id is never changed: others point at it", "")
            return False
        if all(key in spot.value and spot.value[key] == value for key, value in values.items()):
            said = f"this difference changes nothing: '{difference.on}' says the same already"
            self.problems.append(Problem(difference.place("on"), rules.CHANGES_NOTHING, said, "take it away"))
            return True
        for key, value in values.items():
            first = self.set_before.setdefault((str(difference.on), key), (value, values.keys_at[key]))
            if first[0] != value:
                said = f"'{key}' of '{difference.on}' is set here and, differently, at {first[1]}"
                self._wrong(values.keys_at[key], rules.CONTRADICTION, said, "keep one of them")
            spot.value.put(key, value, values.keys_at[key], values.values_at[key])
        if "text" in values and "plain" not in values and getattr(part, "plain", None):
            said = f"the plain words of '{difference.on}' still say what stood before"
            self.problems.append(Problem(values.keys_at["text"], rules.PLAIN_LEFT_BEHIND, said, "set 'plain' too"))
        self._rest_on_local_source(difference, spot.value, values, part)
        before = part if isinstance(part, Model) else None
        self.marks.append(
            (difference.on.kind, difference.on.id, path, Mark("set", difference.reason, difference.cite, before))
        )
        return True

    def _rest_on_local_source(
        self, difference: Difference, written: LocatedMap, values: LocatedMap, part: object
    ) -> None:
        """What an authority says otherwise rests on its own source, unless it names another. Words it leaves alone keep
        the sources they have: where it changes some of a piece's words, its own source stands beside those.
        """
        own = difference.written
        changed = words_in(values, part) if isinstance(part, Saying | Deadline) else set()
        if own is None or not changed or "cite" in values or getattr(part, "force", "") == "must":
            return
        whole = changed == words_in(written, part)
        cited, national = copied(own["cite"]), written.get("cite")
        if not whole and isinstance(national, LocatedList) and isinstance(cited, LocatedList):
            for cite, place in zip(national, national.items_at, strict=True):
                if cite not in cited:
                    cited.put(cite, place)
        written.put("cite", cited, own.keys_at["cite"], own.values_at["cite"])
        if whole:
            written.put("seen", "local", own.keys_at["cite"], own.values_at["cite"])

    def _in_chapter(self, difference: Difference, chapter: Chapter, written: LocatedMap) -> bool:
        changes = difference.set or difference.add
        text = changes.get("text") if changes else None
        if changes is not None and (set(changes) != {"text"} or not isinstance(text, str)):
            self._wrong(
                difference.place("on"), rules.BAD_DIFFERENCE, "a chapter differs in 'text' alone", "write {text: ...}"
            )
            return False
        heading = difference.on.path[0] if difference.on.path else ""
        label = f"**{self.authority.name}**"
        loosening = section_loosened(self.library, difference, chapter, heading)
        if loosening is not None:
            self.problems.append(loosening)
            return False
        body = text_with(str(written["body"]), heading, difference.kind, text or "", label)
        if body is None:
            hint = did_you_mean(heading, parts_of(chapter)) or "write chapter/id#heading"
            self._wrong(
                difference.place("on"), rules.TARGET_GONE, f"there is no heading '{heading}' in this chapter", hint
            )
            return False
        written.put("body", body, written.keys_at["body"], written.values_at["body"])
        mark = Mark("set", difference.reason, difference.cite)
        self.marks.append((difference.on.kind, difference.on.id, (), mark))
        return True

    def _wrong(self, place: Place, rule: Rule, said: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, said, hint))
