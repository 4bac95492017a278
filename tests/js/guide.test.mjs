import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../site_templates/reason/civil.js";
import { record } from "../../site_templates/guide/record.js";
import {
  fitting,
  stillPossible,
  view,
  way,
  whatWouldChange,
} from "../../site_templates/guide/state.js";
import { question } from "./support.mjs";

const go = (...ways) => ({
  exactlyOne: false,
  routes: ways.map(([to, when = null]) => ({ go: to, when })),
});
const is = (question, ...ids) => ({ tests: { [question]: { is: ids } }, any: [], not: null });

const tree = {
  id: "t",
  title: "T",
  start: "who",
  regionsToday: "2026-06-15",
  questions: {
    who: question({
      answers: {
        carer: { label: "Carer", go: go(["age"]) },
        parent: { label: "Parent", go: go(["stop"]) },
      },
      regions: [
        { given: "carer", label: "Carer" },
        { given: "parent", label: "Parent" },
      ],
    }),
    age: question({
      kind: "number",
      number: { unit: "years", min: 0, max: 17 },
      bands: [
        { id: "under", label: "Under 10", below: 10, go: null },
        { id: "over", label: "10 or over", from: 10, go: null },
      ],
      go: go(["last"]),
      regions: [
        { given: "0", label: "0 to 9 years" },
        { given: "10", label: "10 to 17 years" },
      ],
    }),
    last: question({
      answers: {
        yes: { label: "Yes", go: go(["young", is("age", "under")], ["old"]) },
        no: { label: "No", go: go(["stop"]) },
      },
      regions: [
        { given: "yes", label: "Yes" },
        { given: "no", label: "No" },
      ],
    }),
  },
  outcomes: {
    stop: { title: "Stop", kind: "stop" },
    young: { title: "Young", kind: "go" },
    old: { title: "Old", kind: "go" },
  },
};
const days = { today: parseDay("2026-11-22") };

test("the view counts questions and knows what is still possible", () => {
  const start = view(tree, {}, days);
  assert.deepEqual([start.asking, start.number, start.atMost], ["who", 1, 3]);
  assert.ok(start.possible.has(way("last", "young", "yes")));
  const later = view(tree, { who: "carer", age: "12" }, days);
  assert.deepEqual([later.asking, later.number, later.atMost], ["last", 3, 3]);
  assert.ok(
    !later.possible.has(way("last", "young", "yes")),
    "a child of 12 cannot come to 'young'",
  );
  assert.ok(later.possible.has(way("last", "old", "yes")));
  assert.ok(!later.possible.has(way("who", "stop", "parent")), "what was passed is not ahead");
});

test("changing an answer keeps those after it aside, and they count again", () => {
  const answers = { who: "carer", age: "12", last: "yes" };
  assert.equal(view(tree, answers, days).outcome, "old");
  const changing = view(tree, answers, days, "age");
  assert.deepEqual(
    [changing.asking, changing.outcome, changing.walk.path.length],
    ["age", null, 1],
  );
  assert.equal(view(tree, { ...answers, age: "9" }, days).outcome, "young");
  assert.equal(view(tree, { ...answers, who: "parent" }, days).outcome, "stop");
});

test("what would lead elsewhere: one line for each question and place, the nearest answer first", () => {
  const found = whatWouldChange(tree, { who: "carer", age: "12", last: "yes" }, days);
  assert.deepEqual(found, [
    { question: "who", label: "Parent", outcome: "stop", next: null },
    { question: "age", label: "0 to 9 years", outcome: "young", next: null },
    { question: "last", label: "No", outcome: "stop", next: null },
  ]);
  assert.deepEqual(
    whatWouldChange(tree, { who: "carer" }, days),
    [],
    "nothing before there is a result",
  );
});

test("nothing is possible after a result", () => {
  assert.equal(stillPossible(tree, view(tree, { who: "parent" }, days).walk).size, 0);
});

test("a record says how its result stands on the day it is made", () => {
  const standings = [
    { last: "2026-12-31", binds: false, words: "In force from 1 January 2027" },
    { last: null, binds: true, words: "" },
  ];
  const own = {
    ...tree,
    outcomes: { ...tree.outcomes, stop: { ...tree.outcomes.stop, in_force: standings } },
  };
  const made = (day) =>
    record(own, view(own, { who: "parent" }, days), {
      version: "",
      disclaimer: "",
      today: parseDay(day),
    });
  assert.ok(made("2026-12-31").includes("Result: Stop (In force from 1 January 2027)"));
  assert.ok(made("2027-01-01").includes("Result: Stop\n"));
});

test("of answers given before, those that the tree takes stay, and the others are counted", () => {
  for (const [found, answers, lost] of [
    [null, {}, 0],
    ["x", {}, 0],
    [["who"], {}, 0],
    [{}, {}, 0],
    [{ who: "carer", age: "12" }, { who: "carer", age: "12" }, 0],
    [{ who: "carer", gone: "yes", age: "99" }, { who: "carer" }, 2],
    [{ who: "constructor", constructor: "yes" }, {}, 2],
    [{ who: { toString: "carer" }, age: [12], last: null }, {}, 3],
    [{ who: ["carer"], last: ["yes", "no"] }, { who: ["carer"] }, 1],
  ])
    assert.deepEqual(fitting(tree, found, days), { answers, lost }, JSON.stringify(found));
  assert.equal(view(tree, fitting(tree, { who: ["carer"] }, days).answers, days).asking, "age");
});
