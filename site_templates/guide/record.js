import { standing } from "../reason/in-force.js";
import { inWords } from "../reason/walk.js";
import { dayInWords } from "../parts/fields.js";
import { fill } from "../parts/fill.js";
import words from "../words/en.json" with { type: "json" };

/**
 * A walk as plain text for a file: questions, answers, result. It holds no names, because the guide
 * asks for none.
 * @param {import("../assets/data.js").Tree} tree
 * @param {import("./state.js").View} shown
 * @param {{ version: string, disclaimer: string, today: number }} page
 * @returns {string}
 */
export function record(tree, shown, page) {
  const lines = [tree.title, ""];
  shown.walk.path.forEach((step, index) => {
    lines.push(
      `${index + 1}. ${tree.questions[step.question]?.ask ?? step.question} ${answerWords(step, tree)}`,
    );
  });
  const outcome = shown.outcome === null ? undefined : tree.outcomes[shown.outcome];
  const stands = standing(outcome?.in_force, page.today).words;
  const { result, does_not_decide, version } = words.guide.record;
  if (outcome) {
    const led = `${outcome.title}${stands ? ` (${stands})` : ""}`;
    lines.push("", fill(result, { outcome: led }));
  }
  if (page.disclaimer) lines.push("", fill(does_not_decide, { disclaimer: page.disclaimer }));
  if (page.version) lines.push(fill(version, { version: page.version }));
  return lines.join("\n") + "\n";
}

/**
 * An answer as the reader would say it.
 * @param {import("../reason/types.js").Step} step
 * @param {import("../assets/data.js").Tree} tree
 * @returns {string}
 */
export function answerWords(step, tree) {
  const question = tree.questions[step.question];
  const answer = question ? inWords(question, step.answer) : "";
  if (step.answer.since !== null && typeof step.given === "string")
    return `${dayInWords(step.given)} (${answer.toLowerCase()})`;
  return step.answer.number !== null && question?.number
    ? `${step.answer.number} ${question.number.unit}`
    : answer;
}
