import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, byName, handedAnew, passedOn } from "../../site_templates/parts/given.js";

const question = (ask, ids, as) => ({
  kind: "one",
  ask,
  answers: Object.fromEntries(ids.map((id) => [id, { label: id, go: null }])),
  ...(as ? { as } : {}),
});
const timelines = (...all) => all.map((questions) => ({ questions }));
const adopters = question("Who wants to adopt?", ["partner", "other"], "adoption/route");
const court = question(
  "Is a court dealing with it?",
  ["court-case", "other"],
  "guardianship/route",
);
const order = question("Is there a care order?", ["yes", "no"]);

test("each question is asked once, under the name its answer is held by", () => {
  for (const [given, names] of [
    [timelines(), []],
    [timelines({ order }), ["order"]],
    [timelines({ order }, { order }), ["order"]],
    [timelines({ order }, { "court-order": { ...order, as: "order" } }), ["order"]],
    [
      timelines({ route: adopters }, { route: court, order }),
      ["adoption/route", "guardianship/route", "order"],
    ],
  ])
    assert.deepEqual(
      asked(given).map(([name]) => name),
      names,
    );
});

test("answers kept by the ids of questions go to the questions that have them, and to no other", () => {
  const both = timelines({ route: adopters, order }, { route: court });
  for (const [before, after] of [
    [{}, {}],
    [{ order: "yes" }, { order: "yes" }],
    [{ gone: "yes" }, { gone: "yes" }],
    [{ route: "partner" }, { "adoption/route": "partner" }],
    [{ route: "court-case" }, { "guardianship/route": "court-case" }],
    [{ route: "other" }, { "adoption/route": "other", "guardianship/route": "other" }],
    [{ route: "nothing-known" }, {}],
    [{ route: "constructor" }, {}],
    [
      { route: "other", "adoption/route": "partner" },
      { "adoption/route": "partner", "guardianship/route": "other" },
    ],
    [{ "guardianship/route": "court-case" }, { "guardianship/route": "court-case" }],
  ]) {
    const copy = structuredClone(before);
    assert.deepEqual(byName(both, before), after);
    assert.deepEqual(before, copy);
    assert.deepEqual(byName(both, after), after, "opened again, nothing moves");
  }
});

test("a walk passes on what it answers of the same questions, and nothing else", () => {
  const path = [
    { question: "court", given: "yes" },
    { question: "who", given: ["aunt", "friend"] },
    { question: "age", given: "9" },
  ];
  for (const [passes, answers] of [
    [{}, {}],
    [{ court: "court" }, { court: "yes" }],
    [
      { proceedings: "court", years: "age" },
      { proceedings: "yes", years: "9" },
    ],
    [{ people: "who" }, { people: "aunt+friend" }],
    [{ court: "not-on-the-way" }, {}],
  ])
    assert.deepEqual(passedOn(passes, path), answers);
});

test("what another aid hands over takes the place of what was typed only where it has changed", () => {
  for (const [typed, before, now, all] of [
    [{}, {}, {}, {}],
    [{}, {}, { born: "2020-01-01" }, { born: "2020-01-01" }],
    [
      { born: "2020-02-02" },
      { born: "2020-01-01" },
      { born: "2020-01-01" },
      { born: "2020-02-02" },
    ],
    [
      { born: "2020-02-02" },
      { born: "2020-01-01" },
      { born: "2020-03-03" },
      { born: "2020-03-03" },
    ],
    [{}, { born: "2020-01-01" }, { born: "2020-01-01" }, {}],
    [
      { born: "2020-01-01", left: "2021-01-01" },
      { born: "2020-01-01" },
      {},
      { left: "2021-01-01" },
    ],
  ]) {
    const copy = structuredClone(typed);
    assert.deepEqual(handedAnew(typed, before, now), all);
    assert.deepEqual(typed, copy);
  }
});
