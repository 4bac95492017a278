import { SideBySide } from "../../parts/side-by-side.js";

customElements.define("side-by-side", SideBySide);
