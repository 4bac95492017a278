// A guide's results hold lists and dates.
import { DecisionGuide } from "../../guide/decision-guide.js";
import "./case-checklist.js";
import "./timeline-calculator.js";

customElements.define("decision-guide", DecisionGuide);
