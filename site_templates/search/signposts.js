// Words of danger, and what the site does not cover: which signposts are brought by the words typed. Pure.
import english from "../words/english.json" with { type: "json" };
import { isSmall, meaningful, stemOf, wordsOf } from "./english.js";
import { near, SLIP_FROM, swaps } from "./slips.js";

/** @typedef {import("./rows.js").Signpost} Signpost */
/**
 * @typedef {{ ways: string[][], apart: number, all: boolean }} Cry a phrase: the stems that each of its
 *   words may have, how many other words may stand between two, whether it is all that is said
 */

const APART = 3; // words that may stand between two words of a phrase
const SHORT = 3; // letters: a word of fewer is no slip of one of danger
const SMALL_STEMS = new Set(english.small.split(" ").map(stemOf));

export class Signposts {
  /** @param {readonly Signpost[]} signposts */
  constructor(signposts) {
    this.signposts = signposts;
    /** @type {Map<string, { it: Signpost, cry: Cry }[]>} the phrases that begin so */
    this.cries = new Map();
    for (const it of signposts)
      for (const cry of it.asked.map(cryOf))
        for (const stem of cry.ways[0] ?? [])
          this.cries.set(stem, [...(this.cries.get(stem) ?? []), { it, cry }]);
    const asked = signposts.flatMap((it) => it.asked);
    /** @type {Set<string>} the words that tell what they are about */
    this.words = new Set(asked.flatMap(meaningful));
    /** @type {Set<string>} all words of the phrases, small ones too */
    this.all = new Set(asked.flatMap((phrase) => wordsOf(phrase)));
  }

  /**
   * @param {readonly string[]} written the words typed
   * @param {readonly string[]} meant the same with their slips put right
   * @returns {Signpost[]} those that one of both brings
   */
  broughtBy(written, meant) {
    /** @type {Set<Signpost>} */
    const brought = new Set();
    for (const words of [written, meant.map((word) => this.cried(word))]) {
      const stems = words.map(stemOf);
      for (const { it, cry } of stems.flatMap((stem) => this.cries.get(stem) ?? []))
        if (warns(cry, stems)) brought.add(it);
    }
    return this.signposts.filter((it) => brought.has(it));
  }

  /** @param {string} word @returns {string} a short word as it stands in a phrase, where it is a slip of that */
  cried(word) {
    if (word.length < SHORT || word.length >= SLIP_FROM) return word;
    if (isSmall(word) || this.all.has(word)) return word;
    const longer = near(word, this.all, 1).filter((it) => it.length > word.length);
    return [...swaps(word), ...longer].find((it) => this.all.has(it)) ?? word;
  }
}

/**
 * @param {string} phrase words in their order, "|" between those of which one is enough; one that ends
 *   in a full stop is all that is said, small words aside; a hyphen joins words that nothing parts
 * @returns {Cry}
 */
function cryOf(phrase) {
  const ways = phrase
    .split(/[ -](?!\d)/)
    .flatMap((said) =>
      said.includes("|")
        ? [said.split("|").flatMap((it) => wordsOf(it))]
        : wordsOf(said).map((it) => [it]),
    );
  const stems = ways.map((way) => way.map(stemOf));
  return { ways: stems, apart: phrase.includes("-") ? 0 : APART, all: phrase.endsWith(".") };
}

/**
 * @param {Cry} cry
 * @param {readonly string[]} typed stems, in their order
 * @returns {boolean} whether it was typed
 */
function warns({ ways, apart, all }, typed) {
  if (all && !typed.every((it) => SMALL_STEMS.has(it) || ways.flat().includes(it))) return false;
  let places = [-1];
  for (const [n, way] of ways.entries()) {
    const before = places;
    const follows = (/** @type {number} */ at) =>
      n === 0 || before.some((place) => at > place && at <= place + 1 + apart);
    places = typed.flatMap((stem, at) => (way.includes(stem) && follows(at) ? [at] : []));
  }
  return places.length > 0;
}
