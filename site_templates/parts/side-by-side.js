import { countWords, firstChoice, rowsThatDiffer } from "./comparison.js";

const PHONE = 768; // px: where the table stands in one column

/**
 * Lets the reader choose which columns of a comparison stand side by side, and hide rows that
 * agree. The table is complete in the page; this only hides columns and rows. Nothing is kept.
 */
export class SideBySide extends HTMLElement {
  connectedCallback() {
    const boxes = [...this.querySelectorAll('.pick input[type="checkbox"]')].filter(
      (box) => box instanceof HTMLInputElement,
    );
    const different = this.querySelector("#only-different");
    if (!boxes.length || !(different instanceof HTMLInputElement)) return;
    const first = firstChoice(
      location.hash,
      boxes.map((box) => box.value),
      innerWidth < PHONE ? 2 : 3,
    );
    for (const box of boxes) box.checked = first.includes(box.value);
    for (const hidden of this.querySelectorAll(".pick[hidden], .bar[hidden]"))
      hidden.removeAttribute("hidden");
    const columns = boxes.map((box) => ({ id: box.value, values: this.#values(box.value) }));
    const show = () =>
      this.#show(
        boxes.filter((box) => box.checked).map((box) => box.value),
        columns,
        different.checked,
      );
    for (const box of [...boxes, different]) box.addEventListener("change", show);
    show();
  }

  /** @param {string} id @returns {string[]} */
  #values(id) {
    /** @type {NodeListOf<HTMLElement>} */
    const cells = this.querySelectorAll(`tbody td[data-column="${CSS.escape(id)}"]`);
    return [...cells].map((cell) => cell.dataset.value ?? "");
  }

  /**
   * @param {string[]} chosen
   * @param {import("./comparison.js").Column[]} columns
   * @param {boolean} onlyDifferent
   */
  #show(chosen, columns, onlyDifferent) {
    for (const cell of this.querySelectorAll("[data-column]")) {
      cell.toggleAttribute("hidden", !chosen.includes(cell.getAttribute("data-column") ?? ""));
    }
    const rows = [...this.querySelectorAll("tbody tr")];
    const some = onlyDifferent && chosen.length > 1;
    const wanted = some ? new Set(rowsThatDiffer(columns, chosen)) : new Set(rows.keys());
    for (const [number, row] of rows.entries()) row.toggleAttribute("hidden", !wanted.has(number));
    this.querySelector(".scroller")?.toggleAttribute("hidden", !chosen.length);
    this.querySelector("[data-too-few]")?.toggleAttribute("hidden", chosen.length >= 2);
    const count = this.querySelector("[data-count]");
    if (count)
      count.textContent = chosen.length
        ? countWords(chosen.length, columns.length, wanted.size, this.dataset.of ?? "")
        : "";
  }
}
