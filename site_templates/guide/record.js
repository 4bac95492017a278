import { standing } from "../reason/in-force.js";
import { inWords } from "../reason/walk.js";
import { dayInWords } from "../parts/fields.js";

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
  if (outcome) lines.push("", `Result: ${outcome.title}${stands ? ` (${stands})` : ""}`);
  if (page.disclaimer) lines.push("", `This guide does not decide: ${page.disclaimer}`);
  if (page.version) lines.push(`Version ${page.version}`);
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
  const words = question ? inWords(question, step.answer) : "";
  if (step.answer.since !== null && typeof step.given === "string")
    return `${dayInWords(step.given)} (${words.toLowerCase()})`;
  return step.answer.number !== null && question?.number
    ? `${step.answer.number} ${question.number.unit}`
    : words;
}
