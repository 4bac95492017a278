// What the guide knows at any moment. Pure: a tree and answers in, what to show out.
import { parseDay } from "../reason/civil.js";
import { UNSURE, holds } from "../reason/guards.js";
import { understand, walk, walkWith } from "../reason/walk.js";
import { recordOf } from "../parts/found.js";

/** @typedef {import("../assets/data.js").Tree} Tree */
/** @typedef {import("../reason/types.js").Given} Given */
/** @typedef {import("../reason/types.js").Walk} Walk */
/** @typedef {{ today: number, dates?: Record<string, number> }} Days */
/**
 * @typedef {{
 *   walk: Walk, asking: string | null, outcome: string | null, number: number, atMost: number,
 *   possible: Set<string>
 * }} View
 */

/**
 * Answers given before, to this tree or to another under its name: those it takes, and how many it
 * does not.
 * @param {Tree} tree
 * @param {unknown} found
 * @param {Days} days
 * @returns {{ answers: Record<string, Given>, lost: number }}
 */
export function fitting(tree, found, days) {
  const all = Object.entries(recordOf(found));
  /** @type {Record<string, Given>} */
  const answers = {};
  for (const [name, given] of all) {
    const question = Object.hasOwn(tree.questions, name) ? tree.questions[name] : undefined;
    if (question && isGiven(given) && isTaken(name, question, given, days)) answers[name] = given;
  }
  return { answers, lost: all.length - Object.keys(answers).length };
}

/** @param {unknown} given @returns {given is Given} */
function isGiven(given) {
  return [given].flat().every((text) => typeof text === "string");
}

/** @type {(...asked: Parameters<typeof understand>) => boolean} */
function isTaken(...asked) {
  try {
    return Boolean(understand(...asked));
  } catch {
    return false;
  }
}

/**
 * What to show: the way so far, the question to ask (or the one being changed), what is still
 * possible. Answers that no longer lie on the way are kept aside, so that they count again if the
 * way comes back to them.
 * @param {Tree} tree
 * @param {Record<string, Given>} answers
 * @param {Days} days
 * @param {string | null} changing
 * @returns {View}
 */
export function view(tree, answers, days, changing = null) {
  const whole = walk(tree, answers, days);
  const at = whole.path.findIndex((step) => step.question === changing);
  const taken = at < 0 ? whole : { path: whole.path.slice(0, at), outcome: null, next: changing };
  const possible = stillPossible(tree, taken);
  const rest = taken.next === null ? 0 : longest(tree, taken.next, possible);
  return {
    walk: taken,
    asking: taken.next,
    outcome: taken.outcome,
    number: taken.path.length + 1,
    atMost: taken.path.length + rest,
    possible,
  };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} answer
 * @returns {string} the name of one way on
 */
export function way(from, to, answer) {
  return `${from} ${to} ${answer}`;
}

/**
 * Every way on that the answers given so far do not rule out, from the question asked now.
 * @param {Tree} tree @param {Walk} taken
 * @returns {Set<string>}
 */
export function stillPossible(tree, taken) {
  const known = Object.fromEntries(taken.path.map((step) => [step.question, step.answer]));
  /** @type {Set<string>} */
  const ways = new Set();
  const waiting = taken.next === null ? [] : [taken.next];
  const seen = new Set(waiting);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const [answer, routes] of waysOn(tree, name)) {
      const settled = answer === UNSURE || tree.questions[name]?.kind === "one";
      const own = { chosen: new Set([answer]), number: null, since: null, until: null };
      const told = settled ? { ...known, [name]: own } : known;
      for (const route of routes.routes) {
        const result = route.when === null ? true : holds(route.when, told);
        if (result === false) continue;
        ways.add(way(name, route.go, answer));
        if (!seen.has(route.go) && Object.hasOwn(tree.questions, route.go)) {
          seen.add(route.go);
          waiting.push(route.go);
        }
        if (result === true && !routes.exactlyOne) break;
      }
    }
  }
  return ways;
}

/**
 * Every answer of a question (its id, or "any") with where it leads.
 * @param {Tree} tree @param {string} name
 * @returns {[string, import("../assets/data.js").Routes][]}
 */
