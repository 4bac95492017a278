// What a reader has given, by name: days as 2026-11-22, answers by their ids, notes.
import { parseDay } from "../reason/civil.js";
import { understand } from "../reason/walk.js";

/** @typedef {import("../assets/data.js").Question} Question */
/** @typedef {import("../reason/types.js").Answered} Answered */

/**
 * Hold what was given under its name; an empty text takes it away.
 * @param {Record<string, string>} given
 * @param {string} name
 * @param {string} text
 */
export function give(given, name, text) {
  if (text) given[name] = text;
  else delete given[name];
}

/**
 * @param {Record<string, string>} given
 * @returns {Record<string, number>} its days as day numbers, without what is no day
 */
export function dayNumbers(given) {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, day]) => {
      const number = parseDay(day);
      return number === null ? [] : [[name, number]];
    }),
  );
}

/**
 * What an answer counts as; null where its question has no such answer.
 * @param {Question} question not one about time, which needs to know the day
 * @param {import("../reason/types.js").Given} given
 * @returns {Answered | null}
 */
export function understood(question, given) {
  try {
    return understand("", question, given, { today: 0 });
  } catch {
    return null;
  }
}

/**
 * What answers count as, without those that no question takes.
 * @param {Iterable<[string, Question]>} questions by the names their answers are held under
 * @param {Record<string, string>} answers
 * @returns {Record<string, Answered>}
 */
export function readAll(questions, answers) {
  /** @type {Record<string, Answered>} */
  const read = {};
  for (const [name, question] of questions) {
    const answer = Object.hasOwn(answers, name) ? understood(question, answers[name] ?? "") : null;
    if (answer) read[name] = answer;
  }
  return read;
}

/**
 * What was typed in an aid, with what another aid hands it now: that takes the place of what was
 * typed where it is no longer what was handed before.
 * @param {Record<string, string>} typed
 * @param {Record<string, string>} before
 * @param {Record<string, string>} now
 * @returns {Record<string, string>}
 */
export function handedAnew(typed, before, now) {
  const all = { ...typed };
  for (const name of Object.keys({ ...before, ...now }))
    if (before[name] !== now[name]) give(all, name, now[name] ?? "");
  return all;
}

/** @typedef {{ questions: Record<string, Question> }} Asking */

/**
 * The questions of some timelines by the names their answers are held under: each once, where
 * several ask the same.
 * @param {Asking[]} timelines
 * @returns {[string, Question][]}
 */
export function asked(timelines) {
  const all = timelines.flatMap(({ questions }) => Object.entries(questions));
  return [...new Map(all.map(([id, question]) => [question.as ?? id, question]))];
}

/**
 * Answers kept by the ids of questions, by the names they are held under now. Where timelines ask
 * different questions under one id, each takes only what is an answer to its own.
 * @param {Asking[]} timelines
 * @param {Record<string, string>} answers
 * @returns {Record<string, string>}
 */
export function byName(timelines, answers) {
  const held = { ...answers };
  for (const [id, question] of timelines.flatMap(({ questions }) => Object.entries(questions))) {
    const answer = answers[id];
    if (question.as === undefined || answer === undefined) continue;
    delete held[id];
    if (understood(question, answer)) held[question.as] ??= answer;
  }
  return held;
}

/**
 * What a walk answers of the questions of another aid.
 * @param {Record<string, string>} passes the walk's question by the other aid's
 * @param {import("../reason/types.js").Step[]} path
 * @returns {Record<string, string>}
 */
export function passedOn(passes, path) {
  const given = new Map(path.map((step) => [step.question, [step.given].flat().join("+")]));
  return Object.fromEntries(
    Object.entries(passes).flatMap(([own, theirs]) => {
      const answer = given.get(theirs);
      return answer === undefined ? [] : [[own, answer]];
    }),
  );
}
