// The sheet that comes down when somebody searches: a field, and the rows that answer what is typed.
import { make } from "../parts/dom.js";
import { counted, fill } from "../parts/fill.js";
import { sign } from "../parts/sign.js";
import { isSmall, stemOf, wordsOf } from "./english.js";
import { Finder, partsOf } from "./finder.js";

/** @typedef {import("./finder.js").Answer} Answer */
/** @typedef {import("./finder.js").Found} Found */
/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {typeof import("../words/en.json")["search"]} Words */
/**
 * @typedef {{
 *   words: Words, root: string, base: string, plain: boolean, force: Record<string, string>,
 *   load: (path: string) => Promise<void>, rows: () => Rows[],
 * }} Setting `base`: where the reader's view begins, empty for the national site; `load` fetches one
 *   more script of rows, `rows` gives those that were loaded
 */

const A_PAGE = 3; // rows of one page, before the rest of it is told in a line
const ROWS = 12; // rows that are shown at first
const LATE = 400; // milliseconds after which a reader is told to wait

export class Sheet {
  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    this.most = ROWS;
    this.mend = true; // whether slips are put right
    /** @type {Map<string, Finder>} by the view whose rows it has too */
    this.finders = new Map();
    const { words } = setting;
    this.field = make("input", {
      id: "search-field",
      type: "search",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      input: () => this.typed(),
    });
    this.status = make("div", { class: "told", role: "status" });
    this.results = make("div", { class: "results" });
    const close = make(
      "button",
      { type: "button", class: "btn bare close", click: () => this.dialog.close() },
      `${words.close} `,
      make("kbd", {}, words.keys.esc),
    );
    const name = make("label", { for: "search-field" }, words.label);
    this.dialog = make(
      "dialog",
      { class: "sheet no-print", "aria-label": words.name, keydown: (event) => this.moved(event) },
      make(
        "div",
        { class: "wrap sheet-in" },
        make(
          "search",
          {},
          make("div", { class: "find-top" }, name, close),
          make("div", { class: "find-row" }, this.field),
        ),
        this.status,
        this.results,
      ),
      this.foot(),
    );
    this.dialog.addEventListener("click", ({ target }) => this.left(target));
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    document.body.append(this.dialog);
  }

  /** Come down, with the words that were typed last. */
  open() {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    this.field.select();
    this.finder(""); // made while the reader begins to type
  }

  /** @returns {HTMLElement} the keys, and two ways that always help */
  foot() {
    const { words } = this.setting;
    const key = (/** @type {string[]} */ names, /** @type {string} */ does) =>
      make("span", {}, ...names.flatMap((name) => [make("kbd", {}, name), " "]), does);
    const { esc, enter, slash, up, down } = words.keys;
    return make(
      "div",
      { class: "sheet-foot" },
      make(
        "div",
        { class: "wrap" },
        make(
          "p",
          { class: "keys" },
          key([slash], words.does.search),
          key([down, up], words.does.move),
          key([enter], words.does.open),
          key([esc], words.does.close),
        ),
        this.link("a-z.html", words.a_to_z),
        this.link("contacts.html", words.who_can_help),
      ),
    );
  }

  /** @param {string} path @param {string} text @returns {HTMLAnchorElement} */
  link(path, text) {
    return make("a", { href: this.setting.root + path }, text);
  }

  /** @param {EventTarget | null} target close where what was chosen stands on the page behind */
  left(target) {
    const link = target instanceof Element ? target.closest("a") : null;
    const { pathname, origin } = document.location;
    if (link?.pathname === pathname && link.origin === origin) this.dialog.close();
  }

  /** Answer what stands in the field. */
  async typed() {
    this.most = ROWS;
    this.mend = true;
    await this.answer();
  }

  async answer() {
    const typed = this.field.value.trim();
    if (!typed) {
      this.say();
      this.results.replaceChildren();
      return;
    }
    const waiting = setTimeout(() => this.say(this.setting.words.looking), LATE);
    const finder = await this.finder(typed);
    clearTimeout(waiting);
    if (typed !== this.field.value.trim()) return;
    if (!finder) {
      this.say(this.setting.words.failed);
      return;
    }
    this.show(typed, finder.answer(typed, this.setting.plain, this.mend), finder);
  }

  /**
   * Say what was found, aloud too; what was said already is not said again.
   * @param {string} [found]
   * @param {...HTMLElement} more
   */
  say(found, ...more) {
    const told = make("div", {}, ...(found ? [make("p", { class: "found" }, found)] : []), ...more);
    if (told.textContent !== this.status.textContent) this.status.replaceChildren(told);
  }

  /** @returns {Rows | undefined} the national rows; those of a view may come before them */
  get national() {
    return this.setting.rows().find(({ base }) => base === "");
  }

  /**
   * @param {string} typed
   * @returns {Promise<Finder | null>} the finder for this reader, and for the authority that is named
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
    return finder;
  }

  /** @param {string} typed @param {Answer} answer @param {Finder} finder */
  show(typed, answer, finder) {
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
    this.say(
      found.length
        ? fill(words.found_on, {
            answers: counted(words.answers, found.length),
            pages: counted(words.pages, pages),
          })
        : fill(words.none, { typed }),
      ...signposts,
      ...(slip ? [this.slip(slip, typed)] : []),
      ...(past ? [this.past(past)] : []),
    );
    this.results.replaceChildren(
      ...parts.flatMap((part, n) => this.part(part, n === 0, marks, looked)),
      ...(found.length || signposts.length ? [] : [this.nothing(finder)]),
    );
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
        click: () => this.more(),
      },
      fill(this.setting.words.more_rows, { count: all - rows }),
    );
    return [list, more];
  }

  /** Show more rows, and go on at the first of them. */
  async more() {
    const before = this.results.querySelectorAll(".answers:first-of-type > .answer").length;
    this.most += ROWS;
    await this.answer();
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.results.querySelectorAll(".answer a");
    links[before]?.focus();
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
    const as_typed = () => {
      this.mend = false;
      this.field.focus();
      this.answer();
    };
    return make(
      "p",
      { class: "slip" },
      form[0] ?? "",
      make("strong", {}, read),
      fill(form[1] ?? "", { typed }),
      " ",
      make(
        "button",
        { type: "button", class: "btn bare", click: as_typed },
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

  /**
   * What is said where nothing was found: words that lie near, the alphabet, people.
   * @param {Finder} finder
   * @returns {HTMLElement}
   */
  nothing(finder) {
    const { words } = this.setting;
    const near = finder.near(this.field.value);
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
          make("li", {}, this.link(`a-z.html#letter-${it.toLowerCase()}`, it)),
        ),
      ),
      make("h2", {}, words.ask),
      make("p", {}, this.link("contacts.html", words.who_can_help)),
    );
  }

  /** @param {Event} event arrows move from row to row, and from the first back to the field */
  moved(event) {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault(); // a search field would only be emptied
      this.dialog.close();
      return;
    }
    const links = [...this.status.querySelectorAll("a"), ...this.results.querySelectorAll("a")];
    if (event.key === "Enter" && event.target === this.field) {
      event.preventDefault();
      (this.results.querySelector("a") ?? links[0])?.click();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !links.length) return;
    event.preventDefault();
    const at = links.findIndex((link) => link.matches(":focus")) + step;
    if (at < 0) this.field.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
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
