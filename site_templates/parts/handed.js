// What was typed goes along from a page to the same page of another view, where the reader presses
// for it: through the tab's own storage, from which the next page takes it at once.
import { isRecord, recordOf } from "./found.js";
import { held, hold } from "./typed.js";

const HANDED = "pathways.handed";

/** @param {URL | Location} address @returns {string} the page alone, without what follows its name */
const pageOf = ({ protocol, host, pathname }) => `${protocol}//${host}${pathname}`;

/** Hand what is typed on this page to another. @param {URL} to */
export function handOver(to) {
  const typed = held();
  if (!Object.keys(typed).length) return;
  try {
    sessionStorage.setItem(HANDED, JSON.stringify({ to: pageOf(to), typed }));
  } catch {
    // refused: the link leads on without it
  }
}

/** Take what was handed over, once, and let the tab hold what is meant for this page. */
export function takeOver() {
  try {
    const text = sessionStorage.getItem(HANDED);
    if (text === null) return;
    sessionStorage.removeItem(HANDED);
    const { to, typed } = recordOf(JSON.parse(text));
    if (to === pageOf(location) && isRecord(typed)) hold(typed);
  } catch {
    // refused, or nothing of ours
  }
}
