// What is typed on a page, held by its tab alone: in the state of the tab's own history. It outlives
// a reload, and is there again where the reader goes back. It is never in the address, and the page
// stores nothing on the device. A page with a way out holds nothing. How often an aid was wiped, and
// everything by a way out, is counted in the tab: what was held before, in other entries of its
// history or on a page that the browser has ready, is not shown again.
import { make } from "./dom.js";
import { counted } from "./fill.js";
import { isRecord, recordOf } from "./found.js";
import words from "../words/en.json" with { type: "json" };

const OWN = "pathways.typed";
const WIPED = "pathways.wiped";
const EVERYTHING = "*";
const AGAIN = 5_000; // milliseconds after which a browser that was asked too often is asked again

/** @type {Record<string, unknown>} what this page holds, by aid */
let here = {};
/** @type {Map<string, number>} how often the aids of this page were wiped, as far as they know */
const wipings = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let later;

/** @returns {boolean} whether this page may hold anything */
const mayHold = () => !document.querySelector(".exit");

/** @returns {string} where what is typed is held, for readers */
export const whereTyped = () => words.parts.typed[mayHold() ? "in_tab" : "nowhere"];

/**
 * @param {number} lost how many of the things that were typed have no place on this page
 * @returns {HTMLElement | null} what says so
 */
export function leftOut(lost) {
  if (!lost) return null;
  const said = make("p", {}, counted(words.parts.typed.left_out, lost));
  return make("div", { class: "note info no-print", role: "status" }, said);
}

/** @returns {Record<string, unknown>} what the tab holds of this page, by aid */
export function held() {
  return mayHold() ? recordOf(recordOf(history.state)[OWN]) : {};
}

/**
 * Let the tab hold this and nothing else of this page. What others put into its state stays there.
 * @param {Record<string, unknown>} typed by aid
 */
export function hold(typed) {
  const before = history.state ?? {};
  if (!isRecord(before)) return; // somebody else's, with no room for more
  const { [OWN]: old, ...others } = before;
  const own = mayHold() && Object.keys(typed).length ? { [OWN]: typed } : {};
  if (old === undefined && !Object.keys(own).length) return;
  const state = { ...others, ...own };
  clearTimeout(later);
  try {
    history.replaceState(Object.keys(state).length ? state : null, "");
  } catch {
    later = setTimeout(() => hold(typed), AGAIN);
  }
}

/**
 * What was typed in an aid before the page was loaded again, or handed to it by another page.
 * @param {string} aid the kind and the id: guide/sgo-who-may-apply
 * @returns {unknown} null where there is nothing
 */
export function typedBefore(aid) {
  if (!wipings.size) begin();
  wipings.set(aid, wiped(aid));
  return recordOf(here[aid]).what ?? null;
}

/** Take over what the tab holds, without what was wiped since, and follow its history. */
function begin() {
  here = Object.fromEntries(
    Object.entries(held()).filter(([aid, entry]) => recordOf(entry).wiped === wiped(aid)),
  );
  hold(here);
  // Another entry of the same page, as a link within it makes one, shows what this one shows.
  addEventListener("popstate", () => hold(here));
  // A page may come back as it was left: unseen, until it is clear that nothing was wiped since.
  const { style } = document.documentElement;
  addEventListener("pagehide", () => {
    style.visibility = "hidden";
  });
  addEventListener("pageshow", ({ persisted }) => {
    const since = [...wipings].some(([aid, times]) => times !== wiped(aid));
    if (persisted && (since || !mayHold())) location.reload();
    else style.visibility = "";
  });
}

/**
 * Hold what is typed in an aid now.
 * @param {string} aid
 * @param {unknown} what plain data; null where it is nothing
 */
export function typed(aid, what) {
  if (what === null) delete here[aid];
  else here[aid] = { wiped: wiped(aid), what };
  hold(here);
}

/** Forget what was typed in some aids, wherever this tab may hold it. @param {string[]} aids */
export function wipe(aids) {
  if (!mayHold()) return;
  for (const aid of aids) {
    count(aid);
    wipings.set(aid, wiped(aid));
    delete here[aid];
  }
  hold(here);
}

/** Forget what was typed in every aid of this page. */
export const wipePage = () => wipe([...new Set([...wipings.keys(), ...Object.keys(here)])]);

/** Forget everything that was typed on this site in this tab. */
export function wipeTab() {
  count(EVERYTHING);
  hold({});
}

/** @returns {Record<string, unknown>} */
function counts() {
  try {
    return recordOf(JSON.parse(sessionStorage.getItem(WIPED) ?? "{}"));
  } catch {
    return {}; // refused, or somebody else's: then this page alone knows what it wiped
  }
}

/** @param {string} aid @returns {number} how often it was wiped in this tab */
function wiped(aid) {
  const found = counts();
  return (Number(found[aid]) || 0) + (Number(found[EVERYTHING]) || 0);
}

/** @param {string} what */
function count(what) {
  const found = counts();
  try {
    sessionStorage.setItem(
      WIPED,
      JSON.stringify({ ...found, [what]: (Number(found[what]) || 0) + 1 }),
    );
  } catch {
    // refused: then this page alone knows
  }
}
