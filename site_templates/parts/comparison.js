import { counted } from "./fill.js";
import words from "../words/en.json" with { type: "json" };

/**
 * What stands side by side. Pure: no document, no storage.
 * @typedef {{ id: string, values: string[] }} Column one of them and its answers, row by row
 */

/**
 * Those shown at first: those named in the address (`#with=a,b`), or the first ones where it names
 * none.
 * @param {string} hash the address from # on
 * @param {string[]} all ids in the order of the page
 * @param {number} many how many are shown where none is named: on a phone two, else three
 * @returns {string[]} ids in the order of the page
 */
export function firstChoice(hash, all, many = 3) {
  const named = hash.startsWith("#with=") ? hash.slice(6).split(",") : [];
  const chosen = all.filter((id) => named.includes(id));
  return chosen.length ? chosen : all.slice(0, many);
}

/**
 * The numbers of the rows whose answers are not all the same among those chosen.
 * @param {Column[]} columns
 * @param {string[]} chosen
 * @returns {number[]}
 */
export function rowsThatDiffer(columns, chosen) {
  const shown = columns.filter((column) => chosen.includes(column.id));
  const first = shown[0];
  if (!first) return [];
  return first.values.flatMap((value, row) =>
    shown.some((column) => column.values[row] !== value) ? [row] : [],
  );
}

/**
 * What the page says of the choice, for example "3 of 9 options, 12 rows."
 * @param {number} chosen
 * @param {number} all
 * @param {number} rows
 * @param {string} of what stands side by side: "options"
 * @returns {string}
 */
export function countWords(chosen, all, rows, of) {
  return counted(words.parts.compared, rows, { chosen, all, of });
}
