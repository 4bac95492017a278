// Notes that stand for a time: after its last day the browser takes each away, should the site not
// have been built since.
import { today } from "./device.js";
import { parseDay } from "../reason/civil.js";

export class StandingNote extends HTMLElement {
  connectedCallback() {
    const items = [...this.querySelectorAll("[data-last]")];
    const over = items.filter(
      (item) => today() > (parseDay(item.getAttribute("data-last") ?? "") ?? Infinity),
    );
    for (const item of over) item.remove();
    if (items.length && over.length === items.length) this.remove();
  }
}
