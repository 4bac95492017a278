import { OptionComparison } from "../../options/option-comparison.js";

customElements.define("option-comparison", OptionComparison);
