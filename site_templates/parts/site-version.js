// The version of the content: a page is written with its edition only, so that it changes with what
// it says alone. The fingerprint of all the content stands in one small file beside the pages,
// assets/version.js.
import { fill } from "./fill.js";
import words from "../words/en.json" with { type: "json" };

/** @returns {string} the edition and the fingerprint; empty where that file was not loaded */
export function siteVersion() {
  return document.documentElement.dataset.version ?? "";
}

/**
 * Say the whole version wherever a page says which it is, and in a report of a mistake.
 * @param {Document} page
 */
export function fillVersions(page) {
  const version = siteVersion();
  if (!version) return;
  for (const place of page.querySelectorAll("[data-says-version]")) {
    place.textContent =
      place.getAttribute("data-says-version") === "alone"
        ? version
        : fill(words.home.version, { version });
  }
  for (const link of page.querySelectorAll("a[data-reports]")) {
    link.setAttribute(
      "href",
      (link.getAttribute("href") ?? "").replace(
        /(%0AVersion%3A%20).*?(?=%0A)/,
        `$1${encodeURIComponent(version)}`,
      ),
    );
  }
}
