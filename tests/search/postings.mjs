// Prints by which words which rows are found, as the browser reads a script of rows from standard input.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { rowsOf } from "../../site_templates/search/rows.js";

const page = vm.createContext({});
vm.runInContext(readFileSync(0, "utf-8"), page);
const { further } = rowsOf(JSON.parse(JSON.stringify(page.pathwaysRows)));
process.stdout.write(JSON.stringify(Object.fromEntries(further)));