function waysOn(tree, name) {
  const question = tree.questions[name];
  if (!question) return [];
  /** @type {[string, import("../assets/data.js").Routes | null][]} */
  const found = [];
  if (question.kind === "one")
    for (const [id, answer] of Object.entries(question.answers))
      found.push([id, answer.go ?? question.go]);
  else if (question.bands.length)
    for (const band of question.bands) found.push([band.id, band.go ?? question.go]);
  else found.push(["any", question.go]);
  if (question.unsure) found.push(["unsure", question.unsure.go ?? question.go]);
  return found.flatMap(([id, routes]) =>
    routes ? [/** @type {[string, import("../assets/data.js").Routes]} */ ([id, routes])] : [],
  );
}

/**
 * @param {Tree} tree
 * @param {string} start
 * @param {Set<string>} possible
 * @returns {number} the most questions still to come
 */
function longest(tree, start, possible) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @param {string} name @param {Set<string>} above @returns {number} */
  const depth = (name, above) => {
    if (above.has(name) || !Object.hasOwn(tree.questions, name)) return 0;
    const found = known.get(name);
    if (found !== undefined) return found;
    const below = new Set(above).add(name);
    let most = 0;
    for (const [answer, routes] of waysOn(tree, name)) {
      for (const route of routes.routes)
        if (possible.has(way(name, route.go, answer)))
          most = Math.max(most, depth(route.go, below));
    }
    known.set(name, most + 1);
    return most + 1;
  };
  return depth(start, new Set());
}

/**
 * The smallest changes of one answer that lead elsewhere: for each question answered and each place
 * it could lead instead, the nearest other answer. Computed from the regions that no guard or band
 * tells apart.
 * @param {Tree} tree
 * @param {Record<string, Given>} answers
 * @param {Days} days
 * @returns {{ question: string, label: string, outcome: string | null, next: string | null }[]}
 */
export function whatWouldChange(tree, answers, days) {
  const now = walk(tree, answers, days);
  if (now.outcome === null) return [];
  const regionsToday = { today: parseDay(tree.regionsToday) ?? days.today, dates: days.dates };
  const found = [];
  for (const step of now.path) {
    const question = tree.questions[step.question];
    if (!question) continue;
    const own = question.regions.findIndex((region) =>
      sameRegion(tree, step, region.given, regionsToday, days),
    );
    const nearest = question.regions
      .map((region, index) => ({ region, index }))
      .filter(({ index }) => index !== own);
    nearest.sort(
      (one, other) =>
        Math.abs(one.index - own) - Math.abs(other.index - own) || one.index - other.index,
    );
    const told = new Set();
    for (const { region } of nearest) {
      const changed = understand(step.question, question, region.given, regionsToday);
      const other = walkWith(
        tree,
        { ...answers, [step.question]: region.given },
        (name, asked, given) =>
          name === step.question ? changed : understand(name, asked, given, days),
      );
      const leads = other.outcome ?? `? ${other.next}`;
      if (other.outcome === now.outcome || told.has(leads)) continue;
      told.add(leads);
      found.push({
        question: step.question,
        label: region.label,
        outcome: other.outcome,
        next: other.next,
      });
    }
  }
  return found;
}

/**
 * Whether an answer given lies in the region that another given answer stands for.
 * @param {Tree} tree
 * @param {import("../reason/types.js").Step} step
 * @param {string} given
 * @param {Days} regionsToday
 * @param {Days} days
 */
function sameRegion(tree, step, given, regionsToday, days) {
  const question = tree.questions[step.question];
  if (!question) return false;
  const one = understand(step.question, question, step.given, days);
  const other = understand(step.question, question, given, regionsToday);
  const same =
    one.chosen.size === other.chosen.size && [...one.chosen].every((id) => other.chosen.has(id));
  if (question.kind !== "number" || !same) return same;
  // Within one band, numbers may lie in several regions: the last region that starts at or below
  // the number.
  const starts = question.regions
    .map((region) => Number(region.given))
    .filter((start) => start <= (one.number ?? NaN));
  return Number(given) === Math.max(...starts);
}
