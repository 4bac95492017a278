// Reads cases (one JSON a line: a tree and answers to walk it with) and prints what the browser's
// twin makes of each.
import { createInterface } from "node:readline";
import { parseDay } from "../../site_templates/reason/civil.js";
import { Refused, walk } from "../../site_templates/reason/walk.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { tree, cases } = JSON.parse(line);
  const results = cases.map(({ answers, today, dates }) => {
    const days = Object.fromEntries(
      Object.entries(dates ?? {}).map(([name, day]) => [name, parseDay(day)]),
    );
    try {
      const taken = walk(tree, answers, { today: parseDay(today), dates: days });
      return [
        taken.outcome,
        taken.next,
        taken.path.map((step) => [step.question, step.because, step.to]),
      ];
    } catch (error) {
      if (error instanceof Refused) return ["refused", error.message];
      throw error;
    }
  });
  process.stdout.write(JSON.stringify(results) + "\n");
}
