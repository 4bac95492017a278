import { fill } from "./fill.js";
import words from "../words/en.json" with { type: "json" };

/**
 * Let tables that the frame lets scroll sideways be reached by keyboard.
 * @param {ParentNode} root
 */
export function scrollingTables(root) {
  for (const box of root.querySelectorAll(".md-typeset__scrollwrap")) {
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", fill(words.parts.scrolls, { what: words.parts.table }));
  }
}
