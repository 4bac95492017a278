import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDay } from "../../site_templates/reason/civil.js";
import {
  applies,
  asCopy,
  asFile,
  before,
  carriedOver,
  dates,
  dueOf,
  empty,
  fromFile,
  handedTo,
  shown,
} from "../../site_templates/checklist/state.js";
import { asCsv, asText } from "../../site_templates/checklist/words.js";
import { question } from "./support.mjs";

const today = parseDay("2026-11-25");
const deadline = (given) => ({
  record: false,
  documented: false,
  force: "must",
  counting: "plain",
  ...given,
});
const list = {
  id: "papers",
  title: "Papers",
  version: "2026-11",
  sections: [
    { id: "first", title: "First", items: ["always", "if-young", "by-review"] },
    { id: "then", title: "Then", items: ["not-alone"] },
  ],
  items: {
    always: { text: "Always", force: "should", who: "Worker" },
    "if-young": {
      text: "If young",
      force: "should",
      who: "Manager",
      applies: { tests: { age: { is: ["under-ten"] } }, any: [], not: null },
    },
    "by-review": { text: "Hold the review", force: "must", due: "review", records: "review" },
    "not-alone": {
      text: "Not alone",
      force: "may",
      due: "next",
      applies: { tests: { who: { has: "aunt" } }, any: [], not: null },
    },
  },
  questions: {
    age: question({
      kind: "number",
      number: { unit: "years", min: 0, max: 17 },
      bands: [{ id: "under-ten", label: "Under 10", below: 10, go: null }],
    }),
    who: question({
      kind: "many",
      answers: {
        aunt: { label: "Aunt", go: null },
        none: { label: "None", alone: true, go: null },
      },
    }),
  },
  dates: { began: "When did it begin?" },
  events: {},
  rules: {
    deadlines: {
      review: deadline({
        id: "review",
        title: "Review",
        rule: { kind: "within", length: [4, "week"], of: { event: "began" } },
        words: "within 4 weeks of the beginning",
        record: true,
      }),
      next: deadline({
        id: "next",
        title: "Next",
        rule: { kind: "within", length: [1, "week"], of: { event: "review" } },
        words: "within 1 week of the review",
      }),
    },
    regimes: {
      plain: { clear_days: false, short: 0, roll: false, business: false, name: "", explains: "" },
    },
    calendar: { holidays: [], first: 2012, last: 2028 },
  },
};
const state = (given) => ({ ...empty(), ...given });
const everything = { role: "", overdue: false, all: false };

test("an item applies, does not, or may, by what has been answered", () => {
  for (const [answers, young, alone] of [
    [{}, "maybe", "maybe"],
    [{ age: "9" }, "yes", "maybe"],
    [{ age: "10" }, "no", "maybe"],
    [{ age: "ten" }, "maybe", "maybe"],
    [{ who: "none" }, "maybe", "no"],
    [{ who: "aunt" }, "maybe", "yes"],
    [{ constructor: "x" }, "maybe", "maybe"],
  ]) {
    assert.deepEqual(
      [
        applies(list, "if-young", state({ answers })),
        applies(list, "not-alone", state({ answers })),
      ],
      [young, alone],
      JSON.stringify(answers),
    );
    assert.equal(applies(list, "always", state({ answers })), "yes");
  }
});

test("an item says how it stands, and what is not in force is no must in a copy", () => {
  const standings = [{ last: null, binds: false, words: "Not known to be in force" }];
  const held = {
    ...list,
    items: { ...list.items, "by-review": { ...list.items["by-review"], in_force: standings } },
  };
  assert.ok(
    asText(held, empty(), new Set(["by-review"]), today).includes(
      "Hold the review (Not known to be in force)",
    ),
  );
  assert.ok(
    asCsv(held, empty(), new Set(["by-review"]), today).includes('"Not known to be in force"'),
  );
  assert.ok(!/must/i.test(asCsv(held, empty(), new Set(["by-review"]), today)));
});

test("a table says how binding something is in words, and of a fact nothing", () => {
  const ends = [{ last: null, binds: true, words: "In force until 1 May 2027" }];
  const binding = { must: "Must", should: "Should", may: "May", fact: "" };
  for (const [force, word] of Object.entries(binding)) {
    const column = (/** @type {object} */ more) => {
      const items = { "an-item": { text: "An item", force, ...more } };
      const one = { ...list, sections: [{ title: "All", items: ["an-item"] }], items };
      const [heads, row] = asCsv(one, empty(), new Set(["an-item"]), today)
        .trim()
        .split("\r\n")
        .map((line) => line.slice(1, -1).split('","'));
      assert.equal(row?.length, heads?.length);
      return row?.[heads?.indexOf("How binding") ?? -1];
    };
    assert.equal(column({}), word);
    assert.equal(
      column({ in_force: ends }),
      [word, "In force until 1 May 2027"].filter(Boolean).join(", "),
    );
  }
});

