// What the page asks of the reader's device: the day, the clipboard, a file. Nothing leaves the
// device.
import { dayNumber } from "../reason/civil.js";
import { make } from "./dom.js";
import { fill } from "./fill.js";
import words from "../words/en.json" with { type: "json" };

/** Today as a day number. Here alone the clock is asked. @returns {number} */
export function today() {
  const now = new Date();
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** @returns {number} this moment, in milliseconds */
export const moment = () => Date.now();

/**
 * Copy a text. The clipboard may be closed to pages opened from a folder: then the text is given to
 * be selected by hand.
 * @param {string} text
 * @param {HTMLElement} status where the reader is told
 * @param {string} what names the text: "The record"
 */
export async function copy(text, status, what) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = words.parts.copied;
  } catch {
    const box = make("textarea", {
      readonly: true,
      rows: "8",
      "aria-label": fill(words.parts.copy_by_hand, { what }),
    });
    box.value = text;
    status.replaceChildren(box);
    box.select();
  }
}

/**
 * Hand a text to the reader as a file.
 * @param {string} text
 * @param {string} name
 * @param {string} type a media type
 */
export function save(text, name, type) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
