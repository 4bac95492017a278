import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addWhole,
  civil,
  dayNumber,
  daysInMonth,
  reached,
} from "../../site_templates/reason/civil.js";

const LENGTHS = [
  [1, "month"],
  [2, "month"],
  [3, "month"],
  [6, "month"],
  [11, "month"],
  [13, "month"],
  [1, "year"],
  [2, "year"],
  [3, "year"],
];

/**
 * The day that many months before, else the last of that month: counted back by hand, with none of
 * the code under test.
 */
function back(end, months) {
  const { year, month, day } = civil(end);
  let [toYear, toMonth] = [year, month - months];
  while (toMonth < 1) [toYear, toMonth] = [toYear - 1, toMonth + 12];
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

test("the period counted back from an earliest day never holds the day it began on, from the day before it does", () => {
  let tried = 0;
  for (const length of LENGTHS) {
    const months = length[0] * (length[1] === "year" ? 12 : 1);
    for (let day = dayNumber(2000, 1, 1); day < dayNumber(2035, 1, 1); day += 1) {
      const earliest = addWhole(day, length);
      assert.ok(day <= back(earliest, months), `${day} ${length}`);
      assert.ok(day > back(earliest - 1, months), `${day} ${length}`);
      assert.ok(reached(day, length, earliest) && !reached(day, length, earliest - 1));
      tried += 1;
    }
  }
  assert.ok(tried >= 100_000);
});
