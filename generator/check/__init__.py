"""Stage 3: what must hold across files. Every check is a function from the library to problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.check.answers import check_answers
from generator.check.asked import check_asked
from generator.check.authorities import check_authorities
from generator.check.chapters import check_chapters
from generator.check.checklists import check_checklists
from generator.check.corrections import check_corrections
from generator.check.drafts import check_drafts
from generator.check.forms import check_forms
from generator.check.identity import check_identity
from generator.check.language import check_language
from generator.check.measures import check_measures
from generator.check.options import check_options
from generator.check.questions import check_questions
from generator.check.readings import check_readings
from generator.check.references import check_references
from generator.check.related import check_related, check_stations
from generator.check.repeats import check_repeats
from generator.check.same import check_same
from generator.check.scenarios import check_scenarios
from generator.check.timelines import check_targets, check_timelines
from generator.check.trees import check_trees
from generator.errors import Problem, in_order
from generator.model import Library, load

CHECKS: tuple[Callable[[Library], Iterable[Problem]], ...] = (
    check_identity,
    check_references,
    check_drafts,
    check_readings,
    check_corrections,
    check_options,
    check_stations,
    check_related,
    check_questions,
    check_forms,
    check_same,
    check_trees,
    check_timelines,
    check_targets,
    check_measures,
    check_checklists,
    check_scenarios,
    check_chapters,
    check_language,
    check_answers,
    check_asked,
    check_repeats,
)


def check(library: Library, *, authorities: bool = True) -> list[Problem]:
    """Return everything wrong across the content, nationally and as each authority sees it, in order of place."""
    national = [problem for each in CHECKS for problem in each(library)]
    return in_order([*national, *(check_authorities(library, CHECKS, national) if authorities else ())])


def check_folder(root: Path, *, authorities: bool = True) -> tuple[Library, list[Problem]]:
    """Load and check the content under ``root``. Return it with all problems of reading, meaning and relations.

    ``authorities``: whether to look at it as each authority sees it too, which takes longer.
    """
    library, problems = load(root)
    return library, in_order({*problems, *check(library, authorities=authorities)})
