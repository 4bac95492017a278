// What the browser adds to every page; pages are complete without it. Each aid has a script of its
// own, which only its pages load.
import { authorityOf, ownPages } from "../authorities/own-pages.js";
import { InForce } from "../parts/in-force.js";
import { colourButton } from "../parts/colours.js";
import { openFolds } from "../parts/folds.js";
import { takeOver } from "../parts/handed.js";
import { printButtons } from "../parts/print-buttons.js";
import { quickExit } from "../families/quick-exit.js";
import { StandingNote } from "../parts/standing-note.js";
import { openSearch } from "../search/open-search.js";
import { fillVersions } from "../parts/site-version.js";

takeOver();
customElements.define("in-force", InForce);
customElements.define("standing-note", StandingNote);
fillVersions(document);
printButtons(document);
openFolds();
quickExit(document);
document.documentElement.classList.remove("no-js"); // where the script of the head did not come
document.documentElement.classList.add("has-script");
if (document.currentScript instanceof HTMLScriptElement) {
  const root = new URL("..", document.currentScript.src);
  colourButton(document, root);
  ownPages(document, root);
  openSearch(document, root, authorityOf(document, root));
}
