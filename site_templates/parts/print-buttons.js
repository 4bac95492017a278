import { today } from "./device.js";
import { dayWords } from "./words.js";
import { fill } from "./fill.js";
import words from "../words/en.json" with { type: "json" };

/**
 * Let the print buttons of a page print, and what is folded and belongs on paper with it. Without
 * script they are not seen: every browser can print by itself.
 * @param {ParentNode} root
 */
export function printButtons(root) {
  for (const button of root.querySelectorAll("button[data-print]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.addEventListener("click", () => window.print());
  }
  const folded = [...root.querySelectorAll("details[data-prints]:not([open])")];
  window.addEventListener("afterprint", () => {
    for (const details of folded) details.removeAttribute("open");
  });
  window.addEventListener("beforeprint", () => {
    for (const details of folded) details.setAttribute("open", "");
    for (const slot of root.querySelectorAll("[data-printed]"))
      slot.textContent = fill(words.parts.printed, { day: dayWords(today()) });
  });
}
