import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords, firstChoice, rowsThatDiffer } from "../../site_templates/parts/comparison.js";

const all = ["home", "relatives", "fostering", "order", "adoption"];

test("the first choice: what the address names, else the first three, in the order of the page", () => {
  const cases = [
    ["", ["home", "relatives", "fostering"]],
    ["#with=adoption", ["adoption"]],
    ["#with=adoption,order", ["order", "adoption"]],
    ["#with=adoption,order,fostering,home", ["home", "fostering", "order", "adoption"]],
    ["#with=nobody", ["home", "relatives", "fostering"]],
    ["#reviews", ["home", "relatives", "fostering"]],
  ];
  for (const [hash, expected] of cases) assert.deepEqual(firstChoice(hash, all), expected, hash);
  assert.deepEqual(firstChoice("", ["one", "two"]), ["one", "two"]);
});

test("rows that differ are judged among the chosen options only", () => {
  const columns = [
    { id: "home", values: ["Yes", "18", "None"] },
    { id: "order", values: ["No", "18", "None"] },
    { id: "adoption", values: ["No", "For life", "None"] },
  ];
  assert.deepEqual(rowsThatDiffer(columns, ["home", "order"]), [0]);
  assert.deepEqual(rowsThatDiffer(columns, ["order", "adoption"]), [1]);
  assert.deepEqual(rowsThatDiffer(columns, ["home", "adoption"]), [0, 1]);
  assert.deepEqual(rowsThatDiffer(columns, ["home"]), []);
  assert.deepEqual(rowsThatDiffer(columns, []), []);
});

test("the count is said in words", () => {
  assert.equal(countWords(3, 9, 12, "options"), "3 of 9 options, 12 rows.");
  assert.equal(countWords(2, 9, 1, "options"), "2 of 9 options, 1 row.");
});
