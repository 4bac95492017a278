// Do bands and guards hold? The twin of generator/reason/guards.py: true, false, or null (not
// asked).
import { passed, reached } from "./civil.js";

/** @typedef {import("./types.js").Answered} Answered */
/** @typedef {import("../assets/data.js").Bound} Bound */

export const UNSURE = "unsure";

/** @param {Answered} answer @returns {boolean} */
export function isUnsure(answer) {
  return (
    answer.chosen.size === 1 &&
    answer.chosen.has(UNSURE) &&
    answer.number === null &&
    answer.since === null
  );
}

/**
 * @param {Answered} answer
 * @param {Bound} bound
 * @returns {boolean} whether the bound is reached (inclusive)
 */
function atLeast(answer, bound) {
  if (Array.isArray(bound))
    return (
      answer.since !== null && answer.until !== null && reached(answer.since, bound, answer.until)
    );
  return answer.number !== null && answer.number >= bound;
}

/**
 * @param {Answered} answer
 * @param {Bound} bound
 * @returns {boolean} whether the bound is passed (exclusive)
 */
function beyond(answer, bound) {
  if (Array.isArray(bound))
    return (
      answer.since !== null && answer.until !== null && passed(answer.since, bound, answer.until)
    );
  return answer.number !== null && answer.number > bound;
}

/**
 * Whether a number or a length of time lies within bounds: from and up_to include, below and over
 * do not.
 * @param {Answered} answer
 * @param {{ from?: Bound, below?: Bound, up_to?: Bound, over?: Bound }} bounds
 * @returns {boolean}
 */
export function within(answer, bounds) {
  return (
    (bounds.from === undefined || atLeast(answer, bounds.from)) &&
    (bounds.over === undefined || beyond(answer, bounds.over)) &&
    (bounds.below === undefined || !atLeast(answer, bounds.below)) &&
    (bounds.up_to === undefined || !beyond(answer, bounds.up_to))
  );
}

/**
 * @param {import("../assets/data.js").Guard} guard
 * @param {Record<string, Answered>} walk
 * @returns {boolean | null}
 */
export function holds(guard, walk) {
  const results = Object.entries(guard.tests).map(([name, test]) => testHolds(test, walk[name]));
  if (guard.any.length) results.push(any(guard.any.map((inner) => holds(inner, walk))));
  if (guard.not) {
    const inner = holds(guard.not, walk);
    results.push(inner === null ? null : !inner);
  }
  return all(results);
}

/**
 * @param {import("../assets/data.js").Test} test
 * @param {Answered | undefined} answer
 * @returns {boolean | null}
 */
function testHolds(test, answer) {
  if (answer === undefined) return null;
  if (test.is) return test.is.some((id) => answer.chosen.has(id));
  if (isUnsure(answer)) return false;
  if (test.has !== undefined) return answer.chosen.has(test.has);
  if (test.lacks !== undefined) return !answer.chosen.has(test.lacks);
  return within(answer, test);
}

/** @param {(boolean | null)[]} results @returns {boolean | null} */
function all(results) {
  if (results.includes(false)) return false;
  return results.includes(null) ? null : true;
}

/** @param {(boolean | null)[]} results @returns {boolean | null} */
function any(results) {
  if (results.includes(true)) return true;
  return results.includes(null) ? null : false;
}
