// What a reader has given, by name: days as 2026-11-22, answers by their ids, notes.
import { parseDay } from "../reason/civil.js";

/** Hold what was given under its name; an empty text takes it away. @param {Record<string, string>} given @param {string} name @param {string} text */
export function give(given, name, text) {
  if (text) given[name] = text;
  else delete given[name];
}

/** @param {Record<string, string>} given @returns {Record<string, number>} its days as day numbers, without what is no day */
export function dayNumbers(given) {
  return Object.fromEntries(Object.entries(given).flatMap(([name, day]) => {
    const number = parseDay(day);
    return number === null ? [] : [[name, number]];
  }));
}
