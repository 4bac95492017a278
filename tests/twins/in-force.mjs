// Reads {standings, days} as JSON and prints what the browser's twin makes of each: how it stands
// on each day.
import { parseDay } from "../../site_templates/reason/civil.js";
import { standing } from "../../site_templates/reason/in-force.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { pieces, days } = JSON.parse(chunks.join(""));
process.stdout.write(
  JSON.stringify(
    pieces.map((standings) =>
      days.map((day) => {
        const { binds, words } = standing(standings ?? undefined, parseDay(day));
        return [binds, words];
      }),
    ),
  ),
);
