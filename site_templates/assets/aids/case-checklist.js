import { CaseChecklist } from "../../checklist/case-checklist.js";

customElements.define("case-checklist", CaseChecklist);
