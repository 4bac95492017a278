import { civil } from "../reason/civil.js";
import { weekday } from "../reason/counting.js";
import { standing } from "../reason/in-force.js";
import { make } from "../parts/dom.js";
import { MONTHS, dayWords, daysWords, listed, sentence } from "../parts/words.js";

/** @typedef {import("../reason/timeline.js").Dated} Dated */
/** @typedef {import("../assets/data.js").Rules} Rules */

const LONGEST = 70;

/**
 * How a date was counted: the rule, the start, the days left out, and, for working days, the
 * calendar with each day numbered.
 * @param {Dated} row
 * @param {Rules} rules
 * @param {Record<string, string>} events names of events
 * @param {number} today
 * @returns {HTMLElement}
 */
export function working(row, rules, events, today) {
  const regime = rules.regimes[row.deadline.counting];
  const end = row.due ?? row.notBefore;
  const stands = standing(row.deadline.in_force, today).words;
  const said = [
    line("The rule.", `${sentence(row.deadline.rule)} ${row.deadline.source ?? ""}`),
    row.start === null ? null : line("The start.", `${dayWords(row.start)}.${firstDay(row)}`),
    row.leftOut.length ? line("Left out.", `Weekends, and ${daysWords(row.leftOut)}.`) : null,
    row.business && !row.leftOut.length
      ? line("Left out.", "Weekends. No bank holiday falls in this time.")
      : null,
    ...monthWords(row, rules).map((words) => line("Month end.", words)),
    row.otherReading ? line("Two readings.", otherReading(row, row.otherReading, rules)) : null,
    row.event === row.id
      ? null
      : line("Counted back.", `This is about ${events[row.event] ?? row.event}.`),
    row.estimated ? line("An estimate.", say(rules, "estimate")) : null,
    row.missing.length
      ? line(
          "Missing.",
          `The date of ${listed(row.missing.map((event) => events[event] ?? event))}.`,
        )
      : null,
    row.withheld === null
      ? null
      : line(
          "Not known.",
          `Bank holidays for ${row.withheld} are not yet published, so no date is given.`,
        ),
    stands ? line("In force.", `${stands}.`) : null,
    end === null ? null : line("The answer.", `${dayWords(end)}.`),
    regime?.explains ? line("How days are counted.", regime.explains) : null,
    row.deadline.missed ? line("If missed.", row.deadline.missed) : null,
  ];
  const words = make("div", {}, ...said);
  const short = row.business && row.start !== null && end !== null && end - row.start <= LONGEST;
  return make(
    "div",
    { class: short ? "wgrid" : "" },
    words,
    short ? grid(row, /** @type {number} */ (row.start), /** @type {number} */ (end)) : null,
  );
}

/** @param {Dated} row @returns {string} whether the day it starts from counts */
function firstDay(row) {
  if (!row.deadline.beginning_with && !row.deadline.on_days) return " That day is not counted.";
  return row.business
    ? " That day, or the first working day after it, is day 1."
    : " That day is day 1.";
}

/**
 * Why a dated row falls on its day, as one or a few sentences. The twin of working.py, in its
 * sentences.
 * @param {Dated} row
 * @param {Rules} rules
 * @returns {string}
 */
export function because(row, rules) {
  const event = row.deadline.other_event ?? row.event;
  const said = [
    sentence(row.deadline.rule),
    row.start !== null && say(rules, "counted_from", { day: dayWords(row.start) }),
    row.event !== row.id && say(rules, "counted_back", { event }),
    row.leftOut.length > 0 && say(rules, "left_out", { days: daysWords(row.leftOut) }),
    ...monthWords(row, rules),
    row.otherReading && `Two readings. ${otherReading(row, row.otherReading, rules)}`,
    row.estimated && `An estimate. ${say(rules, "estimate")}`,
  ];
  return said.filter(Boolean).join(" ");
}

/**
 * One of the sentences Python says too, its blanks filled in.
 * @param {Rules} rules @param {string} name @param {Record<string, string>} [blanks]
 * @returns {string}
 */
export function say(rules, name, blanks = {}) {
  return (rules.sentences[name] ?? "").replace(/\{(\w+)\}/g, (_, blank) => blanks[blank] ?? "");
}

/**
 * @param {Dated} row
 * @param {Rules} rules
 * @returns {string[]} what is said where a month had no such day
 */
function monthWords(row, rules) {
  const said = [];
  if (row.monthEnd) said.push(say(rules, isAge(row.deadline) ? "leap_day" : "month_end"));
  if (row.monthStart) said.push(say(rules, "month_start"));
  return said;
}

/**
 * @param {import("../assets/data.js").Deadline} deadline
 * @returns {boolean} whether it is a birthday or the like
 */
function isAge(deadline) {
  return deadline.at?.[1] === "year";
}

/**
 * What is said where a rule can be read in two ways that give two days. The twin of working.py, in
 * its sentence.
 * @param {Dated} row
 * @param {import("../assets/data.js").Deadline} reading
 * @param {Rules} rules
 * @returns {string}
 */
function otherReading(row, reading, rules) {
  return say(rules, row.other === null ? "two_readings_one_day" : "two_readings", {
    why: sentence(reading.why_second ?? ""),
    rule: reading.rule,
    counted: rules.regimes[reading.counting]?.name ?? reading.counting,
    day: row.other === null ? "" : dayWords(row.other),
    year: String(row.otherWithheld),
    which: row.due === null ? "later" : "earlier",
  });
}

/** @param {string} head @param {string} text */
function line(head, text) {
  return make("p", {}, make("strong", {}, head), ` ${text}`);
}

/** The working calendar. @param {Dated} row @param {number} start @param {number} end */
function grid(row, start, end) {
  const inclusive = Boolean(row.deadline.beginning_with || row.deadline.on_days);
  const out = new Set(row.leftOut);
  const first = start - weekday(start);
  const rows = [];
  let counted = 0;
  for (let week = first; week <= end; week += 7) {
    const cells = [];
    for (let day = week; day < week + 7; day += 1) {
      const { day: number, month } = civil(day);
      const label =
        number === 1 || day === first ? `${number} ${MONTHS[month - 1]}` : String(number);
      const inside = day > start || (inclusive && day === start);
      const rest = weekday(day) > 4 || out.has(day);
      if (inside && day <= end && !rest) counted += 1;
      const kind =
        day > end || day < start
          ? "beyond"
          : day === start && !inclusive
            ? "zero"
            : rest
              ? "leftout"
              : day === end
                ? "count last"
                : "count";
      const mark =
        kind === "zero"
          ? make("b", {}, "start")
          : kind.startsWith("count")
            ? make("b", {}, String(counted))
            : out.has(day)
              ? make("em", {}, "bank holiday")
              : null;
      cells.push(make("td", { class: kind }, make("span", {}, label), mark));
    }
    rows.push(make("tr", {}, ...cells));
  }
  const days = [
    ["M", "Monday"],
    ["T", "Tuesday"],
    ["W", "Wednesday"],
    ["T", "Thursday"],
    ["F", "Friday"],
    ["S", "Saturday"],
    ["S", "Sunday"],
  ];
  const head = make(
    "tr",
    {},
    ...days.map(([short = "", long = ""]) =>
      make("th", { scope: "col" }, make("abbr", { title: long }, short)),
    ),
  );
  return make(
    "table",
    { class: "cal" },
    make("caption", { class: "visually-hidden" }, "The days counted, Monday to Sunday"),
    make("thead", {}, head),
    make("tbody", {}, ...rows),
  );
}
