// Everything the browser adds to pages that are complete without it. One small classic script after
// bundling.
import { AuthorityChooser } from "../authorities/authority-chooser.js";
import { AuthorityDates } from "../authorities/authority-dates.js";
import { authorityOf, ownPages } from "../authorities/own-pages.js";
import { CaseChecklist } from "../checklist/case-checklist.js";
import { DecisionGuide } from "../guide/decision-guide.js";
import { InForce } from "../parts/in-force.js";
import { OptionComparison } from "../options/option-comparison.js";
import { printButtons } from "../parts/print-buttons.js";
import { SourceList } from "../reference/source-list.js";
import { quickExit } from "../families/quick-exit.js";
import { scrollingTables } from "../parts/scrolling-tables.js";
import { TimelineCalculator } from "../dates/timeline-calculator.js";
import { StandingNote } from "../parts/standing-note.js";
import { openSearch } from "../search/open-search.js";
import { fillVersions } from "../parts/site-version.js";

customElements.define("authority-chooser", AuthorityChooser);
customElements.define("authority-dates", AuthorityDates);
customElements.define("case-checklist", CaseChecklist);
customElements.define("decision-guide", DecisionGuide);
customElements.define("in-force", InForce);
customElements.define("option-comparison", OptionComparison);
customElements.define("source-list", SourceList);
customElements.define("timeline-calculator", TimelineCalculator);
customElements.define("standing-note", StandingNote);
fillVersions(document);
printButtons(document);
quickExit(document);
scrollingTables(document);
document.documentElement.classList.add("has-script");
if (document.currentScript instanceof HTMLScriptElement) {
  const root = new URL("..", document.currentScript.src);
  ownPages(document, root);
  openSearch(document, root, authorityOf(document, root));
}
