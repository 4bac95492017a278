// What has to be known before anything of the page is seen: that there is script, and which colours
// were chosen.
import { chosenColours, show } from "../parts/colours.js";

const page = document.documentElement;
page.classList.remove("no-js");
if (document.currentScript instanceof HTMLScriptElement) {
  show(page, chosenColours(new URL("..", document.currentScript.src)));
}
