// How English words are read, in what is searched and in what is typed alike: signs, joins, plurals,
// numbers in words and the short forms of provisions make no difference. Pure.
import { stemmer } from "stemmer";
import english from "../words/english.json" with { type: "json" };

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const JOINED = /^\p{L}{2,}$/u;
const SMALL = new Set(english.small.split(" "));
const NUMBER = /^\d{1,3}[a-z]*$/; // of a section; a year is none
const UNIT = english.units.split(" ").join("|");
const COUNTED = new RegExp(`^(\\d+)((?:${UNIT})\\p{L}*)$`, "u"); // "16weeks", but no "18th" and no "22c"
const PROVISIONS = new Set(english.provisions.split(" "));
/** @type {Record<string, string>} */
const ALIKE = { ...english.figures, ...english.ordinals, ...english.alike };
const WRITTEN = Object.keys(ALIKE).filter((word) => PROVISIONS.has(ALIKE[word] ?? ""));
/** What a provision is called, at length and in short. */
export const provisions = [...PROVISIONS, ...WRITTEN];
const PROVISION = new RegExp(`^(${provisions.join("|")})(\\d.*)$`);
/** @type {Record<string, string>} */
const FIGURES = english.figures;

/** @type {Set<string>} words that are read as they are written, wherever they stand */
const asWritten = new Set();

/**
 * The words of a text as they are compared.
 * @param {string} text
 * @param {boolean} [joined] whether what may be one word stands there in its parts too: two words
 *   that a hyphen joins, and a section with its number, which are one word otherwise
 * @returns {string[]}
 */
export function wordsOf(text, joined = false) {
  /** @type {string[]} */
  const found = [];
  for (const written of text.normalize("NFKC").toLowerCase().match(WORD) ?? []) {
    if (asWritten.has(written)) {
      found.push(written);
      continue;
    }
    const parts = written
      .replace(/[\u0027\u2019]s$/, "")
      .replace(/[\u0027\u2019]/g, "")
      .split("-");
    for (const part of parts) {
      const before = found.at(-1) ?? "";
      const words = read(part, found);
      found.push(...words);
      if (part === written && words[0] === part && !/\d/.test(part)) asWritten.add(part);
      const [first = ""] = words.slice(-1);
      const named = words.length === 2 ? (words[0] ?? "") : before;
      if (!PROVISIONS.has(named) || !NUMBER.test(first)) continue;
      if (!joined) found.splice(-2, 2);
      found.push(named + first);
    }
    if (joined && parts.length === 2 && parts.every((part) => JOINED.test(part)))
      found.push(parts.join(""));
  }
  return found;
}

/**
 * @param {string} part
 * @param {string[]} before what was read before it: twenty and six are one figure
 * @returns {string[]}
 */
function read(part, before) {
  const provision = PROVISION.exec(part);
  if (provision) return provision.slice(1).map((it) => ALIKE[it] ?? it);
  const counted = COUNTED.exec(part);
  if (counted) return counted.slice(1).map((it) => ALIKE[it] ?? it);
  const known = Object.hasOwn(ALIKE, part) ? ALIKE[part] : undefined;
  if (known === undefined) return [part];
  const tens = before.at(-1);
  if (Object.hasOwn(FIGURES, part) && known.length === 1 && tens && /^[2-9]0$/.test(tens)) {
    before.pop();
    return [String(Number(tens) + Number(known))];
  }
  return known.split(" ");
}

/** @param {string} word @returns {boolean} whether it says nothing of what is looked for */
export const isSmall = (word) => SMALL.has(word);

/** @type {Map<string, string>} */
const stems = new Map();

/** @param {string} word @returns {string} what a word has in common with its other forms */
export function stemOf(word) {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = /\d/.test(word) ? word : stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}

/**
 * The words of a text that say what it is about; where there is none such, all.
 * @param {string} text
 * @returns {string[]}
 */
export function meaningful(text) {
  const all = wordsOf(text);
  const kept = all.filter((word) => !isSmall(word));
  return kept.length ? kept : all;
}
