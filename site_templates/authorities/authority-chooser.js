import { get, put, remove } from "../parts/storage.js";
import { make } from "../parts/dom.js";
import { fill } from "../parts/fill.js";
import { REMEMBERED } from "./own-pages.js";
import words from "../words/en.json" with { type: "json" };

/**
 * A list of authorities that remembers nothing unless asked, and then only which one was chosen, on
 * this device.
 */
export class AuthorityChooser extends HTMLElement {
  connectedCallback() {
    const remember = this.querySelector(".remember");
    if (!(remember instanceof HTMLElement)) return;
    const rows = [...this.querySelectorAll("li[data-authority]")].filter(
      (row) => row instanceof HTMLElement,
    );
    const select = make(
      "select",
      { id: "my-authority", autocomplete: "off" },
      make("option", { value: "" }, words.authorities.none),
      ...rows.map((row) =>
        make(
          "option",
          { value: row.dataset.authority ?? "" },
          row.querySelector("a")?.textContent ?? "",
        ),
      ),
    );
    const said = make("span", { role: "status" });
    select.value = get(REMEMBERED) ?? "";
    select.addEventListener("change", () => {
      const done = select.value ? put(REMEMBERED, select.value) : remove([REMEMBERED]);
      said.textContent = done
        ? select.value
          ? words.authorities.remembered
          : words.authorities.forgotten
        : words.authorities.cannot_remember;
      this.#show(rows);
    });
    remember.hidden = false;
    remember.replaceChildren(
      make(
        "div",
        { class: "typed" },
        make("label", { for: "my-authority" }, words.authorities.remember),
        select,
        said,
      ),
    );
    this.#show(rows);
  }

  /** @param {HTMLElement[]} rows */
  #show(rows) {
    const first = this.querySelector(".chosen");
    const mine = rows.find((row) => row.dataset.authority === get(REMEMBERED))?.querySelector("a");
    if (!(first instanceof HTMLElement)) return;
    first.hidden = !mine;
    first.replaceChildren(
      ...(mine
        ? [
            make(
              "a",
              { class: "btn", href: mine.getAttribute("href") ?? "" },
              fill(words.authorities.go_to, { authority: mine.textContent ?? "" }),
            ),
          ]
        : []),
    );
  }
}
