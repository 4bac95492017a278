// What is typed → the rows that answer it. Pure; the library keeps the index and weighs its words.
import MiniSearch from "minisearch";
import english from "../words/english.json" with { type: "json" };
import { isSmall, meaningful, provisions, stemOf, wordsOf } from "./english.js";
import { namedBy, rowsOf } from "./rows.js";
import { Signposts } from "./signposts.js";
import { near, SLIP_FROM, swaps } from "./slips.js";

/** @typedef {import("./rows.js").Past} Past */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {import("./rows.js").Signpost} Signpost */
/**
 * @typedef {{ row: Row, lacks: string[], score: number, called: number }} Found `lacks`: the words not in
 *   it; `called`: more than 0 where it is called as it was looked for
 */
/**
 * @typedef {{ typed: string, ways: string[][], common: boolean }} Sought what was typed, what it may
 *   be called, and whether so many rows have it that none has to
 */
/**
 * @typedef {{
 *   found: Found[], looked: string, slip: string, past: Past | null, signposts: Signpost[],
 * }} Answer `looked`: what was looked for, which is what was typed but for words of the past and slips;
 *   `slip`: the words that nothing has
 */
/**
 * @typedef {{ words: string[], typed: Map<string, string>, slips: string[] }} Read words as they are
 *   looked for, by each what was typed for it, and those of the latter that were put right
 */

const WEIGHTS = { names: 3, says: 2, cite: 6 };
const FURTHER = 6; // how much a word weighs that a row's further text has, rare words more
const ASKED = 20; // how much one weighs by which readers ask for the row
const BEGINNING = 0.3; // how much a word counts of which the beginning was typed
const OTHER_NAME = 0.8; // how much another name counts for the one typed
const EXACT = 4; // how much more a row counts that is called just so
const STEM = "~"; // marks what a word has in common with its other forms
const NEAR = 4; // letters by which words lie near one another
const BEGINS = 3; // letters: fewer are not taken for the beginning of a word
const LONG = 10; // letters: a shorter word that is two away from another is no slip of it
const ASKED_SO = 2; // how much more a row counts that readers ask for by all the words
const LEAST = 0.3; // the part of what was typed that a row has to hold
const DAMP = 1000; // rows: from how many on a word weighs less
const EVERYDAY = 2; // how much more a page in plain words counts for words of families
const ON_PLAIN = 4; // and on such a page
const MEANING = 3; // how much more a word counts where somebody asks what something is
const OWN = 3; // how much more a row counts that is the own of the authority whose view this is
const FIRST = 3; // rows among which a duty goes before an authority's own
const BEST = 3; // what a row is worth that is called just so, and is no word for a thing but the thing
const THINGS = new Set(["form", "person"]); // the signs of what goes before a word for it
const NAMED = new Set([...THINGS, "word"]); // and of all that is called by a name
const SOUND = new Set(english.sound.split(" ")); // rightly written, and near a word of danger
const ASKS_MEANING = new RegExp(`^(?:${english.asks_meaning})(?: |$)`);
const FIRST_PERSON = new Set(english.first_person.split(" "));

export class Finder {
  /** @param {readonly Rows[]} scripts the national rows first, then those of a view */
  constructor(scripts) {
    const { rows, further, asked } = rowsOf(scripts);
    const alike = scripts.flatMap((told) => told.alike ?? []);
    /** @type {Set<string>} the words of rows and of what means the same, as they are written */
    this.written = new Set([...provisions, ...alike.flat().flatMap((name) => wordsOf(name))]);
    this.rows = rows;
    this.further = further;
    this.asked = asked;
    this.index = new MiniSearch({
      fields: Object.keys(WEIGHTS),
      tokenize: (text, field) => this.indexed(text, field),
      processTerm: (term) => term,
      searchOptions: { boost: WEIGHTS, tokenize: (term) => [term] },
    });
    this.index.addAll(rows);
    this.called = rows.map((row) => keysOf(row.names));
    this.views = scripts.flatMap((told) => told.views ?? []);
    this.here = this.views.find(({ base }) => scripts.some((told) => told.base === base));
    this.own = rows.filter((row) => row.own);
    this.names = namesOf([...scripts.flatMap((told) => told.names), ...alike]);
    this.longest = Math.max(1, ...[...this.names.keys()].map((key) => key.split(" ").length));
    this.common = new Set(scripts.flatMap((told) => told.common ?? []));
    this.past = scripts
      .flatMap((told) => told.past ?? [])
      .flatMap((it) => it.names.map((name) => ({ it, name, words: wordsOf(name) })));
    this.signposts = new Signposts(scripts.flatMap((told) => told.signposts ?? []));
    const kept = [...further.keys(), ...asked.keys()];
    /** @type {Set<string>} what the forms of each word have in common */
    this.stems = new Set([...this.written, ...this.signposts.words].map(stemOf).concat(kept));
    /** @type {string[]} all of them, and the words that are written, by the alphabet */
    this.words = [...new Set([...this.written, ...kept])].sort();
    const everyday = scripts.flatMap((told) => told.everyday ?? []);
    this.everyday = new Set(everyday.flatMap((word) => wordsOf(word)));
    /** @type {Map<string, Map<number, number>>} */
    this.known = new Map();
  }

