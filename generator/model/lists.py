"""The lists that everything else refers to: sources, terms, counting regimes, dates, roles, contacts, topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator import rules
from generator.model.answer import AnswerKind
from generator.model.base import Model
from generator.model.measure import Length
from generator.model.statement import AddressOf, CitationText, Cite, Ids, IsList, Saying, Seen, Sought, Texts
from generator.model.words import (
    CivilDate,
    Flag,
    Id,
    OneOf,
    Refers,
    Text,
    WebAddress,
    wrong,
)


class Term(Model):
    """A word of the field: precise for staff, plain for families. ``superseded_by`` marks a word of the past."""

    id: Id
    """What other files call the word by. Write an id that never changes, for example `care-plan`."""
    term: Text
    """The word itself, as the glossary shows it. Write it with a capital, for example `Care plan`."""
    short: Text | None = None
    """Its short form, beside the word. Write the initials, for example `CP`."""
    meaning: Text | None = None
    """What it means, for staff. Write one or two exact sentences, for example `The plan that says how needs will be
    met.`"""
    plain: Text | None = None
    """What it means, for families. Write short sentences, for example `A plan for your care.`"""
    aliases: Texts = ()
    """Other names for it: in texts and in the search they lead here too. Write a list, for example `[plan of care, care
    planning]`."""
    cite: Cite = ()
    """Where its meaning stands. Write source and passage, for example `[ca1989 s.31A]`."""
    seen: Seen = "none"
    """Where its meaning was read. Write one of the words shown, for example `law`."""
    sought: Sought = None
    """Where nobody has read it: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""
    not_in: Texts = ()
    """Longer words in which it stands and is not meant: there no text opens its meaning. Write a list, for example
    `[floor plan, seating plan]`."""
    proper: Flag = False
    """Whether it is a proper name, which keeps its capital inside a sentence. Write for example `true`."""
    superseded_by: Annotated[Id | None, Refers("term")] = None
    """Marks a word of the past: the word to use instead. Write the id of that word, for example `care-plan`; the check
    finds the old one in texts."""
    from_: CivilDate | None = Field(default=None, alias="from")
    """Since when the newer word stands in its place. Write the day, for example `2014-04-22`, only beside
    `superseded_by`."""

    @model_validator(mode="after")
    def _past_since(self) -> Term:
        if self.from_ is not None and self.superseded_by is None:
            said = "'from' says since when another word stands in its place, and 'superseded_by' names none"
            raise wrong(rules.BAD_TERM, said, "add 'superseded_by', or take 'from' away", ("from",))
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a reader may know it by."""
        return (self.term, *((self.short,) if self.short else ()), *self.aliases)


class ShortPeriod(Model):
    """Periods in days up to a length leave out days that are not business days."""

    at_most: Length
    """Up to which length a period is short. Write the length, for example `7 days`."""
    skip: Annotated[str, OneOf("kind of day", "non-business")]
    """Which days a short period leaves out. Write for example `non-business`, the only kind there is."""


class CountingRegime(Model):
    """How an Act, a set of rules or a procedure counts days."""

    id: Id
    """What sources and deadlines call this way of counting by. Write an id that never changes, for example
    `court-days`."""
    name: Text | None = None
    """What readers see for it. Write a few words, for example `Days in court rules`; left out, they see its id."""
    explains: Text | None = None
    """How days are counted this way, for readers. Write a few sentences, for example `Weekends and bank holidays are
    left out.`"""
    calendar: Annotated[str, OneOf("calendar", "england-and-wales")]
    """Whose bank holidays are left out. Write for example `england-and-wales`, the only calendar there is."""
    skips: Annotated[str, OneOf("way of leaving days out", "working-days-only")] | None = None
    """Where only working days leave days out, so that business days are refused. Write for example
    `working-days-only`."""
    clear_days: Flag = False
    """Whether neither the first nor the last day of a gap counts. Write it for example `true`; left out, it does not
    hold."""
    short_period: ShortPeriod | None = None
    """Where short periods in days leave out days that are not business days. Write up to which length, for example
    `{at_most: 7 days, skip: non-business}`."""
    roll: Annotated[str, OneOf("way of rolling", "next-business-day")] | None = None
    """Where a last day on which the office is closed moves on. Write for example `next-business-day`, the only way
    there is."""
    unit: Annotated[str, OneOf("unit", "days", "working days", "business days")] | None = None
    """What a number of plain days means. Write one of the words shown, for example `business days`; left out, every day
    counts."""
    source: CitationText | None = None
    """Where this way of counting stands. Write one source and passage, for example `ca1989 s.105`."""
    seen: Seen = "none"
    """Where the rule was read. Write one of the words shown, for example `secondary`."""
    sought: Sought = None
    """Where nobody has read the rule: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""
    note: Text | None = None
    """What was read and what is only our reading. Write a few sentences, for example `No case on it was read.`"""

    @property
    def business(self) -> bool:
        """Whether a number of plain days means days that are no weekend and no bank holiday."""
        return self.unit in ("business days", "working days")


