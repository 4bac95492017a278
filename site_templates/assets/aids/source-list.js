import { SourceList } from "../../reference/source-list.js";

customElements.define("source-list", SourceList);
