// Counting a timeline. The twin of generator/reason/timeline.py: same dates, same days left out,
// same refusals to guess.
import { clipped } from "./civil.js";
import { Calendar, Counting, EveryDay, PastLastYear, Withheld } from "./counting.js";
import { holds, isUnsure } from "./guards.js";

/** @import * as Data from "../assets/data.js" */
/** @typedef {import("./civil.js").Length} Length */
/** @typedef {import("./types.js").Answered} Answered */
/** @typedef {Data.EventOf} EventOf */
/** @typedef {Data.Deadline} Deadline */
/** @typedef {Data.Rules} Rules */
/**
 * `startCounts`: the day it starts from is day 1. `solvedBack`: the event its day is of, in words,
 * where that is not the deadline itself.
 * @typedef {{
 *   id: string, event: string, deadline: Deadline, notBefore: number | null, due: number | null,
 *   actual: number | null, estimated: boolean, applies: "yes" | "no" | "maybe",
 *   start: number | null, startCounts: boolean, solvedBack: string | null, leftOut: number[],
 *   monthEnd: boolean, monthStart: boolean,
 *   other: number | null, otherReading: Deadline | null, otherWithheld: number | null,
 *   follows: number | null, precedes: number | null, estimatedEnds: [boolean, boolean],
 *   missing: string[], withheld: number | null, business: boolean
 * }} Dated
 * @typedef {{ day: number, estimated: boolean }} Day
 */

export const MAX_OCCURRENCES = 60;

class Missing extends Error {
  /** @param {string[]} events */
  constructor(events) {
    super("missing");
    this.events = events;
  }
}

/**
 * Every deadline of a timeline in order, series as their occurrences.
 * @param {Rules} rules @param {string[]} order ids of the timeline's deadlines
 * @param {Record<string, number>} given day numbers of shared dates and of what was held
 * @param {Record<string, Answered>} answers
 * @returns {Dated[]}
 */
export function workOut(rules, order, given, answers) {
  return new Counter(rules, given).rows(order, answers);
}

class Counter {
  /** @param {Rules} rules @param {Record<string, number>} given */
  constructor(rules, given) {
    this.rules = rules;
    this.given = new Map(Object.entries(given));
    this.calendar = new Calendar(rules.calendar);
    /** @type {Map<string, Dated[]>} */
    this.known = new Map();
  }

  /** @param {string[]} order @param {Record<string, Answered>} answers @returns {Dated[]} */
  rows(order, answers) {
    const walk = Object.fromEntries(
      Object.entries(answers).filter(([, answer]) => !isUnsure(answer)),
    );
    return order.flatMap((id) => {
      const deadline = this.deadline(id);
      if (!deadline) return [];
      const result = deadline.applies ? holds(deadline.applies, walk) : true;
      const applies = /** @type {Dated["applies"]} */ (
        result === null ? "maybe" : result ? "yes" : "no"
      );
      return this.of(deadline).map((row) => ({ ...row, applies }));
    });
  }

  /** @param {string} id @returns {Deadline | undefined} */
  deadline(id) {
    return Object.hasOwn(this.rules.deadlines, id) ? this.rules.deadlines[id] : undefined;
  }

  /** @param {Deadline} deadline @returns {Dated[]} */
  of(deadline) {
    const known = this.known.get(deadline.id);
    if (known) return known;
    this.known.set(deadline.id, []);
    const rows = this.#worked(deadline);
    this.known.set(deadline.id, rows);
    return rows;
  }

  /** @param {string} event @returns {Day} */
  dayOf(event) {
    const dot = event.indexOf(".");
    const [name, which] = dot < 0 ? [event, ""] : [event.slice(0, dot), event.slice(dot + 1)];
    const own = this.given.get(event);
    if (own !== undefined) return { day: own, estimated: false };
    const deadline = this.deadline(name);
    if (!deadline) throw new Missing([event]);
    const rows = this.of(deadline);
    const { rule } = deadline;
    if (rule.kind === "every") return this.#inSeries(event, which, rule, rows);
    const row = rows[0];
    const day = row && row.event === name ? (row.due ?? row.notBefore) : null;
    if (day === null || !row) {
      if (row?.withheld) throw new Withheld(row.withheld);
      throw new Missing([event]);
    }
    return { day, estimated: rule.kind !== "at" || row.estimated };
  }