class SharedDate(Model):
    """A day that several aids ask for; it is given once and travels between them."""

    id: Id
    """What timelines, guides and deadlines call the day by. Write an id that never changes, for example
    `notice-given`."""
    name: Text | None = None
    """What the day is called inside a sentence. Write words that can follow "5 days of", for example `the notice being
    given`."""
    ask: Text
    """What the field that asks for it says, for staff. Write a few words, for example `Date the notice was given`."""
    plain: Text | None = None
    """What the field asks in plain words. Write a question, for example `When did you give notice?`"""
    help: Text | None = None
    """Which day is meant, where that could be mistaken. Write a few sentences, for example `The day it was posted does
    not count.`"""


class Role(Model):
    """Somebody who does something: what they do, in precise and in plain words."""

    id: Id
    """What other files call the role by. Write an id that never changes, for example `reviewing-officer`."""
    name: Text
    """What readers see for it. Write it with a capital, for example `Reviewing officer`."""
    short: Text | None = None
    """Its short form, beside the name. Write the initials, for example `RO`."""
    does: Text | None = None
    """What somebody in this role does, for staff. Write one to three sentences, for example `Chairs the reviews.`"""
    plain: Text | None = None
    """What they do, for families. Write short sentences, for example `This person leads your review.`"""
    aliases: Texts = ()
    """Other names for the role, shown beside it. Write a list, for example `[chair, review chair]`."""
    cite: Cite = ()
    """Where that task stands. Write source and passage, for example `[ca1989 s.25B(1)]`."""
    seen: Seen = "none"
    """Where the task was read. Write one of the words shown, for example `law`."""
    sought: Sought = None
    """Where nobody has read of it: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""


class Contact(Model):
    """Somebody to turn to. ``checked`` and ``checked_how`` say when and how the details were looked at."""

    id: Id
    """What other files call the contact by. Write an id that never changes, for example `rights-helpline`."""
    name: Text
    """Who it is. Write the name they use themselves, for example `Rights helpline`."""
    for_: Annotated[Ids, Refers("audience")] = Field(default=(), alias="for")
    """Whom they help. Write ids of audiences in `site.yml`, for example `[families, carers]`."""
    helps_with: Text | None = None
    """What one can turn to them with; pages show it where there is no plain text. Write one sentence, for example
    `Advice about benefits.`"""
    plain: Text | None = None
    """What one can turn to them with, for families. Write short sentences, for example `Ask them anything. It is
    free.`"""
    phone: Text | None = None
    """Where to ring them. Write the number as it is read aloud, for example `0808 157 0123`."""
    email: Text | None = None
    """Where to write to them. Write one address, for example `help@example.org`."""
    hours: Text | None = None
    """When somebody answers. Write days and hours, for example `Monday to Friday 9am to 5pm`."""
    website: WebAddress | None = None
    """Where to find them on the web. Write it in full, for example `https://www.example.org`."""
    checked: CivilDate | None = None
    """When somebody last looked at these details. Write the day, for example `2026-11-22`."""
    checked_how: Text | None = None
    """How they were looked at. Write one sentence, for example `Read on their own page and not dialled.`"""


class Described(Model):
    """Something with a name of its own. ``when`` says how regularly it comes, or at which point."""

    id: Id
    """What links and other files call it by. Write an id that never changes, for example `care-review`."""
    name: Text
    """What it is called. Write the name in use, for example `Care review`."""
    text: Text | None = None
    """What it is or does, for staff. Write one or two sentences, for example `Looks at the whole plan before it is
    changed.`"""
    plain: Text | None = None
    """What it is or does, for families. Write short sentences, for example `It looks at your plan again.`"""
    when: Text | None = None
    """How often it comes, or at which point. Write a few words, for example `before the first meeting`."""
    cite: Cite = ()
    """Where it stands. Write source and passage, for example `[ca1989 s.22]`."""
    seen: Seen = "none"
    """Where that was read. Write one of the words shown, for example `local`."""
    sought: Sought = None
    """Where nobody has read it: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""
    note: Text | None = None
    """What to watch, or what the source leaves open. Write a sentence or two, for example `Its number is not given.`"""


