import assert from "node:assert/strict";
import { test } from "node:test";
import { begin } from "../../site_templates/dates/begin.js";
import { question } from "./support.mjs";

const yesOrNo = (more = {}) =>
  question({
    answers: { yes: { label: "Yes", go: null }, no: { label: "No", go: null } },
    ...more,
  });
const data = (...ids) => ({
  dates: { began: { ask: "When?" }, born: { ask: "Born?" } },
  rules: { deadlines: { review: {} } },
  timelines: ids.map((id) => ({
    id,
    questions: { court: yesOrNo(), route: yesOrNo({ as: `${id}/route` }) },
  })),
});
const child = (given = {}, answers = {}) => ({ given, answers });
const typed = child({ began: "2026-10-01", "review.2": "2026-11-01" }, { court: "yes" });
const alien = child({ left: "2026-10-01", constructor: "x" }, { court: "perhaps", gone: "no" });
const kept = { saved: 0, children: [child({ left: "2025-01-01" }, { route: "no" })], chosen: [] };
const none = () => null;

test("a calculator begins with what the tab holds, else with what is kept, else empty", () => {
  for (const [tab, device, told] of [
    [null, none, {}],
    ["x", none, {}],
    [{ children: 7, chosen: 7, handed: 7 }, none, {}],
    [{ children: [null, 7, "x"] }, none, {}],
    [{ children: [{ given: [1], answers: "x" }] }, none, { children: [child()] }],
    [{ children: [typed] }, none, { children: [typed] }],
    [{ children: [typed], word: "blue" }, none, { children: [typed], word: "blue" }],
    [{ word: 7 }, none, {}],
    [{ word: "x".repeat(99) }, none, { word: "x".repeat(40) }],
    [{ children: [typed, typed] }, () => kept, { children: [typed, typed] }],
    [{ children: [typed, alien] }, none, { children: [typed, child()], lost: 4 }],
    [{ children: [typed], chosen: ["one", "gone"] }, none, { children: [typed], lost: 1 }],
    [
      null,
      () => kept,
      { children: [child({ left: "2025-01-01" }, { "one/route": "no" })], keeping: true },
    ],
    [{ keeping: true }, none, {}],
    [
      { keeping: true, children: [typed] },
      () => kept,
      { children: [child({ left: "2025-01-01" }, { "one/route": "no" })], keeping: true },
    ],
  ])
    assert.deepEqual(
      begin(data("one"), { tab, kept: device, handed: null }),
      { children: [child()], chosen: ["one"], word: "", keeping: false, lost: 0, ...told },
      JSON.stringify(tab),
    );
});

test("of several timelines those are chosen that were and still are there", () => {
  for (const [chosen, still, lost] of [
    [undefined, [], 0],
    [[], [], 0],
    [["two"], ["two"], 0],
    [["one", "gone", 7], ["one"], 2],
  ]) {
    const found = begin(data("one", "two"), { tab: { chosen }, kept: none, handed: null });
    assert.deepEqual([found.chosen, found.lost], [still, lost]);
  }
});

test("what a guide hands over stands until it is changed here, and again where the guide's answer changed", () => {
  const handed = child(
    { began: "2026-10-01", elsewhere: "2026-10-02" },
    { court: "yes", gone: "no" },
  );
  const fits = child(handed.given, { court: "yes" });
  const later = child({ began: "2026-12-01" }, { court: "no" });
  for (const [tab, now, children] of [
    [null, handed, [fits]],
    [{ children: [child()], handed }, handed, [child()]],
    [{ children: [typed, typed], handed }, handed, [typed, typed]],
    [
      { children: [typed], handed },
      later,
      [child({ began: "2026-12-01", "review.2": "2026-11-01" }, { court: "no" })],
    ],
  ])
    assert.deepEqual(
      begin(data("one"), { tab, kept: () => kept, handed: now }).children,
      children,
      JSON.stringify([tab, now]),
    );
});