  /** @param {string} text @param {string} [field] @returns {string[]} what is kept of a text to be found by */
  indexed(text, field) {
    const words = wordsOf(text, true);
    for (const word of words) this.written.add(word);
    if (field === "cite") return words;
    return [...words, ...words.filter((it) => stemOf(it) !== it).map((it) => STEM + stemOf(it))];
  }

  /**
   * What answers the words typed: rows that hold all of them first, the best before the others.
   * @param {string} typed
   * @param {boolean} [plain] whether they were typed on a page in plain words
   * @param {boolean} [mend] whether a slip is put right, and a word of the past read as today's
   * @returns {Answer}
   */
  answer(typed, plain = false, mend = true) {
    const written = wordsOf(typed);
    const everyday = written.some((it) => FIRST_PERSON.has(it) || this.everyday.has(it));
    const words = meaningful(typed);
    const bare = everyday && written.length > words.length && words.length === 1;
    const families = plain || bare ? ON_PLAIN : everyday ? EVERYDAY : 1;
    const past = this.past.find(({ words }) => words.every((it) => written.some(isSame(it))));
    const today = past && mend ? renewed(typed, past) : typed;
    const read = this.read(meaningful(today), mend);
    const mended = new Map([...read.typed].map(([word, as]) => [as, word]));
    const meant = written.map((word) => mended.get(word) ?? word);
    const looked = putRight(today, read.slips, mended);
    // What a slip was put right to may belong with the word after it: a section with its number.
    const again = read.slips.length ? this.read(meaningful(looked), mend).words : read.words;
    const found = this.found({ ...read, words: again }, wordsOf(looked).join(" "), families);
    return {
      found: past && mend ? this.first(past.name, found) : found,
      looked,
      slip: read.slips.join(" "),
      past: past?.it ?? null,
      signposts: this.signposts.broughtBy(written, meant),
    };
  }

  /**
   * @param {string} name
   * @param {Found[]} found
   * @returns {Found[]} the rows that are called just so, and then the others that were found
   */
  first(name, found) {
    const key = keyOf(meaningful(name));
    const called = this.rows.filter((row) => this.called[row.id]?.has(key));
    const score = found[0]?.score ?? 1;
    return [
      ...called.map((row) => ({ row, lacks: [], score, called: 1 })),
      ...found.filter(({ row }) => !called.includes(row)),
    ];
  }

