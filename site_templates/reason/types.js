// What the reasoner makes of the page's data (whose own types are in assets/data.d.ts).

/**
 * @typedef {{
 *   chosen: Set<string>, number: number | null, since: number | null, until: number | null
 * }} Answered
 * @typedef {string | string[]} Given
 * @typedef {{ question: string, given: Given, answer: Answered, because: string, to: string }} Step
 * @typedef {{ path: Step[], outcome: string | null, next: string | null }} Walk
 */

export {};
