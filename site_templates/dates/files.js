// Dates as files and text: .ics, CSV, plain text. No name of anybody goes in, because none is asked
// for. A calendar takes an event for one it has where both have the same id, so an id is made of the
// deadline and of the worker's own word for the case.
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

const MORNING = 9; // o'clock, when a reminder comes on its day
const FIRST = Date.UTC(2026, 0, 1); // from when the minutes are counted by which a later file is told
const MINUTE = 60_000;

/**
 * An iCalendar file of all-day events; what was held stands on its real day, as done. The same rows,
 * moment and word give the same bytes.
 * @param {Dated[]} rows @param {import("../assets/data.js").Rules} rules
 * @param {{ word: string, moment: number, stamp: number, alarms: number[] }} options `word`: the
 *   worker's own for the case, without which no later file can update these dates; `moment`: in
 *   milliseconds; `stamp`: the day on which it is judged what is in force; `alarms`: days before to
 *   be reminded, in the morning
 * @returns {string}
 */
export function asIcs(rows, rules, { word: typed, moment, stamp, alarms }) {
  const word = typed
    .replaceAll(/\p{Surrogate}/gu, "")
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .join(" ");
  const id = word ? encodeURIComponent(word.toLowerCase()) : String(moment);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${words.dates.files.made_by}`];
  for (const row of rows) {
    const day = row.actual ?? row.due ?? row.notBefore;
    if (day === null || row.applies === "no") continue;
    const title = eventTitle(row, stamp, word);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${row.id}.${id}@permanence-pathways`,
      `SEQUENCE:${Math.floor((moment - FIRST) / MINUTE)}`,
      `DTSTAMP:${new Date(moment).toISOString().replaceAll(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${basic(day)}`,
      `DTEND;VALUE=DATE:${basic(day + 1)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description(row, rules, stamp, word))}`,
      "TRANSP:TRANSPARENT",
    );
    for (const days of row.actual === null ? alarms : [])
      lines.push(
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escaped(title)}`,
        `TRIGGER:-P${days > 1 ? `${days - 1}D` : ""}T${24 - MORNING}H`,
        "END:VALARM",
      );
    lines.push("END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** @param {Dated} row @param {number} on @param {string} word @returns {string} */
function eventTitle(row, on, word) {
  const { by, not_before, done, estimate, if_it_applies } = words.dates.files;
  const stands = standing(row.deadline.in_force, on);
  const form = row.due === null ? not_before : by;
  const title =
    row.actual === null
      ? [
          fill(form, { title: titleOf(row) }),
          row.estimated ? estimate : "",
          row.applies === "maybe" ? if_it_applies : "",
          stands.binds ? "" : lowerFirst(stands.words),
        ]
          .filter(Boolean)
          .join(", ")
      : fill(done, { title: titleOf(row) });
  return word ? fill(words.dates.files.case, { case: word, title }) : title;
}

/**
 * What is read on the day itself, away from the site: why it falls on it (of what was held: its
 * rule), how it stands, what that rests on.
 * @param {Dated} row
 * @param {import("../assets/data.js").Rules} rules
 * @param {number} on
 * @param {string} word
 * @returns {string}
 */
function description(row, rules, on, word) {
  const { source, in_force: standings } = row.deadline;
  return [
    row.actual === null ? because(row, rules) : sentence(row.deadline.words),
    sentence(standing(standings, on).words),
    source ? fill(words.sentences.source, { source }) : "",
    word ? "" : words.dates.files.no_word,
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
