// Everything the browser adds to pages that are complete without it. One small classic script after
// bundling.
import { AuthorityChooser } from "./authorities/authority-chooser.js";
import { AuthorityDates } from "./authorities/authority-dates.js";
import { CaseChecklist } from "./checklist/case-checklist.js";
import { DecisionGuide } from "./guide/decision-guide.js";
import { InForce } from "./in-force.js";
import { OptionComparison } from "./option-comparison.js";
import { printButtons } from "./print-buttons.js";
import { quickExit } from "./quick-exit.js";
import { scrollingTables } from "./scrolling-tables.js";
import { TimelineCalculator } from "./timeline/timeline-calculator.js";
import { StandingNote } from "./standing-note.js";
import { SiteSearch, searchButtons } from "./site-search.js";
import { fillVersions } from "./site-version.js";

customElements.define("authority-chooser", AuthorityChooser);
customElements.define("authority-dates", AuthorityDates);
customElements.define("case-checklist", CaseChecklist);
customElements.define("decision-guide", DecisionGuide);
customElements.define("in-force", InForce);
customElements.define("option-comparison", OptionComparison);
customElements.define("timeline-calculator", TimelineCalculator);
customElements.define("site-search", SiteSearch);
customElements.define("standing-note", StandingNote);
fillVersions(document);
printButtons(document);
quickExit(document);
scrollingTables(document);
searchButtons(document);
document.documentElement.classList.add("has-script");
