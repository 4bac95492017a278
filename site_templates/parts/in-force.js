// How a statement stands today: the page was written on another day, and its law may have started
// or ended since.
import { inAttribute } from "./carried.js";
import { today } from "./device.js";
import { standingMarks } from "./standing-marks.js";
import { standing } from "../reason/in-force.js";

export class InForce extends HTMLElement {
  connectedCallback() {
    const told = inAttribute(this, "told");
    if (told) this.replaceChildren(...standingMarks(told.mark, standing(told.standings, today())));
  }
}
