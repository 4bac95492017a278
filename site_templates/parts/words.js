// Days and states in words. Pure.
import { civil } from "../reason/civil.js";
import { weekday } from "../reason/counting.js";
import { standing } from "../reason/in-force.js";
import { apart, crossed } from "../reason/order.js";
import { counted, fill } from "./fill.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/timeline.js").Dated} Dated */
/**
 * @typedef {{
 *   kind: "done" | "late" | "soon" | "due" | "est" | "wait" | "open", words: string
 * }} State
 */

const DAYS = words.parts.weekdays.map((name) => name.slice(0, 3));
export const MONTHS = words.parts.months.map((name) => name.slice(0, 3));
const SOON = 21;
/** @type {Record<string, string>} */
const FORCE = words.parts.force;

/** @param {number} day @returns {string} for example Wed 21 Jan 2026 */
export function dayWords(day) {
  const { year, month, day: number } = civil(day);
  return `${DAYS[weekday(day)]} ${number} ${MONTHS[month - 1]} ${year}`;
}

/** @param {number} days @returns {string} */
function span(days) {
  const { spans } = words.parts;
  if (days < 15) return counted(spans.days, days);
  const weeks = Math.floor(days / 7);
  return weeks < 20 ? counted(spans.weeks, weeks) : counted(spans.months, Math.round(days / 30.4));
}

/**
 * What a deadline's date means on a day. Every state has its own word; colour and shape only repeat
 * it.
 * @param {Dated} row
 * @param {number} today
 * @returns {State}
 */
export function stateOf(row, today) {
  const { states } = words.parts;
  if (row.actual !== null)
    return { kind: "done", words: fill(states.held, { day: dayWords(row.actual) }) };
  const stands = standing(row.deadline.in_force, today);
  if (!stands.binds) return { kind: "open", words: stands.words };
  if (row.withheld !== null)
    return { kind: "open", words: fill(states.no_holidays, { year: row.withheld }) };
  if (crossed(row)) return { kind: "open", words: states.crossed };
  if (row.due === null && row.notBefore === null)
    return {
      kind: "open",
      words: row.missing.length
        ? states.date_missing
        : isDated(row)
          ? states.only_order
          : states.nothing_to_count,
    };
  if (row.due === null) {
    const first = /** @type {number} */ (row.notBefore);
    return first > today
      ? { kind: "wait", words: fill(states.not_before, { span: span(first - today) }) }
      : { kind: "due", words: states.possible };
  }
  if (row.estimated)
    return { kind: "est", words: row.due < today ? states.estimate_past : states.estimate };
  const over = span(today - row.due);
  if (row.due < today && row.applies === "maybe")
    return { kind: "open", words: fill(states.overdue_if_applies, { span: over }) };
  if (row.due < today) return { kind: "late", words: fill(states.overdue, { span: over }) };
  if (row.due === today) return { kind: "soon", words: states.due_today };
  return {
    kind: row.due - today <= SOON ? "soon" : "due",
    words: fill(states.due_in, { span: span(row.due - today) }),
  };
}

/** @param {Dated} row @returns {boolean} whether anything is known of when it is */
export function isDated(row) {
  return (
    !crossed(row) && [row.due, row.notBefore, row.follows, row.precedes].some((day) => day !== null)
  );
}

/** @param {Dated} row @returns {string} when, in words; where no day can be, why not */
export function whenWords(row) {
  const { when } = words.parts;
  /** @param {number} day @param {boolean} [about] */
  const said = (day, about = row.estimated) =>
    about ? fill(when.about, { day: dayWords(day) }) : dayWords(day);
  if (crossed(row))
    return fill(when.crossed, {
      after: said(row.follows ?? 0),
      before: said(row.precedes ?? 0, row.estimatedEnds[1]),
    });
  const parts = [];
  if (row.notBefore !== null) parts.push(fill(when.not_before, { day: said(row.notBefore) }));
  if (row.due !== null) parts.push(fill(when.by, { day: said(row.due) }));
  const [after, before] = row.estimatedEnds;
  if (row.follows !== null && !apart(row))
    parts.push(fill(after ? when.after_latest : when.after, { day: dayWords(row.follows) }));
  if (row.precedes !== null)
    parts.push(fill(before ? when.before_latest : when.before, { day: dayWords(row.precedes) }));
  return capital(parts.join(", "));
}

/**
 * @param {Dated} row
 * @returns {string} the day another reading of the rule gives, in a few words; empty where there is
 *   none
 */
export function otherWords(row) {
  if (row.other === null) return "";
  return fill(words.parts.when.read_another_way, { day: dayWords(row.other) });
}

/**
 * @param {Dated} row
 * @returns {string} a title with the number of a series, or the event a gap was solved back to
 */
export function titleOf(row) {
  const { title } = row.deadline;
  if (row.solvedBack !== null)
    return fill(words.parts.event_for, { event: capital(row.solvedBack), title });
  const number = /\.(\d+)$/.exec(row.id)?.[1];
  return number ? `${title} (${number})` : title;
}

/**
 * How something stands on a day, and how binding it is then, with the word for it: not at all while
 * it is not in force. What an authority says of its own practice stands for that word in its view.
 * @param {{ force: string, own?: string, in_force?: import("../assets/data.js").Standing[] }} piece
 * @param {number} today
 * @returns {{ force: string, word: string, stands: import("../assets/data.js").Standing }} the
 *   word is empty for what binds nobody
 */
export function bindingOn(piece, today) {
  const stands = standing(piece.in_force, today);
  if (!stands.binds) return { force: "fact", word: "", stands };
  if (piece.own !== undefined) return { force: "local", word: piece.own, stands };
  return { force: piece.force, word: FORCE[piece.force] ?? "", stands };
}

/**
 * @param {Parameters<typeof bindingOn>[0]} piece
 * @param {number} today
 * @returns {string} the same in one cell of a table
 */
export function bindingWords(piece, today) {
  const { word, stands } = bindingOn(piece, today);
  return [word, stands.words].filter(Boolean).join(", ");
}

/** @param {number} birth @param {number} day @returns {string} */
export function age(birth, day) {
  const from = civil(birth);
  const to = civil(day);
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  if (months < 0) return "";
  const years = Math.floor(months / 12);
  const { spans } = words.parts;
  return years >= 2 ? counted(spans.years, years) : counted(spans.months, months);
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
    const name = `${words.parts.months[month - 1]} ${year}`;
    months.set(name, [...(months.get(name) ?? []), String(day)]);
  }
  return listed([...months].map(([name, numbers]) => `${listed(numbers)} ${name}`));
}

/** @param {string[]} items @returns {string} as English lists them: a, b and c */
export function listed(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2
    ? last
    : fill(words.parts.list, { items: items.slice(0, -1).join(", "), last });
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
  const said = text.trim();
  return said && `${capital(said)}${said.endsWith(".") ? "" : "."}`;
}

/**
 * @param {string} text
 * @returns {string} as it stands inside a sentence; acronyms keep their capitals
 */
export function lowerFirst(text) {
  return /^(A |.\p{Ll})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
