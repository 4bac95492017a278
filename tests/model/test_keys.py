"""Every key of the model does something: each is set in a small content, changed, and looked for in all that is made.

A change counts only where the content is still right after it, so that a key nobody reads cannot pass because its ids
are checked. Where no change leaves the content right, what the key does is what the check says.
"""

from __future__ import annotations

import pytest

from generator import rules
from generator.errors import errors_in
from support.keys import Key, as_it_stands, changes, everything, first_difference, keys, models, read_with
from support.sweep import SWEEP

# Keys whose change changes nothing, by the end of their names, each with its reason. Ten at most: a long list hides a
# fault.
EXEMPT: dict[str, str] = {
    ".summary.force": "a summary says what a page is about; what binds stands below it, each with its own mark",
    "site.report.url": "the way to tell of a mistake where no email is given; here one is",
    "site.banned_words": "refuses what plain texts may not say, and none here says it",
    "counting.skips": "refuses units that leave other days out, and none here does",
    ".repeats": "a length that a text repeats: a wrong one is refused, and one left out is not looked at",
    ".expect.estimated": "an expectation: a wrong one is refused, and one left out is not looked at",
}

# What these rules report is all that some keys are for: they are compared with others, and shown nowhere.
COMPARED = (rules.ANSWER_CONTRADICTED, rules.MARKED_IN_VAIN, rules.REPEATED_OTHERWISE)

# All keys take minutes: 'make sweep'. Every other run of the tests tries each twelfth by its name.
TRIED = sorted(keys())[:: 1 if SWEEP else 12]


@pytest.fixture(scope="session")
def made() -> dict[str, object]:
    """All that the content makes as it stands."""
    return everything()


def effect(key: Key, made: dict[str, object]) -> str:
    """Return what a change of a key changes first; an empty text where the content stays right and nothing differs."""
    refused, sound = "", False
    for spot in key.spots:
        for change in changes(key, spot):
            read = read_with(spot, change)
            if wrong := errors_in(read[1]):
                refused = f"refused: {wrong[0].message}"
                if {problem.rule for problem in wrong} <= set(COMPARED):
                    return refused
                continue
            sound = True
            if difference := first_difference(read, made):
                return difference
    return "" if sound else refused


def test_the_content_sets_every_key_and_is_right() -> None:
    assert errors_in(as_it_stands()[1]) == []
    wanted = {f"{model.__name__}.{key}" for model, known in models().items() for key in known}
    assert wanted - {key.short for key in keys().values()} == set()


def test_exemptions_are_few_and_of_keys_there_are() -> None:
    assert len(EXEMPT) <= 10
    assert [end for end in EXEMPT if not any(name.endswith(end) for name in keys())] == []


@pytest.mark.parametrize("name", TRIED)
def test_a_key_does_something(name: str, made: dict[str, object]) -> None:
    exempt = name.endswith(tuple(EXEMPT))
    does = effect(keys()[name], made)
    assert not (exempt and does), f"an exemption that is not needed is taken away: it changes {does}"
    assert does or exempt, "its change changes nothing: show what it says, or take the key out of the model"
