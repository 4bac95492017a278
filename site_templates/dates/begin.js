// What a calculator begins with: what the tab holds of it, what is kept on the device, what another
// aid on the page hands it. Pure.
import { recordOf } from "../parts/found.js";
import { asked, byName, handedAnew, readAll } from "../parts/given.js";
import { childrenOf, wordOf } from "./keep.js";

/** @typedef {import("../assets/data.js").Timelines} Data */
/** @typedef {import("./keep.js").Child} Child */
/**
 * @typedef {{
 *   children: Child[], chosen: string[], word: string, keeping: boolean, lost: number
 * }} Beginning
 */

/**
 * @param {Data} data
 * @param {{
 *   tab: unknown, kept: () => import("./keep.js").Kept | null, handed: Child | null
 * }} from
 * @returns {Beginning}
 */
export function begin(data, { tab, kept, handed }) {
  const { keeping, children, chosen, word, handed: handedBefore } = recordOf(tab);
  const typed = childrenOf(children).map((child) => fitting(data, child));
  const device = keeping === true || (!typed.length && !handed) ? kept() : null;
  const all = device
    ? device.children.map((child) => ({ ...child, answers: byName(data.timelines, child.answers) }))
    : typed.map(({ child }) => child);
  const ids = data.timelines.map(({ id }) => id);
  const before = device?.chosen ?? (Array.isArray(chosen) ? chosen.map(String) : []);
  const still = before.filter((id) => ids.includes(id));
  const [first = { given: {}, answers: {} }, ...others] = all;
  return {
    children: [device || !handed ? first : anew(data, first, handedBefore, handed), ...others],
    chosen: still.length || ids.length > 1 ? still : ids,
    word: device?.word ?? wordOf(word),
    keeping: device !== null,
    lost: device ? 0 : typed.reduce((sum, { lost }) => sum + lost, before.length - still.length),
  };
}

/**
 * @param {Data} data
 * @param {Child} child
 * @returns {{ child: Child, lost: number }} what there is a place for, and how much was left out
 */
function fitting(data, child) {
  const given = Object.entries(child.given).filter(
    ([name]) =>
      Object.hasOwn(data.dates, name) ||
      Object.hasOwn(data.rules.deadlines, name.replace(/\.\d+$/, "")),
  );
  const answers = known(data, byName(data.timelines, child.answers));
  const size = Object.keys(child.given).length + Object.keys(child.answers).length;
  return {
    child: { given: Object.fromEntries(given), answers },
    lost: Math.max(0, size - given.length - Object.keys(answers).length),
  };
}

/**
 * @param {Data} data
 * @param {Record<string, string>} answers by question
 * @returns {Record<string, string>} those that can be chosen here
 */
function known(data, answers) {
  const read = readAll(asked(data.timelines), answers);
  return Object.fromEntries(Object.keys(read).map((name) => [name, answers[name] ?? ""]));
}

/**
 * @param {Data} data
 * @param {Child} typed
 * @param {unknown} before what was handed when it was typed
 * @param {Child} now
 * @returns {Child}
 */
function anew(data, typed, before, now) {
  const [{ given, answers } = { given: {}, answers: {} }] = childrenOf([before]);
  return {
    given: handedAnew(typed.given, given, now.given),
    answers: handedAnew(typed.answers, known(data, answers), known(data, now.answers)),
  };
}
