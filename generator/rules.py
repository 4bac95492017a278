"""Every rule of the checks, once: what it reports, what harm that prevents, and how to put it right.

A rule is an object, so that a problem can carry none that does not exist. Its id is what is printed and never changes.
docs/rules.md and ``pathways explain`` are made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """One rule, which is its id: nothing else is compared.

    ``means``: what is reported. ``why``: what harm that prevents. ``mend``: how to put it right.
    ``subject``: the heading it is listed under. ``severity``: an error stops a build. ``warning_where``: where an error
    is only a warning all the same (empty: nowhere).
    """

    id: str
    subject: str = field(compare=False)
    means: str = field(compare=False)
    why: str = field(compare=False)
    mend: str = field(compare=False)
    severity: Severity = field(default="error", compare=False)
    warning_where: str = field(default="", compare=False)


FILES = "Files that cannot be read"
SHAPES = "How things are written"
NAMES = "Ids, and what leads to what"
LAW = "Law and what was read"
WORDS = "Words"
QUESTIONS = "Questions, conditions and answers"
TREES = "Decision trees"
TIMELINES = "Timelines"
PAGES = "Options, checklists and chapters"
CASES = "Worked cases"
AUTHORITIES = "Local practice"

# ---- files that cannot be read -----------------------------------------------------------------------------------

STRAY_FILE = Rule(
    "stray-file",
    FILES,
    means="A YAML or Markdown file lies where no kind of content is read from.",
    why="Its writer believes that it is published, and nobody ever sees it.",
    mend="Move it to the folder the hint names, or give it the ending .yml or .md. A README.md may lie anywhere.",
)
OUTSIDE_ROOT = Rule(
    "outside-root",
    FILES,
    means="A content file is a link to a place outside the content folder.",
    why="A file that has nothing to do with the content could be read and shown.",
    mend="Put the file itself in the place of the link.",
)
UNREADABLE_FILE = Rule(
    "unreadable-file",
    FILES,
    means="The computer refuses to open a content file.",
    why="What stands in it would be missing from the site without a word.",
    mend="See to what the message says, most often who is permitted to read the file.",
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    FILES,
    means="A file is larger than the program reads; the message names the limit.",
    why="A file of any size could stop the check, and nobody can review so large a one.",
    mend="Split it into several files, or take out what was pasted in by mistake.",
)
WRONG_ENCODING = Rule(
    "wrong-encoding",
    FILES,
    means="A file is not UTF-8 text.",
    why="Dashes, quotes and letters with accents would come out as other signs.",
    mend="Save it again in an editor as UTF-8.",
)
UNPRINTABLE_CHARACTER = Rule(
    "unprintable-character",
    FILES,
    means="A file or a text holds a character that cannot be seen.",
    why="Nobody would see what it does, and editors would count lines otherwise than the check.",
    mend="Delete it; it most often came in by copying. In double quotes it may be an escape such as \\x07: use single.",
)
EMPTY_FILE = Rule(
    "empty-file",
    FILES,
    means="A file, or the part of a page between its two lines '---', holds nothing.",
    why="A page that was begun and forgotten would be missing without a word.",
    mend="Write it, or delete the file.",
)
NO_FRONT_MATTER = Rule(
    "no-front-matter",
    FILES,
    means="A Markdown page does not begin with keys between two lines '---'.",
    why="Without them nobody knows the page's id and title, so it has no address.",
    mend="Begin the file with a line '---', the keys, and another line '---'.",
)
YAML_SYNTAX = Rule(
    "yaml-syntax",
    FILES,
    means="A line is not YAML, so the file cannot be read.",
    why="A guess at what was meant could publish something nobody wrote.",
    mend="Look at the place shown: most often a quote, bracket, comma or colon, or the indentation.",
)
TAB = Rule(
    "tab",
    FILES,
    means="A tab stands where YAML wants spaces.",
    why="Editors show tabs in different widths, so nobody could see what belongs to what.",
    mend="Indent with spaces.",
)
TAG = Rule(
    "tag",
    FILES,
    means="A value begins with a tag, a word after '!'.",
    why="Tags would let a file say what the program does with it; content only says what is so.",
    mend="Delete the tag. Put a text that really begins with '!' in quotes.",
)
SEVERAL_DOCUMENTS = Rule(
    "several-documents",
    FILES,
    means="A line '---' begins a second document in one YAML file.",
    why="Only one of them would be read.",
    mend="Keep one in this file, and give the other a file of its own.",
)
TOO_DEEP = Rule(
    "too-deep",
    FILES,
    means="Something is nested deeper than the program reads; the message names the limit.",
    why="No content needs it, and it could stop the check.",
    mend="Look at the brackets and the indentation above the place.",
)
TOO_MANY_VALUES = Rule(
    "too-many-values",
    FILES,
    means="A file holds more values than the program reads; the message names the limit.",
    why="A file without end could stop the check.",
    mend="Split it into several files.",
)
TOO_MANY_ALIASES = Rule(
    "too-many-aliases",
    FILES,
    means="A file repeats anchors ('*name') more often than the program reads; the message names the limit.",
    why="A few lines that repeat each other can grow without end.",
    mend="Write the repeated values out, or give them one place that others refer to by its id.",
)
UNKNOWN_ANCHOR = Rule(
    "unknown-anchor",
    FILES,
    means="A '*name' repeats a value that no '&name' above it has finished marking.",
    why="There is nothing to put in its place.",
    mend="Mark the value with '&name' further up, or write it out. Put a text that begins with '*' in quotes.",
)
BAD_KEY = Rule(
    "bad-key",
    FILES,
    means="Something else than a word stands before a colon: a list, other keys, or nothing at all.",
    why="The value would belong to nothing.",
    mend="Write the key's word before the colon.",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    FILES,
    means="One key is given twice in one piece.",
    why="One of the two values would be lost without a word.",
    mend="Keep one of them.",
)

# ---- how things are written --------------------------------------------------------------------------------------

UNKNOWN_KEY = Rule(
    "unknown-key",
    SHAPES,
    means="A piece of content has a key that its kind does not know.",
    why="A misspelt key would do nothing, and its writer would believe that it does.",
    mend="Write the key the hint names. docs/content-model.md lists the keys of each kind.",
)
MISSING_KEY = Rule(
    "missing-key",
    SHAPES,
    means="A key that must be there is missing.",
    why="Its page could not be made, or would say too little to be relied on.",
    mend="Add the key the message names.",
)
MISSING_VALUE = Rule(
    "missing-value",
    SHAPES,
    means="A key has no value, an empty text, or a list without the one entry that it needs.",
    why="Readers would find an empty place where they look for an answer.",
    mend="Write the value, or delete the key where it need not be there.",
)
WRONG_KIND = Rule(
    "wrong-kind",
    SHAPES,
    means="A text, a list or 'key: value' lines stand where one of the others should.",
    why="The program would have to guess what belongs to what.",
    mend="Write it as the message says. A list of one is still a list: [one].",
)
WRONG_VALUE = Rule(
    "wrong-value",
    SHAPES,
    means="A value cannot be read, for a reason that has no rule of its own.",
    why="What cannot be read would be missing from the site without a word.",
    mend="See what the message says; docs/content-model.md says how each key is written.",
)
UNKNOWN_WORD = Rule(
    "unknown-word",
    SHAPES,
    means="A word is not one of the few that can stand there.",
    why="What it should do would not happen.",
    mend="Write one of the words the hint names.",
)
BAD_ID = Rule(
    "bad-id",
    SHAPES,
    means="An id has other signs than small letters, digits and hyphens, is too long, or is not its folder's name.",
    why="Ids become addresses, which must work everywhere and stay as they are.",
    mend="Write it as the hint says. An authority's id is the name of its folder.",
)
BAD_NUMBER = Rule(
    "bad-number",
    SHAPES,
    means="A value that should be a whole number is none.",
    why="Nothing can be counted or compared with it.",
    mend="Write digits only, without a nought in front.",
)
BAD_FLAG = Rule(
    "bad-flag",
    SHAPES,
    means="A value that should be true or false is neither.",
    why="A 'yes' or 'no' could be taken for the wrong one.",
    mend="Write true or false.",
)
BAD_DATE = Rule(
    "bad-date",
    SHAPES,
    means="A value that should be a day is none, is in no calendar, or lies before 1900 or after 2199.",
    why="A day such as 3/4/2026 is one day to some readers and another to others.",
    mend="Write year-month-day, for example 2026-11-22. 'in_force' may say 'from: unknown'.",
)
BAD_LENGTH = Rule(
    "bad-length",
    SHAPES,
    means="A length of time is not a number and a unit.",
    why="Nothing can be counted by it.",
    mend="Write for example '20 working days'; units are day, working day, business day, week, month and year.",
)
BAD_BOUND = Rule(
    "bad-bound",
    SHAPES,
    means="The end of a band or range is neither a whole number nor a length of time.",
    why="Nobody could tell on which side of it somebody stands.",
    mend="Write for example '10' or '1 year'.",
)
BAD_CITATION = Rule(
    "bad-citation",
    SHAPES,
    means="A citation does not begin with the id of a source.",
    why="Nobody could find where it stands.",
    mend="Write the source's id, a space, and the place in it.",
)
BAD_ADDRESS = Rule(
    "bad-address",
    SHAPES,
    means="A web address or the address of a piece has the wrong shape, or names another kind of thing than it should.",
    why="The link would lead nowhere, or to what does not answer the question.",
    mend="Write https://... for the web and kind/id#item for a piece; the message says which kind is wanted.",
)

# ---- ids, and what leads to what ---------------------------------------------------------------------------------

DUPLICATE_ID = Rule(
    "duplicate-id",
    NAMES,
    means="Two things that have to be told apart have one id, or two pages one address.",
    why="A link, an answer or a date could be taken for the other one's.",
    mend="Give one of them another id. An earlier id kept in 'aliases' counts as taken too.",
)
REUSED_ID = Rule(
    "reused-id",
    NAMES,
    means="A checklist's item has an id that stood for something else at the revision named with --against.",
    why="In a copy that a reader kept, an old tick would stand beside the new item.",
    mend="Give the new item an id of its own.",
)
UNKNOWN_REFERENCE = Rule(
    "unknown-reference",
    NAMES,
    means="Something names a piece of content, or an item in one, that does not exist.",
    why="The link would lead nowhere.",
    mend="Write the id the hint names, or add what is missing.",
)
UNKNOWN_SOURCE = Rule(
    "unknown-source",
    NAMES,
    means="A citation names a source that is not in content/sources.yml.",
    why="Readers could not look up what the statement rests on.",
    mend="Write the id the hint names, or add the source.",
)
DRAFT_NAMED = Rule(
    "draft-named",
    NAMES,
    means="Something that is published leads to a draft, or counts from a day in one.",
    why="Readers could not follow it: a draft has no page.",
    mend="Take the reference away, or take 'draft: true' away from the page it names.",
)

# ---- law and what was read ---------------------------------------------------------------------------------------

MUST_NEEDS_SOURCE = Rule(
    "must-needs-source",
    LAW,
    means="Something says 'force: must' and cites nothing.",
    why="Staff would be told that the law binds them, and could not look it up.",
    mend="Add 'cite:' with the law, or write another force.",
)
PRACTICE_NEEDS_PROCEDURE = Rule(
    "practice-needs-procedure",
    LAW,
    means="A statement is called practice, and cites no procedure that has it.",
    why="Advice of our own would be read as what authorities do.",
    mend="Cite the procedures that carry it; for advice, take 'force' away.",
)
SHOULD_NEEDS_GUIDANCE = Rule(
    "should-needs-guidance",
    LAW,
    means="Something says 'force: should' and cites no guidance and no law.",
    why="One authority's rule, or advice of our own, would be read as what guidance asks of all.",
    mend="Cite the guidance; write 'practice' and the procedures that have it; or take 'force' away.",
)
READ_IN_NO_PROCEDURE = Rule(
    "read-in-no-procedure",
    LAW,
    means="Something says that it was read in a local procedure, and cites none.",
    why="Nobody could see whose rule it is.",
    mend="Cite the procedure, or say where it was read.",
)
MUST_NEEDS_LAW = Rule(
    "must-needs-law",
    LAW,
    means="Something says 'force: must' and cites only sources that are no law.",
    why="Guidance and local practice would be taken for law.",
    mend="Write 'force: should' or 'practice', or cite the Act, regulations, rules, practice direction or case.",
)
READ_IN_NO_LAW = Rule(
    "read-in-no-law",
    LAW,
    means="Something says 'seen: law' and cites no law.",
    why="Readers would believe that it was checked in the law, and nobody could say where.",
    mend="Cite the law, or say in 'seen' where it was read.",
)
VERSION_NOT_RECORDED = Rule(
    "version-not-recorded",
    LAW,
    means="Something says 'seen: law', and no passage of its source says in which version that was read.",
    why="The law changes; without a version nobody can tell whether the statement is out of date.",
    mend="Add the passage to 'passages:' of the source in content/sources.yml.",
    severity="warning",
)
SOUGHT_AND_READ = Rule(
    "sought-and-read",
    LAW,
    means="Something says both that it was read and that a copy was sought in vain.",
    why="It would be counted with what is checked and with what is not.",
    mend="Take 'sought' away, or 'seen'.",
)
PASSAGE_TWICE = Rule(
    "passage-twice",
    LAW,
    means="A source lists one passage twice.",
    why="Two versions would be claimed for one reading.",
    mend="Keep the version that was read.",
)
BAD_VERSION = Rule(
    "bad-version",
    LAW,
    means="The version of a passage is no version, is later than its reading, or older than its source.",
    why="Readers would rely on a text that nobody can have read.",
    mend="Write the day to which the text was revised, or a word the hint names; look at 'on' and 'year' too.",
)
DATE_TO_COME = Rule(
    "date-to-come",
    LAW,
    means="A passage was read, or something put right, on a day that has not come.",
    why="The site would claim work that nobody has done yet.",
    mend="Write the day on which it was done.",
)
BAD_IN_FORCE = Rule(
    "bad-in-force",
    LAW,
    means="An 'in_force' gives neither of its days, or ends before it begins.",
    why="Nobody could tell on which days the statement is law.",
    mend="Give 'from', 'to' or both, the earlier day as 'from'.",
)
BAD_CORRECTION = Rule(
    "bad-correction",
    LAW,
    means="A correction is about something that has no page.",
    why="Those who read what was wrong would never see that it was put right.",
    mend="Name what stands on the page where it was wrong.",
)

# ---- words -------------------------------------------------------------------------------------------------------

BAD_TERM = Rule(
    "bad-term",
    WORDS,
    means="A word has 'from', and no 'superseded_by' that says which word stands in its place since then.",
    why="The day would say nothing.",
    mend="Add 'superseded_by', or take 'from' away.",
)
BAD_LOCAL_NAME = Rule(
    "bad-local-name",
    WORDS,
    means="An authority's name for a term or role is a word of the past, takes the national word's place, or is given "
    "for a duty that the role does not have, or has by law.",
    why="Its workers would read an order that no longer exists, or a duty of somebody who never got it.",
    mend="Write the name under 'terms' or 'roles', beside the national word; tell of a word of the past "
    "in a finding; name under 'for' only duties whose 'who' is that role and which the procedure gives to it.",
)
SUPERSEDED_TERM = Rule(
    "superseded-term",
    WORDS,
    means="A text uses a word of the past without naming the year in which another took its place.",
    why="Readers would look for something that no longer exists.",
    mend="Say the word the hint names; if the text speaks of the past, let it name that year.",
)
BANNED_WORD = Rule(
    "banned-word",
    WORDS,
    means="A plain text uses a word that content/site.yml keeps out of plain texts.",
    why="Those for whom it is written may not understand it, or may be hurt by it.",
    mend="Say it another way. Inside the name of a word in the glossary it may stand.",
)
PHRASE_TWICE = Rule(
    "phrase-twice",
    WORDS,
    means="Readers are led to two places by the same words.",
    why="The search cannot know which of them is meant, and shows the wrong one first.",
    mend="Leave the words where they fit best, or say more in one of the two.",
)

# ---- questions, conditions and answers ---------------------------------------------------------------------------

BAD_QUESTION = Rule(
    "bad-question",
    QUESTIONS,
    means="A question mixes or lacks what its way of asking needs, or is asked where it cannot be.",
    why="Nobody could answer it, or the answer would lead nowhere.",
    mend="Give it one of answers, number or elapsed, and what belongs to that; the message says what does not fit.",
)
BAD_BAND = Rule(
    "bad-band",
    QUESTIONS,
    means="A band has no end, two ends on one side, or an end in another unit than its question counts in.",
    why="Nobody could tell who belongs in it.",
    mend="Give 'from' or 'over', 'below' or 'up_to', in the unit of the question.",
)
UNKNOWN_QUESTION = Rule(
    "unknown-question",
    QUESTIONS,
    means="A condition, a start, a note or a given answer names a question that is not asked there.",
    why="The condition could never hold, and the answer would be lost.",
    mend="Write the id the hint names, or add the question.",
    warning_where="a national worked case has it only as an authority asks the questions",
)
BAD_GUARD = Rule(
    "bad-guard",
    QUESTIONS,
    means="A condition is empty, tests in two ways at once, or tests what its question can never be answered.",
    why="It would never hold, or for the wrong people.",
    mend="Name an earlier question and one of its answers, a range for a number, has or lacks for several choices.",
)
BAD_GO = Rule(
    "bad-go",
    QUESTIONS,
    means="A 'go' leads nowhere, has a way without the condition it needs or with one too many, or stands in no tree.",
    why="Somebody would be led nowhere, or past the way that is theirs.",
    mend="In a list only the last way stands without 'when', under exactly_one none; in forms take 'go' away.",
)
BAD_MEASURES = Rule(
    "bad-measures",
    QUESTIONS,
    means="A band measures something that sets no span of time, or its question asks for no time since a day.",
    why="The two could not be compared, so a difference would stay unseen.",
    mend="Name a deadline that is within, not before or a gap; or write none, or take 'measures' away.",
)
BANDS_AND_DEADLINE_DIFFER = Rule(
    "bands-and-deadline-differ",
    QUESTIONS,
    means="A band and the deadline it measures give different days, or cannot be compared.",
    why="Guide and dates would tell one person two things.",
    mend="Count both from one event, and the first day the same way; or take 'measures' away.",
)
MEASURES_UNSAID = Rule(
    "measures-unsaid",
    QUESTIONS,
    means="An end of a band is as long as a deadline or falls within a day of it, and the band says nothing of that.",
    why="If it measures it, nobody would notice when only one of the two is changed.",
    mend="Add 'measures:' with the deadline's address, or 'measures: none'.",
    severity="warning",
)
BAD_SAME_AS = Rule(
    "bad-same-as",
    QUESTIONS,
    means="A 'same_as' names a question of the same aid, one named there already, or one that names another itself.",
    why="Nobody could tell which answer passes to which question.",
    mend="Name a question of another aid that has no 'same_as', once in each aid.",
)
ANSWERS_DIFFER = Rule(
    "answers-differ",
    QUESTIONS,
    means="Two questions that are said to be the same cannot be answered alike.",
    why="An answer given to one would be lost or mean something else in the other.",
    mend="Give both the same answers in the same words, or take 'same_as' away.",
)

# ---- decision trees ----------------------------------------------------------------------------------------------

DEAD_END = Rule(
    "dead-end",
    TREES,
    means="An answer, a band or a whole question has no 'go'.",
    why="Somebody who answers so would be left without a result.",
    mend="Add 'go:' there, or to the question for all its answers.",
)
UNKNOWN_TARGET = Rule(
    "unknown-target",
    TREES,
    means="A 'go' or 'until_settled' names neither a question nor an outcome of the tree.",
    why="Somebody would be led nowhere.",
    mend="Write the id the hint names, or add the question or outcome.",
)
NEVER_REACHED = Rule(
    "never-reached",
    TREES,
    means="No walk through the tree comes to a question or outcome.",
    why="What was written for somebody would never be shown to them.",
    mend="Lead an answer there, or delete it.",
)
GAP = Rule(
    "gap",
    TREES,
    means="Somebody fits no band, or none of the ways on.",
    why="That person would be left without a result.",
    mend="Cover the case the message tells, or give a last way without 'when'.",
    warning_where="an authority has accepted it and says where it leads until it is settled",
)
OVERLAP = Rule(
    "overlap",
    TREES,
    means="Somebody fits two bands at once, or two ways of which exactly one should hold.",
    why="Which result that person gets would be left to chance.",
    mend="Make the conditions or bands exclude each other.",
    warning_where="an authority has accepted it and says where they lead until it is settled",
)
UNKNOWN = Rule(
    "unknown",
    TREES,
    means="A condition looks at a question that somebody who comes there was not asked.",
    why="Nobody could tell whether it holds for that person.",
    mend="Ask that question first on every way there, or do not look at it.",
)
NEVER_HOLDS = Rule(
    "never-holds",
    TREES,
    means="Nobody who comes to a condition meets it.",
    why="A case that its writer had in mind is led elsewhere.",
    mend="Mend the condition, or delete that way.",
)
SHADOWED = Rule(
    "shadowed",
    TREES,
    means="Everybody who meets a condition has taken an earlier way of the list.",
    why="The way that was written for them is never taken.",
    mend="Put it before the way that takes its cases, or delete it.",
)
ENDLESS = Rule(
    "endless",
    TREES,
    means="Questions lead in a circle.",
    why="Somebody could answer for ever and come to no result.",
    mend="Lead one of these questions on to an outcome.",
)
ASKED_TWICE = Rule(
    "asked-twice",
    TREES,
    means="One walk can ask the same question twice.",
    why="A second answer would take the place of the first, on which the way there rests.",
    mend="Lead past it, or ask something else.",
)
TOO_TANGLED = Rule(
    "too-tangled",
    TREES,
    means="A tree has more situations than can be proven.",
    why="A gap or an overlap could stand in it unseen.",
    mend="Split it into several trees, or let conditions look at fewer choices.",
)
OUTCOME_WITHOUT_CASE = Rule(
    "outcome-without-case",
    TREES,
    means="No worked case reaches an outcome.",
    why="Nobody would notice if people were led to it wrongly.",
    mend="Add a walk that leads there to a worked case in content/scenarios.",
    severity="warning",
)
SETTLED_TOO_EARLY = Rule(
    "settled-too-early",
    TREES,
    means="A tree itself says 'until_settled'.",
    why="Gaps and overlaps would stand without anybody who answers for them.",
    mend="Cover every case. Only an authority's finding, accepted by name, date and reason, may let one stand.",
)

# ---- timelines ---------------------------------------------------------------------------------------------------

BAD_DEADLINE = Rule(
    "bad-deadline",
    TIMELINES,
    means="A deadline has no rule and no text, more than one rule, or does not say what it is counted from.",
    why="No day could be given for it.",
    mend="Keep one of within, every, at, on_days, not_before and gap, with what it counts from; or write a text.",
)
BAD_EVENT = Rule(
    "bad-event",
    TIMELINES,
    means="A deadline names its event in a wrong form, or a date of a series where there is none.",
    why="Nobody could tell from which day to count.",
    mend="Name one event by its id, or later_of or earlier_of a list; '.last' and '.2' belong to what has 'every'.",
)
UNKNOWN_EVENT = Rule(
    "unknown-event",
    TIMELINES,
    means="A deadline or a worked case names a date or deadline that does not exist there.",
    why="Nothing could be counted from it.",
    mend="Write the id the hint names, or add it to content/dates.yml.",
)
BAD_GAP = Rule(
    "bad-gap",
    TIMELINES,
    means="A gap does not name one other event, or no length.",
    why="No day could be given for either end of it.",
    mend="Give 'from' or 'to', and at_least, at_most or both.",
)
BAD_READING = Rule(
    "bad-reading",
    TIMELINES,
    means="A second reading changes nothing, or stands beside a rule that cannot be read in two ways.",
    why="Readers would be told of a doubt that does not exist.",
    mend="Say what it changes (length, counting, first_day), beside within, not_before or a gap of at_least alone.",
)
CIRCLE = Rule(
    "circle",
    TIMELINES,
    means="A deadline counts from itself, by way of others.",
    why="None of their days could ever be worked out.",
    mend="Let one of them count from a day that is given.",
)
TWO_REGIMES = Rule(
    "two-regimes",
    TIMELINES,
    means="The sources of a deadline count days in different ways.",
    why="The day would depend on which of them was written first.",
    mend="Say with 'counting:' which way holds.",
)
BAD_COUNTING = Rule(
    "bad-counting",
    TIMELINES,
    means="A way of counting in which working days alone leave days out is used to leave out others.",
    why="The days left out would not be those that the law means.",
    mend="Write working days, name another 'counting:', or take 'skips' or what contradicts it away.",
)
TARGET_TOO_LATE = Rule(
    "target-too-late",
    TIMELINES,
    means="A deadline can fall later than the limit that it serves, or counts from another day.",
    why="Who keeps to the local target would miss the limit.",
    mend="Count it from the same day, and make it as short as the limit or shorter.",
)

# ---- options, checklists and chapters ----------------------------------------------------------------------------

UNEXPLAINED_STATION = Rule(
    "unexplained-station",
    PAGES,
    means="No deadline or no list belongs to a station on the way to an option, and nothing says why.",
    why="Its reader cannot tell whether there is none, or whether somebody forgot it.",
    mend="Add the deadline or list to `belongs`, or say in `without` why there is none.",
)
BAD_BELONGING = Rule(
    "bad-belonging",
    PAGES,
    means="What is said to belong to a station cannot be shown there, or two deadlines are both seen at a glance.",
    why="It would be left out without a word, or one of the two would.",
    mend="Name what a station shows: a chapter or its section, a deadline, a whole list, guide, form, case, timeline.",
)
BAD_RELATED = Rule(
    "bad-related",
    PAGES,
    means="What is said to belong to a page has no page, is the page itself, or is said on the other page already.",
    why="Its reader would be led nowhere, or find the same page twice.",
    mend="Name a page or a form, and say on one of the two pages alone that they belong together.",
)
TOO_MANY_RELATED = Rule(
    "too-many-related",
    PAGES,
    means="A page leads on to more pages than a reader chooses from, with those that lead back from others.",
    why="Where everything belongs to everything, nobody finds what comes next.",
    mend="Take away what is needed least, here or, by leaving out `back`, on the pages the message names.",
)
MISSING_DIMENSION = Rule(
    "missing-dimension",
    PAGES,
    means="An option does not answer one of the dimensions.",
    why="The comparison would have a hole, and the option would look better or worse than it is.",
    mend="Add the answer under 'values'.",
)
NOT_RECORDED = Rule(
    "not-recorded",
    PAGES,
    means="A checklist's item records a deadline for which no real day is ever given.",
    why="The day typed beside the tick would be lost.",
    mend="Add 'record: true' to the deadline, or take 'records' away.",
)
BAD_REFERENCE = Rule(
    "bad-reference",
    PAGES,
    means="Two braces in a chapter's text do not hold a reference to the data.",
    why="Readers would see the braces, or nothing, where a fact should stand.",
    mend="Write {{ name('one text') }} with one of deadline, term, cite, statement and link, "
    "or {{ practice_of('source-id', 'words') }}.",
)
HEADING_WITHOUT_ID = Rule(
    "heading-without-id",
    PAGES,
    means="A heading of a chapter has no id.",
    why="No link could lead to it, and a change of its words would break those that do.",
    mend="End it with {#an-id}.",
)
BAD_HEADING = Rule(
    "bad-heading",
    PAGES,
    means="A heading in a chapter's text has the level of the page's title.",
    why="Who listens to the page would hear of two pages.",
    mend="Begin it with two signs: '## '.",
)

# ---- worked cases ------------------------------------------------------------------------------------------------

NOT_FICTIONAL = Rule(
    "not-fictional",
    CASES,
    means="A worked case says 'fictional: false'.",
    why="A real person's story must never be published, however changed.",
    mend="Make a case up, and say 'fictional: true'.",
)
WALK_REFUSED = Rule(
    "walk-refused",
    CASES,
    means="An answer of a worked case cannot be given to its question.",
    why="The case would show a walk that nobody can take.",
    mend="Give an answer that the question takes; the message says which.",
    warning_where="a national worked case has it only as an authority asks the questions",
)
WALK_UNFINISHED = Rule(
    "walk-unfinished",
    CASES,
    means="A worked case stops before it comes to an outcome.",
    why="It would prove nothing, and trainers would be left without an end.",
    mend="Add an answer to the question the message names.",
    warning_where="a national worked case has it only as an authority asks the questions",
)
WALK_LEADS_ELSEWHERE = Rule(
    "walk-leads-elsewhere",
    CASES,
    means="A worked case leads to another outcome than it says.",
    why="Either the tree or the case is wrong, and somebody would be led there.",
    mend="Find out which: change the answers or the outcome, or mend the tree.",
    warning_where="a national worked case has it only as an authority asks the questions",
)
ANSWER_REFUSED = Rule(
    "answer-refused",
    CASES,
    means="A worked case answers a question of its timeline as nobody can.",
    why="It would try other dates than it means to, and the check would pass all the same.",
    mend="Give an answer that the question takes; the message lists them.",
    warning_where="a national worked case has it only as an authority asks the questions",
)
DATE_DIFFERS = Rule(
    "date-differs",
    CASES,
    means="A timeline gives another day than a worked case expects.",
    why="Either the rule or the case is wrong, and somebody would act on a wrong day.",
    mend="Count it by hand; then change what the case expects, or mend the deadline.",
    warning_where="a national worked case has it only as an authority counts",
)

# ---- local practice ----------------------------------------------------------------------------------------------

BAD_PRACTICE = Rule(
    "bad-practice",
    AUTHORITIES,
    means="An answer of an authority to a topic says nothing.",
    why="Readers would take an empty place for an answer.",
    mend="Add a text, a table or a deadline.",
)
BAD_ANSWER = Rule(
    "bad-answer",
    AUTHORITIES,
    means="An answer to a topic is of no kind or of several, of another kind than the topic's, or names what is not "
    "there.",
    why="Nobody could compare it with what the guides and dates say.",
    mend="Write one answer, of the kind that the topic's 'answer' names.",
)
ANSWER_CONTRADICTED = Rule(
    "answer-contradicted",
    AUTHORITIES,
    means="In an authority's view a guide, timeline, list or agenda says otherwise than the authority's own answer.",
    why="Its workers would read two rules, and could follow the one that is not theirs.",
    mend="Write a difference for each place, or name it under the answer's 'national', which marks it there.",
)
REPEATED_OTHERWISE = Rule(
    "repeated-otherwise",
    AUTHORITIES,
    means="A text repeats the length of a deadline, and the deadline has another.",
    why="A reader would find one time in the guide and another among the dates.",
    mend="Put right the one that is wrong; change the text with its 'repeats'.",
)
MARKED_IN_VAIN = Rule(
    "marked-in-vain",
    AUTHORITIES,
    means="An answer names something under 'national' that does not say otherwise.",
    why="The page would mark a difference that is none.",
    mend="Take the address away.",
)
BAD_DIFFERENCE = Rule(
    "bad-difference",
    AUTHORITIES,
    means="A difference does none or several of set, add and remove, or one that cannot be done to what it names.",
    why="Nobody could tell what holds in that authority.",
    mend="Write one change a difference, to a piece that may differ; docs/content-model.md has a table of them.",
)
TARGET_GONE = Rule(
    "target-gone",
    AUTHORITIES,
    means="A difference names something that is not in the national content.",
    why="What the authority does differently would be lost without a word, most often after a national change.",
    mend="Write the address the hint names, or take the difference away if the national content now says the same.",
)
MUST_LOOSENED = Rule(
    "must-loosened",
    AUTHORITIES,
    means="A difference changes or leaves out what is law, rests on law, or what a duty is counted from.",
    why="Staff would be told that they need not do what the law asks.",
    mend="Keep it, and add what goes beyond it; a tighter limit is an added deadline that 'serves' it.",
)
CHANGES_NOTHING = Rule(
    "changes-nothing",
    AUTHORITIES,
    means="A difference sets what the national content says already.",
    why="Readers would be told of a local difference where there is none.",
    mend="Take it away.",
    severity="warning",
)
PLAIN_LEFT_BEHIND = Rule(
    "plain-left-behind",
    AUTHORITIES,
    means="A difference sets a text, and not the plain words beside it.",
    why="Families would still be told what stood there before.",
    mend="Set 'plain' too.",
    severity="warning",
)
CONTRADICTION = Rule(
    "contradiction",
    AUTHORITIES,
    means="An authority answers one topic twice, or sets one key to two values.",
    why="Nobody could know which of the two holds.",
    mend="Keep one, put the cases of a topic into one 'table', or accept it with a finding on the topic.",
    warning_where="the authority has accepted with a finding that a topic is answered twice",
)
BAD_FINDING = Rule(
    "bad-finding",
    AUTHORITIES,
    means="An accepted finding says where people go until it is settled, and is not about a question of a tree; or it "
    "accepts a gap or overlap, and does not say in which case.",
    why="They would not be led there; and whatever else goes missing later would be accepted with it.",
    mend="Write on: tree/id#question, or take 'until_settled' away; say with 'when' which case is accepted.",
)
ACCEPTED_IN_VAIN = Rule(
    "accepted-in-vain",
    AUTHORITIES,
    means="An authority accepts a gap, overlap or contradiction that is not there, or for more people than it is there "
    "for.",
    why="If it ever comes back, it would be let stand though nobody has looked at it again.",
    mend="Take 'accepted' away, or the whole finding; or let 'when' name the case alone.",
)

RULES: dict[str, Rule] = {rule.id: rule for rule in tuple(globals().values()) if isinstance(rule, Rule)}
