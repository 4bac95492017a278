import { copy, save, today } from "../parts/device.js";
import { inAttribute, inScript } from "../parts/carried.js";
import { make } from "../parts/dom.js";
import { whenWords } from "../parts/words.js";
import { dayField } from "../parts/day-field.js";
import { fill } from "../parts/fill.js";
import { give, handedAnew } from "../parts/given.js";
import { typed, typedBefore, whereTyped, wipe } from "../parts/typed.js";
import { days, questions, roles } from "./controls.js";
import { Keeping } from "./keeping.js";
import { applies, before, dates, dueOf, empty, handedTo, isEmpty, shown } from "./state.js";
import { asCsv, asText } from "./words.js";
import words from "../words/en.json" with { type: "json" };

/**
 * Tick, filter and date a checklist that is complete on the page without script. Nothing is sent;
 * the tab alone holds what is entered, and the device where that is asked for. ``data-answers`` and
 * ``data-given`` (JSON) hand it what another aid on the page has asked already.
 */
export class CaseChecklist extends HTMLElement {
  #state = empty();
  /** @type {import("./state.js").Filter} */
  #filter = { role: "", overdue: false, all: false };
  #notes = false;
  /** @type {import("./state.js").Handed} */
  #handed = { answers: {}, given: {} };

  connectedCallback() {
    const list = inScript(this, "list");
    const tools = this.querySelector(".case-tools");
    if (!list || !(tools instanceof HTMLElement) || this.dataset.started) return;
    this.dataset.started = "yes";
    this.list = list;
    const { state, open, filter, notes, handed, lost } = before(list, typedBefore(this.#aid));
    this.#handed = handedTo(list, inAttribute(this, "answers"), inAttribute(this, "given"));
    state.answers = handedAnew(state.answers, handed.answers, this.#handed.answers);
    state.given = handedAnew(state.given, handed.given, this.#handed.given);
    this.#state = state;
    this.#filter = filter;
    this.#notes = notes;
    this.tools = tools;
    this.held = make("p", { class: "hint" }, whereTyped());
    this.meter = make("div", { class: "meter" });
    this.none = make("p", { class: "quiet", hidden: true });
    this.keeping = new Keeping(this.list, {
      state: () => this.#state,
      take: (state) => this.#take(state),
      today,
    });
    this.keeping.leftOut(lost);
    tools.hidden = false;
    this.#build();
    this.addEventListener("change", (event) => this.#ticked(event));
    // A browser may bring old ticks back when a page is opened again.
    for (const box of this.#boxes()) box.checked = false;
    this.#show();
    if (open) this.keeping.again(open);
    if (lost) this.#hold();
  }

  get #aid() {
    return `checklist/${this.list?.id}`;
  }

  /** Let the tab hold what is entered; of a copy that is open, which one. */
  #hold() {
    const view = { ...this.#filter, notes: this.#notes };
    const open = this.keeping?.label;
    const handed = !isEmpty({ ...empty(), ...this.#handed });
    const nothing = isEmpty(this.#state) && !open && !handed && !Object.values(view).some(Boolean);
    const entered = open ? { open } : { state: this.#state };
    typed(this.#aid, nothing ? null : { ...entered, ...view, handed: this.#handed });
  }

  #build() {
    const { list, tools, keeping, meter, none, held } = this;
    if (!list || !tools || !keeping || !meter || !none || !held) return;
    const changed = () => this.#changed();
    const said = make("span", { role: "status" });
    tools.replaceChildren(
      ...[
        keeping.message,
        questions(list, this.#state, changed),
        roles(list, this.#filter.role, (role) => {
          this.#filter.role = role;
          this.#hold();
          this.#show();
        }),
        days(list, this.#state, changed),
        meter,
        make(
          "div",
          { class: "switches" },
          Object.keys(list.dates).length
            ? this.#switch(
                "overdue",
                words.checklist.only_overdue,
                this.#filter.overdue,
                (on) => (this.#filter.overdue = on),
              )
            : null,
          Object.keys(list.questions).length
            ? this.#switch(
                "all",
                words.checklist.also_not_applying,
                this.#filter.all,
                (on) => (this.#filter.all = on),
              )
            : null,
          this.#switch(
            "notes",
            words.checklist.with_notes,
            this.#notes,
            (on) => (this.#notes = on),
          ),
        ),
        make(
          "div",
          { class: "btns" },
          make(
            "button",
            {
              type: "button",
              class: "btn second",
              click: () =>
                copy(
                  asText(list, this.#state, this.#shown(), today()),
                  said,
                  words.checklist.the_checklist,
                ),
            },
            words.parts.copy_as_text,
          ),
          make(
            "button",
            {
              type: "button",
              class: "btn second",
              click: () =>
                save(
                  asCsv(list, this.#state, this.#shown(), today()),
                  `${list.id}.csv`,
                  "text/csv",
                ),
            },
            words.parts.save_as_table,
          ),
          make(
            "button",
            { type: "button", class: "btn bare", click: () => this.#wipe(said) },
            words.checklist.wipe,
          ),
          said,
        ),
        held,
        keeping.panel,
        none,
      ].filter((part) => part !== null),
    );
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {boolean} on
   * @param {(on: boolean) => void} set
   */
  #switch(name, label, on, set) {
    const id = `${name}-${this.list?.id}`;
    const box = make("input", { type: "checkbox", class: "checkbox", id, autocomplete: "off" });
    box.checked = on;
    box.addEventListener("change", () => {
      set(box.checked);
      this.#hold();
      this.#show();
    });
    return make("div", { class: "choice" }, box, make("label", { for: id }, label));
  }

  /** @returns {HTMLInputElement[]} */
  #boxes() {
    return [...this.querySelectorAll("li[data-item] > input[type=checkbox]")].filter(
      (box) => box instanceof HTMLInputElement,
    );
  }

  /** @param {Event} event */
  #ticked(event) {
    const box = event.target;
    const line =
      box instanceof HTMLInputElement && box.matches("li[data-item] > input")
        ? box.closest("li")
        : null;
    const id = line?.dataset.item;
    if (!id || !(box instanceof HTMLInputElement)) return;
    if (box.checked) this.#state.ticks[id] = true;
    else delete this.#state.ticks[id];
    this.#changed();
    if (box.checked) line?.querySelector(".held input")?.scrollIntoView?.({ block: "nearest" });
  }

  /**
   * Take another state (a copy that was opened), or only show again where what is kept has changed.
   * @param {import("./state.js").State | null} state
   */
  #take(state) {
    if (state) {
      this.#state = state;
      this.#notes ||= Object.keys(state.notes).length > 0;
      for (const slot of this.querySelectorAll(".note-slot, .held")) slot.remove();
      this.#build();
    }
    this.#hold();
    this.#show();
  }

  /** @param {HTMLElement} said */
  #wipe(said) {
    wipe([this.#aid]);
    if (isEmpty(this.#state)) return;
    this.#state = empty();
    for (const slot of this.querySelectorAll(".note-slot, .held")) slot.remove();
    this.#build();
    this.#changed();
    said.textContent = words.checklist.wiped;
  }

  #changed() {
    this.keeping?.changed();
    this.#hold();
    this.#show();
  }

  #shown() {
    return this.list ? shown(this.list, this.#state, this.#filter, today()) : new Set();
  }

  /** Bring the page in line with the state. */
  #show() {
    const { list, meter, none, keeping, held } = this;
    if (!list || !meter || !none || !keeping || !held) return;
    held.hidden = keeping.label !== "";
    const visible = this.#shown();
    const worked = dates(list, this.#state);
    for (const line of this.querySelectorAll("li[data-item]"))
      if (line instanceof HTMLLIElement) this.#line(line, visible, worked);
    for (const section of list.sections) {
      const part = this.querySelector(`[data-section="${CSS.escape(section.id)}"]`);
      const items = section.items.filter((id) => visible.has(id));
      if (part instanceof HTMLElement) part.hidden = !items.length;
      const count = part?.querySelector("[data-count]");
      if (count)
        count.textContent = fill(words.checklist.count, {
          done: items.filter((id) => this.#state.ticks[id]).length,
          all: items.length,
        });
    }
    const all = [...visible];
    const done = all.filter((id) => this.#state.ticks[id]).length;
    const beads = make(
      "div",
      { class: "beads", "aria-hidden": "true" },
      ...all.map((_, index) => make("i", { class: index < done ? "on" : "" })),
    );
    meter.replaceChildren(
      make("p", { role: "status" }, fill(words.checklist.done, { done, all: all.length })),
      make("span", { class: "small" }, keeping.where),
      beads,
    );
    none.hidden = all.length > 0;
    none.textContent = this.#filter.overdue
      ? words.checklist.nothing_overdue
      : words.checklist.nothing_for_role;
  }

  /**
   * @param {HTMLLIElement} line
   * @param {Set<string>} visible
   * @param {ReturnType<typeof dates>} worked
   */
  #line(line, visible, worked) {
    const id = line.dataset.item ?? "";
    const list = /** @type {import("../assets/data.js").Checklist} */ (this.list);
    line.hidden = !visible.has(id);
    line.classList.toggle("not-for-this", applies(list, id, this.#state) === "no");
    const box = line.querySelector("input[type=checkbox]");
    if (box instanceof HTMLInputElement) box.checked = this.#state.ticks[id] === true;
    const slot = line.querySelector("[data-due]");
    const due = dueOf(list, id, this.#state, worked, today());
    slot?.replaceChildren(
      ...(due
        ? [
            make("span", { class: "num" }, whenWords(due.row)),
            " ",
            make("span", { class: `state ${due.state.kind}` }, due.state.words),
          ]
        : []),
    );
    this.#held(line, id);
    this.#note(line, id);
  }

  /**
   * Ticking what records a date offers its day, which moves the dates that follow.
   * @param {HTMLLIElement} line
   * @param {string} id
   */
  #held(line, id) {
    const records = this.list?.items[id]?.records;
    const wanted = records !== undefined && this.#state.ticks[id] === true;
    const there = line.querySelector(".held");
    if (!wanted) there?.remove();
    if (!wanted || there || !records) return;
    line.append(
      make(
        "div",
        { class: "held no-print" },
        dayField(
          `held-${id}`,
          { ask: words.checklist.held_when },
          this.#state.given[records] ?? "",
          (day) => {
            give(this.#state.given, records, day);
            this.#changed();
          },
        ),
      ),
    );
  }

  /** @param {HTMLLIElement} line @param {string} id */
  #note(line, id) {
    const there = line.querySelector(".note-slot");
    if (!this.#notes) there?.remove();
    if (!this.#notes || there) return;
    const field = make("textarea", {
      id: `note-${id}`,
      rows: "2",
      maxlength: "2000",
      autocomplete: "off",
    });
    field.value = this.#state.notes[id] ?? "";
    field.addEventListener("input", () => {
      give(this.#state.notes, id, field.value);
      this.keeping?.changed();
      this.#hold();
    });
    line.append(
      make(
        "div",
        { class: "note-slot" },
        make("label", { for: field.id, class: "small" }, words.checklist.note),
        field,
      ),
    );
  }
}
