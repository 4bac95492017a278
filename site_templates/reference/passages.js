// Which passage of which source somebody means by what they typed. Pure.

/**
 * A source, or a passage of one.
 * @typedef {object} Place
 * @property {string} id where it stands on the page
 * @property {string} name what its source is called, or the id by which citations name that
 * @property {string} passage which passage it is; empty for the whole
 */

/** @param {string} text @returns {string[]} its words, and its numbers with their letters */
const parts = (text) => text.toLowerCase().match(/\d+[a-z]*|[a-z]+/g) ?? [];

/**
 * How many letters of what was typed a place has, in their order: words may be shortened on either
 * side ("section" and "s"), numbers may not. 0: not all of it.
 * @param {string[]} typed
 * @param {string[]} called
 */
function likeness(typed, called) {
  let letters = 0;
  let at = 0;
  for (const word of typed) {
    const isIt = /^\d/.test(word)
      ? (/** @type {string} */ part) => part === word
      : (/** @type {string} */ part) => part.startsWith(word) || word.startsWith(part);
    const found = called.findIndex((part, place) => place >= at && isIt(part));
    if (found < 0) return 0;
    const whole = called[found] === word ? 0.5 : 0; // "s" is a section before it is "standards"
    letters += Math.min(word.length, called[found]?.length ?? 0) + whole;
    at = found + 1;
  }
  return letters;
}

/**
 * The place that is meant: the one that has most of what was typed, of several the one with the
 * least besides, else the first. None where no place has all of it.
 * @param {string} text
 * @param {Place[]} places a source's names may be given one after another
 * @returns {Place | undefined}
 */
export function meant(text, places) {
  const typed = parts(text);
  const found = places
    .map((place) => {
      const passage = parts(place.passage);
      return {
        place,
        like: likeness(typed, [...parts(place.name), ...passage]),
        rest: passage.length,
      };
    })
    .filter(({ like }) => like > 0)
    .sort((one, other) => other.like - one.like || one.rest - other.rest);
  return found[0]?.place;
}
