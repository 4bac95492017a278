// A checklist in use: what is ticked, what applies, what is due, and how a copy passes to a file
// and back. Pure.
import { parseDay } from "../reason/civil.js";
import { holds, isUnsure } from "../reason/guards.js";
import { workOut } from "../reason/timeline.js";
import { dayNumbers, readAll, understood } from "../parts/given.js";
import { crossed } from "../reason/order.js";
import { isDated, stateOf } from "../parts/words.js";
import { fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/types.js").Answered} Answered */
/** @typedef {import("../reason/timeline.js").Dated} Dated */
/**
 * @typedef {import("../assets/data.js").Item} Item
 * @typedef {import("../assets/data.js").Checklist} Checklist
 * @typedef {{
 *   ticks: Record<string, true>, notes: Record<string, string>, answers: Record<string, string>,
 *   given: Record<string, string>
 * }} State
 * @typedef {State & {
 *   format: number, checklist: string, version: string, label: string, saved: number,
 *   texts: Record<string, string>
 * }} Copy
 * @typedef {{ added: string[], changed: string[], dropped: string[] }} Difference
 */

export const FORMAT = 1;
const MOST_TEXT = 2_000;

/** @returns {State} */
export const empty = () => ({ ticks: {}, notes: {}, answers: {}, given: {} });

/** @param {State} state @returns {boolean} whether nothing has been entered */
export function isEmpty(state) {
  return [state.ticks, state.notes, state.answers, state.given].every(
    (part) => !Object.keys(part).length,
  );
}

/**
 * Whether an item applies, by the answers given: yes, no, or maybe (a question it looks at is not
 * answered).
 * @param {Checklist} list
 * @param {string} id
 * @param {State} state
 * @returns {"yes" | "no" | "maybe"}
 */
export function applies(list, id, state) {
  const guard = list.items[id]?.applies;
  if (!guard) return "yes";
  const result = holds(guard, answered(list, state));
  return result === null ? "maybe" : result ? "yes" : "no";
}

/**
 * @param {Checklist} list
 * @param {State} state
 * @returns {Record<string, Answered>} the answers that can be understood, and are no "not sure"
 */
function answered(list, state) {
  const read = Object.entries(readAll(Object.entries(list.questions), state.answers));
  return Object.fromEntries(read.filter(([, answer]) => !isUnsure(answer)));
}

/**
 * @param {Checklist} list
 * @param {State} state
 * @returns {Record<string, Dated>} the dates known, by deadline
 */
export function dates(list, state) {
  const rows = workOut(
    list.rules,
    Object.keys(list.rules.deadlines),
    dayNumbers(state.given),
    answered(list, state),
  );
  return Object.fromEntries(rows.map((row) => [row.id.replace(/\.1$/, ""), row]));
}

/**
 * What stands beside an item: its date as worked out, and whether it is overdue.
 * @param {Checklist} list
 * @param {string} id
 * @param {State} state
 * @param {Record<string, Dated>} worked
 * @param {number} today
 */
export function dueOf(list, id, state, worked, today) {
  const row = worked[list.items[id]?.due ?? ""];
  if (!row || (!isDated(row) && !crossed(row) && row.actual === null)) return null;
  const shown = stateOf(row, today);
  return { row, state: shown, overdue: shown.kind === "late" && !state.ticks[id] };
}

/** @typedef {{ role: string, overdue: boolean, all: boolean }} Filter */

/**
 * The items to show, in order, under a filter.
 * @param {Checklist} list
 * @param {State} state
 * @param {Filter} filter
 * @param {number} today
 * @returns {Set<string>}
 */
export function shown(list, state, filter, today) {
  const worked = dates(list, state);
  const wanted = Object.entries(list.items).filter(
    ([id, item]) =>
      (filter.all || applies(list, id, state) !== "no") &&
      (!filter.role || item.who === filter.role) &&
      (!filter.overdue || dueOf(list, id, state, worked, today)?.overdue),
  );
  return new Set(wanted.map(([id]) => id));
}

// ---- copies -------------------------------------------------------------------------------------

/**
 * @param {Checklist} list
 * @param {State} state
 * @param {string} label
 * @param {number} today
 * @returns {Copy}
 */
export function asCopy(list, state, label, today) {
  const texts = Object.fromEntries(Object.entries(list.items).map(([id, item]) => [id, item.text]));
  return {
    format: FORMAT,
    checklist: list.id,
    version: list.version,
    label,
    saved: today,
    texts,
    ...structuredClone(state),
  };
}

/**
 * Bring a copy, perhaps made for another version, to this checklist: by item id. What it holds of
 * items that are gone is dropped.
 * @param {Checklist} list
 * @param {Copy} copy
 * @returns {{ state: State, difference: Difference }}
 */
export function carriedOver(list, copy) {
  const state = {
    ticks: kept(copy.ticks, list.items),
    notes: kept(copy.notes, list.items),
    answers: Object.fromEntries(
      Object.entries(copy.answers).filter(([name, answer]) => fits(list, name, answer)),
    ),
    given: Object.fromEntries(
      Object.entries(copy.given).filter(
        ([name]) => name in list.dates || name in list.rules.deadlines,
      ),
    ),
  };
  const before = copy.texts;
  return {
    state,
    difference: {
      added: Object.entries(list.items)
        .filter(([id]) => !(id in before))
        .map(([, item]) => item.text),
      changed: Object.entries(list.items)
        .filter(([id, item]) => id in before && before[id] !== item.text)
        .map(([, item]) => item.text),
      dropped: Object.entries(before)
        .filter(([id]) => !(id in list.items))
        .map(([, text]) => text),
    },
  };
}

/**
 * @template T
 * @param {Record<string, T>} values
 * @param {Record<string, unknown>} known
 * @returns {Record<string, T>}
 */
function kept(values, known) {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id in known));
}