  /**
   * @param {Read} read
   * @param {string} whole all words that are looked for, small ones too
   * @param {number} families how much more a page in plain words counts
   * @returns {Found[]} rows that hold all of the words first, the best before the others
   */
  found({ words, typed }, whole, families) {
    const key = keyOf(words);
    const names = [whole, words.join(" ")];
    const askedFor = this.askedBy(words);
    const sought = this.sought(words);
    const asTyped = sought.map((one) =>
      [...new Set(one.typed.split(" ").map((word) => typed.get(word) ?? word))].join(" "),
    );
    const here = this.here ? namedBy(whole.split(" "), this.here, this.views) : [];
    const held = sought.map((one) => this.holding(one, here));
    const weights = held.map((rows) =>
      rows.size ? Math.log(1 + this.rows.length / (DAMP + rows.size)) : 0,
    );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const parts = new Float64Array(this.rows.length);
    const scores = new Float64Array(this.rows.length);
    const which = new Float64Array(this.rows.length); // of the words each row holds, two to the power of n
    held.forEach((rows, n) => {
      for (const [id, score] of rows) {
        parts[id] = (parts[id] ?? 0) + (weights[n] ?? 0) / all;
        scores[id] = (scores[id] ?? 0) + score;
        which[id] = (which[id] ?? 0) + 2 ** n;
      }
    });
    /** @type {Map<number, string[]>} */
    const lacking = new Map();
    const meaning = ASKS_MEANING.test(whole) ? MEANING : 1;
    /** @type {Found[]} */
    const found = [];
    for (const row of this.rows) {
      const part = parts[row.id] ?? 0;
      if (part < LEAST) continue;
      let score = (scores[row.id] ?? 0) * part * part * weightOf(row, words, families);
      if (!score) continue;
      const so = this.called[row.id]?.has(key) ?? false;
      if (so) score *= EXACT;
      if (askedFor.has(row.id)) score *= ASKED_SO;
      if (row.sign === "word") score *= meaning;
      const holds = which[row.id] ?? 0;
      const lacks =
        lacking.get(holds) ?? asTyped.filter((_, n) => !sought[n]?.common && !held[n]?.has(row.id));
      lacking.set(holds, lacks);
      found.push({ row, lacks, score, called: so ? calledSo(row, names) : 0 });
    }
    const most = Math.max(0, ...found.map((it) => (it.called ? it.score : 0)));
    for (const it of found) if (it.row.own && it.row.base && it.score >= most) it.called = BEST;
    return found.sort(
      (a, b) =>
        Number(a.lacks.length > 0) - Number(b.lacks.length > 0) ||
        b.called - a.called ||
        b.score - a.score,
    );
  }

  /**
   * Words as they are looked for: where nothing has one, two that are joined are parted, two that
   * are parted joined, and a slip is put right.
   * @param {string[]} words
   * @param {boolean} mend
   * @returns {Read}
   */
  read(words, mend) {
    /** @type {string[]} */
    const read = [];
    /** @type {Map<string, string>} */
    const typed = new Map();
    /** @type {string[]} */
    const slips = [];
    words.forEach((word, n) => {
      if (!mend || this.knows(word)) {
        read.push(word);
        return;
      }
      const before = words[n - 1] ?? "";
      const joined = read.at(-1) === before ? `${before}${word}` : "";
      if (joined && this.rowsWith(joined).size) {
        read.splice(-1, 1, joined);
        typed.set(joined, `${before} ${word}`);
        return;
      }
      const near = this.nearest(word, words, 1);
      const parted = near ? null : this.parted(word);
      const right = near ?? (parted ? null : this.nearest(word, words, 2));
      read.push(...(parted ?? [right ?? word]));
      for (const part of parted ?? []) typed.set(part, word);
      if (!right) return;
      typed.set(right, word);
      slips.push(word);
    });
    return { words: read, typed, slips };
  }

  /** @param {string} word @returns {boolean} whether anything has it */
  knows(word) {
    const stem = stemOf(word);
    if (SOUND.has(word) || this.stems.has(stem) || this.names.has(stem)) return true;
    const next = this.words[firstFrom(this.words, word)] ?? "";
    return word.length < BEGINS ? next === word : next.startsWith(word);
  }

