// Walking a decision tree. The twin of generator/reason/walk.py: same answers, same way, same
// refusals.
import { parseDay } from "./civil.js";
import { UNSURE, holds, isUnsure, within } from "./guards.js";

/** @typedef {import("./types.js").Answered} Answered */
/** @typedef {import("./types.js").Given} Given */
/** @typedef {import("../assets/data.js").Question} Question */
/** @typedef {import("../assets/data.js").Tree} Tree */

const MAX_STEPS = 1000;

/**
 * An answer that cannot be given to its question. The message is one sentence for the person who
 * gave it.
 */
export class Refused extends Error {}

/**
 * Walk a tree as far as the answers lead. Answers to questions that are not on the way are left
 * aside.
 * @param {Tree} tree
 * @param {Record<string, Given>} answers by question id
 * @param {{ today: number, dates?: Record<string, number> }} days day numbers
 * @returns {import("./types.js").Walk}
 */
export function walk(tree, answers, days) {
  return walkWith(tree, answers, (name, question, given) =>
    understand(name, question, given, days),
  );
}

/**
 * Walk a tree with answers understood in a way of the caller's.
 * @param {Tree} tree
 * @param {Record<string, Given>} answers
 * @param {(name: string, question: Question, given: Given) => Answered} understood
 * @returns {import("./types.js").Walk}
 */
export function walkWith(tree, answers, understood) {
  let here = tree.start;
  /** @type {import("./types.js").Step[]} */
  const path = [];
  /** @type {Record<string, Answered>} */
  const soFar = {};
  for (;;) {
    const question = own(tree.questions, here);
    const given = own(answers, here);
    if (!question || given === undefined || path.length >= MAX_STEPS) break;
    const answer = understood(here, question, given);
    soFar[here] = answer;
    const to = leadOn(question, answer, soFar);
    if (to === null)
      throw new Refused(`the tree '${tree.id}' has no way on from '${here}' for this answer`);
    path.push({ question: here, given, answer, because: inWords(question, answer), to });
    here = to;
  }
  const ended = own(tree.outcomes, here) !== undefined;
  return { path, outcome: ended ? here : null, next: ended ? null : here };
}

/**
 * What an answer counts as. Throws Refused where the question has no such answer.
 * @param {string} name @param {Question} question @param {Given} given
 * @param {{ today: number, dates?: Record<string, number> }} days
 * @returns {Answered}
 */
export function understand(name, question, given, days) {
  const texts = Array.isArray(given) ? given : [given];
  if (
    texts.length === 1 &&
    texts[0] === UNSURE &&
    (question.unsure || own(question.answers, UNSURE))
  )
    return choice([UNSURE]);
  if (question.kind === "many")
    return many(
      name,
      question,
      texts.flatMap((text) => text.split("+")),
    );
  const [text] = texts;
  if (texts.length !== 1 || text === undefined)
    throw new Refused(`'${name}' takes one answer, not ${texts.length}`);
  if (question.kind === "one") {
    if (!own(question.answers, text))
      throw new Refused(`'${name}' has no answer '${text}'; it has: ${known(question).join(", ")}`);
    return choice([text]);
  }
  if (question.number) {
    const { min, max, unit } = question.number;
    const number = /^-?[0-9]{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(number >= min && number <= max)) {
      throw new Refused(
        `'${name}' takes a whole number of ${unit} from ${min} to ${max}, not '${text}'`,
      );
    }
    return banded(question, { ...choice([]), number: number || 0 });
  }
  const since = parseDay(text);
  if (since === null) throw new Refused(`'${name}' takes a date such as 2026-11-22, not '${text}'`);
  const end = question.elapsed?.until ?? "today";
  const until = end === "today" ? days.today : own(days.dates ?? {}, end);
  if (until === undefined) throw new Refused(`'${name}' runs until '${end}': give that date too`);
  if (since > until) throw new Refused(`'${name}': that day lies after the day it is counted to`);
  return banded(question, { ...choice([]), since, until });
}

/** @param {string} name @param {Question} question @param {string[]} chosen @returns {Answered} */
function many(name, question, chosen) {
  for (const text of chosen) {
    if (!own(question.answers, text))
      throw new Refused(`'${name}' has no answer '${text}'; it has: ${known(question).join(", ")}`);
  }
  if (!chosen.length) throw new Refused(`'${name}' needs at least one choice`);
  const alone = chosen.find((text) => question.answers[text]?.alone);
  if (alone !== undefined && new Set(chosen).size > 1) {
    throw new Refused(`'${name}': '${alone}' cannot be chosen together with others`);
  }
  return choice(chosen);
}

/**
 * Where an answer leads; null where the tree has no way on (a content error). A gap or overlap that
 * an authority has accepted leads to the question's own place until it is settled.
 * @param {Question} question
 * @param {Answered} answer
 * @param {Record<string, Answered>} soFar
 * @returns {string | null}
 */
export function leadOn(question, answer, soFar) {
  const routes = routesFor(question, answer);
  const leading = (routes?.routes ?? []).filter(
    (route) => route.when === null || holds(route.when, soFar) === true,
  );
  if (question.untilSettled !== null) {
    const betweenBands = question.bands.length > 0 && !isUnsure(answer) && answer.chosen.size !== 1;
    const clashing = routes?.exactlyOne && leading.length !== 1;
    if (betweenBands || clashing || !leading.length) return question.untilSettled;
  }
  return leading[0]?.go ?? null;
}

/**
 * The innermost way on: that of the answer, the band or the unsure way, else the question's.
 * @param {Question} question @param {Answered} answer
 * @returns {import("../assets/data.js").Routes | null}
 */
export function routesFor(question, answer) {
  /** @type {(import("../assets/data.js").Routes | null | undefined)[]} */
  let inner = [];
  if (question.unsure && isUnsure(answer)) inner = [question.unsure.go];
  else if (question.kind === "one")
    inner = [...answer.chosen].map((id) => own(question.answers, id)?.go);
  else if (question.bands.length)
    inner = question.bands.filter((band) => answer.chosen.has(band.id)).map((band) => band.go);
  return inner.find((go) => go) ?? question.go;
}

/** @param {Question} question @param {Answered} answer @returns {string} */
export function inWords(question, answer) {
  const labels = Object.entries(question.answers).map(
    ([id, item]) => /** @type {const} */ ([id, item.label]),
  );
  const bands = question.bands.map((band) => /** @type {const} */ ([band.id, band.label]));
  const unsure = question.unsure ? [/** @type {const} */ ([UNSURE, question.unsure.label])] : [];
  const named = new Map([...labels, ...bands, ...unsure]);
  const words = [...named].filter(([id]) => answer.chosen.has(id)).map(([, label]) => label);
  if (words.length) return words.join(", ");
  return question.number && answer.number !== null
    ? `${answer.number} ${question.number.unit}`
    : "";
}

/** @param {Question} question @param {Answered} answer @returns {Answered} */
function banded(question, answer) {
  return {
    ...answer,
    chosen: new Set(question.bands.filter((band) => within(answer, band)).map((band) => band.id)),
  };
}

/** @param {string[]} ids @returns {Answered} */
function choice(ids) {
  return { chosen: new Set(ids), number: null, since: null, until: null };
}

/** @param {Question} question @returns {string[]} */
function known(question) {
  return [...Object.keys(question.answers), ...(question.unsure ? [UNSURE] : [])];
}

/**
 * A value of an object's own, never one it inherits: ids are content, and could be called
 * "constructor".
 * @template T
 * @param {Record<string, T>} object
 * @param {string} key
 * @returns {T | undefined}
 */
function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
