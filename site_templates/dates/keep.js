// Dates kept on this device.
import { DAYS, get, names, put, remove } from "../parts/storage.js";

/** @typedef {{ given: Record<string, string>, answers: Record<string, string> }} Child */
/** @typedef {{ saved: number, children: Child[], chosen: string[] }} Kept */

const FORMAT = 1;

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
    /** @type {Child[]} */
    const children = found.children
      .map(tidy)
      .filter((/** @type {Child | null} */ child) => child !== null);
    return children.length
      ? {
          saved: found.saved,
          children,
          chosen: Array.isArray(found.chosen) ? found.chosen.map(String) : [],
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

/** Forget everything this site's calculators kept on the device. */
export const wipe = () => remove(names("pathways.dates."));

/** @param {unknown} child @returns {Child | null} */
function tidy(child) {
  if (typeof child !== "object" || child === null) return null;
  const { given, answers } = /** @type {Record<string, unknown>} */ (child);
  return { given: texts(given), answers: texts(answers) };
}

/** @param {unknown} value @returns {Record<string, string>} */
function texts(value) {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string"));
}
