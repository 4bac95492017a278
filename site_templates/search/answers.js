// What answers the words typed, as it stands on the sheet: who can help, what was looked for instead,
// and rows.
import { make } from "../parts/dom.js";
import { counted, fill } from "../parts/fill.js";
import { sign } from "../parts/sign.js";
import { isSmall, stemOf, wordsOf } from "./english.js";
import { Finder, partsOf } from "./finder.js";
import { namedBy } from "./rows.js";

/** @typedef {import("./finder.js").Answer} Answer */
/** @typedef {import("./finder.js").Found} Found */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {import("./sheet.js").How} How */
/** @typedef {import("./sheet.js").Shown} Shown */
/** @typedef {typeof import("../words/en.json")["search"]} Words */
/**
 * @typedef {{
 *   words: Words, force: Record<string, string>, root: string, base: string, plain: boolean,
 *   load: (path: string) => Promise<void>, rows: () => Rows[],
 *   more: (part: string) => void, asTyped: () => void, toOwn: () => void,
 * }} Setting `base`: where the reader's view begins, empty for the national site; `load` fetches one
 *   more script of rows, `rows` gives those that were loaded; the last three are what buttons do
 */

const ROWS = { whole: 12, own: 4, part: 6 }; // at first, of what holds every word, is an authority's own, holds most
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const A_PAGE = 3; // rows of one page, before the rest of it is told in a line

