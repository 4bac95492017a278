// What stands above a checklist: what it depends on, whose items to show, the days its dates are
// counted from.
import { make } from "../parts/dom.js";
import { choiceField, choicesOf } from "../parts/choice-field.js";
import { describedBy, hintOf } from "../parts/hint.js";
import { dayField } from "../parts/day-field.js";
import { keysFor } from "../parts/fields.js";
import { give, understood } from "../parts/given.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../assets/data.js").Checklist} Checklist */
/** @typedef {import("./state.js").State} State */

/**
 * @param {Checklist} list
 * @param {State} state
 * @param {() => void} changed
 * @returns {HTMLElement | null}
 */
export function questions(list, state, changed) {
  const asked = Object.entries(list.questions);
  if (!asked.length) return null;
  return make(
    "fieldset",
    { class: "inputs" },
    make("legend", {}, words.checklist.what_applies),
    make(
      "div",
      { class: "input-grid" },
      ...asked.map(([name, question]) => {
        /** @param {string} answer */
        const set = (answer) => {
          give(state.answers, name, answer);
          changed();
        };
        const id = `ask-${list.id}-${name}`;
        if (question.kind === "many") return several(list, name, question, state, set);
        if (question.kind !== "one") return number(id, question, state.answers[name], set);
        return choiceField(id, question, choicesOf(question), state.answers[name] ?? "", set);
      }),
    ),
  );
}

/**
 * @param {string} id
 * @param {import("../assets/data.js").Question} question
 * @param {string | undefined} answer
 * @param {(answer: string) => void} set
 */
function number(id, question, answer, set) {
  const hint = hintOf(id, question);
  const field = make("input", {
    id,
    type: "text",
    inputmode: keysFor(question),
    autocomplete: "off",
    class: "short",
    value: answer ?? "",
    ...describedBy(hint),
  });
  field.addEventListener("input", () => {
    set(String(understood(question, field.value.trim())?.number ?? ""));
  });
  return make("div", { class: "typed" }, make("label", { for: id }, question.ask), hint, field);
}

/**
 * @param {Checklist} list
 * @param {string} name
 * @param {import("../assets/data.js").Question} question
 * @param {State} state
 * @param {(answer: string) => void} set
 */
function several(list, name, question, state, set) {
  const given = understood(question, state.answers[name] ?? [])?.chosen;
  const boxes = Object.entries(question.answers).map(([value, { label }]) => {
    const id = `ask-${list.id}-${name}-${value}`;
    const box = make("input", {
      type: "checkbox",
      class: "checkbox",
      id,
      value,
      autocomplete: "off",
    });
    box.checked = given?.has(value) ?? false;
    return { box, row: make("div", { class: "choice" }, box, make("label", { for: id }, label)) };
  });
  const hint = hintOf(`ask-${list.id}-${name}`, question);
  const all = make(
    "fieldset",
    describedBy(hint),
    make("legend", {}, question.ask),
    hint,
    ...boxes.map(({ row }) => row),
  );
  all.addEventListener("change", (event) => {
    // A choice that stands alone takes the others away, and they take it away.
    const chosen = event.target instanceof HTMLInputElement ? event.target : null;
    const alone = (/** @type {string} */ value) => Boolean(question.answers[value]?.alone);
    for (const { box } of boxes)
      if (chosen?.checked && box !== chosen && (alone(chosen.value) || alone(box.value)))
        box.checked = false;
    set(
      boxes
        .filter(({ box }) => box.checked)
        .map(({ box }) => box.value)
        .join("+"),
    );
  });
  return all;
}

/**
 * @param {Checklist} list
 * @param {string} role
 * @param {(role: string) => void} chosen
 * @returns {HTMLElement | null}
 */
export function roles(list, role, chosen) {
  const names = [
    ...new Set(
      Object.values(list.items)
        .map((item) => item.who)
        .filter((who) => who !== undefined),
    ),
  ];
  if (names.length < 2) return null;
  const rows = ["", ...names].map((name, index) => {
    const id = `role-${list.id}-${index}`;
    const radio = make("input", {
      type: "radio",
      class: "radio",
      name: `role-${list.id}`,
      id,
      value: name,
      autocomplete: "off",
    });
    radio.checked = name === role;
    radio.addEventListener("change", () => chosen(name));
    return make(
      "div",
      { class: "choice" },
      radio,
      make("label", { for: id }, name || words.checklist.everybody),
    );
  });
  return make(
    "fieldset",
    { class: "roles" },
    make("legend", {}, words.checklist.falls_to),
    make("div", { class: "set" }, ...rows),
  );
}

/**
 * @param {Checklist} list
 * @param {State} state
 * @param {() => void} changed
 * @returns {HTMLElement | null}
 */
export function days(list, state, changed) {
  const dates = Object.entries(list.dates);
  if (!dates.length) return null;
  const fields = dates.map(([name, asked]) =>
    dayField(`${list.id}-${name}`, asked, state.given[name] ?? "", (day) => {
      give(state.given, name, day);
      changed();
    }),
  );
  const box = make(
    "details",
    { class: "days" },
    make("summary", {}, words.checklist.show_dates),
    make("p", { class: "hint" }, words.checklist.give_days),
    make("div", { class: "inputs input-grid" }, ...fields),
  );
  box.open = Object.keys(state.given).length > 0;
  return box;
}
