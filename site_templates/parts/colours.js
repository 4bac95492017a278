// The colours of the pages: the device's own, or those the reader chose, which this device keeps
// because they asked for it.
import { get, put, remove } from "./storage.js";

/** @typedef {"device" | "light" | "dark"} Colours */

const NEXT = /** @type {const} */ ({ device: "light", light: "dark", dark: "device" });

/**
 * Where the choice is kept, and how: as readers' devices have it from earlier versions.
 * @param {URL} root the site's first folder
 */
const name = (root) => `${root.pathname}.__palette`;
const DEVICE = "(prefers-color-scheme)";
const SCHEMES = { light: "default", dark: "slate" };

/** @param {URL} root the site's first folder @returns {Colours} */
export function chosenColours(root) {
  try {
    const { media, scheme } = JSON.parse(get(name(root)) ?? "{}").color ?? {};
    if (media === DEVICE) return "device";
    if (scheme === SCHEMES.dark) return "dark";
    return scheme === SCHEMES.light ? "light" : "device";
  } catch {
    return "device";
  }
}

/**
 * Show the page in the colours chosen.
 * @param {HTMLElement} page
 * @param {Colours} chosen
 */
export function show(page, chosen) {
  if (chosen === "device") delete page.dataset.colours;
  else page.dataset.colours = chosen;
}

/**
 * Let the button of the frame lead from one choice to the next.
 * @param {Document} document
 * @param {URL} root the site's first folder
 */
export function colourButton(document, root) {
  const button = document.querySelector("[data-choose-colours]");
  let chosen = chosenColours(root);
  const tell = () => {
    for (const words of button?.querySelectorAll("[data-chosen]") ?? []) {
      words.toggleAttribute("hidden", words.getAttribute("data-chosen") !== chosen);
    }
  };
  button?.addEventListener("click", () => {
    chosen = NEXT[chosen];
    show(document.documentElement, chosen);
    tell();
    if (chosen === "device") remove([name(root)]);
    else {
      const media = DEVICE.replace(")", `: ${chosen})`);
      put(name(root), JSON.stringify({ color: { media, scheme: SCHEMES[chosen] } }));
    }
  });
  tell();
}
