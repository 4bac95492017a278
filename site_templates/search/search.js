// What is loaded when somebody begins to search, as one classic script.
import { Answers } from "./answers.js";

/** @typedef {import("./answers.js").Setting} Setting */
/** @typedef {import("./sheet.js").Ask} Ask */

Object.assign(globalThis, {
  pathwaysSearch: (/** @type {Setting} */ setting) => {
    const answers = new Answers(setting);
    return /** @type {Ask} */ ((typed, how) => answers.to(typed, how));
  },
});