export class Answers {
  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    /** @type {How["more"]} */
    this.more = {};
    /** @type {Map<string, Finder>} by the view whose rows it has too */
    this.finders = new Map();
  }

  /**
   * What answers the words typed; nothing typed only makes ready.
   * @param {string} typed
   * @param {How} how
   * @returns {Promise<Shown | null>} null where the national rows could not be loaded
   */
  async to(typed, { more, mend }) {
    const made = await this.finder(typed);
    if (!made || !typed) return null;
    this.more = more;
    const shown = this.shown(
      typed,
      made.finder.answer(typed, this.setting.plain, mend),
      made.finder,
    );
    if (made.lost) shown.told.push(make("p", {}, this.setting.words.failed_own));
    return shown;
  }

  /** @returns {Rows | undefined} the national rows; those of a view may come before them */
  get national() {
    return this.setting.rows().find(({ base }) => base === "");
  }

  /**
   * @param {string} typed
   * @returns {Promise<{ finder: Finder, lost: boolean } | null>} the finder for this reader, and for
   *   the authority that is named, and whether that authority's own rows could not be loaded
   */
  async finder(typed) {
    const { setting } = this;
    await setting.load("assets/search-rows.js");
    const { national } = this;
    if (!national) return null;
    const base = namedIn(typed, national) || setting.base;
    if (base) await setting.load(`${base}assets/search-rows.js`);
    const own = base ? setting.rows().find((it) => it.base === base) : undefined;
    const key = own ? base : "";
    const finder = this.finders.get(key) ?? new Finder(own ? [national, own] : [national]);
    this.finders.set(key, finder);
    return { finder, lost: Boolean(base && !own) };
  }

  /** @param {string} typed @param {Answer} answer @param {Finder} finder @returns {Shown} */
  shown(typed, answer, finder) {
    const { words } = this.setting;
    const { found, looked, slip, past } = answer;
    const parts = partsOf(found);
    const own = parts.findIndex(({ name }) => name === "own");
    const marks = new Set(
      wordsOf(`${typed} ${looked}`)
        .filter((word) => !isSmall(word))
        .map(stemOf),
    );
    const pages = new Set(found.map(({ row }) => row.base + row.page)).size;
    const signposts = (/** @type {boolean} */ danger) =>
      answer.signposts.filter((it) => it.danger === danger).map((it) => this.signpost(it));
    const urgent = signposts(true);
    return {
      urgent,
      said: found.length
        ? fill(past && looked !== typed ? words.found_for : words.found_on, {
            answers: counted(words.answers, found.length),
            pages: counted(words.pages, pages),
            now: past?.now ?? "",
          })
        : urgent.length
          ? ""
          : fill(words.none, { typed }),
      told: [
        ...(own > 0 ? [this.toOwn(parts[own]?.rows ?? [])] : []),
        ...signposts(false),
        ...(slip ? [this.slip(slip, looked, typed)] : []),
        ...(past ? [this.past(past, typed, looked === typed ? null : finder)] : []),
      ],
      answers: found.length > 0,
      rows: (into) =>
        found.length || answer.signposts.length
          ? this.rows(into, parts, marks, looked)
          : this.nothing(into, typed, finder),
    };
  }

  /**
   * Add what was found, a row a step.
   * @param {HTMLElement} into
   * @param {ReturnType<typeof partsOf>} parts
   * @param {Set<string>} marks
   * @param {string} typed
   */
  *rows(into, parts, marks, typed) {
    const { words } = this.setting;
    /** @type {Map<string, number>} */
    const shown = new Map();
    const only = parts[0]?.name === "part";
    for (const { name, rows } of parts) {
      const chosen = choose(rows, ROWS[name] + (this.more[name] ?? 0), shown);
      if (!chosen.rows.length) continue;
      if (name === "part")
        into.append(make("h2", { class: "most" }, only ? words.only_most : words.most));
      const place = name === "own" ? this.own(rows) : into;
      if (place !== into) into.append(place);
      yield* this.list(place, name, chosen.rows, marks, typed);
      if (chosen.left) place.append(this.furtherRows(name, chosen.left));
    }
  }

  /**
   * Add a list of rows, a row a step.
   * @param {HTMLElement} into
   * @param {string} name of the part
   * @param {ReturnType<typeof choose>["rows"]} rows
   * @param {Set<string>} marks
   * @param {string} typed
   */
  *list(into, name, rows, marks, typed) {
    const list = make("ol", { class: "answers", "data-part": name });
    into.append(list);
    for (const [n, { it, rest }] of rows.entries()) {
      list.append(this.row(it, marks, n ? "" : typed));
      if (rest) list.append(this.rest(it.row, rest));
      yield;
    }
  }

  /** @param {string} part @param {number} count @returns {HTMLElement} a button that shows more of them */
  furtherRows(part, count) {
    return make(
      "button",
      { type: "button", class: "btn second", click: () => this.setting.more(part) },
      fill(this.setting.words.more_rows, { count }),
    );
  }

  /** @param {Row} row @param {number} count @returns {HTMLElement} */
  rest(row, count) {
    const text = fill(counted(this.setting.words.rest, count), { page: row.on });
    return make("li", { class: "rest" }, make("a", { href: this.hrefOf(row, "") }, text));
  }

  /** @param {Row} row @param {string} [anchor] @returns {string} */
  hrefOf(row, anchor = row.anchor) {
    return `${this.setting.root}${row.base}${row.page}.html${anchor ? `#${anchor}` : ""}`;
  }

  /**
   * @param {Found} found
   * @param {Set<string>} marks
   * @param {string} first what was typed, where this row comes first
   * @returns {HTMLElement}
   */
  row({ row, lacks }, marks, first) {
    const { words, force } = this.setting;
    const said = force[row.force];
    const drawn = row.plain ? "home" : row.sign;
    const exact = first !== "" && sameWords(first, row.title);
    return make(
      "li",
      { class: exact ? "answer first" : "answer" },
      make("p", { class: `what is-${drawn}` }, sign(drawn), row.kind),
      make(
        "div",
        { class: "say" },
        make("a", { href: this.hrefOf(row) }, ...marked(row.title, marks)),
        ...(said ? [" ", make("span", { class: `force ${row.force}` }, said)] : []),
        row.says ? make("p", {}, ...marked(row.says, marks)) : null,
        lacks.length
          ? make("p", { class: "lacks" }, fill(words.lacks, { words: lacks.join(", ") }))
          : null,
      ),
      row.anchor || row.cite
        ? make(
            "p",
            { class: "page" },
            row.anchor ? make("b", {}, row.on) : null,
            row.cite ? make("span", {}, ` ${row.cite}`) : null,
          )
        : null,
    );
  }

  /** @param {Found[]} found an authority's own @returns {HTMLElement} leads to them, from above the others */
  toOwn(found) {
    const { words, toOwn } = this.setting;
    return make(
      "button",
      { type: "button", class: "btn bare", click: () => toOwn() },
      counted(words.own.count, found.length),
    );
  }

  /** @param {Found[]} found @returns {HTMLElement} where an authority's own stand, with its heading */
  own(found) {
    const { words, base } = this.setting;
    const whose = found[0]?.row.base ?? "";
    const name = this.national?.views?.find((view) => view.base === whose)?.name ?? "";
    return make(
      "section",
      { class: "own", "aria-labelledby": "search-own" },
      make(
        "h2",
        { id: "search-own" },
        whose === base ? words.own.heading : fill(words.own.of, { authority: name }),
      ),
      make("p", {}, words.own.text),
    );
  }

  /**
   * @param {string} typed the words that nothing has
   * @param {string} read what was looked for
   * @param {string} whole all that was typed
   * @returns {HTMLElement}
   */
  slip(typed, read, whole) {
    const { words } = this.setting;
    const form = words.slip.split("{read}");
    return make(
      "p",
      { class: "slip" },
      form[0] ?? "",
      make("strong", {}, read),
      fill(form[1] ?? "", { typed }),
      " ",
      this.only(fill(words.only, { typed: whole })),
    );
  }

  /** @param {string} says @returns {HTMLElement} a button that looks only for what was typed */
  only(says) {
    return make(
      "button",
      { type: "button", class: "btn bare", click: () => this.setting.asTyped() },
      says,
    );
  }

  /**
   * @param {import("./rows.js").Past} past
   * @param {string} typed
   * @param {Finder | null} finder what finds rows for the word of the past, where others are shown
   * @returns {HTMLElement}
   */
  past({ names, now, at, since }, typed, finder) {
    const { words, root, plain } = this.setting;
    const [page = "", anchor = ""] = at.split("#");
    const answers = finder?.answer(typed, plain, false).found.length;
    return make(
      "div",
      { class: "past" },
      make(
        "p",
        { class: "reword" },
        make("b", { class: "old" }, names[0] ?? ""),
        make("i", { "aria-hidden": "true" }),
        make("b", {}, make("a", { href: `${root}${page}.html#${anchor}` }, now)),
      ),
      make("p", {}, since ? fill(words.past.since, { now, since }) : fill(words.past.now, { now })),
      answers
        ? this.only(fill(words.only_so, { typed, answers: counted(words.answers, answers) }))
        : null,
    );
  }

  /** @param {import("./rows.js").Signpost} signpost @returns {HTMLElement} */
  signpost({ name, danger, text, see, help }) {
    const { words, root } = this.setting;
    const who = help.map((it) => {
      const [page = "", anchor = ""] = it.at.split("#");
      const link = make("a", { href: `${root}${page}.html#${anchor}` }, it.name);
      const phone = it.phone
        ? make("a", { class: "num", href: `tel:${it.phone.replaceAll(" ", "")}` }, it.phone)
        : null;
      return make(
        "li",
        {},
        link,
        phone,
        make("span", {}, [it.hours, it.says].filter(Boolean).join(". ")),
      );
    });
    return make(
      "section",
      { class: danger ? "signpost danger" : "signpost" },
      make("h2", {}, danger ? name : fill(words.not_covered, { name })),
      make("p", {}, text),
      who.length ? make("ul", { class: "help" }, ...who) : null,
      see
        ? make(
            "p",
            {},
            make(
              "a",
              { href: see, rel: "noreferrer" },
              fill(words.see, { at: see.replace("https://", "") }),
            ),
          )
        : null,
    );
  }

  /** @returns {HTMLElement[]} whom to ask: the authority whose view this is, who can help, the site's writers */
  whom() {
    const { words, root, base } = this.setting;
    const { whom } = words;
    const view = this.national?.views?.find((it) => it.base === base);
    const tell = document.querySelector("a[data-reports]");
    const line = (
      /** @type {string} */ who,
      /** @type {string} */ href,
      /** @type {string} */ text,
    ) => make("li", {}, make("b", {}, who), " ", make("a", { href }, text));
    return [
      view ? line(whom.work, `${root}authorities/${base.split("/")[1]}.html`, view.name) : null,
      line(whom.family, `${root}contacts.html`, words.who_can_help),
      tell instanceof HTMLAnchorElement ? line(whom.missing, tell.href, whom.tell) : null,
    ].filter((it) => it !== null);
  }

  /**
   * Say that nothing was found: words that lie near, the alphabet, people.
   * @param {HTMLElement} into
   * @param {string} typed
   * @param {Finder} finder
   */
  *nothing(into, typed, finder) {
    const { words, root } = this.setting;
    const near = finder.named(typed);
    const letters = [...new Set(finder.rows.map(({ title }) => title[0]?.toUpperCase() ?? ""))]
      .filter((letter) => /[A-Z]/.test(letter))
      .sort();
    const none = make("div", { class: "none" });
    into.append(none);
    if (near.length) {
      none.append(make("h2", {}, words.near));
      const { rows } = choose(near, near.length, new Map());
      yield* this.list(none, "whole", rows, new Set(), "");
    }
    none.append(
      make("h2", {}, words.letters),
      make(
        "ul",
        { class: "letters" },
        ...letters.map((it) =>
          make("li", {}, make("a", { href: `${root}a-z.html#letter-${it.toLowerCase()}` }, it)),
        ),
      ),
      make("h2", {}, words.ask),
      make("ul", { class: "whom" }, ...this.whom()),
    );
  }
}

