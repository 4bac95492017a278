// What a reader gives for a calendar file: a word of their own for the case, and when to be reminded.
import { make } from "../parts/dom.js";
import { asIcs } from "./files.js";
import { MOST_LETTERS } from "./keep.js";
import { inOrder } from "./table.js";
import words from "../words/en.json" with { type: "json" };

/**
 * @param {{
 *   word: string, typed: (word: string) => void,
 *   chosen: (options: { word: string, alarms: number[] }) => void,
 * }} options `word`: typed before; `typed`: told each time it changes; `chosen`: asked for the file
 * @returns {HTMLElement}
 */
export function toCalendar({ word: before, typed, chosen }) {
  const { tools } = words.dates;
  const word = make("input", {
    type: "text",
    id: "case-word",
    maxlength: String(MOST_LETTERS),
    "aria-describedby": "case-word-hint",
    autocomplete: "off",
  });
  word.value = before;
  word.addEventListener("input", () => typed(word.value));
  const alarm = make(
    "select",
    { id: "alarm" },
    ...[
      ["", tools.no_reminder],
      ["1", tools.day_before],
      ["7", tools.week_before],
      ["14", tools.two_weeks_before],
    ].map(([value = "", label = ""]) => make("option", { value }, label)),
  );
  const ask = () => chosen({ word: word.value, alarms: alarm.value ? [Number(alarm.value)] : [] });
  return make(
    "div",
    { class: "to-calendar" },
    make("label", { for: "case-word" }, tools.word),
    make("p", { class: "hint", id: "case-word-hint" }, tools.word_hint),
    word,
    make(
      "div",
      { class: "btns" },
      make("label", { for: "alarm" }, tools.reminder),
      alarm,
      make("button", { type: "button", class: "btn", click: ask }, tools.add_to_calendar),
    ),
  );
}

/**
 * A calendar file for each of several, who share the word and have their number behind it; without a
 * word they are a millisecond apart, by which their entries are told apart.
 * @param {import("../reason/timeline.js").Dated[][]} all
 * @param {import("../assets/data.js").Rules} rules
 * @param {{ word: string, alarms: number[], stamp: number, moment: number }} options
 * @returns {[string, string][]} the name of each, and what is in it
 */
export function calendarFiles(all, rules, { word, moment, ...options }) {
  return all.map((rows, index) => {
    const number = index ? String(index + 1) : "";
    const own = { word: word.trim() && `${word} ${number}`, moment: moment + index };
    const text = asIcs(inOrder(rows), rules, { ...options, ...own });
    return [`dates${number && `-${number}`}.ics`, text];
  });
}
