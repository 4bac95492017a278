import { civil } from "../reason/civil.js";
import { weekday } from "../reason/counting.js";
import { standing } from "../reason/in-force.js";
import { crossed } from "../reason/order.js";
import { make } from "../parts/dom.js";
import { MONTHS, dayWords, daysWords, listed, sentence } from "../parts/words.js";
import { fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

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
  const forms = words.dates.working;
  const said = [
    line(forms.rule, `${sentence(row.deadline.words)} ${row.deadline.source ?? ""}`),
    row.start === null ? null : line(forms.start, startWords(row, row.start)),
    row.leftOut.length
      ? line(forms.left_out, fill(forms.weekends_and, { days: daysWords(row.leftOut) }))
      : null,
    row.business && !row.leftOut.length ? line(forms.left_out, forms.weekends_only) : null,
    ...monthWords(row).map((said) => line(forms.month_end, said)),
    row.otherReading ? line(forms.two_readings, otherReading(row, row.otherReading, rules)) : null,
    row.event === row.id
      ? null
      : line(forms.counted_back, fill(forms.about, { event: events[row.event] ?? row.event })),
    crossed(row) ? line(forms.no_day, words.sentences.crossed) : null,
    !crossed(row) && (row.estimated || row.estimatedEnds.includes(true))
      ? line(forms.estimate, words.sentences.estimate)
      : null,
    row.missing.length
      ? line(
          forms.missing,
          fill(forms.missing_dates, {
            events: listed(row.missing.map((event) => events[event] ?? event)),
          }),
        )
      : null,
    row.withheld === null
      ? null
      : line(forms.not_known, fill(forms.no_holidays, { year: row.withheld })),
    stands ? line(forms.in_force, `${stands}.`) : null,
    end === null ? null : line(forms.answer, `${dayWords(end)}.`),
    regime?.explains ? line(forms.how_counted, regime.explains) : null,
    row.deadline.missed ? line(forms.if_missed, row.deadline.missed) : null,
  ];
  const told = make("div", {}, ...said);
  const short = row.business && row.start !== null && end !== null && end - row.start <= LONGEST;
  return make(
    "div",
    { class: short ? "wgrid" : "" },
    told,
    short ? grid(row, /** @type {number} */ (row.start), /** @type {number} */ (end)) : null,
  );
}

/**
 * @param {Dated} row
 * @param {number} start
 * @returns {string} the day it starts from, and whether that day counts
 */
function startWords(row, start) {
  const { start_not_counted, start_is_day_1, start_from_working_day } = words.dates.working;
  const first = row.business ? start_from_working_day : start_is_day_1;
  return fill(row.startCounts ? first : start_not_counted, { day: dayWords(start) });
}

/**
 * Why a dated row falls on its day, as one or a few sentences. The twin of working.py, in its
 * sentences.
 * @param {Dated} row
 * @param {Rules} rules
 * @returns {string}
 */
export function because(row, rules) {
  const { sentences } = words;
  const forms = words.dates.working;
  const said = [
    sentence(row.deadline.words),
    row.start !== null && fill(sentences.counted_from, { day: dayWords(row.start) }),
    row.solvedBack !== null && fill(sentences.counted_back, { event: row.solvedBack }),
    row.leftOut.length > 0 && fill(sentences.left_out, { days: daysWords(row.leftOut) }),
    ...monthWords(row),
    row.otherReading && `${forms.two_readings} ${otherReading(row, row.otherReading, rules)}`,
    row.estimated && `${forms.estimate} ${sentences.estimate}`,
  ];
  return said.filter(Boolean).join(" ");
}

/**
 * @param {Dated} row
 * @returns {string[]} what is said where a month had no such day
 */
function monthWords(row) {
  const { leap_day, month_end, month_start } = words.sentences;
  const said = [];
  if (row.monthEnd) said.push(isAge(row.deadline) ? leap_day : month_end);
  if (row.monthStart) said.push(month_start);
  return said;
}

/**
 * @param {import("../assets/data.js").Deadline} deadline
 * @returns {boolean} whether it is a birthday or the like
 */
function isAge(deadline) {
  return deadline.rule.kind === "at" && deadline.rule.length[1] === "year";
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
  const { two_readings, two_readings_one_day } = words.sentences;
  const { earlier, later } = words.dates.working;
  return fill(row.other === null ? two_readings_one_day : two_readings, {
    why: sentence(reading.why_second ?? ""),
    rule: reading.words,
    counted: rules.regimes[reading.counting]?.name ?? reading.counting,
    day: row.other === null ? "" : dayWords(row.other),
    year: String(row.otherWithheld),
    which: row.due === null ? later : earlier,
  });
}

/** @param {string} head @param {string} text */
function line(head, text) {
  return make("p", {}, make("strong", {}, head), ` ${text}`);
}

/** The working calendar. @param {Dated} row @param {number} start @param {number} end */
function grid(row, start, end) {
  const inclusive = row.startCounts;
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
          ? make("b", {}, words.dates.working.day_0)
          : kind.startsWith("count")
            ? make("b", {}, String(counted))
            : out.has(day)
              ? make("em", {}, words.dates.working.bank_holiday)
              : null;
      cells.push(make("td", { class: kind }, make("span", {}, label), mark));
    }
    rows.push(make("tr", {}, ...cells));
  }
  const head = make(
    "tr",
    {},
    ...words.parts.weekdays.map((name) =>
      make("th", { scope: "col" }, make("abbr", { title: name }, name.slice(0, 1))),
    ),
  );
  return make(
    "table",
    { class: "cal" },
    make("caption", { class: "visually-hidden" }, words.dates.working.calendar),
    make("thead", {}, head),
    make("tbody", {}, ...rows),
  );
}
