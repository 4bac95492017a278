import { make } from "./dom.js";
import { describedBy, hintOf } from "./hint.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../assets/data.js").Question} Question */

/**
 * A question with one answer from a list, or none. ``done`` gets the answer's id, or an empty text.
 * @param {string} id
 * @param {Question} question
 * @param {[string, string][]} choices the id and the words of each
 * @param {string} chosen
 * @param {(answer: string) => void} done
 * @returns {HTMLElement}
 */
export function choiceField(id, question, choices, chosen, done) {
  const hint = hintOf(id, question);
  const options = [["", words.parts.fields.not_answered], ...choices].map(
    ([value = "", label = ""]) => make("option", { value }, label),
  );
  const field = make("select", { id, autocomplete: "off", ...describedBy(hint) }, ...options);
  field.value = chosen;
  field.addEventListener("change", () => done(field.value));
  return make("div", { class: "typed" }, make("label", { for: id }, question.ask), hint, field);
}

/**
 * The answers a question lists, not being sure among them where it is offered.
 * @param {Question} question
 * @returns {[string, string][]}
 */
export function choicesOf({ answers, unsure }) {
  /** @type {[string, import("../assets/data.js").Answer][]} */
  const notSure = unsure ? [["unsure", unsure]] : [];
  return [...Object.entries(answers), ...notSure].map(([id, { label }]) => [id, label]);
}
