// The scripts of rows that a page loads → the places that can be found. Pure.
import { isSmall, meaningful, stemOf, wordsOf } from "./english.js";

/** @typedef {Parameters<typeof import("../parts/sign.js").sign>[0]} Sign */
/**
 * @typedef {{
 *   name: string, asked: string[], danger: boolean, text: string, see: string,
 *   help: { name: string, says: string, phone: string, hours: string, at: string }[],
 * }} Signpost words of danger, or what the site does not cover, and who helps
 */
/** @typedef {{ name: string, base: string }} View of an authority: its name, and where its pages begin */
/** @typedef {{ names: string[], now: string, at: string, since: string }} Past a word of the past */
/**
 * @typedef {{
 *   base: string, gone?: string[], pages: [string, string, number][], page: number[],
 *   anchor: string[], kinds: [string, Sign][], kind: number[], title: string[], says: string[],
 *   also: string[], cite: string[], force: string[], own: number[],
 *   asked: string, asked_beside: Record<string, string>, words: string, names: string[][],
 *   alike?: string[][], everyday?: string[], common?: string[], past?: Past[], signposts?: Signpost[],
 *   views?: View[],
 * }} Rows what one script holds, a column a list; a view's holds only what differs from the national
 */
/**
 * @typedef {{
 *   id: number, base: string, page: string, plain: boolean, anchor: string, on: string,
 *   kind: string, sign: Sign, title: string, names: string, says: string, cite: string,
 *   force: string, own: boolean,
 * }} Row a place that can be found; `on`: its page's title, `sign`: what its kind is drawn with
 */

// How many rows are passed over, in letters from "(" on without the reverse stroke: one of the first
// 64 for so many, one of the others before it for 64, 128 and so on.
const FIRST_LETTER = 40;
const LEFT_OUT = 92;
const NEAR = 64;

/**
 * Which rows a word is found in, by what it has in common with its other forms.
 * @typedef {Map<string, number[]>} Postings
 */

/**
 * The rows of all scripts; a view's own stand in the place of the national ones. Beside them by
 * which words of their further text each is found, and by which words readers ask for it.
 * @param {readonly Rows[]} scripts
 * @returns {{ rows: Row[], further: Postings, asked: Postings }}
 */
export function rowsOf(scripts) {
  const replaced = new Set(
    scripts.flatMap((told) =>
      told.base ? [...told.anchor.map((_, n) => placeIn(told, n)), ...(told.gone ?? [])] : [],
    ),
  );
  /** @type {Row[]} */
  const rows = [];
  /** @type {Postings} */
  const further = new Map();
  /** @type {Postings} */
  const asked = new Map();
  /** @type {Map<string, number>} */
  const at = new Map();
  for (const told of scripts) {
    /** @type {Map<number, number>} */
    const ids = new Map();
    const own = new Set(told.own);
    told.title.forEach((_, n) => {
      const place = placeIn(told, n);
      if (!told.base && replaced.has(place)) return;
      ids.set(n, rows.length);
      at.set(place, rows.length);
      rows.push(rowOf(told, n, rows.length, own.has(n)));
    });
    for (const [lines, postings] of /** @type {const} */ ([
      [told.words, further],
      [told.asked, asked],
    ]))
      for (const line of lines.split("\n")) {
        const [stem = "", gaps = ""] = line.split(" ");
        for (const n of numbers(gaps)) note(postings, stem, ids.get(n));
      }
    for (const [place, stems] of Object.entries(told.asked_beside))
      for (const stem of stems.split(" ")) note(asked, stem, at.get(place));
  }
  for (const row of rows)
    for (const stem of stemsOf(`${row.on} ${row.kind}`)) note(further, stem, row.id);
  return { rows, further, asked };
}

/**
 * @param {readonly string[]} typed
 * @param {View} view
 * @param {readonly View[]} views all of them: a word of more than one names none
 * @returns {string[]} the words by which that view's authority is named, by its name or by what its
 *   folder is called; none where it is not
 */
export function namedBy(typed, { name, base }, views) {
  const others = new Set(views.filter((it) => it.name !== name).flatMap((it) => wordsOf(it.name)));
  const own = wordsOf(name).filter((it) => it.length > 2 && !isSmall(it) && !others.has(it));
  if (own.length && own.every((it) => typed.includes(it))) return own;
  const folder = wordsOf(base.split("/")[1] ?? "");
  return ` ${typed.join(" ")} `.includes(` ${folder.join(" ")} `) ? folder : [];
}

/** @param {Postings} postings @param {string} stem @param {number | undefined} id */
function note(postings, stem, id) {
  if (id === undefined) return;
  const noted = postings.get(stem);
  if (!noted) postings.set(stem, [id]);
  else if (noted.at(-1) !== id) noted.push(id);
}

/**
 * @param {Rows} told
 * @param {number} n
 * @param {number} id
 * @param {boolean} own
 * @returns {Row}
 */
function rowOf(told, n, id, own) {
  const [page, on, plain] = told.pages[told.page[n] ?? 0] ?? ["", "", 0];
  const [kind, sign] = told.kinds[told.kind[n] ?? 0] ?? ["", "text"];
  const title = told.title[n] ?? "";
  return {
    id,
    base: told.base,
    page,
    plain: plain === 1,
    on,
    title,
    anchor: told.anchor[n] ?? "",
    kind,
    sign,
    names: `${title}; ${told.also[n] ?? ""}`,
    says: told.says[n] ?? "",
    cite: told.cite[n] ?? "",
    force: told.force[n] ?? "",
    own,
  };
}

/** @param {Rows} told @param {number} n @returns {string} */
function placeIn(told, n) {
  const page = told.pages[told.page[n] ?? 0]?.[0] ?? "";
  return told.anchor[n] ? `${page}#${told.anchor[n]}` : page;
}

/** @type {Map<string, string[]>} */
const stems = new Map();

/** @param {string} name what many rows have in common @returns {string[]} */
function stemsOf(name) {
  const known = stems.get(name) ?? [...new Set(meaningful(name).map(stemOf))];
  stems.set(name, known);
  return known;
}

/** @param {string} gaps @returns {number[]} the rows told by how many lie between two of them */
function numbers(gaps) {
  let last = -1;
  /** @type {number[]} */
  const found = [];
  for (const letter of gaps) {
    const code = letter.charCodeAt(0);
    const value = code - FIRST_LETTER - (code > LEFT_OUT ? 1 : 0);
    if (value >= NEAR) last += (value - NEAR + 1) * NEAR;
    else {
      last += 1 + value;
      found.push(last);
    }
  }
  return found;
}
