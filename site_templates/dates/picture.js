import { civil, dayNumber } from "../reason/civil.js";
import { MONTHS, dayWords, stateOf, titleOf } from "../parts/words.js";
import { counted, fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/timeline.js").Dated} Dated */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1136;
const LEFT = 330;
const RIGHT = 40;
const ROW = 34;
const TOP = 76;
const MARKS = {
  done: "M-6 .5l4 4L6-4",
  late: "M-4-8v16M-4-8H7L4-4l3 4H-4",
  soon: "M0-8a8 8 0 0 1 0 16z",
  due: "",
  est: "",
  wait: "M-5 0h10",
  open: "",
};
/** @type {Record<string, string>} */
const LABELS = words.dates.picture.marks;

/**
 * A picture of the dates: time allowed as a bar, the last day as a mark whose shape repeats the
 * state. Its twin is the table.
 * @param {Dated[]} rows
 * @param {number} today
 * @returns {SVGElement | null} null where no date is known
 */
export function picture(rows, today) {
  const dated = rows.filter(
    (row) =>
      row.applies !== "no" && (row.due !== null || row.actual !== null || row.notBefore !== null),
  );
  if (!dated.length) return null;
  const days = dated.flatMap((row) =>
    [row.start, row.due, row.actual, row.notBefore].filter((day) => day !== null),
  );
  const [from, to] = [Math.min(...days, today) - 7, Math.max(...days, today) + 14];
  /** @param {number} day */
  const x = (day) => Math.round(LEFT + ((day - from) / (to - from)) * (WIDTH - LEFT - RIGHT));
  const height = TOP + dated.length * ROW + 12;
  const root = shape("svg", {
    class: "tl",
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: "img",
    "aria-label": counted(words.dates.picture.label, dated.length, {
      from: dayWords(from),
      to: dayWords(to),
    }),
  });
  for (const [day, label] of ticks(from, to)) {
    root.append(
      shape("path", { class: "grid", d: `M${x(day)} 30V${height}` }),
      text(x(day) + 4, 24, label, "ax"),
    );
  }
  root.append(shape("path", { class: "today", d: `M${x(today)} 34V${height}` }));
  for (const [index, row] of dated.entries())
    root.append(...drawn(row, TOP + index * ROW, x, today));
  const tag = Math.min(Math.max(x(today) - 62, LEFT), WIDTH - 134);
  root.append(
    shape("rect", { class: "tag", x: tag, y: 30, width: 124, height: 24, rx: 3 }),
    text(tag + 10, 47, fill(words.dates.picture.today, { day: dayAndMonth(today) }), "tg"),
  );
  return root;
}

/**
 * @param {Dated} row
 * @param {number} y
 * @param {(day: number) => number} x
 * @param {number} today
 * @returns {SVGElement[]}
 */
function drawn(row, y, x, today) {
  const state = stateOf(row, today);
  const end = /** @type {number} */ (row.actual ?? row.due ?? row.notBefore);
  const parts = [text(0, y + 5, shortened(titleOf(row)), "nm")];
  if (row.start !== null && row.due !== null) {
    const [left, right] = [x(Math.min(row.start, row.due)), x(Math.max(row.start, row.due))];
    parts.push(
      shape("rect", {
        class: row.estimated ? "span est" : "span",
        x: left,
        y: y - 6,
        width: Math.max(2, right - left),
        height: 12,
      }),
    );
    parts.push(shape("path", { class: "end", d: `M${right} ${y - 10}V${y + 10}` }));
  }
  if (state.kind === "late")
    parts.push(shape("path", { class: "over", d: `M${x(end)} ${y}H${x(today)}` }));
  const mark = shape("g", { class: `m ${state.kind}`, transform: `translate(${x(end)} ${y})` });
  // What is late is a flag alone: the shape says it, not the colour.
  if (state.kind !== "late")
    mark.append(
      shape("circle", {
        r: 9,
        fill: state.kind === "done" ? "currentColor" : "var(--pw-paper)",
        stroke: "currentColor",
        "stroke-width": 2,
        ...(state.kind === "est" ? { "stroke-dasharray": "2 3" } : {}),
      }),
    );
  mark.append(
    shape("path", {
      d: MARKS[state.kind],
      fill: state.kind === "soon" || state.kind === "late" ? "currentColor" : "none",
      stroke: state.kind === "done" ? "var(--pw-paper)" : "currentColor",
      "stroke-width": 2,
    }),
  );
  parts.push(mark);
  const label = fill(LABELS[state.kind] ?? "{day}", { day: dayAndMonth(end) });
  // Beyond the line of time over, which ends today.
  const after = (state.kind === "late" ? x(today) : x(end)) + 16;
  const room = after + label.length * 8 < WIDTH;
  parts.push(
    text(room ? after : x(end) - 16, y + 5, label, `lb ${state.kind}`, room ? "start" : "end"),
  );
  return parts;
}

/** @param {number} day @returns {string} for example 21 Jan */
const dayAndMonth = (day) => dayWords(day).slice(4, -5);

/** @param {string} title cut at a word, with three dots, to stand left of the picture */
function shortened(title) {
  return title.length > 36 ? `${title.slice(0, 35).replace(/\s+\S*$/, "")}…` : title;
}

/** @param {number} from @param {number} to @returns {[number, string][]} */
function ticks(from, to) {
  const months = Math.max(1, Math.ceil((to - from) / 30.4 / 12));
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => size >= months) ?? 120;
  /** @type {[number, string][]} */
  const found = [];
  const { year, month } = civil(from);
  for (let at = year * 12 + month; ; at += 1) {
    const day = dayNumber(Math.floor(at / 12), (at % 12) + 1, 1);
    if (day > to) return found;
    if (at % step === 0)
      found.push([
        day,
        at % 12 === 0 || found.length === 0
          ? `${MONTHS[at % 12]} ${Math.floor(at / 12)}`
          : (MONTHS[at % 12] ?? ""),
      ]);
  }
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
function shape(name, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} said
 * @param {string} name
 * @param {string} [anchor]
 */
function text(x, y, said, name, anchor = "start") {
  const element = shape("text", { x, y, class: name, "text-anchor": anchor });
  element.textContent = said;
  return element;
}
