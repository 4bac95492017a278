// The sheet that comes down when somebody searches: a field that takes what is typed at once, and a
// place for the answers, which are made by a script that comes after it (answers.js).
import { make } from "../parts/dom.js";
import words from "../words/en.json" with { type: "json" };

/**
 * @typedef {{
 *   urgent: HTMLElement[], said: string, told: HTMLElement[],
 *   rows: (into: HTMLElement) => Iterator<void>, answers: boolean,
 * }} Shown what is said aloud, who helps in danger first, and what adds the rows, one at each step;
 *   `answers`: whether those are answers, not ways out of a search that found nothing
 */
/**
 * @typedef {{ more: Record<string, number>, mend: boolean }} How `more`: how many rows each part has
 *   beside its first; `mend`: whether slips are put right
 */
/** @typedef {(typed: string, how: How) => Promise<Shown | null>} Ask null where nothing could be loaded */

const MORE = 12; // rows that one press adds
const AT_ONCE = 3; // rows that are made after each letter, a frame each; the others when the reader pauses
const PAUSE = 150; // milliseconds
const LATE = 400; // milliseconds after which a reader is told to wait

export class Sheet {
  /** @param {string} root @param {Ask} ask */
  constructor(root, ask) {
    this.root = root;
    this.ask = ask;
    /** @type {How} */
    this.how = { more: {}, mend: true };
    /** @type {(() => void) | undefined} */
    this.rest = undefined;
    this.pause = 0;
    this.step = 0;
    this.frame = 0;
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
      `${words.search.close} `,
      make("kbd", {}, words.search.keys.esc),
    );
    const name = make("label", { for: "search-field" }, words.search.label);
    this.dialog = make(
      "dialog",
      {
        class: "sheet no-print",
        "aria-label": words.search.name,
        keydown: (event) => this.moved(event),
      },
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
    this.ask("", this.how); // what answers is made while the reader begins to type
  }

  /** @returns {HTMLElement} the keys, and two ways that always help */
  foot() {
    const { keys, does, a_to_z, who_can_help } = words.search;
    const key = (/** @type {string[]} */ names, /** @type {string} */ says) =>
      make("span", {}, ...names.flatMap((name) => [make("kbd", {}, name), " "]), says);
    return make(
      "div",
      { class: "sheet-foot" },
      make(
        "div",
        { class: "wrap" },
        make(
          "p",
          { class: "keys" },
          key([keys.slash], does.search),
          key([keys.down, keys.up], does.move),
          key([keys.enter], does.open),
          key([keys.esc], does.close),
        ),
        make("a", { href: `${this.root}a-z.html` }, a_to_z),
        make("a", { href: `${this.root}contacts.html` }, who_can_help),
      ),
    );
  }

  /** @param {EventTarget | null} target close where what was chosen stands on the page behind */
  left(target) {
    const link = target instanceof Element ? target.closest("a") : null;
    const { pathname, origin } = document.location;
    if (link?.pathname === pathname && link.origin === origin) this.dialog.close();
  }

  /** Answer what stands in the field. */
  async typed() {
    this.how = { more: {}, mend: true };
    await this.answer();
  }

  /** @returns {Promise<boolean>} whether the answers shown are to what stands in the field */
  async answer() {
    const typed = this.field.value.trim();
    if (!typed) {
      this.say();
      this.fill();
      return false;
    }
    const waiting = setTimeout(() => this.say(words.search.looking), LATE);
    const shown = await this.ask(typed, this.how);
    clearTimeout(waiting);
    if (typed !== this.field.value.trim()) return false;
    if (!shown) this.say(words.search.failed);
    this.fill(shown);
    return shown !== null;
  }

  /**
   * Show the first row at once and two more in the next frames, so that no letter waits for them. What
   * is said of them, aloud too, waits for a pause, as the other rows do: half a word says something
   * else than the whole.
   * @param {Shown | null} [shown]
   */
  fill(shown) {
    this.wait();
    const results = make("div", { class: "results" });
    results.style.minHeight = `${this.results.offsetHeight}px`; // nothing jumps while rows are made
    const steps = shown?.rows(results);
    let left = shown?.answers ? AT_ONCE : 0;
    const next = () => {
      if (!left || steps?.next().done) return;
      left -= 1;
      this.frame = requestAnimationFrame(() => {
        this.step = setTimeout(next);
      });
    };
    next();
    this.results.replaceWith(results);
    this.results = results;
    this.rest = () => {
      if (shown) this.say(shown.said, shown.told, shown.urgent);
      while (steps && !steps.next().done);
      results.style.minHeight = "";
    };
    this.pause = setTimeout(() => this.finish(), PAUSE);
  }

  /** Make no more rows by themselves. */
  wait() {
    clearTimeout(this.pause);
    clearTimeout(this.step);
    cancelAnimationFrame(this.frame);
  }

  /** Say and show what is still to come. */
  finish() {
    this.wait();
    this.rest?.();
    this.rest = undefined;
  }

  /** Look only for what was typed, and put no slip right. */
  async asTyped() {
    this.how.mend = false;
    this.field.focus();
    await this.answer();
  }

  /** Go to the first row of an authority's own. */
  toOwn() {
    this.finish();
    /** @type {HTMLElement | null} */ (this.results.querySelector(".own a"))?.focus();
  }

  /** @param {string} part of what was found: show more of its rows, and go on at the first of them */
  async more(part) {
    const list = `[data-part="${part}"]>.answer`;
    const before = this.results.querySelectorAll(list).length;
    this.how.more[part] = (this.how.more[part] ?? 0) + MORE;
    await this.answer();
    this.finish();
    this.results.querySelectorAll(list)[before]?.querySelector("a")?.focus();
  }

  /**
   * Say what was found, aloud too; what was said already is not said again.
   * @param {string} [found]
   * @param {HTMLElement[]} [below]
   * @param {HTMLElement[]} [above]
   */
  say(found, below = [], above = []) {
    const line = found ? [make("p", { class: "found" }, found)] : [];
    const told = make("div", {}, ...above, ...line, ...below);
    if (told.textContent !== this.status.textContent) this.status.replaceChildren(told);
  }

  /** @param {Event} event arrows move from row to row, and from the first back to the field */
  moved(event) {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault(); // a search field would only be emptied
      this.dialog.close();
      return;
    }
    if (event.key === "Enter" && event.target === this.field) {
      event.preventDefault();
      this.enter();
      return;
    }
    this.finish();
    const links = [...this.status.querySelectorAll("a"), ...this.results.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !links.length) return;
    event.preventDefault();
    const at = links.findIndex((link) => link.matches(":focus")) + step;
    if (at < 0) this.field.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
  }

  /** Open the first answer; where help or another place is named instead, go there and open nothing. */
  async enter() {
    if (!(await this.answer())) return;
    this.finish();
    const named = this.status.querySelector(".signpost")?.querySelector("a");
    if (named) named.focus();
    else if (!this.results.querySelector(".none")) this.results.querySelector("a")?.click();
  }
}
