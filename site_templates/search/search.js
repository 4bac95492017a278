// What is loaded when somebody begins to search, as one classic script.
import { Sheet } from "./sheet.js";

/** @typedef {import("./sheet.js").Setting} Setting */

Object.assign(globalThis, {
  pathwaysSearch: (/** @type {Setting} */ setting) => new Sheet(setting),
});
