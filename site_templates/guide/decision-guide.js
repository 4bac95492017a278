import { parseDay } from "../reason/civil.js";
import { copy, today } from "../parts/device.js";
import { hand, inAttribute, inScript } from "../parts/carried.js";
import { make } from "../parts/dom.js";
import { fields, read } from "../parts/fields.js";
import { fill } from "../parts/fill.js";
import { passedOn } from "../parts/given.js";
import { describedBy, hintOf } from "../parts/hint.js";
import { siteVersion } from "../parts/site-version.js";
import { leftOut, typed, typedBefore, whereTyped, wipePage } from "../parts/typed.js";
import { light } from "./chart.js";
import { answerWords, record } from "./record.js";
import { fitting, view, whatWouldChange } from "./state.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../reason/types.js").Given} Given */
/** @typedef {import("../assets/data.js").Tree} Tree */
/** @typedef {import("../assets/data.js").PlayedCase} Case */

/**
 * One question at a time, beside the flowchart that lights the way. It stands over a page that is
 * complete without it. The tab alone holds the answers (parts/typed.js): they are never in the
 * address.
 */
export class DecisionGuide extends HTMLElement {
  /** @type {Record<string, Given>} */
  #answers = {};
  /** @type {string | null} */
  #changing = null;
  /** @type {{ of: Case, shown: number } | null} */
  #playing = null;
  #lost = 0;

  connectedCallback() {
    const data = inScript(this, "tree");
    const panel = this.querySelector(".guide");
    if (!data || !(panel instanceof HTMLElement) || this.dataset.started) return;
    this.dataset.started = "yes";
    this.tree = data.tree;
    this.cases = data.cases;
    this.panel = panel;
    const { answers, lost } = fitting(data.tree, typedBefore(this.#aid), { today: today() });
    this.#answers = answers;
    this.#lost = lost;
    if (lost) this.#hold();
    panel.hidden = false;
    this.querySelector(".guide-split")?.classList.add("has-guide");
    const named = /^#case=([a-z0-9-]+\.\d+)$/.exec(location.hash)?.[1];
    const play = this.cases.find((one) => one.id === named);
    if (play) this.#playing = { of: play, shown: 0 };
    this.#show(false);
  }

  get #aid() {
    return `guide/${this.tree?.id}`;
  }

  /** Let the tab hold the answers as they are. */
  #hold() {
    typed(this.#aid, Object.keys(this.#answers).length ? this.#answers : null);
  }

  /** Show the state as it is. @param {boolean} move whether the focus goes to what is new */
  #show(move) {
    if (!this.tree || !this.panel) return;
    const shown = this.#view();
    light(this, shown);
    const parts = [
      this.#playing ? null : leftOut(this.#lost),
      this.#sofar(shown),
      shown.asking !== null ? this.#question(shown) : this.#result(shown),
      this.#tools(shown),
    ];
    const status = make("p", { class: "visually-hidden", "aria-live": "polite", role: "status" });
    this.panel.replaceChildren(status, ...parts.filter((part) => part !== null));
    status.textContent = shown.asking === null ? words.guide.reached_result : questionCount(shown);
    const target = this.panel.querySelector("[data-focus]");
    if (move && target instanceof HTMLElement) target.focus();
  }

  #view() {
    const tree = /** @type {Tree} */ (this.tree);
    if (!this.#playing) return view(tree, this.#answers, { today: today() }, this.#changing);
    const { of, shown } = this.#playing;
    const days = { today: parseDay(of.today) ?? today() };
    const whole = view(tree, of.answers, days);
    const step = whole.walk.path[shown];
    return step ? view(tree, of.answers, days, step.question) : whole;
  }

  /** @param {import("./state.js").View} shown */
  #sofar(shown) {
    const tree = /** @type {Tree} */ (this.tree);
    if (!shown.walk.path.length) return null;
    const rows = shown.walk.path.map((step, index) => {
      const question = tree.questions[step.question];
      const short = question?.short ?? step.question;
      const change = make(
        "button",
        { type: "button", class: "btn bare", click: () => this.#change(step.question) },
        words.guide.change,
        make(
          "span",
          { class: "visually-hidden" },
          fill(words.guide.change_which, { number: index + 1, question: short }),
        ),
      );
      return make(
        "li",
        {},
        make("b", {}, String(index + 1)),
        make("span", {}, `${short} `, make("strong", {}, answerWords(step, tree))),
        this.#playing ? null : change,
      );
    });
    return make(
      "ol",
      {
        class: "sofar",
        "aria-label": this.#playing ? words.guide.case_so_far : words.guide.answers_so_far,
      },
      ...rows,
    );
  }

