"""The content model in words (docs/content-model.md), made from the same models as the schemas, so it cannot lag."""

from __future__ import annotations

import re
from typing import Any

from generator.describe.schemas import schema_of
from generator.model.base import Model, a_kind
from generator.model.kinds import AUTHORITIES, KINDS

HANDBOOK = "docs/content-model.md"
# Where the word that messages use would not do inside a sentence, or stands for two pieces.
_CALLED = {
    "Statement": "a statement with an id",
    "SectionWords": "section words",
    "Conditions": "conditions",
    "Notes": "notes",
}

_OPENING = """\
# The content model

What can be written in each file, key by key. This page is made from the program's model by `pathways schema`; do not
edit it. Editors that know JSON Schema say the same while you type, because each file's first line names its schema.

- YAML keeps every text as it is typed: `no`, `010` and `12:30` stay texts until the model decides.
- Ids are small letters, digits and single hyphens. They become addresses: `timeline/its-id#deadline-id`.
- A key in **bold** must be there. What stands in *italics* is a piece with keys of its own, under a heading of its own.
- "ids, each with ..." is written `{first-id: ..., second-id: ...}`, on one line or each on a line of its own. The ids
  are your own where something is told for the first time (questions, answers, outcomes), else those of what is named.
- Examples in braces and brackets may stand on lines of their own too, as in the files there are.
- Unknown keys, missing things and names that lead nowhere are told with file and line.
- `cite` is a list of `source-id pinpoint`; `seen` says where it was read: law, secondary, local, none.
- `force: must` needs a source that is law. Guidance and local practice are `should`.
"""
_COUNTING = """\
## How days are counted

- `of`, `after`: the day after counts first. `beginning_with`, `day_1`: that day is day 1; where only working or
  business days count and it is none, the next one is.
- Months and years go to the corresponding date. Where a month has no such day, a **latest** day (`within`, `every`,
  `at_most`; of a question about elapsed time `up_to`, and `over` from the day after) is the month's last day and an
  **earliest** day (`not_before`, `at_least`; of such a question `from`, and `below` until the day before) is the first
  of the next month: three months' notice given on 31 August lets somebody apply from 1 December. Counted
  back from an earliest day, the period never contains the day it began on.
- A `gap` is solved both ways. The earlier event, solved back from the later one, is a latest day: for an application on
  30 November notice is given by 30 August, for one on 31 May by 28 February. Under `clear_days` neither end counts.
- An age (`at: 18 years`) of somebody born on 29 February falls, in a year without that day, on 28 February: the earlier
  day, and so the safe one for what is due by then. The working says so. No English authority settles it. As an earliest
  day (`not_before: 18 years`, a question's `from: 18 years`) it is 1 March, the safe one for what may happen only then;
  so on 28 February a timeline may already say 18 and a guide still 17.
- `every` is the longest gap between two ("at least every 6 months"). With `limits: length` it is how long each may be
  ("no longer than 8 weeks each time").
- `second_reading` stands where a rule can tenably be read in two ways: another `length`, another way of `counting`, or
  whether the `first_day` counts, and `why`. Both days are shown. The safe one (the earlier of two latest days, the
  later of two earliest) is the one that calendars and lists use and that what follows is counted from. It stands beside
  `within`, `not_before` or a gap that is only `at_least`, never beside a series, an age or numbered days. Where one
  reading would need bank holidays that are not published yet, the other stands if it is safe all the same.
- A band of a question about elapsed time that spans what a deadline limits says so: `measures: timeline/x#y`. The check
  compares them on every start day: the last day inside the band is the deadline's day (or the first, for an earliest
  day). Where an end is as long as some deadline (an upper end as a latest day, a lower end as an earliest one) and its
  band says nothing, it warns; `measures: none` settles that band.

## What was read

- `seen` says where a statement was read. `law` rests on the `passages` of its sources in `content/sources.yml`: each
  passage names the version read (the day it is revised to, `as made`, `amending text`, `revised`, `explanatory note`,
  `not recorded`). Every page shows it, and the policy page counts it by the least firm passage a statement cites.
- `sought` on something that nobody has read: the day somebody looked and found no copy. These are listed apart.
- `at: [whole]` covers whatever no narrower passage does. A passage stands once, with the day it was read.
- What the site said wrongly goes into `content/corrections.yml` the day it is put right. It stands on the pages of the
  addresses named for a year (of a date or deadline also on the page of all dates together, of a way of counting on
  every timeline counted so), and on the page of corrections for good.
"""
_ADDRESSES = """\
## Where a difference can point

`on:` names a piece by its address, or a list by the name of its key. Dots lead further in.

| on | set and remove | add |
|---|---|---|
| `timeline/ID`, `checklist/ID`, `option/ID`, `tree/ID` | keys of the whole | |
| `timeline/ID#deadlines` | | a deadline |
| `timeline/ID#DEADLINE` | that deadline | |
| `checklist/ID#SECTION`, `checklist/ID#sections` | that section | an item; a section |
| `checklist/ID#ITEM` | that item | |
| `checklist/ID#meeting.agenda`, `#meeting.attendees`, `#meeting.papers` | | what is talked of; who comes |
| `option/ID#STATION`, `option/ID#STATION.belongs` | that station | a step of it; what belongs to it |
| `option/ID#stations`, `#advantages`, `#disadvantages`, `#suits`, `#documents`, `#ages` | | a station; a statement |
| `tree/ID#questions`, `tree/ID#outcomes` | | a question; an outcome, each with its `id` |
| `tree/ID#QUESTION` | that question | an answer or a band |
| `tree/ID#QUESTION.ANSWER` | that answer or band | |
| `tree/ID#OUTCOME.then` | | a next step |
| `chapter/ID#HEADING` | `{text: ...}` in place of the section | `{text: ...}` at its end |
| `term/ID`, `role/ID`, `date/ID` | that word, role or date | |

A piece that is law is never changed or taken away, nor a section that cites law, nor what a duty is counted from. A
*should* may be said otherwise: it is marked as the authority's own, and rests on the authority's source from then on.
Ids of teams, panels, meetings, forms, practice and findings share one name space within the file.

What one procedure does, a national chapter says with `{{ practice_of('SOURCE', 'One of the procedures read') }}`. These
words stand everywhere but in the view of the authority whose procedure `SOURCE` is: there it says "This authority's
procedure" and leads to the authority's page. A small letter at the beginning of the words stays one.
"""


