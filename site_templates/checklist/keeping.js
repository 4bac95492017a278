// The part of a checklist that keeps copies: on this device under a label, or in a file. Off until
// the reader asks.
import { save } from "../parts/device.js";
import { make } from "../parts/dom.js";
import { dayWords } from "../parts/words.js";
import { DAYS } from "../parts/storage.js";
import { copies, forget, forgetAll, keep, placeOf, standing } from "./copies.js";
import { asCopy, asFile, carriedOver, fromFile } from "./state.js";

/** @typedef {import("../assets/data.js").Checklist} Checklist */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Copy} Copy */

const GONE =
  "The copy kept on this device is gone: it was wiped in another tab, or the browser cleared it. " +
  "What you see is still here. Keep it again, or save it to a file.";
const REFUSED =
  "This device would not keep it: its storage is full or closed. " +
  "What you entered is still on this page. Save it to a file.";

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
    this.panel = this.#panel();
    this.#showCopies();
    globalThis.addEventListener?.("storage", (event) => {
      if (this.#open && (event.key === this.#open.name || event.key === null)) this.#look();
      this.#showCopies();
    });
  }

  /** Where what is entered is kept, in words. */
  get where() {
    return this.#open ? `Kept on this device as “${this.#open.label}”` : "Kept in this tab only";
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
      this.#say(REFUSED);
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
      this.#say(GONE);
      return false;
    }
    this.#say(
      `The copy “${open.label}” was changed in another tab.`,
      make(
        "button",
        { type: "button", class: "btn second", click: () => this.#load(open.name) },
        "Show the other tab’s copy",
      ),
      make(
        "button",
        { type: "button", class: "btn second", click: () => this.#keepAs(open.label) },
        "Keep what I see here",
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
      make("label", { for: label.id }, "Label for this copy"),
      make(
        "p",
        { class: "hint" },
        "Never a name, initials or a case number. Write for example “blue folder”.",
      ),
      label,
      make("button", { type: "submit", class: "btn second" }, "Keep on this device"),
    );
    keepForm.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!label.value.trim()) {
        this.status.textContent = "Give the copy a label first.";
        label.focus();
        return;
      }
      this.#keepAs(label.value.trim());
    });
    return make(
      "details",
      { class: "keeping" },
      make("summary", {}, "Keep a copy"),
      make(
        "p",
        {},
        `A copy stays on this device for ${DAYS} days after its last change, ` +
          "and anybody who uses the device can read it. Do not keep one on a shared computer.",
      ),
      keepForm,
      this.copies,
      make(
        "div",
        { class: "btns" },
        make(
          "button",
          { type: "button", class: "btn second", click: () => this.#toFile() },
          "Save to a file",
        ),
        make(
          "span",
          { class: "open-file" },
          make("label", { for: file.id }, "Open a saved file"),
          file,
        ),
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#wipeAll() },
          "Wipe all kept copies",
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
        make("span", {}, `${copy.label || "No label"}, last changed ${dayWords(copy.saved)} `),
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#load(name) },
          "Open",
          make("span", { class: "visually-hidden" }, ` ${copy.label}`),
        ),
        " ",
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#delete(name, copy.label) },
          "Delete",
          make("span", { class: "visually-hidden" }, ` ${copy.label}`),
        ),
      ),
    );
    this.copies.replaceChildren(
      ...(rows.length
        ? [make("ul", { class: "copies", "aria-label": "Copies on this device" }, ...rows)]
        : []),
      ...(unreadable
        ? [
            make(
              "p",
              { class: "hint" },
              `${unreadable === 1 ? "One kept copy" : `${unreadable} kept copies`} cannot be read. ` +
                "Wiping removes them.",
            ),
          ]
        : []),
    );
  }

  /** @param {string} label */
  #keepAs(label) {
    const name = placeOf(this.list.id, label);
    const text = keep(name, asCopy(this.list, this.page.state(), label, this.page.today()));
    this.#open = text === null ? null : { name, label, text };
    this.#say(text === null ? REFUSED : "");
    this.status.textContent =
      text === null ? REFUSED : `Kept as “${label}”. Every change is kept from now on.`;
    this.#showCopies();
    this.page.take(null);
  }

  /** @param {string} name */
  #load(name) {
    const text = standing(name);
    if (text === null) {
      this.#say(GONE);
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
      ["Added since", difference.added],
      ["Changed since", difference.changed],
      ["No longer there", difference.dropped],
    ].flatMap(([head, texts]) =>
      Array.isArray(texts) && texts.length
        ? [
            make("p", {}, make("strong", {}, `${String(head)}:`)),
            make("ul", {}, ...texts.map((text) => make("li", {}, text))),
          ]
        : [],
    );
    this.#say(
      changes.length
        ? `This copy was made for version ${read.copy.version || "unknown"}; ` +
            `this is version ${this.list.version}. Ticks were carried over.`
        : "",
      ...changes,
    );
    this.status.textContent = `Opened “${read.copy.label || "a copy"}”.`;
    this.page.take(state);
  }

  /** @param {string} name @param {string} label */
  #delete(name, label) {
    const gone = forget(name);
    if (this.#open?.name === name) this.#open = null;
    this.status.textContent = gone
      ? `Deleted “${label}” from this device.`
      : "This device would not delete it.";
    this.#showCopies();
    this.page.take(null);
  }

  #wipeAll() {
    this.#open = null;
    this.status.textContent = forgetAll()
      ? "Every kept copy of every checklist is gone from this device."
      : "This device would not let the copies be wiped. Clear the browser’s data for this site.";
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
    this.status.textContent = "Saved. Keep the file where the record is kept.";
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