test("a day in a copy says how its rule stands", () => {
  const standings = [{ last: null, binds: false, words: "Not known to be in force" }];
  const rules = {
    ...list.rules,
    deadlines: {
      ...list.rules.deadlines,
      review: { ...list.rules.deadlines.review, in_force: standings },
    },
  };
  const given = state({ given: { began: "2026-10-01" } });
  assert.ok(
    asText({ ...list, rules }, given, new Set(["by-review"]), today).includes(
      "By Thu 29 Oct 2026, Not known to be in force",
    ),
  );
  assert.ok(
    asCsv({ ...list, rules }, given, new Set(["by-review"]), today).includes(
      '"By Thu 29 Oct 2026, Not known to be in force"',
    ),
  );
});

test("filters leave what falls to a role, what is overdue, and what applies", () => {
  const of = (given, filter) => [...shown(list, state(given), { ...everything, ...filter }, today)];
  assert.deepEqual(of({}, {}), ["always", "if-young", "by-review", "not-alone"]);
  assert.deepEqual(of({ answers: { age: "12" } }, {}), ["always", "by-review", "not-alone"]);
  assert.deepEqual(of({ answers: { age: "12" } }, { all: true }), [
    "always",
    "if-young",
    "by-review",
    "not-alone",
  ]);
  assert.deepEqual(of({}, { role: "Manager" }), ["if-young"]);
  assert.deepEqual(of({ given: { began: "2026-10-01" } }, { overdue: true }), ["by-review"]);
  assert.deepEqual(
    of({ given: { began: "2026-10-01" }, ticks: { "by-review": true } }, { overdue: true }),
    [],
  );
});

test("recording the day something was held moves the dates that follow", () => {
  const before = dates(list, state({ given: { began: "2026-10-01" } }));
  assert.equal(before.next?.due, parseDay("2026-11-05"));
  assert.equal(before.next?.estimated, true);
  const after = state({ given: { began: "2026-10-01", review: "2026-10-20" } });
  assert.equal(dates(list, after).next?.due, parseDay("2026-10-27"));
  assert.match(
    dueOf(list, "by-review", after, dates(list, after), today)?.state.words ?? "",
    /^Held Tue 20 Oct 2026/,
  );
});

test("a copy for an older version is carried over by id, and says what was added, changed and dropped", () => {
  const older = {
    ...list,
    version: "2025-01",
    items: {
      ...list.items,
      always: { text: "Always so", force: "should" },
      gone: { text: "Gone", force: "may" },
    },
  };
  delete older.items["not-alone"];
  const copy = asCopy(
    older,
    state({
      ticks: { always: true, gone: true },
      notes: { gone: "x" },
      answers: { age: "9", lost: "x", who: "stranger" },
    }),
    "blue",
    today,
  );
  const { state: carried, difference } = carriedOver(list, copy);
  assert.deepEqual(carried, state({ ticks: { always: true }, answers: { age: "9" } }));
  assert.deepEqual(difference, { added: ["Not alone"], changed: ["Always"], dropped: ["Gone"] });
});

test("what the tab holds of a list is read as far as the list knows it, and the rest is counted", () => {
  const nothing = {
    state: empty(),
    open: "",
    filter: everything,
    notes: false,
    handed: { answers: {}, given: {} },
    lost: 0,
  };
  const full = {
    ticks: { always: true, gone: true, constructor: true },
    notes: { "not-alone": "Ask", gone: "x" },
    answers: { age: "9", who: "nobody", lost: "x" },
    given: { began: "2026-10-01", review: "2026-10-20", ended: "2026-10-21" },
  };
  const fits = state({
    ticks: { always: true },
    notes: { "not-alone": "Ask" },
    answers: { age: "9" },
    given: { began: "2026-10-01", review: "2026-10-20" },
  });
  const view = { role: "Manager", overdue: true, all: true, notes: true };
  for (const [found, told] of [
    [null, {}],
    ["x", {}],
    [[full], {}],
    [{ state: 7, open: 7, role: 7, overdue: "x", all: 1, notes: "yes", handed: [] }, {}],
    [{ role: "Stranger" }, {}],
    [{ state: { ticks: { always: "yes" }, given: { began: "soon" } } }, {}],
    [{ open: "blue" }, { open: "blue" }],
    [{ state: full }, { state: fits, lost: 6 }],
    [
      { state: full, ...view, handed: { answers: { age: "9" }, given: { began: "2026-10-01" } } },
      {
        state: fits,
        lost: 6,
        filter: { role: "Manager", overdue: true, all: true },
        notes: true,
        handed: { answers: { age: "9" }, given: { began: "2026-10-01" } },
      },
    ],
  ]) {
    const { difference: _, ...read } = before(list, found);
    assert.deepEqual(read, { ...nothing, ...told }, JSON.stringify(found));
  }
});