class Form(Described):
    """A form or document with a name of its own, and what it is for."""

    short: Text | None = None
    """What people call it, beside its name: its number or initials. Write it as it is said, for example `C100`."""
    cost: Saying | None = None
    """Whether it costs something to send it, and where today's fee is told; never an amount, which changes. Write a
    statement, for example `{text: The court charges a fee., cite: [court-fees]}`."""


class Topic(Model):
    """A question every authority's own practice answers. ``national`` says what holds everywhere."""

    id: Id
    """What each authority's practice names it by. Write an id that never changes, for example `minutes-within`."""
    ask: Text
    """The question itself, for staff: a row of the comparison. Write a question, for example `How soon are the minutes
    sent?`"""
    plain: Text | None = None
    """The question in plain words. Write a short question, for example `When do people get the notes?`"""
    answer: AnswerKind = "text"
    """What an answer comes down to, so that answers can be compared with what aids say. Write one of the words shown,
    for example `length`; left out, answers are texts."""
    national: Saying | None = None
    """What holds everywhere, beside what each authority says. Write a statement, for example `{text: No rule sets a
    day.}`."""


class Correction(Model):
    """What this site said wrongly, until when, and what is right. It stands on the pages concerned for a year."""

    id: Id
    """What links call the correction by. Write an id that never changes, for example `last-day-of-notice`."""
    on: Annotated[tuple[AddressOf, ...], IsList] = Field(min_length=1)
    """The pieces it is about: it stands on their pages. Write their addresses, for example
    `[timeline/notice#notice-ends]`."""
    until: CivilDate
    """When it was put right. Write the day, for example `2026-11-22`; it cannot be one to come."""
    was: Text
    """What was wrong. Write it so that it follows "Until that day this page", for example `gave 23 March as the last
    day`."""
    is_: Text = Field(alias="is")
    """What is right. Write a sentence of its own, for example `The last day is 22 March.`"""
    plain: Text
    """What was wrong and what is right, for families. Write short sentences, for example `We gave a day too late. Use
    the earlier day.`"""


class Asked(Model):
    """What readers type when they look for something, in their own words, and where that leads them."""

    id: Id
    """What tells it from the others. Write an id that never changes, for example `minutes-sent`."""
    leads_to: AddressOf
    """What answers it. Write its address, for example `timeline/meetings#minutes-sent`."""
    asked_as: Texts = Field(min_length=1)
    """How readers put it, each in their own words. Write a list, for example `[when do the minutes come, minutes
    late]`."""


class Signpost(Model):
    """What this site does not answer, and who does; or words of danger, and who helps at once."""

    id: Id
    """What tells it from the others. Write an id that never changes, for example `benefits`."""
    name: Text
    """What it is about, as the search heads it. Write a few words, for example `Benefits and money`."""
    asked_as: Texts = Field(min_length=1)
    """Words by which readers look for it; those of one have to be typed in their order, with at most three others
    between two, and `|` stands between words of which one is enough. Write a list, for example `[benefits, housing
    grant|loan]`."""
    danger: Flag = False
    """Whether these are words of danger: who helps then comes first, whatever else is found. Write it for example
    `true`."""
    text: Text
    """What the reader is told. Write one or two plain sentences, for example `This site does not cover benefits.`"""
    contacts: Annotated[Ids, Refers("contact")] = ()
    """Who can help. Write ids of contacts, for example `[rights-helpline]`."""
    see: WebAddress | None = None
    """Where the answer stands, outside this site. Write it in full, for example `https://www.gov.uk/`."""