/**
 * Whether a question of the list has this answer.
 * @param {Checklist} list
 * @param {string} name
 * @param {string} answer
 */
export function fits(list, name, answer) {
  const question = list.questions[name];
  return question !== undefined && understood(question, answer) !== null;
}

/** @param {Copy} copy @returns {string} the text of a file */
export function asFile(copy) {
  return JSON.stringify({ kind: "permanence-pathways checklist", ...copy }, null, 2) + "\n";
}

/**
 * Read a copy from a text: a file the reader opened, or what storage held. A sentence says what is
 * wrong with one that cannot be read.
 * @param {string} text
 * @param {Checklist} list
 * @returns {{ copy: Copy } | { problem: string }}
 */
export function fromFile(text, list) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: words.checklist.file.unreadable };
  }
  if (
    typeof found !== "object" ||
    found === null ||
    typeof found.format !== "number" ||
    typeof found.checklist !== "string"
  ) {
    return { problem: words.checklist.file.not_a_checklist };
  }
  if (found.format > FORMAT) return { problem: words.checklist.file.too_new };
  if (found.format < FORMAT) return { problem: words.checklist.file.too_old };
  if (found.checklist !== list.id)
    return {
      problem: fill(words.checklist.file.another, { checklist: found.checklist.slice(0, 60) }),
    };
  /** @type {Copy} */
  const copy = {
    format: FORMAT,
    checklist: list.id,
    version: short(found.version, 40),
    label: short(found.label, 60),
    saved: Number.isInteger(found.saved) ? found.saved : 0,
    texts: texts(found.texts),
    ticks: Object.fromEntries(
      Object.keys(object(found.ticks))
        .filter((id) => found.ticks[id] === true)
        .map((id) => [id, true]),
    ),
    notes: texts(found.notes),
    answers: texts(found.answers),
    given: Object.fromEntries(
      Object.entries(texts(found.given)).filter(([, day]) => parseDay(day) !== null),
    ),
  };
  return { copy };
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function object(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : {};
}

/** @param {unknown} value @returns {Record<string, string>} */
function texts(value) {
  return Object.fromEntries(
    Object.entries(object(value))
      .filter(([, text]) => typeof text === "string" && text !== "")
      .map(([name, text]) => [name, short(text, MOST_TEXT)]),
  );
}

/** @param {unknown} value @param {number} most */
function short(value, most) {
  return typeof value === "string" ? value.slice(0, most) : "";
}