  /**
   * @param {string} event
   * @param {string} which
   * @param {Data.Every} rule
   * @param {Dated[]} rows
   * @returns {Day}
   */
  #inSeries(event, which, rule, rows) {
    let row = rows.at(-1);
    if (which === "last" || which === "") {
      if (!row) return this.#anchor(rule.after); // an empty series: what it counts from
    } else {
      row = rows.find((one) => one.id === event);
    }
    if (!row) throw new Missing([event]);
    if (row.withheld) throw new Withheld(row.withheld);
    if (row.due === null) throw new Missing(row.missing.length ? row.missing : [event]);
    return { day: row.due, estimated: true };
  }

  /** @param {EventOf} of @returns {Day} */
  #anchor(of) {
    if (of.event) return this.dayOf(of.event);
    /** @type {Day[]} */
    const days = [];
    /** @type {string[]} */
    const missing = [];
    for (const event of of.later_of ?? of.earlier_of ?? []) {
      try {
        days.push(this.dayOf(event));
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        missing.push(...error.events);
      }
    }
    if (missing.length) throw new Missing(missing);
    const all = days.map((day) => day.day);
    return {
      day: of.later_of ? Math.max(...all) : Math.min(...all),
      estimated: days.some((day) => day.estimated),
    };
  }

  /** @param {Deadline} deadline @returns {Dated[]} */
  #worked(deadline) {
    /** @type {Dated} */
    const own = {
      id: deadline.id,
      event: deadline.id,
      deadline,
      notBefore: null,
      due: null,
      actual: this.given.get(deadline.id) ?? null,
      estimated: false,
      applies: "yes",
      start: null,
      startCounts: false,
      solvedBack: null,
      leftOut: [],
      monthEnd: false,
      monthStart: false,
      other: null,
      otherReading: null,
      otherWithheld: null,
      follows: null,
      precedes: null,
      estimatedEnds: [false, false],
      missing: [],
      withheld: null,
      business: false,
    };
    if (deadline.documented) return [own];
    try {
      return deadline.second
        ? [this.#safer(deadline, deadline.second, own)]
        : this.#counted(deadline, own);
    } catch (error) {
      if (error instanceof Missing) return [{ ...own, missing: [...new Set(error.events)] }];
      if (error instanceof Withheld) return [{ ...own, withheld: error.year }];
      if (error instanceof PastLastYear) return [own];
      throw error;
    }
  }

  /** @param {Deadline} d @param {Calendar} [calendar] @returns {Counting} */
  #counting(d, calendar = this.calendar) {
    const regime = this.rules.regimes[d.counting] ?? {
      clear_days: false,
      short: 0,
      roll: false,
      business: false,
      name: "",
      explains: "",
    };
    return new Counting(calendar, regime);
  }

  /**
   * What a deadline's rule gives: one row, or those of a series.
   * @param {Deadline} deadline
   * @param {Dated} own
   * @returns {Dated[]}
   */
  #counted(deadline, own) {
    const { rule } = deadline;
    const count = this.#counting(deadline);
    switch (rule.kind) {
      case "within":
        return [this.#within(rule, own, count)];
      case "beginning":
        return [this.#beginning(rule, own, count)];
      case "every":
        return this.#every(rule, own, count);
      case "numbered-days":
        return [this.#numberedDays(rule, own, count)];
      case "not-before":
        return [this.#notBefore(rule, own, count)];
      case "at":
        return [this.#at(rule, own, count)];
      case "gap":
        return [this.#gap(rule, own, count)];
      case "order":
        return [this.#order(rule, own)];
      default:
        return noSuch(rule);
    }
  }

  /**
   * The place of something without a number: the days it comes after and before, where known. They
   * may leave no day between them (order.js).
   * @param {Data.Order} rule
   * @param {Dated} own
   * @returns {Dated}
   */
  #order(rule, own) {
    /** @type {string[]} */
    const unknown = [];
    const ends = [rule.after, rule.before ? { event: rule.before } : null].map((end) => {
      try {
        return end ? this.#anchor(end) : null;
      } catch (error) {
        if (error instanceof Missing) unknown.push(...error.events);
        else if (!(error instanceof Withheld)) throw error; // the row of that event says so
        return null;
      }
    });
    const [follows = null, precedes = null] = ends;
    if (!follows && !precedes) return { ...own, missing: [...new Set(unknown)] };
    return {
      ...own,
      follows: follows?.day ?? null,
      precedes: precedes?.day ?? null,
      estimatedEnds: [Boolean(follows?.estimated), Boolean(precedes?.estimated)],
    };
  }

  /** @param {Data.Within} rule @param {Dated} own @param {Counting} count @returns {Dated} */
  #within(rule, own, count) {
    const start = this.#anchor(rule.of);
    return this.#latest(own, start, count.later(start.day, rule.length), rule.length, count);
  }

  /** @param {Data.Beginning} rule @param {Dated} own @param {Counting} count @returns {Dated} */
  #beginning(rule, own, count) {
    const start = this.#anchor(rule.start);
    const end = count.inclusive(start.day, rule.length);
    return this.#latest(own, start, end, rule.length, count, true);
  }

  /** @param {Data.NumberedDays} rule @param {Dated} own @param {Counting} count @returns {Dated} */
  #numberedDays(rule, own, count) {
    const start = this.dayOf(rule.day_1);
    /** @type {Length} */
    const length = [rule.last, "day"];
    const first = count.inclusive(start.day, [rule.first, "day"]);
    const last = count.inclusive(start.day, length);
    return { ...this.#latest(own, start, last, length, count, true), notBefore: first };
  }

  /** @param {Data.NotBefore} rule @param {Dated} own @param {Counting} count @returns {Dated} */
  #notBefore(rule, own, count) {
    const start = this.#anchor(rule.of);
    const first = count.whole(start.day, rule.length);
    return {
      ...from(own, start, first, rule.length, count),
      notBefore: first,
      monthStart: count.noSuchDay(start.day, rule.length),
    };
  }

  /** @param {Data.At} rule @param {Dated} own @param {Counting} count @returns {Dated} */
  #at(rule, own, count) {
    const start = this.#anchor(rule.of);
    const day = count.later(start.day, rule.length);
    return {
      ...from(own, start, day, rule.length, count),
      due: day,
      monthEnd: count.noSuchDay(start.day, rule.length),
    };
  }

  /**
   * The row of whichever reading of a rule gives the safe day: the earlier latest day, the later
   * earliest one. Where one would need bank holidays that are not published, the other stands if it
   * is safe whatever they will be.
   * @param {Deadline} deadline
   * @param {Deadline} reading
   * @param {Dated} own
   * @returns {Dated}
   */
  #safer(deadline, reading, own) {
    const [first, second] = [this.#tried(deadline, own), this.#tried(reading, own)];
    if (first instanceof Withheld) return this.#alone(second, deadline, first);
    if (second instanceof Withheld) return this.#alone(first, reading, second);
    const [one, two] = [first.due ?? first.notBefore, second.due ?? second.notBefore];
    if (one === null || two === null || one === two) return first;
    const firstIsSafe = first.due === null ? one > two : one < two;
    return firstIsSafe
      ? { ...first, other: two, otherReading: reading }
      : { ...second, other: one, otherReading: first.deadline };
  }

  /** @param {Deadline} deadline @param {Dated} own @returns {Dated | Withheld} */
  #tried(deadline, own) {
    try {
      const [row = own] = this.#counted(deadline, own);
      return { ...row, deadline };
    } catch (error) {
      if (error instanceof Withheld) return error;
      throw error;
    }
  }

  /**
   * The one reading that can be counted, if the other cannot give an earlier day.
   * @param {Dated | Withheld} known
   * @param {Deadline} other
   * @param {Withheld} withheld
   * @returns {Dated}
   */
  #alone(known, other, withheld) {
    const soonest = this.#soonest(other);
    if (known instanceof Withheld || known.due === null || soonest === null || known.due > soonest)
      throw withheld;
    return { ...known, otherReading: other, otherWithheld: withheld.year };
  }

  /**
   * @param {Deadline} deadline
   * @returns {number | null} the day that the latest day of `within` cannot be before, whatever is
   *   left out
   */
  #soonest(deadline) {
    const { rule } = deadline;
    const count = this.#counting(deadline, new EveryDay(this.rules.calendar));
    switch (rule.kind) {
      case "within":
        return count.later(this.#anchor(rule.of).day, rule.length);
      case "beginning":
        return count.inclusive(this.#anchor(rule.start).day, rule.length);
      case "every":
      case "numbered-days":
      case "not-before":
      case "at":
      case "gap":
      case "order":
        return null; // where nothing is known, nothing is said
      default:
        return noSuch(rule);
    }
  }

  /**
   * @param {Dated} own
   * @param {Day} start
   * @param {number} end
   * @param {Length} length
   * @param {Counting} count
   * @param {boolean} [inclusive]
   * @returns {Dated}
   */
  #latest(own, start, end, length, count, inclusive = false) {
    const due = count.rolled(end);
    const row = from(own, start, due, length, count, inclusive);
    const rolled = due === end ? [] : this.calendar.leftOut(end, due);
    return {
      ...row,
      due,
      leftOut: [...new Set([...row.leftOut, ...rolled])].sort((a, b) => a - b),
      monthEnd: clipped(start.day, end, length),
    };
  }

  /** @param {Data.Every} rule @param {Dated} own @param {Counting} count @returns {Dated[]} */
  #every(rule, own, count) {
    const { length } = rule;
    const held = this.given.get(own.id);
    let start = held !== undefined ? { day: held, estimated: false } : this.#anchor(rule.after);
    const until = rule.until ? this.#endOf(rule.until) : null;
    const openEnded = rule.until !== null && until === null;
    const most =
      openEnded || (!rule.until && rule.times === null) ? 1 : (rule.times ?? MAX_OCCURRENCES);
    /** @type {Dated[]} */
    const rows = [];
    for (let number = 1; number <= most; number += 1) {
      const name = `${own.id}.${number}`;
      try {
        const end = count.later(start.day, length);
        const due = count.rolled(end);
        if (until !== null && due > until) break;
        const actual = this.given.get(name) ?? null;
        rows.push({
          ...from(own, start, due, length, count),
          id: name,
          event: name,
          due,
          actual,
          monthEnd: clipped(start.day, end, length),
        });
        start = actual !== null ? { day: actual, estimated: false } : { day: due, estimated: true };
      } catch (error) {
        if (!(error instanceof Withheld)) throw error;
        rows.push({ ...own, id: name, event: name, withheld: error.year });
        break;
      }
    }
    return rows;
  }

  /**
   * @param {EventOf} until
   * @returns {number | null} the day on which a series ends; of several, whichever is known to come
   *   first
   */
  #endOf(until) {
    /** @type {number[]} */
    const known = [];
    for (const event of until.earlier_of ?? [null]) {
      try {
        known.push((event ? this.dayOf(event) : this.#anchor(until)).day);
      } catch (error) {
        if (!(error instanceof Missing || error instanceof Withheld)) throw error;
      }
    }
    return known.length ? Math.min(...known) : null;
  }

  /** @param {Data.Gap} rule @param {Dated} own @param {Counting} count @returns {Dated} */
  #gap(rule, own, count) {
    const { other, at_least: least, at_most: most } = rule;
    let { forward } = rule;
    let about = own.id;
    /** @type {Day} */
    let base;
    try {
      base = this.dayOf(other);
    } catch (error) {
      const held = this.given.get(own.id);
      if (!(error instanceof Missing) || held === undefined) throw error;
      base = { day: held, estimated: false };
      about = other;
      forward = !forward;
    }
    /** @type {number | null} */
    let first = null;
    /** @type {number | null} */
    let last = null;
    if (forward) {
      if (least) first = count.beyond(base.day, least);
      if (most) last = count.later(base.day, most);
    } else {
      if (least) last = count.before(base.day, least);
      if (most) first = count.earliestWithin(base.day, most);
    }
    const actual = about === own.id ? own.actual : null;
    const leftOut = count.between(base.day, forward ? first : last, least);
    const [toLast, toFirst] = forward ? [most, least] : [least, most];
    const monthEnd = count.noSuchDay(base.day, toLast, { back: !forward, clear: true });
    const monthStart = count.noSuchDay(base.day, toFirst, { back: !forward });
    return {
      ...own,
      event: about,
      solvedBack: about === own.id ? null : rule.words,
      notBefore: first,
      due: last,
      estimated: base.estimated,
      start: base.day,
      leftOut,
      monthEnd,
      monthStart,
      actual,
    };
  }
}

/**
 * A row that counts a length from a start to an end.
 * @param {Dated} own
 * @param {Day} start
 * @param {number} end
 * @param {Length} length
 * @param {Counting} count
 * @param {boolean} [inclusive] whether the start is day 1
 * @returns {Dated}
 */
function from(own, start, end, length, count, inclusive = false) {
  return {
    ...own,
    estimated: start.estimated,
    start: start.day,
    startCounts: inclusive,
    leftOut: count.passedOver(start.day, end, length, inclusive),
    business: count.isBusiness(length),
  };
}

/**
 * Never reached: the types find a rule that is forgotten above.
 * @param {never} rule
 * @returns {never}
 */
function noSuch(rule) {
  throw new TypeError(JSON.stringify(rule));
}
