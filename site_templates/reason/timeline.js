// Counting a timeline. The twin of generator/reason/timeline.py: same dates, same days left out,
// same refusals to guess.
import { clipped } from "./civil.js";
import { Calendar, Counting, EveryDay, PastLastYear, Withheld } from "./counting.js";
import { UNSURE, holds } from "./guards.js";

/** @typedef {import("./civil.js").Length} Length */
/** @typedef {import("../assets/data.js").EventOf} EventOf */
/** @typedef {import("../assets/data.js").Deadline} Deadline */
/** @typedef {import("../assets/data.js").Rules} Rules */
/**
 * @typedef {{
 *   id: string, event: string, deadline: Deadline, notBefore: number | null, due: number | null,
 *   actual: number | null, estimated: boolean, applies: "yes" | "no" | "maybe",
 *   start: number | null, leftOut: number[], monthEnd: boolean, monthStart: boolean,
 *   other: number | null, otherReading: Deadline | null, otherWithheld: number | null,
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
 * @param {Record<string, string>} answers
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

  /** @param {string[]} order @param {Record<string, string>} answers @returns {Dated[]} */
  rows(order, answers) {
    const walk = Object.fromEntries(
      Object.entries(answers)
        .filter(([, answer]) => answer !== UNSURE)
        .map(([name, answer]) => [
          name,
          { chosen: new Set([answer]), number: null, since: null, until: null },
        ]),
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
    if (deadline.every) return this.#inSeries(event, which, deadline, rows);
    const row = rows[0];
    const day = row && row.event === name ? (row.due ?? row.notBefore) : null;
    if (day === null || !row) {
      if (row?.withheld) throw new Withheld(row.withheld);
      throw new Missing([event]);
    }
    return { day, estimated: deadline.at === undefined || row.estimated };
  }

  /**
   * @param {string} event
   * @param {string} which
   * @param {Deadline} deadline
   * @param {Dated[]} rows
   * @returns {Day}
   */
  #inSeries(event, which, deadline, rows) {
    let row = rows.at(-1);
    if (which === "last" || which === "") {
      const dated = rows.some((one) => one.due !== null);
      if (!row || (!dated && !rows[0]?.withheld && !rows[0]?.missing.length))
        return this.#anchor(deadline.after ?? {});
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
      leftOut: [],
      monthEnd: false,
      monthStart: false,
      other: null,
      otherReading: null,
      otherWithheld: null,
      missing: [],
      withheld: null,
      business: false,
    };
    const { within, every, not_before, at, on_days, gap } = deadline;
    if (deadline.documented || !(within || every || not_before || at || on_days || gap))
      return [own];
    try {
      return every
        ? this.#series(deadline, own, every)
        : [
            deadline.second
              ? this.#safer(deadline, deadline.second, own)
              : this.#single(deadline, own),
          ];
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

  /** @param {Deadline} d @param {Dated} own @returns {Dated} */
  #single(d, own) {
    const count = this.#counting(d);
    if (d.within && d.of) {
      const start = this.#anchor(d.of);
      return this.#latest(own, start, count.later(start.day, d.within), d.within, count);
    }
    if (d.within && d.beginning_with) {
      const start = this.#anchor(d.beginning_with);
      return this.#latest(own, start, count.inclusive(start.day, d.within), d.within, count, true);
    }
    const fixed = d.at ?? d.not_before;
    if (fixed && d.of) {
      const start = this.#anchor(d.of);
      const end = d.at ? count.later(start.day, fixed) : count.whole(start.day, fixed);
      const noSuchDay = count.noSuchDay(start.day, fixed);
      return {
        ...own,
        due: d.at ? end : null,
        notBefore: d.at ? null : end,
        estimated: start.estimated,
        start: start.day,
        leftOut: count.passedOver(start.day, end, fixed),
        monthEnd: noSuchDay && Boolean(d.at),
        monthStart: noSuchDay && !d.at,
        business: count.isBusiness(fixed),
      };
    }
    if (d.on_days && d.day_1) {
      const start = this.dayOf(d.day_1);
      const first = count.inclusive(start.day, [d.on_days.from, "day"]);
      const last = count.inclusive(start.day, [d.on_days.to, "day"]);
      return {
        ...this.#latest(own, start, last, [d.on_days.to, "day"], count, true),
        notBefore: first,
      };
    }
    return this.#gap(d, own, count);
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
      return { ...this.#single(deadline, own), deadline };
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
   * @param {Deadline} d
   * @returns {number | null} the day that the latest day of `within` cannot be before, whatever is
   *   left out
   */
  #soonest(d) {
    const count = this.#counting(d, new EveryDay(this.rules.calendar));
    if (d.within && d.of) return count.later(this.#anchor(d.of).day, d.within);
    if (d.within && d.beginning_with)
      return count.inclusive(this.#anchor(d.beginning_with).day, d.within);
    return null;
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
    const out = count.passedOver(start.day, due, length, inclusive);
    const rolled =
      due === end
        ? out
        : [...new Set([...out, ...this.calendar.leftOut(end, due)])].sort((a, b) => a - b);
    return {
      ...own,
      due,
      estimated: start.estimated,
      start: start.day,
      leftOut: rolled,
      monthEnd: clipped(start.day, end, length),
      business: count.isBusiness(length),
    };
  }

  /** @param {Deadline} d @param {Dated} own @param {Length} every @returns {Dated[]} */
  #series(d, own, every) {
    const count = this.#counting(d);
    const held = this.given.get(d.id);
    let start = held !== undefined ? { day: held, estimated: false } : this.#anchor(d.after ?? {});
    /** @type {number | null} */
    let until = null;
    let openEnded = false;
    if (d.until) {
      try {
        until = this.dayOf(d.until).day;
      } catch (error) {
        if (!(error instanceof Missing || error instanceof Withheld)) throw error;
        openEnded = true;
      }
    }
    const most =
      openEnded || (!d.until && d.times === undefined) ? 1 : (d.times ?? MAX_OCCURRENCES);
    /** @type {Dated[]} */
    const rows = [];
    for (let number = 1; number <= most; number += 1) {
      const name = `${d.id}.${number}`;
      try {
        const end = count.later(start.day, every);
        const due = count.rolled(end);
        if (until !== null && due > until) break;
        const actual = this.given.get(name) ?? null;
        rows.push({
          ...own,
          id: name,
          event: name,
          due,
          actual,
          estimated: start.estimated,
          start: start.day,
          leftOut: count.passedOver(start.day, due, every),
          monthEnd: clipped(start.day, end, every),
          business: count.isBusiness(every),
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

  /** @param {Deadline} d @param {Dated} own @param {Counting} count @returns {Dated} */
  #gap(d, own, count) {
    const gap = d.gap ?? {};
    const other = gap.from ?? gap.to ?? "";
    let forward = gap.from !== undefined;
    let about = d.id;
    /** @type {Day} */
    let base;
    try {
      base = this.dayOf(other);
    } catch (error) {
      const held = this.given.get(d.id);
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
      if (gap.at_least) first = count.beyond(base.day, gap.at_least);
      if (gap.at_most) last = count.later(base.day, gap.at_most);
    } else {
      if (gap.at_least) last = count.before(base.day, gap.at_least);
      if (gap.at_most) first = count.earliestWithin(base.day, gap.at_most);
    }
    const actual = about === d.id ? own.actual : null;
    const leftOut = count.between(base.day, forward ? first : last, gap.at_least);
    const [toLast, toFirst] = forward ? [gap.at_most, gap.at_least] : [gap.at_least, gap.at_most];
    const monthEnd = count.noSuchDay(base.day, toLast, { back: !forward, clear: true });
    const monthStart = count.noSuchDay(base.day, toFirst, { back: !forward });
    return {
      ...own,
      event: about,
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
