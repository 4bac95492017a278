// Counting by one instrument's rules. The twin of generator/reason/counting.py and calendars.py.
import { add, addWhole, civil, clipped, dayNumber } from "./civil.js";

/** @typedef {import("./civil.js").Length} Length */

export class Withheld extends Error {
  /** @param {number} year */
  constructor(year) {
    super("withheld");
    this.year = year;
  }
}

export class PastLastYear extends Error {}

/** @param {number} day @returns {number} 0 is Monday */
export function weekday(day) {
  return (((day + 3) % 7) + 7) % 7;
}

/** Which days are business days, as far as bank holidays are published. */
export class Calendar {
  /** @param {import("../assets/data.js").CalendarData} data */
  constructor(data) {
    this.holidays = new Set(data.holidays);
    this.from = dayNumber(data.first, 1, 1);
    this.to = dayNumber(data.last, 12, 31);
  }

  /** @param {number} day @returns {boolean} */
  isBusinessDay(day) {
    if (day < this.from || day > this.to) throw new Withheld(civil(day).year);
    return weekday(day) < 5 && !this.holidays.has(day);
  }

  /** @param {number} day @returns {number} */
  onOrAfter(day) {
    while (!this.isBusinessDay(day)) day += 1;
    return day;
  }

  /** @param {number} start @param {number} count @returns {number} */
  after(start, count) {
    let day = start;
    for (let left = count; left > 0; ) {
      day += 1;
      if (this.isBusinessDay(day)) left -= 1;
    }
    return day;
  }

  /**
   * @param {number} day
   * @param {number} count
   * @returns {number} the business day so many back, the day itself being the first if it is one
   */
  back(day, count) {
    for (let left = count; ; day -= 1) {
      if (this.isBusinessDay(day)) left -= 1;
      if (left === 0) return day;
    }
  }

  /**
   * @param {number} start
   * @param {number} end
   * @returns {number[]} bank holidays on weekdays, both ends included
   */
  leftOut(start, end) {
    const found = [];
    for (let day = start; day <= end; day += 1)
      if (this.holidays.has(day) && weekday(day) < 5) found.push(day);
    return found;
  }
}

/** A calendar that leaves no day out: what no way of counting can be earlier than. */
export class EveryDay extends Calendar {
  isBusinessDay() {
    return true;
  }
}

/** A calendar and the regime of an instrument: how that instrument counts. */
export class Counting {
  /** @param {Calendar} calendar @param {import("../assets/data.js").Regime} regime */
  constructor(calendar, regime) {
    this.calendar = calendar;
    this.regime = regime;
  }

  /**
   * @param {Length} length
   * @returns {boolean} whether a length leaves out weekends and bank holidays
   */
  isBusiness([count, unit]) {
    if (unit === "working day" || unit === "business day") return true;
    return unit === "day" && (this.regime.business || count <= this.regime.short);
  }

  /**
   * @param {number} day
   * @returns {number} the next day the office is open, where the regime says so
   */
  rolled(day) {
    return this.regime.roll ? this.calendar.onOrAfter(day) : day;
  }

  /**
   * @param {number} start
   * @param {Length} length
   * @returns {number} the latest day within the length
   */
  later(start, length) {
    return this.isBusiness(length)
      ? this.calendar.after(start, length[0])
      : known(add(start, length));
  }

  /**
   * @param {number} start
   * @param {Length} length
   * @returns {number} the earliest day on which all of it has passed
   */
  whole(start, length) {
    return this.isBusiness(length)
      ? this.calendar.after(start, length[0])
      : known(addWhole(start, length));
  }

  /** @param {number} start @param {Length} length @returns {number} */
  inclusive(start, length) {
    if (this.isBusiness(length))
      return this.calendar.after(this.calendar.onOrAfter(start), length[0] - 1);
    const end = this.later(start, length);
    return clipped(start, end, length) ? end : end - 1;
  }

  /**
   * The bank holidays left out from a start (itself only where the period begins with it) to an
   * end.
   * @param {number} start
   * @param {number} end
   * @param {Length} length
   * @param {boolean} [inclusive]
   * @returns {number[]}
   */
  passedOver(start, end, length, inclusive = false) {
    return this.isBusiness(length) ? this.calendar.leftOut(inclusive ? start : start + 1, end) : [];
  }

  /**
   * The bank holidays left out between two events, neither of which counts.
   * @param {number} one
   * @param {number | null} other
   * @param {Length | null} length
   * @returns {number[]}
   */
  between(one, other, length) {
    if (length === null || other === null || !this.isBusiness(length)) return [];
    return this.calendar.leftOut(Math.min(one, other) + 1, Math.max(one, other) - 1);
  }

  /**
   * @param {number} base
   * @param {Length} length
   * @returns {number} the first day at least a length later
   */
  beyond(base, length) {
    const end = this.whole(base, length);
    if (!this.regime.clear_days) return end;
    return this.isBusiness(length) ? this.calendar.after(end, 1) : end + 1;
  }

  /**
   * @param {number} base
   * @param {Length} length
   * @returns {number} the last day from which base is at least a length away
   */
  before(base, length) {
    if (!this.isBusiness(length)) return known(add(this.#countedTo(base), back(length)));
    return this.calendar.back(base, length[0] + (this.regime.clear_days ? 1 : 0)) - 1;
  }

  /**
   * @param {number} base
   * @param {Length} length
   * @returns {number} the first day from which base is at most a length away
   */
  earliestWithin(base, length) {
    if (!this.isBusiness(length)) return known(addWhole(base, back(length)));
    return this.calendar.back(base - 1, length[0]);
  }

  /**
   * Whether the month a length leads to has no day of that number.
   * @param {number} base
   * @param {Length | null} length
   * @param {{ back?: boolean, clear?: boolean }} [way]
   * @returns {boolean}
   */
  noSuchDay(base, length, way = {}) {
    if (length === null || this.isBusiness(length)) return false;
    const start = way.back && way.clear ? this.#countedTo(base) : base;
    const step = way.back ? back(length) : length;
    return clipped(start, known(add(start, step)), step);
  }

  /** @param {number} base @returns {number} */
  #countedTo(base) {
    return this.regime.clear_days ? base - 1 : base;
  }
}

/** @param {Length} length @returns {Length} */
const back = ([count, unit]) => [-count, unit];

/** @param {number | null} day @returns {number} */
function known(day) {
  if (day === null) throw new PastLastYear();
  return day;
}
