import { make } from "../parts/dom.js";
import { fill } from "../parts/fill.js";
import { openAround } from "../parts/folds.js";
import { meant } from "./passages.js";
import words from "../words/en.json" with { type: "json" };

/** @typedef {import("./passages.js").Place} Place */

const SAYS = words.reference.jump;

/**
 * The list of sources with a field to type or pick a passage in, that leads to where it stands.
 * Without a script the contents lead to each source.
 */
export class SourceList extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector(".jump");
    if (!(box instanceof HTMLElement)) return;
    const places = [...this.querySelectorAll(".source")].flatMap(placesOf);
    const example = places.find(({ passage }) => passage)?.shown ?? "";
    const shown = places.map(({ shown: value, label }) => make("option", { value, label }));
    const field = make("input", {
      id: "jump-to",
      list: "jump-places",
      autocomplete: "off",
      "aria-describedby": "jump-hint",
    });
    const said = make("p", { role: "status" });
    const submitted = (/** @type {Event} */ event) => {
      event.preventDefault();
      const place =
        places.find((one) => one.shown === field.value.trim()) ?? meant(field.value, places);
      said.textContent = place ? "" : SAYS.none;
      if (place) goTo(place.id);
    };
    box.replaceChildren(
      make(
        "form",
        { class: "typed", submit: submitted },
        make("label", { for: "jump-to" }, SAYS.label),
        make("p", { id: "jump-hint", class: "hint" }, fill(SAYS.hint, { example })),
        field,
        make("datalist", { id: "jump-places" }, ...shown),
        make("button", { class: "btn" }, SAYS.go),
        said,
      ),
    );
    box.hidden = false;
  }
}

/**
 * A source and its passages, in their order, each with what the field offers for it, and its short
 * form.
 * @param {Element} source
 * @returns {(Place & { shown: string, label: string })[]}
 */
function placesOf(source) {
  const heading = source.querySelector("h3");
  const id = heading?.id ?? "";
  const title = heading?.textContent ?? "";
  const short = source.getAttribute("data-name") ?? "";
  const rows = [...source.querySelectorAll("[data-passage]")];
  return [{ id, passage: "" }, ...rows.map((row) => ({ id: row.id, passage: of(row) }))].map(
    (place) => ({
      ...place,
      name: `${id} ${short} ${title}`,
      shown: `${title} ${place.passage}`.trim(),
      label: `${short} ${place.passage}`.trim(),
    }),
  );
}

const of = (/** @type {Element} */ row) => row.getAttribute("data-passage") ?? "";

/** @param {string} id */
function goTo(id) {
  location.hash = id;
  openAround(id);
  const place = document.getElementById(id);
  place?.setAttribute("tabindex", "-1");
  place?.focus();
}
