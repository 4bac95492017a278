// Asks the finder, as the browser has it, and prints where each place comes among the rows a page
// shows. In: a folder of scripts of rows, and questions as JSON from standard input.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { Finder, partsOf } from "../../site_templates/search/finder.js";

const folder = process.argv[2];
const load = (/** @type {string} */ name) => {
  const page = vm.createContext({});
  vm.runInContext(readFileSync(`${folder}/${name}.js`, "utf-8"), page);
  return JSON.parse(JSON.stringify(page.pathwaysRows[0]));
};
const national = load("national");
const finders = new Map();
const finderOf = (/** @type {string} */ view) => {
  const known = finders.get(view) ?? new Finder(view ? [national, load(view)] : [national]);
  finders.set(view, known);
  return known;
};
const asked = JSON.parse(readFileSync(0, "utf-8"));
const answers = asked.map(({ query, view, plain }) => {
  const answer = finderOf(view ?? "").answer(query, plain ?? false);
  const places = [];
  for (const { rows } of partsOf(answer.found)) {
    const pages = new Map();
    for (const { row } of rows) {
      const count = (pages.get(row.page) ?? 0) + 1;
      pages.set(row.page, count);
      if (count <= 3) places.push(`${row.page}.html${row.anchor ? `#${row.anchor}` : ""}`);
    }
  }
  return {
    places: places.slice(0, 20),
    slip: answer.slip ? answer.looked : null,
    past: answer.past?.now ?? null,
    signposts: answer.signposts.map((it) => it.name),
  };
});
process.stdout.write(JSON.stringify(answers));
