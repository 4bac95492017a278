// A note that stands for a time: after its last day the browser takes it away, should the site not have been built since.
import { today } from "./parts/device.js";
import { parseDay } from "./reason/civil.js";

export class StandingNote extends HTMLElement {
  connectedCallback() {
    const last = parseDay(this.dataset.last ?? "");
    this.hidden = last !== null && today() > last;
  }
}