  /** @param {import("./state.js").View} shown */
  #question(shown) {
    const tree = /** @type {Tree} */ (this.tree);
    const name = shown.asking ?? "";
    const question = tree.questions[name];
    if (!question) return null;
    const count = make("span", { class: "no" }, questionCount(shown));
    if (this.#playing) return this.#played(name, question, count);
    const line = document.getElementById(name);
    const hint = hintOf(`guide-${name}`, saidIn(line?.querySelector(":scope > div")));
    const why = line?.querySelector("details")?.cloneNode(true) ?? null;
    const legend = make("legend", { tabindex: "-1", "data-focus": "" }, count, question.ask);
    const error = make("p", { class: "error-text", role: "alert", hidden: true });
    const set = make(
      "fieldset",
      describedBy(hint),
      legend,
      hint,
      error,
      ...fields(name, question, this.#answers[name]),
    );
    explain(set, name, line);
    const back = shown.walk.path.at(-1);
    const buttons = make(
      "div",
      { class: "btns" },
      make("button", { type: "submit", class: "btn" }, words.guide.continue),
      back
        ? make(
            "button",
            { type: "button", class: "btn second", click: () => this.#change(back.question) },
            words.parts.back,
          )
        : null,
    );
    const form = make("form", { class: "ask", novalidate: true }, set, buttons, why);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const reading = read(name, question, new FormData(form), today());
      if ("problem" in reading) {
        error.textContent = reading.problem;
        error.hidden = false;
        set.classList.add("has-error");
        const field = form.querySelector(`#${CSS.escape(reading.field)}`);
        if (field instanceof HTMLElement) field.focus();
        return;
      }
      this.#answers[name] = reading.given;
      this.#changing = null;
      this.#lost = 0;
      this.#hold();
      this.#show(true);
    });
    return form;
  }

  /**
   * One step of a worked case.
   * @param {string} name
   * @param {import("../assets/data.js").Question} question
   * @param {HTMLElement} count
   */
  #played(name, question, count) {
    const playing = this.#playing;
    if (!playing) return null;
    const whole = view(/** @type {Tree} */ (this.tree), playing.of.answers, {
      today: parseDay(playing.of.today) ?? today(),
    });
    const step = whole.walk.path.find((one) => one.question === name);
    const given = step ? answerWords(step, /** @type {Tree} */ (this.tree)) : "";
    const answer = make(
      "details",
      {},
      make("summary", {}, words.guide.case_answer),
      make("p", {}, make("strong", {}, given)),
    );
    return make(
      "div",
      { class: "ask" },
      make("h2", { tabindex: "-1", "data-focus": "" }, count, question.ask),
      answer,
      make(
        "div",
        { class: "btns" },
        make(
          "button",
          { type: "button", class: "btn", click: () => this.#step(1) },
          words.guide.next_step,
        ),
        playing.shown
          ? make(
              "button",
              { type: "button", class: "btn second", click: () => this.#step(-1) },
              words.parts.back,
            )
          : null,
      ),
    );
  }

  /** @param {import("./state.js").View} shown */
  #result(shown) {
    const tree = /** @type {Tree} */ (this.tree);
    const name = shown.outcome ?? "";
    const written = this.querySelector(`template[data-outcome="${CSS.escape(name)}"]`);
    if (!(written instanceof HTMLTemplateElement)) return null;
    const note = /** @type {DocumentFragment} */ (written.content.cloneNode(true));
    for (const inner of note.querySelectorAll("[id]")) inner.removeAttribute("id");
    const heading = make(
      "h2",
      { tabindex: "-1", "data-focus": "", class: "result-head" },
      this.#playing ? words.guide.case_leads : words.guide.answers_lead,
    );
    const reasons = make(
      "ol",
      { class: "reasons" },
      ...shown.walk.path.map((step) => {
        const sources =
          document.getElementById(step.question)?.querySelector("details .src")?.cloneNode(true) ??
          null;
        return make(
          "li",
          {},
          `${tree.questions[step.question]?.ask ?? ""} `,
          make("strong", {}, answerWords(step, tree)),
          " ",
          sources,
        );
      }),
    );
    const why = make("details", {}, make("summary", {}, words.guide.why), reasons);
    const templates = [
      ...this.querySelectorAll(`template[data-for~="${CSS.escape(name)}"]`),
    ].filter((one) => one instanceof HTMLTemplateElement);
    const aids = templates.map((template) => template.content.cloneNode(true));
    const given = shown.walk.path.flatMap((step) => {
      const date = tree.questions[step.question]?.elapsed?.date;
      return date && typeof step.given === "string" && step.answer.since !== null
        ? [[date, step.given]]
        : [];
    });
    // What opens here starts with the days given, the answers to the same questions, and what this
    // outcome says is known. All pass within the page.
    aids.forEach((aid, index) => {
      if (!(aid instanceof DocumentFragment)) return;
      const template = templates[index];
      if (!template) return;
      const answers = {
        ...passedOn(inAttribute(template, "passes") ?? {}, shown.walk.path),
        ...inAttribute(template, "known")?.[name],
      };
      for (const one of aid.querySelectorAll("timeline-calculator, case-checklist")) {
        hand(one, "given", Object.fromEntries(given));
        hand(one, "answers", answers);
      }
    });
    return make(
      "section",
      { class: "result", "aria-label": words.guide.result },
      heading,
      note,
      why,
      ...(this.#playing ? [] : [this.#changes()]),
      ...aids,
    );
  }

  #changes() {
    const tree = /** @type {Tree} */ (this.tree);
    const changes = whatWouldChange(tree, this.#answers, { today: today() });
    if (!changes.length) return null;
    const rows = changes.map((change) => {
      const leads =
        change.outcome !== null
          ? (tree.outcomes[change.outcome]?.title ?? "")
          : fill(words.guide.would_go_on, {
              question: tree.questions[change.next ?? ""]?.short ?? "",
            });
      return make(
        "li",
        {},
        fill(words.guide.if_answer_were, {
          question: tree.questions[change.question]?.short ?? "",
          answer: change.label,
        }),
        make("strong", {}, leads),
      );
    });
    return make(
      "details",
      {},
      make("summary", {}, words.guide.would_change),
      make("p", { class: "hint" }, words.guide.would_change_hint),
      make("ul", {}, ...rows),
    );
  }

  /** @param {import("./state.js").View} shown */
  #tools(shown) {
    const tools = [];
    if (this.#playing) {
      if (shown.asking === null)
        tools.push(
          make(
            "button",
            { type: "button", class: "btn second", click: () => this.#step(-1) },
            words.parts.back,
          ),
        );
      tools.push(
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#stopPlaying() },
          words.guide.leave_case,
        ),
      );
    } else {
      if (shown.outcome !== null) {
        const last = shown.walk.path.at(-1)?.question ?? null;
        tools.push(
          make(
            "button",
            { type: "button", class: "btn second", click: () => this.#change(last) },
            words.parts.back,
          ),
        );
        const copied = make("span", { role: "status" });
        tools.push(
          make(
            "button",
            { type: "button", class: "btn second", click: () => this.#copy(shown, copied) },
            words.guide.copy_record,
          ),
          copied,
        );
        tools.push(
          make(
            "button",
            { type: "button", class: "btn second", click: () => window.print() },
            words.parts.print,
          ),
        );
      }
      if (shown.walk.path.length)
        tools.push(
          make(
            "button",
            { type: "button", class: "btn bare", click: () => this.#wipe() },
            words.guide.wipe,
          ),
        );
      if (shown.asking !== null)
        tools.push(
          make("a", { href: `#${shown.asking}`, class: "step-link" }, words.guide.in_outline),
        );
    }
    const cases = !this.#playing && this.cases?.length ? this.#caseList() : null;
    const where = this.#playing ? null : make("p", { class: "hint" }, whereTyped());
    return make(
      "div",
      { class: "guide-tools" },
      make("div", { class: "btns" }, ...tools),
      where,
      cases,
    );
  }

  #caseList() {
    const rows = (this.cases ?? []).map((one) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", class: "btn bare", click: () => this.#play(one) },
          one.name,
        ),
      ),
    );
    return make("details", {}, make("summary", {}, words.guide.play_case), make("ul", {}, ...rows));
  }

