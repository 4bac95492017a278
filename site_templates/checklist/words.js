// A checklist as text and as a table: the items shown, in their order.
import { csv } from "../parts/csv.js";
import { standing } from "../reason/in-force.js";
import { bindingWords, dayWords, whenWords } from "../parts/words.js";
import { dates, dueOf } from "./state.js";
import { fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../assets/data.js").Checklist} Checklist */
/** @typedef {import("./state.js").State} State */

/**
 * @param {Checklist} list
 * @param {State} state
 * @param {Set<string>} shown
 * @param {number} today
 * @returns {string}
 */
export function asText(list, state, shown, today) {
  const { title, copied } = words.checklist.text;
  const worked = dates(list, state);
  const lines = list.sections.flatMap((section) => {
    const items = section.items.filter((id) => shown.has(id));
    return items.length
      ? ["", section.title, ...items.map((id) => line(list, state, id, worked, today))]
      : [];
  });
  return (
    [
      fill(title, { title: list.title, version: list.version }),
      ...lines,
      "",
      fill(copied, { day: dayWords(today) }),
    ].join("\n") + "\n"
  );
}

/**
 * @param {Checklist} list
 * @param {State} state
 * @param {string} id
 * @param {ReturnType<typeof dates>} worked
 * @param {number} today
 */
function line(list, state, id, worked, today) {
  const item = list.items[id];
  const due = dueOf(list, id, state, worked, today);
  const stands = standing(item?.in_force, today).words;
  const note = state.notes[id];
  const more = [
    stands,
    item?.who,
    due ? dueWords(due, today) : null,
    note ? fill(words.checklist.text.note, { note }) : null,
  ]
    .filter(Boolean)
    .join("; ");
  return `[${state.ticks[id] ? "x" : " "}] ${item?.text ?? ""}${more ? ` (${more})` : ""}`;
}

/**
 * @param {Checklist} list
 * @param {State} state
 * @param {Set<string>} shown
 * @param {number} today
 * @returns {string}
 */
export function asCsv(list, state, shown, today) {
  const { heads } = words.checklist.table;
  const worked = dates(list, state);
  const rows = list.sections.flatMap((section) =>
    section.items
      .filter((id) => shown.has(id))
      .map((id) => {
        const item = list.items[id];
        const due = dueOf(list, id, state, worked, today);
        return [
          section.title,
          item?.text ?? "",
          item?.who ?? "",
          item ? bindingWords(item, today) : "",
          due ? dueWords(due, today) : "",
          state.ticks[id] ? words.parts.yes : "",
          state.notes[id] ?? "",
        ];
      }),
  );
  return csv([heads, ...rows]);
}

/**
 * When, in words, and how the rule stands where that need be said.
 * @param {NonNullable<ReturnType<typeof dueOf>>} due
 * @param {number} today
 */
function dueWords(due, today) {
  return [
    ...new Set([
      whenWords(due.row) || due.state.words,
      standing(due.row.deadline.in_force, today).words,
    ]),
  ]
    .filter(Boolean)
    .join(", ");
}
