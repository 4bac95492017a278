"""What a view says its authority requires is written in that authority's own file, and says of itself that it binds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.compile.page.maker import Maker
from generator.model import Library
from generator.model.address import parts_of, walk_models
from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.deadline import Deadline
from generator.model.local.localise import views_of
from generator.model.statement import Saying
from generator.own_words import SAYS
from generator.read import LocatedList, LocatedMap, Value
from support.paths import ROOT

BASIS = SAYS.parts.page.basis
# Of what each authority requires, whom the procedure itself names as the one who does it. By role, the words of the
# procedure's own in brief; then what is theirs to do. Where it names nobody, no role stands there.
NAMED = {
    "authority-a": {
        # the social worker should consult other professionals
        "social-worker": {"checklist/ppm-preparation#authority-a-ask-professionals"},
    },
    "authority-b": {
        # paragraph 7: the review chair is responsible for six checks; the IRO completes and (8) sends the form
        "iro": {
            "timeline/permanence-planning#authority-b-ppn1-completed",
            "checklist/ppm-preparation#no-clear-return",
            *(
                f"checklist/authority-b-second-review#{check}"
                for check in (
                    *("plan-exists", "actions-known", "times-clear", "resources-there", "fallback-plan"),
                    *("review-dates", "complete-ppn1", "send-ppn1"),
                )
            ),
        },
    },
    "coventry": {
        # social workers must ensure the plan is linked to earlier assessments
        "social-worker": {"checklist/ppm-preparation#coventry-earlier-assessments"},
    },
    "dudley": {},
    "north-london": {
        # section 1: clinicians run the meeting and write the formulation up
        "therapist": {
            "timeline/permanence-planning#north-london-formulation-meeting",
            "timeline/permanence-planning#north-london-formulation-written",
        },
        # sections 3 and 4: the allocated social worker asks, fills in the referral and speaks to the adoption agency
        "social-worker": {
            "timeline/permanence-planning#ppm-requested",
            "timeline/permanence-planning#ppm-not-looked-after",
            "checklist/ppm-preparation#no-clear-return",
            "checklist/ppm-preparation#north-london-referral",
            "checklist/ppm-preparation#north-london-early-contact",
        },
        # section 3: BSU takes the minutes
        "minute-taker": {"timeline/permanence-planning#ppm-minutes-all"},
        # section 2: responsible for the minutes
        "ppm-chair": {"timeline/permanence-planning#ppm-minutes-adoption"},
        # section 5: family finder and social worker both read the assessments
        "family-finder": {"checklist/north-london-selection-and-panel#read-assessments"},
    },
}


@pytest.fixture(scope="module", params=sorted(NAMED))
def view(request: pytest.FixtureRequest, library: Library) -> Library:
    return next(view for view in views_of(library) if view.seen_by and view.seen_by.id == request.param)


def authority_of(view: Library) -> Authority:
    assert view.seen_by is not None
    return view.seen_by


def required(view: Library) -> Iterator[Saying | Deadline]:
    """Give every piece of a view that is marked as what its authority requires."""
    helper = Maker(view, ()).helper("a-page")
    words = BASIS.requires.format(authority=authority_of(view).name)
    seen = set()
    for kind, shelf in view.shelves.items():
        for thing in (thing for name, thing in shelf.items() if kind != "authority" or name == authority_of(view).id):
            for piece in (piece for piece, _, _ in walk_models(thing) if isinstance(piece, Saying | Deadline)):
                if id(piece) not in seen and helper.force_word(piece)[1] == words:
                    seen.add(id(piece))
                    yield piece


def written_in(value: Value) -> Iterator[LocatedMap]:
    """Give every mapping that somebody wrote inside a value, itself among them."""
    if isinstance(value, LocatedMap):
        yield value
    for inner in value.values() if isinstance(value, LocatedMap) else value if isinstance(value, LocatedList) else ():
        yield from written_in(inner)


def own_duties(view: Library) -> set[str]:
    """Return the texts that the authority's files themselves give as practice, one beside the other."""
    authority = authority_of(view)
    things = [thing for shelf in view.own.get(authority.id, {}).values() for thing in shelf.values()]
    maps = [found for thing in (authority, *things) for found in written_in(thing.written)]
    return {str(found["text"]) for found in maps if found.get("force") == "practice" and "text" in found}


def test_what_a_view_calls_required_its_authority_wrote_and_called_practice(view: Library) -> None:
    own = own_duties(view)
    wrong = [str(piece.place()) for piece in required(view) if piece.text not in own]
    assert wrong == []
    assert sum(1 for _ in required(view)) > 5


def test_what_is_required_binds_nobody_whom_the_procedure_does_not_name(view: Library) -> None:
    found: dict[str, set[str]] = {}
    addresses = {id(piece): address for address, piece in addressed(view)}
    for piece in required(view):
        who = getattr(piece, "who", None)
        if who:
            found.setdefault(who, set()).add(addresses[id(piece)])
    assert found == NAMED[authority_of(view).id]


def addressed(view: Library) -> Iterator[tuple[str, Model]]:
    for kind in ("timeline", "checklist"):
        for name, thing in view.of_kind(kind).items():
            for path, piece in parts_of(thing).items():
                if isinstance(piece, Model):
                    yield f"{kind}/{name}#{path}", piece


def test_nothing_that_speaks_of_silence_or_advice_is_called_required(view: Library) -> None:
    told = ("says nothing", "is silent", "not mentioned", "describes no", "advice", "good practice", "all the same")
    assert [piece.text for piece in required(view) if any(words in (piece.text or "") for words in told)] == []


def test_a_national_piece_says_how_many_of_the_procedures_have_it(view: Library) -> None:
    helper, source = Maker(view, ()).helper("a-page"), authority_of(view).source
    folder = f"content/authorities/{authority_of(view).id}/"
    national = 0
    for shelf in view.shelves.values():
        for thing in shelf.values():
            for piece, _, _ in walk_models(thing):
                if not isinstance(piece, Saying | Deadline) or piece.force != "practice":
                    continue
                mark = helper.mark_of(piece)
                if piece.place("text").file.startswith(folder) or (mark and mark.answer):
                    continue
                words = helper.force_word(piece)[1]
                ours = any(cited.source == source for cited in piece.cite)
                if ours and words.startswith(BASIS.practice.partition("{")[0]):
                    assert words.endswith(BASIS.among.partition("}")[2])
                    national += 1
    assert (ROOT / folder).is_dir()
    assert national > 5


def test_words_that_a_view_leaves_national_keep_their_sources_and_what_they_rest_on(view: Library) -> None:
    helper, asked = Maker(view, ()).helper("a-page"), 0
    assert view.national is not None
    nationally = Maker(view.national, ()).helper("a-page")
    for mark in view.marks.values():
        before, after = mark.before, mark.piece
        if not isinstance(before, Saying) or not isinstance(after, Saying) or before.text != after.text:
            continue
        asked += 1
        assert set(before.cite) <= set(after.cite), after.place()
        if nationally.force_word(before)[1] in (BASIS.law, BASIS.guidance) and before.force == after.force:
            assert helper.force_word(after) == nationally.force_word(before), after.place()
    assert asked or authority_of(view).id == "dudley"