def handbook() -> str:
    """Return the whole page as Markdown."""
    pieces = {cls.__name__: cls for cls in _models(Model)}
    told: set[str] = set()
    parts = [_OPENING]
    for kind in KINDS:
        schema = schema_of(kind)
        definitions: dict[str, Any] = schema.get("definitions", {})
        own = definitions.get(kind.model.__name__, schema) if kind.holds == "list" else schema
        holds = "a list of these" if kind.holds == "list" else "one a file"
        parts.append(
            f"## {kind.name.capitalize()}\n\n`{kind.where}`, {holds}. {_doc(own, kind.model)}\n\n{_table(own)}"
        )
        for name, inner in definitions.items():
            if name not in told and name in pieces and name != kind.model.__name__:
                told.add(name)
                parts.append(
                    f"### {_piece(pieces[name])[1].capitalize()}\n\n{_doc(inner, pieces[name])}\n\n{_table(inner)}"
                )
    parts += [_COUNTING, _ADDRESSES]
    folders = ", ".join(f"`{kind.where.removeprefix('content/')}`" for kind in KINDS if kind.owned)
    parts.append(
        "## Files an authority owns\n\n"
        f"Beside `{AUTHORITIES}/ID/authority.yml` an authority may have whole files of its own, in the same shapes: "
        f"{folders}. Their ids must be unlike the national ones.\n"
    )
    return "\n".join(parts)


def _models(cls: type[Model]) -> list[type[Model]]:
    return [found for inner in cls.__subclasses__() for found in (inner, *_models(inner))]


def _piece(model: type[Model]) -> tuple[str, str]:
    """Return the article and the name of a piece: ``a ``, ``statement with an id``."""
    words = _CALLED.get(model.__name__) or a_kind(model)
    found = re.match("an? ", words)
    article = found.group() if found else ""
    return article, words.removeprefix(article)


def _doc(schema: dict[str, Any], model: type[Model]) -> str:
    return str(schema.get("description") or " ".join((model.__doc__ or "").split())).replace("``", "`")


def _table(schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = [
        f"| {f'**{key}**' if key in required else key} | {_written(value)} | {value.get('description', '')} |"
        for key, value in schema.get("properties", {}).items()
    ]
    if not rows:
        return ""
    return "\n".join(["| key | written as | says |", "|---|---|---|", *rows]) + "\n"


def _written(schema: dict[str, Any]) -> str:
    """Return how a value is written, in a few words."""
    if "allOf" in schema:
        return _written(schema["allOf"][0])
    if "$ref" in schema:
        called = str(schema["$ref"]).rsplit("/", 1)[-1]
        article, name = next(_piece(cls) for cls in _models(Model) if cls.__name__ == called)
        return f"{article}*{name}*"
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"] if isinstance(word, str))
    if "anyOf" in schema:
        ways = [_written(inner) for inner in schema["anyOf"] if inner.get("type") != "null"]
        return ", or ".join(dict.fromkeys(filter(None, ways)))
    kinds = schema.get("type")
    kind = next((k for k in kinds if k != "null"), "") if isinstance(kinds, list) else kinds
    if kind == "array":
        return f"a list, each {_written(schema['items'])}"
    if kind == "object":
        inner = schema.get("additionalProperties")
        return f"ids, each with {_written(inner)}" if isinstance(inner, dict) and inner else "keys and their values"
    return str(schema.get("$comment", ""))
