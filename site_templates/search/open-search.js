/**
 * Opens the search. What answers is loaded when somebody first touches a way into it: the scripts
 * of rows are data, in scripts because pages opened from a folder may not fetch files. Without
 * script the same links lead to the A to Z.
 */
import words from "../words/en.json" with { type: "json" };
import { Sheet } from "./sheet.js";

/** @typedef {import("./rows.js").Rows} Rows */
/** @typedef {import("./answers.js").Setting} Setting */
/** @typedef {import("./sheet.js").Ask} Ask */
/**
 * @typedef {{ pathwaysRows?: Rows[], pathwaysSearch?: (setting: Setting) => Ask }} Loaded what the
 *   scripts leave behind
 */

/**
 * Let the links to the search open it, and `/` too.
 * @param {Document} page
 * @param {URL} root
 * @param {string | null} authority whose reader is here
 */
export function openSearch(page, root, authority) {
  const loaded = /** @type {Loaded} */ (globalThis);
  const base = authority ? `local/${authority}/` : "";
  const load = loader(page, root);
  /** @type {Ask | undefined} */
  let answers;
  /** @type {Sheet | undefined} */
  let sheet;
  const begin = () => {
    load("assets/search-rows.js");
    if (base) load(`${base}assets/search-rows.js`);
    return load("assets/search.js");
  };
  /** @type {Ask} */
  const ask = async (typed, how) => {
    await begin();
    answers ??= loaded.pathwaysSearch?.({
      words: words.search,
      force: words.parts.force,
      root: root.href,
      base,
      plain: page.querySelector(".is-plain") !== null,
      load,
      rows: () => loaded.pathwaysRows ?? [],
      more: (part) => sheet?.more(part),
      asTyped: () => sheet?.asTyped(),
      toOwn: () => sheet?.toOwn(),
    });
    return answers?.(typed, how) ?? null;
  };
  const open = () => {
    sheet ??= new Sheet(root.href, ask);
    sheet.open();
  };
  for (const link of page.querySelectorAll("a[data-open-search]")) {
    for (const touch of ["pointerenter", "focus", "touchstart"])
      link.addEventListener(touch, begin, { once: true, passive: true });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
  }
  page.addEventListener("keydown", (event) => {
    const { target } = event;
    const writes =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("input, textarea, select"));
    if (event.key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}

/**
 * @param {Document} page
 * @param {URL} root
 * @returns {(path: string) => Promise<void>} loads a script of the site once, and is done whether it
 *   came or not; one that did not come is asked for again
 */
function loader(page, root) {
  /** @type {Map<string, Promise<void>>} */
  const begun = new Map();
  return (path) => {
    const known = begun.get(path);
    if (known) return known;
    const done = new Promise((/** @type {(value: void) => void} */ resolve) => {
      const script = page.createElement("script");
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => {
        begun.delete(path);
        resolve();
      });
      script.src = root.href + path;
      page.head.append(script);
    });
    begun.set(path, done);
    return done;
  };
}
