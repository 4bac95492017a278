import { isoDay } from "../reason/civil.js";
import { standing } from "../reason/in-force.js";
import { workOut } from "../reason/timeline.js";
import { inScript } from "../parts/carried.js";
import { choiceField, choicesOf } from "../parts/choice-field.js";
import { dayField } from "../parts/day-field.js";
import { asked, dayNumbers, give, readAll } from "../parts/given.js";
import { csv } from "../parts/csv.js";
import { save, today } from "../parts/device.js";
import { make } from "../parts/dom.js";
import { capital, titleOf, whenWords } from "../parts/words.js";
import { fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {{ title: string, date: string, cells: Map<string, string> }} Row */

/**
 * One case's dates through every authority's timelines, side by side. Nothing is sent and nothing
 * is kept.
 */
export class AuthorityDates extends HTMLElement {
  /** @type {Record<string, string>} */
  #given = {};
  /** @type {Record<string, string>} */
  #answers = {};
  #onlyDifferent = true;

  connectedCallback() {
    const views = inScript(this, "views")?.views;
    const panel = this.querySelector(".calculator");
    if (!views || !(panel instanceof HTMLElement) || this.dataset.started) return;
    this.dataset.started = "yes";
    this.views = views;
    this.results = make("div", { class: "results" });
    const dates = new Map(views.flatMap((view) => Object.entries(view.dates)));
    const fields = [...dates].map(([name, date]) =>
      dayField(`every-${name}`, date, "", (day) => {
        give(this.#given, name, day);
        this.#show();
      }),
    );
    const selects = asked(views.flatMap((view) => view.timelines)).map(([name, question]) =>
      choiceField(`every-${name}`, question, choicesOf(question), "", (answer) => {
        give(this.#answers, name, answer);
        this.#show();
      }),
    );
    panel.hidden = false;
    panel.replaceChildren(
      make("div", { class: "inputs" }, make("div", { class: "input-grid" }, ...fields, ...selects)),
      this.results,
    );
    this.#show();
  }

  /**
   * @returns {Row[]} the rows of all views by title, in the order of the first view that has them
   */
  #rows() {
    const given = dayNumbers(this.#given);
    /** @type {Map<string, Row>} */
    const rows = new Map();
    for (const view of this.views ?? []) {
      for (const row of workOut(
        view.rules,
        view.timelines.flatMap((timeline) => timeline.order),
        given,
        readAll(asked(view.timelines), this.#answers),
      )) {
        if (row.applies === "no") continue;
        const date = row.id.replace(/\.\d+$/, "");
        const found = rows.get(row.id) ?? { title: titleOf(row), date, cells: new Map() };
        rows.set(row.id, found);
        const when =
          whenWords(row) ||
          capital(row.deadline.words) +
            (row.deadline.documented ? words.authorities.dates.not_applied : "");
        found.cells.set(
          view.id,
          [when, standing(row.deadline.in_force, today()).words].filter(Boolean).join(". "),
        );
      }
    }
    return [...rows.values()];
  }

  #show() {
    const { views, results } = this;
    if (!views || !results) return;
    const width = views.length;
    const all = Object.keys(this.#given).length ? this.#rows() : [];
    const rows = all.filter(
      (row) =>
        !this.#onlyDifferent || new Set(row.cells.values()).size > 1 || row.cells.size < width,
    );
    const said = words.authorities.dates;
    const heads = [words.dates.table.what, ...views.map((view) => view.name)];
    const texts = rows.map((row) => [
      row.title,
      ...views.map((view) => row.cells.get(view.id) ?? view.absent[row.date] ?? ""),
    ]);
    const box = make("input", { type: "checkbox", class: "checkbox", id: "only-different-dates" });
    box.checked = this.#onlyDifferent;
    box.addEventListener("change", () => {
      this.#onlyDifferent = box.checked;
      this.#show();
      document.getElementById(box.id)?.focus();
    });
    results.replaceChildren(
      ...(all.length
        ? [
            make(
              "div",
              { class: "choice" },
              box,
              make("label", { for: box.id }, words.parts.only_different),
            ),
            make(
              "p",
              { role: "status", class: "quiet" },
              fill(said.rows, { shown: rows.length, all: all.length }),
            ),
            make(
              "div",
              {
                class: "scroller",
                tabindex: "0",
                role: "region",
                "aria-label": fill(words.parts.scrolls, { what: said.table }),
              },
              make(
                "table",
                { class: "vs local-vs" },
                make(
                  "thead",
                  {},
                  make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head))),
                ),
                make(
                  "tbody",
                  {},
                  ...texts.map(([title = "", ...cells]) =>
                    make(
                      "tr",
                      {},
                      make("th", { scope: "row" }, title),
                      ...cells.map((cell, index) =>
                        make(
                          "td",
                          {},
                          make(
                            "span",
                            { class: "opt", "aria-hidden": "true" },
                            heads[index + 1] ?? "",
                          ),
                          cell,
                        ),
                      ),
                    ),
                  ),
                ),
              ),
            ),
            make(
              "button",
              {
                type: "button",
                class: "btn second no-print",
                click: () =>
                  save(
                    csv([heads, ...texts]),
                    `authorities-${Object.values(this.#given)[0] ?? isoDay(0)}.csv`,
                    "text/csv",
                  ),
              },
              words.parts.save_as_table,
            ),
          ]
        : [make("p", { class: "quiet" }, said.give_a_day)]),
    );
  }
}
