import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { isoDay, parseDay } from "../../site_templates/reason/civil.js";
import { stateOf } from "../../site_templates/parts/words.js";
import { asCsv, asIcs, asText } from "../../site_templates/dates/files.js";
import words from "../../site_templates/words/en.json" with { type: "json" };

const deadline = (given) => ({
  id: "x",
  title: "X",
  rule: { kind: "within", length: [20, "working day"], of: { event: "start" } },
  words: "within 20 working days",
  force: "must",
  counting: "c",
  record: true,
  documented: false,
  source: "Regulations r.33(1)",
  ...given,
});
const row = (given) => ({
  id: "x",
  event: "x",
  deadline: deadline({}),
  notBefore: null,
  due: parseDay("2026-01-21"),
  actual: null,
  estimated: false,
  applies: "yes",
  start: null,
  startCounts: false,
  solvedBack: null,
  leftOut: [],
  monthEnd: false,
  monthStart: false,
  other: null,
  otherReading: null,
  otherWithheld: null,
  follows: null,
  precedes: null,
  estimatedEnds: [false, false],
  missing: [],
  withheld: null,
  business: true,
  ...given,
});
const welsh = "Ŵyr y tŷ 🏠, adolygiad; cyntaf\\ail ".repeat(6);
const rows = [
  row({ id: "first", deadline: deadline({ title: "First review" }) }),
  row({
    id: "second",
    due: parseDay("2026-04-21"),
    estimated: true,
    deadline: deadline({ title: welsh }),
  }),
  row({
    id: "early",
    due: null,
    notBefore: parseDay("2026-02-14"),
    deadline: deadline({ title: "Consent" }),
  }),
  row({ id: "held", actual: parseDay("2026-01-15") }),
  row({ id: "not", applies: "no" }),
];
const rules = {
  deadlines: {},
  regimes: { c: { name: "Court rules" } },
  calendar: { holidays: [], first: 2012, last: 2028 },
};
const stamp = parseDay("2026-11-22");
const once = { word: "", moment: Date.UTC(2026, 10, 22, 12, 30, 15) };
/** A sentence as a calendar file writes it. */
const inCalendar = (text) => text.replaceAll(",", "\\,").replaceAll(";", "\\;");

test("a place in an order whose ends contradict each other gives neither as if it were right", () => {
  const order = { due: null, follows: parseDay("2027-03-29"), estimatedEnds: [false, false] };
  const impossible = row({ ...order, precedes: parseDay("2026-11-28") });
  const why = "No day fits: it comes after Mon 29 Mar 2027, yet before Sat 28 Nov 2026";
  assert.equal(stateOf(impossible, stamp).words, "No day can be given");
  assert.ok(asCsv([impossible], stamp).includes(`"${why}"`));
  assert.ok(asText([impossible], "Dates", stamp).includes(`${why}: X`));
  assert.ok(!asIcs([impossible], rules, { ...once, stamp, alarms: [] }).includes("VEVENT"));
  const possible = row({ ...order, precedes: parseDay("2027-03-30") });
  const said = asText([possible], "Dates", stamp);
  assert.ok(said.includes("After Mon 29 Mar 2027, before Tue 30 Mar 2027: X"));
});

test("the last day for a step is never the first for what follows it", () => {
  const order = { due: null, follows: parseDay("2027-03-29"), estimatedEnds: [true, false] };
  const said = (before) => asText([row({ ...order, precedes: parseDay(before) })], "Dates", stamp);
  assert.ok(said("2027-02-28").includes("Before Sun 28 Feb 2027: X"));
  const after = "After a step that is due by about Mon 29 Mar 2027, before Tue 30 Mar 2027: X";
  assert.ok(said("2027-03-30").includes(after));
});

test("the calendar file is read back by ical.js: same days, titles, reminders", () => {
  const text = asIcs(rows, rules, { ...once, stamp, alarms: [7] });
  const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  assert.deepEqual(
    read.map((event) => event.getFirstPropertyValue("uid")),
    ["first", "second", "early", "held"].map((id) => `${id}.${once.moment}@permanence-pathways`),
  );
  assert.deepEqual(
    read.map((event) => String(event.getFirstPropertyValue("dtstart"))),
    ["2026-01-21", "2026-04-21", "2026-02-14", "2026-01-15"],
  );
  assert.deepEqual(
    read.map((event) => String(event.getFirstPropertyValue("dtend"))),
    ["2026-01-22", "2026-04-22", "2026-02-15", "2026-01-16"],
  );
  assert.equal(read[1]?.getFirstPropertyValue("summary"), `${welsh}: by this day, estimate`);
  assert.equal(read[3]?.getFirstPropertyValue("summary"), "X: done on this day");
  assert.deepEqual(
    read.map((event) => event.getAllSubcomponents("valarm").length),
    [1, 1, 1, 0],
  );
  const [alarm] = read[0]?.getAllSubcomponents("valarm") ?? [];
  assert.equal(
    String(alarm?.getFirstPropertyValue("trigger")),
    "-P6DT15H",
    "at nine, seven days before",
  );
});

