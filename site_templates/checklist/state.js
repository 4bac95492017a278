// A checklist in use: what is ticked, what applies, what is due, and how a copy passes to a file
// and back. Pure.
import { parseDay } from "../reason/civil.js";
import { holds, isUnsure } from "../reason/guards.js";
import { workOut } from "../reason/timeline.js";
import { recordOf, textsOf } from "../parts/found.js";
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

/** @returns {State} */
export const empty = () => ({ ticks: {}, notes: {}, answers: {}, given: {} });

/** @param {State} state @returns {boolean} whether nothing has been entered */
export function isEmpty(state) {
  return sizeOf(state) === 0;
}

/** @param {State} state @returns {number} how many things were entered */
function sizeOf({ ticks, notes, answers, given }) {
  return [ticks, notes, answers, given].flatMap((part) => Object.keys(part)).length;
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
 * items that are gone is dropped, and counted.
 * @param {Checklist} list
 * @param {State & Pick<Copy, "texts">} copy
 * @returns {{ state: State, difference: Difference, lost: number }}
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
        ([name]) => Object.hasOwn(list.dates, name) || Object.hasOwn(list.rules.deadlines, name),
      ),
    ),
  };
  const { texts } = copy;
  return {
    state,
    lost: sizeOf(copy) - sizeOf(state),
    difference: {
      added: Object.entries(list.items)
        .filter(([id]) => !(id in texts))
        .map(([, item]) => item.text),
      changed: Object.entries(list.items)
        .filter(([id, item]) => id in texts && texts[id] !== item.text)
        .map(([, item]) => item.text),
      dropped: Object.entries(texts)
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
  return Object.fromEntries(Object.entries(values).filter(([id]) => Object.hasOwn(known, id)));
}

/**
 * Whether a question of the list has this answer.
 * @param {Checklist} list
 * @param {string} name
 * @param {string} answer
 */
export function fits(list, name, answer) {
  const question = Object.hasOwn(list.questions, name) ? list.questions[name] : undefined;
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
    texts: textsOf(found.texts),
    ...entered(found),
  };
  return { copy };
}

/**
 * What was entered in a checklist, as far as it can be read.
 * @param {Record<string, unknown>} found
 * @returns {State}
 */
function entered({ ticks, notes, answers, given }) {
  return {
    ticks: Object.fromEntries(
      Object.entries(recordOf(ticks)).flatMap(([id, done]) => (done === true ? [[id, done]] : [])),
    ),
    notes: textsOf(notes),
    answers: textsOf(answers),
    given: Object.fromEntries(
      Object.entries(textsOf(given)).filter(([, day]) => parseDay(day) !== null),
    ),
  };
}

// ---- what the tab holds -------------------------------------------------------------------------

/**
 * @typedef {Pick<State, "answers" | "given">} Handed
 * @typedef {{
 *   state: State, open: string, filter: Filter, notes: boolean, handed: Handed, lost: number
 * }} Before
 */

/**
 * @param {Checklist} list
 * @param {Record<string, string> | null} answers
 * @param {Record<string, string> | null} given
 * @returns {Handed} what another aid hands the list, as far as it asks for that
 */
export function handedTo(list, answers, given) {
  return {
    answers: Object.fromEntries(
      Object.entries(answers ?? {}).filter(([name, answer]) => fits(list, name, answer)),
    ),
    given: kept(given ?? {}, list.dates),
  };
}

/**
 * What the tab holds of a checklist: what was entered, or the label of the copy that was open, and
 * what was to be seen. What the list does not know is left out and counted.
 * @param {Checklist} list
 * @param {unknown} found
 * @returns {Before}
 */
export function before(list, found) {
  const { open, role, overdue, all, notes, handed, state } = recordOf(found);
  const copy = { ...entered(recordOf(state)), texts: {} };
  const roles = Object.values(list.items).map(({ who }) => who);
  const { answers, given } = recordOf(handed);
  return {
    ...carriedOver(list, copy),
    open: short(open, 60),
    filter: {
      role: typeof role === "string" && roles.includes(role) ? role : "",
      overdue: overdue === true,
      all: all === true,
    },
    notes: notes === true,
    handed: { answers: textsOf(answers), given: textsOf(given) },
  };
}

/** @param {unknown} value @param {number} most */
function short(value, most) {
  return typeof value === "string" ? value.slice(0, most) : "";
}
