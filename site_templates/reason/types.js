// What the page's data looks like. Written by generator/compile/data/.

/**
 * @typedef {number | import("./civil.js").Length} Bound
 * @typedef {{
 *   is?: string[], from?: Bound, below?: Bound, up_to?: Bound, over?: Bound, has?: string,
 *   lacks?: string
 * }} Test
 * @typedef {{ tests: Record<string, Test>, any: Guard[], not: Guard | null }} Guard
 * @typedef {{ go: string, when: Guard | null }} Route
 * @typedef {{ exactlyOne: boolean, routes: Route[] }} Routes
 * @typedef {{ label: string, alone?: boolean, go: Routes | null }} Answer
 * @typedef {{
 *   id: string, label: string, from?: Bound, below?: Bound, up_to?: Bound, over?: Bound,
 *   go: Routes | null
 * }} Band
 * @typedef {{ given: string, label: string }} Region
 * @typedef {{
 *   kind: "one" | "many" | "number" | "elapsed", ask: string, short: string,
 *   answers: Record<string, Answer>, number: { unit: string, min: number, max: number } | null,
 *   elapsed: { date: string, until: string } | null, bands: Band[], unsure: Answer | null,
 *   go: Routes | null, untilSettled: string | null, regions: Region[], as?: string,
 *   plain?: string | null, help?: string | null
 * }} Question
 * @typedef {{
 *   id: string, title: string, start: string, regionsToday: string,
 *   questions: Record<string, Question>,
 *   outcomes: Record<string, {
 *     title: string, kind: string, in_force?: import("./in-force.js").Standing[]
 *   }>
 * }} Tree
 * @typedef {{
 *   chosen: Set<string>, number: number | null, since: number | null, until: number | null
 * }} Answered
 * @typedef {string | string[]} Given
 * @typedef {{ question: string, given: Given, answer: Answered, because: string, to: string }} Step
 * @typedef {{ path: Step[], outcome: string | null, next: string | null }} Walk
 */

export {};
