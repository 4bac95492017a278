import { civil, dayNumber, daysInMonth, isoDay } from "../reason/civil.js";
import { make } from "./dom.js";
import { fill } from "./fill.js";
import { understood } from "./given.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("../assets/data.js").Question} Question */
/** @typedef {import("../reason/types.js").Given} Given */
/** @typedef {{ given: Given } | { problem: string, field: string }} Reading */

/**
 * The fields of a question, with an earlier answer filled in.
 * @param {string} name @param {Question} question @param {Given | undefined} before
 * @returns {HTMLElement[]}
 */
export function fields(name, question, before) {
  const given = understood(question, before ?? [])?.chosen ?? new Set();
  const unsure = question.unsure
    ? [choice("radio", name, "unsure", question.unsure.label, given.has("unsure"))]
    : [];
  if (question.kind === "one") {
    return [
      ...Object.entries(question.answers).map(([id, answer]) =>
        choice("radio", name, id, answer.label, given.has(id)),
      ),
      ...unsure,
    ];
  }
  if (question.kind === "many") {
    const boxes = Object.entries(question.answers).map(([id, answer]) =>
      choice("checkbox", name, id, answer.label, given.has(id)),
    );
    const last = question.unsure
      ? [choice("checkbox", name, "unsure", question.unsure.label, given.has("unsure"))]
      : [];
    return [...boxes, ...last];
  }
  const typed = typeof before === "string" && !given.has("unsure") ? before : "";
  const box =
    question.kind === "number" ? numberField(name, question, typed) : dateFields(name, typed);
  const notSure = question.unsure
    ? [choice("checkbox", name, "unsure", question.unsure.label, given.has("unsure"))]
    : [];
  return [box, ...notSure];
}

/**
 * @param {"radio" | "checkbox"} type
 * @param {string} name
 * @param {string} value
 * @param {string} label
 * @param {boolean} checked
 */
function choice(type, name, value, label, checked) {
  const id = `guide-${name}-${value}`;
  const input = make("input", {
    type,
    id,
    name: "answer",
    value,
    class: type,
    autocomplete: "off",
  });
  input.checked = checked;
  return make("div", { class: "choice" }, input, make("label", { for: id }, label));
}

/**
 * @param {Question} question
 * @returns {string} the keys a phone shows for its number: those for numbers may have no minus
 */
export function keysFor({ number }) {
  return number && number.min < 0 ? "text" : "numeric";
}

/** @param {string} name @param {Question} question @param {string} typed */
function numberField(name, question, typed) {
  const { unit = "", min = 0, max = 0 } = question.number ?? {};
  const id = `guide-${name}-number`;
  return make(
    "div",
    { class: "typed" },
    make("label", { for: id }, fill(words.parts.fields.whole_number, { unit, min, max })),
    make("input", {
      type: "text",
      inputmode: keysFor(question),
      id,
      name: "number",
      autocomplete: "off",
      value: typed,
      class: "short",
    }),
  );
}

/**
 * Three fields for a day, filled in where a day such as 2026-11-22 is given.
 * @param {string} name makes the ids of the fields unique @param {string} typed
 */
export function dateFields(name, typed) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const [year = "", month = "", day = ""] = found
    ? found.slice(1).map((part) => String(Number(part)))
    : [];
  /** @param {string} part @param {string} label @param {string} value */
  const field = (part, label, value) =>
    make(
      "div",
      { class: part },
      make("label", { for: `guide-${name}-${part}` }, label),
      make("input", {
        type: "text",
        id: `guide-${name}-${part}`,
        name: part,
        autocomplete: "off",
        value,
      }),
    );
  return make(
    "div",
    {},
    make("p", { class: "hint" }, words.parts.fields.day_hint),
    make(
      "div",
      { class: "date3" },
      field("d", words.parts.fields.day, day),
      field("m", words.parts.fields.month, month),
      field("y", words.parts.fields.year, year),
    ),
  );
}

/**
 * Read what was chosen or typed. A problem is one sentence and the field it belongs to.
 * @param {string} name @param {Question} question @param {FormData} form @param {number} today
 * @returns {Reading}
 */
