// Whether what is said is in force on a day. The twin of generator/reason/in_force.py, which gives
// the standings.
import { isoDay } from "./civil.js";

/** @typedef {import("../assets/data.js").Standing} Standing */

/** @type {Standing} */
const IN_FORCE = { last: null, binds: true, words: "" };

/**
 * How something stands on a day.
 * @param {Standing[] | undefined} standings from the earliest to the last; left out where it is
 *   simply in force
 * @param {number} today a day number
 * @returns {Standing}
 */
export function standing(standings, today) {
  const day = isoDay(today);
  return standings?.find(({ last }) => last === null || day <= last) ?? IN_FORCE;
}
