// The days that something without a number comes after and before. The twin of
// generator/reason/order.py.

/** @typedef {{ day: number, estimated: boolean }} Day */

/**
 * Both ends; where they are the wrong way round, an estimate is given up, the earlier event's first.
 * @param {Day | null} follows
 * @param {Day | null} precedes
 * @returns {[Day | null, Day | null]}
 */
export function possible(follows, precedes) {
  if (follows && precedes && follows.day > precedes.day) {
    if (follows.estimated) return [null, precedes];
    if (precedes.estimated) return [follows, null];
  }
  return [follows, precedes];
}
