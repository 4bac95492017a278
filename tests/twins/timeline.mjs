// Reads cases (one JSON a line: rules, an order, and days given) and prints what the browser's twin
// makes of each: its rows or, where the line says how, a calendar file of them.
import { createInterface } from "node:readline";
import { isoDay, parseDay } from "../../site_templates/reason/civil.js";
import { whenWords } from "../../site_templates/parts/words.js";
import { workOut } from "../../site_templates/reason/timeline.js";
import { asIcs } from "../../site_templates/dates/files.js";

const iso = (day) => (day === null ? null : isoDay(day));
let rules;
for await (const line of createInterface({ input: process.stdin })) {
  const batch = JSON.parse(line);
  if (batch.rules) rules = batch.rules;
  const results = batch.cases.map(({ given, answers }) => {
    const days = Object.fromEntries(
      Object.entries(given).map(([name, day]) => [name, parseDay(day)]),
    );
    const read = Object.entries(answers ?? {}).map(([name, answer]) => [
      name,
      { chosen: new Set([answer]), number: null, since: null, until: null },
    ]);
    const rows = workOut(rules, batch.order, days, Object.fromEntries(read));
    if (batch.calendar)
      return asIcs(rows, rules, { ...batch.calendar, stamp: parseDay(batch.calendar.stamp) });
    return rows.map((row) => [
      row.id,
      row.event,
      iso(row.notBefore),
      iso(row.due),
      iso(row.other),
      iso(row.actual),
      iso(row.follows),
      iso(row.precedes),
      row.estimatedEnds,
      row.estimated,
      row.applies,
      row.leftOut.map(iso),
      row.monthEnd,
      row.monthStart,
      row.missing,
      row.withheld,
      row.otherWithheld,
      row.actual === null ? whenWords(row) : "",
    ]);
  });
  process.stdout.write(JSON.stringify(results) + "\n");
}
