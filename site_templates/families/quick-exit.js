const TIMES = 3;
const WITHIN = 2_000; // milliseconds

/**
 * Let the Shift key, pressed three times alone, do what the way out of a page does. The page does
 * not stay in the history.
 * @param {Document} page
 */
export function quickExit(page) {
  const way = page.querySelector(".exit a");
  if (!(way instanceof HTMLAnchorElement)) return;
  /** @type {number[]} */
  let presses = [];
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
  });
  page.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    presses = [...presses, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN);
    if (presses.length >= TIMES) page.defaultView?.location.replace(way.href);
  });
}