  /** @param {string} word @returns {string[] | null} two words that are known, joined in one */
  parted(word) {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const two = [word.slice(0, at), word.slice(at)];
      if (two.every((part) => this.written.has(part))) return two;
    }
    return null;
  }

  /**
   * @param {string} word
   * @param {readonly string[]} typed all that was typed: the word meant goes best with the others
   * @param {1 | 2} distance in letters
   * @returns {string | null} the word that was meant, where one is so near
   */
  nearest(word, typed, distance) {
    if (word.length < (distance === 1 ? SLIP_FROM : LONG) || /\d/.test(word)) return null;
    const others = typed.filter((it) => it !== word && this.knows(it));
    const swapped = distance === 1 ? swaps(word).filter((it) => this.knows(it)) : [];
    if (swapped.length) return this.likeliest(swapped, others);
    const meant = (/** @type {Iterable<string>} */ words) =>
      near(word, words, distance).filter((it) => !/\d/.test(it) && !typed.includes(it));
    // Words of signposts come first, for danger is among them: a wrong answer there does harm.
    const [danger] = meant(this.signposts.words);
    if (danger) return danger;
    return this.likeliest(meant(this.written), others);
  }

  /**
   * @param {readonly string[]} near words that may have been meant
   * @param {readonly string[]} others what was typed beside
   * @returns {string | null} that which stands most often with the others, or most often, or is longest
   */
  likeliest(near, others) {
    const beside = others.map((it) => this.rowsWith(it, false));
    const weighed = near.map((it) => {
      const rows = [...this.rowsWith(it, false).keys()];
      const together = rows.filter((id) => beside.every((known) => known.has(id))).length;
      return { it, together, rows: rows.length };
    });
    weighed.sort((a, b) => b.together - a.together || b.rows - a.rows || b.it.length - a.it.length);
    return weighed[0]?.it ?? null;
  }

  /** @param {string} typed @returns {Found[]} three names that begin as the words typed do */
  named(typed) {
    const begins = meaningful(typed).map((word) => word.slice(0, NEAR));
    const near = this.index.search(begins.join(" "), {
      tokenize: (text) => text.split(" "),
      prefix: true,
      fuzzy: 1,
    });
    return near
      .flatMap((it) => {
        const row = this.rows[Number(it.id)];
        return row && NAMED.has(row.sign) ? [{ row, lacks: [], score: it.score, called: 0 }] : [];
      })
      .slice(0, 3);
  }

  /**
   * @param {string[]} words
   * @returns {Sought[]} what is looked for: a name of several words is one thing
   */
  sought(words) {
    /** @type {Sought[]} */
    const found = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(this.longest, words.length - at);
      while (length > 1 && !this.names.has(keyOf(words.slice(at, at + length)))) length -= 1;
      const taken = words.slice(at, at + length);
      found.push({
        typed: taken.join(" "),
        ways: [
          taken,
          ...(this.names.get(keyOf(taken)) ?? []).filter((it) => keyOf(it) !== keyOf(taken)),
        ],
        common: taken.every((word) => this.common.has(stemOf(word))),
      });
      at += length;
    }
    return found;
  }

  /** @param {string[]} words @returns {Set<number>} the rows that readers ask for by all of them */
  askedBy(words) {
    const [first, ...rest] = words.map((word) => new Set(this.asked.get(stemOf(word)) ?? []));
    return new Set([...(first ?? [])].filter((id) => rest.every((ids) => ids.has(id))));
  }

  /**
   * @param {Sought} sought
   * @param {readonly string[]} here the words by which the authority is named whose own rows are here:
   *   each of those holds its name
   * @returns {Map<number, number>} how well each row holds it
   */
  holding(sought, here) {
    const named = sought.typed.split(" ").every((word) => here.includes(word));
    /** @type {Map<number, number>} */
    const best = new Map(named ? this.own.map(({ id }) => [id, 1]) : []);
    if (!named && sought.ways.length === 1 && sought.ways[0]?.length === 1)
      return this.rowsWith(sought.ways[0][0] ?? "");
    sought.ways.forEach((way, n) => {
      const [first, ...rest] = way.map((word) =>
        this.rowsWith(word, n === 0 && word.length >= BEGINS),
      );
      for (const [id, score] of first ?? []) {
        if (!rest.every((rows) => rows.has(id))) continue;
        const sum = rest.reduce((total, rows) => total + (rows.get(id) ?? 0), score);
        const counts = n ? sum * OTHER_NAME : sum;
        if (counts > (best.get(id) ?? 0)) best.set(id, counts);
      }
    });
    return best;
  }

  /**
   * @param {string} word
   * @param {boolean} [begins] whether words that only begin so count too
   * @returns {Map<number, number>} how well each row holds it
   */
  rowsWith(word, begins = word.length >= BEGINS) {
    const cached = this.known.get(`${word} ${begins}`);
    if (cached) return cached;
    const stem = stemOf(word);
    const queries = [
      { queries: [...new Set([word, stem])] },
      { queries: [STEM + stem] },
      ...(begins
        ? [{ queries: [word], prefix: true, weights: { prefix: BEGINNING, fuzzy: 0 } }]
        : []),
    ];
    const rows = new Map(
      this.index.search({ combineWith: "OR", queries }).map((it) => [Number(it.id), it.score]),
    );
    for (const [postings, weighs] of /** @type {const} */ ([
      [this.further, FURTHER],
      [this.asked, ASKED],
    ]))
      for (const [other, ids] of postings) {
        const counts = other === stem ? 1 : begins && other.startsWith(word) ? BEGINNING : 0;
        if (!counts) continue;
        const weight = counts * weighs * Math.log(1 + this.rows.length / (1 + ids.length));
        for (const id of ids) rows.set(id, (rows.get(id) ?? 0) + weight);
      }
    this.known.set(`${word} ${begins}`, rows);
    return rows;
  }
}

