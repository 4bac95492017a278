import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { keysFor, read } from "../../site_templates/parts/fields.js";
import { readAll } from "../../site_templates/parts/given.js";
import { understand } from "../../site_templates/reason/walk.js";
import { workOut } from "../../site_templates/reason/timeline.js";
import { question } from "./support.mjs";

const ROOT = new URL("../../", import.meta.url);
const number = (min, max, more) =>
  question({ kind: "number", number: { unit: "degrees", min, max }, ...more });
const typed = (text) => {
  const form = new FormData();
  form.set("number", text);
  return form;
};
const understood = (asked, text) => {
  try {
    return understand("cold", asked, text, { today: 0 }).number;
  } catch {
    return null;
  }
};

test("a number field takes what the reasoner takes, and nothing else", () => {
  const texts = ["-3", "-10", "-11", "0", "-0", "007", "+3", "3.5", "1e3", "", "unsure", "12-"];
  for (const text of [...texts, "1234567890", "999999999", "٣"])
    for (const asked of [number(-10, 20), number(0, 20), number(0, 1e9), number(-10, -2)]) {
      const found = read("cold", asked, typed(text), 0);
      const wanted = understood(asked, text);
      assert.equal("given" in found ? found.given : null, wanted === null ? null : `${wanted}`);
    }
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (min, max, value) => {
      const found = read("cold", number(min, max), typed(`${value}`), 0);
      const wanted = understood(number(min, max), `${value}`);
      assert.equal("given" in found ? Number(found.given) : null, wanted);
    }),
  );
});

test("a phone shows a minus where a number may be below nought", () => {
  assert.equal(keysFor(number(-10, 20)), "text");
  assert.equal(keysFor(number(0, 20)), "numeric");
});

test("a deadline applies by what an answer counts as, whatever kind of question gave it", () => {
  const label = (name) => ({ label: name, go: null });
  const young = { id: "young", label: "Young", below: 10, go: null };
  const questions = {
    one: question({ kind: "one", answers: { yes: label("Yes"), no: label("No") } }),
    many: question({ kind: "many", answers: { aunt: label("Aunt"), gran: label("Gran") } }),
    age: number(0, 17, { bands: [young], unsure: label("Not sure") }),
  };
  for (const [guard, answers, applies] of [
    [{ one: { is: ["yes"] } }, { one: "yes" }, "yes"],
    [{ one: { is: ["yes"] } }, { one: "no" }, "no"],
    [{ one: { is: ["yes"] } }, { one: "constructor" }, "maybe"],
    [{ many: { has: "gran" } }, { many: "aunt+gran" }, "yes"],
    [{ many: { lacks: "gran" } }, { many: "aunt+gran" }, "no"],
    [{ age: { is: ["young"] } }, { age: "9" }, "yes"],
    [{ age: { is: ["young"] } }, { age: "10" }, "no"],
    [{ age: { from: 5 } }, { age: "9" }, "yes"],
    [{ age: { from: 5 } }, { age: "unsure" }, "maybe"],
    [{ age: { from: 5 } }, { age: "99" }, "maybe"],
  ]) {
    const deadline = {
      id: "visit",
      rule: { kind: "order" },
      applies: { tests: guard, any: [], not: null },
    };
    const rules = {
      deadlines: { visit: deadline },
      regimes: {},
      calendar: { holidays: [], first: 2012, last: 2028 },
    };
    const [row] = workOut(rules, ["visit"], {}, readAll(Object.entries(questions), answers));
    assert.equal(row?.applies, applies, JSON.stringify([guard, answers]));
  }
});

test("no module but the reasoner reads the text of an answer", () => {
  const reads = /split\("\+"\)|\\d\{1,9\}|\[0-9\]\{1,9\}|hasOwn\(question\.answers/;
  const found = readdirSync(new URL("site_templates", ROOT), { recursive: true })
    .filter((name) => name.endsWith(".js") && !name.includes("built"))
    .filter((name) => reads.test(readFileSync(new URL(`site_templates/${name}`, ROOT), "utf-8")));
  assert.deepEqual(found, ["reason/walk.js"]);
});
