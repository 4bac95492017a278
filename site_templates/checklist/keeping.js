// The part of a checklist that keeps copies: on this device under a label, or in a file. Off until
// the reader asks.
import { save } from "../parts/device.js";
import { make } from "../parts/dom.js";
import { dayWords } from "../parts/words.js";
import { DAYS } from "../parts/storage.js";
import { leftOut } from "../parts/typed.js";
import { copies, countAll, forget, forgetAll, keep, placeOf, standing } from "./copies.js";
import { asCopy, asFile, carriedOver, fromFile } from "./state.js";
import { counted, fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../assets/data.js").Checklist} Checklist */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Copy} Copy */

const SAID = words.checklist.keeping;

/**
 * Keeps one checklist. The page gives it the state to keep and takes the state of what is opened.
 */
export class Keeping {
  /**
   * The copy that is open: its place and the text that was kept last.
   * @type {{ name: string, label: string, text: string } | null}
   */
  #open = null;

  /**
   * @param {Checklist} list
   * @param {{ state: () => State, take: (state: State | null) => void, today: () => number }} page
   */
  constructor(list, page) {
    this.list = list;
    this.page = page;
    this.message = make("div", { class: "kept-message" });
    this.status = make("p", { role: "status", class: "hint" });
    this.copies = make("div", {});
    this.asked = make("div", {});
    this.panel = this.#panel();
    this.#showCopies();
    globalThis.addEventListener?.("storage", (event) => {
      const mine = this.#open && (event.key === this.#open.name || event.key === null);
      if (mine && !this.#look()) this.page.take(null);
      this.#showCopies();
    });
  }

  /** The label of the copy that is open; empty where none is. */
  get label() {
    return this.#open?.label ?? "";
  }

  /** Where what is entered is kept, in words. */
  get where() {
    return this.#open ? fill(SAID.kept_here, { label: this.#open.label }) : SAID.kept_in_tab;
  }

  /**
   * Open a copy again that was open when the page was left. Where this page has no place for all it
   * holds, it stays as it is: only what has a place is shown.
   * @param {string} label
   */
  again(label) {
    const name = placeOf(this.list.id, label);
    const read = fromFile(standing(name) ?? "", this.list);
    if ("problem" in read) return;
    const { state, lost } = carriedOver(this.list, read.copy);
    if (!lost) return this.#load(name);
    this.leftOut(lost);
    this.page.take(state);
  }

  /** Say how many of the things entered have no place on this page. @param {number} lost */
  leftOut(lost) {
    const said = leftOut(lost);
    if (said) this.message.replaceChildren(said);
  }

  /** Keep what has just changed, if a copy is open. */
  changed() {
    const open = this.#open;
    if (!open || !this.#look()) return;
    const text = keep(
      open.name,
      asCopy(this.list, this.page.state(), open.label, this.page.today()),
    );
    if (text === null) {
      this.#open = null;
      this.#say(SAID.refused);
    } else open.text = text;
  }

  /**
   * Whether the open copy is still what this tab kept. If not, say so and ask which one to go on
   * with.
   */
  #look() {
    const open = this.#open;
    if (!open) return false;
    const now = standing(open.name);
    if (now === open.text) return true;
    this.#open = null;
    if (now === null) {
      this.#say(SAID.gone);
      return false;
    }
    this.#say(
      fill(SAID.changed_elsewhere, { label: open.label }),
      make(
        "button",
        { type: "button", class: "btn second", click: () => this.#load(open.name) },
        SAID.show_other,
      ),
      make(
        "button",
        { type: "button", class: "btn second", click: () => this.#keepAs(open.label) },
        SAID.keep_mine,
      ),
    );
    return false;
  }

  #panel() {
    const label = make("input", {
      type: "text",
      id: `label-${this.list.id}`,
      maxlength: "60",
      autocomplete: "off",
    });
    const file = make("input", {
      type: "file",
      id: `file-${this.list.id}`,
      accept: ".json,application/json",
    });
    file.addEventListener("change", async () => {
      const chosen = file.files?.[0];
      if (!chosen) return;
      const text = chosen.size > 2_000_000 ? "" : await chosen.text();
      this.#take(fromFile(text, this.list));
      file.value = "";
    });
    const keepForm = make(
      "form",
      { novalidate: true, class: "keep-form" },
      make("label", { for: label.id }, SAID.label),
      make("p", { class: "hint" }, SAID.label_hint),
      label,
      make("button", { type: "submit", class: "btn second" }, SAID.keep),
    );
    keepForm.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!label.value.trim()) {
        this.status.textContent = SAID.label_missing;
        label.focus();
        return;
      }
      this.#askToKeep(label.value.trim());
    });
    return make(
      "details",
      { class: "keeping" },
      make("summary", {}, SAID.heading),
      make("p", {}, fill(SAID.how_long, { days: DAYS })),
      keepForm,
      this.asked,
      this.copies,
      make(
        "div",
        { class: "btns" },
        make(
          "button",
          { type: "button", class: "btn second", click: () => this.#toFile() },
          SAID.save,
        ),
        make("span", { class: "open-file" }, make("label", { for: file.id }, SAID.open_file), file),
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#askToWipe() },
          SAID.wipe,
        ),
      ),
      this.status,
    );
  }

  #showCopies() {
    const { kept, unreadable } = copies(this.list, this.page.today());
    const rows = kept.map(({ name, copy }) =>
      make(
        "li",
        {},
        make(
          "span",
          {},
          fill(SAID.copy, { label: copy.label || SAID.no_label, day: dayWords(copy.saved) }),
        ),
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#load(name) },
          SAID.open,
          make("span", { class: "visually-hidden" }, ` ${copy.label}`),
        ),
        " ",
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#delete(name, copy.label) },
          SAID.delete,
          make("span", { class: "visually-hidden" }, ` ${copy.label}`),
        ),
      ),
    );
    this.copies.replaceChildren(
      ...(rows.length ? [make("ul", { class: "copies", "aria-label": SAID.copies }, ...rows)] : []),
      ...(unreadable ? [make("p", { class: "hint" }, counted(SAID.unreadable, unreadable))] : []),
    );
  }

  /** Keep, but ask first where another copy would be lost by it. @param {string} label */
  #askToKeep(label) {
    const name = placeOf(this.list.id, label);
    const { kept } = copies(this.list, this.page.today());
    const taken = this.#open?.name === name ? null : kept.find((it) => it.name === name)?.copy;
    if (!taken) return this.#keepAs(label);
    const ticks = Object.keys(taken.ticks).length;
    const day = dayWords(taken.saved);
    this.#ask(counted(SAID.taken, ticks, { label: taken.label, day }), [
      [SAID.open, () => this.#load(name)],
      [SAID.replace, () => this.#keepAs(label)],
    ]);
  }

  /** Wipe, but ask first where there is something to lose. */
  #askToWipe() {
    const many = countAll();
    if (!many) return this.#wipeAll();
    this.#ask(counted(SAID.wipe_sure, many), [
      [SAID.wipe_now, () => this.#wipeAll()],
      [SAID.leave, () => {}],
    ]);
  }

  /** @param {string} words @param {[string, () => void][]} ways what may be done then */
  #ask(words, ways) {
    const done = (/** @type {() => void} */ way) => {
      this.asked.replaceChildren();
      way();
    };
    const buttons = ways.map(([name, way]) =>
      make("button", { type: "button", class: "btn second", click: () => done(way) }, name),
    );
    this.status.textContent = "";
    this.asked.replaceChildren(
      make(
        "div",
        { class: "note info", role: "status" },
        make("p", {}, words),
        make("div", { class: "btns" }, ...buttons),
      ),
    );
  }

  /** @param {string} label */
  #keepAs(label) {
    const name = placeOf(this.list.id, label);
    const text = keep(name, asCopy(this.list, this.page.state(), label, this.page.today()));
    this.#open = text === null ? null : { name, label, text };
    this.#say(text === null ? SAID.refused : "");
    this.status.textContent = text === null ? SAID.refused : fill(SAID.kept, { label });
    this.#showCopies();
    this.page.take(null);
  }

  /** @param {string} name */
  #load(name) {
    const text = standing(name);
    if (text === null) {
      this.#say(SAID.gone);
      this.#showCopies();
      return;
    }
    const read = fromFile(text, this.list);
    if ("copy" in read) this.#open = { name, label: read.copy.label, text };
    this.#take(read);
  }

  /** @param {{ copy: Copy } | { problem: string }} read */
  #take(read) {
    if ("problem" in read) {
      this.status.textContent = read.problem;
      return;
    }
    const { state, difference } = carriedOver(this.list, read.copy);
    const changes = [
      [SAID.added, difference.added],
      [SAID.changed, difference.changed],
      [SAID.dropped, difference.dropped],
    ].flatMap(([head, texts]) =>
      Array.isArray(texts) && texts.length
        ? [
            make("p", {}, make("strong", {}, String(head))),
            make("ul", {}, ...texts.map((text) => make("li", {}, text))),
          ]
        : [],
    );
    this.#say(
      changes.length
        ? fill(SAID.other_version, {
            made_for: read.copy.version || SAID.unknown_version,
            version: this.list.version,
          })
        : "",
      ...changes,
    );
    this.status.textContent = fill(SAID.opened, { label: read.copy.label || SAID.a_copy });
    this.page.take(state);
  }

  /** @param {string} name @param {string} label */
  #delete(name, label) {
    const gone = forget(name);
    if (this.#open?.name === name) this.#open = null;
    this.status.textContent = gone ? fill(SAID.deleted, { label }) : SAID.cannot_delete;
    this.#showCopies();
    this.page.take(null);
  }

  #wipeAll() {
    this.#open = null;
    this.status.textContent = forgetAll() ? SAID.all_wiped : SAID.cannot_wipe;
    this.#showCopies();
    this.page.take(null);
  }

  #toFile() {
    const label = this.#open?.label ?? "";
    save(
      asFile(asCopy(this.list, this.page.state(), label, this.page.today())),
      `${this.list.id}.json`,
      "application/json",
    );
    this.status.textContent = SAID.saved;
  }

  /** @param {string} words @param {...HTMLElement} more */
  #say(words, ...more) {
    this.message.replaceChildren(
      ...(words
        ? [make("div", { class: "note info", role: "status" }, make("p", {}, words), ...more)]
        : []),
    );
  }
}
