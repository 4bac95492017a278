import { TimelineCalculator } from "../../dates/timeline-calculator.js";

customElements.define("timeline-calculator", TimelineCalculator);
