import { make } from "./dom.js";

/**
 * What helps to answer a question, to stand at its field; null where nothing does.
 * @param {string} id the field's @param {{ plain?: string | null, help?: string | null }} question @returns {HTMLElement | null}
 */
export function hintOf(id, { plain, help }) {
  const said = [plain, help].flatMap((text) => (text ? [make("p", { class: "hint" }, text)] : []));
  return said.length ? make("div", { id: `${id}-hint` }, ...said) : null;
}

/** The attributes that tie a field to its hint. @param {HTMLElement | null} hint @returns {Record<string, string>} */
export function describedBy(hint) {
  return hint ? { "aria-describedby": hint.id } : {};
}
