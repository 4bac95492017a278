import { make } from "./dom.js";

/**
 * The marks of something: how binding it is, only while it is in force, and how it stands where
 * that need be said.
 * @param {[string, string] | null} mark the class and the word of its force
 * @param {import("../assets/data.js").Standing} stands
 * @returns {(Node | string)[]}
 */
export function standingMarks(mark, { binds, words }) {
  const force = mark && binds ? [make("span", { class: `force ${mark[0]}` }, mark[1]), " "] : [];
  return [
    ...force,
    ...(words ? [make("span", { class: `standing${binds ? "" : " not"}` }, words)] : []),
  ];
}