/** What a calendar holds that took one file after the other: of entries with one id, the latest. */
const taken = (...files) => {
  const held = new Map();
  for (const file of files)
    for (const event of new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent")) {
      const id = event.getFirstPropertyValue("uid");
      const [before, now] = [held.get(id), event].map((it) =>
        it?.getFirstPropertyValue("sequence"),
      );
      if (before === undefined || now >= before) held.set(id, event);
    }
  return [...held.values()].map((event) => event.getFirstPropertyValue("summary"));
};

test("a calendar keeps two cases apart, and takes a later file of one case for that case", () => {
  const [first] = rows;
  const file = (word, minute, row = first) =>
    asIcs([row], rules, { word, moment: once.moment + minute * 60_000, stamp, alarms: [] });
  const open = (word) => `${word}: First review: by this day`;
  const done = { ...first, actual: parseDay("2026-01-15") };
  assert.deepEqual(taken(file("blue", 0), file("red", 0)), [open("blue"), open("red")]);
  assert.deepEqual(taken(file("blue", 0), file(" Blue ", 9, done)), [
    "Blue: First review: done on this day",
  ]);
  assert.equal(taken(file("", 0), file("", 1)).length, 2, "without a word nothing is replaced");
  const unfolded = (text) => text.replaceAll("\r\n ", "");
  assert.match(unfolded(file("", 0)), /A later file cannot update this entry/);
  assert.doesNotMatch(unfolded(file("blue", 0)), /cannot update/);
});

test("its lines end with CRLF, hold at most 75 octets, and the same rows give the same bytes", () => {
  const text = asIcs(rows, rules, { ...once, stamp, alarms: [1] });
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  assert.ok(!text.replaceAll("\r\n", "").includes("\n"));
  for (const line of text.split("\r\n"))
    assert.ok(new TextEncoder().encode(line).length <= 75, line);
  assert.equal(asIcs(rows, rules, { ...once, stamp, alarms: [1] }), text);
});

test("tables hold no formula and quote what needs quoting", () => {
  const text = asCsv([row({ deadline: deadline({ title: '=SUM("A1")' }) })], stamp);
  assert.ok(text.includes(`"'=SUM(""A1"")"`));
  assert.equal(text[0], "\ufeff", "by which a spreadsheet knows how the letters are written");
  assert.ok(text.includes('"2026-01-21"'));
});

test("plain text gives each day and what was held", () => {
  const text = asText(rows, "Dates", stamp);
  assert.ok(text.includes("By Wed 21 Jan 2026: First review"));
  assert.ok(text.includes("Not before Sat 14 Feb 2026: Consent"));
  assert.ok(text.includes("By Wed 21 Jan 2026: X (held Thu 15 Jan 2026)"));
  assert.ok(text.includes(isoDay(stamp)));
  assert.ok(
    asText([row({ due: null, actual: parseDay("2026-01-15") })], "Dates", stamp).includes(
      "\nHeld Thu 15 Jan 2026: X\n",
    ),
  );
});

test("a saved table has a cell under each of its heads", () => {
  const lines = asCsv([row({})], stamp)
    .trim()
    .split("\r\n");
  const [heads, cells] = lines.map((line) => line.slice(1, -1).split('","').length);
  assert.equal(cells, heads);
});

test("what an authority asks for itself is called so, and no practice", () => {
  const binding = (/** @type {object} */ given) =>
    asCsv([row({ deadline: deadline({ force: "practice", ...given }) })], stamp).split("\r\n")[1];
  assert.match(binding({}), /"Practice"/);
  assert.match(binding({ own: "Ashcombe requires" }), /"Ashcombe requires"/);
  assert.doesNotMatch(binding({ own: "" }), /Practice|requires/);
});

