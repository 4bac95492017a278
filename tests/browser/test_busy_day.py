"""Twenty tasks of a busy day: who wants what, the fewest presses that lead there, and what is on the screen then."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from support.browsing import ContextOf, search_for

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 780}


@dataclass(frozen=True)
class Press:
    """One press: on what kind of thing, and what that is called."""

    on: str
    name: str

    def find(self, page: Page) -> Locator:
        match self.on:
            case "summary":
                return page.locator("summary", has_text=self.name)
            case "row":
                return page.locator("dialog.sheet .answer a", has_text=self.name)
            case "fill":
                return page.get_by_label(self.name.split("=")[0])
            case "link" | "button" | "radio" | "checkbox":
                return page.get_by_role(self.on, name=self.name, exact=True)
        raise ValueError(self.on)


def presses(told: str) -> list[Press]:
    """Return what is pressed one after the other, told as "kind: name > kind: name"."""
    return [Press(*it.split(": ", 1)) for it in told.split(" > ")]


@dataclass(frozen=True)
class Task:
    """What somebody wants who is on a page, the words typed into the search if any, what is pressed, what is seen."""

    who: str
    wants: str
    at: str
    does: str
    seen: str
    types: str = ""
    phone: bool = False


TASKS = [
    Task(
        "a duty worker",
        "the last day for the first review",
        "index",
        "link: first review",
        "Within 20 working days of the child becoming looked after",
    ),
    Task(
        "a new worker, whose first case came into care this morning",
        "all that is due from the first day",
        "index",
        "link: I work with children > link: From the first day in care: what is due, and to whom",
        "From the first day in care: what is due, and to whom",
    ),
    Task(
        "a duty worker, with a gran at the desk",
        "whether gran may be approved for now",
        "index",
        "link: temporary approval > radio: Yes > button: Continue",
        "Question 2 of at most",
    ),
    Task(
        "a worker before the second review",
        "what has to be ready for it",
        "index",
        "link: I work with children > link: The second review: is there a plan for permanence?",
        "The second review: is there a plan for permanence?",
    ),
    Task(
        "a worker whose case was issued today",
        "the dates of the court case",
        "index",
        "link: I work with children > link: Before and during care proceedings",
        "When did the court start the case?",
    ),
    Task(
        "a worker with a match in sight",
        "which panel looks at it",
        "index",
        "link: I work with children > link: Which panel and decision maker for this match?",
        "Question 1 of at most",
    ),
    Task(
        "a worker whose foster carer rang in tears",
        "what to do before a move is spoken of",
        "index",
        "link: I work with children > link: When a child’s home is under strain",
        "When a child’s home is under strain",
    ),
    Task(
        "a worker who reads about special guardianship",
        "the whole way, with who does what",
        "options/special-guardianship",
        "link: The way in stations",
        "Notice or the court’s request starts one full assessment.",
    ),
    Task(
        "the same worker",
        "which form the family needs, and whether it costs",
        "options/special-guardianship-way",
        "link: Court > link: Application for an order about a child",
        "The court charges a fee.",
    ),
    Task(
        "a worker who heard a form’s number on the phone",
        "what C13A is",
        "index",
        "row: Supporting statement for special guardianship",
        "The statement that goes with form C1",
        types="C13A",
    ),
    Task(
        "a worker who writes the child’s permanence report",
        "where it has to be put in",
        "forms",
        "link: Put in the child’s permanence report, with the medical adviser’s summary "
        "and what the child and the parents wish and feel. Bring it up to date.",
        "Have the present care plan ready.",
    ),
    Task(
        "a manager with a date that was missed",
        "what is read and listed about the first review",
        "dates/looked-after-child",
        "link: Duties from day one: Reviewing officer and first review",
        "Reviewing officer and first review",
    ),
    Task(
        "a lawyer",
        "what rests on section 22C",
        "sources",
        "fill: Go to a source or a passage=CA 1989 s.22C > button: Go",
        "s.22C",
    ),
    Task(
        "a worker in Coventry",
        "what Coventry adds to the dates on the screen",
        "dates/permanence-planning",
        "link: Show my authority’s practice > link: Coventry",
        "the national procedure with its own practice marked",
    ),
    Task(
        "a service manager",
        "where two authorities differ",
        "authorities/index",
        "link: All of them side by side > checkbox: Only rows that differ",
        "of 5 authorities",
    ),
    Task(
        "a worker with a gran and an adoption both in sight",
        "the two options side by side",
        "options/special-guardianship",
        "link: Put beside other options > checkbox: Adoption",
        "2 of 9 options",
    ),
    Task(
        "a worker with an old file",
        "what a freeing order is called now",
        "index",
        "row: Freeing order",
        "Say: Placement order",
        types="freeing order",
    ),
    Task(
        "a trainer before the session",
        "a case about a grandmother, ready to walk through",
        "index",
        "link: I train or brief others > link: A grandmother, one year and three years",
        "This case is made up.",
    ),
    Task(
        "a grandmother",
        "how special guardianship works",
        "index",
        "link: This is about my family > link: How special guardianship works",
        "This page is about becoming a special guardian.",
        phone=True,
    ),
    Task(
        "a mother, who does not want to read on",
        "somebody to ring",
        "families/index",
        "link: Who can help",
        "Free help and advice in England.",
        phone=True,
    ),
    Task(
        "a worker on the bus",
        "what is due when a child comes into care",
        "index",
        "link: I work with children",
        "A child came into care",
        phone=True,
    ),
    Task(
        "somebody who keeps the rules",
        "what nobody has read at its source",
        "index",
        "link: Not yet checked",
        "statements whose source nobody has read yet",
    ),
]


# Whether words stand on the screen as it is, to be seen.
ON_SCREEN = """(words) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let at = texts.nextNode(); at; at = texts.nextNode()) {
    if (!at.textContent.replace(/\\s+/g, " ").includes(words)) continue;
    if ([...at.children].some((it) => it.textContent.replace(/\\s+/g, " ").includes(words))) continue;
    const { top, bottom, left, right, width, height } = at.getBoundingClientRect();
    const inside = top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
    if (inside && width > 4 && height > 4 && at.checkVisibility({ visibilityProperty: true })) return true;
  }
  return false;
}"""


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.wants)
def test_a_task_of_a_busy_day(context_of: ContextOf, address: str, task: Task) -> None:
    page = context_of(viewport=PHONE if task.phone else DESK).new_page()
    page.goto(f"{address}{task.at}.html")
    if task.types:
        search_for(page, task.types)
    else:
        assert not page.evaluate(ON_SCREEN, task.seen)
    for press in presses(task.does):
        found = press.find(page).first
        if press.on == "fill":
            found.fill(press.name.split("=")[1])
        else:
            found.click()
        page.wait_for_load_state("load")
    page.wait_for_function(ON_SCREEN, arg=task.seen)
