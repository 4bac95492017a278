import { isoDay } from "../reason/civil.js";
import { make } from "./dom.js";
import { dateFields, readDay, typedDay } from "./fields.js";
import { describedBy, hintOf } from "./hint.js";

/**
 * Three fields for one day; a ``note`` follows what is asked. ``done`` gets the day, or an empty
 * text when the fields are emptied or not a day.
 * @param {string} name
 * @param {import("./hint.js").Asked & { ask: string, note?: string }} asked
 * @param {string} day
 * @param {(day: string) => void} done
 * @returns {HTMLElement}
 */
export function dayField(name, asked, day, done) {
  const hint = hintOf(name, asked);
  const error = make("p", { class: "error-text", role: "alert", hidden: true });
  const set = make(
    "fieldset",
    describedBy(hint),
    make("legend", {}, `${asked.ask}${asked.note ?? ""}`),
    hint,
    error,
    dateFields(name, day),
  );
  let last = day;
  /** @param {boolean} leaving */
  const settle = (leaving) => {
    const parts = typedDay(set);
    const reading = parts.every((part) => !part.trim()) ? null : readDay(...parts);
    const problem = leaving && reading && "problem" in reading ? reading.problem : "";
    error.textContent = problem;
    error.hidden = !problem;
    set.classList.toggle("has-error", Boolean(problem));
    const now = reading && "number" in reading ? isoDay(reading.number) : "";
    if (now !== last && (now || leaving)) {
      last = now;
      done(now);
    }
  };
  set.addEventListener("input", () => settle(false));
  // Only when the reader leaves the whole day is it judged: half a day is no mistake.
  set.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && set.contains(event.relatedTarget))) settle(true);
  });
  return set;
}