test("what is not in force is nowhere a must, and is not overdue", () => {
  const standings = [
    { last: "2026-12-31", binds: false, words: "In force from 1 January 2027" },
    { last: null, binds: true, words: "" },
  ];
  const late = row({ due: parseDay("2026-11-01"), deadline: deadline({ in_force: standings }) });
  const [before, after] = [parseDay("2026-12-31"), parseDay("2027-01-01")];
  const calendar = (day) =>
    asIcs([late], rules, { ...once, stamp: day, alarms: [] }).replaceAll("\r\n ", "");
  assert.deepEqual(stateOf(late, before), { kind: "open", words: "In force from 1 January 2027" });
  assert.equal(stateOf(late, after).kind, "late");
  assert.ok(
    !/must/i.test(asCsv([late], before)) &&
      asCsv([late], before).includes("In force from 1 January 2027"),
  );
  assert.ok(asCsv([late], after).includes('"Must"'));
  assert.ok(asText([late], "Dates", before).includes("In force from 1 January 2027"));
  assert.ok(calendar(before).includes("X: by this day\\, in force from 1 January 2027"));
  assert.ok(calendar(before).includes("In force from 1 January 2027."));
  assert.ok(!/in force/i.test(calendar(after)));
});

const second = deadline({ words: "within 7 days", why_second: "The rule does not say" });
const read = row({
  id: "appeal",
  deadline: deadline({
    title: "Appeal",
    words: "within 7 days",
    second,
    why_second: "The rule does not say",
  }),
  other: parseDay("2026-01-28"),
  otherReading: second,
});

test("a second reading stands in the calendar file, the table and the text, and the safe day is the one that is used", () => {
  const event = new ICAL.Component(
    ICAL.parse(asIcs([read], rules, { ...once, stamp, alarms: [] })),
  ).getFirstSubcomponent("vevent");
  assert.equal(String(event?.getFirstPropertyValue("dtstart")), "2026-01-21");
  assert.match(
    String(event?.getFirstPropertyValue("description")),
    /Two readings\. The rule does not say\. Read the other way \(within 7 days; Court rules\), the day would be Wed 28 Jan 2026\. The earlier day/,
  );
  assert.ok(asCsv([read], stamp).includes("2026-01-28"));
  assert.ok(
    asText([read], "Dates", stamp).includes(
      "By Wed 21 Jan 2026: Appeal (Read another way: Wed 28 Jan 2026)",
    ),
  );
});

test("a month without such a day is said in the calendar file", () => {
  const early = row({ due: null, notBefore: parseDay("2026-12-01"), monthStart: true });
  assert.ok(
    asIcs([early], rules, { ...once, stamp, alarms: [] })
      .replaceAll("\r\n ", "")
      .includes(inCalendar(words.sentences.month_start)),
  );
});

test("the day of a gap solved back is named for the event it is about, not for the deadline it serves", () => {
  const gap = deadline({ title: "Earliest day to apply" });
  const solvedBack = "notice to the authority";
  const back = row({ id: "apply", event: "notice", solvedBack, deadline: gap });
  const forward = row({ id: "apply", event: "apply", deadline: gap });
  const text = asText([back, forward], "Dates", stamp);
  assert.ok(text.includes("Notice to the authority (for: Earliest day to apply)"));
  assert.equal(text.match(/: Earliest day to apply/g)?.length, 2);
  assert.ok(
    asCsv([back], stamp).includes('"Notice to the authority (for: Earliest day to apply)"'),
  );
});

test("an age that falls on a missing 29 February is told in its own sentence, another month's end in another", () => {
  const age = row({
    id: "age",
    monthEnd: true,
    deadline: deadline({ rule: { kind: "at", length: [18, "year"] } }),
  });
  const end = row({
    id: "end",
    monthEnd: true,
    deadline: deadline({ rule: { kind: "within", length: [3, "month"] } }),
  });
  const text = asIcs([age, end], rules, { ...once, stamp, alarms: [] }).replaceAll("\r\n ", "");
  const said = [words.sentences.leap_day, words.sentences.month_end].map(inCalendar);
  const [first = -1, last = -1] = said.map((one) => text.indexOf(one));
  assert.ok(first >= 0 && first < last);
  assert.deepEqual(
    said.map((one) => text.lastIndexOf(one)),
    [first, last],
  );
});

test("a reading whose day cannot be given yet is told beside the safe day", () => {
  const known = row({
    deadline: deadline({ second, why_second: "It may" }),
    otherReading: second,
    otherWithheld: 2029,
  });
  assert.match(
    asIcs([known], rules, { ...once, stamp, alarms: [] }).replaceAll("\r\n ", ""),
    /no day can be given\\, because bank holidays for 2029 are not yet published\./,
  );
});
