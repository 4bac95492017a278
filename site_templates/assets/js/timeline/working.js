import { civil } from "../reason/civil.js";
import { weekday } from "../reason/counting.js";
import { standing } from "../reason/in-force.js";
import { make } from "../parts/dom.js";
import { MONTHS, capital, dayWords, daysWords } from "../parts/words.js";

/** @typedef {import("../reason/timeline.js").Dated} Dated */

const LONGEST = 70;

/**
 * How a date was counted: the rule, the start, the days left out, and, for working days, the calendar with each day numbered.
 * @param {Dated} row @param {import("../reason/timeline.js").Rules} rules @param {Record<string, string>} events names of events
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
    row.business && !row.leftOut.length ? line("Left out.", "Weekends. No bank holiday falls in this time.") : null,
    ...special(row, rules).map(([head, text]) => line(head, text)),
    row.event === row.id ? null : line("Counted back.", `This is about ${events[row.event] ?? row.event}.`),
    row.estimated ? line("An estimate.", rules.sentences.estimate ?? "") : null,
    row.missing.length ? line("Missing.", `The date of ${row.missing.map((event) => events[event] ?? event).join(" and ")}.`) : null,
    row.withheld === null ? null : line("Not known.", `Bank holidays for ${row.withheld} are not yet published, so no date is given.`),
    stands ? line("In force.", `${stands}.`) : null,
    end === null ? null : line("The answer.", `${dayWords(end)}.`),
    regime?.explains ? line("How days are counted.", regime.explains) : null,
    row.deadline.missed ? line("If missed.", row.deadline.missed) : null,
  ];
  const words = make("div", {}, ...said);
  const short = row.business && row.start !== null && end !== null && end - row.start <= LONGEST;
  return make("div", { class: short ? "wgrid" : "" }, words, short ? grid(row, /** @type {number} */ (row.start), /** @type {number} */ (end)) : null);
}

/** @param {Dated} row @returns {string} whether the day it starts from counts */
function firstDay(row) {
  if (!row.deadline.beginning_with && !row.deadline.on_days) return " That day is not counted.";
  return row.business ? " That day, or the first working day after it, is day 1." : " That day is day 1.";
}

/**
 * What a date needs said beside its rule: a month without such a day, a second reading. The same sentences as Python's.
 * @param {Dated} row @param {import("../reason/timeline.js").Rules} rules
 * @returns {[string, string][]} each with its heading
 */
export function special(row, rules) {
  const { sentences } = rules;
  /** @type {[string, string][]} */
  const said = [];
  if (row.monthEnd) said.push(["Month end.", sentences[isAge(row.deadline) ? "leap_day" : "month_end"] ?? ""]);
  if (row.monthStart) said.push(["Month end.", sentences.month_start ?? ""]);
  if (row.otherReading) said.push(["Two readings.", otherReading(row, row.otherReading, rules)]);
  return said;
}

/** @param {import("../reason/timeline.js").Deadline} deadline @returns {boolean} whether it is a birthday or the like */
function isAge(deadline) {
  return deadline.at?.[1] === "year";
}

/**
 * What is said where a rule can be read in two ways that give two days. The twin of working.py, in its sentence.
 * @param {Dated} row @param {import("../reason/timeline.js").Deadline} reading
 * @param {import("../reason/timeline.js").Rules} rules
 * @returns {string}
 */
function otherReading(row, reading, rules) {
  /** @type {Record<string, string>} */
  const slots = {
    why: sentence(reading.why_second ?? ""),
    rule: reading.rule,
    counted: rules.regimes[reading.counting]?.name ?? reading.counting,
    day: row.other === null ? "" : dayWords(row.other),
    year: String(row.otherWithheld),
    which: row.due === null ? "later" : "earlier",
  };
  const said = rules.sentences[row.other === null ? "two_readings_one_day" : "two_readings"] ?? "";
  return said.replace(/\{(\w+)\}/g, (_, name) => slots[name] ?? "");
}

/** @param {string} head @param {string} text */
function line(head, text) {
  return make("p", {}, make("strong", {}, head), ` ${text}`);
}

/** @param {string} text */
function sentence(text) {
  return `${capital(text)}${text.endsWith(".") ? "" : "."}`;
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
      const label = number === 1 || day === first ? `${number} ${MONTHS[month - 1]}` : String(number);
      const inside = day > start || (inclusive && day === start);
      const rest = weekday(day) > 4 || out.has(day);
      if (inside && day <= end && !rest) counted += 1;
      const kind = day > end || day < start ? "beyond" : day === start && !inclusive ? "zero" : rest ? "leftout" : day === end ? "count last" : "count";
      const mark = kind === "zero" ? make("b", {}, "start") : kind.startsWith("count") ? make("b", {}, String(counted)) : out.has(day) ? make("em", {}, "bank holiday") : null;
      cells.push(make("td", { class: kind }, make("span", {}, label), mark));
    }
    rows.push(make("tr", {}, ...cells));
  }
  const days = [["M", "Monday"], ["T", "Tuesday"], ["W", "Wednesday"], ["T", "Thursday"], ["F", "Friday"], ["S", "Saturday"], ["S", "Sunday"]];
  const head = make("tr", {}, ...days.map(([short = "", long = ""]) => make("th", { scope: "col" }, make("abbr", { title: long }, short))));
  return make("table", { class: "cal" }, make("caption", { class: "visually-hidden" }, "The days counted, Monday to Sunday"), make("thead", {}, head), make("tbody", {}, ...rows));
}
