/**
 * The search field of the home page. It hands its words to the site's search dialog; without script
 * the form leads to the A to Z instead. What is typed never enters the address or the history.
 */
export class SiteSearch extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const field = this.querySelector("input");
    if (!form || !field) return;
    form.addEventListener("submit", (event) => {
      if (openSearch(document, field.value)) event.preventDefault();
    });
    for (const link of this.querySelectorAll("a[data-search]")) {
      link.addEventListener("click", (event) => {
        if (openSearch(document, link.getAttribute("data-search") ?? "")) event.preventDefault();
      });
    }
  }
}

/**
 * Open the site's search dialog with some words in it. Returns false where the page has no search.
 * @param {Document} page
 * @param {string} words
 * @returns {boolean}
 */
export function openSearch(page, words) {
  const toggle = page.querySelector("#__search");
  const query = page.querySelector('input[data-md-component="search-query"]');
  if (!(toggle instanceof HTMLInputElement) || !(query instanceof HTMLInputElement)) return false;
  if (!toggle.checked) toggle.click();
  query.value = words;
  query.focus();
  query.dispatchEvent(new Event("keyup", { bubbles: true }));
  query.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/**
 * Let the buttons in the masthead open the search, and give the focus back to them when it closes.
 * @param {Document} page
 */
export function searchButtons(page) {
  const toggle = page.querySelector("#__search");
  /** @type {HTMLElement | null} */
  let opener = null;
  for (const button of page.querySelectorAll("button[data-open-search]")) {
    button.addEventListener("click", () => {
      opener = button instanceof HTMLElement ? button : null;
      openSearch(page, "");
    });
  }
  toggle?.addEventListener("change", () => {
    if (toggle instanceof HTMLInputElement && !toggle.checked) opener?.focus();
  });
}
