// The days that something without a number comes after and before. The twin of
// generator/reason/order.py.

/**
 * Whether what something comes after is later than what it comes before, so that no day can be
 * given.
 * @param {{ follows: number | null, precedes: number | null }} row
 * @returns {boolean}
 */
export function crossed({ follows, precedes }) {
  return follows !== null && precedes !== null && follows > precedes;
}
