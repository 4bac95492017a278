// An authority's view holds only the pages that differ; for the rest its links lead to the national
// ones. Whoever comes from a view, or asked to be remembered, is led back to that authority's pages
// from there. What each view holds stands in one small file, assets/views.js.
import { fill } from "../parts/fill.js";
import { handOver } from "../parts/handed.js";
import { get } from "../parts/storage.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../assets/data.js").Held} Held */

export const REMEMBERED = "pathways.authority";
const VIEWS = "local/";
const ASKED = "view";
const CHOOSER = "authorities/index.html";
const HOME = "index.html"; // where a choice leads anyway
const FROM = "from"; // the page on which a reader asked for their authority, which they then choose
const PAGE = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.html$/;

/**
 * Where an address stands on the site.
 * @param {URL} address
 * @param {URL} root
 * @returns {{ authority: string | null, page: string } | null} whose view it is in, and its page
 *   there; null where it is not on the site
 */
export function placeOf(address, root) {
  if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return null;
  const path = address.pathname.slice(root.pathname.length).replace(/(^|\/)$/, "$1index.html");
  if (!path.startsWith(VIEWS)) return { authority: null, page: path };
  const [authority = "", ...rest] = path.slice(VIEWS.length).split("/");
  return { authority, page: rest.join("/") };
}

/**
 * The address a link leads to for the reader of an authority's view: the view's own page where it
 * has one, else the national page, which is told whose reader comes.
 * @param {URL} link
 * @param {URL} root
 * @param {string} authority
 * @param {readonly string[]} own the pages the view holds
 * @returns {string}
 */
export function leadsTo(link, root, authority, own) {
  const place = placeOf(link, root);
  if (!place || place.authority !== null || !place.page.endsWith(".html")) return link.href;
  const led = new URL(link);
  if (own.includes(place.page)) led.pathname = `${root.pathname}${VIEWS}${authority}/${place.page}`;
  else led.searchParams.set(ASKED, authority);
  return led.href;
}

/**
 * @param {URL} address
 * @param {URL} root
 * @returns {string | undefined} the page that is read there, or for which an authority is chosen there
 */
export function pageMeant(address, root) {
  const page = placeOf(address, root)?.page;
  const from = page === CHOOSER ? address.searchParams.get(FROM) : null;
  return from && PAGE.test(from) ? from : page;
}

/**
 * Whether two addresses are one page: of two views, of one and nationally, or on the way there.
 * @param {URL} here
 * @param {URL} there
 * @param {URL} root
 */
export function isSamePage(here, there, root) {
  return here.pathname !== there.pathname && pageMeant(here, root) === pageMeant(there, root);
}

/**
 * @param {Document} page
 * @param {URL} root
 * @returns {string | null} whose reader is here: of the view the page is in, or of the one they came
 *   from or asked to be remembered by
 */
export function authorityOf(page, root) {
  const address = new URL(page.location.href);
  const named = placeOf(address, root)?.authority ?? address.searchParams.get(ASKED);
  const authority = named ?? get(REMEMBERED);
  return authority && /^[a-z0-9-]+$/.test(authority) ? authority : null;
}

/**
 * Lead the reader of a view to its pages, wherever a link is.
 * @param {Document} page
 * @param {URL} root
 */
export async function ownPages(page, root) {
  const address = new URL(page.location.href);
  const place = placeOf(address, root);
  const authority = authorityOf(page, root);
  if (!place) return;
  const meant = pageMeant(address, root) ?? place.page;
  // What was typed goes along where a press leads to the same page of another view, in this tab.
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || elsewhere || event.defaultPrevented) return;
    const there = new URL(link.href);
    if (isSamePage(address, there, root)) handOver(there);
  });
  if (!authority && meant === place.page) {
    askHere(page, place.page);
    return;
  }
  const views = await viewsOf(page, root);
  if (meant !== place.page) leadBack(page, new URL(meant + address.hash, root), root, views);
  if (!authority) return;
  const view = Object.hasOwn(views, authority) ? views[authority] : undefined;
  if (!view) return;
  const lead = (/** @type {Event} */ event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.dataset.national !== undefined) return;
    if (link.getAttribute("href")?.startsWith("#")) return;
    const yours = link.dataset.yours !== undefined;
    const target = yours ? new URL(`authorities/${authority}.html`, root) : new URL(link.href);
    link.href = leadsTo(target, root, authority, view.pages);
  };
  for (const kind of ["click", "auxclick", "contextmenu"])
    page.addEventListener(kind, lead, { capture: true });
  if (place.authority === null) tell(page, root, place.page, authority, view);
}

/**
 * Let the reader who asks here for their authority be led to its page of this, once it is chosen.
 * @param {Document} page
 * @param {string} path
 */
function askHere(page, path) {
  const link = page.querySelector(".strip a");
  if (!(link instanceof HTMLAnchorElement) || [CHOOSER, HOME].includes(path) || !PAGE.test(path))
    return;
  link.href = `${link.href}?${FROM}=${path}${page.location.hash}`;
}

/**
 * Let each authority in the list lead to its own page of what the reader came from.
 * @param {Document} page
 * @param {URL} from
 * @param {URL} root
 * @param {Record<string, Held>} views
 */
function leadBack(page, from, root, views) {
  for (const row of page.querySelectorAll("li[data-authority]")) {
    const link = row.querySelector("a");
    const authority = row instanceof HTMLElement ? (row.dataset.authority ?? "") : "";
    const view = Object.hasOwn(views, authority) ? views[authority] : undefined;
    if (!link || !view) continue;
    const before = link.href;
    const led = leadsTo(from, root, authority, view.pages);
    for (const it of page.querySelectorAll("authority-chooser a"))
      if (it instanceof HTMLAnchorElement && it.href === before) {
        it.href = led;
        it.dataset.national = ""; // whoever chooses another authority than the one remembered means it
      }
  }
}

/**
 * Say on a national page whose reader is here, and where that authority's pages are.
 * @param {Document} page
 * @param {URL} root
 * @param {string} path
 * @param {string} authority
 * @param {Held} view
 */
function tell(page, root, path, authority, view) {
  const strip = page.querySelector(".strip");
  const link = strip?.querySelector("a");
  if (!(strip instanceof HTMLElement) || !link) return;
  const own = view.pages.includes(path);
  const said = words.authorities[own ? "own_page" : "left_alone"];
  const home = view.pages.includes("index.html") ? "index.html" : `authorities/${authority}.html`;
  strip.hidden = false;
  strip.querySelector("span")?.append(`. ${fill(said.text, { authority: view.name })}`);
  link.textContent = fill(said.link, { authority: view.name });
  link.href = `${root.href}${VIEWS}${authority}/${own ? path + page.location.hash : home}`;
}

/**
 * What each view holds. A script, because pages opened from a folder may not fetch data.
 * @param {Document} page
 * @param {URL} root
 * @returns {Promise<Record<string, Held>>} none where the site has no views
 */
function viewsOf(page, root) {
  return new Promise((resolve) => {
    const script = page.createElement("script");
    script.addEventListener("load", () =>
      resolve(JSON.parse(page.documentElement.dataset.views ?? "{}")),
    );
    script.addEventListener("error", () => resolve({}));
    script.src = `${root.href}assets/views.js`;
    page.head.append(script);
  });
}
