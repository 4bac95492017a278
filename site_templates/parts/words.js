// Days and states in words. Pure.
import { civil } from "../reason/civil.js";
import { weekday } from "../reason/counting.js";
import { standing } from "../reason/in-force.js";

/** @typedef {import("../reason/timeline.js").Dated} Dated */
/**
 * @typedef {{
 *   kind: "done" | "late" | "soon" | "due" | "est" | "wait" | "open", words: string
 * }} State
 */

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
const SOON = 21;

/** @param {number} day @returns {string} for example Wed 21 Jan 2026 */
export function dayWords(day) {
  const { year, month, day: number } = civil(day);
  return `${DAYS[weekday(day)]} ${number} ${MONTHS[month - 1]} ${year}`;
}

/** @param {number} days @returns {string} */
function span(days) {
  if (days < 15) return days === 1 ? "1 day" : `${days} days`;
  const weeks = Math.floor(days / 7);
  return weeks < 20 ? `${weeks} weeks` : `${Math.round(days / 30.4)} months`;
}

/**
 * What a deadline's date means on a day. Every state has its own word; colour and shape only repeat
 * it.
 * @param {Dated} row
 * @param {number} today
 * @returns {State}
 */
export function stateOf(row, today) {
  if (row.actual !== null) return { kind: "done", words: `Held ${dayWords(row.actual)}` };
  const stands = standing(row.deadline.in_force, today);
  if (!stands.binds) return { kind: "open", words: stands.words };
  if (row.withheld !== null)
    return { kind: "open", words: `Bank holidays for ${row.withheld} are not yet published` };
  if (row.due === null && row.notBefore === null)
    return { kind: "open", words: row.missing.length ? "A date is missing" : "No date to count" };
  if (row.due === null) {
    const first = /** @type {number} */ (row.notBefore);
    return first > today
      ? { kind: "wait", words: `Not before: ${span(first - today)} to go` }
      : { kind: "due", words: "Possible now" };
  }
  if (row.estimated)
    return { kind: "est", words: row.due < today ? "Estimate, already past" : "Estimate" };
  if (row.due < today && row.applies === "maybe")
    return { kind: "open", words: `If it applies, overdue by ${span(today - row.due)}` };
  if (row.due < today) return { kind: "late", words: `Overdue by ${span(today - row.due)}` };
  if (row.due === today) return { kind: "soon", words: "Due today" };
  return {
    kind: row.due - today <= SOON ? "soon" : "due",
    words: `Due in ${span(row.due - today)}`,
  };
}

/** @param {Dated} row @returns {string} when, in words */
export function whenWords(row) {
  const about = row.estimated ? "about " : "";
  const parts = [];
  if (row.notBefore !== null) parts.push(`not before ${about}${dayWords(row.notBefore)}`);
  if (row.due !== null) parts.push(`by ${about}${dayWords(row.due)}`);
  return capital(parts.join(", "));
}

/**
 * @param {Dated} row
 * @returns {string} the day another reading of the rule gives, in a few words; empty where there is
 *   none
 */
export function otherWords(row) {
  return row.other === null ? "" : `Read another way: ${dayWords(row.other)}`;
}

/**
 * @param {Dated} row
 * @returns {string} a title with the number of a series, or the event a gap was solved back to
 */
export function titleOf(row) {
  const { title, every, gap, other_event: other } = row.deadline;
  if (gap && other && row.event !== row.id) return `${capital(other)} (for: ${title})`;
  const number = /\.(\d+)$/.exec(row.id)?.[1];
  return number && every ? `${title} (${number})` : title;
}

/**
 * How something stands on a day, and how binding it is then: not at all while it is not in force.
 * @param {{ force: string, in_force?: import("../assets/data.js").Standing[] }} piece
 * @param {number} today
 * @returns {{ force: string, stands: import("../assets/data.js").Standing }}
 */
export function bindingOn(piece, today) {
  const stands = standing(piece.in_force, today);
  return { force: stands.binds ? piece.force : "fact", stands };
}

/**
 * @param {Parameters<typeof bindingOn>[0]} piece
 * @param {number} today
 * @returns {string} the same in one cell of a table
 */
export function bindingWords(piece, today) {
  const { force, stands } = bindingOn(piece, today);
  return [stands.binds ? force : "", stands.words].filter(Boolean).join(", ");
}

/** @param {number} birth @param {number} day @returns {string} */
export function age(birth, day) {
  const from = civil(birth);
  const to = civil(day);
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  if (months < 0) return "";
  const years = Math.floor(months / 12);
  return years >= 2 ? `${years} years` : `${months} month${months === 1 ? "" : "s"}`;
}

/**
 * @param {number[]} days in order
 * @returns {string} months named once: 25 and 28 December 2026 and 1 January 2027
 */
export function daysWords(days) {
  /** @type {Map<string, string[]>} */
  const months = new Map();
  for (const each of days) {
    const { year, month, day } = civil(each);
    const name = `${MONTH_NAMES[month - 1]} ${year}`;
    months.set(name, [...(months.get(name) ?? []), String(day)]);
  }
  return listed([...months].map(([name, numbers]) => `${listed(numbers)} ${name}`));
}

/** @param {string[]} items @returns {string} as English lists them: a, b and c */
export function listed(items) {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** @param {string} text @returns {string} the same, begun as a sentence */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * @param {string} text
 * @returns {string} words as a sentence of their own; nothing stays nothing
 */
export function sentence(text) {
  const words = text.trim();
  return words && `${capital(words)}${words.endsWith(".") ? "" : "."}`;
}

/**
 * @param {string} text
 * @returns {string} as it stands inside a sentence; acronyms keep their capitals
 */
export function lowerFirst(text) {
  return /^.\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
