import { isoDay } from "../reason/civil.js";
import { workOut } from "../reason/timeline.js";
import { copy, moment, save, today } from "../parts/device.js";
import { inAttribute, inScript } from "../parts/carried.js";
import { make } from "../parts/dom.js";
import { choiceField, choicesOf } from "../parts/choice-field.js";
import { dayField } from "../parts/day-field.js";
import { dateFields, readDay, typedDay } from "../parts/fields.js";
import { counted, fill } from "../parts/fill.js";
import { asked, dayNumbers, give, readAll } from "../parts/given.js";
import { leftOut, typed as hold, typedBefore, whereTyped, wipe as forget } from "../parts/typed.js";
import { begin } from "./begin.js";
import { asCsv, asText } from "./files.js";
import { forgetPage, keep, kept, wipe } from "./keep.js";
import { picture } from "./picture.js";
import { datesTable, inOrder } from "./table.js";
import { calendarFiles, toCalendar } from "./to-calendar.js";
import { DAYS } from "../parts/storage.js";
import { capital, isDated, stateOf, titleOf } from "../parts/words.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/timeline.js").Dated} Dated */
/** @typedef {import("./keep.js").Child} Child */
/** @typedef {import("../assets/data.js").Case} Case */
/** @typedef {import("../assets/data.js").Timeline} Timeline */
/** @typedef {import("../assets/data.js").Timelines} Data */

const MOST_CHILDREN = 3;

/**
 * Type the days it began; see every date, how it was counted, and what it means today. Over a page
 * that is complete without it. Nothing is sent; the tab alone holds what was typed, and the device
 * where the reader ticks the box.
 */
export class TimelineCalculator extends HTMLElement {
  /** @type {Child[]} */
  #children = [{ given: {}, answers: {} }];
  /** @type {Set<string>} */
  #chosen = new Set();
  /** @type {Child | null} */
  #handed = null;
  #word = "";
  #showAll = false;
  #keeping = false;
  #begun = false;

  connectedCallback() {
    const data = inScript(this, "timelines");
    const panel = this.querySelector(".calculator");
    if (!data || !(panel instanceof HTMLElement) || this.dataset.started) return;
    this.dataset.started = "yes";
    this.data = data;
    this.panel = panel;
    panel.hidden = false;
    const given = inAttribute(this, "given");
    this.#handed = given && { given, answers: inAttribute(this, "answers") ?? {} };
    const { children, chosen, word, keeping, lost } = begin(data, {
      tab: typedBefore(this.#aid),
      kept: () => kept(this.#page, today()),
      handed: this.#handed,
    });
    this.#children = children;
    this.#chosen = new Set(chosen);
    this.#word = word;
    this.#keeping = keeping;
    this.results = make("div", { class: "results" });
    this.status = make("p", { class: "visually-hidden", role: "status" });
    this.held = make("p", { class: "hint no-print" }, whereTyped());
    this.lost = leftOut(lost);
    this.#build();
    this.#begun = true;
    if (lost) this.#hold();
  }

  get #page() {
    return this.dataset.page ?? "dates";
  }

  get #aid() {
    return `dates/${this.#page}`;
  }

  /**
   * Let the tab hold what is typed; where the reader asked for it, the device instead.
   * @returns {boolean} whether it is held where it was asked for
   */
  #hold() {
    const typed = { children: this.#children, chosen: [...this.#chosen], word: this.#word };
    const kept = this.#keeping && keep(this.#page, typed, today());
    if (this.held) this.held.hidden = kept;
    if (this.#begun)
      hold(
        this.#aid,
        this.#isEmpty ? null : { ...(kept ? { keeping: true } : typed), handed: this.#handed },
      );
    return kept === this.#keeping;
  }

  get #isEmpty() {
    const typed = this.#children.flatMap(({ given, answers }) =>
      Object.keys({ ...given, ...answers }),
    );
    return (
      !this.#handed &&
      !this.#word &&
      this.#children.length === 1 &&
      !typed.length &&
      (this.data?.timelines.length === 1 || !this.#chosen.size)
    );
  }

