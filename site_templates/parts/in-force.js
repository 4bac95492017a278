// How a statement stands today: the page was written on another day, and its law may have started
// or ended since.
import { today } from "./device.js";
import { standingMarks } from "./standing-marks.js";
import { standing } from "../reason/in-force.js";

export class InForce extends HTMLElement {
  connectedCallback() {
    /**
     * @type {{
     *   mark: [string, string] | null, standings: import("../assets/data.js").Standing[]
     * }}
     */
    const { mark, standings } = JSON.parse(this.dataset.told ?? "");
    this.replaceChildren(...standingMarks(mark, standing(standings, today())));
  }
}
