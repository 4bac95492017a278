// Prints what the words of each text have in common with their other forms, as the browser reads them. In: JSON texts.
import { readFileSync } from "node:fs";
import { stemOf, wordsOf } from "../../site_templates/search/english.js";

const texts = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map((text) => wordsOf(text, true).map(stemOf))));
