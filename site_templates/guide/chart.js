import { way } from "./state.js";
import words from "../words/en.json" with { type: "json" };

const SVG = "http://www.w3.org/2000/svg";

/**
 * Light the way so far on a flowchart, mark where one is, and quieten what the answers rule out.
 * @param {ParentNode} chart
 * @param {import("./state.js").View} shown
 */
export function light(chart, shown) {
  const steps = new Map(shown.walk.path.map((step) => [step.question, step]));
  const ahead = new Set([...shown.possible].flatMap((name) => name.split(" ").slice(0, 2)));
  const here = shown.asking ?? shown.outcome;
  for (const label of chart.querySelectorAll(".flow-you")) label.remove();
  for (const line of chart.querySelectorAll(".flow-link[data-from]")) {
    const { from = "", to = "", answers = "" } = /** @type {SVGElement} */ (line).dataset;
    mark(line, state(from, to, answers.split(" "), steps, shown.possible));
  }
  for (const node of chart.querySelectorAll(".flow-node[data-node]")) {
    const { node: name = "", from, answers } = /** @type {SVGElement} */ (node).dataset;
    // An outcome is drawn once for each way into it: only the one that was taken is lit.
    const own =
      from === undefined
        ? null
        : state(from, name, (answers ?? "").split(" "), steps, shown.possible);
    const passed = steps.has(name) && from === undefined;
    mark(node, own ?? (passed || name === here ? "lit" : ahead.has(name) ? "" : "off"));
    const isHere = name === here && (from === undefined || own === "lit");
    node.classList.toggle("is-here", isHere);
    if (isHere && shown.asking !== null) tag(node);
  }
  for (const start of chart.querySelectorAll(".flow-start")) mark(start, "lit");
}

/**
 * @param {string} from @param {string} to @param {string[]} answers
 * @param {Map<string, import("../reason/types.js").Step>} steps @param {Set<string>} possible
 * @returns {"lit" | "off" | ""}
 */
function state(from, to, answers, steps, possible) {
  const step = steps.get(from);
  if (step && step.to === to) {
    const unsure = step.answer.chosen.has("unsure");
    if (answers.some((id) => step.answer.chosen.has(id)) || (answers.includes("any") && !unsure))
      return "lit";
  }
  return answers.some((id) => possible.has(way(from, to, id))) ? "" : "off";
}

/** @param {Element} element @param {"lit" | "off" | ""} name */
function mark(element, name) {
  element.classList.toggle("is-lit", name === "lit");
  element.classList.toggle("is-off", name === "off");
}

/** Write "You are here" on the upper right of a node. @param {Element} node */
function tag(node) {
  const shape = node.querySelector(".flow-shape");
  if (!(shape instanceof SVGGraphicsElement)) return;
  const box = shape.getBBox();
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "flow-you");
  const back = document.createElementNS(SVG, "rect");
  const label = document.createElementNS(SVG, "text");
  for (const [name, value] of Object.entries({
    class: "flow-here-back",
    x: box.x + box.width - 124,
    y: box.y - 20,
    width: 112,
    height: 28,
    rx: 3,
  })) {
    back.setAttribute(name, String(value));
  }
  label.setAttribute("class", "flow-here");
  label.setAttribute("x", String(box.x + box.width - 112));
  label.setAttribute("y", String(box.y - 1));
  label.textContent = words.guide.you_are_here;
  group.append(back, label);
  node.append(group);
}
