// The days that something without a number comes after and before. The twin of
// generator/reason/order.py.

/**
 * @typedef {{ follows: number | null, precedes: number | null, estimatedEnds: [boolean, boolean] }} Ends
 */

/**
 * Whether what something comes after is later than what it comes before, so that no day can be
 * given. What it comes after has to have a real day: of one that is only the latest day nobody
 * knows how much earlier it was.
 * @param {Ends} row
 * @returns {boolean}
 */
export function crossed(row) {
  return apart(row) && !row.estimatedEnds[0];
}

/**
 * Whether what something comes after is, as far as it was worked out, later than what it comes
 * before.
 * @param {Ends} row
 * @returns {boolean}
 */
export function apart({ follows, precedes }) {
  return follows !== null && precedes !== null && follows > precedes;
}
