import { parseDay } from "../reason/civil.js";
import { crossed } from "../reason/order.js";
import { make } from "../parts/dom.js";
import { standingMarks } from "../parts/standing-marks.js";
import {
  age,
  bindingOn,
  capital,
  dayWords,
  otherWords,
  stateOf,
  titleOf,
  whenWords,
} from "../parts/words.js";
import { fill } from "../parts/fill.js";
import { working } from "./working.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/timeline.js").Dated} Dated */

/**
 * One case's dates as a table, each with its state today and its working, folded.
 * @param {Dated[]} rows
 * @param {{ data: import("./timeline-calculator.js").Data, child: number, born: (row: Dated) =>
 *   string | undefined, now: number, record: (row: Dated) => HTMLElement | null }} options `born`
 *   gives the day of birth as an ISO day; `record` makes the box for the day something was held.
 */
export function datesTable(rows, { data, child, born, now, record }) {
  const said = words.dates.table;
  const body = inOrder(rows).flatMap((row) => {
    const state = stateOf(row, now);
    const { force, word, stands } = bindingOn(row.deadline, now);
    const marks = standingMarks(
      word ? [force, word] : null,
      stands.words === state.words ? { ...stands, words: "" } : stands,
    );
    const id = `working-${row.id.replaceAll(".", "-")}-${child}`;
    const below = make("tr", { class: "working", hidden: true, id }, make("td", { colspan: "4" }));
    const show = make(
      "button",
      {
        type: "button",
        class: "btn bare",
        "aria-expanded": "false",
        "aria-controls": id,
        click: () => {
          const cell = below.firstElementChild;
          if (cell && !cell.children.length)
            cell.append(working(row, data.rules, data.events, now));
          below.hidden = !below.hidden;
          show.setAttribute("aria-expanded", String(!below.hidden));
          show.firstChild?.replaceWith(below.hidden ? said.show_working : said.hide_working);
        },
      },
      said.show_working,
      make("span", { class: "visually-hidden" }, fill(words.dates.of, { title: titleOf(row) })),
    );
    const day = row.due ?? row.notBefore;
    const birth = parseDay(born(row) ?? "");
    const extra = [
      row.applies === "maybe" ? said.may_apply : row.applies === "no" ? said.does_not_apply : "",
      row.event !== row.id ? fill(said.about, { event: data.events[row.event] ?? row.event }) : "",
      row.deadline.serves
        ? fill(said.local_target, {
            event: data.events[row.deadline.serves] ?? row.deadline.serves,
          })
        : "",
      birth !== null && day !== null && day >= birth
        ? fill(said.age, { age: age(birth, day) })
        : "",
    ].filter(Boolean);
    const line = make(
      "tr",
      { class: `r-${state.kind}` },
      make(
        "th",
        { scope: "row" },
        make("span", { class: "what" }, titleOf(row)),
        ...marks,
        ...extra.map((text) => make("span", { class: "small" }, text)),
      ),
      make(
        "td",
        { class: "num by" },
        whenWords(row) || capital(row.deadline.words),
        row.other === null ? null : make("span", { class: "small" }, otherWords(row)),
      ),
      make(
        "td",
        { class: "stt" },
        make("span", { class: `state ${state.kind}` }, state.words),
        record(row),
      ),
      make("td", { class: "wk" }, show),
    );
    return [line, below];
  });
  const head = make(
    "tr",
    {},
    ...[said.what, said.by, fill(said.state, { day: dayWords(now).slice(4) }), said.counting].map(
      (text) => make("th", { scope: "col" }, text),
    ),
  );
  return make(
    "table",
    { class: "dates worked" },
    make("thead", {}, head),
    make("tbody", {}, ...body),
  );
}

/**
 * Dates first, in order of time; what has none keeps its place at the end.
 * @param {Dated[]} rows
 * @returns {Dated[]}
 */
export function inOrder(rows) {
  /** @param {Dated} row */
  const day = (row) =>
    row.actual ??
    row.due ??
    row.notBefore ??
    (crossed(row) ? Infinity : (row.precedes ?? row.follows ?? Infinity));
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => day(a.row) - day(b.row) || a.index - b.index)
    .map(({ row }) => row);
}