export function read(name, question, form, today) {
  const chosen = form.getAll("answer").map(String);
  const first = `guide-${name}-${Object.keys(question.answers)[0] ?? "unsure"}`;
  if (question.kind === "one") {
    return chosen[0] === undefined
      ? { problem: words.parts.fields.choose_one, field: first }
      : { given: chosen[0] };
  }
  if (question.kind === "many") {
    if (!chosen.length) return { problem: words.parts.fields.choose_some, field: first };
    const alone = chosen.find((id) => id === "unsure" || question.answers[id]?.alone);
    if (alone !== undefined && chosen.length > 1) {
      const answer =
        alone === "unsure"
          ? (question.unsure?.label ?? "")
          : (question.answers[alone]?.label ?? "");
      return {
        problem: fill(words.parts.fields.not_together, { answer }),
        field: `guide-${name}-${alone}`,
      };
    }
    return { given: chosen.length === 1 ? (chosen[0] ?? "") : chosen };
  }
  const typed = ["number", "d", "m", "y"].some(
    (part) => String(form.get(part) ?? "").trim() !== "",
  );
  if (chosen.includes("unsure") && !typed) return { given: "unsure" };
  if (question.kind === "number") {
    const { unit = "", min = 0, max = 0 } = question.number ?? {};
    const text = String(form.get("number") ?? "").trim();
    const number = understood(question, text)?.number ?? null;
    if (number !== null) return { given: String(number) };
    return {
      problem: fill(words.parts.fields.give_number, { unit, min, max }),
      field: `guide-${name}-number`,
    };
  }
  return readDate(name, form, today);
}

/** @param {string} name @param {FormData} form @param {number} today @returns {Reading} */
function readDate(name, form, today) {
  const day = readDay(...["d", "m", "y"].map((part) => String(form.get(part) ?? "")));
  if ("problem" in day) return { problem: day.problem, field: `guide-${name}-${day.part}` };
  if (day.number > today) return { problem: words.parts.fields.to_come, field: `guide-${name}-d` };
  return { given: isoDay(day.number) };
}

/**
 * Read a day typed as three texts; month names are accepted.
 * @param {...string} typed day, month, year
 * @returns {{ number: number } | { problem: string, part: string }}
 */
export function readDay(...typed) {
  const [day = "", month = "", year = ""] = typed.map((text) => text.trim().toLowerCase());
  const missing = [
    ["d", words.parts.fields.missing_day, day],
    ["m", words.parts.fields.missing_month, month],
    ["y", words.parts.fields.missing_year, year],
  ].filter(([, , text]) => !text);
  if (missing[0])
    return {
      problem: fill(words.parts.fields.missing, {
        parts: missing.map(([, word]) => word).join(words.parts.fields.missing_and),
      }),
      part: missing[0][0] ?? "d",
    };
  const named = words.parts.months.findIndex(
    (name) => month.length >= 3 && name.toLowerCase().startsWith(month),
  );
  const numbers = {
    day: whole(day),
    month: named >= 0 ? named + 1 : whole(month),
    year: whole(year),
  };
  if (!(numbers.year >= 1900 && numbers.year <= 2200))
    return { problem: words.parts.fields.year_in_full, part: "y" };
  if (!(numbers.month >= 1 && numbers.month <= 12))
    return {
      problem: /^\d+$/.test(month)
        ? words.parts.fields.months_to_12
        : words.parts.fields.month_unknown,
      part: "m",
    };
  if (!(numbers.day >= 1 && numbers.day <= daysInMonth(numbers.year, numbers.month))) {
    return { problem: words.parts.fields.no_such_day, part: "d" };
  }
  return { number: dayNumber(numbers.year, numbers.month, numbers.day) };
}

/** What stands in the three fields of a day. @param {HTMLElement} set @returns {string[]} */
export function typedDay(set) {
  return ["d", "m", "y"].map((part) => {
    const field = set.querySelector(`.${part} input`);
    return field instanceof HTMLInputElement ? field.value : "";
  });
}

/** @param {string | undefined} text @returns {number} */
function whole(text) {
  return /^\d{1,4}$/.test(text ?? "") ? Number(text) : NaN;
}

/** @param {string} iso @returns {string} a day in words: 22 November 2026 */
export function dayInWords(iso) {
  const [year = 1970, month = 1, day = 1] = iso.split("-").map(Number);
  const { month: m } = civil(dayNumber(year, month, day));
  return `${day} ${words.parts.months[m - 1]} ${year}`;
}