  /** @returns {Timeline[]} */
  #timelines() {
    return (this.data?.timelines ?? []).filter((timeline) => this.#chosen.has(timeline.id));
  }

  /**
   * What the chosen timelines call one case; where they are about different ones, a word that fits
   * them all.
   */
  get #case() {
    const neutral = this.data?.case;
    const [first = neutral, ...others] = this.#timelines().map((timeline) => timeline.case);
    return others.every(({ one, another }) => one === first?.one && another === first.another)
      ? first
      : neutral;
  }

  /** @param {number} index */
  #nameOf(index) {
    return `${this.#case?.one} ${index + 1}`;
  }

  /**
   * Which of several this is; nothing over a single one.
   * @param {"h2" | "h3"} level
   * @param {number} index
   */
  #heading(level, index) {
    return this.#children.length > 1 ? make(level, {}, capital(this.#nameOf(index))) : null;
  }

  /**
   * The day of birth, as typed, of whom a row is about.
   * @param {Dated} row
   * @param {number} index
   */
  #bornOf(row, index) {
    const born = this.#timelines().find(({ order }) => order.includes(row.deadline.id))?.case.born;
    return born ? this.#children[index]?.given[born] : undefined;
  }

  /** Build the whole panel: what to choose and type, then the results. */
  #build() {
    if (!this.panel || !this.results || !this.status || !this.held) return;
    const forms = this.#children.map((child, index) => this.#form(child, index));
    const add =
      this.#children.length < MOST_CHILDREN && this.#chosen.size
        ? make(
            "button",
            { type: "button", class: "btn second", click: () => this.#addChild() },
            fill(words.dates.add, { another: this.#case?.another ?? "" }),
          )
        : null;
    this.panel.replaceChildren(
      ...[
        this.status,
        this.lost ?? null,
        ...(this.#choices() ?? []),
        ...forms,
        make("div", { class: "btns no-print" }, add, this.#wipeButton()),
        this.held,
        this.results,
      ].filter((part) => part !== null),
    );
    this.#show();
  }

  #choices() {
    const { data } = this;
    if (!data || data.timelines.length < 2) return null;
    const boxes = data.timelines.map((timeline) => {
      const input = make("input", {
        type: "checkbox",
        id: `choose-${timeline.id}`,
        class: "checkbox",
      });
      input.checked = this.#chosen.has(timeline.id);
      input.addEventListener("change", () => {
        if (input.checked) this.#chosen.add(timeline.id);
        else this.#chosen.delete(timeline.id);
        this.#build();
        const again = this.panel?.querySelector(`#choose-${CSS.escape(timeline.id)}`);
        if (again instanceof HTMLElement) again.focus();
      });
      return make(
        "div",
        { class: "choice" },
        input,
        make("label", { for: `choose-${timeline.id}` }, timeline.title),
      );
    });
    return [
      make(
        "fieldset",
        { class: "pick" },
        make("legend", {}, words.dates.which_apply),
        make("div", { class: "set" }, ...boxes),
      ),
    ];
  }

  /** @param {Child} child @param {number} index */
  #form(child, index) {
    const timelines = this.#timelines();
    const dates = [
      ...new Map(
        timelines.flatMap((timeline) => timeline.inputs.map((input) => [input.date, input])),
      ),
    ];
    const questions = asked(timelines);
    const fieldsets = dates.map(([date, input]) => this.#dateField(child, index, date, input));
    const selects = questions.map(([id, question]) => this.#select(child, index, id, question));
    const remove = index
      ? make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#removeChild(index) },
          fill(words.dates.remove, { name: this.#nameOf(index) }),
        )
      : null;
    return make(
      "form",
      { class: "inputs", novalidate: true, submit: (event) => event.preventDefault() },
      this.#heading("h3", index),
      make("div", { class: "input-grid" }, ...fieldsets, ...selects),
      remove,
    );
  }

  /**
   * @param {Child} child
   * @param {number} index
   * @param {string} date
   * @param {{ optional: boolean }} input
   */
  #dateField(child, index, date, input) {
    const asked = this.data?.dates[date] ?? { ask: date };
    return dayField(
      `${date}-${index}`,
      { ...asked, note: input.optional ? words.dates.if_known : "" },
      child.given[date] ?? "",
      (day) => {
        give(child.given, date, day);
        this.#show();
      },
    );
  }

  /**
   * @param {Child} child
   * @param {number} index
   * @param {string} id
   * @param {import("../assets/data.js").Question} question
   */
  #select(child, index, id, question) {
    return choiceField(
      `ask-${id}-${index}`,
      question,
      choicesOf(question),
      child.answers[id] ?? "",
      (answer) => {
        give(child.answers, id, answer);
        this.#show();
      },
    );
  }

  /** @param {Child} child @returns {Dated[]} */
  #rows(child) {
    const { data } = this;
    if (!data) return [];
    const timelines = this.#timelines();
    const order = [...new Set(timelines.flatMap((timeline) => timeline.order))];
    const answers = readAll(asked(timelines), child.answers);
    return workOut(data.rules, order, dayNumbers(child.given), answers);
  }

  /** Work everything out again and show it. The fields above stay as they are. */
  #show() {
    if (!this.results || !this.status) return;
    const now = today();
    const all = this.#children.map((child) => this.#rows(child));
    const shown = all.map((rows) => rows.filter((row) => this.#showAll || row.applies !== "no"));
    const any = all.some((rows) => rows.some(isDated));
    this.#hold();
    const parts = shown.flatMap((rows, index) => {
      const image = picture(inOrder(rows), now);
      return [
        this.#heading("h2", index),
        this.#summary(rows, now),
        image
          ? make(
              "div",
              {
                class: "scroller tl-frame",
                tabindex: "0",
                role: "region",
                "aria-label": fill(words.parts.scrolls, { what: words.dates.picture.name }),
              },
              image,
            )
          : null,
        this.#table(rows, index, now),
      ];
    });
    const kept = this.results.contains(document.activeElement) ? document.activeElement?.id : "";
    const given = this.#children.some((child) => Object.keys(child.given).length > 0);
    const none = given ? words.dates.only_an_order : words.dates.give_a_date;
    const empty = make(
      "p",
      { class: "quiet", role: "status" },
      this.#chosen.size ? none : words.dates.choose_one,
    );
    this.results.replaceChildren(
      ...(any ? [...parts, this.#tools(all, now)] : given ? [empty, ...parts] : [empty]).filter(
        (part) => part !== null,
      ),
    );
    if (kept) document.getElementById(kept)?.focus();
    const count = shown.flat().filter(isDated).length;
    this.status.textContent = any ? counted(words.dates.worked_out, count) : "";
  }

  /** @param {Dated[]} rows @param {number} now */
  #summary(rows, now) {
    const counts = new Map();
    for (const row of rows) {
      const { kind } = stateOf(row, now);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const items = Object.entries(words.dates.summary)
      .filter(([kind]) => counts.get(kind))
      .map(([kind, form]) =>
        make(
          "li",
          {},
          make("span", { class: `state ${kind}` }, fill(form, { count: counts.get(kind) })),
        ),
      );
    return make("ul", { class: "sum" }, ...items);
  }

  /** @param {Dated[]} rows @param {number} child @param {number} now */
  #table(rows, child, now) {
    const { data } = this;
    if (!data) return null;
    return datesTable(rows, {
      data,
      child,
      now,
      born: (row) => this.#bornOf(row, child),
      record: (row) => this.#record(row, child),
    });
  }

  /**
   * The real day of something held, which moves all that follows.
   * @param {Dated} row
   * @param {number} index
   */
  #record(row, index) {
    const child = this.#children[index];
    if (!child || !row.deadline.record || row.applies === "no") return null;
    const id = `record-${row.id.replaceAll(".", "-")}-${index}`;
    const error = make("p", { class: "error-text", role: "alert", hidden: true });
    const set = make(
      "fieldset",
      {},
      make("legend", {}, fill(words.dates.record.held_when, { title: titleOf(row) })),
      error,
      dateFields(id, child.given[row.id] ?? ""),
    );
    const save = make(
      "button",
      {
        type: "button",
        class: "btn second",
        click: () => {
          const reading = readDay(...typedDay(set));
          if ("problem" in reading && typedDay(set).some((part) => part.trim())) {
            error.textContent = reading.problem;
            error.hidden = false;
            return;
          }
          give(child.given, row.id, "number" in reading ? isoDay(reading.number) : "");
          this.#show();
          document.getElementById(id)?.focus();
        },
      },
      words.dates.record.use,
    );
    return make(
      "details",
      { class: "record-box no-print" },
      make(
        "summary",
        { id },
        row.actual === null ? words.dates.record.begin : words.dates.record.change,
        make("span", { class: "visually-hidden" }, fill(words.dates.of, { title: titleOf(row) })),
      ),
      set,
      save,
    );
  }

  /** @param {Dated[][]} all @param {number} now */
  #tools(all, now) {
    const rows = all.flat();
    const title = this.#timelines()
      .map((timeline) => timeline.title)
      .join("; ");
    const tools = words.dates.tools;
    const said = make("span", { role: "status" });
    const calendar = toCalendar({
      word: this.#word,
      typed: (word) => {
        this.#word = word;
        this.#hold();
      },
      chosen: (options) => {
        const { rules } = /** @type {Data} */ (this.data);
        const when = { stamp: now, moment: moment() };
        for (const [name, text] of calendarFiles(all, rules, { ...options, ...when }))
          save(text, name, "text/calendar");
      },
    });
    const showAll = make("input", { type: "checkbox", id: "show-all", class: "checkbox" });
    showAll.checked = this.#showAll;
    showAll.addEventListener("change", () => {
      this.#showAll = showAll.checked;
      this.#show();
    });
    const keepBox = make("input", { type: "checkbox", id: "keep", class: "checkbox" });
    keepBox.checked = this.#keeping;
    keepBox.addEventListener("change", () => {
      this.#keeping = keepBox.checked;
      if (!keepBox.checked) forgetPage(this.#page);
      if (!this.#hold()) said.textContent = tools.cannot_keep;
    });
    return make(
      "div",
      { class: "tools no-print" },
      calendar,
      make(
        "div",
        { class: "btns" },
        make(
          "button",
          {
            type: "button",
            class: "btn second",
            click: () => save(asCsv(rows, now), "dates.csv", "text/csv"),
          },
          words.parts.save_as_table,
        ),
        make(
          "button",
          {
            type: "button",
            class: "btn second",
            click: () => copy(asText(rows, title, now), said, tools.the_dates),
          },
          words.parts.copy_as_text,
        ),
        make(
          "button",
          { type: "button", class: "btn second", click: () => window.print() },
          words.parts.print,
        ),
        said,
      ),
      make("div", { class: "choice" }, showAll, make("label", { for: "show-all" }, tools.show_all)),
      make(
        "div",
        { class: "choice" },
        keepBox,
        make("label", { for: "keep" }, fill(tools.keep, { days: DAYS })),
      ),
    );
  }

  #wipeButton() {
    return make(
      "button",
      {
        type: "button",
        class: "btn bare",
        click: () => {
          wipe();
          forget([this.#aid]);
          this.lost = null;
          this.#keeping = false;
          this.#word = "";
          this.#children = [{ given: {}, answers: {} }];
          if (this.data && this.data.timelines.length > 1) this.#chosen.clear();
          this.#build();
          const first = this.panel?.querySelector("input");
          if (first instanceof HTMLElement) first.focus();
        },
      },
      words.dates.wipe,
    );
  }

  #addChild() {
    this.#children.push({ given: {}, answers: {} });
    this.#build();
    const field = this.panel
      ?.querySelectorAll(".inputs")
      [this.#children.length - 1]?.querySelector("input");
    if (field instanceof HTMLElement) field.focus();
  }

  /** @param {number} index */
  #removeChild(index) {
    this.#children.splice(index, 1);
    this.#build();
  }
}
