// Dates kept on this device.
import { isRecord, textsOf } from "../parts/found.js";
import { DAYS, get, names, put, remove } from "../parts/storage.js";

/** @typedef {{ given: Record<string, string>, answers: Record<string, string> }} Child */
/** @typedef {{ saved: number, children: Child[], chosen: string[], word: string }} Kept */

const FORMAT = 1;
export const MOST_LETTERS = 40; // of the reader's own word for a case

/** @param {string} page @returns {string} the one key used */
const key = (page) => `pathways.dates.${page}`;

/**
 * @param {string} page
 * @param {number} today
 * @returns {Kept | null} what was kept, or null where nothing usable is
 */
export function kept(page, today) {
  try {
    const found = JSON.parse(get(key(page)) ?? "null");
    if (found?.format !== FORMAT || !(today - found.saved < DAYS) || !Array.isArray(found.children))
      return null;
    const children = childrenOf(found.children);
    return children.length
      ? {
          saved: found.saved,
          children,
          chosen: Array.isArray(found.chosen) ? found.chosen.map(String) : [],
          word: wordOf(found.word),
        }
      : null;
  } catch {
    return null; // spoiled: the page works without it
  }
}

/**
 * @param {string} page
 * @param {Omit<Kept, "saved">} state
 * @param {number} today
 * @returns {boolean} whether it was kept
 */
export function keep(page, state, today) {
  return put(key(page), JSON.stringify({ format: FORMAT, saved: today, ...state }));
}

/** Forget what was kept of one page. @param {string} page */
export const forgetPage = (page) => remove([key(page)]);

/** Forget everything this site's calculators kept on the device. */
export const wipe = () => remove(names("pathways.dates."));

/** @param {unknown} found @returns {Child[]} what was typed of each case, as far as it can be read */
export function childrenOf(found) {
  return (Array.isArray(found) ? found : [])
    .filter(isRecord)
    .map(({ given, answers }) => ({ given: textsOf(given), answers: textsOf(answers) }));
}

/** @param {unknown} found @returns {string} the reader's own word for a case, as far as it is one */
export const wordOf = (found) => (typeof found === "string" ? found.slice(0, MOST_LETTERS) : "");
