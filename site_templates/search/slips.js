// Slips of the finger: which words may have been meant. Pure.
import leven from "leven";

export const SLIP_FROM = 5; // letters: shorter words are not taken for slips

/** @param {string} word @returns {string[]} what it is when two letters that touch change places */
export const swaps = (word) =>
  [...word].slice(1).map((letter, n) => word.slice(0, n) + letter + word[n] + word.slice(n + 2));

/**
 * @param {string} word
 * @param {Iterable<string>} words
 * @param {number} distance in letters
 * @returns {string[]} those that begin as it does and are no further from it
 */
export const near = (word, words, distance) =>
  [...words].filter(
    (it) => it[0] === word[0] && leven(it, word, { maxDistance: distance + 1 }) <= distance,
  );
