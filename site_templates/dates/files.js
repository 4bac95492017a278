// Dates as files and text: .ics, CSV, plain text. No name of anybody goes in, because none is asked
// for.
import { civil, isoDay } from "../reason/civil.js";
import { standing } from "../reason/in-force.js";
import { crossed } from "../reason/order.js";
import { csv } from "../parts/csv.js";
import {
  bindingWords,
  capital,
  dayWords,
  lowerFirst,
  otherWords,
  sentence,
  stateOf,
  titleOf,
  whenWords,
} from "../parts/words.js";
import { fill } from "../parts/fill.js";
import { because } from "./working.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/timeline.js").Dated} Dated */

/**
 * An iCalendar file: all-day events with stable ids. The same rows and stamp give the same bytes.
 * @param {Dated[]} rows @param {import("../assets/data.js").Rules} rules
 * @param {{ id: string, stamp: number, alarms: number[] }} options days before to be reminded
 * @returns {string}
 */
export function asIcs(rows, rules, { id, stamp, alarms }) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${words.dates.files.made_by}`];
  for (const row of rows) {
    const day = row.due ?? row.notBefore;
    if (day === null || row.applies === "no" || row.actual !== null) continue;
    const title = eventTitle(row, stamp);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${row.id}@${id}.permanence-pathways`,
      `DTSTAMP:${basic(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${basic(day)}`,
      `DTEND;VALUE=DATE:${basic(day + 1)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description(row, rules, stamp))}`,
      "TRANSP:TRANSPARENT",
    );
    for (const days of alarms)
      lines.push(
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escaped(title)}`,
        `TRIGGER:-P${days}D`,
        "END:VALARM",
      );
    lines.push("END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** @param {Dated} row @param {number} on @returns {string} */
function eventTitle(row, on) {
  const { by, not_before, estimate, if_it_applies } = words.dates.files;
  const stands = standing(row.deadline.in_force, on);
  return [
    fill(row.due === null ? not_before : by, { title: titleOf(row) }),
    row.estimated ? estimate : "",
    row.applies === "maybe" ? if_it_applies : "",
    stands.binds ? "" : lowerFirst(stands.words),
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * What is read on the day itself, away from the site: why it falls on it, how it stands, what that
 * rests on.
 * @param {Dated} row
 * @param {import("../assets/data.js").Rules} rules
 * @param {number} on
 * @returns {string}
 */
function description(row, rules, on) {
  const { source, in_force: standings } = row.deadline;
  return [
    because(row, rules),
    sentence(standing(standings, on).words),
    source ? fill(words.sentences.source, { source }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {Dated[]} rows @param {number} today @returns {string} */
export function asCsv(rows, today) {
  const { heads } = words.dates.files;
  const body = rows
    .filter((row) => row.applies !== "no")
    .map((row) => [
      titleOf(row),
      bindingWords(row.deadline, today),
      iso(row.notBefore),
      iso(row.due),
      iso(row.other),
      row.estimated ? words.parts.yes : "",
      iso(row.actual),
      row.actual === null && crossed(row) ? whenWords(row) : stateOf(row, today).words,
      row.deadline.words,
      row.deadline.source ?? "",
    ]);
  return csv([heads, ...body]);
}

/** @param {Dated[]} rows @param {string} title @param {number} today @returns {string} */
export function asText(rows, title, today) {
  const lines = rows
    .filter((row) => row.applies !== "no" && (whenWords(row) || row.actual !== null))
    .map((row) => textLine(row, today));
  return (
    [title, "", ...lines, "", fill(words.dates.files.worked_out, { day: isoDay(today) })].join(
      "\n",
    ) + "\n"
  );
}

/** @param {Dated} row @param {number} today @returns {string} */
function textLine(row, today) {
  const when = whenWords(row);
  const held =
    row.actual === null ? "" : fill(words.dates.files.held, { day: dayWords(row.actual) });
  const asides = [otherWords(row), standing(row.deadline.in_force, today).words, when && held]
    .filter(Boolean)
    .map((said) => ` (${said})`);
  return `${when || capital(held)}: ${titleOf(row)}${asides.join("")}`;
}

/** @param {number | null} day */
const iso = (day) => (day === null ? "" : isoDay(day));

/** @param {number} day */
function basic(day) {
  const { year, month, day: number } = civil(day);
  return (
    `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}` +
    `${String(number).padStart(2, "0")}`
  );
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll("\n", "\\n");
}

/** Fold a line at 75 octets, never inside a character. @param {string} line @returns {string} */
function folded(line) {
  const encoder = new TextEncoder();
  const parts = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > (parts.length ? 74 : 75)) {
      parts.push(part);
      part = "";
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join("\r\n ");
}