/**
 * What was found, parted as it is shown: rows that hold every word, those that hold most, and an
 * authority's own, which come first where the best is one of them and no duty answers as well.
 * @param {readonly Found[]} found
 * @returns {{ name: "whole" | "own" | "part", rows: Found[] }[]}
 */
export function partsOf(found) {
  const held = found.filter((it) => it.lacks.length === 0);
  const whole = { name: /** @type {const} */ ("whole"), rows: held.filter((it) => !it.row.own) };
  const own = { name: /** @type {const} */ ("own"), rows: held.filter((it) => it.row.own) };
  const part = { name: /** @type {const} */ ("part"), rows: found.filter((it) => it.lacks.length) };
  const best = found[0]?.score ?? 0;
  const duty = whole.rows
    .slice(0, FIRST)
    .some(({ row, score }) => row.force === "must" && score * OWN > best);
  return [...(found[0]?.row.own && !duty ? [own, whole] : [whole, own]), part].filter(
    (it) => it.rows.length,
  );
}

/**
 * @param {Row} row that is called by one of the names
 * @param {string[]} names
 * @returns {number} whether its title is one of them, or it is a form, which has a title and a number;
 *   more for a thing itself than for a word for it
 */
function calledSo({ title, sign, anchor }, names) {
  if (!names.includes(wordsIn(title).join(" "))) return sign === "form" ? 1 : 0;
  return !anchor || THINGS.has(sign) ? BEST : NAMED.has(sign) ? 2 : 1;
}

/**
 * How much a row counts by where it stands; nothing where it is another authority's, unless named.
 * @param {Row} row
 * @param {string[]} words
 * @param {number} families
 * @returns {number}
 */
function weightOf(row, words, families) {
  if (row.page.startsWith("authorities/") && !row.own)
    return wordsIn(row.on).some((word) => !isSmall(word) && words.includes(word)) ? 1 : 0;
  const plain = row.plain ? families : 1;
  const own = row.own && row.base ? OWN : 1;
  if (row.page.startsWith("training/")) return 0.5;
  if (row.page.startsWith("dates/") && row.anchor) return own * 1.5;
  return own * plain * (row.anchor ? 1 : 1.2);
}

/** @param {string[][]} groups @returns {Map<string, string[][]>} by a name all that mean the same, once each */
function namesOf(groups) {
  /** @type {Map<string, Map<string, string[]>>} */
  const found = new Map();
  for (const group of groups) {
    const ways = new Map(group.map(meaningful).map((way) => [keyOf(way), way]));
    for (const key of ways.keys()) found.set(key, new Map([...(found.get(key) ?? []), ...ways]));
  }
  return new Map([...found].map(([key, ways]) => [key, [...ways.values()]]));
}

/** @param {string} names @returns {Set<string>} */
const keysOf = (names) => new Set(names.split("; ").map((name) => keyOf(meaningful(name))));

/** @param {string[]} words @returns {string} what they have in common with the same words written otherwise */
const keyOf = (words) => words.map(stemOf).join(" ");

/**
 * @param {string} typed
 * @param {readonly string[]} slips
 * @param {Map<string, string>} mended by a slip the word that was meant
 * @returns {string} what was typed, with its slips put right and everything else as it was
 */
const putRight = (typed, slips, mended) =>
  slips.reduce(
    (said, it) => said.replace(new RegExp([...it].join("['’]?"), "i"), mended.get(it) ?? it),
    typed,
  );

/** @type {Map<string, string[]>} */
const read = new Map();

/** @param {string} name @returns {string[]} its words, read once: each letter typed asks for them again */
function wordsIn(name) {
  const words = read.get(name) ?? wordsOf(name);
  read.set(name, words);
  return words;
}

/** @param {string} a @returns {(b: string) => boolean} the same word, or one and many of it */
const isSame = (a) => (b) => a === b || a === `${b}s` || `${a}s` === b;

/**
 * @param {string} typed
 * @param {{ it: Past, words: readonly string[] }} past a name of the past, of which it holds all words
 * @returns {string} what was typed, with the word of today in its place
 */
const renewed = (typed, { it, words }) =>
  [...wordsOf(typed).filter((word) => !words.some(isSame(word))), it.now].join(" ");

/**
 * @param {readonly string[]} words by the alphabet
 * @param {string} word
 * @returns {number} where the first stands that does not come before it
 */
function firstFrom(words, word) {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? "") < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