/**
 * @param {readonly Found[]} found
 * @param {number} most how many are shown
 * @param {Map<string, number>} shown how many rows of each page stand already
 * @returns {{ rows: { it: Found, rest: number }[], left: number }} those that are shown, at most three
 *   a page, the last of them with how many the page has besides; and how many more could be
 */
function choose(found, most, shown) {
  const pageOf = (/** @type {Found} */ { row }) => row.base + row.page;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const it of found) counts.set(pageOf(it), (counts.get(pageOf(it)) ?? 0) + 1);
  /** @type {{ it: Found, rest: number }[]} */
  const rows = [];
  let left = 0;
  for (const it of found) {
    const page = pageOf(it);
    const place = (shown.get(page) ?? 0) + 1;
    if (place > A_PAGE) continue;
    shown.set(page, place);
    if (rows.length === most) left += 1;
    else
      rows.push({ it, rest: place === A_PAGE ? Math.max(0, (counts.get(page) ?? 0) - A_PAGE) : 0 });
  }
  return { rows, left };
}

/**
 * @param {string} typed
 * @param {Rows} national
 * @returns {string} where the view of an authority begins that is named; empty where none is
 */
function namedIn(typed, { views = [] }) {
  const words = wordsOf(typed);
  return views.find((view) => namedBy(words, view, views).length)?.base ?? "";
}

/** @param {string} a @param {string} b @returns {boolean} */
const sameWords = (a, b) => wordsOf(a).map(stemOf).join(" ") === wordsOf(b).map(stemOf).join(" ");

/**
 * @param {string} text
 * @param {Set<string>} marks the stems to be marked
 * @returns {(string | HTMLElement)[]} the text, parted only where a word is marked
 */
function marked(text, marks) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!wordsOf(word).some((it) => marks.has(stemOf(it)))) continue;
    parts.push(text.slice(from, index), make("mark", {}, word));
    from = index + word.length;
  }
  return [...parts, text.slice(from)];
}
