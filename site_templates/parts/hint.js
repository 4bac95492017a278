import { make } from "./dom.js";

/**
 * @typedef {{
 *   ask?: string, plain?: string | null, help?: string | null
 * }} Asked what is asked for, and what helps to answer
 */

/**
 * What helps to answer a question, to stand at its field; null where nothing does. Plain words that
 * are the same words are not said again.
 * @param {string} id the field's
 * @param {Asked} asked
 * @returns {HTMLElement | null}
 */
export function hintOf(id, { ask, plain, help }) {
  const said = [plain === ask ? null : plain, help].flatMap((text) =>
    text ? [make("p", { class: "hint" }, text)] : [],
  );
  return said.length ? make("div", { id: `${id}-hint` }, ...said) : null;
}

/**
 * The attributes that tie a field to its hint.
 * @param {HTMLElement | null} hint
 * @returns {Record<string, string>}
 */
export function describedBy(hint) {
  return hint ? { "aria-describedby": hint.id } : {};
}