  /** @param {import("./state.js").View} shown @param {HTMLElement} status */
  #copy(shown, status) {
    const text = record(/** @type {Tree} */ (this.tree), shown, {
      version: siteVersion(),
      disclaimer: this.dataset.doesNotDecide ?? "",
      today: today(),
    });
    return copy(text, status, words.guide.the_record);
  }

  /** @param {string | null} question */
  #change(question) {
    this.#changing = question;
    this.#show(true);
  }

  #wipe() {
    this.#answers = {};
    this.#changing = null;
    this.#lost = 0;
    wipePage();
    this.#show(true);
  }

  /** @param {Case} one */
  #play(one) {
    this.#playing = { of: one, shown: 0 };
    this.#show(true);
  }

  /** @param {number} by */
  #step(by) {
    if (!this.#playing) return;
    this.#playing.shown = Math.max(0, this.#playing.shown + by);
    const whole = view(/** @type {Tree} */ (this.tree), this.#playing.of.answers, {
      today: parseDay(this.#playing.of.today) ?? today(),
    });
    this.#playing.shown = Math.min(this.#playing.shown, whole.walk.path.length);
    this.#show(true);
  }

  #stopPlaying() {
    this.#playing = null;
    this.#show(true);
  }
}

/** @param {import("./state.js").View} shown @returns {string} */
function questionCount({ number, atMost }) {
  return fill(words.guide.question, { number, most: atMost });
}

/** What the outline says of a question or answer. @param {Element | null | undefined} place */
function saidIn(place) {
  return {
    plain: place?.querySelector(":scope > .plainly")?.textContent,
    help: place?.querySelector(":scope > .help")?.textContent,
  };
}

/**
 * Set beside each choice what the outline says of it.
 * @param {HTMLElement} set
 * @param {string} name
 * @param {HTMLElement | null} line
 */
function explain(set, name, line) {
  for (const answer of line?.querySelectorAll("[data-answer]") ?? []) {
    const field = set.querySelector(
      `#${CSS.escape(`guide-${name}-${answer.getAttribute("data-answer")}`)}`,
    );
    const hint = field && hintOf(field.id, saidIn(answer));
    if (!field || !hint) continue;
    field.setAttribute("aria-describedby", hint.id);
    field.parentElement?.append(hint);
  }
}
