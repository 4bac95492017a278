// What answers the words typed, as it stands on the sheet: who can help, what was looked for instead,
// and rows.
import { make } from "../parts/dom.js";
import { counted, fill } from "../parts/fill.js";
import { sign } from "../parts/sign.js";
import { isSmall, stemOf, wordsOf } from "./english.js";
import { Finder, partsOf } from "./finder.js";

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
 *   load: (path: string) => Promise<void>, rows: () => Rows[], more: () => void, asTyped: () => void,
 * }} Setting `base`: where the reader's view begins, empty for the national site; `load` fetches one
 *   more script of rows, `rows` gives those that were loaded; the last two are what buttons do
 */

const A_PAGE = 3; // rows of one page, before the rest of it is told in a line

export class Answers {
  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    this.most = 0;
    /** @type {Map<string, Finder>} by the view whose rows it has too */
    this.finders = new Map();
  }

  /**
   * What answers the words typed; nothing typed only makes ready.
   * @param {string} typed
   * @param {How} how
   * @returns {Promise<Shown | null>} null where the national rows could not be loaded
   */
  async to(typed, { most, mend }) {
    const made = await this.finder(typed);
    if (!made || !typed) return null;
    this.most = most;
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
    const looked = answer.slip?.read ?? typed;
    const marks = new Set(
      wordsOf(looked)
        .filter((word) => !isSmall(word))
        .map(stemOf),
    );
    const { found } = answer;
    const pages = new Set(found.map(({ row }) => row.base + row.page)).size;
    const parts = partsOf(found);
    const signposts = answer.signposts
      .sort((a, b) => Number(b.danger) - Number(a.danger))
      .map((it) => this.signpost(it));
    const { slip, past } = answer;
    return {
      said: found.length
        ? fill(words.found_on, {
            answers: counted(words.answers, found.length),
            pages: counted(words.pages, pages),
          })
        : fill(words.none, { typed }),
      told: [
        ...signposts,
        ...(slip ? [this.slip(slip, typed)] : []),
        ...(past ? [this.past(past)] : []),
      ],
      rows: [
        ...parts.flatMap((part, n) => this.part(part, n === 0, marks, looked)),
        ...(found.length || signposts.length ? [] : [this.nothing(typed, finder)]),
      ],
    };
  }

  /**
   * @param {ReturnType<typeof partsOf>[number]} part
   * @param {boolean} first whether it comes before all others
   * @param {Set<string>} marks
   * @param {string} typed
   * @returns {HTMLElement[]}
   */
  part({ name, rows }, first, marks, typed) {
    const { words } = this.setting;
    if (name === "own") return [this.own(rows, marks, typed)];
    if (name === "whole") return this.list(rows, marks, typed);
    const heading = make("h2", { class: "most" }, first ? words.only_most : words.most);
    return [heading, ...this.list(rows, marks, typed, first ? this.most : this.most / 2)];
  }

  /**
   * Rows, at most three a page, then a line for the rest of it.
   * @param {Found[]} found
   * @param {Set<string>} marks
   * @param {string} typed
   * @param {number} [most]
   * @returns {HTMLElement[]}
   */
  list(found, marks, typed, most = this.most) {
    /** @type {Map<string, Found[]>} */
    const pages = new Map();
    for (const it of found) {
      const page = it.row.base + it.row.page;
      pages.set(page, [...(pages.get(page) ?? []), it]);
    }
    /** @type {Map<string, number>} */
    const shown = new Map();
    const list = make("ol", { class: "answers" });
    let rows = 0;
    for (const it of found) {
      const page = it.row.base + it.row.page;
      const count = shown.get(page) ?? 0;
      if (count >= A_PAGE) continue;
      if (rows === most) break;
      rows += 1;
      shown.set(page, count + 1);
      list.append(this.row(it, marks, rows === 1 ? typed : ""));
      const rest = (pages.get(page)?.length ?? 0) - A_PAGE;
      if (count + 1 === A_PAGE && rest > 0) list.append(this.rest(it.row, rest));
    }
    if (!rows) return [];
    const all = [...pages.values()].reduce((sum, it) => sum + Math.min(A_PAGE, it.length), 0);
    if (all <= rows) return [list];
    const more = make(
      "button",
      {
        type: "button",
        class: "btn second",
        click: () => this.setting.more(),
      },
      fill(this.setting.words.more_rows, { count: all - rows }),
    );
    return [list, more];
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

  /** @param {Found[]} found @param {Set<string>} marks @param {string} typed @returns {HTMLElement} */
  own(found, marks, typed) {
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
      ...this.list(found, marks, typed, this.most / 3),
    );
  }

  /**
   * @param {{ typed: string, read: string }} slip
   * @param {string} whole all that was typed
   * @returns {HTMLElement}
   */
  slip({ typed, read }, whole) {
    const { words } = this.setting;
    const form = words.slip.split("{read}");
    return make(
      "p",
      { class: "slip" },
      form[0] ?? "",
      make("strong", {}, read),
      fill(form[1] ?? "", { typed }),
      " ",
      make(
        "button",
        { type: "button", class: "btn bare", click: () => this.setting.asTyped() },
        fill(words.only, { typed: whole }),
      ),
    );
  }

  /** @param {import("./rows.js").Past} past @returns {HTMLElement} */
  past({ names, now, at, since }) {
    const { words } = this.setting;
    const [page = "", anchor = ""] = at.split("#");
    return make(
      "div",
      { class: "past" },
      make(
        "p",
        { class: "reword" },
        make("b", { class: "old" }, names[0] ?? ""),
        make("i", { "aria-hidden": "true" }),
        make("b", {}, make("a", { href: `${this.setting.root}${page}.html#${anchor}` }, now)),
      ),
      make("p", {}, since ? fill(words.past.since, { now, since }) : fill(words.past.now, { now })),
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
   * What is said where nothing was found: words that lie near, the alphabet, people.
   * @param {string} typed
   * @param {Finder} finder
   * @returns {HTMLElement}
   */
  nothing(typed, finder) {
    const { words, root } = this.setting;
    const near = finder.near(typed);
    const letters = [...new Set(finder.rows.map(({ title }) => title[0]?.toUpperCase() ?? ""))]
      .filter((letter) => /[A-Z]/.test(letter))
      .sort();
    return make(
      "div",
      { class: "none" },
      near.length ? make("h2", {}, words.near) : null,
      ...this.list(near, new Set(), ""),
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
 * @param {string} typed
 * @param {Rows} national
 * @returns {string} where the view of an authority begins that is named, by its name or by what its
 *   folder is called; empty where none is
 */
function namedIn(typed, national) {
  const words = wordsOf(typed);
  const views = national.views ?? [];
  const named = views.find(({ name, base }) => {
    const others = new Set(
      views.filter((it) => it.name !== name).flatMap((it) => wordsOf(it.name)),
    );
    const own = wordsOf(name).filter((it) => it.length > 2 && !isSmall(it) && !others.has(it));
    const folder = wordsOf(base.split("/")[1] ?? "").join(" ");
    return (
      (own.length > 0 && own.every((it) => words.includes(it))) ||
      ` ${words.join(" ")} `.includes(` ${folder} `)
    );
  });
  return named?.base ?? "";
}

/** @param {string} a @param {string} b @returns {boolean} */
const sameWords = (a, b) => wordsOf(a).map(stemOf).join(" ") === wordsOf(b).map(stemOf).join(" ");

/**
 * @param {string} text
 * @param {Set<string>} marks the stems to be marked
 * @returns {(string | HTMLElement)[]}
 */
function marked(text, marks) {
  return text
    .split(/([\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*)/u)
    .map((piece, n) =>
      n % 2 && wordsOf(piece).some((word) => marks.has(stemOf(word)))
        ? make("mark", {}, piece)
        : piece,
    );
}
