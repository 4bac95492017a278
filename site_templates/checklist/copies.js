// Copies of checklists kept on the device, each under a label the reader chose.
import { DAYS, get, names, put, remove } from "../parts/storage.js";
import { fromFile } from "./state.js";

/** @typedef {import("./state.js").Copy} Copy */
/** @typedef {import("../assets/data.js").Checklist} Checklist */
/** @typedef {{ name: string, copy: Copy }} Kept */

const PREFIX = "pathways.checklist.";

/**
 * Copies of one checklist that can be read, newest first. Those past their 30 days are removed.
 * @param {Checklist} list @param {number} today @returns {{ kept: Kept[], unreadable: number }}
 */
export function copies(list, today) {
  /** @type {Kept[]} */
  const kept = [];
  let unreadable = 0;
  for (const name of names(`${PREFIX}${list.id}.`)) {
    const read = fromFile(get(name) ?? "", list);
    if ("problem" in read) unreadable += 1;
    else if (today - read.copy.saved >= DAYS || read.copy.saved > today + 1) remove([name]);
    else kept.push({ name, copy: read.copy });
  }
  return {
    kept: kept.sort(
      (a, b) => b.copy.saved - a.copy.saved || a.copy.label.localeCompare(b.copy.label),
    ),
    unreadable,
  };
}

/**
 * The place of a copy: its label made safe for a name.
 * @param {string} checklist
 * @param {string} label
 */
export const placeOf = (checklist, label) =>
  `${PREFIX}${checklist}.${encodeURIComponent(label.trim().toLowerCase())}`;

/** @param {string} name @returns {string | null} what stands there now, as text */
export const standing = (name) => get(name);

/**
 * @param {string} name
 * @param {Copy} copy
 * @returns {string | null} the text kept, or null where the device refused
 */
export function keep(name, copy) {
  const text = JSON.stringify(copy);
  return put(name, text) ? text : null;
}

/** @param {string} name */
export const forget = (name) => remove([name]);

/** @returns {number} how many copies of all checklists stand on the device */
export const countAll = () => names(PREFIX).length;

/** Forget every copy of every checklist. @returns {boolean} */
export const forgetAll = () => remove(names(PREFIX));
