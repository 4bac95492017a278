import { wipeTab } from "../parts/typed.js";

const TIMES = 3;
const WITHIN = 2_000; // milliseconds

/**
 * Let the way out of a page forget what was typed on this site in this tab, and the Shift key,
 * pressed three times alone, do what it does: then the page does not stay in the history either.
 * @param {Document} page
 */
export function quickExit(page) {
  const way = page.querySelector(".exit a");
  if (!(way instanceof HTMLAnchorElement)) return;
  way.addEventListener("click", wipeTab);
  /** @type {number[]} */
  let presses = [];
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
  });
  page.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    presses = [...presses, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN);
    if (presses.length < TIMES) return;
    wipeTab();
    page.defaultView?.location.replace(way.href);
  });
}