test("a list takes of what another aid hands it what it asks for", () => {
  assert.deepEqual(handedTo(list, null, null), { answers: {}, given: {} });
  const answers = { age: "9", who: "stranger", constructor: "x" };
  const given = { began: "2026-10-01", review: "2026-10-20", constructor: "x" };
  assert.deepEqual(handedTo(list, answers, given), {
    answers: { age: "9" },
    given: { began: "2026-10-01" },
  });
});

const text = fc.string({ unit: "grapheme", maxLength: 300 }).filter((words) => words !== "");
const anyState = fc.record({
  ticks: fc
    .subarray(Object.keys(list.items))
    .map((ids) => Object.fromEntries(ids.map((id) => [id, true]))),
  notes: fc
    .dictionary(fc.constantFrom(...Object.keys(list.items)), text)
    .map((notes) => ({ ...notes })),
  answers: fc.record(
    { age: fc.integer({ min: 0, max: 17 }).map(String), who: fc.constantFrom("aunt", "none") },
    { requiredKeys: [] },
  ),
  given: fc
    .dictionary(
      fc.constantFrom("began", "review"),
      fc.integer({ min: 1990, max: 2090 }).map((year) => `${year}-02-28`),
    )
    .map((given) => ({ ...given })),
});

test("what is saved to a file opens as the same state", () => {
  fc.assert(
    fc.property(anyState, text, (saved, label) => {
      const read = fromFile(asFile(asCopy(list, saved, label.slice(0, 60), today)), list);
      assert.ok("copy" in read);
      assert.deepEqual(
        JSON.parse(JSON.stringify(carriedOver(list, read.copy).state)),
        JSON.parse(JSON.stringify(saved)),
      );
      assert.deepEqual(carriedOver(list, read.copy).difference, {
        added: [],
        changed: [],
        dropped: [],
      });
    }),
  );
});

test("no text whatever makes opening fail: it gives a copy or a sentence", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .json()
          .map(
            (json) =>
              `{"format":1,"checklist":"papers","ticks":${json},"notes":${json},"given":${json},"texts":${json}}`,
          ),
      ),
      (words) => {
        const read = fromFile(words, list);
        if ("problem" in read) assert.match(read.problem, /^This file .*\.$/);
        else
          assert.deepEqual(Object.keys(carriedOver(list, read.copy).state), Object.keys(empty()));
      },
    ),
  );
});

test("files of other versions and other checklists are told apart", () => {
  const file = JSON.parse(asFile(asCopy(list, empty(), "", today)));
  for (const [change, words] of [
    [{ format: 2 }, "newer version"],
    [{ format: 0 }, "too old"],
    [{ checklist: "other" }, "another checklist (other)"],
    [{ format: "1" }, "not a saved checklist"],
  ]) {
    const read = fromFile(JSON.stringify({ ...file, ...change }), list);
    assert.ok("problem" in read && read.problem.includes(words), JSON.stringify(read));
  }
});

test("text and table hold what is shown, with dates, ticks and notes", () => {
  const now = state({
    ticks: { always: true },
    notes: { always: '=2+"2"' },
    given: { began: "2026-11-01" },
  });
  const ids = shown(list, now, everything, today);
  assert.ok(asText(list, now, ids, today).includes('[x] Always (Worker; note: =2+"2")'));
  assert.ok(asText(list, now, ids, today).includes("[ ] Hold the review (By Sun 29 Nov 2026)"));
  assert.ok(
    asCsv(list, now, ids, today).includes(
      `"First","Always","Worker","Should","","yes","'=2+""2"""`,
    ),
  );
});
