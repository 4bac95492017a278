// Civil dates as whole day numbers (1 January 1970 is 0). The twin of generator/reason/civil.py; no
// Date anywhere.

/** @typedef {[number, string]} Length a count of one unit: day, week, month or year */

const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

/**
 * The day number of a year, month and day of the Gregorian calendar.
 * @param {number} year @param {number} month from 1 @param {number} day from 1
 * @returns {number}
 */
export function dayNumber(year, month, day) {
  // Years are counted from March, so that a leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const days = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  return (
    marchYear * 365 +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    days -
    719468
  );
}

/**
 * The year, month and day of a day number.
 * @param {number} number
 * @returns {{ year: number, month: number, day: number }}
 */
export function civil(number) {
  const days = number + 719468;
  const cycle = Math.floor(days / 146097);
  const inCycle = days - cycle * 146097;
  const year = Math.floor(
    (inCycle -
      Math.floor(inCycle / 1460) +
      Math.floor(inCycle / 36524) -
      Math.floor(inCycle / 146096)) /
      365,
  );
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: year + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** @param {number} year @param {number} month @returns {number} */
export function daysInMonth(year, month) {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next - dayNumber(year, month, 1);
}

/**
 * The day number of a text such as 2026-11-22; null where there is no such day.
 * @param {string} text
 * @returns {number | null}
 */
export function parseDay(text) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (!year || !month || month > 12 || !day || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** @param {number} number @returns {string} the day as 2026-11-22 */
export function isoDay(number) {
  const { year, month, day } = civil(number);
  return (
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}` +
    `-${String(day).padStart(2, "0")}`
  );
}

/**
 * The latest day within a length of time of another. Months and years go to the corresponding date,
 * else the month's last day. Null outside the years a date can have.
 * @param {number} start
 * @param {Length} length
 * @returns {number | null}
 */
export function add(start, [count, unit]) {
  if (unit === "day" || unit === "week") {
    const end = start + count * (unit === "week" ? 7 : 1);
    return isYear(civil(end).year) ? end : null;
  }
  const { year, month, day } = civil(start);
  const months = year * 12 + month - 1 + count * (unit === "year" ? 12 : 1);
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  return isYear(toYear)
    ? dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
    : null;
}

/** @param {number} year @returns {boolean} */
const isYear = (year) => year >= FIRST_YEAR && year <= LAST_YEAR;

/**
 * The earliest day on which all of a length has passed: the corresponding date, else the first of
 * the next month.
 * @param {number} start
 * @param {Length} length
 * @returns {number | null}
 */
export function addWhole(start, length) {
  const end = add(start, length);
  return end !== null && clipped(start, end, length) ? end + 1 : end;
}

/**
 * Whether the month an end lies in had no such day, so that its last day stands.
 * @param {number} start @param {number} end @param {Length} length
 * @returns {boolean}
 */
export function clipped(start, end, [, unit]) {
  return (unit === "month" || unit === "year") && civil(end).day < civil(start).day;
}

/**
 * @param {number} start
 * @param {Length} length
 * @param {number} until
 * @returns {boolean} whether all of the length has passed
 */
export function reached(start, length, until) {
  const end = addWhole(start, length);
  return end !== null && end <= until;
}

/**
 * @param {number} start
 * @param {Length} length
 * @param {number} until
 * @returns {boolean} whether the latest day within the length is over
 */
export function passed(start, length, until) {
  const end = add(start, length);
  return end !== null && end < until;
}
